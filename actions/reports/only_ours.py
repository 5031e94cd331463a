"""What only the reports know: bodies, towns and years that the programme never names."""

from __future__ import annotations

import re

from actions.conversation.courtesy import COURTEOUS
from actions.desk import Desk
from actions.question import CLEAR, FIRM, SURE, Question, asks_about_a_thing, content_words
from actions.reports.asked import asks_what_there_is, asks_which_there_are
from actions.reports.asker import speaks_of_oneself
from actions.reports.bodies.kinds import BODIES, LOOSE_BODIES
from actions.reports.bodies.other_names import hardly_said_elsewhere
from actions.reports.cards.meant import FAR_AHEAD, is_of_a_card, is_rather_of_a_card, surest_card
from actions.reports.lists.criteria import criteria
from actions.reports.routing import OURS, PROGRAMME, PROGRAMME_THINGS, asks_what_they_say
from actions.words_apart import words_apart
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.communes import communes_in
from knowledge.reports.errors import BaseUnavailable
from knowledge.reports.name_forms import name_tokens
from knowledge.reports.organisation_index import NAMED
from knowledge.reports.questions import read_question
from knowledge.text import fold, stem, stems, words

_FULL, _FEW_WORDS, _LONG_ENOUGH = 0.98, 4, 4
"""Score of a body named in full; words of a message that is a name and a matter; letters of a name."""
_FIRST_YEAR = 2016
"""The year in which the programme began: reports tell of those before."""
_BY_THE_COURT = re.compile(
    r"\b(?:rapports?|raports?|referes?|enquetes?|communications?|reports?)\b"
    r"(?: \w+){0,4}? (?:cour|chambres?|court)\b"
    r"(?: \w+){0,3}? (?:sur|concernant|about|on)\b(?! (?:(?:le|ce|votre|the|your) programme?|vous|you)\b)"
    r"|\b(?:quelque chose|qqch|something|anything)\b(?: \w+){0,4}? (?:cour|chambres?|court)\b"
    r"|\breferes? (?:\w+ ){0,2}(?:sur|concernant|about|on)\b"
    r"|^\W*(?:\w+ ){1,6}rapports? (?:de )?(?:la )?cour(?: des comptes)?\W*$"
    r"|^\W*rapports? (?:de )?(?:la )?cour(?: des comptes)? (?!des comptes)(?:\w+ ){0,5}\w+\W*$"
)
"""« un rapport de la Cour sur La Poste », « vous avez quelque chose de la Cour ? », « santé rapport cour des
comptes »: by those who audit.
"""
_REPORT_ON = re.compile(r"\b(?:rapports?|raports?|report) (?:sur|concernant|about|on) (?P<matter>.+)$")
_SAYING = frozenset("dit di disent parle raconte conclut recommande says say said recommends".split())
"""Words of what is asked of a report: « le rapport sur la poste dit quoi »."""
_OF_A_LOCAL_OFFICE = re.compile(
    r"\b(?:l['’ ]?|les? |des |une? |cet?(?:te)? |leur |notre )(?:ancien(?:ne)? )?(?:maires?|adjoint\w*"
    r"|conseillers? municipa\w+|elue?s? (?:locaux|municipa\w+)|conseil municipal|dgs|mairies?"
    r"|president\w* (?:de l['’ ]?agglo\w*|du departement|du conseil \w+|de la region)"
    r"|(?:agents?|employee?s?|fonctionnaires?) (?:municipa\w+|communa\w+|territoria\w+))\b"
    r"(?! (?:peu[tx]|peuvent|peut-il|doit|can)\b)"
)
"""« un maire avait une voiture de fonction »: no matter of the programme, whose people are the State's."""
_PROGRAMMES = PROGRAMME_THINGS - {"person"} | {"administration", "unknown_challenge"}
"""A person is taken for one of the programme by the surname alone: « hôpital Guy Thomas »."""


def is_only_for_reports(read: Question, settled: Question, desk: Desk) -> bool:
    """Whether the reports alone may answer a message: it says so, is of a town that the programme never
    names, or is far nearer to a card than to anything on the programme.
    """
    if asks_what_they_say(settled) or names_what_only_reports_know(read, desk):
        return True
    if _is_of_a_strange_town(read, desk):
        return True
    return surest_card(settled, desk, FAR_AHEAD) is not None


def _is_of_a_strange_town(read: Question, desk: Desk) -> bool:
    """« le prix de la cantine à Guingamp », « que reproche-t-on à l'hôpital de Guéret ? »; but « c'est
    quoi LEON ? » names nothing beside the town.
    """
    if OURS & set(read.content) or read.entities.keys() & _PROGRAMMES or speaks_of_oneself(read.text):
        return False
    unknown = _unknown_words(read.text, desk)
    return any(
        not unknown.isdisjoint(town.split()) and not set(read.content) <= set(stems(town))
        for town in communes_in(read.text)
    )


