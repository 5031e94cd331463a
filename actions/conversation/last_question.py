"""A message read once more after the words of the last question: « de quelle durée ? » of the contract."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from actions.answer import Answer
from actions.answer_type import holds_a_time, lacks_its_year
from actions.brevity import repeats
from actions.compose import plain_text
from actions.conversation.courtesy import COURTESY, intent_heard, is_surely_courteous
from actions.conversation.focus import Focus
from actions.conversation.matter import (
    MEASURES,
    are_many,
    asks_the_same_of,
    is_bare,
    kinds_named,
    matter_words,
    names_no_matter,
    stands_for_it,
    takes_place,
)
from actions.desk import Desk
from actions.evidence import accounted
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.programme.counting import asks_for_their_number
from actions.programme.criteria import LIST_INTENTS
from actions.programme.described import description_in
from actions.question import (
    CLEAR,
    PLAIN,
    SAYS_NO_SUBJECT,
    SUBJECT_KINDS,
    SURE,
    Question,
    asks_about_a_project,
    content_words,
)
from actions.reports.routing import is_report_reading
from actions.told import lead_with_wordings, text_of, with_wordings
from knowledge.text import fold, stem, stems, words

_MOST_WORDS, _MOST_WITH_A_MEANING = 12, 4
"""Longer messages say themselves what they ask."""
_LONGEST_QUESTION = 30
"""Words of a last question that may be read once more."""
_SAID_BY_ALL = frozenset(stem(word) for word in ("eig", "eigs", "programme", "program"))
_OF_THE_DATES = frozenset(("promotion", "year", "named_year", "audience"))
"""Kinds that a message takes from the talk whatever it asks."""
_SAYS_NOTHING, _SAYS_IT = 0.2, 0.5
"""Share of the last question's words up to which an answer is on another matter, and from which on it."""
_AS_SURE = 0.05
"""How much less sure than other words what was just told may be, where it says all that is asked."""
_OF_EIGS = frozenset("support contract obligations pay remote_work".split())
_FOR_EIGS = re.compile(r"\b(?:pour|aux|les|des|d'un|un|for|the|an) (?:l'|ex-)?eigs?\b|\bl'eig\b")
"""Intents of what EIGs have, whoever hosts them, and words that ask it of them."""
_IN_BRACKETS = re.compile(r"\([^)]*\)")
"""What is said in passing: « (contrat, congés, discipline) »."""

Told = tuple[Answer, Question]


def after_the_last(text: str, parsed: Mapping[str, Any], focus: Focus) -> str | None:
    """The message after the words of the last question on the programme, if it names no subject itself."""
    on_a_report = focus.on_a_report or not focus.asked_programme
    if on_a_report or focus.status != "answered" or focus.intent in CHALLENGE_INTENTS:
        return None
    named = kinds_named(parsed)
    last = focus.text if focus.text.endswith(focus.said) else focus.said
    of_an_entry = any(row.startswith("faq:") for row in focus.rows[:1])
    named -= {"promotion"} if of_an_entry else set()  # which has no answer for each promotion
    if named & set(SUBJECT_KINDS) or not last or len(words(last)) > _LONGEST_QUESTION:
        return None
    if is_surely_courteous(text, parsed) or is_report_reading(intent_heard(parsed)):
        return None
    if len(words(text)) > _MOST_WORDS or len(content_words(words(text))) > _MOST_WITH_A_MEANING:
        return None
    return f"{last.rstrip(' ?!.')}, {text}"


def is_of_another_matter(alone: Told, desk: Desk) -> bool:
    """Whether the words of a message alone have no answer, one that says nothing of the last question, or one
    to another question where the same is asked of someone else.
    """
    answer, question = alone
    if question.ruled or question.confidence >= 1.0 or question.intent in COURTESY:
        return False
    if is_report_reading(question.intent) or answer.status in ("smalltalk", "contact"):
        return False
    if question.intent == "out_of_scope" and question.confidence >= SURE:
        return False
    if answer.status != "answered" or stands_for_it(question.said) or _was_told(question, desk):
        return True
    if asks_the_same_of(question.said or question.text):
        return not _just_told(answer, question)
    return question.inherited <= _OF_THE_DATES and _said_of_the_last(answer, question, desk) <= _SAYS_NOTHING


