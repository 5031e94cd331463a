"""``/api/v1/reports``, ``/organisations``, ``/themes``, ``/search``: what the report base holds."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, get_args

from fastapi import APIRouter, Path, Query, Request

from actions.answer import Lang
from api import report_models as shown
from api.language import requested_language
from api.pages.report_query import known_value, options
from api.pages.report_words import REPORT_WORDS
from api.problem_words import worded
from api.problems import ProblemError, responses
from api.report_access import ReportsDep, body_number
from api.same_text import distinct_reports, once
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.models import RecommendationRow
from knowledge.reports.organisation_index import NAMED

router = APIRouter(tags=["reports"])
PageQuery = Annotated[int, Query(ge=1, le=10_000)]
SizeQuery = Annotated[int, Query(ge=1, le=200)]
IdPath = Annotated[int, Path(ge=0, lt=2**53)]
WordsQuery = Annotated[str, Query(min_length=1, max_length=300)]
_MOST_PASSAGES = 200
"""Passages that a search ranks, whatever page is asked for: later ones answer nothing any more."""


def found(base: ReportBase | None) -> ReportBase:
    """The base, or 404: without one no id is known."""
    if base is None:
        raise ProblemError(404, shown.NONE_INSTALLED)
    return base


@router.get("/reports", summary="Find reports", responses=responses(422))
def list_reports(
    request: Request,
    base: ReportsDep,
    q: Annotated[
        str | None, Query(max_length=300, description="words of title, bodies, themes, headings")
    ] = None,
    organisation: Annotated[str | None, Query(max_length=200, description="id or name")] = None,
    theme: Annotated[str | None, Query(max_length=100)] = None,
    jurisdiction: Annotated[str | None, Query(max_length=100)] = None,
    type: Annotated[str | None, Query(max_length=100)] = None,
    year: Annotated[int | None, Query(ge=1900, le=2100, description="of publication")] = None,
    department: Annotated[str | None, Query(max_length=100)] = None,
    page: PageQuery = 1,
    size: SizeQuery = 20,
) -> shown.ReportList:
    """The reports that meet every criterion, newest first; by rank when words are given.

    A filter takes a value as the reports show it, in any case and without accents, its label or a part of it
    that only one has, and the number of a department; any other is refused with the values there are.
    """
    if base is None:
        return shown.ReportList(total=0, page=page, size=size, items=[], detail=_none_installed(request))
    identity = _organisation_id(base, organisation)
    if organisation and identity is None:
        detail = worded("No such organisation.", requested_language(request.scope))
        return shown.ReportList(total=0, page=page, size=size, items=[], detail=detail)
    wanted = ReportFilter(
        q=q,
        organisation=identity,
        theme=_known(base, "theme", theme),
        jurisdiction=_known(base, "jurisdiction", jurisdiction),
        type=_known(base, "type", type),
        year=year,
        department=_known(base, "department", department),
    )
    rows = base.find_reports(wanted, page, size)
    return shown.ReportList(
        total=rows.total, page=page, size=size, items=[shown.Report.of(r) for r in rows.reports]
    )


@router.get("/reports/{report_id}", summary="One report", responses=responses(404, 422))
def get_report(report_id: str, base: ReportsDep) -> shown.ReportDetails:
    """A report with its headings, the bodies it audits and its themes."""
    details = found(base).report(report_id)
    if details is None:
        raise ProblemError(404, "There is no such report.")
    return shown.ReportDetails(
        **shown.Report.of(details.summary).model_dump(),
        sections=[
            shown.Section(ordinal=s.ordinal, level=s.level, number=s.number, title=s.title, page=s.page)
            for s in details.sections
        ],
        organisations=[shown.Organisation.of(body) for body in details.audited],
        themes=[shown.Theme(**asdict(theme)) for theme in details.themes],
        pages=details.pages,
        words=details.words,
        recommendations=details.recommendations,
        figures=details.figures,
    )


@router.get("/reports/{report_id}/recommendations", summary="Recommendations", responses=responses(404, 422))
def report_recommendations(
    report_id: str, base: ReportsDep, page: PageQuery = 1, size: SizeQuery = 100
) -> shown.RecommendationList:
    """The recommendations, obligations and reminders of law of a report, in its order."""
    get_report(report_id, base)
    rows = found(base).recommendations(report_id)
    items = [shown.Recommendation.of(row) for row in rows[(page - 1) * size : page * size]]
    return shown.RecommendationList(total=len(rows), page=page, size=size, items=items)


@router.get("/reports/{report_id}/figures", summary="Figures", responses=responses(404, 422))
def report_figures(
    report_id: str,
    base: ReportsDep,
    q: Annotated[str | None, Query(max_length=200, description="what is measured")] = None,
    year: Annotated[int | None, Query(ge=1900, le=2100)] = None,
    page: PageQuery = 1,
    size: SizeQuery = 100,
) -> shown.FigureList:
    """The figures of a report, in its order; with words, those that answer best."""
    get_report(report_id, base)
    rows = found(base).figures(report_id, label=q, year=year, limit=None)
    items = [shown.Figure.of(row) for row in rows[(page - 1) * size : page * size]]
    return shown.FigureList(total=len(rows), page=page, size=size, items=items)


@router.get("/organisations", summary="Find a body by its name", responses=responses(422))
def list_organisations(request: Request, q: WordsQuery, base: ReportsDep) -> shown.OrganisationList:
    """The bodies a name may mean, misspelt or short, the likeliest first."""
    if base is None:
        return shown.OrganisationList(items=[], detail=_none_installed(request))
    items = [
        shown.OrganisationMatch(
            **shown.Organisation.of(m.organisation).model_dump(), score=m.score, reports=m.reports
        )
        for m in base.find_organisations(q, 10)
    ]
    return shown.OrganisationList(items=items)


@router.get("/organisations/{organisation_id}", summary="Dossier of a body", responses=responses(404, 422))
def get_organisation(organisation_id: IdPath, base: ReportsDep) -> shown.Dossier:
    """What the reports say of a body: reports, themes, recommendations, key figures over the years."""
    dossier = found(base).organisation_dossier(organisation_id)
    if dossier is None:
        raise ProblemError(404, "There is no such organisation.")
    return shown.Dossier(
        organisation=shown.Organisation.of(dossier.organisation),
        aliases=list(dossier.aliases),
        audited_in=[shown.Report.of(r) for r in distinct_reports(found(base), dossier.audited_in)],
        mentioned_in=[shown.Report.of(r) for r in dossier.mentioned_in],
        themes=[shown.Theme(**asdict(theme)) for theme in dossier.themes],
        recommendations=[shown.Recommendation.of(r) for r in once(dossier.recommendations, _text)],
        figures=[shown.Figure.of(f) for f in dossier.figures],
    )


@router.get("/themes", summary="The themes", responses=responses(422))
def list_themes(request: Request, base: ReportsDep) -> shown.ThemeList:
    """The taxonomy with the number of reports on each theme."""
    if base is None:
        return shown.ThemeList(items=[], detail=_none_installed(request))
    return shown.ThemeList(items=[shown.Theme(**asdict(theme)) for theme in base.themes()])


@router.get("/search", summary="Search passages", responses=responses(422))
def search_passages(
    request: Request, q: WordsQuery, base: ReportsDep, page: PageQuery = 1, size: SizeQuery = 10
) -> shown.PassageList:
    """Passages of the reports that answer best, 200 at most, each with its report, section and words."""
    if base is None:
        return shown.PassageList(total=0, page=page, size=size, items=[], detail=_none_installed(request))
    hits = base.search_passages(q, limit=_MOST_PASSAGES).hits
    items = [shown.Passage.of(hit) for hit in hits[(page - 1) * size : page * size]]
    return shown.PassageList(total=len(hits), page=page, size=size, items=items)


def _none_installed(request: Request) -> str:
    return worded(shown.NONE_INSTALLED, requested_language(request.scope))


def _known(base: ReportBase, name: str, said: str | None) -> str | None:
    """The value of a filter that ``said`` means, None when nothing is said."""
    if not said or not said.strip():
        return None
    for lang in get_args(Lang):
        words = REPORT_WORDS[lang]
        choices = [(v, words.get(f"type_{v}", label)) for v, label in options(base, lang)[name]]
        if value := known_value(name, said, choices):
            return value
    values = ", ".join(value for value, _ in choices)
    raise ProblemError(422, "unknown value; there are: {known}", field=name, known=values)


def _text(row: RecommendationRow) -> str:
    return row.text


def _organisation_id(base: ReportBase, said: str | None) -> int | None:
    if not said:
        return None
    number = body_number(said)
    if number is not None:
        return number
    return next((m.organisation.id for m in base.find_organisations(said, 1) if m.score >= NAMED), None)
