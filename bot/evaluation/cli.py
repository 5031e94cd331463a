"""``greffier evaluate``: every measurement of the assistant, printed and written as JSON."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.evaluation.show import show_all, show_figures
from knowledge.settings import Settings, load_settings

evaluate_app = typer.Typer(help="Run the evaluation sets, print and save the figures.")
console = Console()
errors = Console(stderr=True)

SquadFile = Annotated[
    Path, typer.Option("--squad", help="Questions and paragraphs in SQuAD form.", exists=True, dir_okay=False)
]
NluFile = Annotated[
    Path, typer.Option("--data", help="A Rasa NLU file, YAML or Markdown.", exists=True, dir_okay=False)
]


@evaluate_app.callback(invoke_without_command=True)
def evaluate_everything(
    context: typer.Context,
    perturbed: Annotated[
        str,
        typer.Option(
            help="Comma-separated: light, medium, strong, or one damage alone: accents, typos, "
            "elisions, case, spaces, emoji, fillers."
        ),
    ] = "light,medium,strong",
    seed: Annotated[int, typer.Option(help="Of the perturbations.")] = 0,
    risk: Annotated[
        float, typer.Option(min=0, max=1, help="Share of wrong answers the suggested threshold keeps to.")
    ] = 0.02,
    failures: Annotated[bool, typer.Option("--failures", help="Print every wrong answer.")] = False,
) -> None:
    """All sets on the programme through the trained model; without a subcommand."""
    if context.invoked_subcommand:
        return
    from bot.evaluation.all_sets import Sets, evaluate, perturbations
    from bot.evaluation.examinee import examinee
    from bot.evaluation.risk import draw

    asked = Sets.read()
    damages = perturbations([name.strip() for name in perturbed.split(",") if name.strip()])
    settings = load_settings()
    with (
        examinee(settings, errors.print) as candidate,
        _ticking(asked.messages(len(damages)), "questions") as tick,
    ):
        results = asyncio.run(evaluate(candidate, asked, damages, seed, risk, tick))
    show_all(results.figures, console, failures)
    save("evaluation.json", results.figures, settings)
    draw(results.curve, risk, bench_folder(settings) / "risk-coverage.png")


@evaluate_app.command("calibrate")
def evaluate_calibrate(
    write: Annotated[bool, typer.Option(help="Store the weights for the assistant.")] = True,
    risk: Annotated[float, typer.Option(min=0, max=1, help="Risk marked on the curve.")] = 0.02,
) -> None:
    """Fit the confidence that decides between answering and refusing, cross-fitted by question."""
    from actions.desk import desk
    from bot.evaluation.calibration import fit, store
    from bot.evaluation.examinee import examinee
    from bot.evaluation.risk import draw
    from bot.evaluation.sets import dialogues, programme_training, questions, unanswerable
    from bot.evaluation.weighed_answers import gather

    read, unread, talks = [*questions(), *unanswerable()], programme_training(), dialogues()
    settings = load_settings()
    total = len(read) + len(unread) + sum(len(talk.turns) for talk in talks)
    with examinee(settings, errors.print) as candidate, _ticking(total, "questions") as tick:
        gathered = asyncio.run(gather(candidate, read, unread, talks, desk(), tick))
    result = fit(gathered.examples, gathered.answerable)
    show_figures("Confidence, cross-fitted", list(result.figures.items()), console)
    save("calibration.json", result.to_dict(), settings)
    draw(result.curve, risk, bench_folder(settings) / "calibration.png")
    if write:
        store(result)


@evaluate_app.command("calibrate-reports")
def evaluate_calibrate_reports(
    write: Annotated[bool, typer.Option(help="Store the weights for the assistant.")] = True,
) -> None:
    """Fit when the reports found are said to answer; needs the reports that the questions are about."""
    from actions.desk import desk
    from bot.evaluation.examinee import examinee
    from bot.evaluation.report_calibration import fit, gather, store
    from bot.evaluation.sets import report_questions, report_training

    asked, settings = [*report_questions(), *report_training()], load_settings()
    with examinee(settings, errors.print) as candidate, _ticking(len(asked), "questions") as tick:
        result = fit(asyncio.run(gather(candidate, asked, desk(), tick)))
    show_figures("Answers of the reports, cross-fitted", list(result["cross_fitted"].items()), console)
    save("report-calibration.json", result, settings)
    if write:
        store(result)


@evaluate_app.command("calibrate-figures")
def evaluate_calibrate_figures(
    write: Annotated[bool, typer.Option(help="Store the trees for the assistant.")] = True,
) -> None:
    """Fit which figure of a report is the one asked for; needs the reports that the questions are about."""
    from actions.desk import desk
    from bot.evaluation.examinee import examinee
    from bot.evaluation.figure_fit import fit, gather, store
    from bot.evaluation.sets import figure_marks

    marks, settings = figure_marks(), load_settings()
    with examinee(settings, errors.print) as candidate, _ticking(len(marks), "questions") as tick:
        result = fit(asyncio.run(gather(candidate, marks, desk(), tick)))
    show_figures("Figures of the reports, cross-fitted", list(result["cross_fitted"].items()), console)
    save("figure-calibration.json", result["cross_fitted"], settings)
    if write:
        store(result)


@evaluate_app.command("retrieval")
def evaluate_retrieval(squad: SquadFile) -> None:
    """Recall and reciprocal rank of passage search on a question set in SQuAD form."""
    from bot.evaluation.sets import BadSet
    from knowledge.embedding import load_embedder
    from knowledge.retrieval_evaluation import evaluate_squad

    with errors.status("indexing the paragraphs, then searching every question"):
        try:
            figures: dict[str, Any] = dict(evaluate_squad(squad, load_embedder()).as_dict())
        except ValueError as error:
            raise BadSet(str(error)) from error
    show_figures(f"Retrieval, {squad.name}", list(figures.items()), console)
    save("retrieval.json", figures, load_settings())


@evaluate_app.command("nlu")
def evaluate_nlu(
    data: NluFile,
    folds: Annotated[int, typer.Option(min=2, help="Parts of the stratified cross-validation.")] = 5,
) -> None:
    """Cross-validated intent accuracy of our classifier on any Rasa NLU file."""
    from bot.evaluation.folds import cross_validate, read_examples
    from knowledge.embedding import load_embedder

    texts, labels = read_examples(data)
    with _ticking(folds, "folds") as tick:
        figures = cross_validate(texts, labels, load_embedder(), folds, tick)
    show_figures(f"Intents, {data.name}", [(k, v) for k, v in figures.items() if k != "confused"], console)
    save("nlu.json", figures, load_settings())


@evaluate_app.command("reports")
def evaluate_reports(
    failures: Annotated[bool, typer.Option("--failures", help="Print every wrong answer.")] = False,
) -> None:
    """Questions to the audit reports, beside a plain BM25 search of the same passages."""
    from bot.evaluation.reports import evaluate, show
    from bot.evaluation.sets import report_dialogues, report_questions, reworded

    questions, dialogues, settings = report_questions(), report_dialogues(), load_settings()
    turns = sum(len(dialogue.turns) for dialogue in dialogues)
    with _ticking(len(questions) + len(reworded(questions)) + turns, "questions") as tick:
        figures = evaluate(settings, questions, dialogues, tick)
    show(figures, console, failures)
    save("reports.json", figures, settings)


def bench_folder(settings: Settings) -> Path:
    """Where measurements are written; made when missing."""
    folder = settings.data_dir / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def save(name: str, figures: dict[str, Any], settings: Settings) -> None:
    """Write the figures as JSON and say where."""
    path = bench_folder(settings) / name
    path.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    console.print(f"written: {path}", style="dim")


@contextmanager
def _ticking(total: int, what: str) -> Iterator[Callable[[], object]]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda: progress.advance(task)
