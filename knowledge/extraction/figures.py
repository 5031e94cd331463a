"""All figures of a document: those of its sentences and those of its tables, in reading order."""

from knowledge.extraction.sentence_figures import paragraph_figures
from knowledge.extraction.table_figures import table_figures
from knowledge.reports.document import Document, Paragraph
from knowledge.reports.extracted import Figure


def find_figures(document: Document) -> tuple[Figure, ...]:
    """Every figure, with locator and quote."""
    found: list[Figure] = []
    for section in document.sections:
        for block in section.blocks:
            found.extend(paragraph_figures(block) if isinstance(block, Paragraph) else table_figures(block))
    return tuple(found)
