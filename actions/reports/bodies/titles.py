"""Titles of reports: read when a message quotes one, and told apart where several reports have the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from actions.answer import QuickReply
from actions.compose import reply
from actions.question import Question
from actions.reports.bodies.title_words import titled_wholly
from actions.reports.subject import Subject, find_subject, reports_of
from actions.wording import say
from knowledge.dates import written
from knowledge.reports.base import ReportBase
from knowledge.reports.english import in_french
from knowledge.reports.models import ReportSummary
from knowledge.reports.name_forms import without_law
from knowledge.text import words

_QUOTED = re.compile(r"[«“\"]\s*(?P<title>.+)\s*[»”\"](?:,? n° ?(?P<key>[\w-]+))?")

_LONG_TITLE = 10
"""Words of a title from which it is no name of a body: « Commune de Saint-Pierre-sur-Mer » is one as well."""


def subject_asked(question: Question, base: ReportBase) -> Subject:
    """Whom a question is about: the report whose title it quotes, else whom its words name."""
    quoted = _QUOTED.search(question.said) or _QUOTED.search(question.text)
    called = base.called(quoted["title"]) if quoted else ()
    if not quoted or not called:
        return _named_by_title(question, base) or _by_its_words(question, base)
    keys = tuple(report.id for report in called)
    chosen = (quoted["key"],) if quoted["key"] in keys else keys
    rest = quoted.string.replace(quoted.group(), " ")
    return Subject(in_french(rest) if question.lang == "en" else rest, reports=chosen)


def _by_its_words(question: Question, base: ReportBase) -> Subject:
    """Whom the words name; of several reports on it, the one whose title says all of them."""
    subject = find_subject(question, base)
    if subject.continued or subject.beside:
        return subject
    key = titled_wholly(subject.text, base)
    others = key is None or key in subject.reports or [r.id for r in reports_of(subject, base)] == [key]
    return subject if others else Subject(subject.text, reports=(str(key),), places=subject.places)


def _named_by_title(question: Question, base: ReportBase) -> Subject | None:
    """The report whose whole title a message holds without quoting it, as one pastes it from a list.

    « … sur la JDC [article 58-2° de la loi organique…] » asks nothing about that law.
    """
    own = words(question.said or question.text)
    if len(own) < _LONG_TITLE:
        return None
    said = f" {' '.join(own)} "
    title = max((one for one in base.titles(_LONG_TITLE) if f" {one} " in said), key=len, default=None)
    if title is None:
        return None
    rest = said.replace(f" {title} ", " ").strip()
    keys = tuple(report.id for report in base.called(title))
    return Subject(in_french(rest) if question.lang == "en" else rest, reports=keys)


def told_apart(
    reports: Sequence[ReportSummary], base: ReportBase, lang: str, dated: bool = False
) -> dict[str, str]:
    """A name for each report by its key: the title without the article of law that closes it, with what tells
    it from others of the same title.

    The date is left out where it is told anyway, as ``dated`` says.
    """
    names: dict[str, str] = {}
    for report in reports:
        alike = [one for one in reports if one.title == report.title]
        own_date = report.date is not None and [one.date for one in alike].count(report.date) == 1
        mark = "" if len(alike) == 1 or own_date and dated else _mark(report, alike, base, lang)
        title = without_law(report.title)
        names[report.id] = say(lang, "report_told_apart", title=title, mark=mark) if mark else title
    return names


def _mark(report: ReportSummary, alike: Sequence[ReportSummary], base: ReportBase, lang: str) -> str:
    """What a report alone of some has: its date, else what it treats most, else its number."""
    dates = Counter(one.date for one in alike)
    if report.date and dates[report.date] == 1:
        return written(report.date, lang)
    themes = {one.id: _main_theme(one, base, lang) for one in alike}
    if themes[report.id] and Counter(themes.values())[themes[report.id]] == 1:
        return themes[report.id]
    return say(lang, "report_number", number=report.id)


def _main_theme(report: ReportSummary, base: ReportBase, lang: str) -> str:
    details = base.report(report.id)
    theme = details.themes[0] if details and details.themes else None
    return "" if theme is None else (theme.label_en if lang == "en" else theme.label).lower()


def offered_reports(reports: Sequence[ReportSummary], base: ReportBase, lang: str) -> list[QuickReply]:
    """What each of some reports says, as quick replies that are understood when they are chosen."""
    names = told_apart(reports, base, lang)
    return [
        reply(names[report.id], _asking(report, len(base.called(report.title)) > 1, lang))
        for report in reports
    ]


def _asking(report: ReportSummary, shared: bool, lang: str) -> str:
    key = "report_ask_numbered" if shared else "report_ask_report"
    return say(lang, key, title=report.title, number=report.id)
