"""Tell what the base says under a property, or anything in it that answers the question better."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, Block, ItemList, Paragraph, QuickReply
from actions.beside import arranged
from actions.compose import answered, not_found, reply, source_of
from actions.desk import Desk
from actions.evidence import (
    SEVERAL,
    Passage,
    names_property,
    passages,
    ranked,
    tells_of_others,
    unexplained,
)
from actions.leading import (
    AT_MOST,
    fittest_first,
    not_of_the_past,
    of_these_first,
    today_first,
    yes_or_no_first,
)
from actions.programme.counting import BY_EACH
from actions.question import FIRM, SURE, Question
from actions.times import asks_how_it_was
from actions.wording import join, number, say
from knowledge.statements import PROGRAMME, Statement, statements, subjects_with
from knowledge.text import fold

LEAD_SPREAD = 0.14
"""Distance in score from the best passage within which others are said as well."""
BY_ITSELF = 0.5
"""Fit at which a passage answers although the intent did not ask for its property."""


def known_promotions(question: Question, desk: Desk) -> tuple[list[str], list[str]]:
    """The promotions asked about that exist, and those that do not."""
    asked = [p for p in question.values("promotion") if p != "all"]
    return [p for p in asked if desk.promotion(p)], [p for p in asked if not desk.promotion(p)]


def no_such_promotion(question: Question, desk: Desk, unknown: Sequence[str]) -> Answer:
    """A promotion that never was: say which were."""
    names = [p.label(question.lang) for p in desk.promotions]
    text = say(
        question.lang,
        "no_such_promotion",
        asked=join(list(unknown), question.lang),
        known=join(names, question.lang),
    )
    return not_found(question, desk, text, [reply(name) for name in names[-3:]])


def tell(question: Question, desk: Desk, properties: Sequence[str], topic: str) -> Answer:
    """What is said under ``properties`` about the promotions asked for, or today and before.

    ``topic`` names the subject matter in sentences (a key of the wording, « topic_… »).
    """
    known, unknown = known_promotions(question, desk)
    if unknown and not known:
        return no_such_promotion(question, desk, unknown)
    particular = [name for name in properties if name == "jury_president" and names_property(question, name)]
    found = passages(question, desk, particular or properties, known)
    if particular:
        found = [p for p in found if p.property in particular or p.fit >= BY_ITSELF + 0.15]
    current = [PROGRAMME] if desk.promotions[-1].id in known else []
    if known and not any(
        p.subject in [*known, *current] and (p.property in properties or p.fit >= BY_ITSELF) for p in found
    ):
        return _nothing_for(question, desk, particular or properties, topic, known)
    return answer_with(question, found, known) or _unknown(question, desk, topic)


def answer_with(question: Question, found: Sequence[Passage], known: Sequence[str]) -> Answer | None:
    """The best passages as an answer, or None when they leave what was asked unexplained."""
    if not found:
        return None
    once = asks_how_it_was(question)
    chosen = today_first(_choose(found, known), found, known, question, once)
    chosen = not_of_the_past(fittest_first(chosen, found, question), found, question)
    chosen = of_these_first(yes_or_no_first(chosen, question), known)
    if question.confidence < FIRM and not _explains(question, chosen):
        better = [p for p in found if p.fit >= BY_ITSELF - 0.04 and _explains(question, [p])]
        chosen = [*better[:2], *(p for p in chosen if p not in better[:2])][:AT_MOST]
    chosen, aside = arranged(question, chosen, found[0].score, known)
    blocks: list[Block] = [Paragraph(chosen[0].text)]
    if len(chosen) > 1:
        blocks.append(ItemList(tuple(p.text for p in chosen[1:]), say(question.lang, "also_said")))
    sources = [source for passage in chosen for source in passage.sources]
    replies = [reply(say(question.lang, "reply_today"))] if question.inherited else []
    told = answered(blocks, sources, rows=[p.row for p in chosen], quick_replies=replies)
    return replace(told, aside=aside)


def _explains(question: Question, chosen: Sequence[Passage]) -> bool:
    """Whether intent and passages account for most of what the question says."""
    left = unexplained(question, " ".join(f"{p.text} {p.asked}" for p in chosen))
    asked = max(1, len(question.content_words))
    return len(left) / asked <= 0.34


def _choose(found: Sequence[Passage], known: Sequence[str]) -> list[Passage]:
    """The best passage, then others that fit nearly as well and say something else."""
    best = found[0].score
    entries = [p for p in found if p.property == "faq" and p.score >= best - 0.4][:2]
    said = [p for p in found if p.property != "faq" and p.score >= best - 0.6][:3]
    close = [p for p in found if p.score >= best - LEAD_SPREAD]
    kept = dict.fromkeys([*close, *entries[:1], *said[:1], *entries, *said])
    texts: dict[str, Passage] = {}
    for passage in list(kept)[: AT_MOST + 1]:
        texts.setdefault(passage.text, passage)
    chosen = list(texts.values())[:AT_MOST]
    for promotion in known:
        own = [p for p in found if p.subject == promotion]
        own = [p for p in own if not tells_of_others(p, known)] or own
        if not any(p in chosen for p in own):
            chosen += own[:1]
    return sorted(chosen, key=lambda p: -p.score)


def _unknown(question: Question, desk: Desk, topic: str) -> Answer:
    return not_found(question, desk, say(question.lang, "not_said", topic=say(question.lang, topic)))


def _nothing_for(
    question: Question, desk: Desk, properties: Sequence[str], topic: str, known: Sequence[str]
) -> Answer:
    """Nothing for these promotions: name those for which the base knows."""
    others = [p for p in (desk.promotion(s) for s in subjects_with(desk.base, properties)) if p]
    asked = join([p.label(question.lang) for p in (desk.promotion(k) for k in known) if p], question.lang)
    topic_words = say(question.lang, topic)
    key = "nothing_for_but" if others else "nothing_for"
    names = [p.label(question.lang) for p in others]
    text = say(question.lang, key, topic=topic_words, asked=asked, known=join(names, question.lang))
    return not_found(question, desk, text, [QuickReply(name, f"{topic_words}, {name}") for name in names[:3]])


def tell_number(question: Question, desk: Desk, name: str, topic: str) -> Answer:
    """A count or an amount: every value given for each promotion asked about, contradictions included."""
    known, unknown = known_promotions(question, desk)
    if unknown and not known:
        return no_such_promotion(question, desk, unknown)
    if name == "application_count" and names_property(question, "shortlisted_count"):
        name, question = "shortlisted_count", replace(question, unfamiliar=())
    others = [s for s in reversed(subjects_with(desk.base, [name])) if s != PROGRAMME]
    subjects = known or [PROGRAMME, *others]
    if len(known) >= SEVERAL:
        subjects = [*known, PROGRAMME]
    found = statements(desk.base, subjects, [name])
    found = by_fit(question, desk, found, known)
    if known and not found and _is_understood(question):
        return _nothing_for(question, desk, [name], topic, known)
    other = _better_answer(question, desk, name, found, known)
    if other is not None:
        return other
    if known and not found:
        return _nothing_for(question, desk, [name], topic, known)
    if not found:
        return _unknown(question, desk, topic)
    of_all = [PROGRAMME]
    if not known and BY_EACH.search(fold(question.text)):  # then the number of all is not asked
        of_all, found = [], [s for s in found if s.subject != PROGRAMME]
    blocks: list[Block] = []
    for subject in subjects if len(known) >= SEVERAL else known or of_all:
        blocks += _values(question, desk, subject, [s for s in found if s.subject == subject])
    if not known:
        blocks.append(_by_promotion(question, desk, others, found))
    return answered(blocks, [source_of(s.cited) for s in found], rows=[f"statement:{s.id}" for s in found])


def _is_understood(question: Question) -> bool:
    """Nothing in the message suggests that something else was meant."""
    return question.confidence >= SURE and not question.unfamiliar


def by_fit(
    question: Question, desk: Desk, found: Sequence[Statement], known: Sequence[str]
) -> list[Statement]:
    """The same statements, those nearest the question first: of several rules the one asked about leads."""
    order = {p.row: n for n, p in enumerate(ranked(question, desk, found, known))}
    return sorted(found, key=lambda s: order[f"statement:{s.id}"])


def unexplained_by(question: Question, found: Sequence[Statement]) -> bool:
    """Whether the figures leave a word of the question unexplained: they would then answer something else."""
    return bool(unexplained(question, " ".join(s.text(question.lang) for s in found)))


def _better_answer(
    question: Question, desk: Desk, name: str, found: Sequence[Statement], known: Sequence[str]
) -> Answer | None:
    """When the figures do not account for the question's words, whatever in the base does."""
    if found and not unexplained_by(question, found):
        return None
    need = BY_ITSELF if question.confidence < FIRM else BY_ITSELF + 0.08
    others = [p for p in passages(question, desk, [name], known) if p.property != name and p.fit >= need]
    return answer_with(question, others, known) if others and _explains(question, others[:1]) else None


