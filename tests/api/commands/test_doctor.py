"""``greffier doctor``: what is there, what is missing, what is wrong."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from api import preparation
from api.commands import checks, doctor
from bot.training import model_path
from knowledge.embedding import load_embedder
from knowledge.reports.errors import BaseUnavailable
from knowledge.reports.store import ReportStore
from knowledge.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("GREFFIER_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("GREFFIER_EMBEDDINGS", "off")
    return Settings()


def test_the_doctor_finds_what_is_missing(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    load_embedder.cache_clear()  # another test of this process may have loaded it
    assert doctor.examine(0) == 0
    said = capsys.readouterr().out
    assert "knowledge base: not built yet" in said
    assert "model: not trained yet" in said
    assert "sentence vectors: off" in said
    assert "GREFFIER_EMBEDDINGS: off (environment" in said
    assert f"GREFFIER_DATA_DIR: {settings.data_dir} (environment" in said
    assert "everything needed is there" in said


def test_the_doctor_names_a_bad_setting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load_embedder.cache_clear()
    monkeypatch.setenv("GREFFIER_TODAY", "soon")
    assert doctor.examine(0) == 1
    assert "WRONG settings: GREFFIER_TODAY" in capsys.readouterr().out


def test_the_doctor_names_a_variable_that_does_nothing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GREFFIER_RATE_LIMITT", "3")
    assert "GREFFIER_RATE_LIMITT" in {finding.subject for finding in doctor._findings(0)}


def test_the_doctor_hides_secrets(settings: Settings) -> None:
    changed = {
        "database_url": "postgresql://user:secret@host/base",
        "allowed_origins": ("https://a.example", "https://b.example"),
        "rate_limit": None,
        "admin_token": "0123456789abcdef",
    }
    shown = settings.model_copy(update=changed)
    assert checks.shown("database_url", shown) == "postgresql://…@host/base"
    assert checks.shown("admin_token", shown) == "set"
    assert checks.shown("allowed_origins", shown) == "https://a.example, https://b.example"
    assert checks.shown("rate_limit", shown) == "off"


def test_the_doctor_tells_old_from_damaged(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    preparation.ensure_base(settings).close()
    assert checks.knowledge_base(settings).state == "ok"
    monkeypatch.setattr(checks, "why_build", lambda _: "sources changed")
    assert checks.knowledge_base(settings).found == "out of date: sources changed"
    settings.knowledge_path.write_bytes(b"damaged" * 200)
    assert checks.knowledge_base(settings).state == "wrong"
    path = model_path(settings)
    path.parent.mkdir()
    path.write_bytes(b"x")
    assert checks.model(settings).state == "note"
    monkeypatch.setattr(checks, "model_is_stale", lambda _: False)
    assert checks.model(settings).state == "ok"
    assert checks.services(settings.model_copy(update={"redis_url": "redis://127.0.0.1:1"})).state == "wrong"
    assert checks.data_folder(Settings(data_dir=Path("/proc/nowhere"))).state == "wrong"


def test_the_doctor_looks_at_the_report_base(settings: Settings) -> None:
    assert "put in at the next start" in checks.report_base(settings).found
    ReportStore(settings.reports_path).close()
    assert checks.report_base(settings).found == f"{settings.reports_path}, 0 reports"
    settings.reports_path.write_bytes(b"damaged" * 2000)
    found = checks.report_base(settings)
    assert found.state == "wrong"
    assert found.found.startswith(f"{settings.reports_path} is damaged")
    assert found.found.endswith("put a backup in its place, or delete it and add the reports again")
    with pytest.raises(BaseUnavailable, match="add the reports again"):
        ReportStore(settings.reports_path)


def test_the_doctor_checks_python_packages_and_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 12, 1))
    assert checks.python().state == "wrong"
    monkeypatch.undo()
    assert checks.packages().state == "ok"
    monkeypatch.setattr(checks, "requires", lambda _: ["nowhere>=1", "typer>=99", "x; python_version < '3'"])
    assert "nowhere is missing; typer" in checks.packages().found
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert checks.port(taken.getsockname()[1]).state == "note"
    monkeypatch.setattr(checks, "find_spec", lambda _: None)
    assert checks.spacy_model().state == "wrong"
