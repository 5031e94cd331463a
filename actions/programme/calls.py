"""Calls: open or not today, until when, since when, and where to watch."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from actions.answer import Answer, Block, ItemList, Link, Paragraph, Source
from actions.compose import answered, not_found, reply, source_of
from actions.desk import Desk
from actions.programme.sprints import asks_when_a_sprint_was, first_or_last, in_rounds, is_beside
from actions.question import Question
from actions.registry import REGISTRY, answers
from actions.tell import known_promotions, no_such_promotion
from actions.topic import TopicAction
from actions.wording import moment, say
from knowledge.calls import Call, calls
from knowledge.statements import PROGRAMME, statements
from knowledge.text import fold

_AFTER = re.compile(r"\b(?:suivante?|d'apres|apres celui|next one|following)\b")
_BEFORE = re.compile(r"\b(?:d'avant|precedente?|avant celui|avant ca|one before|previous)\b")


_NO_ANSWER_YET = re.compile(
    r"\b(?:sans|pas de|pas eu de|aucune?|toujours pas de) (?:reponse|nouvelles?|retour)\b"
    r"|\b(?:no|without(?: an?)?) (?:answer|reply|news)\b|\bheard nothing\b"
)
"""« ma candidature au sprint 5 est restée sans réponse »: asks of one's file, not of the call."""


class ActionCalls(TopicAction):
    """Answers about calls for projects and for applications."""

    topic = "calls"


@answers("call_status")
def call_status(question: Question, desk: Desk) -> Answer:
    """The calls asked about, or what is open today; of a file unanswered, what is told of the selection."""
    if _NO_ANSWER_YET.search(fold(question.text)):
        return REGISTRY["selection_process"](question.with_intent("selection_process"), desk)
    known, unknown = known_promotions(question, desk)
    if unknown and not known:
        return no_such_promotion(question, desk, unknown)
    audience = _audience(question)
    found = calls(desk.base, audience, tuple(known))
    years = question.values("year")
    if years:
        dated = [c for c in found if any(str(t.year) in years for t in (c.opens, c.closes) if t)]
        if not dated and years == (str(desk.now.year),):
            return _today(question, desk, audience)
        if not dated and not known:
            return not_found(question, desk, say(question.lang, "no_call_that_year", year=", ".join(years)))
        found = dated or found
    beside = _beside_the_last_told(question, found)
    if beside is not None:
        return _describe(question, desk, [beside])
    rounds = question.values("round")
    if rounds:
        found = in_rounds(question.text, found, rounds)
    placed = first_or_last(question.text, found) if asks_when_a_sprint_was(question.text) else []
    if placed:
        return _describe(question, desk, placed)
    if known or years or rounds:
        if not found:
            return not_found(question, desk, say(question.lang, "no_call_known"))
        return _describe(question, desk, found[-6:])
    return _today(question, desk, audience)


@answers("next_call")
def next_call(question: Question, desk: Desk) -> Answer:
    """What is coming, or where to watch when nothing is announced."""
    return _today(question, desk, _audience(question))


def _beside_the_last_told(question: Question, found: Sequence[Call]) -> Call | None:
    """« et celui d'avant ? », « et le suivant ? »: the call that closed before or after the one told last."""
    told = [row.removeprefix("call:") for row in question.focus.rows if row.startswith("call:")]
    folded = fold(question.said)
    before, after = _BEFORE.search(folded), _AFTER.search(folded)
    last = next((call for call in found if told and call.id == told[0]), None)
    if last is None or last.closes is None or not (before or after):
        return None
    dated = sorted((c.closes, c.id, c) for c in found if c.closes and c.audience == last.audience)
    earlier = [call for closes, _, call in dated if closes < last.closes]
    later = [call for closes, _, call in dated if closes > last.closes]
    beside = earlier[-1:] if before else later[:1]
    return beside[0] if beside else None


def _audience(question: Question) -> str | None:
    """Whose calls are asked for: in a talk those of the side that asks, where the message names none."""
    values = question.values("audience")
    if not values and question.focus.asker == "administrations":
        return question.focus.asker
    return values[0] if len(values) == 1 else None


