"""How likely the reports found answer a question, from signs for and against: one probability.

A single sign decides little: a word that the report never says may be a way of speaking, a body
that no report audits may be told of in the report on its town. The signs go into a logistic
regression, fitted by ``greffier evaluate calibrate-reports`` on questions with and without an
answer, and stored in ``evidence.json`` beside this module.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from actions.logistic import Logistic
from actions.reports.bodies.kinds import KIND_STEMS
from actions.reports.bodies.signs import (
    FAR_AHEAD,
    is_in_passing,
    is_there,
    lacks_kind,
    other_towns,
    own_stems,
    speaks_of,
)
from actions.reports.figures.quantities import tells_how_many
from actions.reports.follow_ups.years import asks_for_the_cause
from actions.reports.matters import asked_stems, in_other_words, matter_of, matters, matters_said, name_stems
from actions.reports.passages.findings import Findings
from actions.reports.passages.meaning import Meaning
from actions.reports.passages.verdict import Verdict, asks_whether, verdict
from actions.reports.subject import Subject
from actions.reports.words import (
    FILLERS,
    is_mention_question,
    is_verb,
    said_at_once,
    says_itself,
    things,
    torn_apart,
    unheard_place,
    unsaid,
)
from knowledge.reports.base import ReportBase
from knowledge.reports.communes import names_a_namesake
from knowledge.reports.demonyms import areas_meant, lies_in
from knowledge.reports.models import ReportSummary
from knowledge.reports.name_forms import name_tokens
from knowledge.reports.questions import read_question
from knowledge.reports.synonyms import synonyms
from knowledge.text import sentences, stems

WEIGHTS = Path(__file__).with_name("evidence.json")
_GOING_ON = 0.3
"""Share of the probability asked of other messages that suffices for one that goes on about a report."""
_MAY_ANSWER, _TOLD_FROM = 0.25, 0.2
"""Probability from which a refusal says it is not sure, and from which a sentence with all asked answers."""
_FEW_REPORTS, _ALONE, _ALONE_LACKING = 30, 1.7, 0.93
"""So few reports are a small base; the lead of one that alone says a word of what is asked, and of one that
lacks things named."""
_ONE_TITLE, WHOLE = 0.4, 0.9
"""Share of words from which two titles are of one body, and of a question that one passage says whole."""
_READ = 3
"""First passages that are read for what is asked in other words."""
_MOST_LOG_ODDS = 4.0
_MOST_LEAD, _MOST_MATTERS, _MANY_TERMS, _RAREST = 1.5, 4, 10, 0.003
"""Where features stop to grow, and the share of reports below which a word is as rare as can be."""


@dataclass(frozen=True)
class Evidence:
    """The signs by name, each of about 0 to 1, and what to say when they do not suffice.

    ``missing`` are things named that no report found speaks of, ``elsewhere`` a place of the base and
    ``unheard`` a body that none of them names, ``towns`` communes that the best of them is not about.
    ``mentioned`` is None unless the question is whether a report speaks of something: then it is the answer.
    ``other_body`` tells that a body is named that no report audits, and nothing asked of it, its kind never
    said in the report found or its town not that of the report, which is hardly ahead of others.
    """

    signs: Mapping[str, float]
    meaning: Meaning
    """The last sign, which is worked out where the others do not decide."""
    mentioned: bool | None = None
    other_body: bool = False
    missing: tuple[str, ...] = ()
    elsewhere: str | None = None
    unheard: str | None = None
    towns: tuple[str, ...] = ()
    one_told: bool = False
    """Whether one matter is asked, no number, and it is told: « absentéisme au Havre »."""
    counts: bool = False
    """Whether a passage says how many there are of a thing, where that is asked."""
    verdict: Verdict | None = None
    """The sentence that decides what is asked to be so or not, where the words to search with ask that."""
    goes_on: bool = False
    """Whether the message goes on about the report: a shorter question, and likelier answered."""
    asks_why: bool = False
    """Whether it only asks the cause of what was just told: whatever stands nearest may be it."""
    at_once: bool = True
    """Whether a sentence of the best report says all that is asked: words here and there answer nothing."""
    torn: bool = False
    """Whether a thing of two nouns is asked that no passage says together: less does not suffice for it."""

    nothing_said: bool = False
    """Whether the report meant says not one of the things asked, in these words or others."""

    def suffices(self, share: float = 1.0) -> bool:
        """Whether the reports found are likely enough to hold an answer, or a ``share`` of so likely."""
        if self.other_body:
            return False
        if self.mentioned is not None:
            return self.mentioned
        if self.asks_why:
            return True
        if self.torn and self.missing or self.nothing_said:
            return False
        told = self.signs["coverage"] >= WHOLE or self.one_told or self._direct
        lacks = self.missing and not self.at_once
        less = _GOING_ON if self.goes_on and not lacks else 1.0
        if told and self.at_once and self._meant_surely and self._likely(_TOLD_FROM * less):
            return not self.signs["year_untold"]
        return self._likely(calibration().answer_from * (1.0 if self.torn else min(share, less)))

    @property
    def unsure(self) -> bool:
        """Whether the passages found may answer all the same, though not surely enough."""
        return not self.missing and self._likely(_MAY_ANSWER)

    def _likely(self, least: float) -> bool:
        """Whether all signs make an answer at least so probable."""
        return self.meaning.reaches(calibration().needed("meaning", self.signs, least))

    @property
    def _direct(self) -> bool:
        """Whether a sentence says how many, or yes or no: « en déficit ? », « excédentaire »."""
        return self.counts or (self.verdict is not None and self.verdict.judges)

    @property
    def _meant_surely(self) -> bool:
        """Whether the report found is the one meant, or far ahead where none is named; nothing missing."""
        if self.missing:
            return False
        if self.signs["named"] or self.signs["pointed_to"]:
            return True
        of_others = self.signs["unknown_body"] + self.signs["elsewhere"] + self.signs["other_town"]
        return self.signs["lead"] >= FAR_AHEAD and not of_others


@dataclass(frozen=True)
class ReportCalibration(Logistic):
    """How likely reports with these signs answer, and the probability from which an answer is given."""

    answer_from: float


@lru_cache(maxsize=1)
def calibration() -> ReportCalibration:
    """The shipped calibration."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return ReportCalibration(stored["weights"], stored["intercept"], stored["answer_from"])


