"""From a parsed message to its answer, alone or within the conversation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.answer import Answer
from actions.both_worlds import with_reports_beside
from actions.brevity import briefly
from actions.choice import SURE_ANSWER, choose, instead_of_final_refusal
from actions.compose import not_found
from actions.conversation.again import asks_for_yes_or_no, asks_the_same
from actions.conversation.context import answer_within, beyond_its_challenge
from actions.conversation.courtesy import COURTESY
from actions.conversation.focus import Focus
from actions.conversation.languages import in_the_language, language_asked_for
from actions.conversation.last_question import (
    is_of_a_challenge_unnamed,
    is_of_another_matter,
    is_told_of_the_matter,
    passes_over_the_matter,
    tells_both,
)
from actions.conversation.next_focus import REMEMBERED
from actions.conversation.subjects import resolve
from actions.desk import Desk
from actions.doubt import NO_FACTS, settle
from actions.evidence import accounted
from actions.fallback import as_written
from actions.final import is_final
from actions.programme.criteria import LIST_INTENTS
from actions.programme.name_alone import name_alone
from actions.programme.places import asks_for_one_of_them
from actions.programme.plainly_asked import PLAINLY_ASKED
from actions.programme.to_come import unless_to_come
from actions.question import SURE, Question, read_message
from actions.registry import answer_to
from actions.remembered import key_of
from actions.reports.about.institution import on_the_institution
from actions.reports.answers import instead_of_refusal
from actions.reports.follow_ups.going_on import as_meant, going_on, is_of_the_report, is_sure_alone
from actions.reports.follow_ups.our_programme import (
    leaves_the_reports,
    left_for_the_programme,
)
from actions.reports.follow_ups.said_again import unless_said_again
from actions.reports.matter_alone import (
    of_a_card_alone,
    of_a_title_and_more,
    of_those_on_it,
    of_which_body,
    rather_than_explained,
)
from actions.reports.routing import is_report_reading
from actions.retry import answered_another_way, said_plainly
from actions.said_again import unless_just_said
from actions.silence import silence_of
from actions.told import lead_with_wordings
from actions.wish import intent_wished
from actions.wording import say
from knowledge.challenges import challenges_by_id
from knowledge.text import fold, stem, stems

_A_BODY = re.compile(
    r"^\W*(?:et|and|what about|how about)\b.{0,16}\b"
    r"(?:conseil|ministere|ville|mairie|region|departement|agence|direction|office|institut|universite|hopital"
    r"|chu|cour|caisse|prefecture|metropole|academie|musee|ministry|city|agency|court|university|hospital)\b"
)
"""« et avec le Conseil d'État ? »: a body that the base may not know by its name."""
_BUT_FOR = re.compile(
    r"\b(?:hors|sauf|excepte|a part|sans(?: compter)?|comme|par exemple|except|excluding|apart from|such as)"
    r"(?: (?:le |the )?(?:defi|challenge))? $"
)
"""« quatre projets, hors EIG Link »: what is told is not about the one named so."""
_A_MATTER = (
    rather_than_explained,
    of_a_card_alone,
    of_those_on_it,
    of_a_title_and_more,
    of_which_body,
)
"""What a few words that open a talk may name among the reports."""
_FOR = re.compile(r"\W*(?:(?:et|ok|and|mais)\W+)*(?:pour|si|avec|for|if|with)\b")
"""« et pour un designer ? » asks the same of someone else, unless another answer speaks of all it says."""


def respond(message: Mapping[str, Any], focus: Focus, at: Desk) -> tuple[Answer, Question]:
    """The answer to one parsed message after ``focus``, and the question as it was understood.

    What comes again in the same place of a talk is not worked out again.
    """
    return at.remember(key_of(message, focus), lambda: _told(message, focus, at))


def _told(message: Mapping[str, Any], focus: Focus, at: Desk) -> tuple[Answer, Question]:
    read = beyond_its_challenge(left_for_the_programme(read_message(message, focus, at.now)))
    of_the_talk = _of_the_talk_itself(read, message, at)
    answer, question = of_the_talk or _respond(read, message, at)
    told = unless_to_come(briefly(answer, question, at), read, question, at), question
    return told if of_the_talk else with_reports_beside(unless_just_said(told, read, at), read, at)


