"""What the confidence is fitted on: the answers that could be given to a question or a turn, right or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actions.answer import Answer
from actions.choice import weighable
from actions.conversation.focus import Focus
from actions.conversation.subjects import resolve
from actions.desk import Desk
from actions.doubt import settle
from actions.final import is_final
from actions.question import read_message
from actions.registry import answer_to
from actions.silence import silence_of
from bot.evaluation.examinee import Examinee
from bot.evaluation.matching import forbidden, missing
from bot.evaluation.sets import Dialogue, Question

UNREAD = 5.0
"""How much an answer to a question counts that nobody has mended anything for. Of the sets the failures were
read: their answers fit better, and what no source tells stands there as an entry, than with the public."""


@dataclass(frozen=True)
class Example:
    """One possible answer: the number of its question, its features, whether it is right, what it counts."""

    question: int
    features: Mapping[str, float]
    right: bool
    weight: float = 1.0


@dataclass
class Gathered:
    """Examples of the questions weighed, and of each of these whether the base has its answer."""

    examples: list[Example]
    answerable: dict[int, bool]

    def add(
        self, question: Question, parsed: Mapping[str, Any], focus: Focus, desk: Desk, weight: float = 1.0
    ) -> None:
        """The answers that could be given to one more question, where any is weighed."""
        number = len(self.answerable)
        found = examples(number, question, parsed, focus, desk)
        if found:
            self.examples += [replace(one, weight=weight) for one in found]
            self.answerable[number] = "answered" in (question.statuses or ("answered",))


def examples(
    number: int, question: Question, parsed: Mapping[str, Any], focus: Focus, desk: Desk
) -> list[Example]:
    """The answers that could be given to one parsed question; none where nothing is weighed."""
    read = read_message(parsed, focus, desk.now)
    settled = settle(resolve(read, desk), desk)
    first = answer_to(settled, desk)
    silence = silence_of(settled, desk)
    if is_final(settled, first, silence, desk):
        return []
    return [
        Example(number, features, is_right(question, candidate.answer))
        for candidate, features in weighable(read, settled, first, silence, desk)
    ]


def is_right(question: Question, answer: Answer) -> bool:
    """Whether this answer would do: an expected status, the facts, none of the forbidden ones."""
    expected = question.statuses or ("answered",)
    return (
        answer.status in expected
        and not missing(answer.text, question.must)
        and not forbidden(answer.text, question.must_not)
    )


async def gather(
    candidate: Examinee,
    read: Sequence[Question],
    unread: Sequence[Question],
    dialogues: Sequence[Dialogue],
    desk: Desk,
    tick: Callable[[], object],
) -> Gathered:
    """Examples of every question and every later turn.

    The failures of questions ``read`` and of ``dialogues`` were mended; for those ``unread`` nothing was.
    """
    gathered = Gathered([], {})
    for number, question in enumerate([*read, *unread]):
        parsed = await candidate.parse_alone(question)
        if parsed is not None:
            gathered.add(question, parsed, Focus(), desk, 1.0 if number < len(read) else UNREAD)
        tick()
    for dialogue in dialogues:
        conversation = None
        for turn in dialogue.turns:
            candidate.pretend(turn.today)
            if conversation is not None:
                within = await candidate.parse_within(turn.text, conversation)
                if within is not None:
                    gathered.add(turn, *within, desk)
            conversation = (await candidate.answer(turn.text, conversation)).conversation_id
            tick()
    return gathered
