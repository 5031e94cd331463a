"""Questions that list challenges by a town, a body, a skill or a theme, whatever their words sound like."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from actions.desk import Desk
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.question import CLEAR, PLAIN, SUBJECT_KINDS, Question, asks_how_many, outside_paris
from knowledge.challenges import Challenge, ChallengeFilter, find_challenges
from knowledge.text import fold, words

NEARLY_ASKED_SO = 0.75
"""Fit of what nearly these words ask for, which comes before a list of challenges made by none of them."""
_LEFT_OUT = 2
"""Words of a question that its list is not made by, from which other answers are weighed however sure it is:
« which challenge dealt with nuclear safety inspections? »."""
LIST_INTENTS = frozenset("list_challenges count_challenges administration_overview".split())
"""Intents narrowed by criteria, which a question that points back takes over."""
CRITERIA = frozenset("administration skill theme town".split())
"""Kinds by which challenges are listed."""
CHALLENGE_WORDS = frozenset("defi defis projet projets challenge challenges project projects".split())
THERE_WORDS = CHALLENGE_WORDS | {"eig", "eigs", "mission", "missions", "truc", "trucs", "chose"}
"""What may have been in a place: « des EIG dans le Rhône »."""
_OF_PLACES = frozenset("departement region circonscription ville commune coin pres cote".split())
_IS_THERE = re.compile(
    r"\by (?:a|en a|avait|a eu)\b|\bya\b|\b(?:is|are|was|were) there\b|\bavez[- ]vous (?:eu|des)\b"
)
_AN_OFFICE = re.compile(
    r"\b(?:bureau|direction|service|pole|mission|delegation|departement|division|cellule|secretariat|office)"
    r" (?:de la |de l ?['’]|du |des |de |d ?['’]|of )?(?:[a-z]+ ){0,2}$"
)
_WHICH = re.compile(r"\b(?:lesquel\w*|quelles? (?:sont|etaient)|liste\w*|which)\b")
_WHICH_CHALLENGES = re.compile(
    r"\b(?:quels|kels?|which|what|tous les|all the|liste\w*)\W+(?:des |of |sont )?(?:les |the )?"
    r"(?:eig )?(?:defis|projets|challenges|projects)\b"
)
_HOSTED = frozenset(
    "porte porter portes mene mener menes lance lances accueilli accueillis accueille heberge heberges "
    "conduit conduits propose proposes realise realises fait faits eu hosted host led run had done liste "
    "list".split()
)
_WHICH_ONES = re.compile(
    r"\W*(?:(?:et|ok|and)\W+)*(?:(?:ce sont |c'est )?(?:lesquel\w*|lequel|laquelle)(?: exactement)?"
    r"|which(?: ones?)?(?: are they| exactly)?|quels?)\W*"
)
_ONLY_THOSE = re.compile(
    r"\W*(?:(?:et|ok|non|mais|and|no|but|alors)\W+)*"
    r"(?:(?:seulement|uniquement|juste|rien que|only|just)\b|(?:ne )?gard\w+ que\b"
    r"|(?:ceux|those|the ones|lesquel\w*|which(?: ones?)?)\b)"
)
"""« seulement ceux de la promotion 7 » of the list just shown."""
_AND_THE = re.compile(r"\W*(?:et|and|what about|how about) (?:(?:pour|for) )?(?:(?:l[ae]s?|the)\b|l ?['’])")
_MATTER = frozenset(("theme", "administration"))
"""Kinds by which people name a field: « la culture » may be either."""
_NARROWING = frozenset("seulement uniquement juste rien garde gardez garder gardons only just ones".split())
_THOSE = re.compile(r"\b(?:lesquel\w*|which (?:ones?|of them)|parmi (?:eux|elles|ceux|ca)|among them)\b")
_IT_HAS = re.compile(r"\belle\b|\b(?:does|did|has|had) it\b|\bit (?:has|had)\b")
_EITHER = re.compile(r",|\b(?:et|ou|and|or)\b")
_MAY_ASK_WHAT_IS_THERE = LIST_INTENTS | frozenset(
    "describe_challenge challenge_town report_find report_search person_lookup faq_other missions follow_up "
    "nlu_fallback out_of_scope programme_state".split()
)


def asks_which_ones(question: Question) -> bool:
    """« lesquels ? », « seulement ceux de la promo 7 » and nothing else, after challenges were counted."""
    if question.focus.intent not in LIST_INTENTS:
        return False
    if not question.subjects:
        return says_only_which(question.text)
    said = set(question.content_words) - _NARROWING - CHALLENGE_WORDS
    narrows = not said and question.subjects <= CRITERIA | {"promotion", "year", "named_year"}
    return narrows and _ONLY_THOSE.match(fold(question.text)) is not None


def says_only_which(text: str) -> bool:
    """« lesquels ? », and nothing else."""
    return _WHICH_ONES.fullmatch(fold(text)) is not None


def points_to_those(question: Question) -> bool:
    """« lesquels sont à Lyon ? », of those just listed or counted; « elle a quoi sur l'écologie ? », of those
    of the promotion spoken of.
    """
    counted = question.focus.intent in LIST_INTENTS | {"promotion_overview"}
    return counted and _THOSE.search(fold(question.text)) is not None or _goes_on_with_it(question)


def _goes_on_with_it(question: Question) -> bool:
    spoken_of = question.focus.entities.keys() & set(SUBJECT_KINDS)
    return spoken_of == {"promotion"} and _IT_HAS.search(fold(question.text)) is not None


def instead_of_the_matter(question: Question, intent: str) -> set[str]:
    """The kinds that a name replaces: « et l'éducation nationale ? » after the challenges on health asks for
    hers, not for those that are both. « et sur la santé ? » after a ministry's narrows them.
    """
    named = bool(question.subjects & _MATTER) and intent in LIST_INTENTS
    return set(_MATTER) if named and _AND_THE.match(fold(question.text)) else set()


def by_criteria(question: Question) -> Question:
    """« quels défis avaient besoin d'un juriste » lists challenges, whatever the words about profiles."""
    question = _outside_names_of_offices(question)
    about = set(question.own_words) & CHALLENGE_WORDS
    if _asks_what_is_there(question):
        counts = question.intent == "count_challenges" and asks_how_many(question)
        intent = "count_challenges" if counts else "list_challenges"
        return replace(question.with_intent(intent, max(question.confidence, PLAIN)), ruled=True)
    narrowed = any(question.values(kind) for kind in CRITERIA)
    asks_where = question.intent == "challenge_town" and question.values("town")
    if about and _asks_which_of_a_body(question):
        return replace(question.with_intent("list_challenges", max(question.confidence, PLAIN)), ruled=True)
    if (
        question.intent in CHALLENGE_INTENTS
        and narrowed
        and not question.points_back
        or (asks_where and (not question.focus.challenge or question.focus.intent in LIST_INTENTS))
    ):
        if not question.entities.keys() & {"challenge", "unknown_challenge"}:
            return question.with_intent("list_challenges")
    if about and outside_paris(question) and not question.values("challenge"):
        return replace(question.with_intent("list_challenges", max(question.confidence, CLEAR)), ruled=True)
    if (
        question.intent in ("team_size", "count_challenges")
        and question.values("town")
        and asks_how_many(question)
    ):
        return question.with_intent("count_challenges", max(question.confidence, CLEAR))
    which = question.values("town") and _WHICH.search(fold(question.text))
    if (
        which
        and question.intent in ("work_location", "missions")
        and {"mission", "missions"} & set(question.own_words)
    ):
        return question.with_intent("list_challenges", max(question.confidence, CLEAR))
    if about and not narrowed:
        return question
    if about and question.values("skill") and question.intent in ("profiles_sought", "team_size", "missions"):
        return question.with_intent("list_challenges")
    return question


