"""Courtesy, what the assistant is, and the way to a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, Link, Paragraph, Source
from actions.compose import answered, contact_card, plain, source_of
from actions.conversation.complaints import asks_how_you_are
from actions.conversation.wishes import says_it_was_not_answered, says_it_was_unclear
from actions.desk import Desk
from actions.evidence import statements_of
from actions.fallback import examples, not_ours
from actions.question import Question
from actions.registry import REGISTRY, answers
from actions.topic import TopicAction
from actions.wording import say
from knowledge.faq import ContactAddress, contacts

_SITE = re.compile(r"(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:fr|org|com|io|eu)\b(?:/[\w./-]*\w)?", re.ASCII)
_MOST_LINKS = 4
_MOST_TOLD = 6
"""Facts whose source is told, or sources of an answer that states none by itself."""


class ActionSmallTalk(TopicAction):
    """Answers that state no fact, and the contact."""

    topic = "small_talk"


@answers("greet", "goodbye", "thank", "bot_identity", "capabilities", "insult")
def courtesy(question: Question, desk: Desk) -> Answer:
    """A short courteous sentence; greetings and help come with examples."""
    if question.intent == "insult" and question.focus.failures >= 2:
        return REGISTRY["repeated_failure"](question, desk)
    if question.intent == "insult" and says_it_was_unclear(question.text):
        return plain("smalltalk", say(question.lang, "unclear"))
    if question.intent == "insult":
        wording = "unanswered" if says_it_was_not_answered(question.text) else "insult"
        text = say(question.lang, wording, email=desk.contact_email())
        return replace(plain("smalltalk", text), contact=contact_card(question, desk))
    replies = examples(question, desk) if question.intent in ("greet", "capabilities", "bot_identity") else []
    wording = "how_are_you" if asks_how_you_are(question.said or question.text) else question.intent
    return plain("smalltalk", say(question.lang, wording), replies)


@answers("affirm", "deny")
def yes_or_no(question: Question, _desk: Desk) -> Answer:
    """Yes or no to nothing in particular: ask what the person would like to know."""
    return plain("smalltalk", say(question.lang, question.intent))


@answers("words_kept")
def words_kept(question: Question, _desk: Desk) -> Answer:
    """What the assistant does with what people write to it; the page on personal data says how long."""
    return plain("smalltalk", say(question.lang, "words_kept"))


@answers("not_understood")
def not_understood(question: Question, desk: Desk) -> Answer:
    """Signs or letters that are no words: say what may be asked, with examples."""
    if question.focus.failures >= 2:
        return REGISTRY["repeated_failure"](question, desk)
    return plain("out_of_scope", say(question.lang, "not_understood"), examples(question, desk))


@answers("human_contact")
def human_contact(question: Question, desk: Desk) -> Answer:
    """The address, its source, and a message prepared without personal data."""
    card = contact_card(question, desk)
    known = [c for c in contacts(desk.base) if c.current]
    text = say(question.lang, "human_contact", email=card.email)
    lines = [
        text,
        *(
            f"{c.label(question.lang)} : {c.email or c.url}"
            for c in known
            if card.email not in (c.email, c.url)
        ),
    ]
    sources = tuple(source_of(c.cited) for c in known)
    return Answer(
        "contact", "\n".join(lines), tuple(Paragraph(line) for line in lines), sources, contact=card
    )


@answers("contact_address")
def contact_address(question: Question, desk: Desk) -> Answer:
    """The programme's addresses, as facts with their sources."""
    known = [c for c in contacts(desk.base) if c.current]
    entries = desk.faq(["prog-contact"])
    lines = [entry.answer(question.lang) for entry in entries]
    told = " ".join(lines)
    lines += [f"{c.label(question.lang)} : {c.email or c.url}" for c in known if not _is_in(told, c)]
    sources = [source_of(cited) for entry in entries for cited in entry.cited]
    sources += [source_of(c.cited) for c in known]
    return answered([Paragraph(line) for line in lines], sources, rows=[f"faq:{e.id}" for e in entries])


def _is_in(told: str, contact: ContactAddress) -> bool:
    """Whether an address has been told already."""
    return (contact.email or contact.url or "") in told


@answers("explain_source")
def explain_source(question: Question, desk: Desk) -> Answer:
    """Where the last answer came from; after a refusal, where the last one with facts did."""
    focus = question.focus
    told = focus.sources if focus.told_before is None else focus.told_before
    sources = [Source(**source) for source in told]
    if not sources:
        return plain("smalltalk", say(question.lang, "no_fact_told" if focus.sources else "no_last_source"))
    lines = [_with_its_sources(told, cited) for told, cited in _told(question, desk)[:_MOST_TOLD]]
    lines = lines or [_cite(source) for source in sources[:_MOST_TOLD]]
    said = "last_sources" if question.focus.status == "answered" else "sources_before"
    return answered([Paragraph(say(question.lang, said)), *map(Paragraph, lines)], sources)


def _told(question: Question, desk: Desk) -> list[tuple[str, list[Source]]]:
    """Each fact of the last answer, in its order, with its sources."""
    found, rows = [], question.focus.rows
    for row, statement in zip(rows, statements_of(rows, desk), strict=True):
        if statement is not None:
            found.append((statement.text(question.lang), [source_of(statement.cited)]))
        elif row.startswith("faq:"):
            entries = desk.faq([row.removeprefix("faq:")])
            found += [(one.answer(question.lang), list(map(source_of, one.cited))) for one in entries]
    return found


def _with_its_sources(told: str, sources: Sequence[Source]) -> str:
    return f"{told} – {' '.join(map(_cite, sources))}"


@answers("last_links")
def links_told(question: Question, desk: Desk) -> Answer:
    """The sites that the last answer names, and the pages it rests on: « le lien stp »."""
    sources = [Source(**source) for source in question.focus.sources]
    refs = [row.partition(":")[2] for row in question.focus.rows if row.startswith("faq:")]
    told = "\n".join(entry.answer(question.lang) for entry in desk.faq(refs))
    sites = [Link(site, f"https://{site}") for site in dict.fromkeys(_SITE.findall(told))]
    pages = [Link(source.title, source.url) for source in sources if source.url]
    links = list({link.url: link for link in (*sites, *pages)}.values())[:_MOST_LINKS]
    if not links:
        return explain_source(question, desk)
    lines = [link.url if link in sites else f"{link.label} : {link.url}" for link in links]
    lead = Paragraph(say(question.lang, "last_links"))
    return answered([lead, *map(Paragraph, lines)], sources, rows=question.focus.rows, links=links)


def _cite(source: Source) -> str:
    address = None if source.report else source.url  # a section of a report is found by its title
    parts = [source.title, source.publisher, source.locator, address]
    quoted = f" « {source.quote} »" if source.quote else ""
    return ", ".join(part for part in parts if part) + "." + quoted


@answers("out_of_scope")
def out_of_scope(question: Question, desk: Desk) -> Answer:
    """Not ours: say what is."""
    if question.focus.failures >= 2:
        return REGISTRY["repeated_failure"](question, desk)
    return not_ours(question, desk, say(question.lang, "out_of_scope"))
