"""What the next message may point back to, from a question and its answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.answer import Answer, ItemList
from actions.conversation.asker import asker_after
from actions.conversation.courtesy import COURTESY
from actions.conversation.focus import Focus
from actions.conversation.matter import next_matter
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.programme.criteria import LIST_INTENTS
from actions.programme.hosts import bodies_after
from actions.question import SUBJECT_KINDS, Question, says_today
from actions.reports.follow_ups.last_report import ON_THE_LAST
from actions.reports.follow_ups.recalled import remembered
from actions.reports.passages.quotations import quoted_after

_FEW = 3
"""Of so many challenges listed, the first is the one that « et c'était où ? » means."""
_TALKED = 8
"""Challenges that a talk is remembered to have been about."""
REMEMBERED = 8
"""Rows of an answer that are remembered."""
_LISTED = 40
"""Challenges that are shown one by one, and remembered."""
_NOT_HEARD = frozenset({"nlu_fallback", "not_understood"})
KEEPS_FOCUS = COURTESY.union(
    ON_THE_LAST,
    "last_links out_of_scope not_understood reports_reuse reports_language reports_sources".split(),
)
"""Intents after which the conversation is still about what it was about."""


def next_focus(question: Question, answer: Answer) -> Focus:
    """What the next turn may point back to; small talk changes nothing."""
    before = replace(question.focus, reports=remembered(question.focus.reports, answer))
    if says_today(question.said or question.text):
        kept = {k: v for k, v in before.entities.items() if k not in ("promotion", "year", "named_year")}
        before = replace(before, entities=kept)
    failed = answer.status in ("not_found", "out_of_scope") or question.intent in _NOT_HEARD
    failures = before.failures + 1 if failed else 0
    if question.intent in KEEPS_FOCUS:
        missed = before.failures if answer.status == "smalltalk" else failures
        status = before.status if question.intent in ON_THE_LAST else answer.status
        return replace(before, failures=missed, status=status)
    if _of_no_report(question, answer):
        return replace(before, failures=failures, status=answer.status)
    entities = {k: v for k, v in question.entities.items() if k in SUBJECT_KINDS or k == "audience"}
    if not entities and question.points_back and "promotion" in before.entities:
        entities = {"promotion": before.entities["promotion"]}  # « leurs projets »: still of those people
    if question.intent == "nlu_fallback" and answer.status != "answered":
        own = {k: v for k, v in entities.items() if k not in question.inherited}
        return replace(
            before, entities=own or before.entities, text=question.text, said=question.said,
            failures=failures, status=answer.status, rows=(),
            challenge=own.get("challenge") or before.challenge,
        )  # fmt: skip
    challenges = [row.removeprefix("challenge:") for row in answer.rows if row.startswith("challenge:")]
    if len(challenges) == 1 and ("challenge" in question.inherited or "challenge" not in entities):
        entities["challenge"] = (challenges[0],)
    sources = tuple(dict(vars(source)) for source in answer.sources) or before.sources
    spoken_of = (
        entities.get("challenge")
        or (tuple(challenges[:1]) if len(challenges) <= _FEW else ())
        or before.challenge
    )
    return Focus(
        _intent_after(question, answer),
        entities,
        question.text,
        failures,
        sources,
        answer.status,
        spoken_of,
        answer.rows[:REMEMBERED],
        question.said,
        before.reports,
        question.unfamiliar,
        _listed(question, answer, challenges),
        tuple(dict.fromkeys((*spoken_of[:1], *before.talked)))[:_TALKED],
        _listed_reports(question, answer),
        asker_after(question),
        bodies_after(question, asker_after(question)),
        quoted_after(question, answer),
        _told_before(before, answer),
        next_matter(question, answer.status == "answered"),
    )


def _intent_after(question: Question, answer: Answer) -> str:
    """What the last question was, as its answer shows: a list of reports is one whatever was heard, and what
    one report says (« ça rapporte combien ? ») is none.
    """
    if _lists_reports(question, answer):
        return "report_list"
    if question.intent == "nlu_fallback" and answer.status == "answered" and _names_one(question):
        return "describe_challenge"  # « et le mentor ? » goes on about it
    listed = any(isinstance(block, ItemList) for block in answer.blocks)
    told = question.intent == "report_list" and answer.status == "answered" and not listed
    return "report_search" if told else question.intent


def _names_one(question: Question) -> bool:
    """Whether a question names one challenge, and nothing else but its promotion."""
    own = question.subjects - question.inherited
    return len(question.values("challenge")) == 1 and own - {"promotion"} == {"challenge"}


def _told_before(before: Focus, answer: Answer) -> tuple[dict[str, Any], ...] | None:
    """The sources of the last answer, where this one is a refusal that names others."""
    if answer.sources and answer.status == "answered":
        return None
    kept = before.told_before
    return before.sources if answer.sources and kept is None else kept


def _listed(question: Question, answer: Answer, challenges: list[str]) -> tuple[str, ...]:
    """The challenges just shown one after the other, or before while the talk is still about one of them."""
    shown = challenges[:_LISTED]
    lines = max((len(block.items) for block in answer.blocks if isinstance(block, ItemList)), default=0)
    if question.intent in LIST_INTENTS | {"person_lookup"} and len(shown) > 1 and lines >= len(shown):
        return tuple(shown)
    return question.focus.listed if question.intent in CHALLENGE_INTENTS else ()


def _listed_reports(question: Question, answer: Answer) -> tuple[str, ...]:
    """The keys of the reports just listed, or before while the talk is still on reports."""
    listed = question.intent == "report_list" or _lists_reports(question, answer)
    compared = question.intent == "report_compare"
    if answer.status == "answered" and question.intent.startswith("report") and not compared:
        named = dict.fromkeys(s.report for s in answer.sources if s.report and (listed or not s.quote))
        if listed or len(named) > 1:
            return tuple(named) if len(named) > 1 else ()
    return question.focus.listed_reports if question.intent.startswith("report") else ()


def _lists_reports(question: Question, answer: Answer) -> bool:
    """Whether an answer is a list of reports, whatever it was heard as: « référés sur l'éducation »."""
    lines = [len(block.items) for block in answer.blocks if isinstance(block, ItemList)]
    reports = [source.report for source in answer.sources if not source.quote]
    heard = question.intent in ("report_find", "report_search")
    return heard and len(lines) == 1 and len(reports) == lines[0] == len(answer.sources) > 1


def _of_no_report(question: Question, answer: Answer) -> bool:
    """Whether a question to the reports, asked in a talk on something else, found none to talk of."""
    before = question.focus.intent or ""
    if answer.status == "answered" or not before or before.startswith("report"):
        return False
    names = any(row.startswith(("report:", "organisation:")) for row in answer.rows)
    return question.intent.startswith("report") and not names
