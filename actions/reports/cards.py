"""Answers from the report cards: national reports told in the project's own words, with no corpus at hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from actions.answer import Answer, Block, Figure, ItemList, Link, Paragraph, Point, Source
from actions.compose import answered, reply
from actions.desk import Desk
from actions.question import Question
from actions.reports.asked import asks_list
from actions.reports.subject import goes_on
from actions.wording import say
from knowledge.dates import written
from knowledge.report_cards import CardFigure, ReportCard, Section
from knowledge.reports.questions import read_question
from knowledge.reports.synonyms import synonyms
from knowledge.text import content_stems, stem

_LEAST = 0.55
_NEAR, _MEANT, _AHEAD, _WITHOUT_MEANING = 0.38, 0.45, 0.05, 0.75
"""Score of the search over entries from which a card answers, and from which its report is meant: on the
evaluation sets the nearest card was the right one for every question on a report that has one, and no
question on anything else came nearer than the second."""
_FORMALITIES = frozenset(
    stem(word)
    for word in "rapport cour comptes recommandation recommande recommandations combien quel quelle dit dire "
    "national "
    "référé parlement communication chiffre report recommend figures say says what how much many".split()
)


def answer_from_cards(question: Question, desk: Desk, known: Sequence[str]) -> Answer | None:
    """What the card that fits the question says; None when none does. Cards in ``known`` are left out."""
    cards = [card for card in desk.cards if card.key not in known]
    if asks_list(question.text) and cards and not known:
        return _list(question, cards)
    card = best_card(question, cards) or surest_card(question, desk, cards, _NEAR)
    if card is None:
        return None
    read = read_question(question.text)
    if question.intent == "report_recommendations" or read.asks_recommendation:
        return _recommendations(question, card)
    if question.intent == "report_figure" or read.asks_figure:
        return _figures(question, card)
    return _summary(question, card)


def surest_card(
    question: Question, desk: Desk, cards: Sequence[ReportCard], least: float = _MEANT
) -> ReportCard | None:
    """The card nearest in words and meaning, if nearer than any entry on the programme and by ``least``."""
    hits = desk.search.search(question.bare, 1, ("card",))
    others = desk.search.search(question.bare, 1, ("faq", "statement", "challenge"))
    if hits and hits[0].similarity is None:
        least = _WITHOUT_MEANING
    if not hits or hits[0].score < max(least, others[0].score + _AHEAD if others else 0.0):
        return None
    return next((card for card in cards if card.key == hits[0].ref), None)


def best_card(question: Question, cards: Sequence[ReportCard]) -> ReportCard | None:
    """The card whose words cover the question best, if well enough; the last one when the talk goes on."""
    terms = [t for t in content_stems(question.text) if t not in _FORMALITIES and not t.isdigit()]
    before = [row.removeprefix("report:") for row in question.focus.rows if row.startswith("report:")]
    last = next((card for card in cards if before and card.key == before[0]), None)
    if last is not None and (not terms or goes_on(question)):
        return last
    if not terms:
        return None
    bags = [_bag(card) for card in cards]
    rarity = {t: 1.0 / (1 + sum(_holds(bag, t) for bag in bags)) + 0.15 for t in terms}
    ranked = sorted(
        ((sum(rarity[t] * weight for t in terms if (weight := _holds(bag, t))) / sum(rarity.values()), card)
         for bag, card in zip(bags, cards, strict=True)),
        key=lambda pair: -pair[0],
    )  # fmt: skip
    unheard = [t for t in terms if not any(_holds(bag, t) for bag in bags)]
    return ranked[0][1] if ranked and ranked[0][0] >= _LEAST and len(unheard) <= len(terms) / 3 else None


@lru_cache(maxsize=128)
def _bag(card: ReportCard) -> Mapping[str, float]:
    names = " ".join(name for o in card.organisations for name in (o.name, *o.aliases))
    weighted = (
        (1.0, f"{card.title} {names}"),
        (
            0.8,
            f"{card.scope_fr} {card.scope_en} {' '.join(f'{f.label_fr} {f.label_en}' for f in card.figures)}",
        ),
        (
            0.6,
            f"{card.summary_fr} {card.summary_en} "
            + ' '.join(f"{r.text_fr} {r.text_en}" for r in card.recommendations),
        ),
    )  # fmt: skip
    bag: dict[str, float] = {}
    for weight, text in weighted:
        for term in content_stems(text):
            bag[term] = max(bag.get(term, 0.0), weight)
    return bag


def _holds(bag: Mapping[str, float], term: str) -> float:
    return max(bag.get(term, 0.0), *(0.8 * bag.get(other, 0.0) for other in synonyms(term)), 0.0)


def _summary(question: Question, card: ReportCard) -> Answer:
    english = question.lang == "en"
    blocks: list[Block] = [
        Paragraph(_title(card, question.lang)),
        Paragraph(card.scope_en if english else card.scope_fr),
        Paragraph(card.summary_en if english else card.summary_fr),
    ]
    return _answer(question, card, blocks, [_source(card)], "summary")


def _recommendations(question: Question, card: ReportCard) -> Answer:
    english = question.lang == "en"
    if not card.recommendations:
        note = (card.note_en if english else card.note_fr) or ""
        return _answer(
            question, card, [Paragraph(_title(card, question.lang)), Paragraph(note)], [_source(card)], ""
        )
    items = [
        f"{say(question.lang, 'report_number', number=r.number)} : {text}" if r.number else text
        for r in card.recommendations
        for text in [r.text_en if english else r.text_fr]
    ]
    lead = say(question.lang, "report_card_recommends", report=_title(card, question.lang))
    sources = [_source(card, r.section) for r in card.recommendations]
    return _answer(question, card, [Paragraph(lead), ItemList(tuple(items))], sources, "recommendations")


def _figures(question: Question, card: ReportCard) -> Answer | None:
    """The figures whose label answers; none of them when the question is about something else."""
    read = read_question(question.text)
    terms = [t for t in read.terms if t not in _FORMALITIES]
    scored = [(_fit(figure, terms, read.years), figure) for figure in card.figures]
    best = max((fit for fit, _ in scored), default=0.0)
    if best < 0.3:
        return None if terms else _summary(question, card)
    chosen = [figure for fit, figure in scored if fit >= 0.75 * best][:4]
    english = question.lang == "en"
    blocks: list[Block] = [
        Paragraph(
            say(
                question.lang,
                "report_card_figure",
                label=figure.label_en if english else figure.label_fr,
                value=figure.text_fr,
                year=f" ({figure.year})" if figure.year else "",
            )
        )
        for figure in chosen
    ]
    blocks += _chart(chosen, english)
    sources = [_source(card, figure.section) for figure in chosen]
    return _answer(question, card, [Paragraph(_title(card, question.lang)), *blocks], sources, "figures")


def _fit(figure: CardFigure, terms: Sequence[str], years: Sequence[int]) -> float:
    label = {t: 1.0 for t in content_stems(f"{figure.label_fr} {figure.label_en} {figure.unit}")}
    held = sum(_holds(label, t) for t in terms) / max(1, len(terms))
    if years and figure.year is not None:
        return held + 0.2 if figure.year in years else 0.0
    return held


def _chart(figures: Sequence[CardFigure], english: bool) -> list[Block]:
    same = [
        f
        for f in figures
        if f.year is not None and (f.label_fr, f.unit) == (figures[0].label_fr, figures[0].unit)
    ]
    if len({f.year for f in same}) < 2:
        return []
    points = tuple(
        Point(str(f.year), float(f.amount), f.text_fr) for f in sorted(same, key=lambda f: f.year or 0)
    )
    return [Figure(figures[0].label_en if english else figures[0].label_fr, points, figures[0].unit)]


def _list(question: Question, cards: Sequence[ReportCard]) -> Answer:
    lead = Paragraph(say(question.lang, "report_card_list", number=len(cards)))
    items = ItemList(tuple(_title(card, question.lang) for card in cards))
    return answered(
        [lead, items], [_source(card) for card in cards], rows=[f"report:{c.key}" for c in cards[:5]]
    )


def _answer(
    question: Question, card: ReportCard, blocks: Sequence[Block], sources: Sequence[Source], done: str
) -> Answer:
    asks: dict[str, Callable[[ReportCard], object]] = {
        "recommendations": lambda c: c.recommendations, "figures": lambda c: c.figures,
    }  # fmt: skip
    title = re.sub(r"\s*\[.*", "", card.title).rstrip(" .")
    replies = [
        reply(
            say(question.lang, f"report_reply_{name}"), say(question.lang, f"report_ask_{name}", body=title)
        )
        for name, held in asks.items()
        if held(card) and name != done
    ]
    links = [Link(say(question.lang, "report_open", title=title), card.url)] if card.url else []
    return answered(blocks, sources, rows=[f"report:{card.key}"], quick_replies=replies, links=links)


def _title(card: ReportCard, lang: str) -> str:
    return f"{card.title}, {card.jurisdiction}, {written(card.date, lang)}"


def _source(card: ReportCard, section: Section | None = None) -> Source:
    label = section.label if section else None
    return Source(
        f"card:{card.key}:{label or ''}"[:120], card.title, card.jurisdiction, card.url, label,
        card.date.isoformat(), report=card.key,
    )  # fmt: skip
