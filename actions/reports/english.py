"""A question in English in the French words that reports use."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import Question
from actions.reports.follow_ups.years import affirmed
from actions.reports.passages.verdict import asks_whether
from knowledge.reports.base import ReportBase
from knowledge.reports.english import in_french
from knowledge.reports.questions import without_asides
from knowledge.text import fold, stem

_WHETHER = "est-ce que"
"""What makes words a question to be answered by yes or no, which « is it… » leaves no word for."""
_MENTIONS = re.compile(r"\b(?:talk|speak|say|tell|mention|cover|deal|discuss|address|contain)\w*\b")
"""Whether the report speaks of a matter at all, which no sentence decides."""
_COST = re.compile(r"\b(how much) (?:does|do|did|has|have|will|would) (.{1,80}?) cost\b", re.IGNORECASE)
"""« how much does a meal cost » asks for the cost of a meal, where « combien … repas » would count meals."""


def in_words_of_reports(question: Question, base: ReportBase) -> Question:
    """A question in English in the French words that reports use, without those left in English that none of
    them has; one in French as it is.
    """
    if question.lang != "en":
        return question
    before = replace(question.focus, text=_words_of_reports(question.focus.text, base))
    text = _words_of_reports(question.text, base)
    whether = (
        asks_whether(question.text) and text != question.text and not _MENTIONS.search(question.text.lower())
    )
    asked = f"{_WHETHER} {text}" if whether else text
    return replace(question, text=asked, focus=before)


def _words_of_reports(text: str, base: ReportBase) -> str:
    kept = _COST.sub(r"\1 cost \2", without_asides(affirmed(text)))
    words = in_french(kept).split()
    if words == kept.split():
        return kept
    stemmed = {word: stem(fold(word)) for word in words if word.isalpha() and word.islower()}
    shares, typed = base.report_shares(sorted(set(stemmed.values()))), set(fold(text).split())
    said = [word for word in words if shares.get(stemmed.get(word, ""), 1.0) > 0.0 or fold(word) not in typed]
    return " ".join(said)