def tells_both(within: Told, alone: Told, read: Question, desk: Desk) -> bool:
    """Whether the reading after the last question is answered, no less surely than the words ``alone``, with
    what speaks of both: all that the message ``read`` asks, or half of it where nothing else is told.
    """
    answer, question = within
    if answer.tells_that_nobody_does and asks_the_same_of(read.said or read.text):
        of_both = _share([*read.content_words, *read.named_words], answer.text) == 1.0
        return of_both and _said_of_the_last(answer, question, desk) >= _SAYS_IT
    if answer.tells_that_nobody_does and names_no_matter(read.said or read.text):
        return _is_hardly_heard(alone) and _said_of_the_last(answer, question, desk) >= _SAYS_IT
    if answer.status != "answered" or not answer.rows or is_report_reading(question.intent):
        return False
    again, lead = _just_told(answer, read), plain_text(answer.blocks[:1])
    left = MEASURES if again and holds_a_time(lead) else frozenset()  # « combien de temps pour répondre ? »
    asked = [word for word in (*read.content_words, *read.named_words) if word not in left]
    asked = [] if stands_for_it(read.said or read.text) else asked
    said = _share(asked, lead if again else with_wordings(answer, desk))
    few = alone[0].status != "answered" and len(asked) <= SAYS_NO_SUBJECT and not again
    if asked and said < (_SAYS_IT if few else 1.0) or question.sureness < PLAIN:
        return False
    if alone[0].status != "answered":
        return True
    if asked and again and asks_the_same_of(read.said or read.text):  # it says it of both
        return _share(asked, _IN_BRACKETS.sub("", plain_text(answer.blocks[:1]))) == 1.0
    if question.intent == alone[1].intent and question.intent not in LIST_INTENTS:
        return False  # « ça paye combien ? » after « c'est quoi un EIG Link » says what it asks
    least = alone[1].sureness - (_AS_SURE if again else 0.0)
    return question.sureness >= least and _said_of_the_last(answer, question, desk) >= _SAYS_IT


def passes_over_the_matter(alone: Told, read: Question, desk: Desk) -> bool:
    """Whether the words of a message alone have no answer, one that says nothing of what the talk is on, or
    the one just given.
    """
    answer, question = alone
    said = read.said or read.text
    if question.intent in COURTESY or is_report_reading(question.intent):
        return False
    matter = read.focus.matter
    of_it = takes_place(matter) or asks_for_their_number(said) and are_many(matter)
    if question.ruled and not (is_bare(said) and of_it):
        return False
    if answer.status not in ("answered", "not_found", "out_of_scope"):
        return False
    if answer.status != "answered":
        return not answer.tells_that_nobody_does
    if _just_told(answer, read):
        asked = [*read.content_words, *read.named_words]
        return not asked or _share(asked, lead_with_wordings(answer, desk)) < 1.0
    rewritten = question.text != read.text and not question.ruled
    if question.inherited - {"audience"} or rewritten or not names_no_matter(said):
        return False
    if question.confidence >= 1.0 and not is_bare(said):
        return False
    return _share(_matter(read), lead_with_wordings(answer, desk)) <= _SAYS_NOTHING


