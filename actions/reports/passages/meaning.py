"""How near in meaning a question and the passages found for it are, worked out only where it decides.

A vector of a sentence takes longer than all else that is weighed, on a processor without instructions for
eight bits twelve milliseconds. Of most questions the other signs decide alone, whatever it would tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actions.reports.passages.findings import Findings
from actions.reports.subject import Subject
from knowledge.reports.base import ReportBase
from knowledge.text import sentences, stems

_READ, _SENTENCES, _COMPARED = 3, 5, 220
"""First passages whose sentences are compared with the question, how many, and their length."""
_ALIKE, _SPREAD, _UNTOLD = 0.85, 0.06, 0.2
"""Cosine of an ordinary sentence on the matter, how much more is nearly the question itself, and what stands
for the nearness where there are no sentence vectors: that of questions with an answer."""
_AT_A_TIME = 2
"""Sentences whose vectors are computed together: as many as there are threads for it."""


@dataclass(frozen=True)
class Meaning:
    """How near the nearest of some sentences is to a question: -1 to 1, 0 for an ordinary one on it."""

    question: str
    said: tuple[str, ...]
    base: ReportBase

    @classmethod
    def of(cls, subject: Subject, found: Findings, base: ReportBase) -> Meaning:
        """That of a question and of those sentences of the best passages which say most of its words."""
        best = [hit for hit in found.hits if hit.report.id == found.reports[0].id][:_READ]
        said = [part for hit in best for line in hit.text.split("\n") for part in sentences(line)]
        asked = set(found.result.terms)
        said.sort(key=lambda sentence: -len(asked.intersection(stems(sentence))))
        return cls(subject.text, tuple(sentence[:_COMPARED] for sentence in said[:_SENTENCES]), base)

    def reaches(self, least: float) -> bool:
        """Whether it is at least so much; no more sentences are compared than it takes to know."""
        if least <= -1.0 or least > 1.0:
            return least <= -1.0
        for start in range(0, len(self.said), _AT_A_TIME):
            near = self._nearest(self.said[start : start + _AT_A_TIME])
            if near is None:
                return least <= _UNTOLD
            if near >= least:
                return True
        return not self.said and least <= _UNTOLD

    def whole(self) -> float:
        """How near it is, all sentences compared."""
        near = self._nearest(self.said)
        return _UNTOLD if near is None else near

    def _nearest(self, said: Sequence[str]) -> float | None:
        near = self.base.nearness(self.question, said)
        return None if near is None else max(-1.0, min((near - _ALIKE) / _SPREAD, 1.0))
