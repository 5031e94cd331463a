"""A kind of body without a name is asked about, unless other words tell which is meant."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.bodies.rivals import of_a_kind_alone, settled_on, which_body
from actions.reports.subject import Subject
from knowledge.reports.models import OrganisationRow, SearchResult
from knowledge.text import stem
from tests.actions.report_base import asked

BODIES = tuple(
    OrganisationRow(number, f"centre communal d'action sociale de {town}", "social-action", None)
    for number, town in enumerate(("Montclair", "Valbrune"))
)
BASE: Any = SimpleNamespace(
    search_passages=lambda *_, **__: SimpleNamespace(
        hits=[SimpleNamespace(report=SimpleNamespace(id=str(body.id))) for body in BODIES]
    ),
    report=lambda key: SimpleNamespace(audited=(BODIES[int(key)],)),
    report_shares=lambda terms: {term: 0.02 if term == stem("dentelle") else 0.9 for term in terms},
)


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("quels sont les effectifs du CCAS ?", True),
        ("le centre communal d'action sociale, combien d'agents en 2014 ?", True),
        ("notre CCAS donne-t-il de la dentelle ?", True),
        ("combien d'agents au CCAS de Montclair", False),
        ("quels rapports sur les CCAS ?", False),
        ("le CCAS a-t-il acheté de la dentelle ?", False),
        ("les effectifs de l'école", False),
    ],
)
def test_a_kind_without_a_name_may_be_any_of_its_bodies(text: str, which: bool) -> None:
    assert of_a_kind_alone(Subject(text), BASE).rivals == (BODIES if which else ())


def test_agriculture_is_no_chamber_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    chambers = tuple(
        OrganisationRow(n, f"chambre d'agriculture de {area}", "x", None) for n, area in enumerate("AB")
    )
    monkeypatch.setattr(BASE, "report", lambda key: SimpleNamespace(audited=(chambers[int(key)],)))
    assert of_a_kind_alone(Subject("quel budget pour l'agriculture ?"), BASE).rivals == ()
    assert of_a_kind_alone(Subject("le budget de la chambre d'agriculture"), BASE).rivals == chambers


def test_a_body_named_or_pointed_back_to_is_meant() -> None:
    longer = (OrganisationRow(0, "centre communal d'action sociale de Laudun-l'Ardoise", "social", None),)
    for subject in (
        Subject("les effectifs du CCAS", BODIES[:1]),
        Subject("et le CCAS ?", reports=("1",)),
        Subject("les effectifs de notre CCAS, Laudun", longer),
    ):
        assert of_a_kind_alone(subject, BASE) == subject


def test_bodies_of_a_kind_bear_no_common_name() -> None:
    towns = tuple(
        OrganisationRow(n, f"{kind} de Sens", kind, None) for n, kind in enumerate(("ville", "sdis"))
    )
    assert "ce nom" in which_body(asked("la dette de Sens", "report_figure"), towns).text
    assert "description" in which_body(asked("les effectifs du CCAS", "report_figure"), BODIES).text


@pytest.mark.parametrize(
    ("text", "asked_which"),
    [
        ("la dette de sainte marie", True),
        ("la dette de Sainte-Marie, Pyrénées-Orientales", False),
        ("la dette de la commune de Sainte-Marie", False),
    ],
)
def test_a_town_whose_name_begins_that_of_another_is_asked_about(text: str, asked_which: bool) -> None:
    towns = (
        OrganisationRow(0, "commune de Sainte-Marie", "commune", "Pyrénées-Orientales"),
        OrganisationRow(1, "commune de Sainte-Marie-de-Ré", "commune", "Charente-Maritime"),
    )
    settled = settled_on(_base_of(towns), Subject(text, towns[:1]))
    assert settled.rivals == (towns if asked_which else ()) and (asked_which or settled.bodies == towns[:1])


@pytest.mark.parametrize(
    ("text", "asked_which"),
    [
        ("la dette de Saint-André", True),
        ("la dette de saint andré", True),
        ("la dette de Saint-André-lez-Lille", False),
        ("la dette de Saint-André, dans le Nord", False),
        ("la dette de l'hôpital de Saint-André", False),
        ("une commune près de Saint-André est-elle endettée ?", False),
    ],
)
def test_a_name_that_several_towns_hold_is_asked_about(text: str, asked_which: bool) -> None:
    towns = (
        OrganisationRow(0, "commune de la Côte-Saint-André", "commune", "Isère"),
        OrganisationRow(1, "commune de Saint-André-lez-Lille", "commune", "Nord"),
    )
    in_full = "Lille" in text
    settled = settled_on(_base_of(towns), Subject(text, towns[1:] if in_full else ()))
    assert settled.rivals == (towns if asked_which else ())


@pytest.mark.parametrize(
    ("text", "which"), [("la dette de Sens", 0), ("le coût de la crèche intercommunale de Sens", None)]
)
def test_a_name_alone_is_the_town_s_and_not_its_agglomeration_s(text: str, which: int | None) -> None:
    both = (
        OrganisationRow(0, "commune de Sens", "commune", "Yonne"),
        OrganisationRow(1, "communauté d'agglomération de Sens", "intercommunality", "Yonne"),
    )
    settled = settled_on(_base_of(both), Subject(text, both[:1], both))
    assert settled.rivals == (both if which is None else ())
    assert which is None or settled.bodies == (both[which],) and settled.namesakes == both[1:]


def _base_of(towns: tuple[OrganisationRow, ...]) -> Any:
    """A base with a report on each town, all of which say as much."""
    place = SimpleNamespace(path=())
    told: Any = [
        SimpleNamespace(
            report=SimpleNamespace(id=str(n), title=""),
            place=place,
            text=f"Dette : {n}.",
            coverage=0.5,
            score=9.0,
        )
        for n in range(2)
    ]
    return SimpleNamespace(
        titled=lambda names: [SimpleNamespace(id=str(n)) for n in range(2)],
        report=lambda key: SimpleNamespace(audited=(towns[int(key)],)),
        reports_on=lambda number: (SimpleNamespace(id=str(number)),),
        report_on_another=lambda key: None,
        search_passages=lambda _, report_id=None, **__: SearchResult(
            tuple(hit for hit in told if report_id in (None, hit.report.id)), (), ("dette",), ()
        ),
    )
