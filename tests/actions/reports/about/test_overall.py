"""What is wrong at a place within the area of a body is no question on that body as a whole."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.about.overall import asks_overall_of_the_report
from actions.reports.subject import Subject
from tests.actions.report_base import asked

_PORT = SimpleNamespace(
    form=SimpleNamespace(organisation=SimpleNamespace(name="Port Brume"), reports=0), score=1.0
)
_BASE: Any = SimpleNamespace(
    names=lambda: SimpleNamespace(find=lambda text, _: [_PORT] if "port brume" in text else []),
    report=lambda _: SimpleNamespace(
        summary=SimpleNamespace(id="1", title="Communauté de la pointe de Brume")
    ),
    well_spelt=lambda terms: terms,
)


@pytest.mark.parametrize(
    ("text", "overall"),
    [
        ("c'est quoi le probleme", True),
        ("et port brume c'est quoi le probleme", False),
        ("le rapport dit quoi de bien", True),
        ("on lui dit de faire quoi dans le rapport", False),
        ("elle dit quoi la chambre", True),
        ("elle leur dit de faire quoi la chambre", False),
    ],
)
def test_the_problem_of_a_port_is_not_that_of_its_owner(text: str, overall: bool) -> None:
    question = asked(text, "report_search")
    subject = Subject(text, reports=("1",), continued=True)
    assert asks_overall_of_the_report(question, question, _BASE, subject) is overall
