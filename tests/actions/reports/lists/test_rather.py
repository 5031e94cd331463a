"""« un rapport sur le logement »: those that titles name, where no single one answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actions.answer import Answer
from actions.reports.lists.rather import rather_listed
from actions.reports.subject import find_subject
from tests.actions.report_base import asked
from tests.actions.reports.card_base import desk_of_cards

NONE = Answer("not_found", "Aucun rapport de ma base ne semble traiter ce sujet.")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(Path(tmp_path_factory.mktemp("rather")))


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("rapport sur le logement", True),
        ("je cherche un rapport sur la défense", True),
        ("un rapport sur les crèches", False),
        ("que dit le rapport sur le logement ?", False),
        ("combien de logements dans le rapport ?", False),
    ],
)
def test_those_on_a_matter_of_titles_are_listed(desk: Any, text: str, listed: bool) -> None:
    question = asked(text, "report_find")
    told = rather_listed(NONE, question, desk, desk.reports, find_subject(question, desk.reports))
    assert (told.status == "answered") is listed
