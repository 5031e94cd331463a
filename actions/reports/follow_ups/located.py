"""Where in its report the last quotation stands."""

from __future__ import annotations

import re

from actions.answer import Answer, Paragraph, Source
from actions.compose import answered, not_found
from actions.desk import Desk
from actions.question import Question
from actions.registry import answers
from actions.reports.about.facts import asks_about_the_report, asks_its_date_or_place
from actions.reports.answers import ask_reports
from actions.reports.parts import links_to, report_line, report_source
from actions.wording import say
from knowledge.text import fold

_PAGE, _PAGE_NUMBER = re.compile(r"\bpages?\b"), re.compile(r"\bp\. \d")


@answers("report_locate")
def locate(question: Question, desk: Desk) -> Answer:
    """Where the last quotation stands: section, page, link; else where the words asked for stand."""
    shown = [source for source in question.focus.sources if source.get("report")]
    if not shown or asks_about_the_report(question.text) or asks_its_date_or_place(question):
        return ask_reports(question.with_intent("report_search"), desk)
    base = desk.reports
    details = base.report(str(shown[0]["report"])) if base is not None else None
    if base is None or details is None:
        return not_found(question, desk, say(question.lang, "no_reports"))
    places = list(dict.fromkeys(str(one["locator"]) for one in shown if one.get("locator")))[:3]
    key = "report_located" if places else "report_located_whole"
    text = say(
        question.lang,
        key,
        report=report_line(details.summary, question.lang),
        places=" ; ".join(f"« {place} »" for place in places),
    )
    if _PAGE.search(fold(question.text)) and not any(_PAGE_NUMBER.search(place) for place in places):
        text = f"{say(question.lang, 'report_no_pages')} {text}"
    return answered(
        [Paragraph(text)],
        [*(Source(**one) for one in shown[:3]), report_source(details.summary)],
        rows=question.focus.rows,
        links=links_to(question.lang, [details.summary]),
    )
