"""Pages to read reports, and the dossiers of bodies and themes; they need no script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from actions.reports.bodies.titles import told_apart
from api.pages.figures import charts
from api.pages.render import language, render
from api.pages.report_query import LONGEST, words_sought
from api.pages.report_words import report_page, report_words
from api.report_access import ReportsDep, body_number
from api.same_text import distinct_reports, once
from knowledge.reports.base import ReportBase
from knowledge.reports.models import PassageRow
from knowledge.text import best_rows, snippet, stems

router = APIRouter(default_response_class=HTMLResponse)
_EXTRACTS, _ROWS = 40, 2


def _missing(request: Request) -> HTMLResponse:
    return render(request, "missing.html", 404, message=report_words(request)["missing"])


@router.get("/rapports/{report_id}")
def report(request: Request, report_id: str, base: ReportsDep, q: str = "") -> HTMLResponse:
    """One report: bodies, themes, recommendations, key figures, then text, each passage with its anchor.

    Before them the passages that say the words ``q``.
    """
    details = base.report(report_id) if base else None
    if base is None or details is None:
        return _missing(request)
    bodies = details.audited
    card = details.summary.card
    figures = base.figures(report_id, limit=None) if card else base.key_figures(report_id)
    q = q[:LONGEST].strip()
    terms, phrases = words_sought(q, base) if q else ((), ())
    wanted = (*terms, *stems(" ".join(phrases)))
    said = base.saying(report_id, terms, phrases) if q else None
    return report_page(
        request,
        "report.html",
        report=details.summary,
        details=details,
        bodies=bodies,
        q=q,
        said=said,
        extracts=[(row, _extract(row, wanted)) for row in said.passages[:_EXTRACTS]] if said else [],
        sections=_sections(base, report_id),
        recommendations=base.recommendations(report_id),
        figures=figures,
        charts=charts(figures, report_words(request)["foreseen_year"]),
        name=told_apart(base.called(details.summary.title), base, language(request))[report_id],
    )


@router.get("/organismes/{organisation_id}")
def organisation(request: Request, organisation_id: str, base: ReportsDep) -> HTMLResponse:
    """The dossier of a body: reports, recommendations, key figures over the years, opening passages."""
    number = body_number(organisation_id)
    dossier = base.organisation_dossier(number) if base and number is not None else None
    if base is None or dossier is None:
        return _missing(request)
    return report_page(
        request,
        "organisation.html",
        dossier=dossier,
        audited_in=distinct_reports(base, dossier.audited_in),
        recommendations=once(dossier.recommendations, lambda row: row.text),
        passages=once(dossier.passages, lambda hit: hit.text),
        figures=dossier.figures,
        charts=charts(dossier.figures, report_words(request)["foreseen_year"]),
        names=told_apart([*dossier.audited_in, *dossier.mentioned_in], base, language(request), dated=True),
    )


@router.get("/themes/{theme_id}")
def theme(request: Request, theme_id: str, base: ReportsDep) -> HTMLResponse:
    """The dossier of a theme: where it is treated most, what is recommended there."""
    dossier = base.theme_dossier(theme_id) if base else None
    if base is None or dossier is None:
        return _missing(request)
    reports = distinct_reports(base, dossier.reports)

    def address(**asked: str) -> str:
        lang = {"lang": request.query_params["lang"]} if "lang" in request.query_params else {}
        return f"/rapports?{urlencode({**asked, **lang})}"

    return report_page(
        request,
        "theme.html",
        dossier=dossier,
        reports=reports,
        names=told_apart(reports, base, language(request), dated=True),
        address=address,
        recommendations=once(dossier.recommendations, lambda row: row.text),
        passages=once(dossier.passages, lambda hit: hit.text),
    )


def _extract(row: PassageRow, wanted: Sequence[str]) -> str:
    """What of a passage says the words wanted: some sentences, or some rows of a table."""
    if row.kind == "table":
        return " – ".join(best_rows(row.text, wanted, _ROWS).split("\n"))
    return snippet(row.text, wanted)


def _sections(base: ReportBase, report_id: str) -> list[dict[str, Any]]:
    """The headings with their passages; tables as tables, under the anchor of their place.

    A passage joins several paragraphs under the anchor of the first; figures and recommendations that point
    at another paragraph find their section.
    """
    tables = {table.place.anchor: table for table in base.tables(report_id)}
    texts: dict[int, list[dict[str, Any]]] = {}
    seen: set[str] = set()
    for passage in base.passages(report_id):
        anchor = passage.place.anchor
        table = tables.get(anchor) if passage.kind == "table" else None
        if passage.kind == "table" and table is not None and anchor in seen:
            continue
        first = anchor not in seen
        seen.add(anchor)
        texts.setdefault(passage.section, []).append(
            {"anchor": anchor if first else None, "passage": passage, "table": table}
        )
    pointed = [r.place.anchor for r in base.recommendations(report_id)]
    pointed += [f.place.anchor for f in base.figures(report_id, limit=None)]
    others: dict[int, list[str]] = {}
    for anchor in dict.fromkeys(pointed):
        section = base.resolve_anchor(anchor)
        if section is not None and anchor not in seen:
            others.setdefault(section, []).append(anchor)
    sections = base.sections(report_id)
    ranks = heading_ranks([(s.level if s.title else None) for s in sections])
    return [
        {"heading": s, "rank": rank, "texts": texts.get(s.ordinal, []), "anchors": others.get(s.ordinal, [])}
        for s, rank in zip(sections, ranks, strict=True)
    ]


def heading_ranks(levels: Iterable[int | None]) -> list[int]:
    """The ranks, 3 to 5, of a report's headings under the page's own; None is a section without a heading.

    A report may skip a level; a page must not, or its outline has holes.
    """
    ranks: list[int] = []
    above: list[int] = []
    for level in levels:
        if level is not None:
            above = [*(outer for outer in above if outer < level), level]
        ranks.append(min(2 + max(len(above), 1), 5))
    return ranks
