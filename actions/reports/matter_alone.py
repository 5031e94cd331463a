"""A few words of the matters of reports that open a talk: « rendement », of which body must be asked, and
« La Poste », which one report is on.
"""

from __future__ import annotations

from actions.answer import Answer
from actions.compose import clarify, reply
from actions.desk import Desk
from actions.final import NEAR_WORDS
from actions.question import FIRM, Question
from actions.reports.answers import ask_reports
from actions.reports.routing import OURS, as_report_question
from actions.reports.words import of_one_family
from actions.wording import say
from knowledge.reports.errors import BaseUnavailable
from knowledge.text import stem, stems, words

_MOST_WORDS = 4
"""Words with a meaning of a message that only names a matter."""
_NEAR, _NEAREST, _AHEAD = 0.6, 0.75, 0.1
"""Score from which a card is on what a few words name, where the programme answers something or not, unless
the words stand in the title one after the other; and how far ahead of any entry on the programme it must be.
"""
_OURS = ("faq", "statement", "challenge")
_OFTEN = 0.05
"""Share of the reports that say the word of a matter of theirs."""
_ASKS_MORE = frozenset(
    "ou c est qui quand comment combien pourquoi quel quelle where when who how why is".split()
)
"""Words of a question, « d'accord, et c'est où ? », that is of more than a word."""


def of_a_card_alone(read: Question, given: Answer, desk: Desk) -> tuple[Answer, Question] | None:
    """What a report says that a few words name, where the programme has nothing as near and what it answers
    first does not say them: « La Poste », « prêt à taux zéro », « tutelle ».
    """
    base, said = desk.reports, read.content_words
    if base is None or not 0 < len(said) <= _MOST_WORDS or read.focus.rows or read.points_back:
        return None
    if (
        read.entities
        or OURS & set(read.content)
        or read.confidence >= FIRM
        or _ASKS_MORE & set(read.own_words)
    ):
        return None
    first = given.text.partition("\n")[0]
    told = given.status == "answered"
    if told and any(of_one_family(one, stem(word)) for word in said for one in stems(first)):
        return None
    card, ours = desk.search.search(read.bare, 1, ("card",)), desk.search.search(read.bare, 1, _OURS)
    if not card or card[0].score < _NEAR or ours and card[0].score < ours[0].score + _AHEAD:
        return None
    try:
        report = base.report(card[0].ref)
        title = f" {' '.join(words(report.summary.title))} " if report else ""
        run = " ".join(words(read.text))
        if told and card[0].score < _NEAREST and not (" " in run and f" {run} " in title):
            return None
    except BaseUnavailable:
        return None
    asked = as_report_question(read)
    answer = ask_reports(asked, desk)
    return (answer, asked) if report and answer.status == "answered" else None


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
    doubtful = given.status == "smalltalk" and read.confidence < FIRM  # « eau » sounds like a yes
    refused = given.status in ("answered", "out_of_scope", "not_found") or doubtful
    if not refused or _says(given, stem(word)):
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
