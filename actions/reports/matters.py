"""What is asked of a body, beside its name, and whether audit reports are wont to tell such a thing.

People ask of a town what no auditor writes down: opening hours, next year's works, who won a match. Whatever
words of it stand in a report, the question itself tells that it is none of theirs: a logistic regression on
its stems (tf-idf, Salton and Buckley 1988) and its sentence vector, fitted by ``greffier evaluate
calibrate-reports`` and stored in ``matters.json`` beside this module. It knows no names.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from actions.reports.bodies.kinds import KIND_STEMS
from actions.reports.bodies.rivals import IN_GENERAL
from actions.reports.passages.findings import Findings
from actions.reports.subject import Subject, reports_of
from knowledge.embedding import Vector
from knowledge.reports.base import ReportBase
from knowledge.reports.lay_vocabulary import report_words
from knowledge.reports.name_forms import name_tokens
from knowledge.reports.questions import read_question
from knowledge.text import stem, stems

WEIGHTS = Path(__file__).with_name("matters.json")
_SHORT, _AREAS = 2, frozenset(("commune", "intercommunality", "department", "region", "place"))
"""Letters of a word that is no name, and kinds of bodies that say where something is."""
_COURT = frozenset(map(stem, ("cour", "comptes", "chambre", "chambres", "magistrats", "rapport")))
_ADVISE = "demander corriger ameliorer changer conseiller proposer recommandation faire faut demande"
_ADVISING = frozenset(map(stem, _ADVISE.split()))
"""Words that ask for advice, and say nothing of the matter it is on."""


@dataclass(frozen=True)
class Matters:
    """The model: by stem its rarity and its weight, one weight for each dimension of a sentence vector.

    ``start`` is added for every question, ``shift`` for one that has a vector.
    """

    start: float
    shift: float
    vector: Vector
    stems: Mapping[str, tuple[float, float]]

    def log_odds(self, said: Sequence[str], vector: Vector | None) -> float:
        """How much likelier than not reports tell what the stems ``said`` ask, names left out; 0 is even.

        ``vector`` is that of the question, shape (dimension,); None where there are no sentence vectors.
        """
        known = {one: self.stems[one] for one in said if one in self.stems}
        length = math.sqrt(sum(rarity**2 for rarity, _ in known.values())) or 1.0
        total = self.start + sum(rarity * weight for rarity, weight in known.values()) / length
        return total if vector is None else total + self.shift + float(self.vector @ vector)


@lru_cache(maxsize=1)
def matters() -> Matters:
    """The shipped model."""
    return read_matters(json.loads(WEIGHTS.read_text(encoding="utf-8")))


def read_matters(stored: Mapping[str, Any]) -> Matters:
    """The model from what the file holds."""
    vector = np.array(stored["vector"], dtype=np.float32)
    return Matters(stored["start"], stored["shift"], vector, stored["stems"])


def asked_stems(subject: Subject) -> list[str]:
    """The stems of a question without the names of bodies and places in it."""
    names = [subject.unknown or "", *(body.name for body in (*subject.bodies, *subject.places))]
    named = {token for name in names for token in name_tokens(name)}
    return stems(" ".join(word for word in subject.text.split() if not named & {*name_tokens(word)}))


def matter_of(subject: Subject, found: Findings) -> frozenset[str]:
    """Stems of what is asked of a body, beside its name and the word for its kind."""
    return frozenset(found.result.terms) - found.result.naming - name_stems(subject) - KIND_STEMS - _ADVISING


def named_beside(found: Findings) -> frozenset[str]:
    """Stems that name another body than the one audited: « SFR », « le musée Gauguin » are asked about."""
    audited = {*stems(found.reports[0].title)} | KIND_STEMS
    bodies = (match.organisation for match in found.result.organisations)
    named = {stem(t) for body in bodies if body.kind not in _AREAS for t in name_tokens(body.name)}
    names = frozenset(found.result.terms) & found.result.naming & (named | {*audited})
    names = frozenset(one for one in names if one.isalpha() and len(one) > _SHORT)
    return names - audited if audited & names else frozenset()


def name_stems(subject: Subject) -> frozenset[str]:
    """Stems of the names of the bodies meant, known to the base or not."""
    names = [subject.unknown or "", *(f"{body.name} {body.department or ''}" for body in subject.bodies)]
    return frozenset(stem(token) for name in names for token in name_tokens(name))


def words_beside_the_name(text: str, subject: Subject, base: ReportBase) -> frozenset[str]:
    """Stems of a message beside the names of the bodies meant and what asks of them in general."""
    titles = stems(" ".join(report.title for report in reports_of(subject, base)))
    known = IN_GENERAL | KIND_STEMS | name_stems(subject) | {*titles}
    return frozenset(t for t in base.well_spelt(read_question(text).terms) if t.isalpha() and t not in known)


def matters_said(subject: Subject, found: Findings) -> int:
    """How many words of the question the best passage holds, beside those that name the body or its kind."""
    names = name_stems(subject) | KIND_STEMS | _COURT | set(stems(found.reports[0].title))
    return max(sum(t not in names and t.isalpha() and len(t) > 2 for t in hit.matched) for hit in found.hits)


def in_other_words(found: Findings, reports: Sequence[str]) -> set[str]:
    """Stems of the question for which passages of some reports have the words that reports use instead.

    « les excursions des aînés » are the trips of the elderly, wherever among the passages that is told.
    """
    meant = {term for term, phrases in report_words(found.result.terms).items() if phrases}
    return meant.intersection(term for hit in found.hits if hit.report.id in reports for term in hit.matched)
