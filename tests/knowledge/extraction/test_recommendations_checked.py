"""Recommendations of real reports against the list made from the files, where the corpus is at hand."""

import os
from pathlib import Path

import pytest

from knowledge.extraction.lines import document_lines
from knowledge.extraction.recommendations import find_recommendations
from knowledge.reports.load import load
from knowledge.reports.sources import find_reports
from tests.knowledge.extraction.checked import compare, expectations


@pytest.fixture(scope="module")
def corpus() -> Path:
    """The folder of real reports; skips where there is none."""
    place = os.environ.get("GREFFIER_CORPUS_DIR")
    if not place:
        pytest.skip("GREFFIER_CORPUS_DIR is not set: the tests on real reports are left out")
    return Path(place)


def test_at_least_nine_recommendations_of_ten_are_found(corpus: Path) -> None:
    expected = expectations()
    reports, _ = find_reports(corpus, expected)
    agreements = []
    for report in reports:
        if report.key in expected:
            document = load(report, [file.read() for file in report.files], None).document
            found = find_recommendations(document_lines(document))
            agreements.append(compare(report.key, expected[report.key], found))
    assert len(agreements) >= 40
    wrong = [agreement for agreement in agreements if not agreement.exact]
    matched, wanted = sum(a.matched for a in agreements), sum(a.expected for a in agreements)
    assert matched / wanted >= 0.9, wrong
    assert sum(a.found == a.expected for a in agreements) / len(agreements) >= 0.9, wrong
