"""Messages after a list of reports: the same list elsewhere, one of its reports, a matter of theirs."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from actions.answer import Answer
from actions.compose import clarify, reply
from actions.desk import Desk
from actions.programme.described import pointed_to
from actions.question import SURE, Question
from actions.registry import answers
from actions.reports.asked import asks_advice, asks_list
from actions.reports.bodies.kinds import BODIES
from actions.reports.bodies.rivals import IN_GENERAL
from actions.reports.bodies.titles import told_apart
from actions.reports.english import in_words_of_reports
from actions.reports.lists.answer import NARROWED
from actions.reports.lists.counts import YOU_HAVE, age_said, by_age
from actions.reports.lists.criteria import criteria, kinds_named, topic_as_typed
from actions.reports.lists.matters import names_a_topic
from actions.reports.lists.others import (
    WHICH_REPORTS,
    asks_for_the_rest,
    in_masculine,
    of_other_bodies,
    on_another_topic,
)
from actions.reports.routing import LEAST_HEARD, report_reading
from actions.reports.subject import with_keys
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.models import ReportSummary
from knowledge.reports.name_forms import KINDS, name_tokens
from knowledge.reports.organisation_index import NAMED
from knowledge.reports.questions import read_question
from knowledge.text import fold, stem, stems, words

_MORE_OF_IT = re.compile(
    r"\b(?:autres?|other|another|dessus|la[- ]dessus|sur (?:elle|lui|eux|ca)|on (?:it|them))\b"
)
"""« d'autres rapports ? » stays with the body spoken of."""
_RANKED = re.compile(
    r"^\W*(?:(?:et|and|ok|mais|du coup|donc|alors|de tous|parmi eux|of them)\W+)*(?:c ?['’]? ?est )?"
    r"(?:laquelle|lequel|which(?: one)?|qui|quelle?(?: \w+)?)(?: (?:est|is|a|has|ont|sont))?"
    r"(?: (?:la|le|les|the))?"
    r" (?=(?:plus|moins|pire|mieux|most|least|worst|best)\b(?! (?:recent|ancien|vieu|neuf)))"
)
"""« laquelle est la plus endettée ? » after a list: bodies are not ranked."""
_ON_OTHERS = re.compile(
    r"\b(?:rapports?|reports?) (?P<on>sur|about|on) (?:d['’ ]?(?:autres|un autre|une autre)|other|another)\b"
    r"(?: (?:gros|grosses?|grands?|grandes?|big|large|major))?"
)
"""« un rapport sur d'autres projets informatiques ? » leaves the report on one of them."""
_HOW_MANY = re.compile(
    r"\W*(?:(?:et|and|ok|donc|mais) )*(?:(?:(?:il )?y en a |ca (?:en )?fait )?(?:combien|cb|cmb|how many)"
    r"(?: (?:ca fait|en tout|au total|in all|exactement|y en a(?:[- ]t[- ]il)?|are there))?"
    r"|(?:ils |elles )?sont[- ](?:ils |elles )?(?:combien|nombreu(?:x|ses)))\W*"
)
_WHICH_OF_ALL = re.compile(
    r"^\W*(?:(?:et|and|ok|mais|but|du coup|so)\W+)*(?:combien|cb|lesquel\w*|which(?: ones?)?|how many)"
    r"(?= (?:(?:port|trait|concern|parl|deal)\w* |sont |are )?"
    r"(?:sur|en|dans|concern\w+|(?:du|des|de la) (?=departement|region)|about|on|in|with)\b)"
)
"""« combien sur des hôpitaux ? », « lesquels en Bretagne ? »: of all reports where none was listed."""
_MOST_OF_A_CRITERION = 3
"""Words with a meaning, at most, of a message that only changes a criterion: « et en Loire-Atlantique ? »."""
_OF_THEM = re.compile(
    r"\b(?:lesquel\w*|laquelle|lequel|which ones?|ceux|celles|of them|en a(?:[- ]t[- ]il)?)\b"
)
"""« lesquels parlent de la dette ? »: of those listed."""
_THE_ONE_ON = re.compile(
    r"\b(?:celui|celle|le rapport|the one|the report) (?:sur|de|du|des|d['’]|qui parle|concernant|about|on)"
    r"(?P<matter>[^,;:.?!]+)"
)
"""« et celui sur les logements de fonction, combien y en a ? » after a list."""
_SHORT = 3
_OFFERED = 5
"""Reports of a list that are offered, at most, where one of them is asked about."""


