"""What stands word for word under two keys is shown once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from api.same_text import distinct_reports, once
from knowledge.reports.base import ReportBase
from tests.actions.report_base import make_base
from tests.api.report_client import report_client

DAY = dt.date(2016, 6, 22)


class _Base:
    """Reports of a hundred passages each, of which ``own`` are found in no other."""

    def __init__(self, **own: int) -> None:
        self.own, self.read = own, list[str]()

    def passages(self, report_id: str) -> list[Any]:
        self.read.append(report_id)
        own = self.own[report_id]
        texts = [f"{report_id} {n}" for n in range(own)] + [f"commun {n}" for n in range(100 - own)]
        return [SimpleNamespace(text=text) for text in texts]


def _ids(base: _Base, *reports: tuple[str, dt.date | None]) -> list[str]:
    rows: Any = [SimpleNamespace(id=key, date=date) for key, date in reports]
    found: Any = distinct_reports(base, rows)  # type: ignore[arg-type]
    return [report.id for report in found]


def test_the_first_of_each_text_is_kept_in_order() -> None:
    rows = [("a", "Réduire  la dette."), ("b", "Publier."), ("c", "réduire la dette."), ("d", "Vendre.")]
    assert [key for key, _ in once(rows, lambda row: row[1])] == ["a", "b", "d"]


def test_one_report_under_two_keys_is_listed_once() -> None:
    base = _Base(group=0, subsidiary=2, other=40)
    assert _ids(base, ("group", DAY), ("other", DAY), ("subsidiary", DAY)) == ["group", "other"]


def test_reports_of_other_days_or_of_none_are_others() -> None:
    base = _Base(a=0, b=0, c=0, d=0)
    other_day = DAY + dt.timedelta(days=1)
    assert _ids(base, ("a", DAY), ("b", other_day), ("c", None), ("d", None)) == ["a", "b", "c", "d"]
    assert base.read == []


def test_a_theme_shows_a_recommendation_of_two_reports_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_base(tmp_path)
    base = ReportBase(path)
    dossier = base.theme_dossier(base.themes()[0].id)
    assert dossier
    rows = (*base.recommendations("101"), *base.recommendations("102"))
    assert len({row.text for row in rows}) == 1 < len(rows)
    twice = replace(dossier, recommendations=rows)
    monkeypatch.setattr(ReportBase, "theme_dossier", lambda *_: twice)
    page = report_client(path).get(f"/themes/{dossier.theme.id}").text
    assert page.count(rows[0].text) == 1
