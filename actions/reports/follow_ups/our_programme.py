"""Messages in a talk on reports that mean our programme: « revenons au programme », « et le programme ? »."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import FIRM, PLAIN, Question
from actions.reports.routing import is_report_reading, names_what_is_ours
from knowledge.text import fold, words

_TO_THE_PROGRAMME = re.compile(
    r"\b(?:reven(?:ons|ir|ez|ant)|revien[st]?|retour(?:nons)?|prefer\w*|plutot|back|return\w*)\b.{0,12}"
    r"\b(?:au|le|the) program(?:me)?(?: eig)?\b"
)
"""« revenons au programme », « je préfère le programme »: an order to leave the reports."""
_THE_PROGRAMME = re.compile(r"\b(?:(?:le|du|au) programme|the program(?:me)?)\b(?! (?:d|de|du|des|of)\b)")
"""« qui dirige le programme ? », not « le programme de travaux »."""


def comes_back_to_it(read: Question) -> bool:
    """Whether a message says that it leaves the reports for the programme."""
    return _TO_THE_PROGRAMME.search(fold(read.text)) is not None


def left_for_the_programme(read: Question) -> Question:
    """The message without what it came after, where it asks to come back to the programme."""
    if not read.focus.asked_reports or not comes_back_to_it(read):
        return read
    left = replace(read.focus, intent=None, entities={}, text="", rows=(), sources=())
    return replace(read, focus=left)


def only_returns_to_the_programme(read: Question) -> bool:
    """Whether a message says « revenons au programme » and asks nothing of it."""
    found = _TO_THE_PROGRAMME.search(fold(read.text))
    return found is not None and set(read.content_words) <= set(words(found.group()))


def is_of_our_programme(read: Question) -> bool:
    """Whether a message speaks of « le programme » in a talk on a report that is not on a programme."""
    on_one = any("programme" in words(source.get("title", "")) for source in read.focus.sources)
    return not on_one and _THE_PROGRAMME.search(fold(read.text)) is not None


def leaves_the_reports(read: Question, understood: Question) -> bool:
    """Whether what the programme tells of a message that the reports do not answer is told: it names what is
    ours or « le programme », or was surely heard as a question on it.
    """
    if is_of_our_programme(read):
        return True
    if names_what_is_ours(read):
        return understood.confidence >= FIRM
    return read.confidence >= PLAIN and not is_report_reading(read.intent)
