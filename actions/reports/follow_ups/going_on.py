"""Messages that go on about a report spoken of: « et le personnel ? », « revenons à la ville »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.conversation.courtesy import COURTESY
from actions.conversation.wishes import wants_a_person
from actions.desk import Desk
from actions.doubt import is_about_us
from actions.question import (
    FIRM,
    LONGEST,
    SAYS_NO_SUBJECT,
    SURE,
    Question,
    asks_how_many,
    has_no_word_of_its_intent,
)
from actions.reports.about.people_asked import people_asked
from actions.reports.asked import asks_for_the_page, compares_with_the_last
from actions.reports.attribution import asks_beside_who_says_it
from actions.reports.bodies.titles import subject_asked
from actions.reports.cards.meant import another_card
from actions.reports.criticism import asks_what_is_wrong
from actions.reports.figures.measures import measures_asked
from actions.reports.follow_ups.another_report import on_another_report, same_of_that_report
from actions.reports.follow_ups.body_said import of_the_body_meant
from actions.reports.follow_ups.corrections import names_the_report_again, of_the_report_named, set_aside
from actions.reports.follow_ups.our_programme import comes_back_to_it, is_of_our_programme
from actions.reports.follow_ups.recalled import (
    RETURNS,
    asks_the_body_itself,
    is_within,
    names_a_giver,
    of_the_kind_said,
    on_the_same_place,
    ranks_beyond,
    recalled_by_name,
    returned_to,
    title_of,
    without_return,
)
from actions.reports.follow_ups.recommendations import points_to_one_of_them
from actions.reports.follow_ups.same_question import (
    of_a_word_explained,
    of_another_body_as_well,
    of_those_compared,
    same_question,
)
from actions.reports.follow_ups.switch import is_told_elsewhere, names_another
from actions.reports.follow_ups.years import asks_for_the_cause, compares_towns, continued_text, is_a_measure
from actions.reports.framing import only_asks_the_whole
from actions.reports.lists.counts import counts_the_reports
from actions.reports.lists.others import with_its_topic
from actions.reports.lists.talk import (
    after_what_named_none,
    asks_for_other_reports,
    one_of_the_list,
    points_to_one,
    within_the_list,
)
from actions.reports.routing import (
    LEAST_HEARD,
    PROGRAMME,
    PROGRAMME_THINGS,
    is_about_reports,
    is_report_reading,
    names_what_is_ours,
    report_reading,
)
from actions.reports.subject import GONE_ON, ITSELF, Subject
from knowledge.reports.base import ReportBase
from knowledge.reports.errors import BaseUnavailable
from knowledge.reports.name_forms import distinctive, kinds, name_tokens
from knowledge.reports.questions import read_question
from knowledge.text import fold, stem, words

_LEAVES_THE_REPORT = 0.9
"""Probability of another intent from which the report spoken of is left."""
_ANOTHER_MATTER = re.compile(
    r"^\W*(?:(?:autre (?:sujet|question)|changeons de sujet|another (?:topic|subject|matter))\b"
    r"|(?:autre chose|rien a voir|something else)\s*[:,.])"
)
"""« autre sujet : … »; « autre chose dans ce rapport ? » stays with it."""
_NEXT_FIGURE = re.compile(
    r"^(?:et|and|non|no|dont|of which|including)\b"
    r"(?!.*\b(?:qu\w*|comment|pourquoi|pk|what|why|how|recommand\w*)\b)(?:\W+\w+){1,8}\W*$"
    r"|^\W*(?:(?:en|in) )?(?:19|20)\d\d\W*$"
)
"""« et la billetterie en 2015 ? » after a figure asks for another."""
_OTHERWISE = re.compile(r"\b(?:qu(?:e|i|oi|el\w*)?|comment|what|who|which|how(?! m)|recommand\w*)\b")
"""Words that ask for more than a figure, also of a year."""
_ITS_FIGURES = re.compile(
    r"^\W*(?:(?:et|ok|and|donne[rz]?(?:[- ]moi)?|give me) )?(?:(?:ses|les|leurs|quels|its|their|the|what) )?"
    r"(?:chiffres|figures|numbers)(?: (?:cles?|principaux))?\W*$"
)
"""« ses chiffres » of the report spoken of, not those of the programme."""
_SO_TOLD = re.compile(
    r"\W*(?:(?:et|mais|donc|alors|ok|and|so|but)\W+)*(?:c ?['’]? ?est|is (?:it|that|this)) (?:\w+ )?"
    r"(?:normale?|graves?|legale?|inquietant|courant|rare|frequent|dangereux|serieux|trop|beaucoup|serious"
    r"|bad|usual)\W*"
)
"""« c'est normal ? » of what a report was just quoted with."""
_REMINDS = re.compile(
    r"\brappel\w*[- ](?:moi|nous) (?:l[ae]s? |l ?['’] ?|s(?:on|a|es) |leurs? |quel|combien|ce qu|qui )"
    r"(?!plus |matin|midi|soir|semaine|lundi|mardi|mercredi|jeudi|vendredi|apres)"
)
"""« rappelez-moi la population » wants no call."""
_ONLY_WHERE = re.compile(r"\W*(?:(?:et|and|ok|mais) )?(?:a|en|in|at) [a-z-]+(?: [a-z-]+)?\W*")
"""« à Paris ? » of what a report was just asked."""


