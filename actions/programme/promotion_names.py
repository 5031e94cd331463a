"""The promotions that a message means: « last », a year of a call, a year of a start."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.desk import Desk
from actions.programme.call_intents import CALL_INTENTS
from actions.question import Question
from knowledge.calls import calls
from knowledge.dates import FOLDED_MONTHS, FOLDED_MONTHS_EN
from knowledge.references import promotion_of_year
from knowledge.text import fold, words

_BY_CALL = frozenset(
    "eligibility administration_eligibility apply_procedure propose_procedure selection_process "
    "jury count_applications count_projects_submitted profiles_sought".split()
)
_BY_EITHER = frozenset({"count_applications", "count_projects_submitted"})
"""Intents whose year may be that of the call or that of the start: both are told."""

_FIRST_JURY = re.compile(r"\b(?:premier|1er|first) jury\b")
_WITH_DESIGNERS = re.compile(
    r"\b(?:y compris|en comptant|avec|including|counting) (?:les |la |the )?(?:promotion |promo )?"
    r"(?:dig|designers)\b"
    r"|\b(?:dig|designers) (?:compris\w*|inclus\w*|included)\b"
)
"""« DIG compris » leaves no promotion out."""
_WITHOUT_DESIGNERS = re.compile(
    r"\b(?:hors|sauf|a part|sans(?: compter| les| la)?|excepte|except|excluding|without|not counting) "
    r"(?:les |la |the )?(?:promotion |promo )?(?:dig|designers)\b"
)
"""« hors designers » leaves that promotion out."""
_MOMENT = re.compile(
    rf"\b(?:{'|'.join((*FOLDED_MONTHS, *FOLDED_MONTHS_EN))}"
    r"|printemps|automne|hiver|spring|summer|autumn|winter)"
    r" (?:de l ?['’]annee |of |de )?(20\d\d)\b"
)
"""« en mars 2021 » is when something was so; a promotion named beside it is the one asked about."""


_SURVEYED = re.compile(
    r"\b(?:interroge\w*|enquetes?|sondages?|sonde\w*|repond\w+|survey\w*|polled|questioned|respondents?)"
    r" (?:en|de|in|of) (20\d\d)\b"
)
"""« les EIG interrogés en 2019 » are those of the survey, not of the promotion of that year."""
_WHICH_IT_IS = re.compile(
    r"\b(?:c ?['’]? ?est|c ?['’]? ?etait|est) (?:la)?quelle?\b|\bquelle (?:est|etait)\b"
    r"|\b(?:what|which(?: one)?) (?:is|was)\b"
)
_WHAT_IT_IS = re.compile(r"\bquoi\b|\bwhat\b")
_TELL_OF_IT = re.compile(
    r"\b(?:dire|dites|savoir|apprendre)\b.{0,12}\bplus\b|\b(?:racont|present|parle)\w*"
    r"|\b(?:tell|know)\b.{0,6}\b(?:more|about)\b"
)
_SAID_OF_IT = frozenset(
    "laquelle quoi what which dire dites savoir apprendre plus raconter racontez raconte presenter presentez "
    "presente parler parlez parle pouvez pourriez peux voudrais aimerais tell know more".split()
)


def of_a_promotion_itself(question: Question) -> Question | None:
    """« la dernière promo, c'est laquelle ? », « et DIG c'est quoi ? » ask for itself, not the last question
    once more; a number says already which promotion it is.
    """
    named = question.values("promotion")
    if named in ((), ("all",)):
        return None
    if question.intent == "programme_definition":
        return question.with_intent("promotion_overview")
    folded, own = fold(question.text), set(question.content_words) - _SAID_OF_IT
    asks = bool(_WHICH_IT_IS.search(folded) or _TELL_OF_IT.search(folded))
    asks = asks or not named[0].isdigit() and _WHAT_IT_IS.search(folded) is not None
    if own or len(named) > 1 or question.entities.keys() != {"promotion"} or not asks:
        return None
    return replace(question.with_intent("promotion_overview", 1.0), unfamiliar=())


def promotions_by_id(question: Question, desk: Desk) -> Question:
    """« last » becomes an id; a year the promotion that began then, unless the question is about calls."""
    if question.intent == "jury" and _FIRST_JURY.search(fold(question.text)):
        return question.with_entities(promotion=("1",))
    question = _at_a_moment(question)
    known = {p.id: p.year for p in desk.promotions}
    by_call = _promotions_by_call(desk) if question.intent in _BY_CALL else {}
    values = list(
        dict.fromkeys(desk.promotions[-1].id if v == "last" else v for v in question.values("promotion"))
    )
    named = question.values("named_year")
    for year in _years_of_promotions(question):
        if int(year) > desk.now.year:  # no promotion is known of a year to come
            continue
        promotion = promotion_of_year(int(year), known)
        if year == str(known.get("dig")) and _is_of_designers_alone(question):
            continue
        if year in by_call and year not in named:
            begun = [promotion] if promotion and question.intent in _BY_EITHER else []
            values = list(dict.fromkeys((*values, *by_call[year], *begun)))
            continue
        if promotion is None and year in named:
            values.append(year)
        elif promotion and promotion not in values and "all" not in values:
            if question.intent not in CALL_INTENTS or year in named:
                values.append(promotion)
    without = _leaves_designers_out(question)
    meant = question.values("skill") == ("design",) and str(known.get("dig")) in question.values("year")
    if meant and values and "dig" not in values and not without:
        values.append("dig")  # those of the designers' promotion began that year as well
    if _WITH_DESIGNERS.search(fold(question.text)) or without:
        values = [value for value in values if value != "dig"]
    named_ids = (
        question.with_entities(promotion=tuple(values))
        if question.values("promotion") or values
        else question
    )
    return _of_designers(named_ids)


def _years_of_promotions(question: Question) -> tuple[str, ...]:
    """The years that stand for promotions: no moment beside a promotion, or the year of one, and none in the
    life of a challenge or host: « le site du Mobilier national, lancé en avril 2019 ».
    """
    folded = fold(question.text)
    years, moments = question.values("year"), set(_MOMENT.findall(folded))
    years = tuple(year for year in years if year not in _SURVEYED.findall(folded))
    others = tuple(year for year in years if year not in moments or year in question.values("named_year"))
    dates_a_thing = question.values("promotion") or question.subjects & {"challenge", "administration"}
    return others if others or dates_a_thing else years


def _at_a_moment(question: Question) -> Question:
    """« combien étaient en production en mars 2021 ? », in a talk on one promotion, asks of that one."""
    focus, moments = question.focus, set(_MOMENT.findall(fold(question.text)))
    spoken_of = focus.entities.get("promotion", ()) if focus.status == "answered" else ()
    own = set(question.content_words) - {*FOLDED_MONTHS, *FOLDED_MONTHS_EN}
    if len(spoken_of) != 1 or question.subjects != {"year"} or not set(question.values("year")) <= moments:
        return question
    if question.intent in CALL_INTENTS:  # « quel appel a ouvert en octobre 2020 ? »
        return question
    return question.with_entities(promotion=spoken_of) if own else question


def _is_of_designers_alone(question: Question) -> bool:
    """« les Designers d'intérêt général en 2019 » are not the other promotion of that year."""
    return question.values("promotion") == ("dig",) and "eig" not in words(question.text)


def _leaves_designers_out(question: Question) -> bool:
    return _WITHOUT_DESIGNERS.search(fold(question.text)) is not None


def _of_designers(question: Question) -> Question:
    """The DIG are all designers: the skill narrows nothing; nor does it where they are left out."""
    named = question.values("promotion")
    left_out = named and "dig" not in named and _leaves_designers_out(question)
    if (named == ("dig",) or left_out) and question.values("skill") == ("design",):
        kept = {kind: values for kind, values in question.entities.items() if kind != "skill"}
        return replace(
            question, entities=kept, spans=tuple(span for span in question.spans if span[2] != "skill")
        )
    return question


def _promotions_by_call(desk: Desk) -> dict[str, list[str]]:
    """Year → promotions that people applied to in that year."""
    first: dict[str, str] = {}
    for call in calls(desk.base):
        if call.closes:
            first.setdefault(call.promotion, str(call.closes.year))
    years: dict[str, list[str]] = {}
    for promotion, year in first.items():
        years.setdefault(year, []).append(promotion)
    return years
