"""A document and its extraction as the rows the store writes: computed beside the writer, in parallel."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.reports.document import Document, Locator, Section
from knowledge.reports.extracted import (
    Extraction,
    Figure,
    OrganisationMention,
    Recommendation,
    ThemeDefinition,
)
from knowledge.reports.passages import Passage, build_passages
from knowledge.reports.said_words import pack
from knowledge.text import content_stems, index_text, words

Row = tuple[Any, ...]

_INSERT_REPORT = """INSERT INTO report (key, title, date, year, type, jurisdiction, department, region,
 publisher, url,
 period_start, period_end, pages, words, files, warnings, content_hash, first_passage, last_passage)
 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_INSERT_SECTION = """INSERT INTO section (report_id, ordinal, level, number, title, path, page)
 VALUES (?, ?, ?, ?, ?, ?, ?)"""
_INSERT_TABLE = """INSERT INTO report_table (report_id, ordinal, section, anchor, page, caption, unit, note,
 header, rows)
 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_INSERT_FOOTNOTE = "INSERT INTO footnote (report_id, ordinal, mark, text) VALUES (?, ?, ?, ?)"
_INSERT_THEME = "INSERT OR IGNORE INTO report_theme (report_id, theme_id, score) VALUES (?, ?, ?)"
_INSERT_TERM = "INSERT INTO report_term (report_id, term, passages) VALUES (?, ?, ?)"
_INSERT_WORDS = "INSERT INTO report_words (report_id, bodies, headings) VALUES (?, ?, ?)"
_INSERT_FIGURE = """INSERT INTO figure (report_id, label, subject, value, printed, unit, scale, year,
 row_heading,
 column_heading, section, anchor, page, quote, label_stems, context_stems)
 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_INSERT_PASSAGE = """INSERT INTO passage (id, report_id, section, kind, anchor, page, text, notes,
 table_ordinal)
 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_INSERT_RECOMMENDATION = """INSERT INTO recommendation (report_id, ordinal, number, text, kind, status,
 addressee,
 section, anchor, page) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


@dataclass(frozen=True, slots=True)
class PreparedOrganisation:
    """An organisation mention ready to be stored; `aliases` are pairs (as written, folded)."""

    name: str
    folded: str
    kind: str
    department: str
    role: str
    mentions: int
    anchors: str
    aliases: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PreparedReport:
    """The rows of one report, without the ids only the store can give."""

    key: str
    report: Row
    children: tuple[tuple[str, list[Row]], ...]
    passages: list[Row]
    passage_stems: list[Row]
    report_stems: Row
    recommendations: list[tuple[Row, str]]
    organisations: list[PreparedOrganisation]
    insert_report: str = _INSERT_REPORT
    insert_passage: str = _INSERT_PASSAGE
    insert_recommendation: str = _INSERT_RECOMMENDATION


def prepare(
    document: Document,
    extraction: Extraction,
    themes: Sequence[ThemeDefinition],
    asked: Mapping[int, Sequence[str]] | None = None,
) -> PreparedReport:
    """Return everything the store writes for `document`; `themes` gives the labels searched for.

    `asked` are other words for what a section says, by its ordinal: searched with its first passage, never
    shown.
    """
    passages = build_passages(document)
    known = {theme.id for theme in themes}
    stems = list(_passage_stems(document, extraction, passages))
    for section, texts in (asked or {}).items():
        at = next(at for at, passage in enumerate(passages) if passage.section == section)
        title, path, body = stems[at]
        stems[at] = (title, path, f"{body} {index_text(' '.join(texts))}")
    return PreparedReport(
        key=document.metadata.key,
        report=_report_row(document, extraction),
        children=(
            (_INSERT_SECTION, [_section_row(section) for section in document.sections]),
            (_INSERT_TABLE, list(_table_rows(document))),
            (_INSERT_FOOTNOTE, [(i, note.mark, note.text) for i, note in enumerate(document.footnotes)]),
            (_INSERT_THEME, [(theme.id, theme.score) for theme in extraction.themes if theme.id in known]),
            (_INSERT_FIGURE, list(_figure_rows(document, extraction.figures))),
            (_INSERT_TERM, _term_rows(passages, stems)),
            (_INSERT_WORDS, [_words_row(stems)]),
        ),
        passages=[_passage_row(passage) for passage in passages],
        passage_stems=stems,
        report_stems=(*_report_stems(document, extraction, themes), _vocabulary(stems)),
        recommendations=[_recommendation(i, item) for i, item in enumerate(extraction.recommendations)],
        organisations=[_organisation(mention) for mention in extraction.organisations if words(mention.name)],
    )


