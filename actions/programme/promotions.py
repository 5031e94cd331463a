"""Promotions: how many, when, how much, one beside the other."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise

from actions.answer import Answer, ItemList, Paragraph, QuickReply, Table
from actions.compose import answered, clarify, not_found, reply, source_of, with_lead
from actions.desk import Desk
from actions.evidence import passages, ranked, unexplained
from actions.programme.challenge_counts import count_by_criteria, people_by_criteria
from actions.programme.challenge_lists import has_criteria
from actions.programme.conditions import PROPERTIES, PROPERTY_WORDS
from actions.programme.counting import counted_intents
from actions.programme.superlative import is_superlative, most_or_least
from actions.question import Question, asks_how_many
from actions.registry import REGISTRY, answers
from actions.tell import answer_with, known_promotions, no_such_promotion, tell, tell_number
from actions.topic import TopicAction
from actions.wording import join, number, say
from knowledge.dates import written
from knowledge.statements import Statement, statements
from knowledge.text import fold

_NUMBERS = {
    "count_eig": "eig_count",
    "count_applications": "application_count",
    "count_projects_submitted": "project_count",
    "promotion_budget": "budget",
}
_PEOPLE = re.compile(
    r"\b(?:d?eigs?|candidat\w*|personnes?|gens|entrepreneur\w*|laureat\w*|people|fellows?)\b"
)
"""Who is chosen, beside projects: « combien de projets déposés, et combien d'EIG retenus ? »."""
_CHOSEN = re.compile(r"\b(?:reten\w+|gard\w+|pris|choisi\w*|selectionn\w+|kept|chosen|selected|picked)\b")
_TELLS_EACH = re.compile(
    r"\b(?:quel\w*|which|what|liste\w*|list|eigs?|defis?|projets?|challenges?|projects?)\b"
)
"""What asks of the promotions more than how many there were."""
_FUND = re.compile(r"\bpia\b|\binvestissements? d ?['’]? ?avenir\b|\binvestments? for the future\b")
"""Who pays, beside what a promotion cost."""
_COMPARED = (
    "start_date",
    "duration",
    "eig_count",
    "challenge_count",
    "application_count",
    "project_count",
    "budget",
)


class ActionPromotions(TopicAction):
    """Answers about the promotions as such."""

    topic = "promotions"


@answers(*_NUMBERS)
def count(question: Question, desk: Desk) -> Answer:
    """A figure of one or several promotions, every sourced value of it."""
    if question.intent == "count_eig" and has_criteria(question):
        return people_by_criteria(question, desk)
    if question.intent == "count_applications" and has_criteria(question):
        known, _ = known_promotions(question, desk)
        found = [
            p
            for p in passages(question, desk, ("application_count",), known)
            if not unexplained(question, p.text)
        ]
        text = say(question.lang, "not_said", topic=say(question.lang, "topic_count_applications"))
        return answer_with(question, [p for p in found if p.fit >= 0.5], known) or not_found(
            question, desk, text
        )
    if question.intent == "promotion_budget" and _FUND.search(fold(question.text)):
        return tell(question, desk, ("funding", "budget"), "topic_promotion_budget")
    first = tell_number(question, desk, _NUMBERS[question.intent], f"topic_{question.intent}")
    return _with_others(first, question, desk)


def _with_others(first: Answer, question: Question, desk: Desk) -> Answer:
    """« combien d'EIG et combien de défis »: what else is counted in the same message is told too."""
    others = [intent for intent in counted_intents(question) if intent != question.intent]
    folded = fold(question.text)
    chosen = question.intent == "count_projects_submitted" and _CHOSEN.search(folded) is not None
    if chosen:
        others = [one for one in others if _PEOPLE.search(folded) and one != "count_challenges"]
    found = [_number(question.with_intent(intent), desk) for intent in dict.fromkeys(others)]
    for other in [*found, *(_those_chosen(question, desk) if chosen else ())]:
        if other.status == "answered" and first.status == "answered" and other.text != first.text:
            first = answered(
                [*first.blocks, *other.blocks],
                [*first.sources, *other.sources],
                rows=[*first.rows, *other.rows],
            )
    return first


def _number(question: Question, desk: Desk) -> Answer:
    name = {**_NUMBERS, "count_challenges": "challenge_count"}[question.intent]
    return tell_number(question, desk, name, f"topic_{question.intent}")