def _today(question: Question, desk: Desk, audience: str | None) -> Answer:
    found = calls(desk.base, audience)
    now = desk.now
    current = [c for c in found if c.status(now) == "open"]
    upcoming = [c for c in found if c.status(now) == "upcoming"][:2]
    if current:
        return _describe(question, desk, current)
    past = [c for c in found if c.status(now) == "closed" and c.closes]
    last = _last_of_each(past, audience)
    blocks: list[Block] = [Paragraph(say(question.lang, "nothing_open", **_names(audience, question.lang)))]
    if last:
        blocks += [Paragraph(_sentence(call, now, question.lang)) for call in last]
    if upcoming and upcoming[0].opens and (upcoming[0].opens - now).days < 400:
        blocks += [Paragraph(_sentence(call, now, question.lang)) for call in upcoming[:1]]
        last = [*last, upcoming[0]]
    state = _where_to_watch(question, desk, audience)
    blocks += [Paragraph(text) for text, _, _ in state]
    sources = [source for _, source, _ in state] + [source_of(c.cited[0]) for c in last]
    rows = [f"call:{c.id}" for c in last] + [row for _, _, row in state]
    if not sources:
        return not_found(question, desk, blocks[0].text)  # type: ignore[union-attr]
    return answered(blocks, sources, rows=rows, quick_replies=[reply(say(question.lang, "reply_conditions"))])


def _last_of_each(past: Sequence[Call], audience: str | None) -> list[Call]:
    ordered = sorted(past, key=lambda c: c.closes or dt.datetime.min, reverse=True)
    if audience:
        return ordered[:1]
    return [
        next(c for c in ordered if c.audience == a)
        for a in ("candidates", "administrations")
        if any(c.audience == a for c in ordered)
    ]


def _where_to_watch(question: Question, desk: Desk, audience: str | None) -> list[tuple[str, Source, str]]:
    """The programme's latest known state, where it was already known on the day asked about; to an
    administration, what it may do meanwhile rather than where jobs are published.
    """
    of_hosts = ("project_procedure",) if audience == "administrations" else ()
    found = [
        s for s in statements(desk.base, [PROGRAMME], of_hosts or ("state",))
        if dt.date.fromisoformat(s.cited.as_of) <= desk.now.date()
    ]  # fmt: skip
    if of_hosts and not found:
        return _where_to_watch(question, desk, None)
    latest = sorted(found, key=lambda s: s.cited.as_of, reverse=True)[:2]
    return [(s.text(question.lang), source_of(s.cited), f"statement:{s.id}") for s in latest]


def _describe(question: Question, desk: Desk, found: Sequence[Call]) -> Answer:
    now, lang = desk.now, question.lang
    first = sorted(
        found, key=lambda c: (c.status(now) != "open", is_beside(c), -(c.closes or now).timestamp())
    )
    blocks: list[Block] = [Paragraph(_sentence(first[0], now, lang))]
    if len(first) > 1:
        blocks.append(ItemList(tuple(_sentence(call, now, lang) for call in first[1:])))
    if first[0].status(now) == "open" and (len(first) == 1 or _audience(question)):
        blocks.append(Paragraph(first[0].procedure(lang)))
    sources = [source_of(cited) for call in first for cited in call.cited]
    for call in first:
        for variant in call.variants:
            blocks.append(Paragraph(variant.text_en if lang == "en" else variant.text_fr))
            sources.append(source_of(variant.cited))
    links = [Link(call.title(lang), call.url) for call in first if call.url and call.status(now) == "open"]
    return answered(blocks, sources, rows=[f"call:{c.id}" for c in first], links=links)


def _sentence(call: Call, now: dt.datetime, lang: str) -> str:
    """One call on the day of the question: status, dates with hours, days left, extension."""
    title = call.title(lang)
    title = title[:1].upper() + title[1:]
    status = call.status(now)
    values = {
        "title": title,
        "opens": moment(call.opens, call.opens_time_known, lang) if call.opens else "",
        "closes": moment(call.closes, call.closes_time_known, lang) if call.closes else "",
        "first": moment(call.first_deadline, call.closes_time_known, lang) if call.first_deadline else "",
        "days": (call.closes.date() - now.date()).days if call.closes else "",
    }
    if status == "open" and values["days"] == 0:
        status = "open_last_day"
    elif status == "open" and values["days"] == 1:
        status = "open_one_day"
    if not call.opens and status != "unknown":
        status = f"{status}_no_opening"
    if status == "unknown":
        status = "unknown_closes" if call.closes else ("unknown_opens" if call.opens else "unknown")
    text = say(lang, f"call_{status}", **values)
    return f"{text} {say(lang, 'call_extended', **values)}" if call.extended else text


def _names(audience: str | None, lang: str) -> dict[str, str]:
    return {"calls": say(lang, f"calls_{audience or 'any'}")}
