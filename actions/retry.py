"""« vous n'avez pas répondu à ma question »: the last question answered another way, if there is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.answer import Answer, Paragraph
from actions.choice import Candidate, weighable, weighed
from actions.confidence import calibration
from actions.conversation.focus import Focus
from actions.conversation.subjects import resolve
from actions.conversation.wishes import says_it_was_not_answered
from actions.desk import Desk
from actions.doubt import settle
from actions.question import Question, read_message
from actions.registry import answer_to
from actions.silence import silence_of
from actions.wording import say


def to_retry(text: str, focus: Focus) -> str | None:
    """The last question where ``text`` complains that it was not answered, for the first time; else None.

    The reports have no second reading to offer.
    """
    again = says_it_was_not_answered(focus.said)
    on_reports = (focus.intent or "").startswith("report")
    return focus.text if focus.text and says_it_was_not_answered(text) and not (again or on_reports) else None


def answered_another_way(
    complaint: Question, last: Mapping[str, Any], desk: Desk
) -> tuple[Answer, Question] | None:
    """The surest answer to the ``last`` question that does not begin with what was just shown, if any."""
    read = read_message(last, complaint.focus, desk.now)
    settled = settle(resolve(read, desk), desk)
    silence, wanted = silence_of(settled, desk), calibration()
    told = set(complaint.focus.rows)
    tried: list[tuple[float, Candidate]] = []
    for candidate, found in weighable(read, settled, answer_to(settled, desk), silence, desk):
        rows = candidate.answer.rows
        if rows and rows[0] not in told:
            tried.append((weighed(wanted.probability(found), found), candidate))
    surest, best = max(tried, key=lambda one: one[0], default=(0.0, None))
    if best is None or surest < wanted.answer_from:
        return None
    lead = Paragraph(say(complaint.lang, "another_answer"))
    answer = replace(best.answer, text=f"{lead.text}\n{best.answer.text}", blocks=(lead, *best.answer.blocks))
    return answer, replace(best.question, said=complaint.said, lang=complaint.lang, certainty=surest)
