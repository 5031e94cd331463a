"""What is read first of the passages found: the sentence that answers best, then what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from actions.question import Question
from actions.reports.figures.asked import asked_of
from actions.reports.follow_ups.years import asks_for_the_cause
from actions.reports.passages.asks import Asks
from actions.reports.passages.best_sentence import NO_ANSWER, Candidate, candidates
from actions.reports.passages.findings import Findings
from actions.reports.passages.introductions import has_a_hole
from actions.reports.passages.letters import without_formulas
from actions.reports.passages.quotations import HARDLY, LEFT_OUT, was_quoted
from actions.reports.subject import Subject
from knowledge.reports.models import PassageHit, Place
from knowledge.text import fold, sentences

_SHORT, AROUND, BESIDE = 300, 700, 500
"""Characters of a passage that is read first as a whole, quoted around what is told first, and of another."""
_NEAR_BEST, _LEAST, _NEARLY = 1.5, 0.15, 0.6
"""How much less than the best a sentence may answer that is told because the best was told before, how much
of what is asked one must say, and what share of that a further passage must say."""
_HALF, _MOST, _TWO = 0.5, 0.8, 2
"""Share of what is asked that no sentence says, and share and number of its words that a table then must."""
_OF_NUMBERS = re.compile(r"\| ?[+–-]? ?\d[\d .,]*(?:€|[km]€|euros?)? ?(?:\||$)", re.IGNORECASE | re.MULTILINE)
"""In a table: a cell that is a number."""
_LIST_OF_ADVICE = re.compile(
    r"\W*(?:recommandations?|rappels? (?:au|a la|du) |obligations? de faire|suivi des|suites? )"
    r"|.{0,200}\b(?:non|totalement|partiellement) (?:realise|suivi|mis)"
)
"""How a table begins that lists what is recommended and what became of it."""


def answering(subject: Subject, found: Findings, hits: Sequence[PassageHit]) -> list[Candidate]:
    """The sentences of ``hits``, which are those of the passages ``found`` as they are quoted, best first."""
    return sorted(candidates(subject, found, hits), key=lambda one: -one.score)


def best_first(question: Question, ranked: Sequence[Candidate]) -> list[PassageHit]:
    """The passage whose sentence answers best, that of ``ranked``: only that sentence, of a short passage
    all. None where no sentence says anything of what is asked.

    None that was told first to another question of the talk, unless the cause of that is asked.
    """
    ranked = [one for one in ranked if one.score >= ranked[0].score - _NEAR_BEST and one.covers >= _LEAST]
    alone = [one.hit if _is_short(one.hit) else replace(one.hit, text=one.told) for one in ranked]
    if _asks_for_it_again(question):
        return alone[:1]
    return [hit for hit in alone if not was_quoted(hit, question)][:1] or alone[:1]


def first_of(
    question: Question,
    subject: Subject,
    found: Findings,
    hits: Sequence[PassageHit],
    matter: Set[str],
    beside: Sequence[str] = (),
) -> tuple[list[PassageHit], bool]:
    """What is read first of the passages ``found`` as they are quoted, and whether it gives what is asked:
    the best sentence, or a table on nearly all of the ``matter`` where an amount is asked of which no
    sentence says half; none of the sentences ``beside`` what is asked, where another is there.
    """
    ranked = answering(subject, found, hits)
    ranked = [one for one in ranked if one.sentence not in beside] or ranked
    whole = Asks.of(subject.text).kind == "money" and not asked_of(subject.text).per
    if whole and (not ranked or ranked[0].covers < _HALF):
        best = found.reports[0]
        tables = [hit for hit in hits if hit.kind == "table" and hit.report.id == best.id]
        tables = [hit for hit in tables if _OF_NUMBERS.search(hit.text)]
        on_it = [hit for hit in tables if len(matter & {*hit.matched}) >= max(_TWO, _MOST * len(matter))]
        if on_it:
            return on_it[:1], False
    return best_first(question, ranked), bool(ranked) and ranked[0].gives


def by_their_sentences(hits: Sequence[PassageHit], ranked: Sequence[Candidate]) -> list[PassageHit]:
    """Passages in the order of their best sentence among those ``ranked``; those without one stay behind."""
    order: dict[tuple[Place, str], int] = {}
    for one in ranked:
        order.setdefault((one.hit.place, one.hit.text), len(order))
    return sorted(hits, key=lambda hit: order.get((hit.place, hit.text), len(order)))


def is_told_again(first: Sequence[PassageHit], question: Question) -> bool:
    """Whether what is told ``first`` was quoted in the talk, to a message that does not ask for it again."""
    return any(was_quoted(hit, question) for hit in first) and not _asks_for_it_again(question)


def _asks_for_it_again(question: Question) -> bool:
    """« pourquoi ? » and the same message once more."""
    return asks_for_the_cause(question.text) or fold(question.said) == fold(question.focus.said)


def _is_short(hit: PassageHit) -> bool:
    return len(hit.text) <= _SHORT and "\n" not in hit.text and not has_a_hole(hit.text)


def saying_as_much(hits: Sequence[PassageHit], ranked: Sequence[Candidate]) -> list[PassageHit]:
    """Passages of which a sentence among those ``ranked`` says nearly as much of what is asked as the best;
    all where none is ranked.
    """
    if not ranked:
        return list(hits)
    least = _NEARLY * ranked[0].covers
    telling = {(one.hit.place, one.hit.text) for one in ranked if one.covers >= least}
    return [hit for hit in hits if (hit.place, hit.text) in telling]


def that_of(
    first: Sequence[PassageHit], hits: Sequence[PassageHit], matter: Set[str] = frozenset()
) -> list[PassageHit]:
    """Passages, first the one with the sentence told ``first``, as what stands around it there, advice last;
    without tables that list it, those that say nothing of the ``matter`` and tables that say little of it.
    """
    on_it = [hit for hit in hits if not matter or _is_on(hit, matter)] or hits
    on_it = [hit for hit in on_it if not _lists_advice(hit)] or on_it
    hits = sorted(on_it, key=lambda hit: NO_ANSWER.search(fold(hit.text)) is not None)
    if not first:
        return hits
    same = [hit for hit in hits if hit.place == first[0].place and first[0].text in hit.text]
    around = [replace(hit, text=_around(hit.text, first[0].text)) for hit in same]
    said = [without_formulas(hit.text).replace(LEFT_OUT, "").strip() for hit in around]
    left = [hit for hit, text in zip(around, said, strict=True) if len(text) >= HARDLY]
    return [*left, *(hit for hit in hits if hit not in same)]


def _is_on(hit: PassageHit, matter: Set[str]) -> bool:
    """Whether a passage says any of the matter; a table, which tells nothing else, half of it."""
    said = len(matter & {*hit.matched})
    return 2 * said >= len(matter) if hit.kind == "table" else said > 0


def _lists_advice(hit: PassageHit) -> bool:
    return hit.kind == "table" and _LIST_OF_ADVICE.match(fold(hit.text).replace("\n", " ")) is not None


def around_their_sentences(hits: Sequence[PassageHit], ranked: Sequence[Candidate]) -> list[PassageHit]:
    """Passages, each by the run of sentences around the best of its own among those ``ranked``."""
    best: dict[tuple[Place, str], str] = {}
    for one in ranked:
        best.setdefault((one.hit.place, one.hit.text), one.sentence)
    told = [best.get((hit.place, hit.text)) for hit in hits]
    return [
        replace(hit, text=_run(hit.text, one, BESIDE)) if one and len(hit.text) > BESIDE else hit
        for hit, one in zip(hits, told, strict=True)
    ]


def _around(text: str, told: str) -> str:
    """The run of whole sentences of a passage around those told, which are left out of it."""
    return _run(text, told, AROUND + len(told)).replace(told, LEFT_OUT).strip()


def _run(text: str, told: str, longest: int) -> str:
    """The run of whole sentences of a text around those told, of so many characters at most."""
    ends = [0]
    for sentence in (one for line in text.split("\n") for one in sentences(line)):
        ends.append(text.find(sentence, ends[-1]) + len(sentence))
    start, end = text.find(told), text.find(told) + len(told)
    first = max((at for at in ends if at <= start), default=0)
    last = min((at for at in ends if at >= end), default=len(text))
    while True:
        after = next((at for at in ends if at > last), None)
        if after is not None and after - first <= longest:
            last = after
            continue
        before = max((at for at in ends if at < first), default=None)
        if before is None or last - before > longest:
            return text[first:last].strip()
        first = before
