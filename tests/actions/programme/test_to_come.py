"""What is asked of a year to come."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "intent", "begins", "tells"),
    [
        ("quel sera le salaire des EIG en 2028 ?", "pay", "Rien n'est publié pour 2028", "4 250"),
        ("What will the pay of EIGs be in 2030?", "pay", "Nothing is published for 2030", "4,250"),
        ("quand rouvrez-vous en 2027 ?", "next_call", "Rien n'est publié pour 2027", "Aucun appel"),
        ("je voudrais savoir le salaire en 2028, merci", "pay", "Rien n'est publié pour 2028", "4 250"),
    ],
)
def test_nothing_is_published_of_it_and_today_is_told(
    text: str, intent: str, begins: str, tells: str, talk: Talk
) -> None:
    answer = talk.ask(text, intent)
    assert answer.status == "not_found" and answer.sources and answer.contact
    assert answer.text.startswith(begins) and tells in answer.text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("quel était le salaire des EIG en 2021 ?", "pay"),
        ("quel est le salaire des EIG en 2026 ?", "pay"),
        ("je finis mon master en 2027, je peux postuler ?", "eligibility"),
        ("mon contrat se termine en 2027, combien je toucherai ?", "pay"),
    ],
)
def test_a_year_that_was_or_that_of_who_asks_changes_nothing(text: str, intent: str, talk: Talk) -> None:
    assert "Rien n'est publié" not in talk.ask(text, intent).text


def test_what_is_not_ours_is_not_told_with_what_is(talk: Talk) -> None:
    assert talk.ask("qui sera président en 2027 ?", "programme_origin", confidence=0.5).status in (
        "out_of_scope",
        "not_found",
    )


def test_whether_we_open_again_is_a_question_for_us(talk: Talk) -> None:
    answer = talk.ask("est-ce que vous allez rouvrir en 2028 ?", "nlu_fallback", confidence=0.7)
    assert answer.status == "not_found"
