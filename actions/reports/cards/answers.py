"""Answers from report cards: in the project's own words, so never shown as the words of the report.

What is told of a card comes from the same search, lists and figures as what is told of a report. Here, on its
way out, it loses the form of a quotation, and is put in English for those who ask in English.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from actions.answer import Answer, Block, Figure, ItemList, Paragraph, Point, Quote
from actions.compose import plain_text
from actions.question import Question
from actions.reports.parts import report_line
from actions.reports.passages.quotations import LEFT_OUT
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.card_texts import SCOPE, SUMMARY, in_english
from knowledge.reports.errors import BaseUnavailable
from knowledge.reports.models import ReportSummary

_Cards = Mapping[str, ReportSummary]
_Pairs = Sequence[tuple[str, str]]


def told_by_cards(answer: Answer, question: Question, base: ReportBase | None) -> Answer:
    """The answer with nothing of a card shown as the words of its report; a refusal says that only cards are
    known, once in a row.
    """
    if base is None:
        return answer
    try:
        cards = base.cards([source.report for source in answer.sources if source.report])
        if answer.status == "not_found":
            answer = _with_what_is_known(answer, question, base, cards)
    except BaseUnavailable:
        return answer
    return _in_own_words(answer, question.lang, cards) if cards else answer


def _with_what_is_known(answer: Answer, question: Question, base: ReportBase, cards: _Cards) -> Answer:
    """« Aucun rapport ne porte sur Lyon »: what there is, where there are but cards."""
    if question.focus.failures or not question.intent.startswith("report"):
        return answer
    if _says_so(answer, question.lang, cards):
        return answer
    if any(report_line(report, question.lang) in answer.text for report in cards.values()):
        note = say(question.lang, "report_card_only")
    elif answer.sources and not cards or not (known := base.count()) or base.count(cards=True) < known:
        return answer
    else:
        note = say(question.lang, "report_cards_known", number=known)
    blocks = (*answer.blocks, Paragraph(note))
    return replace(answer, text=plain_text(blocks), blocks=blocks)


def _says_so(answer: Answer, lang: str, cards: _Cards) -> bool:
    """Whether the refusal is that of a card, which says that there is no more."""
    lines = [report_line(report, lang) for report in cards.values()]
    keys = ("report_card_not_said", "report_card_not_said_so")
    return any(say(lang, key, report=line) in answer.text for key in keys for line in lines)


def _in_own_words(answer: Answer, lang: str, cards: _Cards) -> Answer:
    leads: dict[str, str] = {}
    for report in cards.values():
        line = report_line(report, lang)
        leads |= dict.fromkeys((line, say(lang, "report_says", report=line)), line)
    led = {text: say(lang, "report_card_says", report=line) for text, line in leads.items()}
    told = [one for block in answer.blocks for one in _told(block, cards, led)]
    if told != list(answer.blocks) and not _is_led(told, set(led.values())):
        told.append(Paragraph(say(lang, "report_card_note")))
    if lang == "en":
        pairs = [pair for key in cards for pair in in_english(key).items()]
        told = [_translated(block, pairs) for block in told]
    sources = tuple(replace(one, quote=None) if one.report in cards else one for one in answer.sources)
    return replace(answer, text=plain_text(told), blocks=tuple(told), sources=sources)


def _told(block: Block, cards: _Cards, led: Mapping[str, str]) -> Iterator[Block]:
    """A quotation of a card as plain lines, and what introduces them as from a card."""
    if isinstance(block, Quote) and block.source.split(":")[1:2] and block.source.split(":")[1] in cards:
        yield from _lines(block)
    elif isinstance(block, Paragraph):
        yield replace(block, text=led.get(block.text, block.text))
    elif isinstance(block, ItemList):
        yield replace(block, title=led.get(block.title or "", block.title))
    else:
        yield block


def _lines(quote: Quote) -> Iterator[Block]:
    lines = [line for line in quote.text.split("\n") if line.strip() != LEFT_OUT]
    heading = None if quote.heading in (SCOPE, SUMMARY) else quote.heading
    if len(lines) > 1:
        yield ItemList(tuple(lines), heading)
    else:
        for line in lines:
            yield Paragraph(f"{heading} : {line}" if heading else line)


def _is_led(blocks: Sequence[Block], leads: set[str]) -> bool:
    """Whether something said says that a card is told."""
    heads = (block.title if isinstance(block, ItemList) else getattr(block, "text", "") for block in blocks)
    return any(head in leads for head in heads)


def _translated(block: Block, pairs: _Pairs) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=_in_english(block.text, pairs))
    if isinstance(block, ItemList):
        return replace(block, items=tuple(_in_english(item, pairs) for item in block.items))
    if isinstance(block, Figure):
        points = tuple(Point(p.label, p.value, _in_english(p.text, pairs)) for p in block.points)
        return replace(block, title=_in_english(block.title, pairs), points=points)
    return block


def _in_english(text: str, pairs: _Pairs) -> str:
    """A text with what a card says in French put in English, where it begins or follows a sign."""
    for french, english in pairs:
        if text == french:
            return english
        if french in text:
            text = text.replace(french, english)
    return text.replace(" : ", ": ")
