"""Which reports a list of bodies of a kind or place shows."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.lists.bodies import (
    asks_which_bodies,
    island_named,
    on_it_as_reports_say,
    titled_by_kind,
)
from actions.reports.lists.criteria import criteria
from knowledge.text import stems


def _base(*titles: str) -> Any:
    reports = [SimpleNamespace(id=title, title=title) for title in titles]
    return SimpleNamespace(find_reports=lambda *_, **__: SimpleNamespace(reports=reports))


def test_all_bodies_of_a_kind_are_listed_by_what_they_are() -> None:
    base = _base("Syndicat mixte des aérodromes de Brume", "Société aéroportuaire", "Commune de Montclair")
    found = titled_by_kind("quels aéroports avez-vous ?", stems("aéroport"), base)
    assert [report.title for report in found] == [
        "Syndicat mixte des aérodromes de Brume",
        "Société aéroportuaire",
    ]
    assert not titled_by_kind("rapports sur le bruit des aéroports", stems("bruit aéroport"), base)


@pytest.mark.parametrize(
    ("text", "name"),
    [("l'ile de ré", ["re"]), ("l'île d'Oléron", ["oleron"]), ("en Île-de-France", []), ("Ré", [])],
)
def test_an_island_is_named_as_titles_have_it(text: str, name: list[str]) -> None:
    assert island_named(text) == name


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("les hôpitaux en déficit en Bretagne", True),
        ("quelles communes endettées dans le Jura", True),
        ("les hôpitaux bretons sont-ils en déficit ?", False),
        ("les routes en Bretagne", False),
        ("les hôpitaux en déficit", False),
    ],
)
def test_bodies_of_a_kind_in_an_area_are_a_list(desk: Any, text: str, asks: bool) -> None:
    assert asks_which_bodies(text, desk.reports) is asks


def test_the_department_beside_its_communes_is_all_that_lies_there(desk: Any) -> None:
    read = criteria("rapports sur des communes du Cantal ou le département du Cantal", desk.reports)
    assert read.filter.department == "Cantal" and read.filter.kind is None
    assert criteria("rapports sur des communes du Cantal", desk.reports).filter.kind == "commune"


def test_a_topic_in_everyday_words_is_looked_for_in_those_of_reports() -> None:
    looked: list[tuple[str, ...]] = []
    base: Any = SimpleNamespace(on_topic=lambda terms: looked.append(tuple(terms)) or ())
    assert on_it_as_reports_say(stems("retard paiement fournisseur"), base) == ()
    assert tuple(sorted(stems("délai paiement"))) in looked
    looked.clear()
    on_it_as_reports_say(stems("retard"), base)
    assert not looked
