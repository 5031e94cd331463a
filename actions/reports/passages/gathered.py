"""A matter asked of no body: a passage of each of several reports that tell it (« quelles communes ont des
emprunts toxiques ? », « des exemples de communes qui ne font pas 1 607 heures »).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from actions.answer import Answer, Block, Paragraph
from actions.question import Question
from actions.reports.bodies.kinds import KIND_STEMS, LOCAL_BODIES
from actions.reports.lists.criteria import criteria
from actions.reports.parts import told_by
from actions.reports.passages.quotations import quotations
from actions.reports.passages.verdict import JUDGED, NO_FINDING
from actions.reports.subject import Subject
from actions.reports.words import FILLERS
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.lay_vocabulary import report_words
from knowledge.reports.models import PassageHit, PassageRow, ReportSummary
from knowledge.reports.questions import read_question
from knowledge.text import fold, sentences, stem, stems

_BODIES = rf"(?:departements|{LOCAL_BODIES})"
_OF_SEVERAL = re.compile(
    rf"\b(?:quel(?:le)?s|which|certaines?|plusieurs|exemples? d[e'’]) ?{_BODIES}\b"
    rf"|\b(?:des|d['’]autres|some|other) ?{_BODIES} (?:qui|ou|dont|avec|ayant|that|where|with)\b"
    r"|\b(?:un|des|les|aucun|any|a) (?:rapports?|reports?) (?:la[- ]?dessus|sur (?:ca|ce sujet|ce theme)"
    r"|on (?:it|that))"
)
"""Bodies asked for by what they do, or any report on the matter just named."""
_RANKS = re.compile(
    r"\b(?:le|la|les|the) (?:plus|moins|most|least|mieux|pire)\b|\bcombien\b|\bhow many\b|\btop \d"
)
_NEGATIVE = re.compile(r"\b(?:ne|n['’]\w+) .{0,20}\b(?:pas|plus|jamais)\b|\bnot\b|\bdon['’]?t\b")
_SHORT_OF = re.compile(
    r"\binferieure?s?\b|\ben deca\b|\bau lieu d\w+"
    r"|\b(?:ne |n['’])(?:est|sont|etait|atteint|respect\w*)\b.{0,30}\bpas\b"
    r"|\binsuffisan\w*|\bmoins de\b|\balors que\b|\bnon[- ]respect\b|\bfavorable\b"
)
"""How a report says that something is not as it should be."""
_DENIES = re.compile(
    r"\baucune?\b|\bl?['’]?absence d|\b(?:ne |n['’])\w+ (?:\w+ )?(?:pas|plus|aucun\w*|que)\b"
)
_ASKING = frozenset(
    stem(word)
    for word in "exemple commune communes ville villes collectivite collectivites respecter respectent "
    "respecte avoir eu probleme cherche connaitre parler traiter hopital hopitaux organisme organismes "
    "savoir faire rapport dessus surtout quelles quels departement region".split()
)
_MOST, _READ, _LEAST, _LONGEST, _WAYS, _SEVERAL = 5, 40, 2, 500, 3, 2
"""Reports told of, reports read for them, fewest to be worth gathering, the longest sentence told, other ways
to say the matter, and words of it that one such way must stand for."""
_THOUSANDS = re.compile(r"(?<=\d)[\s\u202f\u00a0](?=\d{3}\b)")


def asks_of_several(text: str) -> bool:
    """Whether bodies are asked for that do something, or reports on a matter, not which is the most."""
    folded = fold(text)
    return _OF_SEVERAL.search(folded) is not None and not _RANKS.search(folded)


def gathered(question: Question, asked: Question, base: ReportBase, subject: Subject) -> Answer | None:
    """The sentence of each of several reports that says all that is asked; None where fewer than two do."""
    if subject.named or subject.unknown or question.intent == "report_list":
        return None
    if not asks_of_several(asked.text):
        return None
    read = criteria(asked.text, base)
    terms = base.well_spelt(read_question(asked.text).terms)
    said = {term for value in read.said for term in stems(value)}
    matter = frozenset(terms) - FILLERS - _ASKING - KIND_STEMS - said
    short = _NEGATIVE.search(fold(asked.text)) is not None
    hits = _each(base, _ways(matter), read.filter, short) if matter else []
    if len(hits) < _LEAST:
        return None
    quoted = quotations(hits)
    blocks: list[Block] = [Paragraph(say(question.lang, "report_gathered", number=len(hits)))]
    blocks += [quote for quote, _ in quoted]
    sources = [source for _, source in quoted]
    return told_by([hit.report for hit in hits], question.lang, (), blocks, sources)


def _ways(matter: frozenset[str]) -> list[frozenset[str]]:
    """The words of a matter, and those by which reports call what several of them say together."""
    meant = Counter(phrase for phrases in report_words(matter).values() for phrase in phrases)
    others = [phrase for phrase, words in meant.items() if words >= _SEVERAL and len(phrase) > 1]
    return [matter, *others[:_WAYS]]


def _each(
    base: ReportBase, ways: Sequence[frozenset[str]], wanted: ReportFilter, short: bool
) -> list[PassageHit]:
    """One sentence of each of a few reports that says the matter, of those that find something first."""
    told: dict[str, tuple[int, PassageHit]] = {}
    for way in ways:
        terms = sorted(term for term in way if not term.isdigit())
        numbers = [term for term in way if term.isdigit()]
        found = base.listed(terms, numbers, wanted)
        for report in [*found.treating, *found.saying][:_READ]:
            if report.id in told or len(told) >= _READ:
                continue
            best = _sentence(base.saying(report.id, terms, numbers).passages, way, report, short)
            if best is not None:
                told[report.id] = best
    ranked = sorted(told.values(), key=lambda one: -one[0])
    return [hit for _, hit in ranked[:_MOST]]


def _sentence(
    passages: Sequence[PassageRow], way: frozenset[str], report: ReportSummary, short: bool
) -> tuple[int, PassageHit] | None:
    """The sentence that says every word, first one that judges; one that finds it lacking if ``short``."""
    found = [
        (row, one, (_SHORT_OF if short else JUDGED).search(fold(one)) is not None)
        for row in passages
        if row.kind == "text"
        for line in row.text.split("\n")
        for one in sentences(line)
        if len(one) <= _LONGEST
        and not NO_FINDING.search(fold(one))
        and (short or not _DENIES.search(fold(one)))
        and way <= {*stems(_THOUSANDS.sub("", one))}
    ]
    found = [one for one in found if one[2] or not short]
    if not found:
        return None
    row, told, judges = max(found, key=lambda one: one[2])
    hit = PassageHit(
        report=report, place=row.place, section=row.section, kind=row.kind, text=told, notes=row.notes,
        score=0.0, coverage=1.0, matched=tuple(sorted(way)), reason="",
    )  # fmt: skip
    return int(judges), hit
