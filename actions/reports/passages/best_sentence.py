"""The sentence of a report that answers best, to be read first.

A passage answers somewhere in its middle, and the passages before it in the order of the search may be on the
whole of the matter: whoever asks one thing reads one sentence, then where it stands. The sentences of all
passages found are set side by side: how much of what is asked each says, whether it gives what kind of thing
is asked for (a number of these things, an amount, a cause, a name, a date), the years, and its meaning. The
weights come from a listwise logistic regression (ListNet, Cao et al. 2007) over questions whose passage was
marked by hand, as those of :mod:`knowledge.reports.passage_context`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from actions.reports.figures.measures import names_measure
from actions.reports.matters import matter_of, named_beside
from actions.reports.passages.asks import Asks
from actions.reports.passages.findings import Findings, is_synthesis
from actions.reports.passages.introductions import has_a_hole
from actions.reports.passages.verdict import JUDGED, NO_FINDING
from actions.reports.subject import Subject
from actions.reports.words import FILLERS
from knowledge.dates import YEAR
from knowledge.reports.lay_vocabulary import report_words, single
from knowledge.reports.models import PassageHit
from knowledge.reports.synonyms import synonyms
from knowledge.text import fold, sentences, stems

_GIVEN, _MOST, _UNNAMED = 1.0, 0.6, 0.4
"""What a sentence gives, and the share of what is asked that it says, to answer alone; how far one gives an
amount that neither it nor what stands before names: a debt, where it is on something else."""
_LONGEST, _SHORTEST, _REMEMBERED = 500, 30, 4096
"""Characters of the longest and the shortest sentence that can stand alone; how many are kept as stems."""
_OF_AN_OPINION = 3.0
"""What a judgement in the summary counts where the opinion of the auditors is asked."""
_BEGINNING, _FAMILY, _OTHER_WORD, _IN_HEADING = 5, 0.8, 0.75, 0.5
"""Letters that words of one family share; how present a word is by one of them, by another word for it and in
headings."""
_LEANING = re.compile(
    r"(?:(?:Toutefois|Cependant|Ainsi|En effet|En outre|Par ailleurs|De plus|Or|Néanmoins|Enfin),? )?"
    r"(?:(?:Pour|En|Dans|Au|À) [^,.;]{1,60}, )?"
    r"(?:[IiEe]l(?:le)?s?|[Cc]e(?:ux|lui|lles?|la|ci|tte|t|s)?|[Cc]['’]est"
    r"|[Ll]e ?(?:premi|second|derni)\w+|[Ss](?:on|a|es)|[Ll]eurs?)\b"
)
"""A sentence that begins with what stands for something said before it."""
NO_ANSWER = re.compile(
    r":$|^\W*(?:recommandations?|rappels? (?:au droit|a la loi)|obligation de faire)\b.{0,12}:"
)
"""What introduces something else, or advises: nobody asked for advice."""
_POINTS = re.compile(
    r"\b(?:tableau|graphique|figure|schema|histogramme|encadre|annexe)s?\b[^.;]{0,20}"
    r"\b(?:ci[- ](?:apres|dessous|dessus|contre)|suivante?s?|infra|supra)\b"
)
"""« comme l'indique le tableau ci-après »: without a number of its own it answers nothing."""
_PRESENTS = re.compile(
    r"\b(?:creee?|fondee?|situee?|implantee?|nee?) (?:en|le|a|au|dans|par)\b"
    r"|^(?:le present|ce) rapport\b|\ba (?:controle|examine|procede)\b"
    r"|\bl['’]examen (?:de la|des) (?:gestion|comptes)\b.{0,200}\bporte sur\b"
)
"""How a report begins on a body or on the audit: no finding."""
_LAW = re.compile(
    r"\b(?:articles?|decrets?|lois?|ordonnances?|circulaires?|arretes?) (?:n ?°|d[ue] \d|[lrd]\.|\d)"
    r"|\bcode (?:general|du|de la|des)\b|\bcgct\b|\baux termes d|\ben (?:application|vertu) d"
    r"|\b(?:dispose|prevoi|precise|impose|stipule)n?t? qu"
)
"""How a report tells the law, not what it finds."""


@dataclass(frozen=True)
class _Wanted:
    """A word asked for: itself, other words for it, phrases that mean it, and its weight among the others."""

    term: str
    others: frozenset[str]
    phrases: tuple[frozenset[str], ...]
    weight: float = 1.0

    def held(self, said: Set[str], headings: Set[str]) -> float:
        """How far a sentence with the stems ``said``, under ``headings``, holds it, 0 to 1."""
        if self.term in said:
            return 1.0
        if len(self.term) >= _BEGINNING and f"{self.term[:_BEGINNING]}…" in said:
            return _FAMILY
        if said & self.others or any(phrase <= said for phrase in self.phrases):
            return _OTHER_WORD
        return _IN_HEADING if self.term in headings or headings & self.others else 0.0


