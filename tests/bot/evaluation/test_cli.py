"""``greffier evaluate`` from the command line, on a handful of questions."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from actions.desk import desk
from bot.evaluation import sets
from bot.evaluation.cli import evaluate_app

run = CliRunner().invoke


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three entries of each set."""
    for name in ("questions", "unanswerable", "dialogues", "report_questions"):
        entries = getattr(sets, name)()[:3]
        monkeypatch.setattr(sets, name, lambda entries=entries: entries)
    spoken = sets.utterances()[:3]
    monkeypatch.setattr(sets, "utterances", lambda name="utterances": spoken)


@pytest.mark.integration
def test_everything(assistant_dir: Path, few: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREFFIER_DATA_DIR", str(assistant_dir))
    desk.cache_clear()
    before = sorted(path.name for path in assistant_dir.iterdir() if path.name != "bench")
    result = run(evaluate_app, ["--perturbed", "medium", "--failures"])
    desk.cache_clear()
    assert result.exit_code == 0, result.output
    figures = json.loads((assistant_dir / "bench" / "evaluation.json").read_text())
    assert figures["questions"]["questions"] == 3
    assert figures["questions"]["accuracy"] >= 0.3
    assert set(figures["perturbed"]) == {"medium"}
    assert (assistant_dir / "bench" / "risk-coverage.png").stat().st_size > 1000
    assert "Questions by kind" in result.output
    assert sorted(path.name for path in assistant_dir.iterdir() if path.name != "bench") == before


def test_retrieval(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREFFIER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr("knowledge.embedding.load_embedder", lambda: None)
    squad = tmp_path / "squad.json"
    paragraphs = [
        {"context": "La dette de la ville.", "qas": [{"question": "quelle dette ?"}]},
        {"context": "Le jury.", "qas": [{"question": "quel jury ?"}]},
    ]
    squad.write_text(json.dumps({"data": [{"title": "t", "paragraphs": paragraphs}]}))
    assert run(evaluate_app, ["retrieval", "--squad", str(squad)]).exit_code == 0
    written = json.loads((tmp_path / "data" / "bench" / "retrieval.json").read_text())
    assert (written["questions"], written["passages"], written["recall_at_1"]) == (2, 2, 1.0)
    squad.write_text("{}")
    assert isinstance(run(evaluate_app, ["retrieval", "--squad", str(squad)]).exception, sets.BadSet)


def test_nlu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREFFIER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr("knowledge.embedding.load_embedder", lambda: None)
    data = tmp_path / "nlu.md"
    examples = (
        "\n".join(f"- bonjour {n}\n" for n in "abcd")
        + "## intent:pay\n"
        + "\n".join(f"- salaire {n}" for n in "abcd")
    )
    data.write_text(f"## intent:greet\n{examples}\n")
    assert run(evaluate_app, ["nlu", "--data", str(data), "--folds", "2"]).exit_code == 0
    written = json.loads((tmp_path / "data" / "bench" / "nlu.json").read_text())
    assert (written["intents"], written["examples"]) == (2, 8)


def test_an_unknown_perturbation_is_named() -> None:
    error = run(evaluate_app, ["--perturbed", "violent"]).exception
    assert isinstance(error, sets.BadSet)
    assert "violent" in str(error)


def test_no_report_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREFFIER_DATA_DIR", str(tmp_path))
    assert isinstance(run(evaluate_app, ["reports"]).exception, sets.BadSet)
