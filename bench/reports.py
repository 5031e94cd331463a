"""``make bench-reports``: adding and searching reports at one, five and ten times a corpus."""

from __future__ import annotations

import tempfile
from os import environ
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from knowledge.reports.bench import Figures, measure, save
from knowledge.settings import load_settings

console = Console()


def bench_reports(
    corpus: Annotated[
        Path | None,
        typer.Argument(
            help="Folder of reports; by default « reports » in the folder of GREFFIER_CORPUS_DIR."
        ),
    ] = None,
    answers: Annotated[
        int,
        typer.Option(help="Time so many answers instead, end to end, with the reports of GREFFIER_DATA_DIR."),
    ] = 0,
) -> None:
    """Ingestion rate, size of the base, and search latency, printed and written as JSON."""
    if answers:
        from bench.answers import measure_answers

        times = measure_answers(answers)
        console.print(f"answers {len(times.milliseconds)}, p50_ms {times.median}, p95_ms {times.p95}")
        return
    folder = corpus or Path(environ.get("GREFFIER_CORPUS_DIR", "")) / "reports"
    if not folder.is_dir():
        console.print("no reports to measure: name their folder, or set GREFFIER_CORPUS_DIR", style="red")
        raise typer.Exit(1)
    results: list[Figures] = []
    with tempfile.TemporaryDirectory() as work, console.status("reading and understanding the corpus"):
        for figures in measure(folder, Path(work)):
            results.append(figures)
            console.print(", ".join(f"{name} {value}" for name, value in figures.items()))
    table = Table(title="Reports")
    for name in results[0]:
        table.add_column(str(name), justify="right")
    for figures in results:
        table.add_row(*(str(value) for value in figures.values()))
    console.print(table)
    path = load_settings().data_dir / "bench" / "reports.json"
    save(results, path)
    console.print(f"written: {path}")


if __name__ == "__main__":
    typer.run(bench_reports)
