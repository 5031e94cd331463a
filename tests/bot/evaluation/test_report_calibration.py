"""Fitting when the reports found are said to answer."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from actions.desk import Desk
from actions.reports.matters import read_matters
from bot.evaluation.matters_fit import Asked, cross_fitted_matters, fit_matters, store_matters
from bot.evaluation.report_calibration import Example, fit, gather, store
from bot.evaluation.sets import BadSet


def made(known: bool, number: int) -> Example:
    return Example({"lead": 0.9 if known else 0.1, "year": float(number % 2)}, known)


def test_the_kind_of_a_question_is_judged_by_models_that_did_not_see_its_set() -> None:
    told = [Asked(("det",), None, f"s{number % 4}") for number in range(40)]
    untold = [Asked(("horair",), None, f"s{number % 4}") for number in range(40)]
    known = np.array([True] * 40 + [False] * 40)
    likely = cross_fitted_matters([*told, *untold], known)
    assert likely[:40].min() > 0 > likely[40:].max()
    one_author = [replace(one, written_for="s") for one in told]
    assert not cross_fitted_matters(one_author, known[:40]).any()


def test_the_stored_model_is_what_the_assistant_reads(tmp_path: Path) -> None:
    vectors = np.eye(2, dtype=np.float32)
    asked = [Asked(("det", "vill"), vectors[number % 2], "s") for number in range(20)]
    result = fit_matters(asked, np.array([number % 2 == 0 for number in range(20)]))
    store_matters(result, tmp_path / "matters.json")
    model = read_matters(json.loads((tmp_path / "matters.json").read_text(encoding="utf-8")))
    assert model.stems.keys() == {"det", "vill"}
    assert model.log_odds(["det"], vectors[0]) > model.log_odds(["det"], vectors[1])


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
