"""What is told instead of the answer just given, to a message that asks something else."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from actions.answer import Answer, ItemList, Paragraph
from actions.answer_type import holds_a_time, lacks_its_year, missing_kinds
from actions.brevity import briefly
from actions.compose import not_found, plain_text
from actions.conversation.again import asks_the_same
from actions.conversation.context import Told, entries_on
from actions.conversation.matter import names_no_matter, stands_for_it
from actions.conversation.next_focus import KEEPS_FOCUS, REMEMBERED
from actions.desk import Desk
from actions.evidence import accounted
from actions.fallback import UNPUBLISHED, not_published
from actions.personal_data import without_personal_data
from actions.programme.challenge_intents import TOLD_BY_ITS_ROW, asked_of_challenge
from actions.programme.criteria import LIST_INTENTS, points_to_those
from actions.question import Question
from actions.retry import surest_other
from actions.silence import unpublished
from actions.told import lead_with_wordings
from actions.wording import say
from knowledge.references import find_references
from knowledge.text import fold, sentences, stem, stems

_CLAUSE = re.compile(r"(?<=;)\s+(?=[A-ZÀ-Ý])")
"""Before what a sentence tells of the next challenge or person: « Adler, Delphine Le ; CartoBio, … »."""
_LEANING = re.compile(r"(?:Ils?|Elles?|Ceux|Celles?|Celui|Ce|Cela|It|They|He|She|This|These)\b")
"""A sentence that begins with a pronoun says nothing without the one before."""
_EMPHASIS = frozenset(
    "exactement exact precisement precis vraiment concretement reellement juste simplement encore exactly "
    "precisely really actually just lequel laquelle lesquels lesquelles".split()
)
"""Words that ask nothing by themselves: « pourquoi exactement »."""
_OF_A_TIME = frozenset(
    stem(word)
    for word in (
        "an ans annee annees date dates delai delais duree jour jours mois moment temps heure year years day "
        "month time"
    ).split()
)
"""Words of a message that a date or a duration answers: « en quelle année ? », « dans quel délai ? »."""
_SHOWN = frozenset(
    stem(word)
    for word in (
        "equipe team membres members gens personnes monde administration administrations ministere "
        "ministeres organisme organismes ville villes promotion promotions bodies ministries towns cohorts"
    ).split()
)
"""Words for what a challenge's row shows without saying them."""
_EXAMPLES = re.compile(r"\b(?:exemples?|examples?)\b")
_MOST_QUOTED = 120
"""Characters of a message that are quoted back."""


def unless_just_said(told: Told, read: Question, desk: Desk) -> Told:
    """``told``, or where it begins with what was just told although the message ``read`` asks something else:
    another sure answer that speaks of that, else what the answer says of it, else that nothing does.
    """
    answer, question = told
    if _is_of_none_listed(told, read) or _is_the_same_of_a_challenge(told, read):
        return _of_its_challenge(told, read, desk)
    of_a_job = bool(read.values("skill")) and not read.content_words  # « et pour un designer ? »
    again = of_a_job or asks_the_same(read) or stands_for_it(read.said or read.text)
    if not _begins_as_before(answer, question) or question.ruled or again:
        return told
    as_before = _is_as_before(answer, question)
    promotions = [one for one in read.values("promotion") if desk.promotion(one)]
    examples = _EXAMPLES.search(fold(read.text)) is not None
    wanted = {"exempl", "exampl"} if examples else _new_words(read)
    if not wanted and promotions:
        return _of_the_promotions(promotions, told, read, desk) if as_before else told
    lead = plain_text(answer.blocks[:1])
    lacks = bool(missing_kinds(read.text, lead)) or lacks_its_year(read.text, lead)
    if not lacks and holds_a_time(lead):
        wanted = wanted - _OF_A_TIME
    if not (wanted or lacks):
        return (read.content_words and _on_the_challenge(wanted, question, desk)) or told
    if not lacks and _speaks_of(wanted, lead_with_wordings(answer, desk)):
        return told
    another = None if examples else _on_the_challenge(wanted, question, desk) or _another(wanted, read, desk)
    if another is not None:
        return another
    said = [text for text in _clauses(answer) if _speaks_of(wanted, text)]
    if said and not lacks:
        return _with_only(said, answer), question
    return _nothing_more(read, question, desk) if as_before or examples else told


def _begins_as_before(answer: Answer, question: Question) -> bool:
    """Whether an answer on the programme begins with what the last one began with. The card of a challenge
    may be told again: « et leurs administrations ? » is answered by it as well.
    """
    focus, row = question.focus, next(iter(answer.rows), "")
    if answer.status != "answered" or focus.status != "answered" or focus.rows[:1] != (row,):
        return False
    return row.startswith(("faq:", "statement:")) and question.intent not in KEEPS_FOCUS


def _is_as_before(answer: Answer, question: Question) -> bool:
    """Whether nothing else was told last. A rule alone may be asked for anew in other words, by its intent:
    « et tout à distance, de Montréal ? » after « le télétravail ? ».
    """
    rows = answer.rows[:REMEMBERED]
    return rows == question.focus.rows and (len(rows) > 1 or rows[0].startswith("faq:"))


