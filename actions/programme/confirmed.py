"""« le site dit 131, vous confirmez ? », « c'était à Étel, c'est ça ? »: whether the sources say so."""

from __future__ import annotations

import re

from actions.answer import Answer, ItemList, Paragraph
from actions.compose import answered, source_of
from actions.desk import Desk
from actions.programme.challenge_lists import sources_of
from actions.programme.counting import counted_by
from actions.question import Question, asks_elsewhere
from actions.reports.routing import is_about_reports
from actions.wording import say
from knowledge.challenges import challenges_by_id, other_towns
from knowledge.number_words import in_digits
from knowledge.statements import PROGRAMME, Statement, statements
from knowledge.text import fold

_COUNTED = ("eig_count", "challenge_count", "application_count", "project_count")
_PROPERTY_OF = {
    "count_eig": "eig_count", "count_challenges": "challenge_count",
    "count_applications": "application_count", "count_projects_submitted": "project_count",
}  # fmt: skip
_READ_SOMEWHERE = re.compile(
    r"\bc ?['’]? ?est (?:juste|vrai)\W*$|\bvrai ou faux\b"
    r"|\b(?:confirme[rz]?|confirm|correct|exacte?s?|est ecrit|c ?['’]? ?est bien|is it|j ?['’]? ?ai lu|i read"
    r"|(?:site|page|article|presse|texte|on|faq|web ?site) (?:m ?['’]? ?a )?(?:di[ts]\w*|indique\w*|parle\w*"
    r"|annonce\w*|ecrit|says?|gives?|mentions?))\b"
)
_IS_IT_SO = re.compile(
    r"\bc ?['’]? ?est (?:bien )?ca\b|\bc ?['’]? ?(?:est|etait) bien\b|\bn ?['’]? ?est[- ]ce pas\b"
    r"|\b(?:non|hein|right|correct|vrai)\W*$|\b(?:is|was)n ?['’]? ?t it\b|^\W*(?:was|is) it (?:really )?in\b"
)
_NUMBER = re.compile(r"(?<![\d,.%])\d{2,4}(?![\d,.]*%|[,.]\d| ?(?:%|€|euros?|ans|mois|years|months))")
_YEARS = range(2010, 2050)


def town_confirmed(question: Question, desk: Desk) -> Answer | None:
    """« c'était à Étel, c'est ça ? »: yes or no, with the town of the challenge named or spoken of; None
    where it is not asked.
    """
    asked = question.values("town")
    if len(asked) != 1 or not _IS_IT_SO.search(fold(question.said)) or asks_elsewhere(question.said):
        return None
    if question.subjects - {"town", "challenge"} - question.inherited:
        return None
    found = challenges_by_id(desk.base, question.values("challenge") or question.focus.challenge)
    if len(found) != 1 or not found[0].town:
        return None
    challenge, promotion = found[0], desk.promotion(found[0].promotion)
    towns = {challenge.town, *(town for town, _ in other_towns(desk.base, challenge.id))}
    facts = {
        "name": challenge.name,
        "town": asked[0] if asked[0] in towns else challenge.town,
        "promotion": promotion.label(question.lang) if promotion else challenge.promotion,
    }
    key = "number_given" if asked[0] in towns else "not_so"
    text = say(question.lang, key, text=say(question.lang, "challenge_town", **facts))
    return answered([Paragraph(text)], sources_of(found, desk), rows=[f"challenge:{challenge.id}"])


def confirmed(question: Question, desk: Desk) -> Answer | None:
    """The statements that give the numbers a message asks to confirm; None where there are none such."""
    folded = fold(question.text)
    if not _READ_SOMEWHERE.search(folded) or is_about_reports(question):
        return None
    typed = in_digits(fold(question.said or question.text))  # « septante » is corrected to another word
    numbers = [int(one) for one in _NUMBER.findall(typed) if int(one) not in _YEARS]
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
    years = question.values("year")
    if not found and years and not any(kind == "promotion" for *_, kind in question.spans):
        of_all = statements(desk.base, (PROGRAMME,), _COUNTED)  # « 71 défis en 2021 », of the programme then
        found = [one for one in of_all if one.number == number and one.cited.as_of[:4] in years]
    counted = _PROPERTY_OF.get(question.focus.intent or "")
    of_it = [one for one in found if one.property == counted] or found
    return max(of_it, key=lambda one: one.cited.as_of, default=None)