def _of_the_talk_itself(
    read: Question, message: Mapping[str, Any], at: Desk
) -> tuple[Answer, Question] | None:
    """The answer to a message on the last answer, or that asks for no fact; None to any other."""
    lang = language_asked_for(read.text)
    if lang is not None:
        return in_the_language(read, lang, at)
    last = message.get("last_asked")
    if last is not None:
        before = replace(read_message(last, read.focus, at.now), lang=read.lang)
        if asks_for_yes_or_no(read.said or read.text):
            told, asked = _respond_alone(before, at)
            return said_plainly(told, read.lang), replace(asked, said=read.said)
        another = answered_another_way(read, before, at)
        if another is not None:
            return another
    wish = intent_wished(read)
    if wish is None:
        return None
    asked = read.with_intent(wish, 1.0)
    return answer_to(asked, at), asked


def _respond(read: Question, message: Mapping[str, Any], at: Desk) -> tuple[Answer, Question]:
    named_alone = name_alone(read, at)
    if named_alone is not None:
        return answer_to(named_alone, at), named_alone
    on_its_authors = on_the_institution(read, at)
    if on_its_authors is not None:
        return on_its_authors, replace(read.with_intent("nlu_fallback", 1.0), ruled=True)
    on = None if is_sure_alone(read) else going_on(read, at)
    if on is None:
        alone = _unless_said_again(read, _respond_alone(read, at), at)
        by_rule = alone[0].status == "answered" and alone[1].ruled
        if not by_rule:
            alone = next((told for told in (look(read, alone[0], at) for look in _A_MATTER) if told), alone)
        return _in_the_talk(alone, read, message, at)
    told = unless_said_again(read, answer_to(on, at), at)
    on = as_meant(on)
    if told.status in ("answered", "clarify"):
        return told, on
    if is_of_the_report(read):
        return told, on
    given, understood = _respond_alone(read, at)
    elsewhere = given.status == "answered" and not understood.intent.startswith("report")
    return (given, understood) if elsewhere and leaves_the_reports(read, understood) else (told, on)


def _in_the_talk(
    alone: tuple[Answer, Question], read: Question, message: Mapping[str, Any], at: Desk
) -> tuple[Answer, Question]:
    """What is told of a message read within the conversation where that is meant, else ``alone``."""

    def within(words: Mapping[str, Any]) -> tuple[Answer, Question]:
        again = read_message(words, read.focus, at.now)
        return _respond_alone(replace(again, said=read.said, lang=read.lang), at)

    named, after = message.get("in_context"), message.get("after_the_last")
    if named is not None:
        told_of_it = answer_within(alone, within(named), at)
        if told_of_it is not None or alone[0].tells_that_nobody_does:
            return told_of_it or alone
    of_it = message.get("of_the_matter")
    if of_it is not None and passes_over_the_matter(alone, read, at):
        told = within(of_it)
        if is_told_of_the_matter(told, alone, read, at):
            return told
    if after is not None and is_of_another_matter(alone, at):
        told = within(after)
        if tells_both(told, alone, read, at):
            return told
    if not is_of_a_challenge_unnamed(alone, read):
        return alone
    return not_found(read, at, say(read.lang, "not_known")), alone[1].with_intent("nlu_fallback")


