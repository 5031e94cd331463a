"""Bodies side by side: the measures that their reports have in common, else what each says on the matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, Block, Paragraph, Quote, Source, Table
from actions.compose import clarify, reply
from actions.desk import Desk
from actions.question import Question
from actions.reports.asked import compares_the_last
from actions.reports.bodies.kinds import BODIES
from actions.reports.figures.amount import Amount
from actions.reports.figures.asked import asked_of
from actions.reports.figures.own import is_qualified
from actions.reports.figures.totals import is_usual, total_told
from actions.reports.parts import (
    bodies_in,
    body_name,
    report_line,
    report_source,
    the_body,
    told_by,
)
from actions.reports.passages.answer import passages
from actions.reports.passages.findings import is_synthesis
from actions.reports.passages.quotations import quotation
from actions.reports.refusal import matters_of
from actions.reports.subject import Subject
from actions.reports.words import FILLERS
from actions.wording import join, number, say
from knowledge.reports.base import DEEP, ReportBase
from knowledge.reports.forecasts import is_foreseen
from knowledge.reports.models import ComparedFigure, Comparison, FigureRow, OrganisationRow, PassageHit
from knowledge.reports.name_forms import KINDS, distinctive, name_tokens
from knowledge.reports.questions import read_question
from knowledge.reports.synonyms import synonyms
from knowledge.text import fold, stem, stems, words

_ROWS, _MOST, _READ = 12, 3, 3
"""Measures and bodies shown, and reports on each that are read."""
_ENOUGH, _AS_MUCH = 0.65, 0.8
"""Coverage from which a passage says something of the matter compared, more than one word in passing has, and
the share of it that one of the synthesis must have to be shown too."""
_IN_PASSING = 0.1
"""How much less of it the best passage on one body says than that on another."""
_COMPARING = frozenset(
    stem(word)
    for word in "compare comparer comparez comparaison difference differences deux trois both entre versus "
    "laquelle lequel plus moins nos non veux voulais dire mean".split()
)
_RANKED_BY = {stem(word): noun for word, noun in (("endettée", "dette"), ("peuplée", "habitants"))}
"""What « la plus endettée » ranks bodies by."""
_SURE, _STATED, _SENTENCES = 0.8, 0.6, 2
"""Score from which a figure is of the matter compared; from which its sentence tells of it, and how many."""
_APART = 500
"""How many times as much as another an amount is that is no longer of the same measure."""
_DEBT, _SURELY = stem("dette"), 0.9
"""Of a measure that is told with its parts, and the score from which a row is of it."""
_A_PART = re.compile(r"\s*(?:[-–•]|dont\b|autres?\b|d ?['’]autres\b)")
"""How a row of a table begins that is a part of another: « - Autres dettes et créances »."""
_THREE = re.compile(r"\b(?:trois|three)\b")
_SCALES = {"Md€": 1_000_000_000, "M€": 1_000_000, "k€": 1_000, "€": 1}
_AMOUNT = re.compile(r"[\d\s,.\u202f\u00a0-]+(Md€|M€|k€|€)")


def comparison(question: Question, desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """The figures the bodies have in common and what each report says; those named, then those spoken of.

    The talk goes on about the one just named: « et ils leur recommandent quoi, à eux ? ».
    """
    tokens = name_tokens(question.text)
    bodies = sorted(subject.bodies, key=lambda body: _place(body, tokens))
    said = question.said or question.text
    on = question.focus.intent == "report_compare"
    if len(bodies) == 1 or not bodies and (on or compares_the_last(said)):
        others = [body for body in _spoken_of(question, base) if body not in bodies]
        wanted = _MOST if on or _THREE.search(said) else 2
        earlier = others[: wanted - len(bodies)]
        bodies = [*(earlier if on else reversed(earlier)), *bodies]
    if not bodies:
        return passages(question, desk, base, subject)
    if len(bodies) == 1:
        lang, first = question.lang, the_body(bodies[0].name, question.lang)
        near = base.neighbours(bodies[0].id, 4)
        names = [
            reply(body_name(o), say(lang, "report_ask_compare", a=first, b=the_body(o.name, lang)))
            for o in near
        ]
        return clarify(question, say(lang, "report_compare_with", body=first), names)
    shown = bodies[:_MOST]
    told = _tell(question, base, shown, _matter(question, bodies, base))
    if len(subject.bodies) != 1:
        return told
    own = {f"report:{report.id}" for report in base.reports_on(subject.bodies[0].id)}
    return replace(told, rows=tuple(sorted(told.rows, key=lambda row: row not in own)))


def _place(body: OrganisationRow, tokens: Sequence[str]) -> int:
    """Where a message first says a word of the name of a body; its end when it says none."""
    return min(
        (tokens.index(token) for token in distinctive(body.name) if token in tokens), default=len(tokens)
    )


def _spoken_of(question: Question, base: ReportBase) -> list[OrganisationRow]:
    """The bodies the conversation was about, the last first: named, or audited by the report spoken of."""
    found: list[OrganisationRow | None] = []
    for rows in (question.focus.rows, *question.focus.reports):
        named = bodies_in(rows)
        found += map(base.organisation, named)
        if not named:
            keys = [row.removeprefix("report:") for row in rows if row.startswith("report:")][:1]
            audited = [m.organisation for key in keys for m in base.mentions(key) if m.role == "audited"]
            found += audited[:1]
    return list(dict.fromkeys(body for body in found if body is not None))


def _matter(question: Question, bodies: Sequence[OrganisationRow], base: ReportBase) -> str:
    """The words for what is compared: those of this question, else those of the last one; none at worst."""
    names = {token for body in bodies for token in name_tokens(body.name)} | KINDS | BODIES
    for text in (question.text, question.focus.text):
        tokens, named = name_tokens(text), base.names().find(text, 8)
        said = names | {tokens[place] for match in named for place in match.places}
        terms = set(read_question(text).terms) - _COMPARING - FILLERS
        own = [word for word in words(text) if stem(word) in terms and not said & {*name_tokens(word)}]
        if own:
            return " ".join(_RANKED_BY.get(stem(word), word) for word in own)
    return ""


def _tell(question: Question, base: ReportBase, bodies: Sequence[OrganisationRow], matter: str) -> Answer:
    lang = question.lang
    compared = base.compare([body.id for body in bodies])
    names = [body_name(body) for body in compared.organisations]
    reports = [report for own in compared.reports for report in own[:2]]
    figures = [figure for figure in compared.figures if _is_on(figure, matter)][:_ROWS]
    figures = figures or _in_other_words(base, bodies, matter)
    lead = say(
        lang, "report_comparison" if figures else "report_no_common_figure", names=_sentence(names, lang)
    )
    themes = [theme.label_en if lang == "en" else theme.label for theme in compared.common_themes[:5]]
    if themes and not matter:
        lead += " " + say(lang, "report_common_themes", themes=join(themes, lang))
    blocks: list[Block] = [Paragraph(lead)]
    blocks += [_table(compared, figures, lang)] if figures else []
    each = _told_of_each(base, compared.organisations, matter) if matter or not figures else []
    quoted: list[Source] = []
    for name, own, (told, in_passing) in zip(names, compared.reports, each, strict=False):
        if in_passing:
            passing = say(lang, "report_in_passing", body=name)
            blocks.append(Paragraph(" ".join([passing, *matters_of(own[0], lang, base)])))
        blocks += [replace(quote, heading=f"{name} – {source.locator}") for quote, source in told] or [
            Paragraph(say(lang, "report_nothing_on", body=name))
        ]
        quoted += [source for _, source in told]
    cells = [cell for figure in figures for cell in figure.values if cell is not None]
    in_cells = (report_source(c.report, c.place, c.quote) for c in cells)
    return told_by(reports, lang, bodies, blocks, [*quoted, *map(report_source, reports), *in_cells])


def _sentence(names: Sequence[str], lang: str) -> str:
    """The names of bodies at the beginning of a sentence."""
    told = join([the_body(name, lang) for name in names], lang)
    return f"{told[:1].upper()}{told[1:]}"


def _is_on(figure: ComparedFigure, matter: str) -> bool:
    """Whether a measure is of the matter compared; any is when none is named."""
    said = set(stems(figure.label))
    return not matter or any(said & {term, *synonyms(term)} for term in stems(matter))


def _in_other_words(base: ReportBase, bodies: Sequence[OrganisationRow], matter: str) -> list[ComparedFigure]:
    """The amount each report gives for the matter in the last year that all of them tell, whatever its label.

    Not by head: that is no measure of the whole.
    """
    each = [_of_each_year(_amounts(base, body, matter, _SURE), matter) for body in (bodies if matter else ())]
    years = set.intersection(*map(set, each)) if each else set()
    if not years:
        return []
    year = max(years)
    amounts = [abs(float(told[year].value)) for told in each]
    if max(amounts) > _APART * min(amounts):
        return []
    return [ComparedFigure(matter, year, "EUR", tuple(told[year] for told in each))]


def _amounts(base: ReportBase, body: OrganisationRow, matter: str, least: float) -> list[FigureRow]:
    """The amounts of a year that the reports on a body give for the whole of the matter, best first."""
    rows = [
        row
        for report in base.reports_on(body.id)[:_READ]
        for row in base.answer_figures(matter, report.id, limit=_ROWS)
        if row.score >= least and row.year and _AMOUNT.fullmatch(row.printed) and not is_foreseen(row)
    ]
    rows = [row for row in rows if not is_qualified(Amount.of(row), fold(matter))]
    rows = [row for row in rows if not _A_PART.match(fold(row.row_heading or ""))]
    return sorted(rows, key=lambda row: -row.score)


def _of_each_year(rows: Sequence[FigureRow], matter: str) -> dict[int, FigureRow]:
    """The best of the rows of each year; of a debt, which is told with its parts, the largest of the best."""
    rows = [row for row in rows if not _is_by_head(row)]
    if _DEBT in stems(matter):
        rows = sorted((row for row in rows if row.score >= _SURELY), key=lambda row: -abs(float(row.value)))
    return {row.year or 0: row for row in reversed(rows)}


def _is_by_head(figure: FigureRow) -> bool:
    said = figure.quote if figure.row_heading is None else figure.column_heading
    return "habitant" in fold(f"{figure.label} {said}")


def _told_of_each(
    base: ReportBase, bodies: Sequence[OrganisationRow], matter: str
) -> list[tuple[list[tuple[Quote, Source]], bool]]:
    """What the reports on each body say of the matter: the sentences that give its amount, else passages; and
    whether these say it in passing, clearly less than those on another.
    """
    stated = [_stated(base, body, matter) if matter else [] for body in bodies]
    said = [[] if own else _said(base, body, matter) for own, body in zip(stated, bodies, strict=True)]
    whole = max((hits[0].coverage for hits in said if hits), default=0.0) - _IN_PASSING if matter else 0.0
    return [
        (own or [quotation(hit) for hit in hits], bool(hits) and hits[0].coverage <= whole)
        for own, hits in zip(stated, said, strict=True)
    ]


def _stated(base: ReportBase, body: OrganisationRow, matter: str) -> list[tuple[Quote, Source]]:
    """The sentences of the reports on a body that give the amount of the matter best, with its year."""
    in_words = [row for row in _amounts(base, body, matter, _STATED) if row.row_heading is None]
    told: dict[str, tuple[Quote, Source]] = {}
    for row in _totals(base, body, matter) or in_words:
        source = report_source(row.report, row.place, row.quote)
        told.setdefault(row.quote, (Quote(row.quote, source.id), source))
    return list(told.values())[:_SENTENCES]


def _totals(base: ReportBase, body: OrganisationRow, matter: str) -> list[FigureRow]:
    """How many inhabitants, agents or beds the body has in all, where that is compared."""
    asked = asked_of(f"combien de {matter}")
    if not is_usual(asked) or set(stems(matter)) - asked.counted:
        return []
    told = (total_told(report, base, asked, (), matter) for report in base.reports_on(body.id)[:_READ])
    return [row for row in told if row is not None][:1]


def _said(base: ReportBase, body: OrganisationRow, matter: str) -> list[PassageHit]:
    """What the reports on a body say of the matter: the best passage, and one of the synthesis.

    The beginning of the synthesis where no matter is named.
    """
    keys = [report.id for report in base.reports_on(body.id)[:_READ]]
    if not matter:
        return [hit for key in keys for hit in base.opening(key, 1)][:1]
    hits = [hit for key in keys for hit in base.search_passages(matter, report_id=key, limit=DEEP).hits]
    hits.sort(key=lambda hit: -hit.score)
    enough = [hit for hit in hits if hit.coverage >= _ENOUGH]
    summed = [hit for hit in enough if is_synthesis(hit) and hit.coverage >= _AS_MUCH * enough[0].coverage]
    return list(dict.fromkeys([*enough[:1], *summed[:1]]))


def _table(compared: Comparison, figures: Sequence[ComparedFigure], lang: str) -> Table:
    names = [body_name(body) for body in compared.organisations]
    own = ["; ".join(report_line(report, lang) for report in reports[:3]) for reports in compared.reports]
    return Table(
        ("", *names), ((say(lang, "report_reports"), *own), *(_row(figure, lang) for figure in figures))
    )


def _row(figure: ComparedFigure, lang: str) -> tuple[str, ...]:
    label = f"{figure.label} ({figure.year})" if figure.year else figure.label
    return (label[:1].upper() + label[1:], *in_one_unit(figure.values, lang))


def in_one_unit(cells: Sequence[FigureRow | None], lang: str) -> list[str]:
    """Amounts as printed; in the largest unit used where they are printed in several: « 0,88 M€ »."""
    units = [_AMOUNT.fullmatch(cell.printed) for cell in cells if cell is not None]
    used = {unit.group(1) for unit in units if unit is not None}
    if len(used) < 2 or None in units:
        return [cell.printed if cell else "–" for cell in cells]
    largest = max(used, key=lambda unit: _SCALES[unit])
    shown = [round(float(cell.value) / _SCALES[largest], 2) if cell else None for cell in cells]
    return ["–" if value is None else f"{number(value, lang)} {largest}" for value in shown]
