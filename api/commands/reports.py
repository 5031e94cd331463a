"""`greffier reports`: add public reports to the base, list them, show what was understood, remove one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from api.commands import INTERRUPTED
from api.pages.report_query import known_value, options
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.errors import BaseUnavailable
from knowledge.reports.ingest import AddOutcome, add
from knowledge.reports.models import FigureRow, ReportDetails
from knowledge.reports.store import ReportStore
from knowledge.settings import load_settings

reports_app = typer.Typer(no_args_is_help=True, help="Public audit reports: add, list, show, remove.")
console = Console()
errors = Console(stderr=True)

_SHOWN = 12
VECTOR_SECONDS, NOTHING_NEW_SECONDS = 480.0, 20.0
"""How long vectors are made unless asked for: some hundred reports are in within twelve minutes, and a
second run ends soon."""
ReportId = Annotated[str, typer.Argument(help="The report's id, as `greffier reports list` prints it.")]


class _Rate(ProgressColumn):
    """Reports a second since the start."""

    def render(self, task: Task) -> Text:
        """Return the rate, or a dash before the first report."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "–", style="progress.data.speed")


def base_path() -> Path:
    """Return where the report base is, from the settings."""
    return load_settings().reports_path


@reports_app.command("add")
def add_reports(
    path: Annotated[
        Path, typer.Argument(help="A folder, a file (HTML, PDF, DOCX, TXT) or a ZIP of reports.")
    ],
    metadata: Annotated[
        Path | None, typer.Option(help="CSV catalogue: key, title, date, type, jurisdiction.")
    ] = None,
    embeddings: Annotated[
        bool | None,
        typer.Option(
            "--embeddings/--no-embeddings",
            help="Wait until every passage has a vector, or make none; else as many as a few minutes allow.",
        ),
    ] = None,
) -> None:
    """Add reports to the base. Can be interrupted and started again; running it twice adds nothing twice."""
    columns = [
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
    ]
    try:
        with Progress(*columns, console=errors) as progress:
            bar = progress.add_task("reports", total=None, visible=False)
            outcome = add(
                path,
                base_path(),
                metadata,
                progress=lambda done, total, _key: progress.update(
                    bar, completed=done, total=total, visible=True
                ),
            )
        _print_outcome(outcome)
        if embeddings is not False:
            new = outcome.added or outcome.replaced
            _embed(None if embeddings else VECTOR_SECONDS if new else NOTHING_NEW_SECONDS)
    except KeyboardInterrupt:
        errors.print("interrupted: the reports added so far are whole; start again to go on")
        raise typer.Exit(INTERRUPTED) from None
    if outcome.skipped and not (outcome.added or outcome.replaced or outcome.unchanged):
        raise typer.Exit(1)


def _embed(seconds: float | None) -> None:
    from knowledge.embedding import load_embedder
    from knowledge.reports.vectors import embed_missing

    embedder = load_embedder()
    if embedder is None:
        errors.print("no embedder is installed: searching works without vectors")
        return
    columns = [TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()]
    with Progress(*columns, console=errors) as progress:
        bar = progress.add_task("vectors", total=None)
        _, left = embed_missing(
            base_path(),
            embedder,
            lambda done, total: progress.update(bar, completed=done, total=total),
            seconds,
        )
    if left:
        errors.print(
            f"{left} passages have no vector yet, and are found by their words; --embeddings goes on"
        )


def _print_outcome(outcome: AddOutcome) -> None:
    console.print(
        f"{outcome.added} added, {outcome.replaced} replaced, {outcome.unchanged} unchanged,"
        f" {len(outcome.skipped)} file(s) skipped, in {outcome.seconds:.0f} s"
    )
    for name in outcome.undated:
        console.print(
            f"no date found in {name}: a catalogue can give it (--metadata)",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )
    for skipped in outcome.skipped:
        console.print(
            f"skipped {skipped.name}: {skipped.reason}", markup=False, highlight=False, soft_wrap=True
        )