@dataclass(frozen=True)
class Candidate:
    """A sentence of a passage found, the one before it in its paragraph, and the signs that it answers."""

    sentence: str
    before: str
    hit: PassageHit
    signs: tuple[float, ...]

    @property
    def score(self) -> float:
        """How well it answers, beside the others of one question only."""
        return sum(weight * sign for weight, sign in zip(_WEIGHTS.values(), self.signs, strict=True))

    @property
    def covers(self) -> float:
        """How much of what is asked it says, 0 to 1."""
        return self.signs[0]

    @property
    def gives(self) -> bool:
        """Whether it gives the exact kind of thing asked for, and says most of what is asked."""
        return self.signs[1] >= _GIVEN and self.covers >= _MOST

    @property
    def told(self) -> str:
        """The sentence, behind the one before where it begins with what stands for something said there."""
        pair = f"{self.before} {self.sentence}"
        leans = self.before and _LEANING.match(self.sentence) and len(pair) <= _LONGEST
        return pair if leans else self.sentence


_WEIGHTS = {
    "covers": 3.2,
    "exact_asked": 1.4,
    "other_asked": 0.5,
    "years": 1.8,
    "behind_best": 1.8,
    "before": 1.5,
    "passage": 1.3,
    "synthesis": 2.0,
    "number": 0.1,
    "judges": 0.5,
    "presents": -1.1,
    "law": -1.0,
}
"""What each sign counts."""


def candidates(subject: Subject, found: Findings, hits: Sequence[PassageHit]) -> list[Candidate]:
    """The sentences of those of the passages ``found`` that are of the best report, with the signs that they
    answer; ``hits`` are the passages as they are quoted.
    """
    hits = [hit for hit in hits if hit.report.id == found.reports[0].id and hit.kind != "table"]
    hits = [hit for hit in hits if not only_points(hit.text)] or hits
    parts = [
        (hit, before, sentence)
        for hit in hits
        for line in hit.text.split("\n")
        if "|" not in line
        for before, sentence in _each_after_the_one_before(line)
        if _SHORTEST <= len(sentence) <= _LONGEST
        and not NO_ANSWER.search(fold(sentence))
        and not only_points(sentence)
        and not has_a_hole(sentence)
    ]
    said = [_said(sentence) for _, _, sentence in parts]
    named = named_beside(found) & frozenset().union(*said)
    matter = matter_of(subject, found) or frozenset(found.result.terms)
    wanted = _wanted(matter | named, said)
    asks = Asks.of(subject.text)
    return [
        Candidate(sentence, before, hit, _signs(sentence, before, hit, hits[0].score, own, wanted, asks))
        for (hit, before, sentence), own in zip(parts, said, strict=True)
    ]


def only_points(text: str) -> bool:
    """Whether a sentence, or a passage, names a table beside and has no number."""
    return _POINTS.search(fold(text)) is not None and not any(map(str.isdigit, text))


@lru_cache(maxsize=_REMEMBERED)
def _said(text: str) -> frozenset[str]:
    """The stems of a sentence or of headings, and their beginnings: « travail », « trava… »."""
    found = stems(text)
    return frozenset([*found, *(f"{one[:_BEGINNING]}…" for one in found)])


def _each_after_the_one_before(line: str) -> list[tuple[str, str]]:
    parts = sentences(line)
    return list(zip(["", *parts], parts, strict=False))


def _wanted(asked: Set[str], said: Sequence[Set[str]]) -> list[_Wanted]:
    """The words asked for, those rare among the sentences counting more; they sum up to 1."""
    asked = {term for term in asked if term not in FILLERS} or set(asked)
    meant = report_words(asked)
    every = [_Wanted(term, synonyms(term) | single(meant[term]), meant[term]) for term in sorted(asked)]
    rarity = [
        math.log1p((len(said) + 1) / (0.5 + sum(one.held(own, frozenset()) > 0 for own in said)))
        for one in every
    ]
    total = sum(rarity) or 1.0
    return [replace(one, weight=rare / total) for one, rare in zip(every, rarity, strict=True)]


def _judges(folded: str, hit: PassageHit, asks: Asks) -> float:
    """Whether a sentence finds something good or bad where that is asked; of an opinion, in the summary."""
    found = JUDGED.search(folded) is not None
    if asks.opinion and not asks.exact:
        return _OF_AN_OPINION * (found and NO_FINDING.search(folded) is None and is_synthesis(hit))
    return float(asks.whether and found)


def _signs(
    sentence: str,
    before: str,
    hit: PassageHit,
    best: float,
    said: Set[str],
    wanted: Sequence[_Wanted],
    asks: Asks,
) -> tuple[float, ...]:
    headings = _said(" ".join(hit.place.path[-2:]))
    above = _said(before)
    folded, given = fold(sentence), asks.given(sentence, said)
    if asks.measures and not names_measure(" ".join([*hit.place.path[-1:], before, sentence]), asks.measures):
        given *= _UNNAMED
    covers = sum(one.weight * one.held(said, headings) for one in wanted)
    return (
        covers,
        given if asks.exact else 0.0,
        0.0 if asks.exact else given,
        sum(str(year) in sentence for year in asks.years) / max(1, len(asks.years)),
        hit.score - best,
        sum(one.weight for one in wanted if one.term in above),
        hit.coverage,
        float(is_synthesis(hit)),
        float(re.search(r"\d", YEAR.sub("", sentence)) is not None),
        _judges(folded, hit, asks) if covers > _FAMILY or not asks.opinion else 0.0,
        float(_PRESENTS.search(folded) is not None),
        float(_LAW.search(folded) is not None and not (given >= _GIVEN and asks.counts_things)),
    )
