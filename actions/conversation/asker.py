"""Who asks: an administration or a candidate, as said earlier in the talk, which some answers depend on."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.programme.hosts import kinds_of_body
from actions.question import CLEAR, Question
from knowledge.text import fold, words

_SIDES = {
    "propose_procedure": "administrations",
    "administration_eligibility": "administrations",
    "administration_cost": "administrations",
    "apply_procedure": "candidates",
    "eligibility": "candidates",
}
"""What one side alone asks for."""
_THEIR_FILES = {
    ("fr", "administrations"): "pour les projets des administrations",
    ("fr", "candidates"): "pour les dossiers des candidats",
    ("en", "administrations"): "for the projects of administrations",
    ("en", "candidates"): "for the applications of candidates",
}
_WHO_JUDGES = re.compile(
    r"\b(?:qui|ki|who)\b (?:est-ce qui |va |vont )?"
    r"(?:juge|note|examine|evalue|selectionne|choisi|lit|lire|decide|judge|mark|assess|select|choose|read)\w*"
    r"|\b(?:qui|ki|who)\b[^?.]{0,24}\b(?:dans|au|sur|in|on) (?:le |un |ce |the )?jury\b"
    r"|\bjury\W+(?:c ?['’]? ?est |ce sont |is )?(?:qui|ki|who)\b"
)
_JURY = {
    ("fr", ""): "Qui compose le jury ?",
    ("fr", "administrations"): "Qui compose le jury des projets ?",
    ("fr", "candidates"): "Qui compose le jury des candidats ?",
    ("en", ""): "Who sits on the jury?",
    ("en", "administrations"): "Who sits on the jury of projects?",
    ("en", "candidates"): "Who sits on the jury of candidates?",
}
_WOULD_BE_ONE = re.compile(
    r"\b(?:devenir|devienne|etre|become|be) (?:un |une |an? )?(?:eigs?|entrepreneur\w*)\b"
    r"|\b(?:fonctionnaires?|titulaires?|contractuel\w*|agents? (?:publi\w+|territoria\w+|de l ?'etat)"
    r"|civil servants?)\b(?!.*\b(?:accueill\w+|recevoir|obtenir|demander|avoir|host|get|have)\b)"
    r".{0,80}\b(?:peu[xt]|puis|pourrait|candidat\w+|postul\w+|detach\w+|can|may|apply)\b"
)
"""« mon mari est fonctionnaire territorial, peut-il… » asks for a person, whatever body employs him."""
_AT_ONE = re.compile(
    r"\b(?:je (?:suis|travaill\w+|boss\w+|exerc\w+)|i (?:work|am)|i ?['’]? ?m)\b(?P<where>[^.?!;]{3,60})"
)
_PUBLIC_TRADE = re.compile(
    r"\b(?:prof(?:esseur\w*)?|enseignant\w*|institut(?:eur|rice)s?|policiers?|gendarmes?|school ?teachers?"
    r"|magistrats?|douani\w+)\b"
)
_MAY_I = re.compile(
    r"\b(?:puis[- ]je|je (?:peux|pourrais|puisse)|ai[- ]je le droit de|can i|may i|could i) (?:me )?"
    r"(?:\w+ )?(?:candidater|postuler|presenter|participer|apply|join|devenir|become)\b"
)
"""« je suis pharmacien à l'hôpital, puis-je candidater ? » asks for a person, and no host."""
_IN_PUBLIC_SERVICE = {
    "fr": "Je suis agent public, puis-je candidater ?",
    "en": "I am a public servant, may I apply?",
}
_WOULD_HAVE_ONE = re.compile(
    r"\b(?:avoir|accueillir|recevoir|obtenir|demander|solliciter|host|get|have|request)"
    r" (?:un |une |des |an? |some |deux |two )(?:eigs?|entrepreneurs? d ?['’]? ?interet)\b"
)
_OUR_BODY = re.compile(
    r"\b(?:notre|mon|ma|nos|our|my) (?:ministere|administration|direction|service|agence|etablissement"
    r"|operateur|mairie|commune|collectivite|hopital|ministry|department|agency|body)\b"
)
_AS_A_HOST = {
    "administration_eligibility": (
        frozenset({"eligibility", "apply_procedure", "selection_process", "contract"}),
        frozenset(
            "conditions condition requises requise remplir participer eligibilite eligibles conditions "
            "requirements required requirement meet eligible".split()
        ),
    ),
    "administration_cost": (
        frozenset({"administration_cost", "promotion_budget", "programme_funding"}),
        frozenset(
            "coute coutent coutera couterait couteraient couter cout couts prix salaire tarif tarifs revient "
            "reviendrait eig eigs ministere administration direction service agence etablissement operateur "
            "mairie commune collectivite hopital ministry department agency body cost costs price fee".split()
        ),
    ),
}
"""What an administration means by what may be asked by others too: how it is heard, and all that is said."""
ASKED_BY_EACH_SIDE = {
    (
        "fr",
        "administration_eligibility",
    ): "Quelles sont les conditions pour qu'une administration accueille un EIG ?",
    ("en", "administration_eligibility"): "What are the conditions for an administration to host an EIG?",
    ("fr", "administration_cost"): "Combien coûte un EIG à l'administration qui l'accueille aujourd'hui ?",
    ("en", "administration_cost"): "What does an EIG cost the administration that hosts one today?",
    ("fr", "eligibility"): "Qui peut candidater au programme ?",
    ("en", "eligibility"): "Who can apply to the programme?",
}
"""How hosts and candidates ask it, by language and intent."""
_MAY_APPLY = frozenset("apply_procedure eligibility administration_eligibility nlu_fallback".split())
_DEPENDS = frozenset({"selection_process", "jury"})
_A_FILE = frozenset(
    "dossier dossiers formulaire pieces piece documents document justificatifs justificatif papiers "
    "paperasse file form documents papers paperwork application".split()
)
_ASKS_WHAT_IS_IN_IT = _A_FILE | frozenset(
    "mettre met mettez mets contenir contient contenu compose composer composition comporte comprend "
    "comprendre fournir fourni joindre remplir remplit preparer prepare constituer monter envoyer donner "
    "demande demandes demandees demander doit doivent must besoin elements element rubriques parties "
    "sections liste exactement necessaires necessaire obligatoires administratives administratif "
    "projet projets put include contain contains provide need needed required fill prepare send submit "
    "list".split()
)
"""All that « que faut-il mettre dans le dossier ? » says: not when, where or by whom."""
_ASKS_WHAT = re.compile(r"\b(?:quoi|koi|que|qu|quel\w*|kel\w*|what|which|liste|list|contenu)\b")
_OF_A_PROJECT = frozenset(
    "projet projets defi defis administration administrations ministere project projects challenge ministry "
    "candidature candidatures candidat candidats candidate cv eig eigs".split()
)
"""What tells whose file a message is on."""
_OF_A_FILE = frozenset("apply_procedure eligibility selection_process".split())
"""What « quand faut-il déposer le dossier ? » is heard as, which a candidate would ask."""
_ASKS_WHEN = re.compile(r"\b(?:quand|kan|dates?|delais?|jusqu\w*|when|deadline|until)\b")
_WHAT_IS_IN_IT = {
    "fr": "Qu'est-ce qu'une administration doit mettre dans le dossier de projet ?",
    "en": "What must an administration put in its project file?",
}