def _report_row(document: Document, extraction: Extraction) -> Row:
    data = document.metadata
    period = extraction.period
    return (
        data.key,
        data.title,
        data.date.isoformat() if data.date else None,
        data.date.year if data.date else None,
        extraction.type or data.type,
        extraction.jurisdiction or data.jurisdiction,
        extraction.department,
        extraction.region,
        data.publisher,
        data.url,
        period.start_year if period else None,
        period.end_year if period else None,
        document.pages,
        document.words,
        _json(document.files),
        _json(document.warnings),
        document.content_hash,
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _section_row(section: Section) -> Row:
    return (section.ordinal, section.level, section.number, section.title, _json(section.path), section.page)


def _table_rows(document: Document) -> Iterator[Row]:
    for ordinal, table in enumerate(document.tables()):
        place = table.locator
        head = (ordinal, place.section, place.anchor, place.page, table.caption, table.unit, table.note)
        yield (*head, _json(table.header), _json(table.rows))


def _figure_rows(document: Document, figures: Sequence[Figure]) -> Iterator[Row]:
    captions = {table.locator.anchor: table.caption or "" for table in document.tables()}
    for figure in figures:
        # A cell's quote is put together again from its headings: not stored twice.
        cell = figure.row_heading is not None
        headings = (figure.row_heading, figure.column_heading)
        number = (str(figure.value), figure.printed, figure.unit, figure.scale, figure.year)
        place = figure.locator
        label = f"{figure.label} {figure.row_heading or ''}"
        context = [figure.subject or "", figure.column_heading or "", *place.path[-2:]]
        context.append(captions.get(place.anchor, "") if cell else figure.quote)
        quote = None if cell else figure.quote
        stems = (
            " ".join(dict.fromkeys(content_stems(label))),
            " ".join(dict.fromkeys(content_stems(" ".join(context)))),
        )
        yield (figure.label, figure.subject, *number, *headings, *_place(place), quote, *stems)


def _place(locator: Locator) -> Row:
    return (locator.section, locator.anchor, locator.page)


def _passage_row(passage: Passage) -> Row:
    place = _place(passage.locator)
    return (place[0], passage.kind, place[1], place[2], passage.text, passage.notes, passage.table)


def _passage_stems(document: Document, extraction: Extraction, passages: Sequence[Passage]) -> Iterator[Row]:
    audited = [o for o in extraction.organisations if o.role == "audited"]
    names = " ".join(dict.fromkeys([document.metadata.title, *(o.name for o in audited)]))
    title = index_text(names)
    paths = [index_text(" ".join(section.path)) for section in document.sections]
    for passage in passages:
        yield (title, paths[passage.section], index_text(f"{passage.text}\n{passage.notes}"))


def _report_stems(document: Document, extraction: Extraction, themes: Sequence[ThemeDefinition]) -> Row:
    labels = {theme.id: theme.label for theme in themes}
    organisations = " ".join(n for o in extraction.organisations for n in (o.name, *o.aliases))
    return (
        index_text(document.metadata.title),
        index_text(organisations),
        index_text(" ".join(labels.get(theme.id, "") for theme in extraction.themes)),
        index_text(" ".join(section.title for section in document.sections)),
    )


def _term_rows(passages: Sequence[Passage], passage_stems: Sequence[Row]) -> list[Row]:
    """Return each word with the number of passages that say it or stand under it; numbers are left out."""
    counts: Counter[str] = Counter()
    for passage, (_, path, body) in zip(passages, passage_stems, strict=True):
        if passage.kind != "procedure":
            counts.update({stem for stem in f"{path} {body}".split() if not stem[0].isdigit()})
    return sorted(counts.items())


def _words_row(passage_stems: Sequence[Row]) -> Row:
    return tuple(pack([row[place].split() for row in passage_stems]) for place in (2, 1))


def _vocabulary(passage_stems: Sequence[Row]) -> str:
    """Return each stem of the report once: in how many reports a word stands tells ordinary words from
    names.
    """
    return " ".join(sorted({stem for row in passage_stems for stem in row[2].split()}))


def _recommendation(ordinal: int, item: Recommendation) -> tuple[Row, str]:
    head = (ordinal, item.number, item.text, item.kind, item.status, item.addressee)
    return (*head, *_place(item.locator)), index_text(item.text)


def _organisation(mention: OrganisationMention) -> PreparedOrganisation:
    forms = dict.fromkeys([mention.name, *mention.aliases])
    aliases = {" ".join(words(form)): form for form in reversed(forms) if words(form)}
    return PreparedOrganisation(
        name=mention.name,
        folded=" ".join(words(mention.name)),
        kind=mention.kind,
        department=mention.department or "",
        role=mention.role,
        mentions=mention.mentions,
        anchors=_json([locator.anchor for locator in mention.locators[:50]]),
        aliases=tuple((form, folded) for folded, form in aliases.items()),
    )
