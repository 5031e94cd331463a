"""Tell what sources say under a property: the statements and FAQ entries that fit the question best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actions.answer import Answer, ItemList, Paragraph, QuickReply, Source
from actions.compose import answered, not_found, reply, source_of
from actions.desk import Desk
from actions.question import Question
from actions.wording import join, number, say
from knowledge.faq import faq_entries
from knowledge.statements import PROGRAMME, Statement, statements, subjects_with

AT_MOST = 4
LEAD_SPREAD = 0.16
_ASKED_FOR, _CURRENT, _SAME_PROMOTION = 0.30, 0.08, 0.10


@dataclass(frozen=True)
class Passage:
    """Something that can be said: its text in the question's language, sources, row, and how well it fits."""

    text: str
    subject: str
    sources: tuple[Source, ...]
    row: str
    score: float


def known_promotions(question: Question, desk: Desk) -> tuple[list[str], list[str]]:
    """The promotions asked about that exist, and those that do not."""
    asked = [p for p in question.values("promotion") if p != "all"]
    return [p for p in asked if desk.promotion(p)], [p for p in asked if not desk.promotion(p)]


def no_such_promotion(question: Question, desk: Desk, unknown: Sequence[str]) -> Answer:
    """A promotion that never was: say which were."""
    names = [p.label(question.lang) for p in desk.promotions]
    text = say(question.lang, "no_such_promotion", asked=join(list(unknown), question.lang), known=join(names, question.lang))
    return not_found(question, desk, text, [reply(name) for name in names[-3:]])


def tell(question: Question, desk: Desk, properties: Sequence[str], topic: str) -> Answer:
    """What is said under ``properties`` about the promotions asked for, or today and before.

    ``topic`` names the subject matter in sentences (a key of the wording, « topic_… »).
    """
    known, unknown = known_promotions(question, desk)
    if unknown and not known:
        return no_such_promotion(question, desk, unknown)
    subjects = known or subjects_with(desk.base, properties)
    passages = rank(question, desk, statements(desk.base, subjects, properties), known)
    passages = sorted(passages + faq_passages(question, desk, known), key=lambda p: -p.score)
    if known and not any(p.subject in known for p in passages):
        return _nothing_for(question, desk, properties, topic, known)
    if not passages:
        return not_found(question, desk, say(question.lang, "nothing_known", topic=say(question.lang, topic)))
    return _compose(question, desk, _choose(passages, known), inherited=bool(question.inherited))


def rank(question: Question, desk: Desk, found: Sequence[Statement], known: Sequence[str]) -> list[Passage]:
    """Statements as passages, scored against the words and the meaning of the question."""
    latest = desk.promotions[-1].id
    hits = desk.search.scores(question.text, "statement", [str(s.id) for s in found])
    result = []
    for statement in found:
        hit = hits.get(str(statement.id))
        current = not known and statement.subject in (PROGRAMME, latest)
        score = (hit.score if hit else 0.0) + _ASKED_FOR + (_CURRENT if current else 0.0)
        result.append(
            Passage(
                statement.text(question.lang), statement.subject, (source_of(statement.cited),),
                f"statement:{statement.id}", score,
            )
        )  # fmt: skip
    return result


def faq_passages(question: Question, desk: Desk, known: Sequence[str]) -> list[Passage]:
    """FAQ entries near the question that hold for the promotions asked about."""
    hits = {hit.ref: hit for hit in desk.search.search(question.text, 6, ("faq",))}
    result = []
    for entry in faq_entries(desk.base, list(hits)):
        if known and entry.promotions and not set(entry.promotions) & set(known):
            continue
        same = bool(known) and bool(set(entry.promotions) & set(known))
        subject = known[0] if same else (entry.promotions[0] if len(entry.promotions) == 1 else PROGRAMME)
        score = hits[entry.id].score + (_SAME_PROMOTION if same else 0.0)
        sources = tuple(source_of(cited) for cited in entry.cited)
        result.append(Passage(entry.answer(question.lang), subject, sources, f"faq:{entry.id}", score))
    return [p for p in result if p.score >= 0.55]


def _choose(passages: Sequence[Passage], known: Sequence[str]) -> list[Passage]:
    """The best passage, then others that fit nearly as well and say something else."""
    best = passages[0].score
    chosen: list[Passage] = []
    for passage in passages:
        close = passage.score >= best - LEAD_SPREAD
        if len(chosen) < AT_MOST and close and all(passage.text != other.text for other in chosen):
            chosen.append(passage)
    for promotion in known:
        if not any(p.subject == promotion for p in chosen):
            chosen += [p for p in passages if p.subject == promotion][:1]
    return chosen


def _compose(question: Question, desk: Desk, chosen: Sequence[Passage], inherited: bool) -> Answer:
    blocks: list[Paragraph | ItemList] = [Paragraph(chosen[0].text)]
    if len(chosen) > 1:
        blocks.append(ItemList(tuple(p.text for p in chosen[1:]), say(question.lang, "also_said")))
    sources = [source for passage in chosen for source in passage.sources]
    replies = [reply(say(question.lang, "reply_today"))] if inherited else []
    return answered(blocks, sources, rows=[p.row for p in chosen], quick_replies=replies)


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
    """A count or an amount: every value that sources give for each promotion asked about, contradictions included."""
    known, unknown = known_promotions(question, desk)
    if unknown and not known:
        return no_such_promotion(question, desk, unknown)
    subjects = known or [s for s in subjects_with(desk.base, [name])]
    if not known and question.values("promotion") != ("all",) and PROGRAMME in subjects:
        subjects = [PROGRAMME, *[s for s in reversed(subjects) if s != PROGRAMME]]
    found = statements(desk.base, subjects, [name])
    if known and any(all(s.subject != k for s in found) for k in known):
        missing = [k for k in known if all(s.subject != k for s in found)]
        if len(missing) == len(known):
            return _nothing_for(question, desk, [name], topic, known)
    if not found:
        return not_found(question, desk, say(question.lang, "nothing_known", topic=say(question.lang, topic)))
    blocks: list[Paragraph | ItemList] = []
    for subject in subjects:
        blocks += _values(question, desk, subject, [s for s in found if s.subject == subject], brief=len(subjects) > 3)
    sources = [source_of(s.cited) for s in found]
    return answered(blocks, sources, rows=[f"statement:{s.id}" for s in found])


def _values(
    question: Question, desk: Desk, subject: str, found: Sequence[Statement], brief: bool
) -> list[Paragraph | ItemList]:
    """One paragraph when sources agree; the values with what each source says when they do not."""
    if not found:
        return []
    values = list(dict.fromkeys(s.number for s in found if s.number is not None))
    first = {value: next(s for s in found if s.number == value) for value in values}
    if len(values) == 1 or subject == PROGRAMME:
        return [Paragraph(s.text(question.lang)) for s in (found if subject == PROGRAMME else found[:1])][:3]
    promotion = desk.promotion(subject)
    label = promotion.label(question.lang) if promotion else ""
    shown = join([number(v, question.lang) for v in values], question.lang)
    lead = Paragraph(say(question.lang, "sources_differ", subject=label[:1].upper() + label[1:], values=shown))
    return [lead, ItemList(tuple(first[v].text(question.lang) for v in values))]
