"""Dossiers: what the reports say of one organisation or theme, over time, and side by side."""

import re
import sqlite3
from collections import Counter
from collections.abc import Collection, Sequence

from knowledge.reports import catalogue_queries as queries
from knowledge.reports.forecasts import is_foreseen
from knowledge.reports.models import (
    AuditedBody,
    ComparedFigure,
    Comparison,
    FigureRow,
    OrganisationDossier,
    OrganisationRow,
    PassageHit,
    ReportSummary,
    ThemeDossier,
    ThemeRow,
)
from knowledge.reports.passage_search import opening_passages
from knowledge.reports.read import (
    FIGURE_COLUMNS,
    REPORT_COLUMNS,
    figure_row,
    organisation_row,
    place,
    report_summary,
)

_KEY_MEASURES = (
    ("dett", "encour"),
    ("epargn", "caf", "autofin"),
    ("personnel",),
    ("investiss", "equip"),
    ("charg", "depens"),
    ("produit", "recet"),
    ("habit", "popul"),
    ("effect", "agent", "etp"),
)
"""Stems of what is asked about most, in the order a dossier shows it."""

_NOTE_MARK = re.compile(r"\(\d{1,2}\)")
"""What stands in a cell to point at a note below the table: « (1) »."""
_LONGEST_COLUMN = 60
_MOST_FIGURES = 24
_MOST_THEME_REPORTS = 20


def organisation_dossier(db: sqlite3.Connection, organisation_id: int) -> OrganisationDossier | None:
    """Return the dossier of an organisation, None when it is unknown."""
    own = queries.organisation(db, organisation_id)
    if own is None:
        return None
    audited = queries.reports_of(db, organisation_id, "audited")
    counts = Counter(theme for report in audited for theme in queries.report_themes(db, report))
    return OrganisationDossier(
        organisation=own,
        aliases=queries.aliases(db, organisation_id),
        audited_in=tuple(audited.values()),
        mentioned_in=tuple(queries.reports_of(db, organisation_id, "mentioned").values()),
        themes=tuple(theme for theme, _ in counts.most_common(10)),
        recommendations=tuple(queries.recommendations_of(db, list(audited))),
        figures=tuple(key_figures(db, audited)),
        passages=tuple(openings(db, list(audited), 3)),
    )


def theme_dossier(db: sqlite3.Connection, theme_id: str) -> ThemeDossier | None:
    """Return the dossier of a theme, None when it is not in the taxonomy."""
    theme = next((theme for theme in queries.themes(db) if theme.id == theme_id), None)
    if theme is None:
        return None
    rows = db.execute(
        f"SELECT {REPORT_COLUMNS} FROM report_theme rt JOIN report r ON r.id = rt.report_id"
        " WHERE rt.theme_id = ? ORDER BY rt.score DESC, r.date DESC LIMIT ?",
        (theme_id, _MOST_THEME_REPORTS),
    ).fetchall()
    reports = [row["report_id"] for row in rows]
    return ThemeDossier(
        theme=theme,
        reports=tuple(map(report_summary, rows)),
        recommendations=tuple(queries.search_recommendations(db, theme.label, 20)),
        passages=tuple(openings(db, reports[:3], 1)),
    )


def key_figures(db: sqlite3.Connection, reports: dict[int, ReportSummary]) -> list[FigureRow]:
    """Return figures of tables on what is asked about most, one per measure and year, oldest year first.

    Results go before forecasts; a column without a year in its heading is one of several parts.
    """
    rows = db.execute(
        f"SELECT {FIGURE_COLUMNS}, f.label_stems FROM figure f"
        " LEFT JOIN section s ON s.report_id = f.report_id AND s.ordinal = f.section"
        f" WHERE f.report_id IN ({', '.join('?' for _ in reports)})"
        " AND f.row_heading IS NOT NULL AND f.year IS NOT NULL ORDER BY f.id",
        list(reports),
    ).fetchall()
    found = [
        (row["label_stems"].split(), figure_row(row, reports[row["report_id"]]))
        for row in rows
        if not _NOTE_MARK.fullmatch(row["printed"]) and _is_of_a_year(row["column_heading"], row["year"])
    ]
    kept: dict[str, list[FigureRow]] = {}
    for measure in _KEY_MEASURES:
        by_heading: dict[str, dict[int, FigureRow]] = {}
        for stems, figure in found:
            if any(stem.startswith(measure) for stem in stems):
                by_heading.setdefault(figure.row_heading or "", {}).setdefault(figure.year or 0, figure)
        if by_heading:
            heading = min(by_heading, key=lambda text: _order(text, by_heading[text].values()))
            years = by_heading[heading]
            kept.setdefault(heading, [years[year] for year in sorted(years)])
    return [figure for figures in kept.values() for figure in figures][: _MOST_FIGURES * 2]


