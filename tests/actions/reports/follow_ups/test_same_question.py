"""« et à Saumur ? » asks of a body of the kind spoken of, in the report on what was spoken of."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.reports.follow_ups.same_question import (
    names_another_area,
    of_a_word_explained,
    same_question,
    without_names,
)
from tests.actions.report_base import asked

_KINDS = {"commune de Brumeville": "commune", "hôpital de Brumeville": "hospital"}
_TITLES = ("Commune de Brumeville", "Commune de Brumeville (Gestion du stationnement)")


def _base(kind: str) -> Any:
    """A base with two bodies at Brumeville, the last report being on a body of a ``kind``."""
    found = [
        SimpleNamespace(
            form=SimpleNamespace(organisation=_Body(name, one), reports=1), score=0.95, places=frozenset({2})
        )
        for name, one in _KINDS.items()
    ]
    return SimpleNamespace(
        names=lambda: SimpleNamespace(find=lambda text, _: found if "brumeville" in text.lower() else []),
        report=lambda _: SimpleNamespace(
            audited=[SimpleNamespace(kind=kind)], summary=SimpleNamespace(department=None), themes=()
        ),
        reports_on=lambda name: [SimpleNamespace(title=t) for t in _TITLES if name.lower() in t.lower()],
    )


class _Body(SimpleNamespace):
    def __init__(self, name: str, kind: str) -> None:
        super().__init__(id=name, name=name, kind=kind)

    def __hash__(self) -> int:
        return hash(self.id)


def _asked_next(text: str, kind: str, quote: str = "") -> str:
    focus = Focus(
        intent="report_search",
        text="qui est le délégataire",
        rows=("report:1",),
        sources=({"id": "1", "title": "x", "quote": quote},),
    )
    return same_question(asked(text, "report_search", focus), _base(kind)).text


@pytest.mark.parametrize("kind", ["commune", "hospital"])
def test_the_body_of_the_kind_spoken_of_is_meant(kind: str) -> None:
    name = next(name for name, one in _KINDS.items() if one == kind)
    assert name in _asked_next("et à Brumeville ?", kind)


def test_how_it_compares_asks_the_same() -> None:
    for text in ("et à Brumeville, c'est mieux ?", "et à Brumeville, mieux géré ?"):
        asked_next = _asked_next(text, "commune")
        assert "delegataire" in asked_next and "mieux" not in asked_next


def test_a_kind_that_is_said_is_kept() -> None:
    assert "commune de" not in _asked_next("et l'hôpital de Brumeville ?", "commune")
    assert "Brumeville" in _asked_next("et à Brumeville ?", "port")


def test_of_two_reports_on_a_body_the_one_on_what_was_quoted() -> None:
    assert "stationnement" in _asked_next("et à Brumeville ?", "commune", "Le parc de stationnement.")
    assert "stationnement" not in _asked_next("et à Brumeville ?", "commune", "Le parc.")


def test_its_own_matter_is_asked_of_the_report_on_what_was_quoted() -> None:
    base = _base("commune")
    found = base.names().find("brumeville", 4)[:1]
    found[0].form.reports = 2
    base.names = lambda: SimpleNamespace(find=lambda *_: found)
    focus = Focus(
        intent="report_search",
        text="le stationnement à Montclair",
        rows=("report:1",),
        sources=({"id": "1", "title": "x", "quote": "Le parc de stationnement."},),
    )
    read = asked("et Brumeville, combien de places ?", "report_figure", focus)
    assert same_question(read, base).text == "et Brumeville, combien de places ? stationnement"
    alone = replace(read, focus=replace(focus, sources=()))
    assert same_question(alone, base).text == read.text


def test_the_place_told_before_is_not_asked_of_another() -> None:
    assert "bas" not in without_names("et l'absentéisme là-bas ?", _base("commune"))


def test_a_town_that_no_report_audits_is_asked_the_same() -> None:
    assert _asked_next("et Brest ?", "commune") == "qui est le delegataire et Brest ?"
    assert without_names("la dette et Brest ?", _base("commune")) == ["la", "dette", "et"]


def test_a_town_after_a_town_is_not_its_hospital() -> None:
    base = _base("commune")
    hospital = SimpleNamespace(organisation=_Body("CHU de Angers", "hospital"), reports=1)
    found = [SimpleNamespace(form=hospital, score=0.94, places=frozenset({2}))]
    base.names = lambda: SimpleNamespace(find=lambda *_: found)
    focus = Focus(intent="report_search", text="qui est le délégataire", rows=("report:1",))
    assert "commune d'Angers" in same_question(asked("et à Angers ?", "report_search", focus), base).text
    assert "commune" not in same_question(asked("et le CHU d'Angers ?", "report_search", focus), base).text


def _details(key: str, name: str, department: str, theme: str) -> Any:
    return SimpleNamespace(
        id=key,
        summary=SimpleNamespace(id=key, department=department),
        audited=[_Body(name, "syndicate")],
        themes=[SimpleNamespace(id=theme)],
    )


@pytest.mark.parametrize(
    ("text", "other", "asks"),
    [
        ("et dans la Somme ?", True, "qui finance syndicat Brume et dans la Somme ?"),
        ("et dans la Manche ?", False, None),
        ("la dette", False, None),
    ],
)
def test_another_department_has_a_body_that_does_the_same(text: str, other: bool, asks: str | None) -> None:
    reports = {
        "1": _details("1", "syndicat Manche", "Manche", "networks"),
        "2": _details("2", "syndicat Brume", "Somme", "networks"),
        "3": _details("3", "syndicat des eaux", "Somme", "water"),
    }
    form = SimpleNamespace(organisation=_Body("département", "department"), reports=0)
    area = SimpleNamespace(form=form, score=0.94, places=frozenset({3}))
    base: Any = SimpleNamespace(
        report=reports.get,
        names=lambda: SimpleNamespace(find=lambda *_: [area]),
        facets=lambda: {"region": [], "year": []},
        well_spelt=tuple,
        find_reports=lambda wanted, size: SimpleNamespace(
            total=1, reports=[d for d in reports.values() if d.summary.department == wanted.department]
        ),
    )
    focus = Focus(intent="report_search", text="qui finance", rows=("report:1",))
    read = asked(text, "report_search", focus)
    assert names_another_area(read, base) is other
    if asks:
        assert same_question(read, base).text == asks


@pytest.mark.parametrize(
    ("row", "text", "meant"),
    [
        ("faq:word-x", "et celle de Brumeville ?", "capacité d'autofinancement et celle de Brumeville ?"),
        ("faq:word-x", "et celle des autres ?", None),
        ("faq:pay", "et celle de Brumeville ?", None),
    ],
)
def test_a_word_explained_is_asked_of_a_body(row: str, text: str, meant: str | None) -> None:
    focus = Focus(intent="pay", text="c'est quoi la capacité d'autofinancement ?", rows=(row,))
    on = of_a_word_explained(asked(text, "report_search", focus), _base("commune"))
    assert (on and on.text) == meant
    assert on is None or on.intent == "report_figure"
