"""Several reports in one message: two compared, or something asked of each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from actions.answer import Answer, Block, Paragraph
from actions.compose import answered
from actions.question import Question
from actions.reports.asked import RANKS, asks_advice, asks_comparison
from actions.reports.parts import bodies_in
from actions.reports.several_matters import asks_something, head
from actions.reports.subject import Subject
from actions.reports.words import FILLERS
from knowledge.reports.base import ReportBase
from knowledge.reports.questions import read_question
from knowledge.text import fold, stem, stems, words

Part = tuple[str, str]
"""What is asked and the key of the report that it is asked of."""
_JOINT = re.compile(r"\s(?:et|avec|ou|à|a|vs|versus|and|with|or|to)\s", re.IGNORECASE)
_CLAUSE = re.compile(r"[?;,]\s*(?:(?:et|and)\s+)?|\s(?:et|and)\s", re.IGNORECASE)
_TRIED, _FEW = 3, 2
"""Places at which a message is cut in two, and other reports of an answer that are searched, at most."""
_THE_REPORT = re.compile(
    r"(?:\b(?:rapports?|reports?|celui|celle|the one)\b|^\W*)\W*"
    r"(?:sur|de|du|des|d['’]|about|on|of)\b[^:;,?]*",
    re.IGNORECASE,
)
"""« le rapport sur les logements des douaniers », « celui des logements de fonction »."""
_COMPARING = frozenset(
    map(
        stem,
        "compare comparer comparez comparaison difference differences lequel laquelle qui plus moins cher "
        "chere gros grosse eleve elevee moi voudrais veux peux which most least more less expensive".split(),
    )
)
_CHEAP = re.compile(r"\bche(?:r|re|rs|res)\b|\b(?:expensive|costly)\b")
_BOTH = re.compile(
    r"\b(?:(?:l|d)?es deux|de ces deux|both(?: of them)?|the two)\b(?! \w*(?:ans?|annees?|years?)\b)"
)
_IN_COMMON = re.compile(r"\b(?:communs?|communes|en commun|(?:in )?common)\b")
_Finder = Callable[[str], str | None]


def asked_of_several(question: Question, subject: Subject, base: ReportBase, find: _Finder) -> list[Part]:
    """What a message asks of two reports, each with its key; none where it asks of one.

    ``find`` gives the key of the report that some words name.
    """
    text = question.text
    both = _asked_of_both(text)
    if both and len(question.focus.reports) > 1:
        keys = [rows[0].partition(":")[2] for rows in question.focus.reports[:2]]
        return [(both, key) for key in keys] if asks_advice(text) else []
    if subject.continued:
        return []
    if asks_comparison(text, 2):
        if any(body.department for body in subject.bodies):
            return []  # the figures of local bodies are put side by side
        return _matters(text, _two_named(text, find), base)
    return _two_clauses(text, find)


def _asked_of_both(text: str) -> str:
    """What « les deux ont-elles des recommandations communes ? » asks of each; empty where it is of one."""
    folded = fold(text)
    return _IN_COMMON.sub(" ", _BOTH.sub(" ", folded)).strip() if _BOTH.search(folded) else ""


def _two_named(text: str, find: _Finder) -> list[str]:
    """The keys of the two reports that the sides of an « et » name."""
    for joint in islice(_JOINT.finditer(text), _TRIED):
        sides = text[: joint.start()], text[joint.end() :]
        found = [find(side) for side in sides] if all(map(_names_something, sides)) else []
        if found and all(found) and found[0] != found[1]:
            return [str(key) for key in found]
    return []


def _names_something(side: str) -> bool:
    """« 2015 » of « entre 2010 et 2015 » names no report."""
    return any(term.isalpha() for term in read_question(side).terms)


def _two_clauses(text: str, find: _Finder) -> list[Part]:
    """The two things asked, each of a report that its clause names."""
    joints = (
        one for one in _CLAUSE.finditer(text)
        if asks_something(text[: one.start()]) and asks_something(text[one.end() :])
    )  # fmt: skip
    for joint in islice(joints, _TRIED):
        parts = text[: joint.start()].strip(), text[joint.end() :].strip()
        found = [find(part) for part in parts]
        if all(found) and found[0] != found[1]:
            return [(part, str(key)) for part, key in zip(parts, found, strict=True)]
    return []


def _matters(text: str, keys: Sequence[str], base: ReportBase) -> list[Part]:
    """What is compared, in words that ask it of each report; empty where nothing but the reports is named."""
    rest = " ".join(_THE_REPORT.sub(" ", side) for side in _JOINT.split(text))
    if asks_advice(rest) or read_question(rest).asks_recommendation:
        return [("recommandations", key) for key in keys]
    titles = [{*stems(report.summary.title)} if (report := base.report(key)) else set() for key in keys]
    terms = {*read_question(rest).terms}.difference(_COMPARING, FILLERS, *titles)
    own = [word for word in words(rest) if stem(word) in terms]
    folded = fold(text)
    if not own and _CHEAP.search(folded):
        own = ["coûte"]
    if own and (RANKS.search(folded) or _CHEAP.search(folded)):
        own = ["combien", *own]
    named = [[word for word in words(text) if stem(word) in title] if own else [] for title in titles]
    return [(" ".join([*own, *name]), key) for name, key in zip(named, keys, strict=True)]


def told_of_several(parts: Sequence[Part], tell: Callable[[str, str], Answer]) -> Answer | None:
    """What each report says, or that it does not; None where neither does."""
    told = [tell(text, key) for text, key in parts]
    known = [one for one in told if one.status == "answered"]
    if not known:
        return None
    blocks: list[Block] = []
    for one in told:
        blocks += head(one) if one.status == "answered" else [Paragraph(one.text.split("\n")[0])]
    return answered(
        blocks,
        [source for one in known for source in one.sources],
        rows=dict.fromkeys(row for one in told for row in one.rows),
        links=tuple(dict.fromkeys(link for one in told for link in one.links)),
    )


def in_another_of_them(
    found: Answer, question: Question, base: ReportBase, subject: Subject, tell: Callable[[str], Answer]
) -> Answer:
    """What another report on the bodies of the last answer says, where the first says nothing: « combien de
    musiciens ? » after the two on one opera.
    """
    if found.status != "not_found" or not subject.continued or not question.focus.reports:
        return found
    bodies = bodies_in(question.focus.reports[0])
    on_them = dict.fromkeys(report.id for body in bodies for report in base.reports_on(body))
    others = [one for one in on_them if one != question.focus.report]
    if len(others) > _FEW:
        return found
    return next((told for one in others if (told := tell(one)).status == "answered"), found)
