"""Bodies called otherwise than in the title of the report on them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.bodies.other_names import called_otherwise
from knowledge.reports.name_forms import name_tokens

TITLES = {
    "1": "Syndicat mixte des aérodromes de Montclair-Grandpré et de Valbrune",
    "2": "Société d'économie mixte sportive - Valbrune Basket",
    "3": "Orchestre de Montclair",
    "4": "Communauté d'agglomération de Valbrune",
}


def titled(names: list[str]) -> list[Any]:
    return [
        SimpleNamespace(id=key, title=title)
        for key, title in TITLES.items()
        if set(names) <= set(name_tokens(title))
    ]


@pytest.mark.parametrize(
    ("name", "text", "report"),
    [
        ("aéroport montclair", "aéroport Montclair combien de passagers", ("1",)),
        ("Montclair", "la gare de Montclair Grandpré est-elle grande ?", ("1",)),
        ("club valbrune", "le club de Valbrune est-il en faillite ?", ("2",)),
        ("hôpital valbrune", "l'hôpital de Valbrune est-il endetté ?", ()),
        ("club", "le club est-il endetté ?", ()),
    ],
)
def test_the_report_is_known_by_the_place_and_another_word_for_the_kind(
    name: str, text: str, report: tuple[str, ...]
) -> None:
    base: Any = SimpleNamespace(titled=titled)
    assert called_otherwise(name, text, base) == report
