"""Messages that ask of another body what was asked before: « et à Lyon ? », « non, entre X et Y »."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import SURE, Question
from actions.reports.bodies.kinds import BODIES
from knowledge.dates import YEAR
from knowledge.reports.base import ReportBase
from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import KINDS, kinds, name_tokens
from knowledge.reports.organisation_index import LIKELY_NAMED, NAMED
from knowledge.reports.questions import read_question
from knowledge.text import STOP_WORDS, fold, stem, stems

_AS_WELL = re.compile(
    r"^\W*(?:(?:ok|oui|bon|non|no|ah)\W+)*(?:et|and|mais|what about|how about|idem|pareil|meme)\b"
    r"(?!.*\b(?:ils?|elles?|on|y a|they|it|there)\b)|\bje (?:veux|voulais) dire\b|\bi me(?:an|ant)\b"
)
"""« et à Saint-Étienne ? »: the same question on another body."""
_POINTING = frozenset(
    "celle celles celui ceux veux voulais dire mean meant fin end question chose same non pareil pareille "
    "pareils idem meme cas situation mieu pire aussi gere geree geres gerees".split()
)
"""Words beside a name that ask nothing of it, as tokens of names."""


def same_question(asked: Question, base: ReportBase) -> Question:
    """« et à Saint-Étienne ? » asks of another body what was asked before."""
    before = asked.focus.text
    if not before or not _AS_WELL.search(fold(asked.text)) or _matter(asked.text, base):
        return asked
    alike = _of_the_same_kind(asked, base)
    text = YEAR.sub(" ", before) if read_question(asked.text).years else before
    kept = " ".join(without_names(text, base))
    named = " ".join(word for word in asked.text.split() if not _POINTING.intersection(name_tokens(word)))
    said = f"{alike} {named}" if alike else named
    return replace(asked.with_intent(asked.focus.intent or asked.intent, SURE), text=f"{kept} {said}")


def _of_the_same_kind(asked: Question, base: ReportBase) -> str:
    """The name of the body of a place that is of the kind of the last one: after a département, « et en
    Mayenne ? » asks of that département, not of the « Pays de Mayenne »; empty where a kind is said.
    """
    tokens = name_tokens(asked.text)
    kind = _kind_spoken_of(asked, base)
    if kind is None or kinds(tokens):
        return ""
    found = [m for m in base.names().find(asked.text, 8) if m.form.reports and m.score >= LIKELY_NAMED]
    named = {m.form.organisation for m in found if m.form.organisation.kind == kind}
    if len(named) != 1 or len(found) == 1:
        return ""
    body = named.pop()
    return " ".join([body.name, *_spoken_of_in_titles(asked, body, base)])


def _spoken_of_in_titles(asked: Question, body: OrganisationRow, base: ReportBase) -> list[str]:
    """What tells the reports on a body apart and was just quoted of another: « Gestion du stationnement »."""
    titles = [name_tokens(report.title) for report in base.reports_on(body.id)]
    told = stems(" ".join(f"{one.get('locator')} {one.get('quote')}" for one in asked.focus.sources))
    alone = (t for title in titles for t in title if sum(t in other for other in titles) == 1)
    return [t for t in dict.fromkeys(alone) if t not in KINDS | BODIES | STOP_WORDS and stem(t) in {*told}]


def _kind_spoken_of(asked: Question, base: ReportBase) -> str | None:
    """The kind of the one body that the report spoken of audits."""
    rows = (row.partition(":") for row in asked.focus.rows)
    key = next((key for name, _, key in rows if name == "report"), None)
    details = base.report(key) if key else None
    audited = {body.kind for body in details.audited} if details else set()
    return audited.pop() if len(audited) == 1 else None


def _matter(text: str, base: ReportBase) -> bool:
    """Whether a message says what it asks of the body that it names."""
    tokens = [t for t in without_names(text, base) if t not in _POINTING]
    return bool(read_question(" ".join(tokens)).terms)


def without_names(text: str, base: ReportBase) -> list[str]:
    """The words of a message but for the names of bodies and the words for their kind."""
    tokens = name_tokens(text)
    named = {place for match in base.names().find(text, 8) for place in match.places}
    return [t for at, t in enumerate(tokens) if at not in named and t not in KINDS | BODIES]


def of_another_body_as_well(read: Question, base: ReportBase) -> Question | None:
    """« et Corrençon, c'est pareil ? » after what no report told asks it of another body; else None."""
    before = replace(read.focus, intent="report_search")  # what no report told is no report to find
    asked = replace(read.with_intent("report_search", SURE), ruled=True, focus=before)
    if not read.focus.asked_reports or not _AS_WELL.search(fold(read.text)):
        return None
    return (
        same_question(asked, base) if bodies_named(read.text, base) and not _matter(read.text, base) else None
    )


def of_those_compared(asked: Question, base: ReportBase) -> Question | None:
    """« non, entre Arras et Compiègne » after a comparison: the last question of these; else None."""
    after = asked.focus.intent == "report_compare" and _AS_WELL.search(fold(asked.text))
    return same_question(asked, base) if after and bodies_named(asked.text, base) > 1 else None


def bodies_named(text: str, base: ReportBase) -> int:
    """How many audited bodies a message names by words of their own."""
    found = [one for one in base.names().find(text, 8) if one.form.reports and one.score >= NAMED]
    return len({place for one in found for place in [min(one.places)]})
