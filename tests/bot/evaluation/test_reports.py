"""Answers about reports judged part by part."""

import sqlite3
from contextlib import nullcontext
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from actions.answer import Answer, Quote, Source
from bot.evaluation import reports
from bot.evaluation.examinee import Said
from bot.evaluation.report_baseline import plain_search
from bot.evaluation.reports import Shown, evaluate, mark, report_figures, show
from bot.evaluation.sets import BadSet, Dialogue, Question, ReportQuestion
from knowledge.reports.schema import SCHEMA
from knowledge.settings import Settings
from knowledge.text import content_stems


def asked(**fields: object) -> ReportQuestion:
    values: dict[str, object] = {
        "id": "r1",
        "text": "quelle dette ?",
        "kind": "figure",
        "reports": ("1",),
        "figure": (),
        "passage": (),
        "recommendation": (),
        "status": "answered",
        "misspelt": False,
        "names_body": True,
        "table_cell": False,
    }
    return ReportQuestion(**{**values, **fields})  # type: ignore[arg-type]


def turn(text: str, said: str) -> Question:
    return Question("d1", text, "fr", "turn", ("answered",), ((said,),), ())


def shown(*reports: str, text: str = "", quoted: str = "", status: str = "answered") -> Shown:
    return Shown(status, reports, text, quoted)


def test_what_an_answer_shows() -> None:
    sources = (
        Source("a", "A", report="1", quote="mots cités"),
        Source("b", "B"),
        Source("c", "C", report="1"),
    )
    answer = Answer("answered", "le texte", (Quote("un extrait", "a"),), sources)
    assert Shown.of(answer) == Shown("answered", ("1",), "le texte", "un extrait\nmots cités")


def test_the_right_report_stands_among_the_first_three() -> None:
    assert mark(asked(), shown("9", "8", "1")).report
    assert mark(asked(), shown("9", "8", "7", "1")).report is False
    assert mark(asked(reports=()), shown("9")).report is None


def test_a_list_names_them_all() -> None:
    question = asked(kind="list", reports=("1", "4"))
    assert mark(question, shown("9", "8", "7", "1", "4")).report
    assert mark(question, shown("1")).report is False


def test_parts() -> None:
    question = asked(
        figure=("5,3 M€", "5 300 000"), passage=("près de",), recommendation=("publier", "tenir")
    )
    marks = mark(question, shown("1", text="5,3 M€ : publier les comptes", quoted="près de"))
    assert (marks.figure, marks.passage, marks.recommendation, marks.right) == (True, True, False, False)
    assert mark(asked(figure=("5,3 M€",)), shown("1", text="15,3 M€")).figure is False


def test_honest_where_nothing_is_known() -> None:
    question = asked(status="not_found", reports=())
    figures = report_figures([mark(question, shown("3")), mark(question, shown(status="clarify"))])
    assert (figures["unanswerable"], figures["unanswerable_as_known"]) == (2, 0.5)
    assert figures["all_right"] == 0.0


@pytest.fixture
def report_base(tmp_path: Path) -> Path:
    """Two reports of one passage each."""
    path = tmp_path / "reports.sqlite3"
    db = sqlite3.connect(path)
    db.executescript(SCHEMA)
    columns = "id, key, title, words, files, warnings, content_hash, first_passage, last_passage"
    report = f"INSERT INTO report ({columns}) VALUES (?, ?, '', 1, '', '', '', ?, ?)"
    columns = "id, report_id, section, kind, anchor, text, notes"
    passage = f"INSERT INTO passage ({columns}) VALUES (?, ?, 0, 'text', '', ?, '')"
    for number, (key, text) in enumerate([("a", "la dette de la ville"), ("b", "le personnel")], 1):
        db.execute(report, (number, key, number, number))
        db.execute(passage, (number, number, text))
        stems = " ".join(content_stems(text))
        db.execute("INSERT INTO passage_stems (id, title, path, body) VALUES (?, '', '', ?)", (number, stems))
    db.commit()
    db.close()
    return path


def test_plain_search(report_base: Path) -> None:
    found = plain_search(report_base, "quelle dette pour la ville ?")
    assert found == ("answered", ("a",), "", "la dette de la ville")
    assert plain_search(report_base, "zorglub")[0] == "not_found"
    assert plain_search(report_base, "?")[0] == "not_found"


class Clerk:
    """Answers everything from report b."""

    async def answer(self, text: str, conversation: str | None = None) -> Said:
        sources = (Source("b", "B", report="b"),)
        return Said("c", Answer("answered", "la dette", sources=sources), "report_search", 0.9)

    def pretend(self, day: object) -> None:
        """Any day will do."""


def test_both_answer_the_same_questions(report_base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "examinee", lambda *_: nullcontext(Clerk()))
    questions = [asked(reports=("a",), passage=("la ville",)), asked(id="r2", status="not_found", reports=())]
    talk = Dialogue("d", (turn("que dit b ?", "la dette"), turn("et pourquoi ?", "la ville")))
    figures = evaluate(Settings(data_dir=report_base.parent), questions, [talk], lambda: None)
    assert (figures["dialogues"]["turns"], figures["dialogues"]["turns_right"]) == (2, 0.5)
    assert (figures["right_report"], figures["plain_bm25"]["right_report"]) == (0.0, 1.0)
    assert figures["unanswerable_as_known"] == 1.0
    assert [one["lacks"] for one in figures["wrong"]] == [["report", "passage"], ["honest"]]
    console = Console(record=True, width=120, file=StringIO())
    show(figures, console, failures=True)
    assert "plain BM25" in (printed := console.export_text())
    assert "2 turns, 50.0 % right" in printed


def test_no_base(tmp_path: Path) -> None:
    with pytest.raises(BadSet, match="reports add"):
        evaluate(Settings(data_dir=tmp_path), [asked()], [], lambda: None)
