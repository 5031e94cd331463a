"""Understanding of reports: who is audited, what is recommended, which figures, which themes."""

from knowledge.extraction.description import describe
from knowledge.extraction.extractor import ReportExtractor

__all__ = ["ReportExtractor", "describe"]
