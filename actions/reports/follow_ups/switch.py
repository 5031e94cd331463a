"""Messages after a report that leave it: what another report surely tells."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import Question
from actions.reports.bodies.titles import subject_asked
from actions.reports.english import in_words_of_reports
from actions.reports.follow_ups.same_question import names_another_area
from actions.reports.follow_ups.years import names_no_thing
from actions.reports.passages.findings import SURE_LEAD, search
from actions.reports.routing import asks_what_they_say
from actions.reports.subject import Subject, find_subject
from knowledge.reports.base import ReportBase
from knowledge.text import fold

_SAYS_ALL, _SAYS_LESS, _SEVERAL = 0.75, 0.5, 3
"""Share of the words asked that another report says, how much less of them the one spoken of says, and of how
many words: « et le personnel ? » is said by many titles."""
_NOT_POINTING = re.compile(
    r"\bqu['’ ]?est[- ]ce (?:que )?|\bc['’]?est\b|\bca (?=cou?te)|\b(?:is|are) there\b|\bthere (?:is|are)\b"
    r"|\b(?:il )?y a(?:[- ]t[- ]il)?\b"
    r"|^\W*(?:et|and|mais|but) (?:sur|about|on|concernant)\b"
)
"""« et sur la protection des majeurs ? » names a matter of its own, where « et les navettes ? » goes on."""
_GOES_ON = re.compile(
    r"^\W*(?:et|and|mais|but|pis|puis|ensuite|then)\b"
    r"|\b(?:ce|cet|cette|ces|son|sa|ses|leurs?|ils?|elles?|y|eux|lui|ca|cela|its?)\b"
    r"|\b(?:they|their|them|there|this|that)\b"
)
_IS_THERE = re.compile(r"\b(?:il )?y ?a[ -]?t[ -]?ils?\b", re.IGNORECASE)
_FAR_AHEAD = 2.0
"""Lead from which the report that « que dit la Cour sur… » asks for is another, whatever this one says."""
_RARE = 0.02
"""Share of the reports that say a rare word, at most."""


def names_another(asked: Question, base: ReportBase) -> bool:
    """Whether the message names a body itself, or another department than the report spoken of is in."""
    if names_another_area(asked, base):
        return True
    alone = replace(in_words_of_reports(asked, base), focus=replace(asked.focus, rows=()))
    found = subject_asked(alone, base)
    return bool(found.bodies or found.reports or found.rivals or found.unknown or found.beside)


def is_told_elsewhere(read: Question, on: Subject, base: ReportBase) -> bool:
    """Whether another report surely tells what a message asks, and the one spoken of hardly does."""
    if names_no_thing(read.text) or _GOES_ON.search(_NOT_POINTING.sub(" ", fold(read.text))):
        return False
    text = _IS_THERE.sub(" ", read.text)
    alone = in_words_of_reports(replace(read, text=text, focus=read.focus.unasked()), base)
    subject = find_subject(alone, base)
    if subject.named or subject.rivals:
        return False
    found = search(subject, base)
    if not found.hits or found.lead < SURE_LEAD or found.hits[0].coverage < _SAYS_ALL:
        return False
    if found.reports[0].id in on.reports:
        return False
    terms = [term for term in found.result.terms if term not in found.result.naming]
    words_said = [term for term in terms if term.isalpha()]
    rare = [term for term, share in base.report_shares(words_said).items() if share < _RARE]
    if rare and on.reports and set(base.absent_terms(on.reports[0], rare)):
        return True
    if len(terms) < _SEVERAL:
        return False
    if asks_what_they_say(read) and found.lead >= _FAR_AHEAD:
        return True
    here = search(replace(on, text=subject.text), base)
    said = max((hit.coverage for hit in here.hits), default=0.0)
    return said <= found.hits[0].coverage - _SAYS_LESS
