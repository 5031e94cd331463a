"""Messages that take another report by its matter: « et celles sur la JDC ? », « et pour l'AFITF ? »."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import SURE, Question
from actions.reports.bodies.rivals import IN_GENERAL
from actions.reports.bodies.title_words import titled_wholly
from actions.reports.follow_ups.same_question import AS_WELL, without_names
from actions.reports.framing import unframed
from actions.reports.subject import GONE_ON, ITSELF
from knowledge.reports.base import ReportBase
from knowledge.reports.questions import read_question
from knowledge.text import fold, stem, stems

_ON_ANOTHER = re.compile(
    r"^\W*(?:(?:et|and|mais|but|ok|non)\W+)*(?:(?P<those>celles?|ceux|celui|those|that)\W+)?"
    r"(?:sur|concernant|about|on)\b"
)
"""« et sur le remplacement des enseignants, combien ça coûte ? »"""
_WORDS = 2
"""Words of a title that name it."""
_POINTING = frozenset(map(stem, "celles celle ceux celui".split()))
_ASKED_AGAIN = ("report_recommendations", "report_figure")
"""Intents after which the name of another report alone asks the same of it."""


def on_another_report(asked: Question, base: ReportBase) -> Question | None:
    """The message as a question about the report that words of its title alone name, after « sur »."""
    if not _ON_ANOTHER.match(fold(asked.text)):
        return None
    key = titled_wholly(asked.text, base, _WORDS)
    if key is None or key == asked.focus.report:
        return None
    return same_of_that_report(asked, key, base) or _of_it(asked, key)


def same_of_that_report(asked: Question, key: str, base: ReportBase) -> Question | None:
    """What was asked before, of another report that a message only names; None where it asks something."""
    details, before = base.report(key), asked.focus
    found = _ON_ANOTHER.match(fold(asked.text))
    again = before.intent in _ASKED_AGAIN and (found is None or found["those"])
    known = {*stems(details.summary.title)} | _POINTING if details else set()
    if not again or not AS_WELL.search(fold(asked.text)) or not {*read_question(asked.text).terms} <= known:
        return None
    text = _without_the_report(asked, base)
    on = asked.with_intent(before.intent or asked.intent, SURE)
    return _of_it(replace(on, text=text, said=text), key) if text else None


def _of_it(asked: Question, key: str) -> Question:
    on = replace(asked.focus, rows=(f"report:{key}",), text="")
    return replace(asked, focus=on, inherited=frozenset({GONE_ON, ITSELF}))


def _without_the_report(asked: Question, base: ReportBase) -> str:
    """The last question without the names and the title of the report that it was asked of; empty where that
    leaves nothing.
    """
    report = base.report(asked.focus.report) if asked.focus.report else None
    title = {*stems(report.summary.title)} if report else set()
    kept = [word for word in without_names(unframed(asked.focus.text), base) if stem(word) not in title]
    text = " ".join(kept)
    read = read_question(text)
    return text if read.asks_recommendation or set(read.terms) - IN_GENERAL else ""
