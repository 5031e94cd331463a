"""Other words for what citizens ask about in public finance: what a report calls « l'encours de la dette
».
"""

from functools import lru_cache

from knowledge.text import content_stems, stem, words

_GROUPS = (
    "endettement dette encours emprunt",
    "salaire remuneration traitement paie paye indemnite",
    "personnel effectif agent salarie emploi etp etpt employe fonctionnaire",
    "masse salariale charges de personnel depenses de personnel",
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
    "cantine restauration scolaire",
    "dechet ordure menagere",
    "eau assainissement",
    "logement habitat bailleur hlm",
    "creche petite enfance",
    "bibliotheque mediatheque",
    "piscine nautique aquatique",
    "voiture vehicule automobile",
    "telephone telephonie telecommunication",
    "informatique numerique systeme information",
    "heures supplementaires temps de travail",
    "prime indemnitaire indemnite",
    "excedent benefice resultat",
    "deficit perte",
    "tresorerie liquidite disponibilite",
    "tarif prix redevance",
    "maire ordonnateur",
    "pompier incendie secours sdis",
    "hopital hospitalier etablissement sante",
    "retraite pension",
    "vieux age personnes agees dependance ehpad",
    "chomage emploi demandeur",
    "elu conseiller",
    "patrimoine immobilier batiment",
    "avion aeroport aerien",
    "bus transport tramway",
    "route voirie routier",
    "touriste touristique tourisme frequentation",
    "patient malade",
    "etudiant inscrit",
    "lit place capacite",
    "fraude irregularite",
    "compte comptabilite comptable",
    "budget budgetaire",
    "augmentation hausse progression croissance augmenter",
    "baisse diminution reduction recul diminuer",
    "adherent membre",
    "delegation dsp concession delegataire affermage",
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
    "ski station neige",
    "parking stationnement",
    "avocat juridique contentieux",
    "internet electronique ligne dematerialise",
    "film audiovisuel cinema",
    "foret espace vert parc",
    "policier gendarme securite",
    "juge judiciaire justice",
    "medecin praticien medical",
    "laboratoire industrie pharmaceutique",
)
SYNONYM_WEIGHT = 0.5
"""A synonym found counts for this share of the asked word."""


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    related: dict[str, set[str]] = {}
    for group in _GROUPS:
        members = {stem(word) for word in words(group) if len(word) > 2}
        for member in members:
            related.setdefault(member, set()).update(members - {member})
    return {key: frozenset(values) for key, values in related.items()}


def synonyms(term: str) -> frozenset[str]:
    """Return the stems that say nearly the same as the stem `term`; empty for most."""
    return _table().get(term, frozenset())


def expand(question: str) -> dict[str, float]:
    """Return the question's stems with weight 1, and their synonyms with a lower one."""
    own = dict.fromkeys(content_stems(question), 1.0)
    return {**{other: SYNONYM_WEIGHT for term in own for other in synonyms(term)}, **own}
