"""Other words for what citizens ask about in public finance: what a report calls « l'encours de la dette
».
"""

from functools import lru_cache

from knowledge.text import stem, words

_SAME = (
    "endettement dette encours emprunt",
    "salaire remuneration traitement paie paye indemnite",
    "personnel effectif agent salarie emploi etp etpt employe fonctionnaire",
    "masse_salariale charges_de_personnel depenses_de_personnel",
    "impot fiscalite taxe fiscal imposition contribution",
    "habitant population demographie",
    "epargne autofinancement caf",
    "subvention aide concours financement",
    "cout depense charge prix montant",
    "recette produit ressource",
    "investissement equipement",
    "absenteisme absence",
    "marche achat commande contrat",
    "ecole scolaire enseignement eleve",
    "cantine restauration_scolaire",
    "dechet ordure_menagere",
    "eau assainissement",
    "logement habitat bailleur hlm",
    "creche petite_enfance",
    "bibliotheque mediatheque",
    "piscine nautique aquatique",
    "voiture vehicule automobile",
    "telephone telephonie telecommunication",
    "informatique numerique systeme_information",
    "prime indemnitaire indemnite",
    "excedent benefice resultat",
    "deficit perte",
    "tresorerie liquidite disponibilite",
    "tarif prix redevance",
    "maire ordonnateur",
    "pompier incendie secours sdis",
    "hopital hospitalier etablissement sante",
    "retraite pension",
    "elu conseiller",
    "patrimoine immobilier batiment",
    "avion aeroport aerien",
    "bus transport tramway",
    "seconde deuxieme 2e 2eme",
    "troisieme 3e 3eme",
    "route voirie routier",
    "touriste touristique tourisme frequentation",
    "patient malade",
    "etudiant inscrit",
    "lit place capacite",
    "place emplacement",
    "fraude irregularite",
    "compte comptabilite comptable",
    "budget budgetaire",
    "augmentation hausse progression croissance augmenter",
    "baisse diminution reduction recul diminuer",
    "adherent membre",
    "delegation dsp concession delegataire affermage",
    "delegataire gestionnaire exploitant concessionnaire fermier",
    "association associatif",
    "culture culturel",
    "sport sportif",
    "risque toxique structure",
    "professeur enseignant instituteur",
    "psychiatrie psychiatrique mental",
    "docteur these doctorat doctorant",
    "ecoute interception",
    "poste postal",
    "routier ferroviaire infrastructure",
    "tutelle curatelle protection",
    "licenciement rupture depart",
    "imposer impot taxer",
    "parking stationnement",
    "avocat juridique contentieux",
    "internet electronique ligne dematerialise",
    "film audiovisuel cinema",
    "foret espace_vert parc",
    "policier gendarme securite",
    "juge judiciaire justice",
    "medecin praticien medical",
    "laboratoire industrie pharmaceutique",
    "hosto hopital hospitalier clinique",
    "boulot travail emploi poste",
    "bosser travailler travail",
    "patron directeur dirigeant direction president gerant responsable",
    "chef directeur responsable encadrement",
    "boite entreprise societe firme",
    "virer licencier licenciement revocation",
    "embaucher recruter recrutement embauche",
    "fric argent fonds somme euros",
    "argent fonds financement financier credit moyens",
    "cher couteux onereux eleve cout surcout",
    "surcout derapage derive quintuplement",
    "gratuit gratuite exonere exoneration",
    "payer regler reglement paiement verser versement financer",
    "facture facturation reglement fournisseur",
    "rapporter recette produit benefice rentabilite rentable",
    "rentable rentabilite equilibre",
    "perdre perte deficit degradation",
    "trou trous deficit manque detournement insuffisance",
    "dettes endettement creance impaye",
    "impaye creance recouvrement arriere",
    "loyer locatif locataire",
    "banque bancaire emprunt pret preteur",
    "pret emprunt credit avance",
    "rembourser remboursement annuite amortissement",
    "cadeau avantage gratification faveur",
    "voler vol detournement malversation soustraction",
    "triche fraude irregularite irregulier",
    "illegal irregulier irregularite legal legalite contraire",
    "droit autorise reglementaire legal regulier fondement juridique",
    "regle reglementation reglementaire regularite norme",
    "appel offres concurrence consultation procedure marche",
    "fournisseur prestataire titulaire attributaire",
    "chantier travaux construction operation",
    "construire construction realisation edification batir",
    "abime vetuste degrade delabre etat",
    "casser rompre resilier resiliation rupture",
    "fermer fermeture cessation liquidation dissolution",
    "faillite liquidation cessation redressement depot_bilan",
    "fusion regroupement rapprochement integration absorption",
    "vendre vente cession ceder cede",
    "acheter achat acquisition acquerir commande",
    "louer location bail loyer",
    "primes prime indemnite regime_indemnitaire bonification",
    "promotion avancement carriere echelon grade",
    "noter notation evaluation entretien professionnel",
    "remplacer remplacement suppleance interim",
    "interimaire interim vacataire contractuel",
    "prof professeur enseignant",
    "gosse enfant jeune mineur",
    "creche garde petite_enfance accueil",
    "repas restauration cuisine cantine",
    "poubelle ordure_menagere dechet collecte",
    "ordures_menageres dechets tri traitement",
    "egout assainissement epuration eaux_usees",
    "potable distribution qualite_eau",
    "car autocar bus transport voyageur",
    "voyageur passager",
    "train ferroviaire sncf gare",
    "avion aeronef aeroport vol aerien",
    "bateau navire port portuaire maritime",
    "garer stationner stationnement parking",
    "velo cyclable cycle",
    "telepherique telecabine telesiege remontee_mecanique",
    "neige enneigement ski domaine_skiable",
    "concert spectacle representation programmation musical",
    "spectateur frequentation public visiteur billetterie",
    "billet billetterie entree tarif",
    "musee exposition collection",
    "livre bibliotheque mediatheque lecture",
    "stade equipement_sportif enceinte",
    "ordinateur informatique materiel logiciel",
    "fibre tres_haut_debit numerique internet",
    "panne incident dysfonctionnement interruption defaillance",
    "secret confidentialite anonyme protection donnees",
    "vote scrutin electoral election electeur",
    "expatrie etranger hors france",
    "pollution polluer environnement polluant",
    "danger dangereux risque securite",
    "incendie feu embrasement",
    "mer littoral cotier marin erosion",
    "inondation crue submersion",
    "vieux ancien vetuste age",
    "maison_retraite ehpad hebergement personnes_agees",
    "handicape handicap invalidite",
    "infirmier soignant paramedical soins",
    "urgence urgences smur samu",
    "operation chirurgie bloc chirurgical",
    "ordonnance prescription medicament",
    "medicament pharmacie pharmaceutique",
    "mort deces mortalite",
    "stagiaire apprenti apprentissage formation",
    "etudes etudiant formation universitaire",
    "mairie commune municipal municipalite",
    "ville commune municipal communal",
    "agglo agglomeration intercommunalite communautaire communaute",
    "comcom communaute_communes intercommunalite",
    "departement departemental conseil_general",
    "region regional conseil",
    "prefet prefecture etat controle_legalite",
    "decider decision deliberation gouvernance choix",
    "conseil administration organe gouvernance assemblee",
    "controler controle suivi surveillance verification",
    "camera videosurveillance videoprotection",
    "plan programme schema strategie",
    "erreur anomalie inexactitude irregularite",
    "retard delai depassement tardif",
    "mensonge insincere sincerite fiabilite",
    "cacher dissimuler omission",
    "provision reserve cote epargne",
    "placement place tresorerie",
    "stock inventaire reserve",
    "terrain foncier parcelle emprise",
    "lotissement zac amenagement lots",
    "zone activite parc artisanal economique",
    "famille parente proche conjoint conflit_interets",
    "favoritisme avantage_injustifie conflit_interets",
    "voyage deplacement frais_mission",
    "restaurant restauration reception frais_bouche",
    "salaries employes personnel effectifs agents",
    "greve mouvement_social conflit_social",
    "syndicat syndical representant",
    "dgf dotation_globale_fonctionnement",
    "teom taxe_enlevement_ordures_menageres",
    "cfe cotisation_fonciere_entreprises",
    "cvae cotisation_valeur_ajoutee",
    "tva taxe_valeur_ajoutee",
    "rsa revenu_solidarite_active",
    "apa allocation_personnalisee_autonomie",
    "ase aide_sociale_enfance",
    "pmi protection_maternelle_infantile",
    "spanc assainissement_collectif",
    "plu plan_local_urbanisme",
    "rtt reduction_temps_travail",
    "nbi bonification_indiciaire",
    "ssr soins_suite_readaptation",
    "mco medecine_chirurgie_obstetrique",
    "bfr besoin_fonds_roulement",
    "alsh accueil_loisirs",
    "cet compte_epargne_temps",
    "rouge deficit perte",
    "gel intemperies froid",
    "conge vacances",
    "horaire heures",
    "pauvre pauvrete precarite modeste defavorise",
    "foot football",
)
"""Words that mean the same; the words of a phrase are joined by « _ »."""
_NEAR = (
    "heures supplementaires temps de travail",
    "chomage emploi demandeur",
    "vieux age personnes agees dependance ehpad",
    "conge vacances absence repos",
    "malade maladie arret absenteisme",
    "horaire heures duree temps travail",
    "pauvre pauvrete precarite modeste defavorise social",
    "jeux casino machine",
    "ski station neige",
    "usine usinage unite installation site industriel",
    "foot football club sportif",
)
"""Words that reports use where they tell of the same matter: to search with, no proof that it is told."""
SYNONYM_WEIGHT = 0.5
"""A synonym found counts for this share of the asked word."""


