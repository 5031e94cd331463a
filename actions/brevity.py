"""What an answer says beside its first statement, without what only repeats it or held in the past.

Only the answer that is given is shortened: how sure it is, is judged by all of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from actions.answer import Answer, Block, ItemList, Paragraph, QuickReply
from actions.compose import plain_text, reply
from actions.desk import Desk
from actions.evidence import holds_today, statements_of
from actions.own_case import own_case_first
from actions.question import Question
from actions.times import names_a_time
from actions.verdict import without_unasked_yes
from actions.wording import say
from knowledge.text import content_stems, fold

SAME_FIGURES, SAME_WORDS = 0.6, 0.7
"""Share of its words that a text which says the same figures, or none, has in common with what was said."""
TOLD_MORE_FULLY = 0.8
"""That share from which a statement is left to a later one that says it and more: it may need its place."""
SAID_ALREADY = 0.32
"""Share of the words of a further text without a new figure from which what stands above it has said it."""
OFFERED, OFFERS = 0.55, 2
"""Fit from which the question of an entry that is not told is offered, and how many are."""
_TOLD_APART = 2
"""Promotions asked about from which each is told of, though in the same words."""
_FIGURE = re.compile(r"\d+(?:[ \u00a0\u202f,.]\d{3})*")
_ADDRESS = re.compile(r"[\w.-]+@[\w.-]+\w|https?://\S+")
_NO_FIGURE = re.compile(r"(?:promotions?|DIG|EIG) (?:\d(?:,| et| à| and| to)? ?)*$|(?:depuis|since) $", re.I)
"""Before a number that is no figure: of a promotion, of the year from which a rule holds."""
_BEFORE = 24
"""Characters before a number in which such words stand."""


def briefly(answer: Answer, question: Question, desk: Desk) -> Answer:
    """The answer without the further statements that lie far from the question or repeat what it said before
    them, nor, where today was asked about and is told first, the rules of promotions of the past, nor a yes
    that was not asked for; and the case that the message states before the others.
    """
    return own_case_first(without_unasked_yes(_shortened(answer, question, desk), question), question)


def _shortened(answer: Answer, question: Question, desk: Desk) -> Answer:
    if answer.status != "answered" or len(answer.blocks) < 2:
        return answer
    answer = _without_asides(answer, question, desk) if desk.search.by_meaning else answer
    first, also = answer.blocks[0], answer.blocks[-1]
    if not isinstance(first, Paragraph) or len(answer.blocks) != 2:
        return answer
    if isinstance(also, Paragraph):
        twin = question.intent == "nlu_fallback" and repeats(also.text, first.text)
        return _with_blocks(answer, [first]) if twin else answer
    if not isinstance(also, ItemList) or also.title != say(question.lang, "also_said"):
        return answer
    told = statements_of(answer.rows[: 1 + len(also.items)], desk)
    today = bool(told) and told[0] is not None and holds_today(told[0], desk)
    today = today and not names_a_time(question)
    kept: list[str] = []
    for item, statement in zip(also.items, told[1:], strict=False):
        past = today and statement is not None and not holds_today(statement, desk)
        if not past and not repeats(item, " ".join([first.text, *kept])):
            kept.append(item)
    if len(question.values("promotion")) < _TOLD_APART:
        kept = [item for n, item in enumerate(kept) if not _is_told_by_one_of(item, kept[n + 1 :])]
    return _with_also(answer, first, also, kept)


def _is_told_by_one_of(item: str, later: Sequence[str]) -> bool:
    return any(repeats(item, one, TOLD_MORE_FULLY) for one in later)


def _without_asides(answer: Answer, question: Question, desk: Desk) -> Answer:
    """The answer without the further statements that lie far from the question, as its vector tells."""
    first, also = answer.blocks[0], answer.blocks[-1]
    if not answer.aside or not isinstance(also, ItemList) or len(answer.blocks) > 2:
        return answer
    items = list(zip(also.items, answer.rows[1:], strict=False))
    shown = _with_also(answer, first, also, [item for item, row in items if row not in answer.aside])
    unsaid = [
        row for item, row in items if row in answer.aside and not is_said_in(item, shown.text, SAID_ALREADY)
    ]
    return replace(
        shown,
        quick_replies=(*answer.quick_replies, *_offers(unsaid, question, desk)),
        rows=tuple(row for row in answer.rows if row not in answer.aside),
        sources=tuple(source for source in answer.sources if source.id not in answer.aside),
        aside=frozenset(),
    )


def _offers(rows: Sequence[str], question: Question, desk: Desk) -> list[QuickReply]:
    """The questions that entries near the message answer, of those that are not told and written in full."""
    refs = [row.removeprefix("faq:") for row in rows if row.startswith("faq:")]
    found = desk.search.fits(question.bare, "faq", refs)
    entries = desk.faq([ref for ref in refs if found.get(ref, 0.0) >= OFFERED])
    labels = [entry.question(question.lang) for entry in entries]
    written = (label for label in labels if label[:1].isupper() and label.endswith("?"))
    return [reply(label) for label in written if fold(label) != fold(question.text)][:OFFERS]


def _with_also(answer: Answer, first: Block, also: ItemList, items: Sequence[str]) -> Answer:
    return _with_blocks(answer, [first, replace(also, items=tuple(items))] if items else [first])


def _with_blocks(answer: Answer, blocks: list[Block]) -> Answer:
    return replace(answer, blocks=tuple(blocks), text=plain_text(blocks))


def repeats(text: str, said: str, least: float = 0.0) -> bool:
    """Whether a text has no figure that what was ``said`` does not have, and most of its words: at least this
    share.
    """
    return is_said_in(text, said, max(least, SAME_FIGURES if _figures(text) else SAME_WORDS))


def is_said_in(text: str, said: str, least: float) -> bool:
    """Whether a text has no figure that ``said`` does not have, and at least this share of its words."""
    if _figures(text) - _figures(said):
        return False
    own = set(content_stems(text))
    return len(own & set(content_stems(said))) >= least * max(1, len(own))


@lru_cache(maxsize=512)
def _figures(text: str) -> frozenset[str]:
    """The numbers of a text but for those of promotions and beginnings, and the addresses in it."""
    return frozenset(_ADDRESS.findall(text)) | {
        re.sub(r"\D", "", found.group())
        for found in _FIGURE.finditer(text)
        if not _NO_FIGURE.search(text, max(0, found.start() - _BEFORE), found.start())
    }
