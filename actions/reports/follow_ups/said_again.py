"""Messages after a report that name something else and would be told the same again."""

from __future__ import annotations

import re

from actions.answer import Answer
from actions.conversation.next_focus import REMEMBERED
from actions.desk import Desk
from actions.question import Question
from actions.reports.follow_ups.corrections import without_what_was_rejected
from actions.reports.refusal import not_said
from actions.reports.subject import Subject
from knowledge.reports.errors import BaseUnavailable
from knowledge.text import stems

_NAME = re.compile(r"(?<=[\w,'’] )(?:[ldLD]['’])?([A-ZÀ-ÝŒ][\w-]{2,})|(?<=\b[ldLD]['’])([A-ZÀ-ÝŒ][\w-]{2,})")
"""A word with a capital within a message."""


def unless_said_again(read: Question, told: Answer, desk: Desk) -> Answer:
    """What is told of a report; that the name in the message is not found there, where the passages are
    those just quoted and none has it: « et le Louvre ? » is not answered by them.
    """
    base, text = desk.reports, read.said or read.text
    if base is not None:
        told = without_what_was_rejected(read, told, desk, base)
    passages = any(row.startswith("passage:") for row in told.rows)
    same = told.status == "answered" and passages and told.rows[:REMEMBERED] == read.focus.rows
    if base is None or not same or text.isupper():
        return told
    said = set(stems(told.text))
    names = [found.group(1) or found.group(2) for found in _NAME.finditer(text)]
    missing = [name for name in names if not set(stems(name)) <= said]
    key = told.rows[0].removeprefix("report:")
    try:
        details = base.report(key) if missing else None
    except BaseUnavailable:
        return told
    if details is None:
        return told
    return not_said(read, desk, base, details.summary, Subject(text, reports=(key,)), missing)