def asks_for_other_reports(read: Question, base: ReportBase) -> Question | None:
    """The message as a question for a list that is not about the report spoken of; else None.

    « quels rapports dans le Finistère ? » after a report on a town; after a list, « et en Vendée ? » is the
    same list of another place, « combien ? » that list again.
    """
    asked = replace(read.with_intent("report_list", SURE), ruled=True, focus=replace(read.focus, rows=()))
    folded = fold(read.text)
    ranked = _RANKED.search(folded) if read.focus.listed_reports else None
    if ranked:
        rest = folded[ranked.end() :]
        return replace(asked, text=f"quel organisme est le {rest}", said=read.said)
    other = _ON_OTHERS.search(folded)
    if other:
        own = read.text if len(folded) == len(read.text) else folded
        return replace(asked, text=f"{WHICH_REPORTS[read.lang]} {other['on']} {own[other.end() :]}")
    if asks_list(read.text):
        more = _MORE_OF_IT.search(folded) and criteria(read.text, base).filter.empty
        return None if more and not criteria(read.text, base).rest else asked
    another = on_another_topic(read, base, after_a_list(read))
    others = of_other_bodies(asked, base) or another
    if others is not None:
        return others
    before = read.focus.text
    if read.focus.intent == "report_recommendations" and before and _HOW_MANY.fullmatch(folded):
        return replace(asked, intent="report_recommendations", text=before, focus=read.focus)
    if not after_a_list(read):
        return _of_all_reports(asked, base)
    if _HOW_MANY.fullmatch(folded) or YOU_HAVE.fullmatch(folded) or asks_for_the_rest(read.text):
        return replace(asked, text=before)
    return _narrowed_otherwise(read, asked, base)


def _narrowed_otherwise(read: Question, asked: Question, base: ReportBase) -> Question | None:
    """« et en Vendée ? »: the last list with a criterion in the place of another of its sort."""
    before = read.focus.text
    narrowed = criteria(read.text, base).filter
    if narrowed.empty or len(read.content_words) > _MOST_OF_A_CRITERION or _names_one(read.text, base):
        return None
    left = {
        stem(word)
        for value in criteria(before, base).said
        if _sorts(criteria(value, base).filter) & _sorts(narrowed)
        for word in words(value)
    }
    which = "" if asks_list(_without(left, before)) else WHICH_REPORTS[read.lang]
    return replace(asked, text=f"{which} {_without(left, before)} {read.text}".strip())


def after_what_named_none(read: Question, base: ReportBase) -> Question | None:
    """« et ceux sur la santé ? » after the number of all reports, « combien de casernes ? » after a body that
    none audits: still asked of the reports; else None.
    """
    asked = replace(read.with_intent("report_list", SURE), ruled=True)
    if after_a_list(read):
        of_one = one_of_the_list(read, base)
        return of_one or asks_for_other_reports(read, base) or within_the_list(asked, base)
    before = read.focus
    refused = (before.intent or "").startswith("report") and before.status == "not_found"
    if not refused or not 0 < len(read.content_words) <= _SHORT:
        return None
    listed = before.intent == "report_list" and _narrowed_otherwise(read, asked, base)
    on_topic = listed or on_another_topic(read, base)
    if on_topic is not None:
        return on_topic
    if not set(read.content_words) <= set(read.unfamiliar):
        return None
    return replace(
        asked.with_intent(before.intent or "report_search", SURE), text=f"{before.text}, {read.text}"
    )


def _of_all_reports(asked: Question, base: ReportBase) -> Question | None:
    """« vous en avez combien ? », « combien sur des hôpitaux ? » with the word for what is counted."""
    folded = fold(asked.text)
    if YOU_HAVE.fullmatch(folded):
        return replace(asked, text=WHICH_REPORTS[asked.lang])
    found = _WHICH_OF_ALL.search(folded)
    said = in_words_of_reports(asked, base).text
    if found is None or not (_sorts(criteria(said, base).filter) - {"date"} or kinds_named(fold(said))):
        return None
    rest = (asked.text if len(asked.text) == len(folded) else folded)[found.end() :]
    return replace(asked, text=f"{WHICH_REPORTS[asked.lang]}{rest}")


def _sorts(wanted: ReportFilter) -> set[str]:
    """What a filter narrows a list by: an area or a date takes the place of another."""
    each = {
        "area": wanted.department or wanted.region,
        "date": wanted.year or wanted.month,
        "kind": wanted.kind,
        "type": wanted.type,
        "court": wanted.jurisdiction,
    }
    return {sort for sort, value in each.items() if value}


def _names_one(text: str, base: ReportBase) -> bool:
    """« l'hôpital de Paimpol, il est en déficit ? » names one body, not a kind; « en Vendée » an area."""
    if _sorts(criteria(text, base).filter) != {"kind"}:
        return False
    return any(one.form.reports and one.score >= NAMED for one in base.names().find(text, 4))


def after_a_list(read: Question) -> bool:
    """Whether several reports were listed just before, none of which is the one meant."""
    listed = read.focus.intent in ("report_list", "report_which") and bool(read.focus.text)
    return listed and bool(read.focus.listed_reports)


def points_to_one(read: Question) -> bool:
    """Whether a message means one of the reports last listed by its place, age or matter: « le deuxième »."""
    listed, folded = read.focus.listed_reports, fold(read.text)
    said = age_said(folded) or pointed_to(in_masculine(read.text), listed) or _THE_ONE_ON.search(folded)
    return bool(listed) and bool(said)


