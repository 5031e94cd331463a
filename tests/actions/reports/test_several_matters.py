"""Which messages ask several things of one report."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports import several_matters
from actions.reports.several_matters import asked_one_by_one, each_in_turn
from actions.reports.subject import Subject
from knowledge.reports.questions import read_question


@pytest.fixture(autouse=True)
def _without_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        several_matters, "words_beside_the_name", lambda text, *_: frozenset(read_question(text).terms)
    )


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("combien de places de parking et chiffre d'affaires", 2),
        ("how many musicians and what is the annual budget?", 2),
        ("quels sont les effectifs, quel est le budget, et pourquoi la dette augmente ?", 3),
        ("qui gère les pistes et quel est le prix d'un forfait ?", 2),
        ("quelles sont les recettes et les dépenses de fonctionnement ?", 1),
        ("c'est quoi la journée défense et combien de temps ça dure", 2),
        ("Copernicus c'est quoi, combien la France paye", 2),
        ("que sait-on du ministère, combien d'agents", 2),
        ("combien coûte la journée et quelles sont les recommandations ?", 2),
        ("quelle différence entre la dette et le budget ?", 1),
        ("pourquoi il est en déficit et combien ?", 1),
        ("Pour une petite station en déficit, quel effort est demandé ?", 1),
        ("les relations entre la ville et quel syndicat ?", 1),
        ("combien d'hommes et de femmes y travaillent ?", 1),
    ],
)
def test_what_is_asked_one_by_one(text: str, things: int) -> None:
    base: Any = None
    assert len(asked_one_by_one(text, Subject(text), base) or [text]) == things


@pytest.mark.parametrize(
    ("clause", "asked_for"),
    [
        ("combien ça coûte à la commune", "combien ça coûte à la commune absentéisme à Montclair"),
        ("combien coûte la cantine", "combien coûte la cantine"),
    ],
)
def test_what_it_costs_is_asked_of_the_thing_before(clause: str, asked_for: str) -> None:
    told: list[str] = []

    def tell(text: str) -> Any:
        told.append(text)
        return SimpleNamespace(status="not_found")

    report: Any = None
    assert each_in_turn(["Quel est le taux d'absentéisme à Montclair", clause], report, "fr", tell) is None
    assert told[1] == asked_for
