"""Adding is idempotent, resumable, and one bad file stops nothing."""

import multiprocessing
import os
import signal
import sqlite3
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from knowledge.reports import ingest
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue import parse_date, read_catalogue
from knowledge.reports.document import Document
from knowledge.reports.errors import BaseLocked, BaseUnavailable, MetadataError
from knowledge.reports.extracted import Extraction
from knowledge.reports.ingest import add
from knowledge.reports.store import ReportStore
from tests.knowledge.reports.builders import HTML_HEAD, StubExtractor, docx_report, html_report, zipped


def _contents(path: Path) -> list[object]:
    with ReportStore(path) as store:
        db = store._db
        return [
            db.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2, 3").fetchall()
            for table, columns in (
                ("report", "key, title, content_hash"),
                ("passage", "text, kind, anchor"),
                ("figure", "label, value, year"),
            )
        ]


def test_twice_adds_nothing_and_a_change_replaces(folder: Path, base_path: Path) -> None:
    first = add(folder, base_path, extractor=StubExtractor(), workers=1)
    again = add(folder, base_path, extractor=StubExtractor(), workers=1)
    assert (first.added, again.added, again.unchanged) == (3, 0, 3)
    (folder / "101.html").write_bytes(html_report("Valbrune", debt="9 999"))
    changed = add(folder, base_path, extractor=StubExtractor(), workers=1)
    assert (changed.added, changed.replaced, changed.unchanged) == (0, 1, 2)
    figures = ReportBase(base_path).figures("101", label="encours de la dette", year=2014)
    assert figures[0].printed == "9 999 k€"
    assert ReportBase(base_path).search_passages("encours de la dette", report_id="101").hits


def test_metadata_of_the_catalogue(folder: Path) -> None:
    entry = read_catalogue(folder / "catalogue.csv")["101"]
    assert entry.title == "Commune de Valbrune"
    assert entry.type == "Rapport d'observations définitives"
    assert str(entry.date) == "2016-02-03"


def test_a_catalogue_without_titles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("colour;size\nred;2\n")
    with pytest.raises(MetadataError, match="title"):
        read_catalogue(tmp_path / "a.csv")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("le 1er mars 2016", "2016-03-01"),
        ("Octobre 2016", "2016-10-01"),
        ("3/12/2015", "2015-12-03"),
        ("26 FEV. 2016", "2016-02-26"),
        ("3 déc 2015", "2015-12-03"),
        ("31/02/2015", None),
    ],
)
def test_dates(text: str, iso: str | None) -> None:
    found = parse_date(text)
    assert (found.isoformat() if found else None) == iso


def test_parts_of_one_report_are_joined_cover_first(tmp_path: Path, base_path: Path) -> None:
    (tmp_path / "7.html").write_text(HTML_HEAD + "<p>La commune investit dans ses routes.</p>" * 300)
    (tmp_path / "7-1.html").write_text(HTML_HEAD + "<p>Monsieur le maire, je vous adresse ce rapport.</p>")
    outcome = add(tmp_path / "7.html", base_path, extractor=StubExtractor(), workers=1)
    assert outcome.added == 1
    folder = tmp_path / "both"
    folder.mkdir()
    for name in ("7.html", "7-1.html"):
        (tmp_path / name).rename(folder / name)
    add(folder, base_path, extractor=StubExtractor(), workers=1)
    details = ReportBase(base_path).report("7")
    assert details is not None
    assert details.files == ("7-1.html", "7.html")


