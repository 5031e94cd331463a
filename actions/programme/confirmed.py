"""« le site dit 131, vous confirmez ? »: whether a number that someone read is one that the sources give."""

from __future__ import annotations

import re

from actions.answer import Answer, ItemList, Paragraph
from actions.compose import answered, source_of
from actions.desk import Desk
from actions.programme.counting import counted_by
from actions.question import Question
from actions.reports.routing import is_about_reports
from actions.wording import say
from knowledge.statements import PROGRAMME, Statement, statements
from knowledge.text import fold

_COUNTED = ("eig_count", "challenge_count", "application_count", "project_count")
_PROPERTY_OF = {
    "count_eig": "eig_count", "count_challenges": "challenge_count",
    "count_applications": "application_count", "count_projects_submitted": "project_count",
}  # fmt: skip
_READ_SOMEWHERE = re.compile(
    r"\b(?:confirme[rz]?|confirm|correct|exacte?s?|est ecrit|c ?['’]? ?est bien|is it|j ?['’]? ?ai lu|i read"
    r"|(?:site|page|article|presse|texte|on|faq|web ?site) (?:m ?['’]? ?a )?(?:di[ts]\w*|indique\w*|parle\w*"
    r"|annonce\w*|ecrit|says?|gives?|mentions?))\b"
)
_NUMBER = re.compile(r"(?<![\d,.%])\d{2,4}(?![\d,.]*%|[,.]\d| ?(?:%|€|euros?|ans|mois|years|months))")
_YEARS = range(2010, 2050)


def confirmed(question: Question, desk: Desk) -> Answer | None:
    """The statements that give the numbers a message asks to confirm; None where there are none such."""
    folded = fold(question.text)
    if not _READ_SOMEWHERE.search(folded) or is_about_reports(question):
        return None
    numbers = [int(one) for one in _NUMBER.findall(folded) if int(one) not in _YEARS]
    told = [one for one in (_latest(number, question, desk) for number in dict.fromkeys(numbers)) if one]
    if not told or len(told) < len(set(numbers)):
        return None
    rows, sources = [f"statement:{one.id}" for one in told], [source_of(one.cited) for one in told]
    texts = tuple(one.text(question.lang) for one in told)
    if len(texts) == 1:
        of_it = told[0].property in _named_properties(question) or not _named_properties(question)
        text = say(question.lang, "number_given", text=texts[0]) if of_it else texts[0]
        return answered([Paragraph(text)], sources, rows=rows)
    return answered([Paragraph(say(question.lang, "numbers_given")), ItemList(texts)], sources, rows=rows)


def _named_properties(question: Question) -> set[str]:
    """What the message itself says the number to be of: « 131 EIG »."""
    counted = (counted_by(word) for word in question.content_words)
    return {_PROPERTY_OF[intent] for intent in counted if intent}


def _latest(number: int, question: Question, desk: Desk) -> Statement | None:
    """The newest statement of a number: of the thing just counted if there is one, else of any."""
    spoken_of = (*question.focus.entities.get("promotion", ()), PROGRAMME)
    subjects = question.values("promotion") or spoken_of
    found = [one for one in statements(desk.base, subjects, _COUNTED) if one.number == number]
    counted = _PROPERTY_OF.get(question.focus.intent or "")
    of_it = [one for one in found if one.property == counted] or found
    return max(of_it, key=lambda one: one.cited.as_of, default=None)
