"""The lists of reports, themes and bodies as pages; words, filters and order stand in the address."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from anyio import from_thread
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from actions.reports.bodies.titles import told_apart
from api.dependencies import ServiceDep
from api.pages.render import language
from api.pages.report_query import (
    FILTERS,
    LONGEST,
    SORTS,
    Query,
    find,
    known_value,
    options,
    ordered,
    unquoted,
)
from api.pages.report_words import report_page
from api.report_access import ReportsDep
from api.service import Service
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.english import words_in_french
from knowledge.reports.list_search import FoundReports
from knowledge.reports.models import AuditedBody, ReportSummary
from knowledge.reports.name_forms import distinctive
from knowledge.text import words

router = APIRouter(default_response_class=HTMLResponse)
_SIZE = 30


@router.get("/rapports")
def report_list(
    request: Request, base: ReportsDep, service: ServiceDep, q: str = "", sort: str = "", page: int = 1
) -> HTMLResponse:
    """The reports that words and filters find; with neither, all of them, the newest first."""
    q, lang = q[:LONGEST].strip(), language(request)
    if base is None:
        return report_page(request, "reports.html", installed=False, q=q, number=1)
    choices = options(base, lang)
    given = {name: request.query_params.get(name, "").strip()[:LONGEST] for name in FILTERS}
    chosen = {name: known_value(name, value, choices[name]) for name, value in given.items() if value}
    wanted = _filter(chosen)
    as_words = request.query_params.get("as_words") == "1"
    found, query = find(q, base, wanted, as_words)
    french = words_in_french(q) if lang == "en" and query.terms and not found.treating else q
    better, meant = find(french, base, wanted, as_words) if french != q else (found, query)
    if better.treating or better.saying and not found.saying:
        found, query = better, meant
    else:
        french = q
    searched = bool(query.terms or query.phrases)
    sorts = [one for one in SORTS if searched or one != "relevance"]
    sort = sort if sort in sorts else sorts[0]
    groups = _groups(found, sort, query)
    total = sum(len(reports) for _, reports in groups)
    last = max(1, -(-total // _SIZE))
    number = min(max(page, 1), last)
    asked = {"q": q, **{name: value for name, value in chosen.items() if value}, "sort": sort, "lang": lang}
    asked["as_words"] = "1" if as_words else ""

    def address(**changed: Any) -> str:
        return f"/rapports?{urlencode({k: v for k, v in {**asked, **changed}.items() if v})}"

    shown = [(key, report) for key, reports in groups for report in reports]
    shown = shown[(number - 1) * _SIZE : number * _SIZE]
    return report_page(
        request, "reports.html", installed=True, q=q, number=number, last=last, total=total, sort=sort,
        sorts=sorts, choices=choices, chosen=chosen, french=french if french != q else None,
        inside=urlencode({"q": french, "lang": lang}) if searched else None, unquoted=unquoted(q),
        unknown={name: given[name] for name, value in chosen.items() if value is None},
        said=query.said, counts={key: len(reports) for key, reports in groups}, address=address,
        groups=[(key, [r for _, r in rows]) for key, rows in groupby(shown, key=lambda row: row[0])],
        names=told_apart([report for _, report in shown], base, lang, dated=True),
        meant=None if found.treating or found.saying else _meant(service, q, base, wanted),
    )  # fmt: skip


def _filter(chosen: dict[str, str | None]) -> ReportFilter:
    year = chosen.get("year")
    return ReportFilter(
        year=int(year) if year else None,
        department=chosen.get("department"),
        jurisdiction=chosen.get("jurisdiction"),
        type=chosen.get("type"),
        theme=chosen.get("theme"),
    )


def _groups(found: FoundReports, sort: str, query: Query) -> list[tuple[str, Sequence[ReportSummary]]]:
    """The reports under the key of their heading; under one where no words are searched."""
    keyed = {
        "treating" if query.terms or query.phrases else "all": found.treating,
        "saying": found.saying,
        "unquoted" if query.phrases else "partly": found.partly,
    }
    return [(key, ordered(reports, sort)) for key, reports in keyed.items() if reports]


def _meant(service: Service, q: str, base: ReportBase, wanted: ReportFilter) -> str | None:
    """The words as the assistant corrects them, when they find reports and those of ``q`` did not."""
    if not q or service.assistant is None:
        return None
    meant = from_thread.run(service.assistant.meant, q)
    if words(meant) == words(q):
        return None
    found, _ = find(meant, base, wanted)
    return meant if found.treating or found.saying else None


@router.get("/themes")
def theme_list(request: Request, base: ReportsDep) -> HTMLResponse:
    """The themes that reports treat, the most treated first."""
    themes = [theme for theme in base.themes() if theme.reports] if base else []
    return report_page(request, "themes.html", themes=themes)


@router.get("/organismes")
def body_list(request: Request, base: ReportsDep, q: str = "") -> HTMLResponse:
    """The bodies that reports audit, those with the words ``q``, under the first letter of their own name."""
    q = q[:LONGEST].strip()
    bodies = base.audited_bodies() if base else ()
    found = sorted((body for body in bodies if _says(body, q)), key=_own_name)
    letters = [
        (key, list(rows)) for key, rows in groupby(found, key=lambda body: _own_name(body)[:1].upper())
    ]
    return report_page(
        request, "organisations.html", letters=letters, installed=bool(bodies), total=len(found), q=q
    )


def _says(body: AuditedBody, q: str) -> bool:
    """Whether the name of a body or of its department has words that begin like those of a search."""
    said = words(f"{body.organisation.name} {body.organisation.department or ''}")
    return all(any(word.startswith(wanted) for word in said) for wanted in words(q))


def _own_name(body: AuditedBody) -> str:
    """What tells a body from others of its kind: « vannes » of « commune de Vannes »."""
    return " ".join(distinctive(body.organisation.name) or words(body.organisation.name))
