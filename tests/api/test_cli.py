"""The command line: help, one-line errors, and what each command does."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from actions.answer import Reply
from api import cli, preparation
from api.commands import ask, building
from api.commands.loading import Later
from api.preparation import StartFailed
from knowledge.embedding import CARD_VECTORS, read_vectors, text_key
from knowledge.errors import NoKnowledgeBase
from knowledge.settings import Settings, SettingsError
from tests.api.conftest import FULL


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.app, arguments)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GREFFIER_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("GREFFIER_EMBEDDINGS", "off")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        (), ("serve",), ("train",), ("ask",), ("doctor",), ("evaluate",), ("knowledge",),
        ("knowledge", "build"), ("knowledge", "vectors"), ("reports",), ("reports", "add"),
    ],
)  # fmt: skip
def test_every_command_has_help(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Usage" in result.output


def test_help_imports_neither_rasa_nor_tensorflow() -> None:
    said = "import sys; from api.cli import app; app(['--help'], standalone_mode=False);"
    code = f"{said} print(sorted({{'rasa', 'tensorflow', 'fastapi', 'numpy', 'spacy'}} & set(sys.modules)))"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.strip().endswith("[]")


def test_commands_found_elsewhere_may_be_missing() -> None:
    assert not Later("bot.nowhere.cli", "app", "").is_there()
    assert not Later("nowhere.at.all", "app", "").is_there()
    assert Later("api.commands.reports", "reports_app", "").is_there()


def test_an_unknown_command_fails() -> None:
    assert run("dance").exit_code == 2


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (SettingsError("GREFFIER_TODAY: is no date"), "GREFFIER_TODAY: is no date"),
        (StartFailed("port 1 is in use"), "port 1 is in use"),
        (
            NoKnowledgeBase(Path("x.sqlite3")),
            "no knowledge base at x.sqlite3: run « greffier knowledge build »",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device", "/data/x"),
            "the disk is full: /data/x; free space and start again",
        ),
        (PermissionError(errno.EACCES, "Permission denied", "/data/x"), "no permission: /data/x"),
        (KeyError("a\nb"), "unexpected KeyError: 'a\\nb'"),
        (RuntimeError(), "unexpected RuntimeError: no message"),
    ],
)
def test_an_error_is_one_line(
    error: Exception, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr(cli, "app", fail)
    with pytest.raises(SystemExit) as stop:
        cli.main()
    assert stop.value.code == 1
    assert capsys.readouterr().err == f"greffier: {line}\n"


def test_an_interruption_is_no_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "app", interrupted)
    with pytest.raises(SystemExit) as stop:
        cli.main()
    assert stop.value.code == 130
    assert capsys.readouterr().err == "greffier: interrupted\n"


@pytest.mark.parametrize(
    ("variable", "value"),
    [("GREFFIER_RATE_LIMIT", "0"), ("GREFFIER_ALLOWED_ORIGINS", "*"), ("GREFFIER_TODAY", "tomorrow")],
)
def test_a_bad_setting_stops_the_start_with_its_name(variable: str, value: str) -> None:
    command = [sys.executable, "-m", "api.cli", "serve", "--port", "0"]
    outcome = subprocess.run(command, env={**os.environ, variable: value}, capture_output=True, text=True)
    assert outcome.returncode == 1
    assert outcome.stderr.startswith(f"greffier: {variable}: ")
    assert outcome.stderr.count("\n") == 1


def test_sources_can_be_checked_without_writing(data: Path) -> None:
    assert run("knowledge", "build", "--check").exit_code == 0
    assert list(data.iterdir()) == []


def test_the_base_is_built_by_command(data: Path) -> None:
    assert run("knowledge", "build").exit_code == 0
    assert (data / "knowledge.sqlite3").exists()


def test_training_makes_the_base_first(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def train(settings: Settings) -> Path:
        assert settings.knowledge_path.exists()
        return settings.knowledge_path

    monkeypatch.setattr("bot.training.train", train)
    assert run("train").exit_code == 0


def test_vectors_are_those_of_entries_and_examples(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []

    def write(path: Path, texts: list[str], embed: object) -> int:
        written.extend(texts)
        return len(texts)

    assert run("knowledge", "build").exit_code == 0
    embedder = SimpleNamespace(queries=None, passages=None)
    monkeypatch.setattr("knowledge.embedding.load_embedder", lambda: embedder)
    monkeypatch.setattr("knowledge.embedding.write_vectors", write)
    assert run("knowledge", "vectors").exit_code == 0
    examples = set(building.training_examples())
    assert len(examples) > 1000
    assert examples <= set(written)


def test_every_line_of_a_report_card_has_its_vector() -> None:
    """Where one has none, « greffier knowledge vectors » was not run after a change of the cards."""
    shipped = read_vectors(CARD_VECTORS)
    assert shipped
    missing = [text for text in building.card_texts() if text_key(text) not in shipped]
    assert not missing


def test_vectors_need_an_embedder(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.embedding.load_embedder", lambda: None)
    assert "no embedder" in str(run("knowledge", "vectors").exception)


class _Once:
    async def ask(self, text: str, conversation_id: str | None = None, lang: str | None = None) -> Reply:
        return Reply("c", "m", FULL)


@pytest.fixture
def prepared(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Base:
        def close(self) -> None:
            return None

    monkeypatch.setattr(preparation, "ensure_base", lambda _: Base())
    monkeypatch.setattr(preparation, "ensure_model", lambda _: None)
    monkeypatch.setattr(preparation, "load_assistant", lambda _, warm: _Once())


@pytest.mark.usefixtures("prepared")
def test_one_question_is_answered_with_its_sources() -> None:
    output = run("ask", "Combien ?").output
    assert output.startswith("Tout.")
    assert "- Titre, Éditeur, p. 2, 2018-01-02, https://source.example" in output
    assert "- et la promotion 3 ?" in output
    assert "Contact : a@site.example" in output


@pytest.mark.usefixtures("prepared")
def test_one_question_is_answered_as_json() -> None:
    answer: dict[str, Any] = json.loads(run("ask", "Combien ?", "--json").output)
    assert answer["status"] == "answered"
    assert answer["sources"][0]["id"] == "s1"


def test_an_english_answer_has_english_headings() -> None:
    text = ask.as_text(Reply("c", "m", FULL, "en"))
    assert "Sources:" in text
    assert "To go on:" in text


def test_libraries_are_told_how_many_threads_they_may_have_before_they_are_imported() -> None:
    code = (
        "import os, sys; from api import cli; sys.argv = ['greffier', '--help']\n"
        "assert 'numpy' not in sys.modules\n"
        "try: cli.main()\n"
        "except SystemExit: print(os.environ['OMP_NUM_THREADS'])"
    )
    env = {name: value for name, value in os.environ.items() if name != "OMP_NUM_THREADS"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "1"