def _is_of_none_listed(told: Told, read: Question) -> bool:
    """Whether « lesquels existent toujours ? » after a list of challenges is told something else."""
    answer, question = told
    if not read.focus.listed or answer.status != "answered" or question.intent in KEEPS_FOCUS:
        return False
    return points_to_those(read) and not any(row.startswith("challenge:") for row in answer.rows)


def _is_the_same_of_a_challenge(told: Told, read: Question) -> bool:
    """Whether what a challenge's row tells is told again to who asks something else: « et la licence ? »."""
    answer, question = told
    focus, row = read.focus, next(iter(answer.rows), "")
    if not row.startswith("challenge:") or focus.rows[:1] != (row,) or question.intent != focus.intent:
        return False
    if question.intent in LIST_INTENTS and not read.subjects:
        new = _new_words(read) - _SHOWN
        narrowed = len(answer.rows) < len(focus.listed)  # « le plus ancien »
        return bool(new) and not narrowed and not _speaks_of(new, answer.text)
    if read.values("skill"):  # the row names people with what they do
        return False
    asked = asked_of_challenge(fold(read.text)) or ""
    if question.intent not in TOLD_BY_ITS_ROW - {"describe_challenge", asked} or answer.status != "answered":
        return False
    new = _new_words(read) - _SHOWN
    return bool(new) and not _speaks_of(new, answer.text)


def _of_its_challenge(told: Told, read: Question, desk: Desk) -> Told:
    """What the entries on the challenge tell of it instead, or what is surely told of another matter, as
    « et les orgues ? »; else that nothing does.
    """
    wanted = _new_words(read)
    another = _on_the_challenge(wanted, told[1], desk)
    if another is None and not points_to_those(read):
        another = _another(wanted, read, desk)
    return another or _nothing_more(read, told[1], desk)


def _new_words(read: Question) -> set[str]:
    """Stems of the words with a meaning that the last question did not have."""
    before = {*stems(read.focus.text), *stems(read.focus.said)}
    own = {stem(word) for word in (*read.content_words, *read.named_words) if word not in _EMPHASIS}
    return {word for word in own if not accounted(word, before)}


def _speaks_of(wanted: Collection[str], text: str) -> bool:
    """Whether a text has at least half of the words ``wanted``."""
    said = set(stems(text))
    return 2 * sum(accounted(word, said) for word in wanted) >= len(wanted)


def _on_the_challenge(wanted: Collection[str], question: Question, desk: Desk) -> Told | None:
    """What the entries on the challenge spoken of tell of the words ``wanted``."""
    challenge = question.values("challenge") if "challenge" in question.inherited else ()
    told = entries_on(question, challenge[0], desk) if len(challenge) == 1 else None
    if (
        told is None
        or told.rows[:1] == question.focus.rows[:1]
        or not _speaks_of(wanted, lead_with_wordings(told, desk))
    ):
        return None
    return told, question.with_intent("describe_challenge")


def _another(wanted: Collection[str], read: Question, desk: Desk) -> Told | None:
    """The surest other answer to the message, or to it as the first of a talk, that speaks of the words
    ``wanted``.
    """

    def fits(answer: Answer) -> bool:
        lead = lead_with_wordings(answer, desk)
        return _speaks_of(wanted, lead) and not lacks_its_year(read.text, lead)

    told, first = read.focus.rows, replace(read, focus=read.focus.cleared())
    another = surest_other(read, told, desk, fits) or surest_other(first, told, desk, fits)
    if another is None:
        return None
    answer, question = another
    return briefly(answer, question, desk), replace(question, focus=read.focus)


def _of_the_promotions(promotions: Collection[str], told: Told, read: Question, desk: Desk) -> Told:
    """What the answer says of the promotions that the message names: « et dans la promo 5 ? »."""
    answer, question = told
    said, kept = [], False
    for clause in _clauses(answer):
        named = {one.value for one in find_references(clause) if one.kind == "promotion"}
        kept = bool(named & set(promotions)) if named else kept
        said += [clause] if kept else []
    return (_with_only(said, answer), question) if said else _nothing_more(read, question, desk)


def _clauses(answer: Answer) -> list[str]:
    """The sentences of an answer, cut where one tells of several things in turn."""
    texts: list[str] = []
    for block in answer.blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif isinstance(block, ItemList):
            texts += block.items
    every = (clause for text in texts for sentence in sentences(text) for clause in _CLAUSE.split(sentence))
    clauses: list[str] = []
    for clause in every:
        if clauses and _LEANING.match(clause):
            clauses[-1] = f"{clauses[-1]} {clause}"
        else:
            clauses.append(clause)
    return clauses


def _with_only(said: Sequence[str], answer: Answer) -> Answer:
    text = " ".join(said)
    return replace(answer, text=text, blocks=(Paragraph(text),))


def _nothing_more(read: Question, question: Question, desk: Desk) -> Told:
    """What an entry says of it that no source answers, else that the sources say no more."""
    says_what = len(read.content_words) > 1 and not names_no_matter(read.said or read.text)
    known = unpublished(read, desk) if says_what else None
    if known is not None and known[1] >= UNPUBLISHED:
        return not_published(read, desk, known[0]), question.with_intent("nlu_fallback")
    asked = without_personal_data(read.said or read.text).strip(" ?!.,")[:_MOST_QUOTED]
    unknown = question.with_intent("nlu_fallback")
    return not_found(unknown, desk, say(read.lang, "nothing_more", asked=asked)), unknown