def asker_after(question: Question) -> str:
    """The side that asks as far as is known: « administrations », « candidates » or nothing."""
    said = () if "audience" in question.inherited else question.values("audience")
    if question.focus.asker and not said and _is_of_a_file(question):  # which each side has to hand in
        return question.focus.asker
    side = said[0] if len(said) == 1 else _SIDES.get(question.intent, "")
    return side or question.focus.asker


def of_the_asker(question: Question) -> Question:
    """« quels sont les critères ? » is of projects to an administration, of candidates to a candidate."""
    folded, side = fold(question.text), question.focus.asker
    if question.intent in _MAY_APPLY and _works_at_a_body(folded):
        return _asked_as(question, "eligibility", _IN_PUBLIC_SERVICE[question.lang])
    if question.intent == "administration_eligibility" and _WOULD_BE_ONE.search(folded):
        return question.with_intent("eligibility")
    if question.intent == "eligibility" and _WOULD_HAVE_ONE.search(folded):
        return question.with_intent("administration_eligibility")
    said = set(question.content_words)
    host = side == "administrations" or _OUR_BODY.search(folded) is not None
    for intent, (heard_as, its_words) in _AS_A_HOST.items():
        if host and question.intent in heard_as and said <= its_words and not question.subjects:
            return _asked_as(question, intent, ASKED_BY_EACH_SIDE[question.lang, intent])
    if side == "administrations" and _asks_what_is_in_the_file(question, folded):
        return _asked_as(question, "propose_procedure", _WHAT_IS_IN_IT[question.lang])
    if "audience" in question.entities or question.subjects:
        return question
    due = question.intent == "call_status" and _ASKS_WHEN.search(folded) is not None
    if side == "administrations" and (due or question.intent in _OF_A_FILE) and _is_of_a_file(question):
        if _ASKS_WHEN.search(folded):  # till when projects are taken
            of_calls = question.with_intent("call_status", max(question.confidence, CLEAR))
            return replace(of_calls.with_entities(audience=(side,)), ruled=True)
        question = question.with_intent("propose_procedure")
    elif question.intent not in _DEPENDS:
        return question
    text = f"{question.text.rstrip(' ?!.')} {_THEIR_FILES[question.lang, side]} ?" if side else question.text
    if _WHO_JUDGES.search(fold(question.text)):
        question, text = replace(question.with_intent("jury"), spans=()), _JURY[question.lang, side]
    if not side:
        return replace(question, text=text)
    asked = replace(question.with_entities(audience=(side,)), text=text)
    return replace(asked, inherited=question.inherited | {"audience"})