def names_what_only_reports_know(question: Question, desk: Desk) -> bool:
    """Whether a message is for the reports whatever was heard of it: nothing else in the base has that name.

    « Grasse salaires » is no question on the pay of the programme, which has nothing in Grasse; « le SDIS de
    la Gironde », « un hôpital dans le Lot » and « en 1985 » are none of its matters either.
    """
    base = desk.reports
    of_others = OURS & set(question.content) or question.entities.keys() & _PROGRAMMES
    courteous = question.intent in COURTEOUS and question.confidence >= SURE
    courteous = courteous and not any(one.isalnum() and not one.isalpha() for one in question.own_words)
    if base is None or courteous:
        return False
    try:
        if is_of_a_card(question, desk) or is_rather_of_a_card(question, desk):
            return True
        if question.inherited:
            return False
        if _is_by_the_court(question) or _is_on_what_a_title_says(question, base):
            return True
        if _names_what_one_report_says(question, desk, base):
            return True
        if of_others:
            return False
        of_an_office = _OF_A_LOCAL_OFFICE.search(fold(question.text)) and not asks_about_a_thing(question)
        if question.confidence < FIRM and of_an_office:
            return True
        if _asks_for_reports(question, base):
            return True
        if question.points_back or speaks_of_oneself(question.text):
            return False
        if _names_a_body(question, desk, base):
            return True
        return question.confidence < FIRM and _is_of_their_bodies_or_years(question, desk, base)
    except BaseUnavailable:
        return False


def _names_what_one_report_says(question: Question, desk: Desk, base: ReportBase) -> bool:
    """Whether a message has a word that the programme never uses and one report says again and again:
    « kérino », which sounds like a challenge that none knows.
    """
    ours = PROGRAMME & set(question.content) or question.entities.keys() - {"unknown_challenge", "town"}
    few = len(question.content_words) <= _FEW_WORDS and question.confidence < FIRM
    if ours or not few or question.points_back or speaks_of_oneself(question.text):
        return False
    unknown = (word for word in words(question.text) if word not in desk.vocabulary)
    return any(hardly_said_elsewhere(word, base) for word in unknown)


def _is_by_the_court(question: Question) -> bool:
    """Whether what the Court or a chamber wrote is asked for, not what the programme made of it."""
    ours = PROGRAMME & set(question.content) or question.entities.keys() & {"challenge", "unknown_challenge"}
    return not ours and _BY_THE_COURT.search(words_apart(question.text)) is not None


def _asks_for_reports(question: Question, base: ReportBase) -> bool:
    """« qu'avez-vous sur Nantes ? », « quels hôpitaux avez-vous ? »."""
    if asks_which_there_are(question.text):
        return True
    if not asks_what_there_is(question.text):
        return False
    read = criteria(question.text, base)
    towns = communes_in(question.text)
    if read.filter.department or read.filter.region or towns:
        of_the_place = {stem(word) for town in towns for word in words(town)}
        return of_the_place.issuperset(read.rest)  # « anything about the Paris Olympics? » is on more
    return any(match.score >= NAMED and match.form.reports for match in base.names().find(question.text, 4))


def _is_on_what_a_title_says(question: Question, base: ReportBase) -> bool:
    """« que dit le rapport sur la poste ? »: on what the title of a report names, in whatever case."""
    if PROGRAMME & set(question.content) or question.entities.keys() & _PROGRAMMES:
        return False
    found = _REPORT_ON.search(words_apart(question.text))
    matter = [word for word in content_words(words(found["matter"])) if word not in _SAYING] if found else []
    return bool(matter) and not OURS & {stem(word) for word in matter} and bool(base.titled(matter))


def _names_a_body(question: Question, desk: Desk, base: ReportBase) -> bool:
    """Whether a message of few words, or of which nothing was heard, names an audited body by a word that the
    programme never uses.
    """
    if len(question.content_words) > _FEW_WORDS and question.confidence >= CLEAR:
        return False
    unknown = _unknown_words(question.text, desk)
    tokens = name_tokens(question.text)
    return any(
        match.score >= _FULL
        and match.form.reports
        and unknown.intersection(tokens[at] for at in match.places)
        for match in base.names().find(question.text, 4)
    )


def _is_of_their_bodies_or_years(question: Question, desk: Desk, base: ReportBase) -> bool:
    """Whether a message of which little was heard has a kind of body that the programme never names, or one
    audited in the area said, or a year before the programme was.
    """
    if asks_about_a_thing(question):  # « l'histoire des bateaux dans un port breton »
        return False
    years = read_question(question.text).years
    if years and max(years) < _FIRST_YEAR:
        return True
    kinds = BODIES.intersection(_unknown_words(question.text, desk)) - LOOSE_BODIES
    read = criteria(question.text, base)
    area = ReportFilter(kind=read.filter.kind, department=read.filter.department, region=read.filter.region)
    if not (area.department or area.region):
        return False
    return bool(kinds) or area.kind is not None and base.find_reports(area, size=1).total > 0


def _unknown_words(text: str, desk: Desk) -> frozenset[str]:
    """The tokens of the words of a message that nothing on the programme uses."""
    unknown = [word for word in words(text) if len(word) >= _LONG_ENOUGH and word not in desk.vocabulary]
    return frozenset(token for word in unknown for token in name_tokens(word))
