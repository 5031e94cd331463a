"""Fitting when the reports found are said to answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actions.desk import Desk
from bot.evaluation.report_calibration import Example, fit, gather, store
from bot.evaluation.sets import BadSet


def made(known: bool, number: int) -> Example:
    return Example({"lead": 0.9 if known else 0.1, "year": float(number % 2)}, known)


def test_what_tells_apart_gets_the_weight(tmp_path: Path) -> None:
    result = fit([made(number % 3 > 0, number) for number in range(90)])
    assert result["weights"]["lead"] > abs(result["weights"]["year"])
    assert result["cross_fitted"]["answered"] == result["cross_fitted"]["answerable"] == 60
    assert result["cross_fitted"]["answered_though_unanswerable"] == 0
    store(result, tmp_path / "stored.json")
    assert json.loads((tmp_path / "stored.json").read_text())["answer_from"] == result["answer_from"]


async def test_without_reports_there_is_nothing_to_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "reports", None)
    desk = object.__new__(Desk)
    with pytest.raises(BadSet, match="no report"):
        await gather(None, [], desk, lambda: None)  # type: ignore[arg-type]