def _asked_as(question: Question, intent: str, text: str) -> Question:
    """The question put in the words in which ``intent`` is asked, and stood by."""
    asked = question.with_intent(intent, max(question.confidence, CLEAR))
    return replace(asked, text=text, spans=(), unfamiliar=(), ruled=True)


def _works_at_a_body(folded: str) -> bool:
    """Whether someone who works for a public body asks whether to apply himself."""
    works = _AT_ONE.search(folded) if _MAY_I.search(folded) else None
    where = works["where"] if works else ""
    return bool(kinds_of_body(where)) or _PUBLIC_TRADE.search(where) is not None


def _is_of_a_file(question: Question) -> bool:
    """« il faut déposer le dossier où ? », which does not say whose."""
    said = set(words(question.said or question.text))
    return bool(said & _A_FILE) and not said & _OF_A_PROJECT


def _asks_what_is_in_the_file(question: Question, folded: str) -> bool:
    """« quelles pièces faut-il ? », « il faut mettre quoi dans le dossier ? », of nobody in particular."""
    said = set(question.content_words)
    if question.subjects or "audience" in question.entities or not said & _A_FILE:
        return False
    return said <= _ASKS_WHAT_IS_IN_IT and _ASKS_WHAT.search(folded) is not None


def for_audience(intent: str, audience: str) -> str:
    """The intent that asks for one side what ``intent`` asks: « et pour une administration ? »."""
    pairs = (
        ("eligibility", "administration_eligibility"), ("apply_procedure", "propose_procedure"),
        ("count_applications", "count_projects_submitted"),
    )  # fmt: skip
    for candidates, administrations in pairs:
        if intent in (candidates, administrations):
            return administrations if audience == "administrations" else candidates
    return intent
