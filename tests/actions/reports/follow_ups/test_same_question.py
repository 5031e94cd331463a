"""« et à Saumur ? » asks of a body of the kind spoken of, in the report on what was spoken of."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.reports.follow_ups.same_question import same_question
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
        report=lambda _: SimpleNamespace(audited=[SimpleNamespace(kind=kind)]),
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