def _order(heading: str, figures: Collection[FigureRow]) -> tuple[bool, int, str]:
    """Results before rows that mostly foresee; the shortest heading is the total, longer ones its parts."""
    return sum(map(is_foreseen, figures)) * 2 > len(figures), len(heading), heading


def _is_of_a_year(column: str | None, year: int) -> bool:
    """Whether a column is that of a year, and no sentence that was taken for its heading."""
    return not column or len(column) <= _LONGEST_COLUMN and str(year) in column


def compare(db: sqlite3.Connection, organisations: Sequence[int]) -> Comparison:
    """Return organisations side by side; those unknown are left out."""
    known: list[OrganisationRow] = [
        o for i in organisations if (o := queries.organisation(db, i)) is not None
    ]
    audited = [queries.reports_of(db, own.id, "audited") for own in known]
    measures = [{_measure(f): f for f in key_figures(db, reports)} for reports in audited]
    common = [key for key in measures[0] if all(key in other for other in measures[1:])] if measures else []
    themes = [[t for report in reports for t in queries.report_themes(db, report)] for reports in audited]
    shared: list[ThemeRow] = (
        [t for t in dict.fromkeys(themes[0]) if all(t in o for o in themes[1:])] if themes else []
    )
    return Comparison(
        organisations=tuple(known),
        reports=tuple(tuple(reports.values()) for reports in audited),
        figures=tuple(
            ComparedFigure(key[0], key[1], key[2], tuple(m[key] for m in measures)) for key in common
        ),
        common_themes=tuple(shared),
    )


def _measure(figure: FigureRow) -> tuple[str, int | None, str | None]:
    return figure.label.lower(), figure.year, figure.unit


def openings(db: sqlite3.Connection, reports: Sequence[int], limit: int) -> list[PassageHit]:
    """Return the first passages of what each report finds overall; see `opening_passages`."""
    ids = opening_passages(db, reports, limit)
    marks = ", ".join("?" for _ in ids)
    rows = db.execute(
        f"SELECT p.section, p.kind, p.anchor, p.page, p.text, p.notes, s.path, s.number AS section_number,"
        f" {REPORT_COLUMNS} FROM passage p JOIN report r ON r.id = p.report_id"
        " JOIN section s ON s.report_id = p.report_id AND s.ordinal = p.section"
        f" WHERE p.id IN ({marks}) ORDER BY p.id",
        ids,
    )
    return [
        PassageHit(
            report=report_summary(row),
            place=place(row),
            section=row["section"],
            kind=row["kind"],
            text=row["text"],
            notes=row["notes"],
            score=0.0,
            coverage=0.0,
            matched=(),
            reason="passage d'ouverture du rapport",
        )
        for row in rows
    ]


def neighbours(db: sqlite3.Connection, organisation_id: int, limit: int) -> tuple[OrganisationRow, ...]:
    """Return other audited bodies of the same kind in the same department, the latest audited first."""
    own = queries.organisation(db, organisation_id)
    if own is None or own.department is None:
        return ()
    rows = db.execute(
        "SELECT o.id, o.name, o.kind, o.department, max(r.date) AS latest FROM organisation o"
        " JOIN mention m ON m.organisation_id = o.id AND m.role = 'audited'"
        " JOIN report r ON r.id = m.report_id"
        " WHERE o.department = ? AND o.kind = ? AND o.id != ? GROUP BY o.id ORDER BY latest DESC, o.name"
        " LIMIT ?",
        (own.department, own.kind, organisation_id, limit),
    )
    return tuple(OrganisationRow(r["id"], r["name"], r["kind"], r["department"]) for r in rows)


def audited_bodies(db: sqlite3.Connection) -> tuple[AuditedBody, ...]:
    """Return every organisation that a report audits, by name, with how many do."""
    rows = db.execute(
        "SELECT o.id AS organisation_id, o.name, o.kind, o.department AS organisation_department,"
        " count(*) AS reports FROM mention m JOIN organisation o ON o.id = m.organisation_id"
        " WHERE m.role = 'audited' GROUP BY o.id ORDER BY o.folded, o.id"
    )
    return tuple(AuditedBody(organisation_row(row), row["reports"]) for row in rows)
