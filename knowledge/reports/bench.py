"""How the report base behaves at one, five and ten times the corpus: rate, size, latency.

Copies of the corpus have other words (each copy marks a share of its rarer words) and other names, so that
the
full-text index grows as it would with other reports.
"""

import json
import random
import re
import sqlite3
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue import read_catalogue
from knowledge.reports.document import Document, Paragraph, Section, Table
from knowledge.reports.extracted import Extraction, Extractor
from knowledge.reports.ingest import default_extractor
from knowledge.reports.load import load
from knowledge.reports.rows import prepare
from knowledge.reports.sources import find_reports
from knowledge.reports.store import ReportStore

SCALES = (1, 5, 10)
_ALTERED_SHARE = 0.05
_QUESTIONS = 200

Figures = dict[str, float | int]


def measure(
    corpus: Path, work: Path, extractor: Extractor | None = None, scales: Sequence[int] = SCALES
) -> Iterator[Figures]:
    """Yield the figures at each scale: reports, seconds, reports a second, bytes, search p50 and p95 in ms.

    `seconds` counts reading, understanding and storing the first copy, and storing the others, on one
    process.
    """
    chosen = extractor or default_extractor()
    path = work / "bench.sqlite3"
    for stale in work.glob("bench.*"):
        stale.unlink()
    understood, spent = _understand(corpus, chosen)
    stored = 0
    for copy in range(max(scales)):
        started = time.perf_counter()
        with ReportStore(path) as store:
            store.save_themes(chosen.themes())
            for document, extraction in understood:
                store.save(prepare(*_altered(document, extraction, copy), chosen.themes()))
                stored += 1
            if copy + 1 in scales:
                store.optimise()
                store.count_terms()
        spent += time.perf_counter() - started
        if copy + 1 in scales:
            yield _figures(path, copy + 1, stored, spent)


def _understand(corpus: Path, extractor: Extractor) -> tuple[list[tuple[Document, Extraction]], float]:
    started = time.perf_counter()
    tables = sorted(corpus.glob("*.csv"))
    catalogue = read_catalogue(tables[0]) if tables else {}
    reports, _ = find_reports(corpus, catalogue)
    understood = []
    for report in reports:
        document = load(report, [file.read() for file in report.files], catalogue.get(report.key)).document
        understood.append((document, extractor.extract(document)))
    return understood, time.perf_counter() - started


def _altered(document: Document, extraction: Extraction, copy: int) -> tuple[Document, Extraction]:
    if copy == 0:
        return document, extraction
    mark = chr(ord("a") + copy - 1) * 2
    metadata = replace(
        document.metadata, key=f"{document.metadata.key}.{copy}", title=_marked(document.metadata.title, mark)
    )
    sections = tuple(_altered_section(section, mark) for section in document.sections)
    names = tuple(
        replace(o, name=_marked(o.name, mark), aliases=tuple(_marked(a, mark) for a in o.aliases))
        for o in extraction.organisations
    )
    return replace(document, metadata=metadata, sections=sections), replace(extraction, organisations=names)


def _altered_section(section: Section, mark: str) -> Section:
    blocks = tuple(
        replace(block, text=_altered_text(block.text, mark))
        if isinstance(block, Paragraph)
        else _altered_table(block, mark)
        for block in section.blocks
    )
    return replace(section, blocks=blocks)


def _altered_table(table: Table, mark: str) -> Table:
    return replace(table, rows=tuple((_altered_text(row[0], mark), *row[1:]) for row in table.rows if row))


def _altered_text(text: str, mark: str) -> str:
    # The same words are altered everywhere in a copy, as another author's vocabulary would be.
    def alter(match: re.Match[str]) -> str:
        word = match.group()
        return word + mark if zlib.crc32((word + mark).encode()) % 100 < _ALTERED_SHARE * 100 else word

    return re.sub(r"[^\W\d_]{7,}", alter, text)


def _marked(name: str, mark: str) -> str:
    return re.sub(r"[A-ZÀ-Ý][\w’'-]{3,}", lambda match: match.group() + mark, name)


def _figures(path: Path, scale: int, reports: int, seconds: float) -> Figures:
    base = ReportBase(path)
    started = time.perf_counter()
    base.names()
    index_s = time.perf_counter() - started
    times = []
    for question in _questions(path):
        started = time.perf_counter()
        base.search_passages(question)
        times.append((time.perf_counter() - started) * 1000)
    base.close()
    return {
        "scale": scale,
        "reports": reports,
        "seconds": round(seconds, 1),
        "reports_per_second": round(reports / seconds, 2),
        "bytes": path.stat().st_size,
        "names_s": round(index_s, 2),
        "p50_ms": round(float(np.percentile(times, 50)), 1),
        "p95_ms": round(float(np.percentile(times, 95)), 1),
    }


def _questions(path: Path) -> Iterator[str]:
    # Words of random passages, half of the time with the name of the body: what citizens type has this shape.
    chance = random.Random(7)
    db = sqlite3.connect(path)
    last = db.execute("SELECT max(id) FROM passage").fetchone()[0]
    made = 0
    while made < _QUESTIONS:
        row = db.execute(
            "SELECT p.text, r.title FROM passage p JOIN report r ON r.id = p.report_id WHERE p.id >= ?"
            " LIMIT 1",
            (chance.randint(1, last),),
        ).fetchone()
        words = [word for word in re.findall(r"[^\W\d_]{4,}", row[0])]
        if len(words) < 8:
            continue
        made += 1
        asked = " ".join(chance.sample(words, 4)).lower()
        name = re.sub(r"\(.*?\)", "", row[1]) if made % 2 else ""
        yield f"Que dit le rapport sur {asked} {name} ?"
    db.close()


def save(results: list[Figures], path: Path) -> None:
    """Write the figures as JSON, for `make bench-reports`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
