"""What is asked of a year to come: that nothing is published for it, then what is known today."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answer import Answer, Paragraph
from actions.compose import contact_card, with_lead
from actions.conversation.courtesy import COURTESY
from actions.desk import Desk
from actions.doubt import NO_FACTS, is_about_us
from actions.question import PLAIN, TIME_KINDS, Question
from actions.registry import REGISTRY
from actions.reports.routing import is_report_reading
from actions.wording import join, say
from knowledge.text import fold

_OF_THE_ASKER = re.compile(
    r"(?:^|[.!?,;:])\W*(?:[a-z]+ )?(?:je|j|mon|ma|mes|i|my)\b"
    r"(?![^.!?,;:]*\b(?:dossier|candidat|promo|savoir|connait|demand|quel|combien|quand))"
    r"[^.!?,;:]*\b20\d\d\b[^.!?,;:?]*[.!,;:]"
)
"""« je finis mon master en 2027, je peux postuler ? »: a year of who asks, not of what is asked."""
_REOPENS = re.compile(
    r"\b(?:vous|you)\b.{0,24}\b(?:re?ouvr|ouvr|recrut|embauch|relanc|reprend|reopen|open|recruit|hir|relaunch)\w*"
)
"""« est-ce que vous allez rouvrir en 2028 ? »: we are asked."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def unless_to_come(answer: Answer, read: Question, question: Question, desk: Desk) -> Answer:
    """``answer`` as it is, or what is to be said where the message asks of a year to come that it tells
    nothing of. ``read`` is the message before the conversation, ``question`` as it was understood.

    An entry that people ask for with such a year was written for them: it is told as an answer.
    """
    years = _to_come(read, desk)
    if not years or answer.status != "answered" or set(years) & set(_YEAR.findall(answer.text)):
        return answer
    if is_report_reading(question.intent) or any(source.report for source in answer.sources):
        return answer
    if not _is_ours(read, question):
        return REGISTRY["out_of_scope"](question.with_intent("out_of_scope"), desk)
    first, *others = answer.blocks
    kept = (first, *(block for block in others if isinstance(block, Paragraph)))
    lead = say(question.lang, "nothing_to_come", years=join(list(years), question.lang))
    if _is_written_for(answer, desk):
        return with_lead(lead, replace(answer, blocks=kept))
    offer = say(question.lang, "offer_contact", email=desk.contact_email())
    told = replace(answer, status="not_found", blocks=(*kept, Paragraph(offer)))
    return replace(with_lead(lead, told), contact=contact_card(question, desk))


def _to_come(read: Question, desk: Desk) -> tuple[str, ...]:
    """The years named, where all are to come and no promotion is named beside them."""
    years = read.values("year")
    named = any(kind == "promotion" for *_, kind in read.spans)
    if not years or named or min(map(int, years)) <= desk.now.year:
        return ()
    return () if _OF_THE_ASKER.search(fold(read.text)) else years


def _is_ours(read: Question, question: Question) -> bool:
    """Whether the message is on the programme by its words, or was plainly understood so."""
    of_time = {kind: values for kind, values in read.entities.items() if kind not in TIME_KINDS}
    if is_about_us(replace(read, entities=of_time)):
        return True
    if _REOPENS.search(fold(read.text)):
        return True
    return question.sureness >= PLAIN and question.intent not in COURTESY | NO_FACTS


def _is_written_for(answer: Answer, desk: Desk) -> bool:
    """Whether the entry told first is asked for with a year to come."""
    first = [row.removeprefix("faq:") for row in answer.rows[:1] if row.startswith("faq:")]
    years = (int(year) for entry in desk.faq(first) for year in _YEAR.findall(entry.asked))
    return any(year > desk.now.year for year in years)
