"""The report cards as reports of the base, so that all that is done with reports is done with them too.

A card stands in for its report: it goes in where the report itself was not added, and leaves when it is. Its
passages are the project's own words, never the report's.
"""

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from knowledge.errors import SourcesRejected
from knowledge.extraction.themes import definitions
from knowledge.report_cards import CardFigure, ReportCard, Section, load_report_cards
from knowledge.reports import document as documents
from knowledge.reports.card_texts import SCOPE, SUMMARY, figure_heading, figure_line
from knowledge.reports.connection import ReadOnlyPool
from knowledge.reports.document import Document, Locator, Metadata, Paragraph
from knowledge.reports.errors import ReportError
from knowledge.reports.extracted import Extraction, Figure, OrganisationMention, Recommendation, Theme
from knowledge.reports.rows import PreparedReport, prepare
from knowledge.reports.schema import CARD
from knowledge.reports.sources import content_hash
from knowledge.reports.store import ReportStore

logger = logging.getLogger("greffier")

VERSION = "2"
"""Changes when what is made of a card changes, so that stored cards are made anew."""

_SUMMARY_PLACE = 1
"""The ordinal of the section with the summary."""
_FIRST = 40
"""Mentions that the body a card is about counts for; the others are named once each."""


def put_in_cards(base_path: Path, cards: Sequence[ReportCard] | None = None) -> int:
    """Put in the cards whose report is not in the base, take out those shipped no more; how many changed.

    Nothing is written where nothing changes. While another process writes, or where the base cannot be
    written, what is there serves: the next start tries again.
    """
    try:
        chosen = load_report_cards() if cards is None else cards
        if not _stale(base_path, chosen):
            return 0
        with ReportStore(base_path) as store:
            return _put_in(store, chosen)
    except (ReportError, SourcesRejected) as error:
        logger.warning("report cards: not put in: %s", error)
        return 0


def card_hash(card: ReportCard) -> str:
    """What changes with a card, marked as that of a card."""
    return f"{CARD}{content_hash((), VERSION, card.model_dump_json())}"


def _stale(base_path: Path, cards: Sequence[ReportCard]) -> bool:
    if not base_path.exists():
        return True
    pool = ReadOnlyPool(base_path)
    try:
        stored = dict(pool.connection.execute("SELECT key, content_hash FROM report").fetchall())
    finally:
        pool.close()
    return bool(_changed(stored, cards) or _gone(stored, cards))


def _changed(stored: dict[str, str], cards: Sequence[ReportCard]) -> list[ReportCard]:
    """The cards to be put in: those of which neither the report nor the very card is stored."""
    return [
        card
        for card in cards
        if stored.get(card.key, CARD).startswith(CARD) and stored.get(card.key) != card_hash(card)
    ]


def _gone(stored: dict[str, str], cards: Sequence[ReportCard]) -> list[str]:
    """The keys of stored cards that are shipped no more."""
    shipped = {card.key for card in cards}
    return [key for key, known in stored.items() if known.startswith(CARD) and key not in shipped]


def _put_in(store: ReportStore, cards: Sequence[ReportCard]) -> int:
    stored = store.hashes()
    changed, gone = _changed(stored, cards), _gone(stored, cards)
    store.save_themes(definitions())
    for card in changed:
        store.save(prepared(card))
    for key in gone:
        store.remove(key)
    store.count_terms()
    return len(changed) + len(gone)


def prepared(card: ReportCard) -> PreparedReport:
    """What the store saves of a card; how people ask for it is searched with its summary, never shown."""
    asked = (
        *card.every_question,
        card.scope_en,
        card.summary_en,
        *(figure.label_en for figure in card.figures),
    )
    document = _document(card)
    return prepare(document, _extraction(card, document), definitions(), asked={_SUMMARY_PLACE: asked})


def _document(card: ReportCard) -> Document:
    told: dict[str, tuple[Section, list[str]]] = {
        SCOPE: (Section(title=SCOPE), [card.scope_fr]),
        SUMMARY: (Section(title=SUMMARY), [card.summary_fr, *([card.note_fr] if card.note_fr else [])]),
    }
    for section, text in (*_findings(card), *_lines(card)):
        told.setdefault(section.label, (section, []))[1].append(text)
    sections = tuple(
        _section(ordinal, section, texts) for ordinal, (section, texts) in enumerate(told.values())
    )
    metadata = Metadata(card.key, card.title, card.date, card.type, card.jurisdiction, url=card.url)
    return Document(metadata, sections, content_hash=card_hash(card))


def _findings(card: ReportCard) -> Iterator[tuple[Section, str]]:
    """Each finding, with the section of the report where it stands."""
    return ((finding.section, finding.text_fr) for finding in card.findings)


def _lines(card: ReportCard) -> Iterator[tuple[Section, str]]:
    """Each figure and each recommendation in one line, with the section of the report where it stands."""
    for figure in card.figures:
        yield figure.section, figure_line(figure, figure.label_fr, figure.text_fr)
    for advice in card.recommendations:
        yield advice.section, f"n° {advice.number} : {advice.text_fr}" if advice.number else advice.text_fr


def _section(ordinal: int, section: Section, texts: Sequence[str]) -> documents.Section:
    path = (section.title,)
    blocks = tuple(
        Paragraph(text, Locator(ordinal, block, path, section.number)) for block, text in enumerate(texts)
    )
    return documents.Section(ordinal, 1, section.title, section.number, path, blocks)


def _extraction(card: ReportCard, document: Document) -> Extraction:
    places = {paragraph.text: paragraph.locator for paragraph in document.paragraphs()}
    lines = iter([places[text] for _, text in _lines(card)])
    shared: dict[str, Locator] = {}
    figures = tuple(_figure(card, one, shared.setdefault(one.label_fr, next(lines))) for one in card.figures)
    advice = tuple(
        Recommendation(one.number, one.text_fr, "recommendation", next(lines)) for one in card.recommendations
    )
    score = 1.0 / len(card.themes)
    return Extraction(
        organisations=tuple(
            OrganisationMention(one.name, one.kind, "audited", _FIRST if at == 0 else 1, one.aliases)
            for at, one in enumerate(card.organisations)
        ),
        figures=figures,
        recommendations=advice,
        themes=tuple(Theme(theme, score) for theme in card.themes),
        type=f"{card.type[0].lower()}{card.type[1:]}",
        jurisdiction=card.jurisdiction,
    )


def _figure(card: ReportCard, figure: CardFigure, place: Locator) -> Figure:
    """A figure as the cell of a table: its label heads the row and its year, where told apart, the column."""
    label, year = figure_heading(figure, figure.label_fr)
    scale = int(figure.amount / figure.value) if figure.value else 1
    return Figure(
        label, figure.amount, figure.text_fr, figure.unit, scale, figure.year, place,
        figure_line(figure, label, figure.text_fr), card.title, row_heading=label, column_heading=year,
    )  # fmt: skip
