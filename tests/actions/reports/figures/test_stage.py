"""A number is of the stage a question asks for: planned first, of all, or come true."""

from __future__ import annotations

import pytest

from actions.reports.figures.stage import of_the_stage


@pytest.mark.parametrize(
    ("asked", "better", "worse"),
    [
        ("c'etait prevu combien au depart", "le cout initial etait de 6 m€", "le cout s'eleve a 11 m€"),
        ("combien en tout", "les travaux ont coute au total 4 m€", "le genie civil represente 1 m€"),
        ("le deficit en 2014", "le resultat est de 44 000 €", "le plan prevoyait un deficit de 1 m€"),
    ],
)
def test_the_stage_asked_counts_more(asked: str, better: str, worse: str) -> None:
    assert of_the_stage(better, asked) > of_the_stage(worse, asked)


def test_what_came_true_beside_its_forecast_counts_in_full() -> None:
    said = "alors que le budget prevoyait un deficit, le compte affiche un excedent de 44 000 €"
    assert of_the_stage(said, "le deficit en 2014") == 1.0