def evidence(subject: Subject, found: Findings, base: ReportBase) -> Evidence:
    """The signs that the passages found answer the words of ``subject``; there must be some."""
    read = [report.id for report in found.reports][: 1 if found.sure else None]
    asked = matter_of(subject, found)
    named = things(subject.text, base, name_stems(subject) | KIND_STEMS)
    told_otherwise = {term for hit in found.hits[:_READ] if hit.report.id in read for term in hit.matched}
    told_otherwise |= in_other_words(found, read)
    missing = unsaid(named, read, base)
    missing = tuple(one for one in missing if not _is_where_it_lies(one[1], found.reports[0]))
    if not subject.continued:  # a shorter question, of which less suffices, is not to be guessed at as well
        missing = tuple(one for one in missing if one[1] not in told_otherwise)
    shares = base.report_shares(sorted({term for _, term in missing}))
    # One report more that says the word and one that does not: a small base tells little of rarity.
    total = base.count()
    rarest = min(((share * total + 1) / (total + 2) for share in shares.values()), default=1.0)
    elsewhere = next((p.name for p in subject.places if not is_there(p, read, base)), None)
    unheard = unheard_place(subject.text, read, base)
    question = read_question(subject.text)
    matters = matters_said(subject, found)
    told = any(str(year) in hit.text for hit in found.hits for year in question.years)
    date = found.reports[0].date
    if told and date is not None and max(question.years) > date.year:
        told = _foresees(subject, found, question.years)
    speaks = bool(subject.unknown) and speaks_of(subject, found, base)
    towns = other_towns(subject, found.reports[0], base)
    best, title = found.reports[0].id, name_tokens(found.reports[0].title)
    own = [hit for hit in found.result.hits if hit.report.id == best]
    at_once = said_at_once(own, asked - FILLERS)
    known = name_stems(subject) | found.result.naming | {*stems(found.reports[0].title)}
    torn = (subject.named or subject.continued) and torn_apart(subject.text, own, base, known)
    of_a_town = found.lead < FAR_AHEAD and any(is_in_passing(town, own) for town in towns)
    untold = any(names_a_namesake(t.split(), title) or base.absent_terms(best, own_stems(t)) for t in towns)
    asks = question.asks_figure or question.years
    figures = base.answer_figures(subject.text, best, limit=1) if asks else ()
    named_only = {term for term in asked - FILLERS if term.isalpha() and not is_verb(term)}
    signs = {
        "lead": _lead(found, base, bool(missing)),
        "named": bool(subject.bodies),
        "pointed_to": bool(subject.reports),
        "unknown_body": bool(subject.unknown),
        "speaks_of_body": speaks,
        "elsewhere": elsewhere is not None and not subject.bodies,
        "unheard": unheard is not None and not subject.bodies,
        "other_town": bool(towns),
        "town_untold": untold,
        "coverage": max(hit.coverage for hit in found.hits),
        "matters": min(matters, _MOST_MATTERS) / _MOST_MATTERS,
        "hardly_a_matter": matters < 2,
        "rarest_missing": math.log(1 / max(rarest, _RAREST)) / math.log(1 / _RAREST),
        "share_missing": len({term for _, term in missing}) / max(1, len(named)),
        "figure": question.asks_figure,
        "figure_fit": max((figure.score for figure in figures), default=0.0),
        "year": bool(question.years),
        "year_untold": bool(question.years) and not told,
        "year_after": bool(question.years) and date is not None and max(question.years) >= date.year,
        "kind": _kind(subject, base),
        "length": len([t for t in found.result.terms if t not in found.result.naming]) / _MANY_TERMS,
    }
    return Evidence(
        {name: float(value) for name, value in signs.items()},
        Meaning.of(subject, found, base),
        not missing and not torn if named and is_mention_question(subject.text) else None,
        bool(subject.unknown)
        and (not asked or not speaks and (of_a_town or lacks_kind(subject, best, base))),
        tuple(dict.fromkeys(word for word, _ in missing)),
        elsewhere,
        unheard,
        tuple(towns),
        len(asked) == 1 and not question.asks_figure and (at_once or says_itself(found.hits[:_READ], *asked)),
        found.sure and tells_how_many(subject, found.hits, asked, base),
        verdict(subject, found, base) if found.sure and asks_whether(subject.text) else None,
        subject.continued,
        subject.continued and asks_for_the_cause(subject.text),
        at_once,
        torn,
        subject.named
        and bool(named_only)
        and {*base.absent_terms(best, sorted(named_only))} >= named_only
        and not any(hit.coverage for hit in found.hits),
    )


