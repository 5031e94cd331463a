"""What a message asks the number of, by its own nouns: « combien de dossiers de candidature »."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import FIRM, PLAIN, SURE, Question, Reading, asks_how_many
from knowledge.text import fold

COUNT_INTENTS = frozenset("count_eig count_challenges count_applications count_projects_submitted".split())
_BROAD = frozenset(
    "compare_promotions promotion_overview promotion_list list_challenges call_status promotion_dates".split()
)
"""Intents for which « a eu 12 ou 13 défis » may be taken."""
_NARROWED = frozenset("challenge administration skill theme town person unknown_challenge".split())
"""Kinds of entity of which a number is asked that is not that of a promotion."""
_COUNT = (
    r"\b(?:combien|nombres?|nb|nbre|cb|cbn|how many|number of|effectifs?)\s+"
    r"(?:(?:il y a|y a-t-il|ya|on a|a|ont|avez-vous|vous avez)\s+(?:eu\s+)?)?"
    r"(?:de |d'|des |d |du |en )?(?:la |les |l')?"
)
_COUNTED = (
    (
        "count_projects_submitted",
        r"(?:defis?|projets?|dossiers?|sujets?|idees|projects?|challenges?)\b.{0,40}?"
        r"\b(?:propos\w+|depos\w+|soumis\w*|recus?|submitted|received|proposed)",
    ),
    (
        "count_eig",
        r"(?:candidat\w*\b.{0,12}?\b)?(?:retenu|pris(?:es?)?\b|admis|selectionne|choisi\w*\b|embauche\w*\b)\w*",
    ),
    ("count_applications", r"(?:candidat\w*|dossiers? de candidature|postulants?|applica\w+|applicants?)"),
    ("count_challenges", r"(?:defis?|projets?|challenges?|projects?|equipes?)\b"),
    (
        "count_eig",
        r"(?:(?:d?eigs?|recrut\w*|recrues?|laureat\w*|participants?|entrepreneurs?)\b"
        r"|(?:people |applicants |candidates )?(?:(?:were|was|got|been) )?"
        r"(?:got in|in\W*$|hired|accepted|selected|taken))",
    ),
)
_OF_PROJECTS = re.compile(r"\b(?:defis?|projets?|sujets?|idees|projects?|challenges?|admini\w+|minist\w+)\b")
"""Without one of these, « combien de dossiers reçus » may count people as well as projects: both are told."""
_COUNTED_PATTERNS = tuple((intent, re.compile(_COUNT + noun)) for intent, noun in _COUNTED)

_PAID = re.compile(
    r"\bhow much (?:\w+ ){0,3}(?:paid|pay|earn\w*|make|made)\b"
    r"|\b(?:combien|cb) (?:\w+ ){0,3}(?:gagn\w+|payee?s?|touch\w+|remunere\w*)\b"
    r"|\b(?:salary|salaries|wages?|salaires?|remunerations?) (?:of|for|des|d['’])"
    r"|\b(?:gagn\w+|payee?s?|touch\w+|remuneree?s?) (?:combien|cb)\b"
)
"""« how much were people paid »: what they earned, not how many they were."""


def asks_what_was_paid(text: str) -> bool:
    """Whether a message asks what people earned."""
    return _PAID.search(fold(text)) is not None


_TURNED = re.compile(r"\b(defis?|projets?|eigs?|candidat\w*)\b.{0,24}?\bcombien\s*\??$")
_EITHER = re.compile(r"\b\d+ ou \d+ (defis?|projets?|eigs?|candidat\w*|laureats?)\b")
_OF_NOUN = (
    ("count_challenges", "defi projet"),
    ("count_eig", "eig laureat"),
    ("count_applications", "candidat"),
)
_ALONE = (
    ("count_challenges", re.compile(r"defis?|projets?|challenges?|projects?")),
    ("count_eig", re.compile(r"eigs?|personnes?|gens|laureats?|entrepreneurs?|people|fellows?")),
    ("count_applications", re.compile(r"candidats?|candidatures?|dossiers?|applications?|applicants?")),
)
BY_EACH = re.compile(
    r"\bpar promo(?:tion)?s?\b|\bpromo(?:tion)?s? (?:par|apres) promo\w*|\b(?:chaque|toutes les) promo\w*"
    r"|\b(?:per|by|each|every) (?:cohort|promotion|batch)\b|\b(?:cohort|promotion|batch) by \w+"
)
"""« par promotion »: of every one."""
_SIZE_OF_EACH = re.compile(rf"\b(?:effectifs?|tailles?|sizes?|headcounts?)\b.{{0,12}}(?:{BY_EACH.pattern})")
_NUMBER_BY_EACH = re.compile(rf"{_COUNT}\w+.{{0,24}}?(?:{BY_EACH.pattern})")
HOW_MANY = r"(?:combien|cb|nombre|nb|how many|number)"
"""How a number of things is asked for, in folded words."""
COUNTS_OF_A_NOUN = frozenset(intent for intent, _ in _ALONE)
"""Intents that one noun asks for, after another number."""
_COUNTING = frozenset(
    "combien nombre nb nbre cb cbn many how total effectif eu compte comptait compter avait ont exactement "
    "preciser promo promotion promos edition cohorte cohort annee saison defi defis projet projets eig eigs "
    "deig recrute recrutes recrues laureats laureat candidats candidatures candidat challenges projects "
    "retenu retenus retenues pris prises selectionnes selectionnees admis final finalement bout hired "
    "accepted selected applications oral audition auditions auditionnes entretien entretiens passe programme "
    "program since run started fois start debut lances ever deja already".split()
)


_THEIR_NUMBER = re.compile(
    r"\W*(?:(?:et|ok|and|du coup|alors|mais|donc)\W+)*"
    r"(?:(?:il )?y ?['’]? ?en (?:a|avait|a[- ]t[- ]il)(?: eu)? )?"
    r"(?:(?:ils|elles|c ?['’]? ?|ca) ?(?:sont|etaient|etait|fait|faisait) )?"
    rf"(?:(?:quel (?:est|etait) )?(?:leur|their) )?{HOW_MANY}"
    r"(?: (?:total|d ?['’]? ?eux|en tout|au total|en general|exactement|of them|in all|altogether))?"
    r"(?:\W+(?:(?:il )?y ?['’]? ?en (?:a|avait)(?: eu)?|y en a[- ]t[- ]il(?: eu)?"
    r"|(?:(?:sont|etaient)\W+)?(?:ils|elles)(?: (?:sont|etaient))?"
    r"|(?:(?:are|were) )?(?:they|there)(?: (?:are|were))?))?\W*"
)
_IN_ALL = re.compile(
    r"\b(?:en tout|au total|en general|toutes? (?:les )?promo\w* confondues|in (?:all|total)"
    r"|altogether|overall)\b"
)


def asks_for_their_number(text: str) -> bool:
    """« combien ? », « y en a eu combien ? »: of what was just told, and of nothing else."""
    folded = re.sub(r"\byen\b", "y en", fold(text))
    return _THEIR_NUMBER.fullmatch(folded) is not None


def says_in_all(text: str) -> bool:
    """« combien en tout ? » after a list by one thing, which tells its own number: of all there are."""
    return _IN_ALL.search(fold(text)) is not None


_HOW_MANY_KEPT = re.compile(
    r"\W*(?:(?:et|ok|and|dont)\W+)*(?:combien|cb|how many)(?: (?:ont ete|en|sont|furent|etaient|were|got))*"
    r" (?:retenus?|selectionnes?|acceptes?|pris|gardes?|kept|selected|chosen|accepted)\W*"
)


def asks_how_many_were_kept(question: Question) -> bool:
    """« et combien retenus ? » after the number of projects proposed, which is told with it."""
    named = question.subjects - question.inherited
    after_those = question.focus.intent == "count_projects_submitted" and not named
    return after_those and _HOW_MANY_KEPT.fullmatch(fold(question.text)) is not None


def only_counts(question: Question) -> bool:
    """Whether the message says nothing but what it wants the number of, and of which promotion; who asks, and
    for what, may be said around a number « par promotion ».
    """
    folded = fold(question.text)
    if _NUMBER_BY_EACH.search(folded) or _SIZE_OF_EACH.search(folded):
        return True
    return not [word for word in question.content_words if word not in _COUNTING and not word.isdigit()]


def counted_by(noun: str) -> str | None:
    """The intent that counts the things of a folded noun said alone: « et de défis ? »."""
    return next((intent for intent, nouns in _ALONE if nouns.fullmatch(noun)), None)


def _turned(folded: str) -> str | None:
    """« défis promo 6 combien », « 12 ou 13 défis »: the intent of the noun."""
    match = _TURNED.search(folded) or _EITHER.search(folded)
    noun = match[1].rstrip("s") if match else ""
    return next((intent for intent, nouns in _OF_NOUN for one in nouns.split() if noun.startswith(one)), None)


def counted_intents(question: Question) -> tuple[str, ...]:
    """The intents of the things that the message asks the number of, in order of mention."""
    if asks_how_many_were_kept(question):
        return ("count_projects_submitted",)
    folded = fold(question.text)
    found: dict[int, str] = {}
    for intent, pattern in _COUNTED_PATTERNS:
        for match in pattern.finditer(folded):
            found.setdefault(match.start(), intent)
    if not found and _SIZE_OF_EACH.search(folded):
        return ("count_eig",)
    turned = None if found else _turned(folded)
    counted = (turned,) if turned else tuple(dict.fromkeys(found[start] for start in sorted(found)))
    of_either = counted == ("count_projects_submitted",) and not _OF_PROJECTS.search(folded)
    return ("count_applications", *counted) if of_either else counted


def by_what_is_counted(question: Question) -> Question:
    """The question with the intent for the number that it asks, whatever other was read."""
    return _by_its_nouns(_numbers_first(question))


def _numbers_first(question: Question) -> Question:
    """« a eu 12 ou 13 défis » counts, when counting is nearly as likely as the first reading."""
    counts = [
        r
        for r in question.alternatives
        if r.intent in COUNT_INTENTS and r.confidence >= question.confidence - 0.1
    ]
    if question.intent in _BROAD and question.confidence < SURE and counts and asks_how_many(question):
        return replace(
            question,
            intent=counts[0].intent,
            confidence=counts[0].confidence,
            unfamiliar=counts[0].unfamiliar,
        )
    return question


def _by_its_nouns(question: Question) -> Question:
    """« combien de dossiers de candidature » says itself what it counts, whatever intent was read."""
    if question.intent in COUNT_INTENTS and asks_what_was_paid(question.text):
        return question.with_intent("pay", max(SURE, question.confidence))
    counted = counted_intents(question)
    if counted and only_counts(question) and not question.entities.keys() & _NARROWED:
        return replace(question.with_intent(counted[0], FIRM), ruled=True)
    limit = PLAIN if question.intent in COUNT_INTENTS else SURE
    numeric = question.confidence < limit
    if not counted or question.intent in counted or not numeric or question.entities.keys() & {"challenge"}:
        return question
    known = next((r for r in question.alternatives if r.intent == counted[0]), None)
    first = Reading(question.intent, question.confidence, question.unfamiliar)
    return replace(
        question,
        intent=counted[0],
        confidence=max(SURE, known.confidence if known else 0.0),
        unfamiliar=known.unfamiliar if known else question.unfamiliar,
        alternatives=(first, *(r for r in question.alternatives if r.intent != counted[0])),
    )
