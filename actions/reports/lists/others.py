"""Lists asked for in a talk on reports: other bodies of a kind, another topic, none of those told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.question import SURE, Question
from actions.reports.asked import asks_list
from actions.reports.bodies.kinds import BODIES
from actions.reports.english import in_words_of_reports
from actions.reports.lists.criteria import criteria, kinds_named, topic_as_typed
from actions.reports.routing import REPORT_WORDS, names_what_is_ours
from actions.wording import join
from knowledge.reports.base import ReportBase
from knowledge.reports.communes import communes_in
from knowledge.reports.models import ReportSummary
from knowledge.reports.name_forms import name_tokens
from knowledge.text import fold, stem, words

WHICH_REPORTS = {"fr": "quels rapports", "en": "which reports"}
_ON = {"fr": "sur", "en": "about"}
_OTHER_BODIES = re.compile(
    r"^\W*(?:(?:et|and|ok|mais|but|oui|sinon|est[- ]ce que|so)\W+)*"
    r"(?:(?:vous (?:en )?avez|tu (?:en )?as|t ?['’]?as|avez[- ]vous|as[- ]tu|(?:il )?y ?a(?:[- ]t[- ]il)?|ya"
    r"|are there|do you have|have you got|is there|any)\W+)*"
    r"(?:quels |quelles |which |what )?(?:d ?['’]?autres?|autres?|another|other)\s+(?P<bodies>.+)$"
)
"""« vous avez d'autres communes en Sarthe ? », « d'autres lycées ? »"""
_THAT_OF = re.compile(r"\b(?:celui|celle|ceux|celles)(?= (?:de|du|des|d['’])\b)", re.IGNORECASE)
_ALIKE = re.compile(
    r" dans (?:le meme|ce) cas\b| dans (?:la meme|cette) situation\b| comme (?:ca|celle-la)\b"
)
_ANOTHER_TOPIC = re.compile(
    r"^\W*(?:(?:et|and|ok|mais|but|oui|yes|sinon|alors|plutot|non|no)\W+)*"
    r"(?:(?:(?:ceux|celles|un|any|one)\W+)?(?:sur|about|on|concernant|concernan\w+)\W+)?"
    r"(?:(?:les|des|la|le|l|du|de la|d|un|une|the)\b\W*)?(?P<topic>\w.*)$"
)
_A_CLAUSE = re.compile(
    r"\b(?:c ?['’]? ?(?:est|etait)|est[- ](?:il|elle|ce)|sont[- ](?:ils|elles)|elles?|ils|it|they)\b"
)
"""« et l'amiante, c'est enlevé ? », « and should it be closed? » ask of the report in hand."""
_BEGINS = re.compile(r"^\W*(?:et|and|oui|yes|sinon|alors|non|no|plutot|ok|sur|about|on|concernant)\b")
_BARELY = re.compile(r"^\W*(?:(?:(?:et|and|ok)\W+)?(?:ceux|those)\W+)?(?:sur|about|on|concernant)\b")
_OTHERS = re.compile(r"\b(?:d ?['’]? ?autres|(?:quels|quelles|les|vos|des) autres|other|any more)\b")
_THE_REST = re.compile(
    r"\W*(?:(?:et|ok|and|alors) )*(?:(?:lesquel(?:le)?s|quel(?:le)?s) (?:encore|d ?['’]? ?autres|sinon)"
    r"|(?:les|des|d ?['’]?) ?autres(?: encore)?|la suite|which others?|the others|any more|more)\W*"
)
"""« lesquelles encore ? » after a list."""
_MASCULINE = {
    "la ": "le ", "premiere": "premier ", "seconde": "second ", "derniere": "dernier ",
}  # fmt: skip
_FEMININE = re.compile(
    r"\bla (?=premiere|deuxieme|seconde|troisieme|quatrieme|derniere)"
    r"|\b(?:premiere|seconde|derniere)\b"
)
_FEW_WORDS = 3
"""Words with a meaning, at most, of a message that only names another topic."""


def of_other_bodies(asked: Question, base: ReportBase) -> Question | None:
    """« d'autres lycées ? » as a question for the list of those of the kind, « d'autres stations dans le même
    cas en Savoie ? » for those on that there; else None.
    """
    found = _OTHER_BODIES.match(fold(asked.text))
    if found is None:
        return None
    bodies, first = _ALIKE.sub("", found["bodies"]), name_tokens(found["bodies"])[:1]
    alike = bodies != found["bodies"] and criteria(bodies, base).filter
    there = alike and (alike.department or alike.region)
    if not (there or BODIES.intersection(first) or kinds_named(" ".join(bodies.split()[:3]))):
        return None
    return replace(asked, text=f"{WHICH_REPORTS[asked.lang]} {_ON[asked.lang]} {bodies}")


def with_its_topic(asked: Question, base: ReportBase) -> Question:
    """« combien rapporte celui de Canet ? » after a list on casinos, with the topic for « celui »."""
    found = _THAT_OF.search(asked.text) if asked.focus.intent == "report_list" else None
    topic = topic_as_typed(criteria(asked.focus.text, base).rest, asked.focus.text) if found else None
    if found is None or not topic:
        return asked
    return replace(asked, text=f"{asked.text[: found.start()]}{topic}{asked.text[found.end() :]}")


def on_another_topic(read: Question, base: ReportBase, after_a_list: bool = False) -> Question | None:
    """« et des familles ? », « sur les hôpitaux ? » after « un rapport sur… », of which the report in hand
    says nothing: the reports on that; after a list on a topic only « sur l'emploi »; else None.
    """
    before, folded = read.focus, fold(read.text)
    if after_a_list and not (_BARELY.match(folded) and criteria(before.text, base).filter.empty):
        return None
    if before.intent == "report_locate" or _A_CLAUSE.search(folded) or communes_in(read.text):
        return None
    if not asks_list(before.text) and before.intent not in ("report_find", "report_list"):
        return None
    if not asks_list(before.text) and not REPORT_WORDS & {stem(word) for word in words(before.text)}:
        return None
    found = _ANOTHER_TOPIC.match(folded) if _BEGINS.match(folded) else None
    if found is None or names_what_is_ours(read) or not 0 < len(read.content_words) <= _FEW_WORDS:
        return None
    terms = criteria(in_words_of_reports(read, base).text, base)
    if not (terms.rest or terms.kinds) or not terms.filter.empty and not terms.kinds:
        return None
    here = before.report if before.status == "answered" else ""
    if (
        here
        and not _BARELY.match(folded)
        and not base.absent_terms(here, terms.rest or [stem(word) for word in words(found["topic"])])
    ):
        return None
    text = f"{WHICH_REPORTS[read.lang]} {_ON[read.lang]} {found['topic']}"
    on = replace(read.with_intent("report_list", SURE), ruled=True, text=text)
    return replace(on, focus=before.unasked())


def asks_for_the_rest(text: str) -> bool:
    """Whether nothing is asked but what else is on a list."""
    return _THE_REST.fullmatch(fold(text)) is not None


def others_than_told(question: Question, reports: Sequence[ReportSummary]) -> tuple[ReportSummary, ...]:
    """The reports of a list without those just told of, where others are asked for."""
    before = question.focus
    said = question.said or question.text
    if not before.asked_reports or not (_OTHERS.search(fold(said)) or asks_for_the_rest(said)):
        return tuple(reports)
    return tuple(report for report in reports if report.id not in {*before.listed_reports, before.report})


def in_brackets(said: Sequence[str], lang: str) -> str:
    """What a list is of, as it stands beside the number of reports."""
    return f" ({join(list(said), lang)})" if said else ""


def in_masculine(text: str) -> str:
    """The folded message with « le premier » for « la première », a town of the list and no promotion."""
    folded = fold(text)
    return folded if "promo" in folded else _FEMININE.sub(lambda one: _MASCULINE[one[0]], folded)
