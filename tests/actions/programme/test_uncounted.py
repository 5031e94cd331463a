"""Numbers published of the whole, not of the part asked about."""

from __future__ import annotations

import pytest

from actions.programme.uncounted import uncounted
from actions.question import Focus, read_message
from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    "text",
    [
        "combien de dossiers au sprint 4 ?",
        "nombre de candidats à la session de l'automne 2025",
        "combien de designers ont candidaté au programme DIG ?",
        "la part variable, ça fait combien en euros par an ?",
        "10 % de 5000 sur un an ça fait combien ?",
        "quelle note le jury a-t-il donnée à Décos ?",
    ],
)
def test_no_source_gives_the_number_of_the_part(text: str, talk: Talk) -> None:
    answer = talk.ask(text, "pay" if "%" in text or "euros" in text else "count_applications")
    assert answer.status == "not_found"


@pytest.mark.parametrize(
    "text",
    [
        "combien de sprints dans la promotion 7 ?",
        "combien de candidatures dans la promotion 5 ?",
        "combien de DIG ?",
    ],
)
def test_numbers_of_the_whole_are_asked_for_otherwise(text: str, talk: Talk) -> None:
    question = read_message(talk.message(text, "count_applications"), Focus(), talk.desk.now)
    assert uncounted(question, talk.desk) is None
