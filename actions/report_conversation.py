"""Messages that go on about a report spoken of: « et le personnel ? », « revenons à la ville »."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from actions.answer import Answer
from actions.desk import Desk
from actions.doubt import COURTESY
from actions.question import SURE, Question
from actions.report_routing import PROGRAMME, is_about_reports, is_report_reading, report_reading
from actions.report_subject import BODIES, GONE_ON, find_subject
from actions.reports import in_words_of_reports
from knowledge.reports.base import ReportBase
from knowledge.reports.errors import BaseUnavailable
from knowledge.reports.name_forms import KINDS, kinds, name_tokens

REMEMBERED = 5
"""Reports that a conversation may come back to."""
_LEAST_HEARD = 0.15
"""Probability below which a reading among those of the reports says nothing on what is asked of one."""
_BEYOND_DOUBT = 0.9
_RETURNS = re.compile(r"\b(?:reven(?:ons|ir|ez)|retour(?:nons)?|back to)\b", re.IGNORECASE)
_PROGRAMME_THINGS = frozenset("promotion challenge unknown_challenge person skill".split())
_SHORTEST = 4
_NO_NAMES = frozenset("saint sainte rapport gestion enquete france commune ville".split())

Rows = tuple[str, ...]


def going_on(read: Question, desk: Desk) -> Question | None:
    """The message as a question about the report spoken of, or about another body; else None."""
    base, spoken_of = desk.reports, read.focus.reports
    if base is None or not spoken_of or _is_of_the_programme(read):
        return None
    try:
        return _going_on(read, spoken_of, base)
    except BaseUnavailable:
        return None


def _going_on(read: Question, spoken_of: Sequence[Rows], base: ReportBase) -> Question | None:
    interrupted = not (read.focus.intent or "").startswith("report")
    titles = {rows: _title(rows, base) for rows in spoken_of}
    recalled = _recalled(read.text, titles)
    returns = recalled is not None or _RETURNS.search(read.text) or is_about_reports(read)
    if interrupted and not returns and not is_report_reading(read.intent):
        return None
    asked = replace(
        read.with_intent(report_reading(read, _LEAST_HEARD), SURE),
        ruled=True,
        focus=replace(read.focus, text="" if interrupted else read.focus.text),
    )
    if recalled is None and _names_another(asked, base):
        return None if interrupted else asked
    rows = recalled or _of_kind(read.text, titles) or spoken_of[0]
    return replace(asked, focus=replace(asked.focus, rows=rows), inherited=frozenset({GONE_ON}))


def is_sure_alone(read: Question) -> bool:
    """Whether a message says by itself, beyond doubt, that it asks something else than of a report."""
    if is_report_reading(read.intent):
        return False
    if read.intent in COURTESY | {"report_locate"}:
        return read.confidence >= SURE
    return read.confidence >= _BEYOND_DOUBT and not read.unfamiliar and not read.points_back


def remembered(before: Sequence[Rows], answer: Answer) -> tuple[Rows, ...]:
    """The reports spoken of, the one of this answer first: the rows by which the next message finds it.

    One that was only the nearest to a question without an answer is not spoken of, unless it was before.
    """
    report = next((row for row in answer.rows if row.startswith("report:")), None)
    if report is None:
        return tuple(before)
    bodies = [row for row in answer.rows if row.startswith("organisation:")]
    known = next((rows for rows in before if report in rows), None)
    if answer.status != "answered" and not bodies and known is None:
        return tuple(before)
    first = (report, *bodies[:2]) if bodies or known is None else known
    return (first, *(rows for rows in before if report not in rows))[:REMEMBERED]


def _is_of_the_programme(read: Question) -> bool:
    return bool(_PROGRAMME_THINGS & read.entities.keys() or PROGRAMME & set(read.content))


def _title(rows: Rows, base: ReportBase) -> list[str]:
    details = base.report(rows[0].partition(":")[2])
    return name_tokens(details.summary.title) if details is not None else []


def _recalled(text: str, titles: Mapping[Rows, list[str]]) -> Rows | None:
    """The report spoken of whose title holds a name that the message says, of no other kind of body."""
    said = name_tokens(text)
    for rows, title in titles.items():
        names = {t for t in title if len(t) >= _SHORTEST and t not in KINDS | BODIES | _NO_NAMES}
        if names & set(said) and not (kinds(said) and not kinds(said) & kinds(title)):
            return rows
    return None


def _of_kind(text: str, titles: Mapping[Rows, list[str]]) -> Rows | None:
    """The last report spoken of on a body of the kind that the message says: « revenons à la ville »."""
    wanted = kinds(name_tokens(text))
    (_, last), *earlier = titles.items()
    if not wanted or wanted & kinds(last):
        return None
    return next((rows for rows, title in earlier if wanted & kinds(title)), None)


def _names_another(question: Question, base: ReportBase) -> bool:
    """Whether the message names a body itself."""
    alone = replace(in_words_of_reports(question, base), focus=replace(question.focus, rows=()))
    found = find_subject(alone, base)
    return bool(found.bodies or found.rivals or found.unknown)
