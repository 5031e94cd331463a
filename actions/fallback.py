"""When no intent is sure: search the entries, offer near readings, or say honestly that it is not known."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from actions.answer import Answer, Paragraph, QuickReply
from actions.compose import answered, clarify, contact_card, not_found, plain, reply, source_of
from actions.conversation.courtesy import COURTESY
from actions.conversation.wishes import wants_a_person
from actions.desk import Desk
from actions.doubt import NO_FACTS, is_about_us
from actions.evidence import holds_for, is_of_a_challenge_unasked
from actions.programme.call_intents import CALL_INTENTS
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.programme.hosts import is_for
from actions.question import PLAIN, Question
from actions.registry import REGISTRY, answers
from actions.reports import routing
from actions.silence import unpublished
from actions.tell import known_promotions
from actions.told import told_by
from actions.wording import say
from knowledge.calls import calls
from knowledge.entries import Hit
from knowledge.faq import FaqEntry
from knowledge.statements import PROGRAMME, statements_by_id

NEAR = 0.52
"""Score from which a FAQ entry is offered as « vouliez-vous dire »."""
UNPUBLISHED = 0.5
"""Score from which an entry about what is not published says so."""
SAME_WORDS, _OWN_WORDS = 0.95, 3
"""Similarity from which a message is a wording of an entry, and the meaningful words it must have."""
_NEARLY_THE_WORDS = 0.85
"""Similarity from which an entry is told to a message whose words have no meaning of their own."""
_NEVER_WRITTEN = frozenset({"human_contact", "person_lookup"})
"""Intents answered by a person, or not at all."""
_OF_THE_PROMOTION = 0.08
"""Added to the score of an entry on the very promotion asked about."""
MOSTLY_SAID = 0.5
"""Coverage from which words alone, without sentence vectors, find an entry."""
PATIENCE = 2
"""Misunderstandings in a row after which a person is offered."""
_EXAMPLES = ("example_apply", "example_who", "example_pay")
_EXAMPLES_OF_A_CALL = ("example_call", "example_challenges", "example_pay")
_EXAMPLES_ON_REPORTS = ("example_reports", "example_reports_matter", "example_reports_number")
"""Questions to begin with, those while a call is open, and those to go on with after a report."""


@answers("nlu_fallback", "follow_up")
def fallback(question: Question, desk: Desk) -> Answer:
    """Nothing was understood: refuse, offering what is near."""
    return refusal(question, desk, near=True)


def refusal(question: Question, desk: Desk, near: bool) -> Answer:
    """Not published, « vouliez-vous dire » if ``near`` and something is, not found or out of scope."""
    known = unpublished(question, desk)
    if known and known[1] >= UNPUBLISHED:
        return not_published(question, desk, known[0])
    offered = near_misses(question, desk) if near else ()
    if question.focus.failures >= PATIENCE:
        return repeated_failure(question, desk)
    if offered:
        return clarify(question, say(question.lang, "did_you_mean"), offered)
    if is_about_us(question):
        return not_found(question, desk, say(question.lang, "not_known"))
    return REGISTRY["out_of_scope"](question, desk)


def not_ours(question: Question, desk: Desk, text: str) -> Answer:
    """That something is not ours, with what is and examples of it."""
    full = f"{text} {say(question.lang, 'what_is_ours')}"
    return plain("out_of_scope", full, examples(question, desk))


def examples(question: Question, desk: Desk) -> list[QuickReply]:
    """What may be asked next: of reports where the talk is on one, else by whether there is a call."""
    if question.focus.on_a_report or question.focus.reports or routing.is_about_reports(question):
        return [reply(say(question.lang, key)) for key in _EXAMPLES_ON_REPORTS]
    is_open = any(call.status(desk.now) == "open" for call in calls(desk.base))
    keys = _EXAMPLES_OF_A_CALL if is_open else _EXAMPLES
    return [reply(say(question.lang, key)) for key in keys]


@answers("unknown_detail")
def unknown_detail(question: Question, desk: Desk) -> Answer:
    """About the programme but rarely published."""
    return not_found(question, desk, say(question.lang, "not_published"))


@answers("repeated_failure")
def repeated_failure(question: Question, desk: Desk) -> Answer:
    """After several misunderstandings: hand over, with what was asked."""
    text = say(question.lang, "repeated_failure", email=desk.contact_email())
    return Answer("contact", text, (Paragraph(text),), contact=contact_card(question, desk))


def entry_answer(question: Question, desk: Desk) -> Answer | None:
    """The published entry that fits best, whatever the intent, with a second one if it is as near."""
    hits = [hit for hit in desk.search.search(question.bare, 8) if _holds_for(question, desk, hit)]
    hits = [hit for hit in hits if hit.similarity is not None or hit.coverage >= MOSTLY_SAID]
    told = told_by(hits, question.lang, desk)
    hits = [hit for hit in hits if (hit.kind, hit.ref) in told]
    hits = [hit for hit in hits if is_for(told[hit.kind, hit.ref].text, question)]
    if not question.content and not question.subjects:  # « et c'est où ? »: near to anything
        hits = [hit for hit in hits if hit.similarity is not None and hit.similarity >= _NEARLY_THE_WORDS]
    hits = [hit for hit in hits if hit.kind != "faq" or not _is_unasked(question, hit, desk)]
    known = set(known_promotions(question, desk)[0])
    hits.sort(key=lambda hit: -hit.score - _OF_THE_PROMOTION * _is_of(hit, known, desk))
    return _say_entries(question, desk, [h for h in hits if h.score >= hits[0].score - 0.05][:2])


def _is_unasked(question: Question, hit: Hit, desk: Desk) -> bool:
    return is_of_a_challenge_unasked(question, desk.faq([hit.ref])[0], desk)


def _is_of(hit: Hit, known: Collection[str], desk: Desk) -> bool:
    """Whether an entry is said of one of the promotions ``known`` to be asked about, not of all of them."""
    return hit.kind == "faq" and bool(set(known) & set(desk.faq([hit.ref])[0].promotions))


def as_written(question: Question, desk: Desk) -> Answer | None:
    """The entry that is asked for in just these words, published or not; None when none is.

    Not where the message names a promotion or a year that the entry does not: they are left out of the words.
    Short questions, that any topic answers, are left to it, unless they are a wording to the letter.
    """
    if question.intent in CALL_INTENTS or not question.content_words:
        return None
    hits = desk.search.search(question.bare, 3, ("faq",))
    for hit in hits if _is_hardly_understood(question) else ():
        if desk.search.is_worded("faq", hit.ref, question.text):
            return _say_entry(question, desk, hit, desk.faq([hit.ref])[0])
    if question.intent in _NEVER_WRITTEN or len(question.content_words) < _OWN_WORDS:
        return None
    for hit in hits:
        if hit.similarity is None or hit.similarity < SAME_WORDS or hit.coverage < 1.0:
            return None
        entry = desk.faq([hit.ref])[0]
        dated = bool({"promotion", "year"} & question.entities.keys())
        if holds_for(entry, known_promotions(question, desk)[0]) and (entry.promotions or not dated):
            return _say_entry(question, desk, hit, entry)
    return None


def _is_hardly_understood(question: Question) -> bool:
    """Whether a wording of the base tells more than what was heard; not of the wish for a person."""
    if wants_a_person(question.text):
        return False
    return question.confidence < PLAIN or question.intent in COURTESY | NO_FACTS | CHALLENGE_INTENTS


def _say_entry(question: Question, desk: Desk, hit: Hit, entry: FaqEntry) -> Answer | None:
    return _say_entries(question, desk, [hit]) if entry.published else not_published(question, desk, entry)


def not_published(question: Question, desk: Desk, entry: FaqEntry, rows: Sequence[str] = ()) -> Answer:
    """What an entry says of what no source tells; ``rows`` are those beside its own.

    Who answers what is not ours is no question for the programme's team, unless the message names something
    of the programme or of the reports.
    """
    rows = [f"faq:{entry.id}", *rows]
    if entry.outside and not _names_what_is_ours(question):
        return replace(not_ours(question, desk, entry.answer(question.lang)), rows=tuple(rows))
    return not_found(question, desk, entry.answer(question.lang), rows=rows)


def _names_what_is_ours(question: Question) -> bool:
    named = question.entities.keys() & {"promotion", "challenge", "person"}
    return bool(named or routing.PROGRAMME & set(question.content)) or routing.is_about_reports(question)


def _say_entries(question: Question, desk: Desk, hits: Sequence[Hit]) -> Answer | None:
    told = told_by(hits, question.lang, desk).values()
    if not told:
        return None
    sources = [source_of(cited) for one in told for cited in one.cited]
    paragraphs = [Paragraph(text) for text in dict.fromkeys(one.text for one in told)]
    return answered(paragraphs, sources, rows=[one.row for one in told])


def near_misses(question: Question, desk: Desk) -> Sequence[QuickReply]:
    """Questions of the base near this one, as a person would ask them."""
    hits = [hit for hit in desk.search.search(question.bare, 3, ("faq",)) if hit.score >= NEAR]
    entries = desk.faq([hit.ref for hit in hits])
    return [reply(entry.question(question.lang)) for entry in entries if entry.published]


def _holds_for(question: Question, desk: Desk, hit: Hit) -> bool:
    """An entry about another promotion than the one asked about answers another question.

    One about all of them that tells of the year asked about does not: « le plan d'évaluation de 2021 ».
    """
    known, _ = known_promotions(question, desk)
    if not known:
        return True
    years = question.values("year")
    if hit.kind == "statement":
        statement = statements_by_id(desk.base, [int(hit.ref)])[0]
        of_the_year = statement.subject == PROGRAMME and any(year in statement.text_fr for year in years)
        return statement.subject in known or of_the_year
    return holds_for(desk.faq([hit.ref])[0], known)
