"""Understanding of reports: who is audited, what is recommended, which figures, which themes."""

from knowledge.extraction.extractor import ReportExtractor

__all__ = ["ReportExtractor"]
