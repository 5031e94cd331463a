"""A single word of the matters of reports, « rendement »: which body is meant must be asked."""

from __future__ import annotations

from actions.answer import Answer
from actions.compose import clarify, reply
from actions.desk import Desk
from actions.final import NEAR_WORDS
from actions.question import Question
from actions.reports.routing import OURS
from actions.reports.words import of_one_family
from actions.wording import say
from knowledge.reports.errors import BaseUnavailable
from knowledge.text import stem, stems

_OFTEN = 0.05
"""Share of the reports that say the word of a matter of theirs."""
_ASKS_MORE = frozenset(
    "ou c est qui quand comment combien pourquoi quel quelle where when who how why is".split()
)
"""Words of a question, « d'accord, et c'est où ? », that is of more than a word."""


def of_which_body(read: Question, given: Answer, desk: Desk) -> tuple[Answer, Question] | None:
    """The question which body is meant, where a word alone opens a talk, the programme has nothing of that
    name and what it answers does not say it, while reports often do.
    """
    base = desk.reports
    if base is None or len(read.content_words) != 1 or read.subjects or read.focus.rows or read.points_back:
        return None
    if _ASKS_MORE & set(read.own_words):
        return None
    word = read.content_words[0]
    hits = desk.search.search(read.bare, 1)
    if OURS & set(read.content) or hits and hits[0].score >= NEAR_WORDS:
        return None
    if given.status not in ("answered", "out_of_scope", "not_found") or _says(given, stem(word)):
        return None
    try:
        if base.report_shares([stem(word)])[stem(word)] < _OFTEN:
            return None
    except BaseUnavailable:
        return None
    said = read.text.strip(" ?!.")
    lists = reply(say(read.lang, "report_ask_matter", matter=said))
    text = say(read.lang, "report_which_body_of", matter=said)
    return clarify(read, text, [lists]), read.with_intent("report_search")


def _says(answer: Answer, term: str) -> bool:
    return any(of_one_family(one, term) for one in stems(answer.text))
