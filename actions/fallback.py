"""When no intent is sure: search the entries, offer near readings, or say honestly that it is not known."""

from __future__ import annotations

from collections.abc import Sequence

from actions.answer import Answer, Paragraph, QuickReply
from actions.compose import answered, clarify, contact_card, not_found, reply, source_of
from actions.desk import Desk
from actions.doubt import COURTESY, covers, explains, is_about_us
from actions.evidence import USES_NAMES
from actions.question import Question
from actions.tell import known_promotions
from actions.topic import REGISTRY, TopicAction, answers
from actions.wording import say
from knowledge.entries import Hit
from knowledge.statements import statements_by_id

NEAR = 0.52
"""Score from which a FAQ entry is offered as « vouliez-vous dire »."""
PATIENCE = 2
"""Misunderstandings in a row after which a person is offered."""
SAME_QUESTION, CERTAIN = 0.68, 0.8
"""Score at which a FAQ entry asks the same thing, and confidence at which the intent goes before it."""


class ActionDefaultFallback(TopicAction):
    """Answers questions that no topic claims; Rasa calls it by this name when no rule applies."""

    topic = "default_fallback"


class ActionFollowUp(TopicAction):
    """Asks the last question again about another subject (see :mod:`actions.subjects`)."""

    topic = "follow_up"


class ActionOutOfScope(TopicAction):
    """Says what is not ours, and what nobody publishes."""

    topic = "out_of_scope"


@answers("nlu_fallback", "follow_up")
def fallback(question: Question, desk: Desk) -> Answer:
    """Best entry if it fits, « vouliez-vous dire » if near, else not found or out of scope."""
    found = best_entry(question, desk)
    if found is not None:
        return found
    near = near_misses(question, desk)
    if question.focus.failures >= PATIENCE:
        return repeated_failure(question, desk)
    if near:
        return clarify(question, say(question.lang, "did_you_mean"), near)
    if is_about_us(question, desk):
        return not_found(question, desk, say(question.lang, "not_known"))
    return REGISTRY["out_of_scope"](question, desk)


@answers("unknown_detail")
def unknown_detail(question: Question, desk: Desk) -> Answer:
    """About the programme but rarely published: answered only when an entry says exactly that."""
    return best_entry(question, desk, strict=True) or not_found(
        question, desk, say(question.lang, "not_published")
    )


@answers("repeated_failure")
def repeated_failure(question: Question, desk: Desk) -> Answer:
    """After several misunderstandings: hand over, with what was asked."""
    text = say(question.lang, "repeated_failure", email=desk.contact_email())
    return Answer("contact", text, (Paragraph(text),), contact=contact_card(question, desk))


def best_entry(question: Question, desk: Desk, strict: bool = False) -> Answer | None:
    """The entry that covers the question, said as it stands, with a second one if it is as near."""
    hits = [hit for hit in desk.search.search(question.bare, 4) if covers(question, hit, strict)]
    hits = [hit for hit in hits if _holds_for(question, desk, hit)]
    if not hits:
        return None
    chosen = [hit for hit in hits if hit.score >= hits[0].score - 0.05][:2]
    texts, sources, rows = [], [], []
    for hit in chosen:
        if hit.kind == "faq":
            entry = desk.faq([hit.ref])[0]
            texts.append(entry.answer(question.lang))
            sources += [source_of(cited) for cited in entry.cited]
        else:
            statement = statements_by_id(desk.base, [int(hit.ref)])[0]
            texts.append(statement.text(question.lang))
            sources.append(source_of(statement.cited))
        rows.append(f"{hit.kind}:{hit.ref}")
    return answered([Paragraph(text) for text in dict.fromkeys(texts)], sources, rows=rows)


def exact_entry(question: Question, desk: Desk) -> Answer | None:
    """The FAQ entry that asks nearly the same words, unless the intent is surer than that."""
    if (
        question.confidence >= CERTAIN
        or question.inherited
        or question.intent in USES_NAMES | COURTESY | {"call_status", "next_call"}
    ):
        return None
    hits = desk.search.search(question.bare, 1, ("faq",))
    if not hits or hits[0].score < SAME_QUESTION:
        return None
    entry = desk.faq([hits[0].ref])[0]
    named = question.values("promotion")
    if named and not set(named) & set(entry.promotions):
        return None
    if not explains(question, desk, f"{entry.answer(question.lang)} {entry.asked}"):
        return None
    sources = [source_of(cited) for cited in entry.cited]
    return answered([Paragraph(entry.answer(question.lang))], sources, rows=[f"faq:{entry.id}"])


def near_misses(question: Question, desk: Desk) -> Sequence[QuickReply]:
    """Questions of the base near this one, as a person would ask them."""
    hits = [hit for hit in desk.search.search(question.bare, 3, ("faq",)) if hit.score >= NEAR]
    return [reply(entry.question(question.lang)) for entry in desk.faq([hit.ref for hit in hits])]


def _holds_for(question: Question, desk: Desk, hit: Hit) -> bool:
    """An entry about another promotion than the one asked about answers another question."""
    known, _ = known_promotions(question, desk)
    if not known:
        return True
    if hit.kind == "statement":
        return statements_by_id(desk.base, [int(hit.ref)])[0].subject in known
    promotions = desk.faq([hit.ref])[0].promotions
    return not promotions or bool(set(promotions) & set(known))
