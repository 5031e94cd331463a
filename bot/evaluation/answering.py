"""Answers held against what a right one says: single questions, dialogues, questions without an answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.evaluation.examinee import Examinee, Said
from bot.evaluation.matching import forbidden, missing
from bot.evaluation.sets import Dialogue, Question
from bot.evaluation.understanding import share

Tick = Callable[[], object]


@dataclass(frozen=True)
class Grade:
    """One answer judged; ``faults`` says in words what is wrong with it, nothing when it is right."""

    question: Question
    said: Said
    faults: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Status and facts as expected."""
        return not self.faults

    @property
    def answered(self) -> bool:
        """Whether something was stated from the base."""
        return self.said.answer.status == "answered"

    def to_dict(self) -> dict[str, Any]:
        """The grade for the file of failures."""
        return {
            "id": self.question.id,
            "text": self.question.text,
            "faults": list(self.faults),
            "status": self.said.answer.status,
            "intent": self.said.intent,
            "confidence": round(self.said.confidence, 3),
            "answer": self.said.answer.text[:400],
        }


def grade(question: Question, said: Said) -> Grade:
    """Judge one answer by its status and the strings it must and must not hold."""
    faults = []
    if question.statuses and said.answer.status not in question.statuses:
        faults.append(f"status {said.answer.status}, expected {' or '.join(question.statuses)}")
    faults += [f"missing {group}" for group in missing(said.answer.text, question.must)]
    faults += [f"holds {string}" for string in forbidden(said.answer.text, question.must_not)]
    return Grade(question, said, tuple(faults))


async def ask_each(examinee: Examinee, questions: Sequence[Question], tick: Tick) -> list[Grade]:
    """Every question in a conversation of its own, on its day."""
    grades = []
    for question in questions:
        examinee.pretend(question.today)
        grades.append(grade(question, await examinee.answer(question.text)))
        tick()
    return grades


async def talk(examinee: Examinee, dialogues: Sequence[Dialogue], tick: Tick) -> list[list[Grade]]:
    """Every dialogue in a conversation of its own, turn after turn."""
    graded = []
    for dialogue in dialogues:
        conversation, turns = None, []
        for turn in dialogue.turns:
            examinee.pretend(turn.today)
            said = await examinee.answer(turn.text, conversation)
            conversation = said.conversation_id
            turns.append(grade(turn, said))
            tick()
        graded.append(turns)
    return graded


def question_figures(grades: Sequence[Grade]) -> dict[str, Any]:
    """Share of right answers over all, per kind and language; ``answered_wrongly`` stated something wrong."""
    kinds, languages = defaultdict(list), defaultdict(list)
    for one in grades:
        kinds[one.question.kind].append(one.right)
        languages[one.question.lang].append(one.right)
    return {
        "questions": len(grades),
        "accuracy": share([one.right for one in grades]),
        "answered_wrongly": share([one.answered and not one.right for one in grades]),
        "by_kind": {kind: {"questions": len(r), "accuracy": share(r)} for kind, r in sorted(kinds.items())},
        "by_language": {lang: share(rights) for lang, rights in sorted(languages.items())},
        "wrong": [one.to_dict() for one in grades if not one.right],
    }


def dialogue_figures(dialogues: Sequence[Sequence[Grade]]) -> dict[str, Any]:
    """Share of right turns, and of dialogues right from end to end."""
    turns = [turn for dialogue in dialogues for turn in dialogue]
    return {
        "dialogues": len(dialogues),
        "turns": len(turns),
        "turns_right": share([turn.right for turn in turns]),
        "dialogues_right": share([all(turn.right for turn in dialogue) for dialogue in dialogues]),
        "wrong": [turn.to_dict() for turn in turns if not turn.right],
    }


def unanswerable_figures(grades: Sequence[Grade]) -> dict[str, Any]:
    """``answered_though_unanswerable``: stated something where nothing is known, or a made-up figure."""
    return {
        "questions": len(grades),
        "as_expected": share([one.right for one in grades]),
        "answered_though_unanswerable": share([made_up(one) for one in grades]),
        "wrong": [one.to_dict() for one in grades if not one.right],
    }


def made_up(grade: Grade) -> bool:
    """Whether an answer to a question without one states something all the same."""
    return not grade.right and (grade.answered or any(fault.startswith("holds") for fault in grade.faults))
