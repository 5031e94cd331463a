"""A report is on a topic when it treats it as a whole, not when one of its words occurs."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.reports.base import ReportBase
from knowledge.text import content_stems
from tests.knowledge.reports.invented import make_wide_base


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> ReportBase:
    path: Path = make_wide_base(tmp_path_factory.mktemp("wide"))
    return ReportBase(path)


def _on(base: ReportBase, topic: str) -> list[str]:
    return [report.id for report in base.on_topic(content_stems(topic))]


@pytest.mark.parametrize(
    ("topic", "reports"),
    [
        ("anneaux de plaisance", ["206"]),
        ("réservation des repas", ["201"]),
        ("casino", ["207"]),
        ("plaisance du casino", []),
        ("licorne", []),
    ],
)
def test_the_words_of_a_topic_stand_together(wide: ReportBase, topic: str, reports: list[str]) -> None:
    assert _on(wide, topic) == reports


def test_a_title_says_what_a_report_is_on(wide: ReportBase) -> None:
    assert _on(wide, "musées")[0] == "205"
