"""The base of reports follows what happens to its file."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from knowledge.reports.base import ReportBase
from knowledge.reports.opening import ReportsAt


def test_the_base_is_opened_once_and_again_when_its_file_is_replaced(
    base: ReportBase, base_path: Path, tmp_path: Path
) -> None:
    base.close()
    reports = ReportsAt(base_path)
    first = reports.base()
    assert first is not None and first.count() == 3
    assert reports.base() is first
    os.replace(shutil.copy(base_path, tmp_path / "other"), base_path)
    again = reports.base()
    assert again is not None and again is not first
    base_path.unlink()
    assert reports.base() is None


def test_no_base_and_none_that_can_be_used_are_alike(base: ReportBase, base_path: Path) -> None:
    base.close()
    reports = ReportsAt(base_path)
    with closing(sqlite3.connect(base_path)) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        db.execute("PRAGMA user_version = 1")
    assert reports.base() is None
    with closing(sqlite3.connect(base_path)) as db:
        db.execute(f"PRAGMA user_version = {version}")
    assert reports.base() is not None
    assert ReportsAt(base_path.parent / "none.sqlite3").base() is None
    assert ReportsAt(None).base() is None
