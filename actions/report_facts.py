"""What is asked of a report itself: when it was published, by whom, which years it looks at."""

from __future__ import annotations

import re

from actions.answer import Answer, Paragraph
from actions.compose import answered
from actions.desk import Desk
from actions.question import Question
from actions.report_parts import links_to, report_line, report_source, subject_rows
from actions.report_subject import Subject, reports_of
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.text import fold

_REPORT = r"(?:rapport|refere|raport|document|report|audit|controle|enquete)"
_MADE = r"(?:publi|sorti|paru|ecrit|rendu|fait|date)"
_OF_A_REPORT = re.compile(
    rf"\b(?:date|datait?|datent) de quand\b|\bde (?:quand|quelle (?:annee|date))\b.{{0,25}}\b{_REPORT}"
    rf"|\b(?:quand|quelle (?:date|annee))\b.{{0,40}}\b{_REPORT}.{{0,20}}\b{_MADE}"
    rf"|\bquand\b.{{0,25}}\b{_MADE}\w*.{{0,20}}\b{_REPORT}"
    rf"|\b(?:qui|ki)\b.{{0,20}}\b(?:fait|ecrit|redige|publie|signe)\b.{{0,15}}\b{_REPORT}"
    rf"|\bquelle (?:chambre|juridiction)\b|\b{_REPORT}.{{0,20}}\bvient de (?:qui|quelle)"
    rf"|\bsur (?:quelles?|quels?) (?:annees|periode|exercices)\b|\bquelle periode\b"
    rf"|\bwhen was\b.{{0,25}}\b(?:{_REPORT}|it) (?:published|written|made|issued|released)"
    rf"|\bhow old is\b|\bwho (?:wrote|made|published|issued)\b.{{0,15}}\b{_REPORT}|\bwhich years does\b"
)


def asks_about_the_report(text: str) -> bool:
    """« il date de quand ce rapport », « qui l'a fait ? »."""
    return _OF_A_REPORT.search(re.sub(r"['’]", " ", fold(text))) is not None


def report_facts(question: Question, _desk: Desk, base: ReportBase, subject: Subject) -> Answer:
    """Title, jurisdiction and date of the reports meant, with the years they look at."""
    meant = reports_of(subject, base)[:3]
    told = []
    for report in meant:
        line = report_line(report, question.lang)
        if report.period is None:
            told.append(say(question.lang, "report_facts", report=line))
        else:
            first, last = report.period
            years = str(first) if first == last else f"{first}-{last}"
            told.append(say(question.lang, "report_facts_period", report=line, years=years))
    return answered(
        [Paragraph(text) for text in told],
        [report_source(report) for report in meant],
        rows=subject_rows(meant, subject.bodies),
        links=links_to(question.lang, meant),
    )
