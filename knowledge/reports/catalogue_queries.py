"""Lists and details of reports, organisations and themes: plain lookups in indexed columns."""

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.extraction.places import departments_of
from knowledge.reports.models import (
    MentionRow,
    OrganisationRow,
    PassageRow,
    RecommendationRow,
    ReportDetails,
    ReportPage,
    ReportSummary,
    SectionRow,
    TableRow,
    ThemeRow,
)
from knowledge.reports.read import (
    RECOMMENDATION_COLUMNS,
    REPORT_COLUMNS,
    grid,
    organisation_row,
    place,
    recommendation_row,
    report_summary,
    strings,
)
from knowledge.search import candidates
from knowledge.text import content_stems

_ALL = -1
"""A limit that lets every row through (SQLite)."""

_MENTION_COLUMNS = (
    "o.id AS organisation_id, o.name, o.kind, o.department AS organisation_department,"
    " m.role, m.mentions, m.anchors"
)


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """What a list of reports is narrowed to; every field left None lets all through.

    `q` are free words, `organisation` an organisation's id, `theme` a theme's id, `year` and `month` those
    of publication. `region` may be one of before 2016, `kind` is that of the body audited (« commune »…).
    """

    q: str | None = None
    organisation: int | None = None
    theme: str | None = None
    jurisdiction: str | None = None
    type: str | None = None
    year: int | None = None
    month: int | None = None
    department: str | None = None
    region: str | None = None
    kind: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing but free words is asked."""
        return replace(self, q=None) == ReportFilter()


def filtered_reports(db: sqlite3.Connection, wanted: ReportFilter) -> list[sqlite3.Row]:
    """Return the rows of the reports that pass the filter (free words aside), newest first."""
    conditions, values = _conditions(wanted)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return db.execute(
        f"SELECT {REPORT_COLUMNS} FROM report r{where} ORDER BY r.date DESC, r.key", values
    ).fetchall()


def _conditions(wanted: ReportFilter) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    values: list[object] = []
    for column in ("jurisdiction", "type", "department"):
        value = getattr(wanted, column)
        if value is not None:
            conditions.append(f"r.{column} = ? COLLATE NOCASE")
            values.append(value)
    if wanted.region is not None:
        within = departments_of(wanted.region)
        marks = ", ".join("?" for _ in within)
        conditions.append(f"(r.region = ? COLLATE NOCASE OR r.department IN ({marks}))")
        values += [wanted.region, *within]
    if wanted.year is not None:
        conditions.append("r.year = ?")
        values.append(wanted.year)
    if wanted.month is not None:
        conditions.append("r.date LIKE ?")
        values.append(f"____-{wanted.month:02d}-__")
    if wanted.theme is not None:
        conditions.append("r.id IN (SELECT report_id FROM report_theme WHERE theme_id = ?)")
        values.append(wanted.theme)
    if wanted.organisation is not None:
        conditions.append("r.id IN (SELECT report_id FROM mention WHERE organisation_id = ?)")
        values.append(wanted.organisation)
    if wanted.kind is not None:
        conditions.append(
            "r.id IN (SELECT m.report_id FROM mention m JOIN organisation o ON o.id = m.organisation_id"
            " WHERE m.role = 'audited' AND o.kind = ?)"
        )
        values.append(wanted.kind)
    return conditions, values


def page_of_reports(db: sqlite3.Connection, wanted: ReportFilter, page: int, size: int) -> ReportPage:
    """Return one page of the reports that pass the filter, by rank for free words, else newest first."""
    rows = filtered_reports(db, wanted)
    if wanted.q:
        order = {row: place for place, row in enumerate(report_ranking(db, content_stems(wanted.q)))}
        rows = sorted(
            (row for row in rows if row["report_id"] in order), key=lambda row: order[row["report_id"]]
        )
    start = (page - 1) * size
    return ReportPage(tuple(map(report_summary, rows[start : start + size])), len(rows), page, size)


def report_ranking(db: sqlite3.Connection, stems: Sequence[str]) -> list[int]:
    """Return the row ids of all reports that hold any of some stems, in their title, organisations, themes,
    headings or text, best first: what narrows them further is the caller's.
    """
    terms = list(dict.fromkeys(stems))
    return [row for row, _ in candidates(db, "report_index", terms, (4.0, 3.0, 2.0, 1.0, 0.2), _ALL).rows]


def report_rows(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, ReportSummary]:
    """Return reports by row id."""
    marks = ", ".join("?" for _ in ids)
    rows = db.execute(f"SELECT {REPORT_COLUMNS} FROM report r WHERE r.id IN ({marks})", list(ids))
    return {row["report_id"]: report_summary(row) for row in rows}


def report_row_id(db: sqlite3.Connection, key: str) -> int | None:
    """Return the row id of a report's key, None when it is not in the base."""
    row = db.execute("SELECT id FROM report WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else None


def report_details(db: sqlite3.Connection, report: int) -> ReportDetails:
    """Return everything a page on one report needs beside its text."""
    row = db.execute(
        f"SELECT {REPORT_COLUMNS}, r.pages, r.words, r.files, r.warnings,"
        " (SELECT count(*) FROM recommendation c WHERE c.report_id = r.id) AS recommendations,"
        " (SELECT count(*) FROM figure f WHERE f.report_id = r.id) AS figures FROM report r WHERE r.id = ?",
        (report,),
    ).fetchone()
    return ReportDetails(
        summary=report_summary(row),
        pages=row["pages"],
        words=row["words"],
        files=strings(row["files"]),
        warnings=strings(row["warnings"]),
        sections=tuple(sections(db, report)),
        organisations=tuple(mentions(db, report)),
        themes=tuple(report_themes(db, report)),
        recommendations=row["recommendations"],
        figures=row["figures"],
    )


def sections(db: sqlite3.Connection, report: int) -> list[SectionRow]:
    """Return a report's headings in reading order."""
    rows = db.execute(
        "SELECT ordinal, level, number, title, path, page FROM section WHERE report_id = ? ORDER BY ordinal",
        (report,),
    )
    return [
        SectionRow(r["ordinal"], r["level"], r["number"], r["title"], strings(r["path"]), r["page"])
        for r in rows
    ]


def passages(db: sqlite3.Connection, report: int, section: int | None) -> list[PassageRow]:
    """Return a report's passages in reading order, of one section when given."""
    one = " AND p.section = ?" if section is not None else ""
    rows = db.execute(
        "SELECT p.section, p.kind, p.anchor, p.page, p.text, p.notes, p.table_ordinal, s.path,"
        " s.number AS section_number FROM passage p"
        " JOIN section s ON s.report_id = p.report_id AND s.ordinal = p.section"
        f" WHERE p.report_id = ?{one} ORDER BY p.id",
        (report,) if section is None else (report, section),
    )
    return [
        PassageRow(r["section"], r["kind"], place(r), r["text"], r["notes"], r["table_ordinal"]) for r in rows
    ]


def tables(db: sqlite3.Connection, report: int) -> list[TableRow]:
    """Return a report's tables in reading order."""
    rows = db.execute(
        "SELECT t.*, s.path, s.number AS section_number FROM report_table t"
        " JOIN section s ON s.report_id = t.report_id AND s.ordinal = t.section"
        " WHERE t.report_id = ? ORDER BY t.ordinal",
        (report,),
    )
    return [
        TableRow(
            r["section"], place(r), r["caption"], r["unit"], r["note"], grid(r["header"]), grid(r["rows"])
        )
        for r in rows
    ]


def mentions(db: sqlite3.Connection, report: int) -> list[MentionRow]:
    """Return the organisations of a report: those audited first, then by how often they are mentioned."""
    rows = db.execute(
        f"SELECT {_MENTION_COLUMNS} FROM mention m JOIN organisation o ON o.id = m.organisation_id"
        " WHERE m.report_id = ? ORDER BY m.role, m.mentions DESC, o.name",
        (report,),
    )
    return [MentionRow(organisation_row(r), r["role"], r["mentions"], strings(r["anchors"])) for r in rows]


def themes(db: sqlite3.Connection) -> list[ThemeRow]:
    """Return the taxonomy with the number of reports on each theme, the most treated first."""
    rows = db.execute(
        "SELECT t.id, t.label, t.label_en, count(rt.report_id) AS reports FROM theme t"
        " LEFT JOIN report_theme rt ON rt.theme_id = t.id GROUP BY t.id ORDER BY reports DESC, t.label"
    )
    return [ThemeRow(r["id"], r["label"], r["label_en"], r["reports"]) for r in rows]


def report_themes(db: sqlite3.Connection, report: int) -> list[ThemeRow]:
    """Return the themes of one report, the most treated first."""
    rows = db.execute(
        "SELECT t.id, t.label, t.label_en, 1 AS reports FROM report_theme rt JOIN theme t ON t.id ="
        " rt.theme_id"
        " WHERE rt.report_id = ? ORDER BY rt.score DESC",
        (report,),
    )
    return [ThemeRow(r["id"], r["label"], r["label_en"], r["reports"]) for r in rows]


def reports_of(db: sqlite3.Connection, organisation: int, role: str) -> dict[int, ReportSummary]:
    """Return the reports in which an organisation has a role, by row id, newest first."""
    rows = db.execute(
        f"SELECT {REPORT_COLUMNS} FROM mention m JOIN report r ON r.id = m.report_id"
        " WHERE m.organisation_id = ? AND m.role = ? ORDER BY r.date DESC, r.key",
        (organisation, role),
    )
    return {row["report_id"]: report_summary(row) for row in rows}


def organisation(db: sqlite3.Connection, organisation_id: int) -> OrganisationRow | None:
    """Return an organisation by its id, None when it is unknown."""
    row = db.execute(
        "SELECT o.id AS organisation_id, o.name, o.kind, o.department AS organisation_department"
        " FROM organisation o WHERE o.id = ?",
        (organisation_id,),
    ).fetchone()
    return organisation_row(row) if row else None


def aliases(db: sqlite3.Connection, organisation_id: int) -> tuple[str, ...]:
    """Return the other forms of an organisation's name."""
    rows = db.execute(
        "SELECT alias FROM organisation_alias WHERE organisation_id = ? ORDER BY alias", (organisation_id,)
    )
    return tuple(row["alias"] for row in rows)


def recommendations_of(db: sqlite3.Connection, reports: Sequence[int]) -> list[RecommendationRow]:
    """Return the recommendations of reports, in reading order, the newest report first."""
    marks = ", ".join("?" for _ in reports)
    rows = db.execute(
        f"SELECT {RECOMMENDATION_COLUMNS}, {REPORT_COLUMNS} FROM recommendation c JOIN report r ON r.id ="
        f" c.report_id"
        " LEFT JOIN section s ON s.report_id = c.report_id AND s.ordinal = c.section"
        f" WHERE c.report_id IN ({marks}) ORDER BY r.date DESC, c.report_id, c.ordinal",
        list(reports),
    )
    return list(map(recommendation_row, rows))


def search_recommendations(db: sqlite3.Connection, text: str, limit: int) -> list[RecommendationRow]:
    """Return the recommendations whose words are nearest to `text`, best first."""
    terms = list(dict.fromkeys(t for t in content_stems(text) if not re.match(r"recommand|preconis", t)))
    found = candidates(db, "recommendation_index", terms, (1.0,), limit).rows
    result: list[RecommendationRow] = []
    for row, _ in found:
        record = db.execute(
            f"SELECT {RECOMMENDATION_COLUMNS}, {REPORT_COLUMNS} FROM recommendation c"
            " JOIN report r ON r.id = c.report_id"
            " LEFT JOIN section s ON s.report_id = c.report_id AND s.ordinal = c.section WHERE c.id = ?",
            (row,),
        ).fetchone()
        result.append(recommendation_row(record))
    return result
