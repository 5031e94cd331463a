"""The figures as tables in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

MOST_CONFUSED = 12


def show_all(figures: dict[str, Any], console: Console, failures: bool) -> None:
    """Every table of a full run; ``failures`` adds each wrong answer."""
    _summary(figures, console)
    _perturbed(figures, console)
    _confused(figures["intents"], console)
    _entities(figures["entities"], console)
    _kinds(figures["questions"], console)
    if failures:
        for part in ("questions", "dialogues", "unanswerable"):
            _wrong(part, figures[part]["wrong"], console)


def show_figures(title: str, rows: Sequence[tuple[str, object]], console: Console) -> None:
    """One table of names and figures."""
    table = _table(title, "", "figure")
    for name, value in rows:
        table.add_row(name, _shown(value))
    console.print(table)


def percent(value: float | None) -> str:
    """A share as people read it."""
    return "–" if value is None else f"{100 * value:.1f} %"


def _shown(value: object) -> str:
    return percent(value) if isinstance(value, float) and value <= 1 else str(value)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", min_width=len(title) + 2)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left")
    return table


def _summary(figures: dict[str, Any], console: Console) -> None:
    intents, questions, dialogues = figures["intents"], figures["questions"], figures["dialogues"]
    without, risk, english = figures["unanswerable"], figures["risk_coverage"], figures["english"]
    table = _table("Evaluation", "", "of", "figure")
    rows = (
        ("right intents", intents["examples"], intents["accuracy"]),
        ("  programme", "", figures["intents_programme"]),
        ("  reports", "", figures["intents_reports"]),
        ("  English", "", english["intents"]),
        ("questions answered right", questions["questions"], questions["accuracy"]),
        ("  answered wrongly", "", questions["answered_wrongly"]),
        ("  English (unanswerable included)", "", english["answers"]),
        ("  with much said around them", "", figures["wrapped"]["questions"]),
        ("  put in other words", "", figures["reworded"]["questions"]),
        ("dialogue turns right", dialogues["turns"], dialogues["turns_right"]),
        ("  whole dialogues right", dialogues["dialogues"], dialogues["dialogues_right"]),
        ("unanswerable: as expected", without["questions"], without["as_expected"]),
        ("  answered though unanswerable", "", without["answered_though_unanswerable"]),
        ("  with much said around them", "", figures["wrapped"]["answered_though_unanswerable"]),
        ("  put in other words", "", figures["reworded"]["answered_though_unanswerable"]),
        ("area under risk–coverage", risk["questions"], risk["aurc"]),
    )
    for name, total, value in rows:
        table.add_row(name, str(total), percent(value))
    console.print(table)
    if risk["threshold"] is not None:
        console.print(
            f"At most {percent(risk['target'])} of answers wrong: confidence ≥ {risk['threshold']:.2f}, "
            f"{percent(risk['coverage_at_threshold'])} of questions answered "
            f"(now {percent(risk['coverage'])}, {percent(risk['risk'])} wrong)."
        )


def _perturbed(figures: dict[str, Any], console: Console) -> None:
    table = _table("Perturbed", "", "intents", "questions", "wrong answer", "made up")
    clean = {
        "intents": figures["intents_programme"],
        "questions": figures["questions"]["accuracy"],
        "answered_wrongly": figures["questions"]["answered_wrongly"],
        "answered_though_unanswerable": figures["unanswerable"]["answered_though_unanswerable"],
    }
    for name, values in {"clean": clean, **figures["perturbed"]}.items():
        table.add_row(name, *(percent(values[column]) for column in clean))
    console.print(table)


def _confused(intents: dict[str, Any], console: Console) -> None:
    table = _table(
        f"Intents most confused ({MOST_CONFUSED} of {len(intents['confused'])} pairs)",
        "expected",
        "got",
        "times",
    )
    for pair in intents["confused"][:MOST_CONFUSED]:
        table.add_row(pair["expected"], pair["got"], str(pair["count"]))
    console.print(table)


def _entities(kinds: dict[str, Any], console: Console) -> None:
    table = _table("Entities", "kind", "expected", "precision", "recall")
    for kind, one in kinds.items():
        table.add_row(kind, str(one["expected"]), percent(one["precision"]), percent(one["recall"]))
    console.print(table)


def _kinds(questions: dict[str, Any], console: Console) -> None:
    table = _table("Questions by kind", "kind", "questions", "right")
    for kind, one in questions["by_kind"].items():
        table.add_row(kind, str(one["questions"]), percent(one["accuracy"]))
    console.print(table)


def _wrong(part: str, wrong: Sequence[dict[str, Any]], console: Console) -> None:
    console.print(f"\n{part}: {len(wrong)} wrong", style="bold")
    for one in wrong:
        console.print(f"{one['id']}  {one['text']}", markup=False)
        console.print(f"    {'; '.join(one['faults'])}  [{one['intent']} {one['confidence']}]", markup=False)
        console.print(f"    {one['answer'][:200]!r}", markup=False, style="dim")