def _is_where_it_lies(term: str, report: ReportSummary) -> bool:
    """Whether a word only says in what area the body lies: « une commune audoise »."""
    return any(
        lies_in(place, area) for area in areas_meant(term) for place in (report.department, report.region)
    )


def _kind(subject: Subject, base: ReportBase) -> float:
    """How much what is asked is of the kind that reports tell, -1 to 1."""
    return scaled_kind(matters().log_odds(asked_stems(subject), base.vector(subject.text)))


def scaled_kind(log_odds: float) -> float:
    """Log-odds of the kind of a question as a sign, -1 to 1."""
    return max(-1.0, min(log_odds / _MOST_LOG_ODDS, 1.0))


def _foresees(subject: Subject, found: Findings, years: Sequence[int]) -> bool:
    """Whether a year after the report is told with a matter asked, in one sentence or table.

    « jusqu'en 2019 » elsewhere, of a lease or a loan, says nothing of that year.
    """
    asked = matter_of(subject, found)
    matter = asked.union(*map(synonyms, asked))
    said = [
        part
        for hit in found.hits
        for part in ([hit.text] if hit.kind == "table" or "|" in hit.text else sentences(hit.text))
    ]
    return any(
        not asked or matter.intersection(stems(part)) for part in said for y in years if str(y) in part
    )


def _lead(found: Findings, base: ReportBase, missing: bool) -> float:
    """How far the best report is ahead of the next of another title: two on one body are no doubt.

    In a base of few reports words are less rare and leads smaller: there it counts double, and more than any
    when no other report says a word of it, unless this one lacks things that are named.
    """
    few = base.count() <= _FEW_REPORTS
    first = found.result.hits[0]
    own = set(stems(first.report.title))
    for hit in found.result.hits:
        title = set(stems(hit.report.title))
        if len(own & title) < _ONE_TITLE * len(own | title):
            ahead = (first.score - hit.score) * (2 if few else 1)
            return min(max(found.lead, ahead), _MOST_LEAD)
    if few:
        return _ALONE_LACKING if missing else _ALONE
    return min(found.lead, _MOST_LEAD)