Phrase = frozenset[str]
"""Stems that must all be said."""


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    related: dict[str, set[str]] = {}
    for group in (*_SAME, *_NEAR):
        members = {stem(word) for word in words(group.replace("_", " ")) if len(word) > 2}
        for member in members:
            related.setdefault(member, set()).update(members - {member})
    return {key: frozenset(values) for key, values in related.items()}


@lru_cache(maxsize=1)
def _same() -> dict[Phrase, frozenset[Phrase]]:
    meant: dict[Phrase, set[Phrase]] = {}
    for group in _SAME:
        members = {_phrase(member) for member in group.split()}
        for member in members:
            meant.setdefault(member, set()).update(members - {member})
    return {key: frozenset(values) for key, values in meant.items()}


def _phrase(member: str) -> Phrase:
    return frozenset(stem(word) for word in words(member.replace("_", " ")) if len(word) > 2)


def synonyms(term: str) -> frozenset[str]:
    """Return the stems that say nearly the same as the stem `term`, those of phrases one by one; empty for
    most.
    """
    return _table().get(term, frozenset())


def same(*terms: str) -> frozenset[Phrase]:
    """Return what means the same as a stem, or as several together: « rsa » the three words it stands for.

    Of these, « activité » alone says nothing.
    """
    return _same().get(frozenset(terms), frozenset())