def _by_promotion(
    question: Question, desk: Desk, subjects: Sequence[str], found: Sequence[Statement]
) -> ItemList:
    """« promotion 3 : 28 ou 32 », a line for each promotion."""
    lines = []
    for promotion in (p for p in desk.promotions if p.id in subjects):
        own = [s for s in found if s.subject == promotion.id]
        values = _numbers(own)
        if not values:  # « cofinancée à hauteur de… » is no total beside those of others
            lines += [s.text(question.lang) for s in own[:1]]
            continue
        shown = f" {say(question.lang, 'or')} ".join(number(v, question.lang) for v in values)
        lines.append(say(question.lang, "value_of", subject=promotion.label(question.lang), value=shown))
    return ItemList(tuple(lines))


def _numbers(found: Sequence[Statement]) -> list[float]:
    """The different values given, in the order in which the sources gave them, whatever was asked."""
    dated = sorted(found, key=lambda s: (s.cited.as_of, s.id))
    values = list(dict.fromkeys(s.number for s in dated if s.number is not None))
    settled = _settled(values, found)
    return values if settled is None else [settled, *(value for value in values if value != settled)]


def _settled(values: Sequence[float], found: Sequence[Statement]) -> float | None:
    """The value that most sources give, where those that give another name it as well: « le titre annonce 28,
    alors que le texte parle de 32 ».
    """
    given = Counter(s.number for s in found if s.number is not None)
    if len(values) < 2:
        return None
    (most, times), (_, next_times) = given.most_common(2)
    others = [s for s in found if s.number not in (None, most)]
    named = all(f"{most:g}" in re.findall(r"\d+", s.text_fr) for s in others)
    return most if times > next_times and named else None


