"""Whether auditors want something done, by what they recommend: « la Cour veut-elle supprimer la JDC ? »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answer import Answer, Block, ItemList, Paragraph
from actions.question import Question
from actions.reports.advice import advice_on_all, in_order, recommendation_line
from actions.reports.lists.criteria import topic_as_typed
from actions.reports.matters import words_beside_the_name
from actions.reports.parts import recommendation_source, report_line, told_by, ways_on
from actions.reports.passages.findings import search
from actions.reports.subject import Subject, reports_of
from actions.reports.words import FILLERS
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.models import RecommendationRow, ReportSummary
from knowledge.text import content_stems, fold, stem, stems

_WISH = re.compile(
    r"(?<!\bje )(?<!\bj['’])\b(?:veut|veulent|voudrai(?:t|ent)"
    r"|(?:recommand|demand|propos|souhait|preconis|conseill)e(?:nt)?)\b"
    r"(?:[- ](?:t[- ])?(?:elles?|ils?|on))?(?: (?:a|aux?) \S+(?: \S+)?)?"
    r" ?(?:de |d ?['’] ?|qu ?['’]on )?(?:(?P<it>la|le|les|l ?['’]|en) ?)?"
    r"(?P<verb>(?!savoir|avoir|connaitre|dire)[a-z]{3,}(?:er|ir|re))\b(?P<what>[^?.!;]*)"
)
_ADVISES = re.compile(r"(?:recommand|preconis|conseill)")
_AUTHOR = re.compile(r"\b(?:cour|chambre|crc|magistrats|rapport|refere)\b")
"""Whose wish it is: what a town or a hospital wants is no advice."""
_OF_A_THING = re.compile(r"\b(?:combien|comment|pourquoi|qu|que|quoi|koi|quel\w*|qui|quand|ou)\b")
_FAMILY, _NEAR = 5, 60
"""Letters that forms of one verb share, and characters behind it in which what it is done to stands."""
_WHAT = re.compile(r"\W*(?:quoi|koi)\b")


def action_wished(text: str) -> re.Match[str] | None:
    """« elle recommande de le supprimer ? »: a thing to do that is asked to be wanted or not."""
    folded = fold(text)
    found = _WISH.search(folded)
    advises = found is not None and _ADVISES.match(found.group()) is not None
    if found is None or not (advises or _AUTHOR.search(folded[: found.end("verb")])):
        return None  # « la commune veut-elle augmenter les impôts ? »
    of_what = _OF_A_THING.search(folded[: found.start("verb")]) or _WHAT.match(found["what"])
    return None if of_what else found


def told_whether_wished(question: Question, base: ReportBase, subject: Subject) -> Answer | None:
    """The recommendations that ask for it first, or that none does; None where the report makes none."""
    wish = action_wished(question.said or question.text) or action_wished(question.text)
    report = _the_report(subject, base) if wish else None
    rows = in_order(base.recommendations(report.id)) if report else ()
    if wish is None or report is None or report.card or not rows:
        return None
    lang, verb = question.lang, wish["verb"]
    named = words_beside_the_name(wish["what"], subject, base) - FILLERS
    what = named or frozenset(content_stems(report.title))
    forms = re.compile(rf"\b{verb[:_FAMILY]}[a-z]*")
    asking = [row for row in rows if _asks_for(row, forms, what) and named <= {*stems(row.text)}]
    on_it, others = advice_on_all(rows, what)
    using = [row for row in rows if forms.search(fold(row.text))]
    said = topic_as_typed(named, question.said) or topic_as_typed(named, question.text)
    if asking:
        lead, first = say(lang, "report_wished"), asking
    elif not using:
        lead, first = say(lang, "report_not_wished", verb=verb), list(on_it or others)
    elif said:
        lead, first = say(lang, "report_not_wished_of", verb=verb, what=said), list(on_it or using)
    else:  # « le supprimer »: what « le » stands for is not known
        lead, first = say(lang, "report_wished_so", verb=verb), using
    left = [row for row in rows if row not in first]
    blocks: list[Block] = [Paragraph(lead), _list(first, lang, report_line(report, lang))]
    blocks += [_list(left, lang, say(lang, "report_recommends_else"))] if left else []
    sources = [recommendation_source(row) for row in (*first, *left)]
    return told_by(
        [report], lang, subject.bodies, blocks, sources, ways_on(lang, report, "recommendations", base)
    )


def _the_report(subject: Subject, base: ReportBase) -> ReportSummary | None:
    """The report meant, surely found where none is named."""
    named = reports_of(subject, base)
    if named:
        return named[0]
    found = search(subject, base)
    return found.reports[0] if found.sure and found.reports else None


def _asks_for(row: RecommendationRow, forms: re.Pattern[str], what: frozenset[str]) -> bool:
    """Whether a recommendation asks for just that, done to one of the things asked about."""
    folded = fold(row.text)
    for found in forms.finditer(folded):
        if what & {stem(word) for word in re.findall(r"\w+", folded[found.end() : found.end() + _NEAR])}:
            return True
    return False


def _list(rows: Sequence[RecommendationRow], lang: str, title: str) -> ItemList:
    return ItemList(tuple(recommendation_line(row, lang) for row in rows), title)
