"""What a search for reports asks: its words as the assistant reads them, and the filters of the address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from actions.answer import Lang
from actions.reports.lists.criteria import asks_for_any, criteria
from knowledge.extraction.places import numbered_department
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.list_search import FoundReports
from knowledge.reports.models import ReportSummary
from knowledge.text import content_stems, words

FILTERS = ("year", "department", "jurisdiction", "type", "theme")
LONGEST = 300
"""Characters of a search that are read."""
SORTS = ("relevance", "newest", "oldest", "title")
_QUOTED = re.compile(r"[«\"“]\s*([^«»\"“”]+?)\s*[»\"”]")
_NUMBER = re.compile(r"\d{2,3}|2[ab]", re.I)


@dataclass(frozen=True)
class Query:
    """What words ask: ``terms`` (stems), ``phrases``, and a ``filter`` named in the words ``said``."""

    terms: tuple[str, ...]
    phrases: tuple[str, ...]
    filter: ReportFilter
    said: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the words narrow nothing."""
        return not (self.terms or self.phrases or self.said)


def read_query(q: str, base: ReportBase) -> Query:
    """The areas, jurisdictions, kinds and years that words name, and the other words: as the chat reads them.

    Words stay as they were typed: what they may have meant is offered, not searched.
    """
    phrases = tuple(_QUOTED.findall(q))
    text = _QUOTED.sub(" ", q).strip()
    if _NUMBER.fullmatch(text) and numbered_department(f"département {text}"):
        text = f"département {text}"
    court = next((name for name, _ in base.facets()["jurisdiction"] if _says(text, name)), None)
    if court:
        text = " ".join(f" {' '.join(words(text))} ".replace(f" {' '.join(words(court))} ", " ").split())
    read = criteria(text, base)
    typed = content_stems(text)
    terms = [one for one, spelt in zip(typed, base.well_spelt(typed), strict=True) if spelt in read.rest]
    filter_ = replace(read.filter, jurisdiction=court or read.filter.jurisdiction)
    said = tuple(dict.fromkeys([*([court] if court else []), *read.said]))
    return Query(tuple(dict.fromkeys([*terms, *read.unread])), phrases, filter_, said)


def words_sought(q: str, base: ReportBase) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The stems and phrases to look for in the text of one report, where filters mean nothing."""
    query = read_query(q, base)
    left = () if query.phrases else tuple(dict.fromkeys(content_stems(q)))
    return query.terms or left, query.phrases


def unquoted(q: str) -> str:
    """The words searched without the marks that keep them together."""
    return _QUOTED.sub(r"\1", q)


def _says(text: str, name: str) -> bool:
    return f" {' '.join(words(name))} " in f" {' '.join(words(text))} "


def find(
    q: str, base: ReportBase, chosen: ReportFilter, as_words: bool = False
) -> tuple[FoundReports, Query]:
    """The reports for words within the filters ``chosen``, which go before those that the words name.

    With ``as_words`` the words name none. A number finds the report that has it.
    """
    query = read_query(q, base)
    terms = tuple(dict.fromkeys(content_stems(_QUOTED.sub(" ", q))))
    by_words = replace(query, terms=terms, filter=ReportFilter(), said=())
    if not q or query.empty and asks_for_any(q):
        return base.listed((), (), chosen), query
    if as_words or query.empty:
        query = by_words
    if query.empty:
        return FoundReports(), query
    found = base.listed(query.terms, query.phrases, _within(query.filter, chosen))
    if query.said and not (found.treating or found.saying):  # a name may hold that of an area
        query = by_words
        found = base.listed(query.terms, query.phrases, chosen)
    numbered = _numbered(query, base, chosen)
    return (numbered, replace(query, terms=(), phrases=())) if numbered else (found, query)


def _numbered(query: Query, base: ReportBase, chosen: ReportFilter) -> FoundReports | None:
    """The reports whose number the words say."""
    numbers = base.known([term for term in query.terms if term.isdigit()])
    if not numbers:
        return None
    found = [report for report in base.listed((), (), chosen).treating if report.id in numbers]
    return FoundReports(treating=tuple(found)) if found else None


def _within(read: ReportFilter, chosen: ReportFilter) -> ReportFilter:
    given = {name: value for name in FILTERS if (value := getattr(chosen, name)) is not None}
    return replace(read, **given)


def ordered(reports: Iterable[ReportSummary], sort: str) -> list[ReportSummary]:
    """``reports`` in an order of ``SORTS``; by relevance is as they come."""
    found = list(reports)
    if sort == "title":
        return sorted(found, key=lambda report: words(report.title))
    if sort in ("newest", "oldest"):
        dated = [report for report in found if report.date]
        dated.sort(key=lambda report: str(report.date), reverse=sort == "newest")
        return [*dated, *(report for report in found if not report.date)]
    return found


def options(base: ReportBase, lang: Lang) -> dict[str, list[tuple[str, str]]]:
    """The values of each filter with their labels, in the order of a menu."""
    facets: Mapping[str, Sequence[tuple[str, int]]] = base.facets()
    plain = {name: sorted((v for v, _ in facets[name]), key=words) for name in FILTERS if name != "theme"}
    plain["year"].reverse()
    themes = [
        (theme.id, theme.label_en if lang == "en" else theme.label)
        for theme in base.themes()
        if theme.reports
    ]
    themes.sort(key=lambda theme: words(theme[1]))
    return {**{name: [(v, v) for v in values] for name, values in plain.items()}, "theme": themes}


def known_value(name: str, given: str, choices: Sequence[tuple[str, str]]) -> str | None:
    """The value meant by what stands in the address: itself, its label, or the only one with these words."""
    if name == "department" and (numbered := numbered_department(f"département {given}")):
        given = numbered[0].name
    wanted = words(given)
    same = [value for value, label in choices if wanted in (words(value), words(label))]
    near = [value for value, label in choices if wanted and set(wanted) <= set(words(label))]
    return same[0] if same else near[0] if len(near) == 1 else None
