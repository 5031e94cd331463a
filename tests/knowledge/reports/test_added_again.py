"""Adding again without the catalogue that was there before loses nothing that it said."""

from pathlib import Path

import pytest

from knowledge.reports.base import ReportBase
from knowledge.reports.errors import MetadataError, ReportError
from knowledge.reports.ingest import AddOutcome, add
from tests.knowledge.reports.builders import HTML_HEAD, StubExtractor, html_report


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "catalogue.csv"
    path.write_text("key;title;date\n7;Le port de Valbrune;2016-02-03\n8;Le musée de Valbrune;2016-02-04\n")
    return path


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "7.html").write_bytes(html_report())
    for part in (1, 2):
        page = f"{HTML_HEAD}<p>La ville gère son musée, partie {part}.</p>"
        (folder / f"8-{part}.html").write_text(page)
    return folder


def _add(path: Path, base_path: Path, metadata: Path | None = None) -> AddOutcome:
    return add(path, base_path, metadata, StubExtractor(), workers=1)


def test_what_a_catalogue_said_stays(reports: Path, base_path: Path, catalogue: Path) -> None:
    assert _add(reports, base_path, catalogue).added == 2
    again = _add(reports, base_path)
    assert (again.added, again.replaced, again.unchanged) == (0, 0, 2)
    known = ReportBase(base_path).report("7")
    assert known and (known.summary.title, str(known.summary.date)) == ("Le port de Valbrune", "2016-02-03")


def test_another_entry_or_a_changed_file_replaces(reports: Path, base_path: Path, catalogue: Path) -> None:
    _add(reports, base_path)
    assert _add(reports / "7.html", base_path, catalogue).replaced == 1
    catalogue.write_text("key;title\n7;Le port de plaisance\n")
    assert _add(reports / "7.html", base_path, catalogue).replaced == 1
    (reports / "7.html").write_bytes(html_report(debt="9 999"))
    assert _add(reports / "7.html", base_path).replaced == 1


def test_a_missing_catalogue_is_named(reports: Path, base_path: Path, tmp_path: Path) -> None:
    with pytest.raises(MetadataError, match=r"none\.csv cannot be read: No such file"):
        _add(reports, base_path, tmp_path / "none.csv")


def test_a_wrong_path_makes_no_base(base_path: Path, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no such file or folder"):
        _add(tmp_path / "none", base_path)
    assert not base_path.exists()


def test_a_base_among_its_reports_is_none_of_them(reports: Path) -> None:
    for _ in range(2):
        assert _add(reports, reports / "data" / "reports.sqlite3").skipped == ()
