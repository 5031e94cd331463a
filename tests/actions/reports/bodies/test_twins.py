"""« la commune et l'hôpital de Valbrune »: two bodies of one place."""

from __future__ import annotations

from typing import Any

import pytest

from actions.reports.bodies.twins import of_one_place


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Compare la commune de Valbrune et l'hôpital de Valbrune", ["commune", "hôpital"]),
        ("la dette de la commune et de l'hôpital de Valbrune", ["commune", "hôpital"]),
        ("Valbrune et son hôpital, quelles différences ?", ["commune", "hôpital"]),
        ("qui est le plus endetté, l'hôpital de Valbrune ou la commune ?", ["hôpital", "commune"]),
        ("la dette et le personnel de l'hôpital de Valbrune", []),
        ("Valbrune et sa dette", []),
        ("la dette et les impôts", []),
    ],
)
def test_each_side_names_a_body_of_the_place(desk: Any, text: str, kinds: list[str]) -> None:
    assert [body.kind for body in of_one_place(text, desk.reports)] == kinds
