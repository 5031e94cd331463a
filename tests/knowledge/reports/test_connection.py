"""A server's threads come and go: what each of them opens must go with it."""

import sqlite3
import threading
from pathlib import Path

import pytest

from knowledge.reports.base import ReportBase
from knowledge.reports.connection import ReadOnlyPool


def test_a_connection_is_closed_with_its_thread(base: ReportBase, base_path: Path) -> None:
    pool, opened = ReadOnlyPool(base_path), list[sqlite3.Connection]()
    for _ in range(3):
        thread = threading.Thread(target=lambda: opened.append(pool.connection))
        thread.start()
        thread.join()
    assert pool.connection.execute("SELECT count(*) FROM report").fetchone()[0] == 3
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")


def test_closing_closes_the_connections_of_all_threads(base: ReportBase, base_path: Path) -> None:
    pool, opened, closed = ReadOnlyPool(base_path), list[sqlite3.Connection](), threading.Event()

    def open_and_wait() -> None:
        opened.append(pool.connection)
        closed.wait(20)

    thread = threading.Thread(target=open_and_wait)
    thread.start()
    while not opened:
        thread.join(0.01)
    pool.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")
    closed.set()
    thread.join()
