"""Which reports a list of bodies of a kind or place shows."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.lists.bodies import (
    asks_which_bodies,
    found_by_kind,
    island_named,
    of_every_kind,
    of_kinds_beside,
    on_it_as_reports_say,
    on_the_place,
    titled_by_kind,
    titled_with,
    town_asked,
)
from actions.reports.lists.criteria import Criteria, criteria
from actions.reports.subject import Subject
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import name_tokens
from knowledge.text import stem, stems


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
        ("les communautés de communes du Jura", True),
        ("lesquels parlent de ports de plaisance", True),
        ("lesquels ?", False),
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


@pytest.mark.parametrize(
    ("text", "rest", "beside"),
    [
        ("les musées et opéras", "opera", ["Opéra de Brume"]),
        ("les musées qui ont un opéra", "opera", []),
        ("les musées et la dette", "dette", []),
    ],
)
def test_a_kind_that_no_filter_knows_may_stand_beside_one(text: str, rest: str, beside: list[str]) -> None:
    base = _base("Opéra de Brume", "Musée de Brume")
    read = Criteria(ReportFilter(kind="cultural-body"), ("musées",), ("cultural-body",), (stem(rest),))
    assert [report.title for report in of_kinds_beside(text, base, read)] == beside


def test_the_body_of_a_place_may_be_called_by_its_kind(desk: Any) -> None:
    body = OrganisationRow(1, "port de Brume-Plage", "port", None)
    titles = ("Port de Brume-Plage", "Société portuaire du port de Brume", "Commune de Brume")
    reports = {title: SimpleNamespace(id=title, title=title) for title in titles}
    base: Any = SimpleNamespace(
        reports_on=lambda _: [reports[titles[0]]],
        titled=lambda names, **_: [r for r in reports.values() if {*names} <= {*name_tokens(r.title)}],
    )
    found = on_the_place("rapports sur le port de Brume", Subject("", bodies=(body,)), base)
    assert titles[0] in [report.title for report in found]
    assert titles[2] not in [report.title for report in found]


def test_a_home_for_others_is_none_for_old_people() -> None:
    titles = ("EHPAD de Brume", "Foyer de vie - Le Port", "Maison de retraite de Montclair")
    reports = [SimpleNamespace(id=title, title=title, department="Brume") for title in titles]
    base: Any = SimpleNamespace(
        find_reports=lambda *_, **__: SimpleNamespace(reports=reports), on_topic=lambda _: ()
    )
    read = Criteria(ReportFilter(kind="nursing-home"), ("EHPAD",), ("nursing-home",))
    found = of_every_kind("quels EHPAD ou maisons de retraite ?", base, read)
    assert [report.title for report in found] == [titles[0], titles[2]]


@pytest.mark.parametrize("text", ["quels CHU ?", "la liste des centres hospitaliers universitaires"])
def test_university_hospitals_are_some_of_all_hospitals(desk: Any, text: str) -> None:
    base = _base("Centre hospitalier universitaire (CHU) de Brume", "Centre hospitalier de Montclair")
    read = Criteria(ReportFilter(kind="hospital"), kinds=("hospital",))
    assert [one.title for one in of_every_kind(text, base, read)] == [
        "Centre hospitalier universitaire (CHU) de Brume"
    ]


@pytest.mark.parametrize(
    ("text", "rest", "town"),
    [
        ("les hôpitaux de Marseille", "marseille", "marseille"),
        ("les hôpitaux de Marseille en déficit", "marseille déficit", None),
        ("les hôpitaux", "", None),
    ],
)
def test_a_list_may_be_of_a_town(text: str, rest: str, town: str | None) -> None:
    assert town_asked(text, stems(rest)) == town


def test_a_town_must_be_in_the_title() -> None:
    reports: Any = [SimpleNamespace(title=one) for one in ("Musée de Brume-Plage", "Musée de Montclair")]
    assert [one.title for one in titled_with("brume plage", reports)] == ["Musée de Brume-Plage"]


def test_words_for_a_kind_name_no_body() -> None:
    body = OrganisationRow(1, "ministère de l'économie", "ministry", None)
    read = Criteria(ReportFilter(kind="semi-public-company"), ("sociétés d'économie mixte",))
    assert found_by_kind(Subject("quelles sociétés d'économie mixte", bodies=(body,)), read)
    assert not found_by_kind(Subject("les sociétés du ministère de l'économie", bodies=(body,)), read)


def test_bodies_of_a_name_that_no_report_is_on_are_not_others_of_their_kind() -> None:
    reports = [
        SimpleNamespace(id="CCI", title="Chambre de commerce et d'industrie de Brume", department=None)
    ]
    base: Any = SimpleNamespace(
        find_reports=lambda *_, **__: SimpleNamespace(reports=reports), on_topic=lambda _: ()
    )
    read = Criteria(ReportFilter(kind="consular-chamber"), kinds=("consular-chamber",))
    assert of_every_kind("les chambres d'agriculture", base, read) == []
    assert of_every_kind("les chambres de commerce", base, read) == reports
