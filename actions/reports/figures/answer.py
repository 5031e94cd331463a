"""Figures of the reports: the cell or sentence that gives them, and the years beside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, Block, Figure, Paragraph, Point, Quote, Source
from actions.compose import not_found, reply
from actions.desk import Desk
from actions.question import Question
from actions.reports.cards.every_figure import every_figure
from actions.reports.figures.choice import column_words, is_contradicted
from actions.reports.figures.columns import is_of_years
from actions.reports.figures.confirmed import as_told_in_words
from actions.reports.figures.found import Sought, sought
from actions.reports.figures.heads import first_and_elsewhere
from actions.reports.figures.kinds import says_per
from actions.reports.figures.lacking import is_spoken_of, lacking, telling_first
from actions.reports.figures.likely import likeliest_first
from actions.reports.figures.names import is_planned, name_in_table
from actions.reports.figures.own import of_other_things
from actions.reports.figures.totals import counts_the_whole, is_usual
from actions.reports.parts import (
    body_name,
    report_line,
    report_source,
    subject_rows,
    told_by,
    ways_on,
)
from actions.reports.passages.answer import further, matter_alone
from actions.reports.passages.brief import in_brief
from actions.reports.passages.introductions import with_what_follows
from actions.reports.passages.quotations import beside, quotation, quotations, without_said
from actions.reports.passages.told_first import AROUND, first_of, that_of
from actions.reports.refusal import not_said, refusal
from actions.reports.subject import Subject
from actions.wording import join, say
from knowledge.reports.base import ReportBase
from knowledge.reports.forecasts import is_foreseen
from knowledge.reports.models import FigureRow, PassageHit, ReportSummary
from knowledge.reports.questions import read_question

_MOST = 6
"""Figures cited."""
_BESIDE, _ALONE, _NEAREST, _ANSWERS = 2, 5, 4, 0.5
"""Passages quoted beside figures, where they alone answer, and where none does; score of one asked for."""
_FORESEEN_IN = 2
"""First passages, one of which must name a year after the report: what it foresees for it."""
_PER = re.compile(r"\b(?:par|chaque|per) ([\w-]+)", re.IGNORECASE)
_NONE_OF = {"money": "report_no_amount", "count": "report_no_count"}
"""What is said where each figure found is of another thing, by what is asked."""
_IN_PASSING = 0.1
"""A year with less than this share of the figures of the year most told is not one the report covers."""


def figures(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """The figures that answer, each with row and column or its sentence; the passages that explain them."""
    every = every_figure(question, base, subject)
    if every is not None:
        return every
    as_asked = subject
    looked = sought(subject, base)
    subject, findings, found = looked.subject, looked.findings, looked.found
    meant, shown = list(findings.reports), looked.shown
    years = read_question(subject.text).years
    dated = findings.sure and bool(meant) and bool(years)
    unknown_year = dated and not _knows_year(found, years, shown, meant[0])
    named = unknown_year and subject.named
    refused = None if named else refusal(question, desk, base, as_asked, findings)
    if refused is not None:
        return refused
    if unknown_year:
        return _other_years(question, desk, base, subject, meant[:1])
    if not found and not any(any(c.isdigit() for c in hit.text) for hit in shown):
        return not_said(question, desk, base, meant[0], subject)
    return _tell(question, base, looked) or not_said(
        question, desk, base, meant[0], subject, nearest=findings.hits
    )


def _tell(question: Question, base: ReportBase, looked: Sought) -> Answer | None:
    """The figures of the passages shown, the passages, and where they say none those found elsewhere; None
    where no passage shown even speaks of the things counted.
    """
    lang = question.lang
    subject, findings, asked, found = looked.subject, looked.findings, looked.asked, looked.found
    shown, beyond, years = looked.shown, findings.hits[len(looked.shown) :], looked.years
    head, elsewhere = first_and_elsewhere(subject, base, found, asked, years, shown)
    head, elsewhere = likeliest_first(looked, base, head, elsewhere)
    head = as_told_in_words(head, found, shown)
    if not head:
        shown = tuple(telling_first(shown, asked, subject, years))
    of = [f.report.id for f in (*head, *elsewhere)] + [hit.report.id for hit in shown]
    several = len(set(of)) > 1
    series = _series(base, head[0], years, lang) if head else None
    lines = [f for f in head if f is head[0] or not series or f.row_heading != head[0].row_heading]
    introduced = head[0].report if head and not several else None
    blocks: list[Block] = []
    if introduced is not None:
        blocks.append(Paragraph(say(lang, "report_says", report=report_line(introduced, lang))))
    if head and not says_per(head[0], asked):
        unit = next(iter(_PER.findall(subject.text)), "")
        blocks.append(Paragraph(say(lang, "report_no_ratio", unit=unit)))
    blocks += _told(lines, lang, base, several)
    lacks = None if head or elsewhere else lacking(asked, subject, shown, years)
    untold = lacks == "report_no_amount" or lacks and asked.counted
    if untold and not any(is_spoken_of(hit, asked, subject) for hit in shown):
        return None
    if not head and is_usual(asked) and counts_the_whole(subject, base, asked):
        lacks = lacks or "report_no_count"
    every = with_what_follows([*shown, *beyond], base)
    matter = matter_alone(subject, findings)
    others = [] if head else of_other_things(found, subject.text, base)
    first, given = ([], True) if head else first_of(question, subject, findings, every, matter, others)
    if others and not given:
        lacks = lacks or _NONE_OF.get(asked.kind or "")
    if lacks:
        blocks.append(Paragraph(say(lang, lacks, year=join([str(year) for year in years], lang))))
    blocks += [series] if series else []
    hits = [*first, *that_of(first, every, matter)]
    quoted = quotations(hits, introduced.id if introduced else None, AROUND)
    found = list(dict.fromkeys([*head, *elsewhere, *found[:_MOST]]))
    cells = [_source(figure) for figure in found]
    of_a_card = head and head[0].report.card  # its lines stand alone: none explains another
    alone = len(first) + (_NEAREST if lacks else _ALONE)
    most = 0 if of_a_card else _BESIDE if head and not subject.continued else alone
    around = beside(quoted[:most], hits, question)
    told = [*(figure.quote for figure in lines), *(hit.text for hit in first)]
    around = [*around[: len(first)], *in_brief(without_said(around[len(first) :], told), given)]
    blocks += [Paragraph(say(lang, "report_figure_around")), *around] if head and around else around
    blocks += [] if of_a_card else further(hits[most:], lang)
    if elsewhere and not given:
        blocks += [Paragraph(say(lang, "report_figure_elsewhere")), *_told(elsewhere, lang, base, several)]
    sources = [*cells, *(quotation(hit)[1] for hit in (*first, *every))]
    reports = list({r.id: r for r in [*(f.report for f in found), *(h.report for h in shown)]}.values())
    ways = ways_on(lang, reports[0], "figures", base)
    return told_by(reports[:3], lang, subject.bodies, blocks, _each_report_first(sources), ways)


def _told(head: Sequence[FigureRow], lang: str, base: ReportBase, several: bool) -> list[Block]:
    """Each figure of a table with its row and column, of two under the same headings with that of its table,
    each of a sentence in its sentence; with the title of its report where ``several`` are told.
    """
    alike = Counter(_headings(figure) for figure in head)
    return [
        _quoted(figure, lang, several)
        if figure.row_heading is None
        else Paragraph(
            _titled(figure, _cell(figure, lang, base, alike[_headings(figure)] > 1), lang, several)
        )
        for figure in head
    ]


def _headings(figure: FigureRow) -> tuple[str | None, str | None, int | None]:
    return figure.row_heading, figure.column_heading, figure.year


def _quoted(figure: FigureRow, lang: str, several: bool) -> Quote:
    source = _source(figure)
    return Quote(figure.quote, source.id, _titled(figure, source.locator or "", lang, several) or None)


def _titled(figure: FigureRow, text: str, lang: str, several: bool) -> str:
    return " – ".join(part for part in (report_line(figure.report, lang) if several else "", text) if part)


def _each_report_first(sources: Sequence[Source]) -> list[Source]:
    """One source of each report before the further ones of any."""
    first = {source.report: source for source in reversed(sources)}
    heads = [s for s in sources if first[s.report] is s]
    return [*heads, *(s for s in sources if s not in heads)]


def _knows_year(
    found: Sequence[FigureRow], years: Sequence[int], shown: Sequence[PassageHit], report: ReportSummary
) -> bool:
    """Whether a figure found is of a year asked, or a passage shown names one that the report can know."""
    if any(is_of_years(figure, years) and figure.score >= _ANSWERS for figure in found):
        return True
    if report.date is not None and min(years) > report.date.year:
        shown = shown[:_FORESEEN_IN]
    return any(str(year) in hit.text for hit in shown for year in years)


def _other_years(
    question: Question, desk: Desk, base: ReportBase, subject: Subject, meant: Sequence[ReportSummary]
) -> Answer:
    """The report says nothing for that year: the years it covers, without their figures."""
    known = _years_told([f for report in meant for f in base.figures(report.id, limit=4000)])
    recent = [year for year in known if meant[0].date is None or year <= meant[0].date.year] or known
    text = say(
        question.lang,
        "report_year_unknown" if recent else "report_not_said",
        report=report_line(meant[0], question.lang),
        year=join([str(y) for y in read_question(subject.text).years], question.lang),
        known=f"{recent[0]}–{recent[-1]}" if recent else "",
    )
    body = body_name(subject.bodies[0]) if subject.bodies else meant[0].title
    choices = [
        reply(str(year), say(question.lang, "report_ask_year", body=body, year=year)) for year in recent[-3:]
    ]
    answer = not_found(question, desk, text, choices, subject_rows(meant[:3], subject.bodies))
    return replace(answer, sources=(report_source(meant[0]),))


def _years_told(figures: Sequence[FigureRow]) -> list[int]:
    """The years that figures are about, without those named in passing: an old law, a distant forecast."""
    counts = Counter(figure.year for figure in figures if figure.year)
    least = _IN_PASSING * max(counts.values(), default=0)
    return sorted(year for year, count in counts.items() if count >= least)


def _cell(figure: FigureRow, lang: str, base: ReportBase, alike: bool) -> str:
    what = name_in_table(figure, base, with_caption=alike)
    year = str(figure.year or "")
    column = figure.column_heading or ("" if year in what else year)
    key = "report_figure_cell" if column else "report_figure_row"
    told = say(lang, key, what=what, column=column, value=figure.printed)
    if is_foreseen(figure):
        return say(lang, "report_figure_foreseen", figure=told)
    return say(lang, "report_figure_planned", figure=told) if is_planned(figure, base) else told


def _source(figure: FigureRow) -> Source:
    source = report_source(figure.report, figure.place, figure.quote)
    suffix = ", ".join(part for part in (figure.row_heading, figure.column_heading) if part)
    locator = f"{source.locator} ({suffix})" if suffix else source.locator
    return replace(source, id=f"{source.id}:{figure.year}:{figure.printed}", locator=locator)


def _series(base: ReportBase, figure: FigureRow, years: Sequence[int], lang: str) -> Figure | None:
    """The same row over its years, when the table gives several; forecasts only where asked for."""
    if figure.row_heading is None or figure.year is None:
        return None
    same: dict[int, FigureRow] = {}
    for other in base.figures_at(figure.report.id, figure.place.anchor):
        if (
            other.row_heading == figure.row_heading
            and other.unit == figure.unit
            and other.year is not None
            and other.subject == figure.subject
            and column_words(other) == column_words(figure)
            and (other.year in years or not is_foreseen(other))
        ):
            same.setdefault(other.year, other)
    if len(same) < 2 or is_contradicted(figure, base):
        return None
    points = tuple(Point(str(year), float(same[year].value), same[year].printed) for year in sorted(same))
    name = name_in_table(figure, base)
    planned = not is_foreseen(figure) and is_planned(figure, base)
    return Figure(f"{name} ({say(lang, 'report_planned')})" if planned else name, points, figure.unit)