def is_told_of_the_matter(within: Told, alone: Told, read: Question, desk: Desk) -> bool:
    """Whether the reading with what the talk is on has an answer, or an entry that no source does, which is
    not the one just given and speaks of that, or is to a question of the same kind, and of what the message
    ``read`` says.
    """
    answer, question = within
    found = answer.status == "answered" and answer.rows or answer.tells_that_nobody_does
    text, bare = lead_with_wordings(answer, desk), is_bare(read.said or read.text)
    again = _just_told(answer, read) and (not bare or _just_told(alone[0], read) or _is_sure(alone))
    again = again or not _just_told(alone[0], read) and _repeats_the_last(answer, read, desk)
    if not found or is_report_reading(question.intent) or again:
        return False
    if answer.status == "answered" and lacks_its_year(read.said or read.text, text):
        return False
    counted = asks_for_their_number(read.said or read.text) and are_many(read.focus.matter)
    of_it = counted or question.intent == read.focus.intent or _share(_matter(read), text) >= _SAYS_IT
    if not of_it:
        return False
    left = MEASURES if holds_a_time(text) else frozenset()
    asked = [] if bare else [word for word in (*read.content_words, *read.named_words) if word not in left]
    if answer.status != "answered":
        same = asked and asks_the_same_of(read.said or read.text)  # « et en alternance ? »
        if same and alone[0].status == "answered" and _share(asked, alone[0].text) == 1.0:
            return False
        return not asked or _share(asked, text) >= (_SAYS_IT if _is_hardly_heard(alone) else 1.0)
    if asked and _share(asked, text) < 1.0:
        return False
    least = CLEAR if bare or alone[0].status != "answered" or _just_told(alone[0], read) else 0.0
    return question.sureness >= (least or alone[1].sureness)


def is_of_a_challenge_unnamed(alone: Told, read: Question) -> bool:
    """Whether a message without a subject, in a talk on the programme, or one on what EIGs have, is told an
    entry on a challenge that nobody spoke of: « et avant c'était plus facile ? », « un soutien psychologique
    pour les EIG ? ».
    """
    answer, question = alone
    named = [row.removeprefix("challenge:") for row in answer.rows if row.startswith("challenge:")]
    of_one = bool(answer.rows) and answer.rows[0].startswith("faq:") and len(named) == 1
    if of_one and question.intent in _OF_EIGS and not question.subjects and _FOR_EIGS.search(fold(read.text)):
        return named[0] not in read.focus.challenge and not asks_about_a_project(read)
    if not of_one or not read.focus.asked_programme or question.sureness >= PLAIN + 0.1:
        return False
    spoken_of = {*read.focus.challenge, *read.focus.talked, *question.values("challenge")}
    said = read.said or read.text
    return names_no_matter(said) and description_in(said) is None and named[0] not in spoken_of


def _matter(read: Question) -> list[str]:
    """The words of what the talk is on."""
    return matter_words(read.focus.matter) or content_words(words(read.focus.matter))


def _is_sure(alone: Told) -> bool:
    """Whether the words of a message alone were surely heard, and are told: « depuis quand ça existe »."""
    answer, question = alone
    return answer.status == "answered" and not question.ruled and question.confidence >= PLAIN


def _is_hardly_heard(alone: Told) -> bool:
    """Whether the words of a message alone are told hardly surer than anything else: « qui l'évalue »."""
    return not alone[1].ruled and not alone[1].inherited and alone[1].confidence < SURE


def _just_told(answer: Answer, read: Question) -> bool:
    return bool(answer.rows) and answer.rows[:1] == read.focus.rows[:1]


def _repeats_the_last(answer: Answer, read: Question, desk: Desk) -> bool:
    """Whether an answer says no more than the one just given did, in other words."""
    if answer.status != "answered" or not read.focus.rows or _just_told(answer, read):
        return False
    return repeats(plain_text(answer.blocks[:1]), text_of(read.focus.rows[0], read.lang, desk))


def _was_told(question: Question, desk: Desk) -> bool:
    """Whether the last answer gave the time that is asked, as « combien de temps pour répondre ? »."""
    asked = set(content_words(words(question.said)))
    told = text_of(question.focus.rows[0], question.lang, desk) if question.focus.rows else ""
    of_what = asked - MEASURES
    return of_what < asked and bool(of_what) and holds_a_time(told) and _share([*of_what], told) == 1.0


def _said_of_the_last(answer: Answer, question: Question, desk: Desk) -> float:
    """How many of the last question's words an answer has, but for those that all answers have: « EIG »."""
    last = [word for word in content_words(words(question.focus.said)) if stem(word) not in _SAID_BY_ALL]
    return _share(last, with_wordings(answer, desk)) if last else 0.0


def _share(asked: Sequence[str], text: str) -> float:
    """How many of some words a text has."""
    said = set(stems(text))
    return sum(accounted(stem(word), said) for word in asked) / (len(asked) or 1)