def going_on(read: Question, desk: Desk) -> Question | None:
    """The message as a question about the report spoken of, or about another body; else None."""
    base, spoken_of = desk.reports, read.focus.reports
    if base is None:
        return None
    if not _points_to_one(read) and (_is_of_the_programme(read) or _ANOTHER_MATTER.search(fold(read.text))):
        return None
    try:
        again = of_the_report_named(read, desk, base)
        again = again or of_the_body_meant(read, base) or of_a_word_explained(read, base)
        if again is not None:
            return again
        if spoken_of:
            return _going_on(read, desk, base)
        return of_another_body_as_well(read, base) or after_what_named_none(read, base)
    except BaseUnavailable:
        return None


def _going_on(read: Question, desk: Desk, base: ReportBase) -> Question | None:
    spoken_of, interrupted = read.focus.reports, not read.focus.asked_reports
    listed = one_of_the_list(read, base) or asks_for_other_reports(read, base)
    if listed is not None:
        return None if interrupted else listed
    titles = {rows: title_of(rows, base) for rows in spoken_of}
    recalled = recalled_by_name(read.text, titles)
    returns = recalled is not None or RETURNS.search(read.text) or is_about_reports(read)
    if interrupted and not returns and not is_report_reading(read.intent):
        return None
    intent = report_reading(read, LEAST_HEARD)
    if read.focus.intent == "report_figure" and _asks_the_next_figure(read):
        intent = "report_figure"
    intent = "report_recommendations" if points_to_one_of_them(read) else intent
    asked = replace(
        read.with_intent(intent, SURE),
        ruled=True,
        focus=replace(read.focus, text="" if interrupted else read.focus.text),
    )
    compared = None if interrupted else of_those_compared(asked, base)
    if compared is not None:
        return compared
    if ranks_beyond(read.text, spoken_of[0], base):
        return replace(asked, focus=asked.focus.unasked())
    if not interrupted and asks_the_body_itself(read.text, spoken_of[0], base):
        return replace(
            asked, focus=replace(asked.focus, rows=spoken_of[0]), inherited=frozenset({GONE_ON, ITSELF})
        )
    if recalled in (None, spoken_of[0]) and not RETURNS.search(read.text):
        card = another_card(read, read.focus.report, desk)
        if card:
            same = same_of_that_report(asked, card, base)
            return same or replace(asked, focus=asked.focus.unasked())
        on_another = None if interrupted else on_another_report(asked, base)
        if on_another is not None:
            return on_another
    another = recalled is None and names_another(asked, base)
    within = another and is_within(asked, spoken_of[0], base)
    if another and not within:
        return None if interrupted else same_question(with_its_topic(asked, base), base)
    if recalled is None and not RETURNS.search(read.text):
        listed = within_the_list(asked, base)
        if listed is not None:
            return listed
        here = Subject("", reports=(read.focus.report,), continued=True)
        if is_told_elsewhere(asked, here, base):
            return replace(asked, focus=asked.focus.unasked())
    given = names_a_giver(read.text)
    only = within or recalled is not None and (given or _names_only(asked, titles[recalled], base))
    itself = {ITSELF} if only else set()
    rows = (
        recalled
        or of_the_kind_said(read.text, titles)
        or returned_to(read.text, spoken_of, base)
        or on_the_same_place(read.text, titles[spoken_of[0]], base)
        or spoken_of[0]
    )
    asked = replace(asked, text=set_aside(without_return(asked.text)), focus=replace(asked.focus, rows=rows))
    return replace(asked, inherited=frozenset({GONE_ON} | itself))


def _names_only(asked: Question, title: Sequence[str], base: ReportBase) -> bool:
    """« la CAF brute de Saumur » after the agglomeration of Saumur: of the body only its place is said."""
    alone = replace(asked, focus=replace(asked.focus, rows=()))
    bodies = subject_asked(alone, base).bodies
    if kinds(name_tokens(asked.text)) or not all(set(distinctive(one.name)) <= set(title) for one in bodies):
        return False
    return bool(set(read_question(asked.text).terms) - {stem(token) for token in title})