def _those_chosen(question: Question, desk: Desk) -> list[Answer]:
    """How many challenges were chosen of those submitted, where that is not told with their number: as the
    jury chose them, « 12, auxquels s'ajoute EIG Link », if that is known of each promotion.
    """
    known, _ = known_promotions(question, desk)
    found = statements(desk.base, known, ("challenge_count", "project_count")) if known else ()
    said = [s for s in found if _CHOSEN.search(fold(s.text_fr))]
    told = {s.subject for s in said if s.property == "project_count"}
    untold = tuple(one for one in known if one not in told)
    if known and not untold:
        return []
    of_the_jury = [s for s in said if s.property == "challenge_count" and s.subject in untold]
    if not untold or {s.subject for s in of_the_jury} != set(untold):
        return [_number(question.with_intent("count_challenges").with_entities(promotion=untold), desk)]
    blocks = [Paragraph(s.text(question.lang)) for s in of_the_jury]
    sources = [source_of(s.cited) for s in of_the_jury]
    return [answered(blocks, sources, rows=[f"statement:{s.id}" for s in of_the_jury])]


@answers("count_challenges")
def count_challenges(question: Question, desk: Desk) -> Answer:
    """What sources say for a promotion; the base's own count for any other criterion."""
    if has_criteria(question):
        return count_by_criteria(question, desk)
    first = tell_number(question, desk, "challenge_count", "topic_count_challenges")
    return _with_others(first, question, desk)


@answers("promotion_overview")
def overview(question: Question, desk: Desk) -> Answer:
    """A promotion in a few sentences: overview, dates, figures."""
    known, unknown = known_promotions(question, desk)
    if unknown and not known:
        return _beyond(question, desk, unknown)
    if not known:
        return promotion_list(question, desk)
    found = statements(desk.base, known, ("overview", "label"))
    if not found:
        return tell_number(question, desk, "eig_count", "topic_count_eig")
    replies = [
        reply(say(question.lang, key, promotion=_label(desk, known[0], question.lang)))
        for key in ("reply_challenges_of", "reply_eigs_of", "reply_calls_of")
    ]
    rows = [f"statement:{s.id}" for s in found]
    blocks = [Paragraph(s.text(question.lang)) for s in found]
    return answered(blocks, [source_of(s.cited) for s in found], rows=rows, quick_replies=replies)


@answers("promotion_list")
def promotion_list(question: Question, desk: Desk) -> Answer:
    """Every promotion with its first sentence."""
    _, unknown = known_promotions(question, desk)
    if unknown:
        return _beyond(question, desk, unknown)
    identifiers = [p.id for p in desk.promotions]
    found = statements(desk.base, identifiers, ("overview",))
    first = {s.subject: s for s in reversed(found)}
    kept = [first[i] for i in identifiers if i in first]
    lead = say(question.lang, "promotion_list", number=len([i for i in identifiers if i != "dig"]))
    names = [f"{p.label(question.lang)} ({p.year})" for p in desk.promotions if p.id in first]
    only_counted = asks_how_many(question) and not _TELLS_EACH.search(fold(question.text))
    items = ItemList(tuple(names if only_counted else (s.text(question.lang) for s in kept)))
    sources = [source_of(s.cited) for s in kept]
    return answered([Paragraph(lead), items], sources, rows=[f"statement:{s.id}" for s in kept])


@answers("promotion_dates")
def dates(question: Question, desk: Desk) -> Answer:
    """When a promotion began and ended, and for how long."""
    known, unknown = known_promotions(question, desk)
    if unknown and not known:
        return no_such_promotion(question, desk, unknown)
    subjects = known or [p.id for p in desk.promotions]
    properties = ("start_date", "end_date", "duration")
    found = statements(desk.base, subjects, properties if known else ("overview",))
    if not found:
        asked = join([_label(desk, p, question.lang) for p in known], question.lang)
        return not_found(
            question,
            desk,
            say(question.lang, "nothing_for", topic=say(question.lang, "topic_promotion_dates"), asked=asked),
        )
    chosen = _one_of_each(question, desk, found, known) if known else list(found)
    blocks = [Paragraph(s.text(question.lang)) for s in chosen]
    return answered(blocks, [source_of(s.cited) for s in chosen], rows=[f"statement:{s.id}" for s in chosen])


def _beyond(question: Question, desk: Desk, unknown: Sequence[str]) -> Answer:
    """A promotion after the last: that there is none, then the programme's state, which says why."""
    last = max((p for p in desk.promotions if p.id.isdigit()), key=lambda p: int(p.id))
    if not all(u.isdigit() and int(u) == int(last.id) + 1 for u in unknown):
        return no_such_promotion(question, desk, unknown)
    state = question.with_entities(promotion=()).with_intent("programme_state")
    asked = join(list(unknown), question.lang)
    none = say(question.lang, "no_later_promotion", asked=asked, last=last.label(question.lang))
    return with_lead(none, REGISTRY["programme_state"](state, desk))


