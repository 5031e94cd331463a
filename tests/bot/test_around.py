"""Whether a message was answered on what is said around its question, with fits made by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from actions.answer import Answer, Status
from bot import around as module
from bot.around import is_of_another_matter, told_of_what_is_around

ASKED, AROUND = "peut-on travailler à mi-temps ?", "j'ai un bébé."
FITS = {
    (ASKED, "faq:part-time"): 0.7,
    (ASKED, "faq:childcare"): 0.1,
    (ASKED, "faq:near"): 0.6,
    (f"{AROUND}  ", "faq:childcare"): 0.8,
    (f"{AROUND}  ", "faq:near"): 0.8,
}


@dataclass
class Asked:
    """A question as it was understood."""

    bare: str = ASKED
    content: tuple[str, ...] = ("travail", "temps")
    intent: str = "missions"
    subjects: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("row", "intent", "content", "of_oneself", "expected"),
    [
        ("faq:childcare", "missions", ("travail", "temps"), False, True),
        ("faq:childcare", "missions", ("travail", "temps"), True, False),
        ("faq:childcare", "missions", ("compatible",), False, False),
        ("faq:childcare", "eligibility", ("candidat", "temps"), False, False),
        ("faq:near", "missions", ("travail", "temps"), False, False),
        ("faq:part-time", "missions", ("travail", "temps"), False, False),
        ("report:204", "missions", ("travail", "temps"), False, False),
    ],
)
def test_what_lies_near_the_rest_and_far_from_the_question_is_no_answer_to_it(
    monkeypatch: pytest.MonkeyPatch,
    row: str,
    intent: str,
    content: tuple[str, ...],
    of_oneself: bool,
    expected: bool,
) -> None:
    monkeypatch.setattr(module, "_fit", lambda text, of: FITS.get((text, of), 0.0))
    whole, answer = Answer("not_found", "", rows=(row,)), Answer("answered", "", rows=("faq:part-time",))
    question = Asked(intent=intent, content=content)
    found = told_of_what_is_around(
        f"{AROUND} {ASKED}",
        whole,
        ASKED,
        answer,
        question,  # type: ignore[arg-type]
        of_oneself,
    )
    assert found is expected


@pytest.mark.parametrize("one", ["quand on arrive comme EIG ?", "c'était porté par quel organisme ?"])
def test_what_says_when_and_what_points_back_is_no_question_of_its_own(
    monkeypatch: pytest.MonkeyPatch, one: str
) -> None:
    monkeypatch.setattr(
        module, "_fit", lambda text, of: float(of == "faq:part-time" or text.startswith("un mac"))
    )
    whole, answer = (
        Answer("not_found", "", rows=("faq:mac",)),
        Answer("answered", "", rows=("faq:part-time",)),
    )
    question: Any = Asked()
    assert told_of_what_is_around(f"un mac {ASKED}", whole, ASKED, answer, question, False)
    assert not told_of_what_is_around(f"un mac {one}", whole, one, answer, question, False)


@pytest.mark.parametrize(
    ("content", "status", "rows", "expected"),
    [
        (("fill", "servic", "civiqu", "dossi"), "out_of_scope", ("faq:civic",), True),
        (("servic", "civiqu", "eig", "gagn"), "out_of_scope", ("faq:civic",), False),
        (("temp", "dossi"), "out_of_scope", (), False),
        (("dossi",), "answered", ("faq:file",), False),
    ],
)
def test_what_is_known_to_be_no_matter_of_ours(
    content: tuple[str, ...], status: Status, rows: tuple[str, ...], expected: bool
) -> None:
    """« ma fille voudrait faire un service civique, où envoyer son dossier ? »."""
    whole: Any = Answer(status, "", rows=rows)
    asked: Any = Asked(content=content)
    assert is_of_another_matter(whole, asked) is expected
