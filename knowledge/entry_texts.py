"""The texts a question is compared with: what each entry says, and how it is asked."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.report_cards import ReportCard
from knowledge.source_files import Facts


def entries_of(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """(kind, id, text) of all that may be passed on as an answer; several texts for most ids."""
    for entry in facts.faq:
        for question in (*entry.questions_fr, *entry.questions_en):
            yield "faq", entry.id, question
        yield "faq", entry.id, f"{entry.questions_fr[0]} {entry.answer_fr}"
    for number, (_, statement) in enumerate(facts.statements(), 1):
        for text in (statement.text_fr, statement.text_en, *statement.questions):
            yield "statement", str(number), text
    for number, step in enumerate(facts.steps, 1):
        yield "step", str(number), step.text_fr
    for challenge in facts.challenges:
        for summary in (challenge.summary_fr, challenge.summary_en):
            yield "challenge", challenge.id, f"{challenge.name} {summary}"
        for question in challenge.questions:
            yield "challenge", challenge.id, question
    for card in facts.cards:
        for text in _told_by(card):
            yield "card", card.key, text


def _told_by(card: ReportCard) -> Iterator[str]:
    """What a report card can answer, each thing with the report's title, in both languages; and as asked."""
    yield from (card.title, f"{card.title} {card.summary_fr}", card.scope_fr, card.scope_en)
    for figure in card.figures:
        yield f"{card.title} : {figure.label_fr}"
        yield figure.label_en
    for recommendation in card.recommendations:
        yield f"{card.title} : {recommendation.text_fr}"
    yield from card.every_question