def _asks_which_of_a_body(question: Question) -> bool:
    """« quels défis le ministère des Armées a-t-il portés ? »: the challenges of a body, and nothing else."""
    if not question.values("administration") or question.entities.keys() & {"challenge", "person"}:
        return False
    left = set(question.content_words) - CHALLENGE_WORDS - _HOSTED - {"eig", "eigs"}
    return not left and _WHICH_CHALLENGES.search(fold(question.text)) is not None


def meeting(criteria: ChallengeFilter, question: Question, desk: Desk) -> list[Challenge]:
    """The challenges that meet ``criteria``: « l'IA à la justice » is of both themes, « la santé et la
    culture » of either.
    """
    found = find_challenges(desk.base, criteria)
    spans = sorted((start, end) for start, end, kind in question.spans if kind == "theme")
    between = [question.text[end:start] for (_, end), (start, _) in pairwise(spans)]
    if len(criteria.themes) < 2 or not between or any(_EITHER.search(fold(text)) for text in between):
        return found
    of_each = [find_challenges(desk.base, replace(criteria, themes=(theme,))) for theme in criteria.themes]
    return [one for one in found if all(one in some for some in of_each)] or found


def _asks_what_is_there(question: Question) -> bool:
    """« y a-t-il eu un projet à Brest ? »: the challenges of a place, and of nothing else."""
    about = set(question.own_words) & THERE_WORDS
    if not about or not question.values("town"):
        return False
    if question.entities.keys() & {"challenge", "unknown_challenge", "person"}:
        return False
    named = {word for town in question.values("town") for word in words(town)}
    if set(question.content_words) - about - named - _OF_PLACES:
        return False
    return question.intent in _MAY_ASK_WHAT_IS_THERE or _IS_THERE.search(fold(question.text)) is not None


def _outside_names_of_offices(question: Question) -> Question:
    """« bureau de la transformation numérique, ministère de la Culture » is no theme of its challenges."""
    themes = [start for start, _, kind in question.spans if kind == "theme"]
    if not question.values("administration") or not themes:
        return question
    folded = fold(question.text)
    of_offices = all(_AN_OFFICE.search(folded[:start]) for start in themes)
    return question.with_entities(theme=()) if of_offices else question


def leaves_out(question: Question) -> bool:
    """Whether a list of challenges is asked in words that it is not made by."""
    return question.intent in LIST_INTENTS and len(question.unfamiliar) >= _LEFT_OUT


def lists_all(question: Question) -> bool:
    """Whether challenges are listed by nothing that is asked: « dans quelles villes ? »."""
    return question.intent in LIST_INTENTS and not question.subjects
