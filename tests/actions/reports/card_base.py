"""A base of reports that holds the shipped cards and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from knowledge.reports.base import ReportBase
from knowledge.reports.card_reports import put_in_cards
from tests.actions.report_base import desk_with


def desk_of_cards(folder: Path) -> Any:
    """A desk whose reports are the cards, stored under ``folder``."""
    path = folder / "reports.sqlite3"
    assert put_in_cards(path) == 31
    return desk_with(ReportBase(path))
