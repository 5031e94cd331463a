"""« vous n'avez pas répondu à ma question », « oui ou non ? »: the last question once more."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from actions.answer import Answer, Paragraph
from actions.choice import weighable, weighed
from actions.compose import plain_text
from actions.confidence import calibration
from actions.conversation.again import asks_for_yes_or_no
from actions.conversation.context import Told
from actions.conversation.focus import Focus
from actions.conversation.matter import in_full
from actions.conversation.subjects import resolve
from actions.conversation.wishes import says_it_was_not_answered
from actions.desk import Desk
from actions.doubt import settle
from actions.question import Question
from actions.registry import answer_to
from actions.silence import silence_of
from actions.wording import say
from knowledge.text import fold, sentences

_YES_OR_NO = re.compile(
    r"\W*(?:(?:oui|non|yes|no)\b"
    r"|.{0,160}?\b(?:(?:ne |n ?['’])(?:peu(?:t|vent)|est|sont) pas|cannot|may not)\b)"
)
"""A first sentence that says it plainly: « non », « une personne en licence ne peut pas candidater »."""
_LIKELY = 0.57
"""Least probability of another answer than the one just told, which was held the likeliest."""


def to_retry(text: str, focus: Focus) -> str | None:
    """The last question where ``text`` wants a yes or a no to it, or complains for the first time that it was
    not answered; else None. The reports have no second reading to offer.
    """
    if not focus.text or focus.asked_reports:
        return None
    if asks_for_yes_or_no(text):
        return in_full(focus)
    return focus.text if says_it_was_not_answered(text) and not says_it_was_not_answered(focus.said) else None


def said_plainly(answer: Answer, lang: str) -> Answer:
    """An answer to « oui ou non ? », which says so where it holds neither."""
    if answer.status not in ("answered", "not_found"):
        return answer
    if _YES_OR_NO.match(fold(sentences(answer.text)[0])):  # that alone, of what was just told in full
        told = answer.blocks[:1]
        return replace(answer, text=plain_text(told), blocks=told) if len(answer.blocks) > 1 else answer
    return _after(Paragraph(say(lang, "neither_yes_nor_no")), answer)


def _after(lead: Paragraph, answer: Answer) -> Answer:
    return replace(answer, text=f"{lead.text}\n{answer.text}", blocks=(lead, *answer.blocks))


def answered_another_way(complaint: Question, last: Question, desk: Desk) -> Told | None:
    """The surest answer to the ``last`` question that does not begin with what was just shown, if any."""
    another = surest_other(last, complaint.focus.rows, desk)
    if another is None:
        return None
    answer, question = another
    lead = Paragraph(say(complaint.lang, "another_answer"))
    return _after(lead, answer), replace(question, said=complaint.said)


def surest_other(
    question: Question,
    told: Collection[str],
    desk: Desk,
    fits: Callable[[Answer], bool] = lambda _: True,
) -> Told | None:
    """The likeliest answer to a question that begins with none of the rows ``told`` and that ``fits``; None
    where it is not likely enough to be given.
    """
    settled, sure = settle(resolve(question, desk), desk), calibration()
    silence, tried = silence_of(settled, desk), []
    for candidate, found in weighable(question, settled, answer_to(settled, desk), silence, desk):
        rows = candidate.answer.rows
        if rows and rows[0] not in told and fits(candidate.answer):
            tried.append((weighed(sure.probability(found), found), candidate))
    surest, best = max(tried, key=lambda one: one[0], default=(0.0, None))
    if best is None or surest < max(sure.answer_from, _LIKELY):
        return None
    return best.answer, replace(best.question, certainty=surest)
