"""Which passages of one report answer best, seen beside the others: what they say and what stands around.

A passage answers in the middle of others on the same matter, and the words it shares with the question tell
more when the rest of the report lacks them. The weights come from a listwise logistic regression (ListNet,
Cao et al. 2007) over a thousand questions whose passage was marked by hand; see docs/decisions.md.
"""

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.reports.passage_scoring import MEANT_PRESENCE, SYNONYM_PRESENCE, VARIANT_PRESENCE, Weighted
from knowledge.reports.questions import Question
from knowledge.reports.said_words import SaidWords
from knowledge.reports.synonyms import synonyms
from knowledge.text import fold

Values = npt.NDArray[np.float64]

_RAREST, _AROUND, _PRESENT, _EXACT, _YEAR, _CAUSE = 0.35, 0.93, -0.68, 0.03, 0.37, 0.16
"""Weights beside a passage's own score: its rarest word in this report, the passages around it, its words
(counted in its own score already), how many are as asked, the years asked, and causes for a « why »."""

_REACH = 3
"""Passages before and after that count as around."""
_SMOOTHING = 0.01
_WHY = re.compile(r"\b(?:pourquoi|pk|pkoi|pq|raisons?|why|explique\w*)\b|\bcomment (?:ca )?se fait")
_GIVES_CAUSE = re.compile(
    r"en raison|du fait|expliqu|\bcar\b|parce|\bafin\b|en effet|result|compte tenu|\bcauses?\b|motif"
    r"|consequence|grace"
)


@dataclass(frozen=True, slots=True)
class Merits:
    """What each passage of a report read as a whole adds to its score, by row id."""

    by_row: dict[int, float]

    def of(self, row: sqlite3.Row, why: bool) -> float:
        """The merit of one passage where it is asked `why` or not; 0 for those of reports that were not read
        as a whole.
        """
        merit = self.by_row.get(row["passage_id"])
        if merit is None:
            return 0.0
        return merit + _CAUSE if why and _GIVES_CAUSE.search(fold(row["text"])) else merit


def asks_why(question: Question) -> bool:
    """Whether a cause is asked."""
    return _WHY.search(fold(question.text)) is not None


def words_looked_for(question: Question, weighted: Weighted) -> list[str]:
    """The words that `merits_in_report` and the choice of passages need to know of."""
    terms = weighted.own
    forms = (*weighted.related, *(v for term in terms for v in weighted.variants[term]))
    phrases = (word for term in terms for phrase in weighted.meant.get(term, ()) for word in phrase)
    others = (other for term in terms for other in synonyms(term))
    return list(dict.fromkeys([*terms, *forms, *phrases, *others, *map(str, question.years)]))


def merits_in_report(
    rows: Sequence[int], bodies: SaidWords, question: Question, weighted: Weighted
) -> dict[int, float]:
    """Return what each passage of one report, in reading order, adds to its score by its place among them.

    `bodies` tell which passage says which of the `words_looked_for`.
    """
    terms = list(weighted.own)
    if not terms or not rows:
        return {}
    present = _presence(bodies, weighted, terms)
    weights = np.array([weighted.own[term] for term in terms])
    share = (present > 0).mean(axis=0)
    local = np.log1p((1 - share + _SMOOTHING) / (share + _SMOOTHING))
    told = present @ local / local.sum()
    rarest = (local * (present > 0)).max(axis=1) / local.max()
    exact = (present == 1.0).sum(axis=1)
    values = (
        _RAREST * rarest
        + _AROUND * _around(told)
        + _PRESENT * (present @ weights) / (weights.sum() or 1.0)
        + _EXACT * exact
    )
    if question.years:
        values += _YEAR * bodies.of(list(map(str, question.years))).mean(axis=1)
    return dict(zip(rows, values.tolist(), strict=True))


def _presence(bodies: SaidWords, weighted: Weighted, terms: Sequence[str]) -> Values:
    """How far each passage (row) holds each term (column): itself, one of its family, another for it."""
    return np.column_stack([_present(bodies, weighted, term) for term in terms])


def _present(bodies: SaidWords, weighted: Weighted, term: str) -> Values:
    """How far each passage holds one term, shape (passages,)."""
    forms = dict.fromkeys(synonyms(term), SYNONYM_PRESENCE)
    forms |= dict.fromkeys(weighted.variants[term], VARIANT_PRESENCE)
    forms[term] = 1.0
    held: Values = (bodies.of(list(forms)) * np.array(list(forms.values()))).max(axis=1)
    for phrase in weighted.meant.get(term, ()):
        held = np.maximum(held, MEANT_PRESENCE * bodies.all_of(phrase))
    return held


def _around(told: Values) -> Values:
    """The mean of the passages around each, those beyond the ends of the report counting nothing."""
    padded = np.pad(told, _REACH)
    window = np.convolve(padded, np.ones(2 * _REACH + 1), mode="valid")
    result: Values = (window - told) / (2 * _REACH)
    return result