def test_every_bad_file_is_named_and_the_others_go_in(tmp_path: Path, base_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "empty.html").touch()
    (folder / "good.html").write_bytes(html_report())
    (folder / "good.docx").write_bytes(docx_report())
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 10)
    whole = zipped(folder / "whole.docx", {"a": b"x" * 500}).read_bytes()
    (folder / "whole.docx").write_bytes(whole[: len(whole) // 2])
    with (folder / "huge.html").open("wb") as stream:
        stream.truncate(200 * 2**20)
    outcome = add(folder, base_path, extractor=StubExtractor(), workers=1)
    assert outcome.added == 2
    reasons = {skipped.name: skipped.reason for skipped in outcome.skipped}
    assert set(reasons) == {"empty.html", "noise.bin", "whole.docx", "huge.html"}
    assert "0 bytes" in reasons["empty.html"]
    assert "200 MB" in reasons["huge.html"]


def test_hostile_archives(tmp_path: Path, base_path: Path) -> None:
    path = zipped(
        tmp_path / "reports.zip",
        {"sub/good.html": html_report(), "../outside.html": html_report(), "bomb.html": b"0" * (20 * 2**20)},
    )
    outcome = add(path, base_path, extractor=StubExtractor(), workers=1)
    assert outcome.added == 1
    reasons = " ".join(skipped.reason for skipped in outcome.skipped)
    assert "outside" in reasons
    assert "bomb" in reasons
    assert not (tmp_path.parent / "outside.html").exists()
    broken = tmp_path / "broken.zip"
    broken.write_bytes(path.read_bytes()[:200])
    assert "truncated" in add(broken, base_path, extractor=StubExtractor(), workers=1).skipped[0].reason


def test_an_encrypted_member_is_named(tmp_path: Path, base_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.html": html_report()})
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    path.write_bytes(bytes(data))
    assert zipfile.is_zipfile(path)
    assert "password" in add(path, base_path, extractor=StubExtractor(), workers=1).skipped[0].reason


def test_two_writers_at_once_are_refused(folder: Path, base_path: Path) -> None:
    with ReportStore(base_path), pytest.raises(BaseLocked):
        add(folder, base_path, extractor=StubExtractor(), workers=1)


def test_a_folder_that_cannot_be_written_is_no_other_writer(base_path: Path) -> None:
    base_path.with_suffix(".lock").mkdir(parents=True)
    with pytest.raises(BaseUnavailable, match=r"\.lock cannot be written: "):
        ReportStore(base_path)


def test_closing_hides_no_error(base_path: Path) -> None:
    class Full:
        def execute(self, _: str) -> None:
            raise sqlite3.OperationalError("database or disk is full")

        def close(self) -> None:
            pass

    with pytest.raises(BaseUnavailable, match="nothing of the last report"), ReportStore(base_path) as store:
        store._db.close()
        store._db = Full()  # type: ignore[assignment]
        raise BaseUnavailable("the disk is full: nothing of the last report was stored")
    ReportStore(base_path).close()


def test_readers_see_the_base_while_it_is_written(base: ReportBase, base_path: Path) -> None:
    with ReportStore(base_path) as store, store._transaction():
        store._db.execute("DELETE FROM report")
        assert base.count() == 3


def test_no_base_is_said_clearly(tmp_path: Path) -> None:
    with pytest.raises(BaseUnavailable, match="add reports first"):
        ReportBase(tmp_path / "none.sqlite3").count()


def test_a_full_disk_loses_only_the_report_at_hand(folder: Path, base_path: Path) -> None:
    add(folder / "101.html", base_path, extractor=StubExtractor(), workers=1)
    with ReportStore(base_path) as store:
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(BaseUnavailable, match="disk is full"):
            _fill(store)
    assert ReportBase(base_path).count() == 1


def _fill(store: ReportStore) -> None:
    with store._transaction():
        store._db.execute("DELETE FROM report")
        store._db.executemany(
            "INSERT INTO theme VALUES (?, ?, '', '')", [(str(number), "x" * 5000) for number in range(500)]
        )


class SlowExtractor(StubExtractor):
    """Takes its time, so that a test can kill it in the middle."""

    def extract(self, document: Document) -> Extraction:
        """The same as the fast one, later."""
        time.sleep(0.15)
        return super().extract(document)


def _add_slowly(folder: Path, base_path: Path) -> None:
    add(folder, base_path, extractor=SlowExtractor(), workers=1)


def test_killed_and_started_again_gives_the_same_base(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.html").write_bytes(html_report(f"Bourg-{number}", debt=str(number + 100)))
    killed, whole = tmp_path / "killed.sqlite3", tmp_path / "whole.sqlite3"
    process = multiprocessing.get_context("spawn").Process(target=_add_slowly, args=(folder, killed))
    process.start()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not _some_stored(killed):
        time.sleep(0.05)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert 0 < ReportBase(killed).count() < 12
    add(folder, killed, extractor=StubExtractor(), workers=1)
    add(folder, whole, extractor=StubExtractor(), workers=1)
    assert _contents(killed) == _contents(whole)


def _some_stored(path: Path) -> bool:
    try:
        return ReportBase(path).count() > 2
    except BaseUnavailable:
        return False


def test_parallel_and_serial_agree(folder: Path, tmp_path: Path) -> None:
    serial, parallel = tmp_path / "s.sqlite3", tmp_path / "p.sqlite3"
    add(folder, serial, extractor=StubExtractor(), workers=1)
    add(folder, parallel, extractor=StubExtractor(), workers=2)
    assert _contents(serial) == _contents(parallel)


class CrashingExtractor(StubExtractor):
    """Ends its process on one report, as a reader that runs out of memory does."""

    def extract(self, document: Document) -> Extraction:
        """Die on the second report."""
        if document.metadata.key == "102":
            os._exit(9)
        return super().extract(document)


def test_a_report_that_kills_its_process_is_named(folder: Path, base_path: Path) -> None:
    outcome = add(folder, base_path, extractor=CrashingExtractor(), workers=2)
    assert outcome.added == 2
    assert [skipped.name for skipped in outcome.skipped] == ["102.html"]


class _DyingPool:
    """A pool of which a process dies while the parent stores what it has read."""

    def __init__(self) -> None:
        self._lent = 0

    def submit(self, function: Callable[[object], object], task: object) -> Future[object]:
        """Read two reports, then be dead."""
        self._lent += 1
        if self._lent > 2:
            raise BrokenProcessPool
        future: Future[object] = Future()
        future.set_result(function(task))
        return future

    def shutdown(self, **_: bool) -> None:
        """Nothing is left to end."""


def test_no_report_is_lost_when_a_process_dies(
    tmp_path: Path, base_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.html").write_bytes(html_report(f"Bourg-{number}"))
    monkeypatch.setattr(ingest, "_worker_extractor", StubExtractor())
    monkeypatch.setattr(ingest, "_pool", lambda *_: _DyingPool())
    outcome = add(folder, base_path, extractor=StubExtractor(), workers=2)
    assert (outcome.added, outcome.skipped) == (6, ())


def test_reports_of_one_name_in_folders_written_alike_all_go_in(tmp_path: Path, base_path: Path) -> None:
    folder = tmp_path / "reports"
    for name in ("2019", "2020", "a b", "a-b"):
        (folder / name).mkdir(parents=True)
        (folder / name / "rapport.html").write_bytes(html_report(name))
    first = add(folder, base_path, extractor=StubExtractor(), workers=1)
    again = add(folder, base_path, extractor=StubExtractor(), workers=1)
    assert (first.added, first.replaced, again.unchanged) == (4, 0, 4)
    assert ReportBase(base_path).count() == 4
