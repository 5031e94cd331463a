"""The real corpus, where the environment says it is: everything is read, nearly everything has structure."""

from pathlib import Path

from knowledge.reports.catalogue import read_catalogue
from knowledge.reports.load import load
from knowledge.reports.passages import build_passages
from knowledge.reports.sources import find_reports


def test_every_report_is_read_with_structure(corpus: Path) -> None:
    catalogue = {}
    for table in corpus.glob("*.csv"):
        catalogue.update(read_catalogue(table))
    reports, skipped = find_reports(corpus, catalogue)
    assert not skipped
    structured = long = 0
    for report in reports:
        document = load(report, [file.read() for file in report.files], catalogue.get(report.key)).document
        assert document.metadata.title
        assert build_passages(document), report.key
        if document.words > 4000:
            long += 1
            structured += len(document.sections) >= 8
    assert structured >= 0.95 * long
