"""The corrector of the present base: made when first needed, and again when the base is replaced."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from pathlib import Path

from knowledge.base import KnowledgeBase
from knowledge.lexicon import build_lexicon
from nlu.correction import Corrector
from nlu.spelling import expand

logger = logging.getLogger(__name__)
_EXAMPLE = re.compile(r"^\s+- (.+)$", re.M)
_State = tuple[int, int]


class Speller:
    """Corrects messages with the words of one base, of the training examples and of the audited bodies."""

    def __init__(self, base: KnowledgeBase | None, reports: Path | None = None) -> None:
        """Without a base only abbreviations are written out; ``reports`` is the base of reports, if any."""
        self._base = base
        self._reports = reports
        self._lock = threading.Lock()
        self._made: tuple[_State, Corrector] | None = None
        if base is not None:
            self._corrector(base)

    def correct(self, text: str) -> str:
        """``text`` as it was meant."""
        return expand(text) if self._base is None else self._corrector(self._base).correct(text)

    def _corrector(self, base: KnowledgeBase) -> Corrector:
        state = base.version, _last_change(self._reports)
        with self._lock:
            if self._made is None or self._made[0] != state:
                logger.debug("reading the words that messages are corrected with")
                self._made = state, Corrector(build_lexicon(base, example_texts(), self._reports))
            return self._made[1]


def example_texts(folder: Path = Path(__file__).parent) -> Iterator[str]:
    """The words of every training example, read as lines: parsing YAML would take a second of each start."""
    for path in sorted(folder.glob("*.yml")):
        yield from _EXAMPLE.findall(path.read_text("utf-8"))


def _last_change(path: Path | None) -> int:
    try:
        return path.stat().st_mtime_ns if path else 0
    except OSError:
        return 0
