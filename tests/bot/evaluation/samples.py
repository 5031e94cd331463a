"""Answers made by hand, for tests that need no model."""

from actions.answer import Answer, Status
from bot.evaluation.answering import Grade, grade
from bot.evaluation.examinee import Said
from bot.evaluation.sets import Question


def question(text: str = "combien d'EIG ?", **fields: object) -> Question:
    """A question that expects « 28 »."""
    values: dict[str, object] = {
        "id": "q1",
        "text": text,
        "lang": "fr",
        "kind": "count",
        "statuses": ("answered",),
        "must": (("28",),),
        "must_not": (),
    }
    return Question(**{**values, **fields})  # type: ignore[arg-type]


def said(text: str, status: Status = "answered", confidence: float = 0.8) -> Said:
    """An answer with this text."""
    return Said("conversation", Answer(status, text), "count_eig", confidence)


def graded(text: str, status: Status = "answered", confidence: float = 0.8, **fields: object) -> Grade:
    """An answer judged."""
    return grade(question(**fields), said(text, status, confidence))  # type: ignore[arg-type]