@reports_app.command("list")
def list_reports(
    q: Annotated[str | None, typer.Argument(help="Words of the title, organisation or theme.")] = None,
    year: Annotated[int | None, typer.Option(help="Year of publication.")] = None,
    department: Annotated[str | None, typer.Option(help="Department, as « Finistère ».")] = None,
    page: Annotated[int, typer.Option(min=1)] = 1,
    size: Annotated[int, typer.Option(min=1, max=1000)] = 50,
) -> None:
    """List the reports in the base."""
    base = _base()
    choices = options(base, "fr")
    wanted = ReportFilter(
        q=q,
        year=int(_known("year", str(year), choices["year"])) if year is not None else None,
        department=_known("department", department, choices["department"]) if department else None,
    )
    found = base.find_reports(wanted, page, size)
    table = Table("id", "date", "type", "title")
    for report in found.reports:
        # As text: brackets in a title (« [sic] ») are no markup.
        kind = f"{report.type or ''} (card)".strip() if report.card else report.type or ""
        table.add_row(Text(report.id), str(report.date or "?"), Text(kind), Text(report.title))
    console.print(table)
    console.print(f"{found.total} report(s), page {found.page} of {max(1, -(-found.total // found.size))}")


def _base() -> ReportBase:
    path = base_path()
    if not path.is_file():
        raise BaseUnavailable(
            f"no report base in {path.parent} (GREFFIER_DATA_DIR): add reports with « greffier reports add »"
        )
    return ReportBase(path)


def _known(name: str, said: str, choices: Sequence[tuple[str, str]]) -> str:
    """The value of a filter that ``said`` means; any other ends the command with those there are."""
    value = known_value(name, said, choices)
    if value is None:
        there = ", ".join(one for one, _ in choices)
        errors.print(f"no report has the {name} « {said} »; there are: {there}", markup=False, soft_wrap=True)
        raise typer.Exit(1)
    return value


@reports_app.command("show")
def show_report(report_id: ReportId) -> None:
    """Print what was understood of a report: metadata, organisations, themes, recommendations, figures."""
    base = _base()
    details = base.report(report_id)
    if details is None:
        errors.print(f"no report {report_id} in the base", markup=False)
        raise typer.Exit(1)
    _print_details(details)
    _print_recommendations(base, report_id)
    _print_figures(base.figures(report_id, limit=_SHOWN), details.figures)


def _print_details(details: ReportDetails) -> None:
    summary = details.summary
    table = Table(show_header=False, box=None)
    period = f"{summary.period[0]}–{summary.period[1]}" if summary.period else None
    facts = {
        "title": summary.title,
        "date": summary.date or "unknown",
        "type": summary.type,
        "jurisdiction": summary.jurisdiction,
        "department": summary.department,
        "region": summary.region,
        "period audited": period,
        "files": ", ".join(details.files),
        "size": f"{details.words} words, {len(details.sections)} sections, {details.pages or '–'} pages",
        "audited": ", ".join(body.name for body in details.audited),
        "mentioned": ", ".join(
            f"{m.organisation.name} ({m.mentions})" for m in details.organisations if m.role == "mentioned"
        )[:800],
        "themes": ", ".join(theme.label for theme in details.themes),
        "warnings": "; ".join(details.warnings),
    }
    for name, value in facts.items():
        if value:
            table.add_row(f"[bold]{name}[/bold]", Text(str(value)))
    console.print(table)
    if summary.card:
        console.print(
            "told by its card, in the project's words: the text is not in the base; « greffier reports add »"
            " with its file puts it there",
            soft_wrap=True,
        )


def _print_recommendations(base: ReportBase, report_id: str) -> None:
    found = base.recommendations(report_id)
    console.print(f"\n[bold]{len(found)} recommendation(s)[/bold]")
    for item in found:
        status = f" [{item.status}]" if item.status else ""
        head = f"{item.kind} {item.number or ''}".strip()
        console.print(
            f"- {head}{status}: {item.text} ({item.place.label})",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )


def _print_figures(figures: tuple[FigureRow, ...], total: int) -> None:
    console.print(f"\n[bold]{total} figure(s)[/bold], the first {len(figures)}:")
    for figure in figures:
        console.print(
            f"- {figure.quote} ({figure.place.label})", markup=False, highlight=False, soft_wrap=True
        )


@reports_app.command("remove")
def remove_report(report_id: ReportId) -> None:
    """Remove a report and everything known from it. A report with a card has it back at the next start."""
    path, base = base_path(), _base()
    if not base.known([report_id]):  # asked of a reader: a writer would make a base where none is
        errors.print(f"no report {report_id} in the base", markup=False)
        raise typer.Exit(1)
    if base.cards([report_id]):
        errors.print(f"{report_id} is a card, shipped with the project: it cannot be removed", markup=False)
        raise typer.Exit(1)
    with ReportStore(path) as store:
        store.remove(report_id)
    console.print(f"removed {report_id}", markup=False)
