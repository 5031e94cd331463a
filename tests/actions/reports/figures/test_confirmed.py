"""Of two rows called alike, the one that the report says in words is told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from actions.reports.figures.confirmed import as_told_in_words
from knowledge.reports.models import FigureRow
from tests.actions.reports.figures.test_choice import _cell
from tests.actions.reports.figures.test_heads import _hit


def _ratio(value: str, row: str = "Capacité de désendettement (dette/CAF)") -> FigureRow:
    return replace(_cell(row, "2014", value, "années", 2014), value=Decimal(value.replace(",", ".")))


_WIDE, _OWN, _OTHER = (
    _ratio("7,59"),
    _ratio("7,00"),
    _ratio("3,8", "= Capacité de désendettement (dette / CAF)"),
)
_SAID = "La capacité de désendettement s’améliore et correspond à sept ans en 2014."


def _told(*said: Any) -> list[FigureRow]:
    return as_told_in_words([_WIDE, _OTHER], [_WIDE, _OWN, _OTHER], said)


def test_the_row_that_the_words_confirm_is_told_alone() -> None:
    assert _told(_hit(_SAID)) == [_OWN]
    assert _told(_hit(_SAID.replace("sept ans", "3,8 ans"))) == [_OTHER]


def test_nothing_changes_where_the_words_say_none_or_another_year() -> None:
    assert _told(_hit("La dette recule.")) == [_WIDE, _OTHER]
    assert _told(_hit(_SAID.replace("2014", "2013"))) == [_WIDE, _OTHER]
    assert as_told_in_words([_WIDE], [_WIDE], [_hit(_SAID)]) == [_WIDE]