def as_meant(on: Question) -> Question:
    """A message that goes on in the words it stands for, so that the next may go on about them."""
    if GONE_ON not in on.inherited or not on.focus.text:
        return on
    cause = asks_for_the_cause(on.text)
    return replace(on, text=on.focus.text if cause else continued_text(on)[-LONGEST:])


def _asks_the_next_figure(read: Question) -> bool:
    """Whether a message after a figure asks for another: of another year, or of what « dont » begins."""
    if asks_for_the_cause(read.text) or _OTHERWISE.search(fold(read.text)):
        return False
    if compares_with_the_last(read.text):
        return compares_towns(read.text)
    of_a_year = _NEXT_FIGURE.search(fold(read.text)) or read_question(read.text).years
    return bool(of_a_year) or is_a_measure(read.text)


def is_sure_alone(read: Question) -> bool:
    """Whether a message says by itself, beyond doubt, that it asks something else than of a report."""
    if wants_a_person(read.text):
        return True
    if read.intent == "report_locate" and (names_the_report_again(read) or len(read.unfamiliar) > 1):
        return False  # « le taux de couverture dans le 1er degré »
    if is_report_reading(read.intent) or _asks_for_the_cause(read) or _points_to_one(read):
        return False
    of_a_report = read.focus.asked_reports
    if of_a_report and (only_asks_the_whole(read.text) or asks_beside_who_says_it(read.text)):
        return False
    if counts_the_reports(read) or of_a_report and asks_what_is_wrong(read.text):
        return False
    of_it = _ITS_FIGURES.search(fold(read.text)) or _SO_TOLD.fullmatch(fold(read.text))
    amount = read.intent == "insult" and measures_asked(read.text)  # « pertes » sounds like one
    if of_a_report and (is_a_measure(read.text) or of_it or amount):
        return False
    if read.confidence >= _LEAVES_THE_REPORT and is_of_our_programme(read):
        return True
    if read.focus.asked_reports and people_asked(read.text) is not None:
        return False  # « qui était maire à l'époque ? »
    counts = of_a_report and asks_how_many(read)  # « combien de points de contact ? »
    if of_a_report and asks_for_the_page(read.text):
        return True
    if of_a_report and read.intent == "human_contact" and _REMINDS.search(fold(read.text)):
        return False
    if read.intent in COURTESY | {"report_locate"} and not read.values("year") and not counts:  # « 2012 ? »
        by_chance = of_a_report and has_no_word_of_its_intent(read)  # « c'est risqué ? »
        if of_a_report and read.intent == "affirm" and read.content_words:
            return False  # « oui, les stations de ski »
        least = FIRM if by_chance or read.intent == "insult" else SURE  # « scandaleux, qui a fait ça ? »
        return read.confidence >= least
    if read.confidence >= _LEAVES_THE_REPORT and read.values("audience"):
        return True  # « who can apply? »
    if of_a_report and len(read.content_words) <= SAYS_NO_SUBJECT and not names_what_is_ours(read):
        return False  # « c'est grâce au privé ? »
    if read.unfamiliar or read.points_back or of_a_report and not names_what_is_ours(read):
        return False
    return read.confidence >= _LEAVES_THE_REPORT


def is_of_the_report(read: Question) -> bool:
    """« quel était le budget initial ? », « à qui est-il adressé ? » of a report that does not tell it: no
    question on the programme.
    """
    if people_asked(read.text) is not None:
        return True
    if is_of_our_programme(read):
        return False
    if _ONLY_WHERE.fullmatch(fold(read.text)) and "town" in read.entities:
        return True
    told = read.focus.asked_reports and read.focus.status == "answered"
    short = len(read.content_words) <= SAYS_NO_SUBJECT and (told or bool(read.unfamiliar))
    return read.points_back and not PROGRAMME & set(read.content) or short and not is_about_us(read)


def _points_to_one(read: Question) -> bool:
    """Whether a message means one of the reports or recommendations just listed."""
    return points_to_one(read) or points_to_one_of_them(read)


def _asks_for_the_cause(read: Question) -> bool:
    """« pourquoi autant ? » on a report asks why; « pourquoi tu dis ça » asks where it is said."""
    on_a_report = read.focus.asked_reports
    return on_a_report and asks_for_the_cause(read.text) and bool(read.content_words)


def _is_of_the_programme(read: Question) -> bool:
    if PROGRAMME & set(read.content):
        return True
    things = {kind for kind, values in read.entities.items() if values != ("all",)}  # « combien en tout »
    if read.focus.asked_reports:
        things -= {"skill", "unknown_challenge"}  # « la protection juridique des majeurs », « le SYGOS »
        said = set(words(read.text))
        if not any(said.issuperset(words(name)) for name in read.values("person")):
            things.discard("person")  # « la ville » is not Adrien Laville
    return bool((PROGRAMME_THINGS | {"unknown_challenge"}) & things or comes_back_to_it(read))
