"""A few words of the matters of reports that open a talk: « rendement », of which body must be asked, and
« La Poste », which one report is on.
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answer import Answer
from actions.compose import clarify, reply
from actions.desk import Desk
from actions.final import NEAR_WORDS
from actions.question import FIRM, SURE, Question
from actions.reports.answers import ask_reports
from actions.reports.lists.criteria import kinds_named
from actions.reports.routing import OURS, as_report_question
from actions.reports.words import EXPLAINS_A_WORD, of_one_family
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.communes import communes_in
from knowledge.reports.errors import BaseUnavailable
from knowledge.reports.organisation_index import NAMED
from knowledge.text import STOP_WORDS, content_stems, fold, stem, stems, words

_MOST_WORDS = 4
"""Words with a meaning of a message that only names a matter."""
_NEAR, _NEAREST, _AHEAD = 0.6, 0.75, 0.1
"""Score from which a card is on what a few words name, where the programme answers something or not, unless
the words stand in the title one after the other; and how far ahead of any entry on the programme it must be.
"""
_OURS = ("faq", "statement", "challenge")
_OFTEN, _SOMETIMES = 0.05, 0.02
"""Share of the reports that say the word of a matter of theirs, alone or with others."""
_ABOUT = re.compile(
    r"^\W*(?:(?:bonjour|bonsoir|salut|hello|hi)\W+)?(?:(?:je|j['’]|nous|i)\W?(?:voudr\w+|cherch\w+|veux|souhait\w+"
    r"|aimer\w+|need|want|would like)\W+(?:avoir |to have )?|(?:donne[zr]?|give)[- ](?:moi|nous|me|us) )?"
    r"(?:(?:des|de l['’]|d['’]|some|any)? ?(?:infos?|informations?|renseignements?|docs?|documents?) "
    r"(?:sur|concernant|[àa] propos des?|au sujet des?|on|about) )?(?:l[ae]s? |l['’]|des |du |the )?",
    re.IGNORECASE,
)
"""How one asks for whatever there is on a matter, before it."""
_DEFINITION = re.compile(
    r"\b(?:qu ?['’]?est[- ]ce que?|c ?['’]?est quoi|defini\w*|(?:veut|veulent|voulait) dire|signifi\w+"
    r"|expliqu\w+|quoi (?:sert|correspond)\w*|correspond a quoi|difference|what (?:is|are)|mean\w*|explain)\b"
)
_BETWEEN_NOUNS = frozenset("de du des d la le les l en et au aux of and the".split())
_NO_CHALLENGE = re.compile(r"\baucun defi\b|\bno challenge\b")
_ASKS_MORE = frozenset(
    "ou c est qui quand comment combien pourquoi quel quelle where when who how why is".split()
)
"""Words of a question, « d'accord, et c'est où ? », that is of more than a word."""


def of_a_card_alone(read: Question, given: Answer, desk: Desk) -> tuple[Answer, Question] | None:
    """What a report says that a few words name, where the programme has nothing as near and what it answers
    first does not say them: « La Poste », « prêt à taux zéro », « tutelle ».
    """
    base, said = desk.reports, read.content_words
    if base is None or not 0 < len(said) <= _MOST_WORDS or read.focus.rows or read.points_back:
        return None
    if (
        read.entities
        or OURS & set(read.content)
        or read.confidence >= FIRM
        or _ASKS_MORE & set(read.own_words)
    ):
        return None
    first = given.text.partition("\n")[0]
    told = given.status == "answered"
    if told and any(of_one_family(one, stem(word)) for word in said for one in stems(first)):
        return None
    card, ours = desk.search.search(read.bare, 1, ("card",)), desk.search.search(read.bare, 1, _OURS)
    if not card or card[0].score < _NEAR or ours and card[0].score < ours[0].score + _AHEAD:
        return None
    try:
        report = base.report(card[0].ref)
        title = f" {' '.join(words(report.summary.title))} " if report else ""
        run = " ".join(words(read.text))
        if told and card[0].score < _NEAREST and not (" " in run and f" {run} " in title):
            return None
    except BaseUnavailable:
        return None
    asked = as_report_question(read)
    answer = ask_reports(asked, desk)
    return (answer, asked) if report and answer.status == "answered" else None


def of_those_on_it(read: Question, given: Answer, desk: Desk) -> tuple[Answer, Question] | None:
    """The reports on what a few words name that open a talk, where the programme refuses them: « hôpitaux »,
    « des infos sur l'absentéisme ».
    """
    base, lang = desk.reports, read.lang
    said = _ABOUT.sub("", read.text).strip(" ?!.")
    terms = content_stems(said)
    if base is None or not 0 < len(terms) <= _MOST_WORDS or read.focus.rows or read.points_back:
        return None
    only_nouns = STOP_WORDS & set(words(said)) <= _BETWEEN_NOUNS and not communes_in(said)
    if not only_nouns or not _is_nothing_on_it(read, given, desk):
        return None
    wish = say(lang, "report_ask_matter", matter=said)
    try:
        if not kinds_named(fold(said)):
            ours = read.subjects or OURS & set(read.content)
            if ours or not all(_is_often_said(word, base) for word in terms):
                return None
    except BaseUnavailable:
        return None
    asked = replace(read.with_intent("report_list", SURE), text=wish, said=wish, ruled=True)
    answer = ask_reports(asked, desk)
    several = len({source.report for source in answer.sources}) > 1
    return (answer, asked) if answer.status == "answered" and several else None


def of_a_title_and_more(read: Question, given: Answer, desk: Desk) -> tuple[Answer, Question] | None:
    """What a report tells of a few words that open a talk, where the programme refuses them, one passage says
    them all and its title some: « stations de ski alpes maritimes », « fibre a75 ».
    """
    base, terms = desk.reports, [one for one in content_stems(read.text) if not one.isdigit()]
    if base is None or not 1 < len(terms) <= _MOST_WORDS or read.focus.rows or read.points_back:
        return None
    if not STOP_WORDS & set(words(read.text)) <= _BETWEEN_NOUNS or OURS & set(read.content):
        return None
    if not _is_nothing_on_it(read, given, desk):
        return None
    try:
        hits = base.search_passages(read.text, limit=1).hits
        if not hits or hits[0].coverage < 1.0 or not set(terms) & {*stems(hits[0].report.title)}:
            return None
    except BaseUnavailable:
        return None
    asked = as_report_question(read)
    answer = ask_reports(asked, desk)
    return (answer, asked) if answer.status == "answered" else None


def rather_than_explained(read: Question, given: Answer, desk: Desk) -> tuple[Answer, Question] | None:
    """« Pays morcenais : le fonds de roulement tombe à combien ? » asks for no definition."""
    base, told = desk.reports, given.rows[:1] if given.status == "answered" else ()
    if base is None or not told or not told[0].startswith(EXPLAINS_A_WORD):
        return None
    try:
        named = communes_in(read.text) or any(m.score >= NAMED for m in base.names().find(read.text, 4))
    except BaseUnavailable:
        return None
    asks_more = named or len(read.content_words) > _MOST_WORDS
    if not asks_more or _DEFINITION.search(fold(read.text)):
        return None
    asked = as_report_question(read)
    return ask_reports(asked, desk), asked


def _is_nothing_on_it(read: Question, given: Answer, desk: Desk) -> bool:
    """Whether what the programme answers to a few words is no more than that it has nothing on them."""
    if given.status == "answered":
        hits = desk.search.search(read.bare, 1)
        said = read.confidence >= FIRM or all(_says(given, stem(word)) for word in read.content_words)
        return not (said or hits and hits[0].score >= NEAR_WORDS)
    no_entry = all(row.startswith("nearest:") for row in given.rows)
    denied = _NO_CHALLENGE.search(fold(given.text.partition(".")[0])) is not None
    unnamed = given.status in ("not_found", "clarify") and (no_entry or denied)
    return given.status == "out_of_scope" or unnamed or _is_doubtful(read, given)


def _is_doubtful(read: Question, given: Answer) -> bool:
    """« eau » only sounds like a yes."""
    return given.status == "smalltalk" and read.confidence < FIRM


def _is_often_said(term: str, base: ReportBase) -> bool:
    """Whether many reports say a word, or what it is without its last letter: « casinos »."""
    return max(base.report_shares([term, stem(term.removesuffix("s"))]).values()) >= _SOMETIMES


def of_which_body(read: Question, given: Answer, desk: Desk) -> tuple[Answer, Question] | None:
    """The question which body is meant, where a word alone opens a talk, the programme has nothing of that
    name and what it answers does not say it, while reports often do.
    """
    base = desk.reports
    if base is None or len(read.content_words) != 1 or read.subjects or read.focus.rows or read.points_back:
        return None
    if _ASKS_MORE & set(read.own_words):
        return None
    word = read.content_words[0]
    hits = desk.search.search(read.bare, 1)
    if OURS & set(read.content) or hits and hits[0].score >= NEAR_WORDS:
        return None
    refused = given.status in ("answered", "out_of_scope", "not_found") or _is_doubtful(read, given)
    if not refused or _says(given, stem(word)):
        return None
    try:
        if base.report_shares([stem(word)])[stem(word)] < _OFTEN:
            return None
    except BaseUnavailable:
        return None
    said = read.text.strip(" ?!.")
    lists = reply(say(read.lang, "report_ask_matter", matter=said))
    text = say(read.lang, "report_which_body_of", matter=said)
    return clarify(read, text, [lists]), read.with_intent("report_search")


def _says(answer: Answer, term: str) -> bool:
    return any(of_one_family(one, term) for one in stems(answer.text))
