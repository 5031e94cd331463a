"""A message read once more after the words of the last question: « de quelle durée ? » of the contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from actions.answer import Answer
from actions.conversation.courtesy import COURTESY, intent_heard, is_surely_courteous
from actions.conversation.focus import Focus
from actions.conversation.matter import is_bare, matter_words, names_no_matter
from actions.desk import Desk
from actions.evidence import accounted
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.programme.criteria import LIST_INTENTS
from actions.question import CLEAR, PLAIN, SAYS_NO_SUBJECT, SUBJECT_KINDS, SURE, Question, content_words
from actions.reports.routing import is_report_reading
from actions.told import lead_with_wordings, with_wordings
from knowledge.text import stem, stems, words

_MOST_WORDS, _MOST_WITH_A_MEANING = 12, 4
"""Longer messages say themselves what they ask."""
_LONGEST_QUESTION = 30
"""Words of a last question that may be read once more."""
_SAID_BY_ALL = frozenset(stem(word) for word in ("eig", "eigs", "programme", "program"))
_OF_THE_DATES = frozenset(("promotion", "year", "named_year", "audience"))
"""Kinds that a message takes from the talk whatever it asks."""
_SAYS_NOTHING, _SAYS_IT = 0.2, 0.5
"""Share of the last question's words up to which an answer is on another matter, and from which on it."""

Told = tuple[Answer, Question]


def after_the_last(text: str, parsed: Mapping[str, Any], focus: Focus) -> str | None:
    """The message after the words of the last question on the programme, if it names no subject itself."""
    on_a_report = focus.on_a_report or not focus.asked_programme
    if on_a_report or focus.status != "answered" or focus.intent in CHALLENGE_INTENTS:
        return None
    named = {entity["entity"] for entity in parsed.get("entities") or ()}
    last = focus.text if focus.text.endswith(focus.said) else focus.said
    if named & set(SUBJECT_KINDS) or not last or len(words(last)) > _LONGEST_QUESTION:
        return None
    if is_surely_courteous(text, parsed) or is_report_reading(intent_heard(parsed)):
        return None
    if len(words(text)) > _MOST_WORDS or len(content_words(words(text))) > _MOST_WITH_A_MEANING:
        return None
    return f"{last.rstrip(' ?!.')}, {text}"


def is_of_another_matter(alone: Told, desk: Desk) -> bool:
    """Whether the words of a message alone have no answer, or one that says nothing of the last question."""
    answer, question = alone
    if question.ruled or question.confidence >= 1.0 or question.intent in COURTESY:
        return False
    if is_report_reading(question.intent) or answer.status not in ("answered", "not_found", "out_of_scope"):
        return False
    if question.intent == "out_of_scope" and question.confidence >= SURE:
        return False
    if answer.status != "answered":
        return True
    return question.inherited <= _OF_THE_DATES and _said_of_the_last(answer, question, desk) <= _SAYS_NOTHING


def tells_both(within: Told, alone: Told, read: Question, desk: Desk) -> bool:
    """Whether the reading after the last question is answered, no less surely than the words ``alone``, with
    what speaks of both: all that the message ``read`` asks, or half of it where nothing else is told.
    """
    answer, question = within
    if answer.status != "answered" or not answer.rows or is_report_reading(question.intent):
        return False
    asked = [*read.content_words, *read.named_words]
    said = _share(asked, with_wordings(answer, desk))
    few = alone[0].status != "answered" and len(asked) <= SAYS_NO_SUBJECT
    if asked and said < (_SAYS_IT if few else 1.0) or question.sureness < PLAIN:
        return False
    if alone[0].status != "answered":
        return True
    if question.intent == alone[1].intent and question.intent not in LIST_INTENTS:
        return False  # « ça paye combien ? » after « c'est quoi un EIG Link » says what it asks
    return question.sureness >= alone[1].sureness and _said_of_the_last(answer, question, desk) >= _SAYS_IT


def passes_over_the_matter(alone: Told, read: Question, desk: Desk) -> bool:
    """Whether the words of a message alone have no answer, one that says nothing of what the talk is on, or
    the one just given.
    """
    answer, question = alone
    if question.ruled or question.intent in COURTESY or is_report_reading(question.intent):
        return False
    if answer.status not in ("answered", "not_found", "out_of_scope"):
        return False
    if answer.status != "answered":
        return not answer.tells_that_nobody_does
    if _just_told(answer, read):
        asked = [*read.content_words, *read.named_words]
        return not asked or _share(asked, lead_with_wordings(answer, desk)) < 1.0
    said, rewritten = read.said or read.text, question.text != read.text
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
    again = _just_told(answer, read) and (not bare or _just_told(alone[0], read))
    if not found or is_report_reading(question.intent) or again:
        return False
    if question.intent != read.focus.intent and _share(_matter(read), text) < _SAYS_IT:
        return False
    asked = [] if bare else [*read.content_words, *read.named_words]
    if _share(asked, text) < 1.0 and asked:
        return False
    if answer.status != "answered":
        return True
    least = CLEAR if bare or alone[0].status != "answered" or _just_told(alone[0], read) else 0.0
    return question.sureness >= (least or alone[1].sureness)


def _matter(read: Question) -> list[str]:
    """The words of what the talk is on."""
    return matter_words(read.focus.matter) or content_words(words(read.focus.matter))


def _just_told(answer: Answer, read: Question) -> bool:
    return bool(answer.rows) and answer.rows[:1] == read.focus.rows[:1]


def _said_of_the_last(answer: Answer, question: Question, desk: Desk) -> float:
    """How many of the last question's words an answer has, but for those that all answers have: « EIG »."""
    last = [word for word in content_words(words(question.focus.said)) if stem(word) not in _SAID_BY_ALL]
    return _share(last, with_wordings(answer, desk)) if last else 0.0


def _share(asked: Sequence[str], text: str) -> float:
    """How many of some words a text has."""
    said = set(stems(text))
    return sum(accounted(stem(word), said) for word in asked) / (len(asked) or 1)
