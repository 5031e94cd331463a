"""Files published under the title of one body that are the report on another: they tell nothing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer
from actions.compose import not_found, reply
from actions.desk import Desk
from actions.question import Question
from actions.reports.parts import body_name, report_line, the_body
from actions.reports.subject import Subject, reports_of
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.models import OrganisationRow, ReportSummary
from knowledge.reports.name_forms import distinctive, kinds, name_tokens


def of_the_right_body(subject: Subject, base: ReportBase) -> Subject:
    """« les agents de Clermont » are those of the town, not of the body of that name with its report."""
    own = subject.bodies[0] if len(subject.bodies) == 1 else None
    if own is None or not kinds(name_tokens(own.name)) - kinds(name_tokens(subject.text)):
        return subject
    other = _told_by_all(base.reports_on(own.id), base)
    alike = other is not None and set(distinctive(own.name)) & set(distinctive(other.name))
    return replace(subject, bodies=(other,)) if other and alike else subject


def of_another_body(question: Question, desk: Desk, subject: Subject, base: ReportBase) -> Answer | None:
    """That the published file is about another body, which is offered; where it is the only one meant."""
    groups = [base.reports_on(body.id) for body in subject.bodies] or [reports_of(subject, base)[:1]]
    for reports in groups:
        other = _told_by_all(reports, base)
        own = _audited(reports[0], base) if other else None
        if own and other:
            lang = question.lang
            named = {"body": the_body(body_name(own), lang), "other": the_body(body_name(other), lang)}
            text = say(lang, "report_of_another", report=report_line(reports[0], lang), **named)
            ask = say(lang, "report_ask_body", body=named["other"])
            return not_found(question, desk, text, [reply(body_name(other), ask)])
    return None


def _told_by_all(reports: Sequence[ReportSummary], base: ReportBase) -> OrganisationRow | None:
    """The other body whose text stands under the titles of all these reports; None where one is its own."""
    twins = [base.report_on_another(report.id) for report in reports]
    first = twins[0] if twins and all(twins) else None
    return _audited(first, base) if first else None


def _audited(report: ReportSummary, base: ReportBase) -> OrganisationRow | None:
    details = base.report(report.id)
    return next(iter(details.audited), None) if details else None
