"""Who asks what a challenge is sees the words the matter is known by, in both languages."""

from __future__ import annotations

import pytest

from knowledge.base import KnowledgeBase
from knowledge.challenges import challenges_by_id

TERMS = [
    ("alphabet", "outils collaboratifs", "collaborative tools"),
    ("app-112", "numéros d’urgence", "emergency numbers"),
    ("inpn-espaces", "biodiversité", "biodiversity"),
    ("proxirh", "ressources humaines", "human resources"),
    ("remboursante", "assurance maladie", "health insurance"),
    ("sequoia-cgdd", "information environnementale", "information on the environment"),
    ("vers-lecole-pour-tous", "en situation de handicap", "disabled pupils"),
    ("vigicrux", "inondations", "flood risks"),
    ("ars-parcours-de-soin", "parcours de soins", "care pathways"),
    ("cc-api-rapports", "une API", "An API"),
    ("dgfip-fraude-fiscale", "fraude fiscale", "tax fraud"),
    ("mcc-inventaire-des-orgues", "patrimoine", "heritage"),
    ("mesri-la-machine-a-donnees", "nettoyage de bases de données", "cleaning databases"),
    ("mi-cartav", "sécurité routière", "road safety"),
    ("archifiltre", "archives", "archives"),
    ("coacheleves", "données d’apprentissage", "learning data"),
    ("hopkins", "fraude financière", "financial fraud"),
    ("hopkins", "blanchiment", "money laundering"),
    ("previsecours", "modèle prédictif", "predictive model"),
    ("signaux-faibles", "entreprises en difficulté", "companies in difficulty"),
    ("social-connect", "innovations sociales", "social innovations"),
    ("acoss-plateforme", "emploi à domicile", "home employment"),
    ("cartobio", "agriculture biologique", "organic farming"),
    ("datajust", "préjudices corporels", "bodily injury"),
    ("datajust", "indemnisation", "compensation"),
    ("datareg", "régulation", "regulation"),
    ("explocode", "intelligence artificielle", "artificial intelligence"),
    ("ia-flash", "reconnaissance d’images", "image recognition"),
    ("leximpact", "simuler", "simulate"),
    ("open-chronic", "parcours de soins", "care pathways"),
    ("open-justice", "pseudonymisation", "pseudonymise"),
    ("plume", "rédaction collaborative", "collaboratively"),
    ("adex", "conflits d’intérêts", "conflicts of interest"),
    ("adex", "liens d’intérêts", "financial interests"),
    ("atlas-culture", "carte interactive", "interactive map"),
    ("datamed", "médicaments", "medicines"),
    ("enki", "gestion de crise", "crisis management"),
    ("envinorma", "réglementation", "regulations"),
    ("france-transition", "transition écologique", "ecological transition"),
    ("label", "pseudonymisation", "pseudonymisation"),
    ("neotac", "gendarmerie", "gendarmerie"),
    ("sedaccord", "archivage numérique", "digital archiving"),
    ("siance", "lettres de suite", "follow-up letters"),
    ("basegun", "intelligence artificielle", "artificial intelligence"),
    ("batid", "identifiant unique", "unique identifier"),
    ("datarh", "ressources humaines", "human resources"),
    ("decos", "distinctions honorifiques", "honours"),
    ("epshad", "réadaptation professionnelle", "vocational rehabilitation"),
    ("green-data-for-health", "données environnementales", "environmental data"),
    ("mes-services-greentech", "startups", "startups"),
    ("prev-ac-tion", "maladies professionnelles", "occupational diseases"),
    ("smash", "masse salariale", "wage bill"),
    ("artificia", "artificialisation", "land take"),
    ("champollion", "contrats précaires", "temporary contracts"),
    ("estim-action", "pollution", "pollution"),
    ("etat-bas-carbone", "empreinte carbone", "carbon footprint"),
    ("nubonyxia", "données sensibles", "sensitive data"),
    ("sirano", "recherche appliquée en santé", "applied health research"),
    ("sos-ponts", "entretien", "upkeep"),
    ("twincity", "jumeau numérique", "digital twin"),
    ("a-just", "délais de justice", "court delays"),
    ("administration-plus", "messagerie sécurisée", "secure messaging"),
    ("compar-ia", "modèles de langage", "language models"),
    ("datadsn", "déclaration sociale nominative", "DSN"),
    ("datalma", "politiques publiques", "public policies"),
    ("datapass", "habilitations", "clearances"),
    ("domifa", "domiciliation", "domiciliation"),
    ("ecobalyse", "affichage environnemental", "environmental labelling"),
    ("mes-aides-reno", "aides à la rénovation", "renovation aid"),
    ("nos-gestes-climat", "empreinte carbone", "carbon footprint"),
    ("referentiel-national-des-batiments", "géocommun", "geographic commons"),
    ("tous-a-bord-suite-proactive", "non-recours", "non-take-up"),
    ("transports-sanitaires", "transport sanitaire", "medical transport"),
]


@pytest.mark.parametrize(("challenge", "french", "english"), TERMS)
def test_the_summary_holds_the_usual_word(
    base: KnowledgeBase, challenge: str, french: str, english: str
) -> None:
    (found,) = challenges_by_id(base, (challenge,))
    assert french.casefold() in found.summary("fr").casefold()
    assert english.casefold() in found.summary("en").casefold()
