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
        "note du projet champollion devant le jury",
        "combien d'EIG sont restés dans l'administration après la promotion 5 ?",
        "combien d'EIG de la promo 6 travaillent encore dans l'administration ?",
        "combien de contrats de la promo 7 ont été renouvelés ?",
        "how many fellows of cohort 5 stayed in government?",
        "quel âge avait le plus jeune des lauréats de 2017 ?",
        "quels sont les deux projets recalés de la promotion 5 ?",
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
        "combien d'EIG sont restés dans l'administration ?",
        "combien d'EIG dans la promotion 5 ?",
        "combien de projets proposés pour la promo 5, et combien gardés ?",
        "combien de projets continuent après la promotion 5 ?",
        "combien de temps les EIG de la promotion 5 sont-ils restés ?",
        "quels projets ont été retenus pour la promo 5 ?",
        "l'âge moyen de la promo 3, plus jeune que la première ?",
    ],
)
def test_numbers_of_the_whole_are_asked_for_otherwise(text: str, talk: Talk) -> None:
    question = read_message(talk.message(text, "count_applications"), Focus(), talk.desk.now)
    assert uncounted(question, talk.desk) is None
