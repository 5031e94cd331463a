"""Put an answer together: sources from citations, quick replies, contact cards, empty-handed answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from urllib.parse import quote

from actions.answer import Answer, Block, Contact, ItemList, Link, Paragraph, QuickReply, Source, Table
from actions.desk import Desk
from actions.personal_data import without_personal_data
from actions.question import Question
from actions.wording import say
from knowledge.citations import Cited
from knowledge.faq import FaqEntry


@lru_cache(maxsize=4_096)
def source_of(cited: Cited, url: str | None = None) -> Source:
    """The source of one citation; ``url`` names a closer page than the publication's own. What is as of the
    day of the publication was not checked since.
    """
    return Source(
        f"{cited.source_id}:{cited.locator}"[:120], cited.title, cited.publisher, url or cited.url,
        cited.locator, cited.date, None if cited.as_of == cited.date else cited.as_of, cited.quote,
    )  # fmt: skip


def distinct(sources: Iterable[Source]) -> tuple[Source, ...]:
    """``sources`` in order, each place once; a section of a report once for each passage quoted from it."""
    kept: dict[tuple[str | None, ...], Source] = {}
    for source in sources:
        quoted = source.quote if source.report else None
        kept.setdefault((source.title, source.locator, quoted, source.report), source)
    return tuple(kept.values())


def answered(
    blocks: Sequence[Block],
    sources: Iterable[Source],
    *,
    rows: Iterable[str] = (),
    quick_replies: Sequence[QuickReply] = (),
    links: Sequence[Link] = (),
) -> Answer:
    """An answer from the base. Without a source it would be a claim: that is refused."""
    kept = distinct(sources)
    if not kept:
        raise ValueError("an answer from the base needs a source")
    return Answer(
        "answered",
        plain_text(blocks),
        tuple(blocks),
        kept,
        tuple(quick_replies),
        tuple(links),
        rows=tuple(rows),
    )


def plain_text(blocks: Sequence[Block]) -> str:
    """The blocks as one plain text, for doors that show no structure."""
    return "\n".join(part for block in blocks for part in _lines(block))


def _lines(block: Block) -> list[str]:
    if isinstance(block, ItemList):
        return [*([block.title] if block.title else []), *(f"– {item}" for item in block.items)]
    if isinstance(block, Table):
        head = [block.caption] if block.caption else []
        return [*head, " | ".join(block.columns), *(" | ".join(row) for row in block.rows)]
    if isinstance(block, Paragraph):
        return [block.text]
    if block.type == "quote":
        return [*([block.heading] if block.heading else []), f"« {block.text} »"]
    return [block.title, *(f"– {point.label} : {point.text}" for point in block.points)]


def with_lead(text: str, answer: Answer) -> Answer:
    """The same answer after a paragraph that says what must be known first."""
    blocks = (Paragraph(text), *answer.blocks)
    return replace(answer, blocks=blocks, text=plain_text(blocks))


def told_by(entries: Sequence[FaqEntry], lang: str, rows: Sequence[str] = ()) -> Answer:
    """What entries of the base say, a paragraph each, with their sources; ``rows`` follow their own."""
    return answered(
        [Paragraph(entry.answer(lang)) for entry in entries],
        [source_of(cited) for entry in entries for cited in entry.cited],
        rows=[*(f"faq:{entry.id}" for entry in entries), *rows],
    )


def not_found(
    question: Question, desk: Desk, text: str, replies: Sequence[QuickReply] = (), rows: Sequence[str] = ()
) -> Answer:
    """In scope but not in the base: say so, say what is there, offer a person.

    Of reports whom to tell that one is missing is said once, and not where the one meant is there.
    """
    email = desk.contact_email()
    on_reports = question.intent.startswith("report")
    offer = "offer_contact_reports" if on_reports else "offer_contact"
    unwanted = on_reports and (question.focus.failures or rows)
    full = text if email in text or unwanted else f"{text} {say(question.lang, offer, email=email)}"
    return Answer(
        "not_found",
        full,
        (Paragraph(full),),
        quick_replies=tuple(replies),
        contact=contact_card(question, desk),
        rows=tuple(rows),
    )


def clarify(question: Question, text: str, replies: Sequence[QuickReply]) -> Answer:
    """Two or more readings; the quick replies name them."""
    return Answer("clarify", text, (Paragraph(text),), quick_replies=tuple(replies))


def plain(status: str, text: str, replies: Sequence[QuickReply] = ()) -> Answer:
    """An answer that states no fact."""
    return Answer(status, text, (Paragraph(text),), quick_replies=tuple(replies))  # type: ignore[arg-type]


def contact_card(question: Question, desk: Desk) -> Contact:
    """A message to the programme, with the last questions and no personal data."""
    email = desk.contact_email()
    on_reports = question.intent.startswith("report")
    subject = say(question.lang, "contact_subject_reports" if on_reports else "contact_subject")
    before = question.focus.said or question.focus.text
    asked = [text for text in (before, question.said or question.text) if text]
    body = say(
        question.lang,
        "contact_body",
        questions="\n".join(f"- {without_personal_data(text)}" for text in asked),
    )
    return Contact(email, subject, body, f"mailto:{email}?subject={quote(subject)}&body={quote(body)}")


def reply(label: str, text: str | None = None) -> QuickReply:
    """A quick reply that sends its label, or ``text``."""
    return QuickReply(label, text or label)