def _plainest(found: Sequence[Statement]) -> Statement:
    """The statement with the fewest figures, the last of them: it says the value and nothing beside it."""
    dated = sorted(found, key=lambda s: (s.cited.as_of, s.id), reverse=True)
    return min(dated, key=lambda s: len(re.findall(r"\d+", s.text_fr)))


def _values(question: Question, desk: Desk, subject: str, found: Sequence[Statement]) -> list[Block]:
    """One paragraph when sources agree; the values with what each source says when they do not."""
    if not found:
        return []
    values = _numbers(found)
    first = {value: next(s for s in found if s.number == value) for value in values}
    if subject == PROGRAMME:
        recent = sorted(first.values(), key=lambda s: s.cited.as_of, reverse=True)
        nearest = [s for s in found if s in recent][:3]
        shown = [s for s in recent if s in (*recent[:3], *nearest)]
        return [Paragraph(s.text(question.lang)) for s in shown]
    if len(values) <= 1:
        return [Paragraph(found[0].text(question.lang))]
    if _settled(values, found) is not None:
        shown = [_plainest([s for s in found if s.number == values[0]]), *(first[v] for v in values[1:])]
        return [Paragraph(s.text(question.lang)) for s in shown]
    promotion = desk.promotion(subject)
    label = promotion.label(question.lang) if promotion else ""
    given = join([number(v, question.lang) for v in values], question.lang)
    lead = Paragraph(
        say(question.lang, "sources_differ", subject=label[:1].upper() + label[1:], values=given)
    )
    return [lead, ItemList(tuple(first[v].text(question.lang) for v in values))]
