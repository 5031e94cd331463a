"""The corrector of the present base: made when first needed, and again when the base is replaced."""

from __future__ import annotations

import logging
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.base import KnowledgeBase
from knowledge.cache import Cache
from knowledge.lexicon import build_lexicon
from nlu.correction import Corrector
from nlu.spelling import expand

logger = logging.getLogger(__name__)
_EXAMPLE = re.compile(r"^ {4,}- (.+)$", re.M)
REMEMBERED = 2_000
"""Messages whose correction is kept: people ask the same things."""
REPORTS_EVERY = 60.0
"""Seconds between two readings of the audited bodies while reports are being added."""


@dataclass(frozen=True)
class _Made:
    """A corrector, from which state of the two bases, and when."""

    version: int
    change: int
    at: float
    corrector: Corrector
    recent: Cache[str]


class Speller:
    """Corrects messages with the words of one base, of the training examples and of the audited bodies."""

    def __init__(self, base: KnowledgeBase | None, reports: Path | None = None) -> None:
        """Without a base only abbreviations are written out; ``reports`` is the base of reports, if any."""
        self._base = base
        self._reports = reports
        self._lock = threading.Lock()
        self._made: _Made | None = None
        if base is not None:
            self._present(base)

    def correct(self, text: str) -> str:
        """``text`` as it was meant."""
        if self._base is None:
            return expand(text)
        made = self._present(self._base)
        return made.recent.get(text, lambda: made.corrector.correct(text))

    def _present(self, base: KnowledgeBase) -> _Made:
        version, change = base.refresh(), _last_change(self._reports)
        with self._lock:
            made = self._made
            if made is None or made.version != version or self._has_new_bodies(made, change):
                logger.debug("reading the words that messages are corrected with")
                corrector = Corrector(build_lexicon(base, example_texts(), self._reports))
                made = _Made(version, change, time.monotonic(), corrector, Cache(REMEMBERED))
                self._made = made
            return made

    @staticmethod
    def _has_new_bodies(made: _Made, change: int) -> bool:
        return made.change != change and time.monotonic() - made.at > REPORTS_EVERY


def example_texts(folder: Path = Path(__file__).parent) -> Iterator[str]:
    """The words of every training example, read as lines: parsing YAML would take a second of each start."""
    for path in sorted(folder.glob("*.yml")):
        yield from _EXAMPLE.findall(path.read_text("utf-8"))


def _last_change(path: Path | None) -> int:
    try:
        return path.stat().st_mtime_ns if path else 0
    except OSError:
        return 0