def _one_of_each(
    question: Question, desk: Desk, found: Sequence[Statement], known: Sequence[str]
) -> list[Statement]:
    """For each promotion and property, every distinct value once; the ones nearest the question first."""
    distinct = {(s.subject, s.property, s.value or s.text_fr): s for s in reversed(found)}
    by_row = {f"statement:{s.id}": s for s in distinct.values()}
    best = sorted(
        ranked(question, desk, list(distinct.values()), known),
        key=lambda p: (known.index(p.subject), -p.score),
    )
    return [by_row[p.row] for p in best][: 6 * len(known)]


@answers("compare_promotions")
def compare(question: Question, desk: Desk) -> Answer:
    """A table of two or more promotions; « 28 ou 32 » where sources disagree."""
    known, unknown = known_promotions(question, desk)
    if unknown:
        return no_such_promotion(question, desk, unknown)
    if "dig" in known and len(known) == 1:
        return tell(question, desk, ("overview", "label", "definition"), "topic_programme_definition")
    superlative = is_superlative(question.text)
    ranked_by = {**_NUMBERS, "count_challenges": "challenge_count"}
    found_most = most_or_least(question, ranked_by, desk) if superlative and not known else None
    if found_most is not None:
        return found_most
    if len(known) < 2 and not superlative and "all" not in question.values("promotion"):
        if known and known[0] != desk.promotions[0].id:
            before = desk.promotions[[p.id for p in desk.promotions].index(known[0]) - 1].id
            known = [before, known[0]]
        else:
            return clarify(question, say(question.lang, "compare_which"), _pairs(desk, question.lang))
    subjects = known if len(known) > 1 else [p.id for p in desk.promotions]
    if len(known) > 1:
        other = _compare_property(question, desk)
        if other is not None:
            return other
    found = statements(desk.base, subjects, _COMPARED)
    rows = [
        (say(question.lang, f"property_{name}"), *(_cell(found, s, name, question.lang) for s in subjects))
        for name in _COMPARED
        if any(st.property == name for st in found)
    ]
    columns = ("", *(_label(desk, s, question.lang) for s in subjects))
    names = join([_label(desk, s, question.lang) for s in subjects], question.lang)
    lead = Paragraph(say(question.lang, "comparison", names=names))
    sources = [source_of(s.cited) for s in found]
    return answered([lead, Table(columns, tuple(rows))], sources, rows=[f"statement:{s.id}" for s in found])


def _compare_property(question: Question, desk: Desk) -> Answer | None:
    """« le salaire a-t-il changé entre la 4 et la 5 » compares what is said of pay."""
    known, _ = known_promotions(question, desk)
    asked = next((PROPERTIES[r.intent] for r in question.alternatives if r.intent in PROPERTIES), ())
    named = [name for name in asked if any(w in fold(question.text) for w in PROPERTY_WORDS.get(name, ()))]
    parts = (
        [ranked(question, desk, statements(desk.base, [p], named), known)[:2] for p in known] if named else []
    )
    if not parts or not all(parts):
        return None
    chosen = [p for found in parts for p in found]
    sources = [source for p in chosen for source in p.sources]
    return answered([Paragraph(p.text) for p in chosen], sources, rows=[p.row for p in chosen])


def _cell(found: Sequence[Statement], subject: str, name: str, lang: str) -> str:
    values = [s for s in found if s.subject == subject and s.property == name]
    exact = [s for s in values if s.value is not None] or values[:1]
    shown = dict.fromkeys(_shown(s, name, lang) for s in exact)
    return f" {say(lang, 'or')} ".join(list(shown)[:3]) or "–"


def _shown(statement: Statement, name: str, lang: str) -> str:
    """A value as a table shows it: dates in words, amounts in euros, durations with their unit."""
    if statement.number is not None:
        unit = {"budget": "€", "duration": statement.unit or ""}.get(name, "")
        return f"{number(statement.number, lang)} {unit}".strip()
    try:
        return written(dt.date.fromisoformat(statement.value or ""), lang)
    except ValueError:
        return statement.value or statement.text(lang)


def _label(desk: Desk, identifier: str, lang: str) -> str:
    promotion = desk.promotion(identifier)
    return promotion.label(lang) if promotion else identifier


def _pairs(desk: Desk, lang: str) -> list[QuickReply]:
    ids = [p.id for p in desk.promotions if p.id != "dig"][-4:]
    return [
        reply(say(lang, "reply_compare", a=_label(desk, a, lang), b=_label(desk, b, lang)))
        for a, b in pairwise(ids)
    ]
