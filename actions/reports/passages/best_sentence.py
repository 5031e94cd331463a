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

from actions.reports.figures.asked import asked_of
from actions.reports.figures.stage import of_the_stage
from actions.reports.matters import matter_of
from actions.reports.passages.findings import Findings, is_synthesis
from actions.reports.passages.introductions import has_a_hole
from actions.reports.passages.verdict import JUDGED, asks_whether_too
from actions.reports.subject import Subject
from actions.reports.words import FILLERS
from knowledge.dates import FOLDED_MONTHS, YEAR
from knowledge.reports.lay_vocabulary import report_words, single
from knowledge.reports.models import PassageHit
from knowledge.reports.questions import read_question
from knowledge.reports.synonyms import synonyms
from knowledge.text import fold, sentences, stems

_LONGEST, _SHORTEST, _REMEMBERED = 500, 30, 4096
"""Characters of the longest and the shortest sentence that can stand alone; how many are kept as stems."""
_BEGINNING, _FAMILY, _OTHER_WORD, _IN_HEADING = 5, 0.8, 0.75, 0.5
"""Letters that words of one family share; how present a word is by one of them, by another word for it and in
headings."""
_WHY = re.compile(
    r"\b(?:pourquoi|pk|pkoi|pq|raisons?|causes?|why|explique\w*)\b|\bcomment (?:ca )?se fait|\bdu a quoi\b"
)
_CAUSE = re.compile(
    r"\b(?:en raison|du fait|expliqu\w+|car|parce|afin|en effet|result\w+|compte tenu|causes?|motif\w*|grace"
    r"|consequences?|lie(?:es?|s)? a|impute\w*|imputable\w*|provien\w+|decoule\w*)\b"
)
_WHO = re.compile(r"\b(?:qui|ki|who|whom|quel(?:le)? (?:organisme|societe|entreprise|association))\b")
_WHEN = re.compile(r"\b(?:quand|kan[dt]|when|quelle? (?:annee|date|jour))\b")
_OTHERWISE = re.compile(
    r"\b(?:comment|how|ou|where|quoi|koi"
    r"|(?:peu(?:t|vent)|doi(?:t|vent)|avai(?:t|ent)|a|ont)[ -](?:t[ -])?(?:ils?|elles?|on))\b"
)
"""What asks for something told in words, though it names money: « peut-elle transformer le prêt ? »."""
_A_NAME = re.compile(r"(?<=[\w,;:'’(«] )(?:[ldLD]['’])?[A-ZÀ-ÝŒ][\w-]{2,}|\b[A-Z]{3,}\b")
_A_DATE = re.compile(rf"{YEAR.pattern}|\b(?:{'|'.join(FOLDED_MONTHS)})\b")
_AN_AMOUNT = re.compile(
    r"\d[\d\s.,]{0,14}(?:€|[km]€|md€|keuros?|meuros?|euros?\b|millions?\b|milliards?\b|f ?cfp)"
)
_A_SHARE = re.compile(r"\d ?(?:%|pour ?cent\b|points?\b)|\b(?:tiers|moitie|quart)\b")
_LEANING = re.compile(
    r"(?:(?:Toutefois|Cependant|Ainsi|En effet|En outre|Par ailleurs|De plus|Or|Néanmoins|Enfin),? )?"
    r"(?:[IiEe]l(?:le)?s?|[Cc]e(?:ux|lui|lles?|la|ci|tte|t|s)?|[Cc]['’]est"
    r"|[Ll]e ?(?:premi|second|derni)\w+|[Ss](?:on|a|es)|[Ll]eurs?)\b"
)
"""A sentence that begins with what stands for something said before it."""
NO_ANSWER = re.compile(
    r":$|^\W*(?:recommandations?|rappels? (?:au droit|a la loi)|obligation de faire)\b.{0,12}:"
)
"""What introduces something else, or advises: nobody asked for advice."""
_PRESENTS = re.compile(
    r"\b(?:creee?|fondee?|situee?|implantee?|nee?) (?:en|le|a|au|dans|par)\b"
    r"|^(?:le present|ce) rapport\b|\ba (?:controle|examine|procede)\b"
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
    parts = [
        (hit, before, sentence)
        for hit in hits
        for line in hit.text.split("\n")
        if "|" not in line
        for before, sentence in _each_after_the_one_before(line)
        if _SHORTEST <= len(sentence) <= _LONGEST
        and not NO_ANSWER.search(fold(sentence))
        and not has_a_hole(sentence)
    ]
    said = [_said(sentence) for _, _, sentence in parts]
    wanted = _wanted(matter_of(subject, found) or frozenset(found.result.terms), said)
    asks = _Asks.of(subject.text)
    return [
        Candidate(sentence, before, hit, _signs(sentence, before, hit, hits[0].score, own, wanted, asks))
        for (hit, before, sentence), own in zip(parts, said, strict=True)
    ]


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


@dataclass(frozen=True)
class _Asks:
    """The kind of thing a question asks for, the years, whether something is so, and its words."""

    kind: str
    counted: frozenset[str]
    years: tuple[int, ...]
    whether: bool
    folded: str

    @classmethod
    def of(cls, text: str) -> _Asks:
        folded, figure, read, whether = (
            fold(text),
            asked_of(text),
            read_question(text),
            asks_whether_too(text),
        )
        kinds = (("why", _WHY), ("who", _WHO), ("when", _WHEN))
        in_words = next((name for name, pattern in kinds if pattern.search(folded)), "")
        otherwise = whether or in_words or _OTHERWISE.search(folded)
        number = "" if otherwise and not read.asks_figure else figure.kind
        return cls(number or in_words, figure.counted, read.years, whether, folded)

    @property
    def exact(self) -> bool:
        """Whether a number or a date is asked for: a cause or a name is told in more ways, of which many are
        not seen.
        """
        return self.kind in ("count", "money", "percent", "when")

    def given(self, sentence: str, said: Set[str]) -> float:
        """How far a sentence gives such a thing, 0 to 1."""
        folded = fold(sentence)
        if self.kind == "count":
            number = re.search(r"\d", YEAR.sub("", folded)) is not None
            return number * (1.0 if self.counted & said else 0.3) * of_the_stage(folded, self.folded)
        pattern = {
            "money": _AN_AMOUNT, "percent": _A_SHARE, "why": _CAUSE, "when": _A_DATE,
        }.get(self.kind)  # fmt: skip
        if pattern is not None:
            found = float(pattern.search(folded) is not None)
            return found * of_the_stage(folded, self.folded) if self.kind == "money" else found
        return float(_A_NAME.search(sentence) is not None) if self.kind == "who" else 0.0


def _signs(
    sentence: str,
    before: str,
    hit: PassageHit,
    best: float,
    said: Set[str],
    wanted: Sequence[_Wanted],
    asks: _Asks,
) -> tuple[float, ...]:
    headings = _said(" ".join(hit.place.path[-2:]))
    above = _said(before)
    folded = fold(sentence)
    return (
        sum(one.weight * one.held(said, headings) for one in wanted),
        asks.given(sentence, said) if asks.exact else 0.0,
        0.0 if asks.exact else asks.given(sentence, said),
        sum(str(year) in sentence for year in asks.years) / max(1, len(asks.years)),
        hit.score - best,
        sum(one.weight for one in wanted if one.term in above),
        hit.coverage,
        float(is_synthesis(hit)),
        float(re.search(r"\d", YEAR.sub("", sentence)) is not None),
        float(asks.whether and JUDGED.search(folded) is not None),
        float(_PRESENTS.search(folded) is not None),
        float(_LAW.search(folded) is not None),
    )