def within_the_list(asked: Question, base: ReportBase) -> Question | None:
    """A message after a list as a question about what was listed; None where there was none.

    After « quels rapports en Vendée ? », « le maire a une voiture de fonction ? » narrows the list to those
    that speak of the matter, and advice is that of one of them; after « quels rapports sur les festivals ? »
    it is asked of all reports on that topic.
    """
    if not after_a_list(asked):
        return None
    listed = criteria(asked.focus.text, base)
    alone = replace(asked, focus=asked.focus.unasked())
    on_a_topic = names_a_topic(asked.text, asked.focus.listed_reports, base)
    before = _without(listed.rest, asked.focus.text) if on_a_topic else asked.focus.text
    text = f"{before}, {asked.text}"
    if listed.filter.empty and not _OF_THEM.search(fold(asked.text)):
        if on_a_topic:
            return replace(alone.with_intent("report_list", SURE), text=text)
        topic = topic_as_typed(listed.rest, asked.focus.text)
        return replace(alone, text=f"{asked.text} {topic}") if topic else None
    if not on_a_topic and (asks_advice(asked.text) or read_question(asked.text).asks_figure):
        return replace(asked, intent="report_which", text=asked.focus.text)
    narrowed = replace(asked, text=text, focus=replace(asked.focus, rows=()))
    return replace(narrowed.with_intent("report_list", SURE), inherited=frozenset({NARROWED}))


def _without(terms: Collection[str], text: str) -> str:
    """A message without the words of some stems."""
    return " ".join(word for word in text.split() if not set(terms) & {stem(one) for one in words(word)})


def one_of_the_list(read: Question, base: ReportBase) -> Question | None:
    """« le deuxième », « qu'est-ce qu'il dit, le premier ? » after a list as a question about that report."""
    found = _pointed_to(read, base) or _called_by_its_matter(read, base)
    if found is None:
        return None
    report, rest = found
    known = IN_GENERAL | set(stems(report.title))
    if not set(read_question(rest).terms) - known:
        rest = read.focus.said if read.focus.intent == "report_which" else ""
    intent = "report_search" if not rest or asks_advice(rest) else report_reading(read, LEAST_HEARD)
    text = _asked_of(report, rest, read.lang)
    return replace(
        read.with_intent(intent, SURE), ruled=True, text=text, said=text,
        focus=read.focus.unasked(),
    )  # fmt: skip


def _pointed_to(read: Question, base: ReportBase) -> tuple[ReportSummary, str] | None:
    """The report of the last list that is meant by its place or age, and what else is said.

    A name beside it says better which: « le dernier, celui de Talence ».
    """
    if not points_to_one(read):
        return None
    listed, folded = read.focus.listed_reports, fold(read.text)
    reports = with_keys(listed, base)
    place = pointed_to(in_masculine(read.text), listed)
    age = age_said(folded)
    start, end = (age.start(), age.end()) if age else place[1:] if place else (0, 0)
    rest = f"{folded[:start]} {folded[end:]}"
    said = {token for token in name_tokens(rest) if len(token) > _SHORT and token not in KINDS | BODIES}
    named = [report for report in reports if said & set(name_tokens(report.title))]
    if len(named) == 1:
        return named[0], rest
    if age:
        return next(((one, rest) for one in by_age(folded, reports)), None)
    return next(((one, rest) for one in reports if place and one.id == place[0]), None)


def _called_by_its_matter(read: Question, base: ReportBase) -> tuple[ReportSummary, str] | None:
    """The one report of the last list whose title says what « celui sur… » names, and what else is said."""
    folded = fold(read.text)
    found = _THE_ONE_ON.search(folded) if len(read.focus.listed_reports) > 1 else None
    said = found["matter"].split() if found else []
    listed = with_keys(read.focus.listed_reports, base)
    for end in range(len(said), 0, -1):
        matter = {term for term in read_question(" ".join(said[:end])).terms if len(term) > _SHORT}
        called = [one for one in listed if matter and matter <= set(stems(one.title))]
        if found and len(called) == 1:
            rest = " ".join(said[end:])
            return called[0], f"{folded[: found.start()]} {rest} {folded[found.end() :]}"
    return None


def _asked_of(report: ReportSummary, question: str, lang: str) -> str:
    """What is asked of a report, if anything but what it says, with its title and number."""
    key = "report_ask_of_numbered" if question else "report_ask_numbered"
    return say(lang, key, title=report.title, number=report.id, question=question)


@answers("report_which")
def which_report(question: Question, desk: Desk) -> Answer:
    """Which of several reports just listed is meant, where what is asked is to be told of one."""
    base = desk.reports
    shown = with_keys(question.focus.listed_reports[:_OFFERED], base) if base else []
    names = told_apart(shown, base, question.lang) if base else {}
    replies = [reply(names[one.id], _asked_of(one, question.said, question.lang)) for one in shown]
    return clarify(question, say(question.lang, "report_which_listed"), replies)
