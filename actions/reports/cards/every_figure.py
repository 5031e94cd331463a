"""All figures of a report's card, for whoever asks for its figures and names no matter."""

from __future__ import annotations

import re

from actions.answer import Answer, ItemList
from actions.question import Question
from actions.reports.matters import words_beside_the_name
from actions.reports.parts import report_line, report_source, told_by, ways_on
from actions.reports.subject import Subject, reports_of
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.models import ReportSummary
from knowledge.text import fold, stem

_ASKED = re.compile(r"\b(?:chiffres?(?! d.affaires)|chiffrees?|figures|numbers|statistiques?|stats)\b")
_OF_THE_REPORT = re.compile(
    r"\b(?:chiffres?|figures|numbers|statistiques|stats)(?: (?:cles?|principaux|importants?))?"
    r" (?:du|dans le|of the|in the) (?:rapport|refere|report)\b"
)
"""« les chiffres du rapport sur la JDC »: what follows only says which report."""
_BESIDE = frozenset(
    map(stem, "chiffre principaux grands important tous donnees cles quelques key main all figures".split())
)
"""Stems that name no matter of their own beside « chiffres »."""


def every_figure(
    question: Question,
    base: ReportBase,
    subject: Subject,
    found: ReportSummary | None = None,
    whatever_beside: bool = False,
) -> Answer | None:
    """« ses chiffres », « quels chiffres dans le rapport sur La Poste ? »: of a card it is all of them.

    A report has hundreds, of which those on the usual matters are told; a card has a few on its own matter.
    ``found`` is the report that words for its matter mean.
    """
    of_it = _OF_THE_REPORT.search(fold(subject.text)) is not None
    reports = reports_of(subject, base) or ((found,) if found and (of_it or whatever_beside) else ())
    if len(reports) != 1 or not reports[0].card or not _ASKED.search(fold(subject.text)):
        return None
    if not of_it and not whatever_beside and words_beside_the_name(subject.text, subject, base) - _BESIDE:
        return None
    report, lang = reports[0], question.lang
    told = base.figures(report.id, limit=None)
    if not told:
        return None
    title = say(lang, "report_card_figures", report=report_line(report, lang))
    every = [ItemList(tuple(figure.quote for figure in told), title)]
    sources = [report_source(figure.report, figure.place, figure.quote) for figure in told]
    return told_by([report], lang, subject.bodies, every, sources, ways_on(lang, report, "figures", base))