def _respond_alone(read: Question, at: Desk) -> tuple[Answer, Question]:
    """The answer to a message by its own words and the last subject of the programme."""
    settled = settle(resolve(read, at), at)
    written = None if settled.inherited else as_written(settled, at)
    if written is not None:
        kept = settled.confidence >= SURE and settled.intent not in COURTESY | NO_FACTS
        intent = settled.intent if kept else "nlu_fallback"
        return _about_its_challenge(written, read, at), settled.with_intent(intent, 1.0)
    of_a_report = settled.ruled and is_report_reading(settled.intent) and not settled.subjects
    for plainly_asked, intent in () if of_a_report else PLAINLY_ASKED:
        told = plainly_asked(settled, at)
        if told is not None:
            return told, replace(settled.with_intent(intent, 1.0), ruled=True)
    first = answer_to(settled, at)
    silence = silence_of(settled, at)
    if is_final(settled, first, silence, at):
        if settled.intent == "out_of_scope":  # « orchestre de Lille subvention 2015 » sounds like it
            return instead_of_refusal(read, first, at) or (first, settled)
        other = instead_of_final_refusal(read, settled, first, silence, at)
        return (_about_its_challenge(other[0], read, at), other[1]) if other else (first, settled)
    given, understood = choose(read, settled, first, silence, at)
    return instead_of_refusal(read, given, at) or (_about_its_challenge(given, read, at), understood)


def _unless_said_again(read: Question, given: tuple[Answer, Question], at: Desk) -> tuple[Answer, Question]:
    """« et les juristes ? » is not answered by what was just said, which says nothing of them: what these
    words are told by themselves is, where that is sure; of a body it is said that it is not known.
    """
    answer, understood = given
    rows = answer.rows[:REMEMBERED]
    listed = rows != read.focus.rows and understood.intent in LIST_INTENTS  # « seulement à Saint-Denis ? »
    if (
        answer.status != "answered"
        or not rows
        or rows[:1] != read.focus.rows[:1]
        or understood.ruled
        or listed
    ):
        return given
    if not (read.content_words or read.named_words) or asks_the_same(read) or _tells_all(read, answer.text):
        return given
    said = set(stems(answer.text))
    body = understood.inherited and _A_BODY.search(fold(read.text))
    unsaid = any(not accounted(stem(word), said) for word in read.named_words)
    of_a_card = bool({"challenge", "person"} & understood.inherited)  # which tells of several things
    kept = body or of_a_card or read.named_words
    afresh = _without_its_last_subject(read, at) if unsaid or not kept else None
    if afresh is not None:
        return afresh
    if rows != read.focus.rows:
        return given
    if not body or read.subjects or any(accounted(stem(word), said) for word in read.content_words):
        return given
    return not_found(read, at, say(read.lang, "not_known")), understood.with_intent("nlu_fallback")


def _without_its_last_subject(read: Question, at: Desk) -> tuple[Answer, Question] | None:
    """The sure answer to a message as the first of a talk, where it is another than the one just given."""
    if read.values("skill") and not asks_for_one_of_them(read.text):  # « et les designers ? »
        return None
    answer, understood = _respond_alone(replace(read, focus=read.focus.cleared()), at)
    sure = answer.status == "answered" and understood.sureness >= SURE_ANSWER
    if not sure or answer.rows[:1] == read.focus.rows[:1]:
        return None
    named = read.named_words and not _FOR.match(fold(read.text))
    tells = named or _tells_all(read, lead_with_wordings(answer, at))
    return (answer, replace(understood, focus=read.focus)) if tells else None


def _tells_all(read: Question, text: str) -> bool:
    said, asked = set(stems(text)), (*read.content_words, *read.named_words)
    return bool(asked) and all(accounted(stem(word), said) for word in asked)


def _about_its_challenge(answer: Answer, question: Question, at: Desk) -> Answer:
    """An entry that names one challenge, or does so first, is about it: « qui l'a fait ? » may come next.

    Of several named first, it is the one of the promotion asked about.
    """
    if answer.status != "answered" or not answer.rows or not answer.rows[0].startswith("faq:"):
        return answer
    names = (match for match in at.names.find(answer.text, misspelt=False) if match.kind == "challenge")
    found = [match for match in names if not _BUT_FOR.search(fold(answer.text[: match.start]))]
    first_line, asked = len(answer.text.partition("\n")[0]), question.values("promotion")
    for end in (len(answer.text), first_line):
        named = {match.ref for match in found if match.end <= end}
        if len(named) > 1 and asked:
            named = {one.id for one in challenges_by_id(at.base, sorted(named)) if one.promotion in asked}
        if len(named) == 1:
            return replace(answer, rows=(*answer.rows, f"challenge:{named.pop()}"))
    return answer
