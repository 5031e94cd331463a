"""Messages after a report that leave it: another list of reports, or what another report surely tells."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import SURE, Question
from actions.report_asked import asks_advice, asks_list
from actions.report_criteria import criteria
from actions.report_findings import SURE_LEAD, search
from actions.report_routing import asks_what_they_say
from actions.report_subject import Subject, find_subject
from actions.reports import in_words_of_reports
from knowledge.reports.base import ReportBase
from knowledge.text import fold, stem, words

_MORE_OF_IT = re.compile(
    r"\b(?:autres?|other|another|dessus|la[- ]dessus|sur (?:elle|lui|eux|ca)|on (?:it|them))\b"
)
"""« d'autres rapports ? » stays with the body spoken of."""
_HOW_MANY = re.compile(
    r"\W*(?:et |and )?(?:combien|cb|cmb|how many)(?: (?:ca fait|en tout|au total|in all))?\W*"
)
_MOST_OF_A_CRITERION = 3
"""Words with a meaning, at most, of a message that only changes a criterion: « et en Loire-Atlantique ? »."""
_SAYS_ALL, _SAYS_LESS, _SEVERAL = 0.75, 0.5, 3
"""Share of the words asked that another report says, how much less of them the one spoken of says, and of how
many words: « et le personnel ? » is said by many titles."""
_NOT_POINTING = re.compile(
    r"\bqu['’ ]?est[- ]ce (?:que )?|\bc['’]?est\b|\bca (?=cou?te)"
    r"|^\W*(?:et|and|mais|but) (?:sur|about|on|concernant)\b"
)
"""« et sur la protection des majeurs ? » names a matter of its own, where « et les navettes ? » goes on."""
_GOES_ON = re.compile(
    r"^\W*(?:et|and|mais|but)\b"
    r"|\b(?:ce|cet|cette|ces|son|sa|ses|leurs?|ils?|elles?|y|eux|lui|ca|cela|its?)\b"
    r"|\b(?:they|their|them|there|this|that)\b"
)
_FAR_AHEAD = 2.0
"""Lead from which the report that « que dit la Cour sur… » asks for is another, whatever this one says."""
_RARE = 0.02
"""Share of the reports that say a rare word, at most."""


def asks_for_other_reports(read: Question, base: ReportBase) -> Question | None:
    """The message as a question for a list that is not about the report spoken of; else None.

    « quels rapports dans le Finistère ? » after a report on a town; after a list, « et en Vendée ? » is the
    same list of another place, « combien ? » that list again.
    """
    asked = replace(read.with_intent("report_list", SURE), ruled=True, focus=replace(read.focus, rows=()))
    folded = fold(read.text)
    if asks_list(read.text):
        return None if _MORE_OF_IT.search(folded) else asked
    before = read.focus.text
    if not _after_a_list(read):
        return None
    if _HOW_MANY.fullmatch(folded):
        return replace(asked, text=before)
    narrowed = criteria(read.text, base)
    if narrowed.filter.empty or len(read.content_words) > _MOST_OF_A_CRITERION:
        return None
    left = {stem(word) for value in criteria(before, base).said for word in words(value)}
    kept = [word for word in before.split() if not left & {stem(part) for part in words(word)}]
    return replace(asked, text=f"{' '.join(kept)} {read.text}")


def _after_a_list(read: Question) -> bool:
    """Whether several reports were listed just before, none of which is the one meant."""
    several = sum(row.startswith("report:") for row in read.focus.rows) > 1
    return read.focus.intent == "report_list" and several and bool(read.focus.text)


def within_the_list(asked: Question, base: ReportBase) -> Question | None:
    """A message after a list by criteria as a question for those of its reports that speak of the matter:
    « le maire a une voiture de fonction ? » after « quels rapports en Vendée ? ».
    """
    if asks_advice(asked.text) or not _after_a_list(asked) or criteria(asked.focus.text, base).filter.empty:
        return None
    text = f"{asked.focus.text}, {asked.text}"
    return replace(asked.with_intent("report_list", SURE), text=text, focus=replace(asked.focus, rows=()))


def is_told_elsewhere(read: Question, on: Subject, base: ReportBase) -> bool:
    """Whether another report surely tells what a message asks, and the one spoken of hardly does."""
    if _GOES_ON.search(_NOT_POINTING.sub(" ", fold(read.text))):
        return False
    alone = in_words_of_reports(replace(read, focus=replace(read.focus, rows=(), text="")), base)
    subject = find_subject(alone, base)
    if subject.named or subject.rivals:
        return False
    found = search(subject, base)
    if not found.hits or found.lead < SURE_LEAD or found.hits[0].coverage < _SAYS_ALL:
        return False
    if found.reports[0].id in on.reports:
        return False
    terms = [term for term in found.result.terms if term not in found.result.naming]
    rare = [term for term, share in base.report_shares(terms).items() if share < _RARE]
    if rare and on.reports and set(base.absent_terms(on.reports[0], rare)):
        return True
    if len(terms) < _SEVERAL:
        return False
    if asks_what_they_say(read) and found.lead >= _FAR_AHEAD:
        return True
    here = search(replace(on, text=subject.text), base)
    said = max((hit.coverage for hit in here.hits), default=0.0)
    return said <= found.hits[0].coverage - _SAYS_LESS
