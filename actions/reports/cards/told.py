"""What a question to a report known by its card is answered with: the lines of the card that say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from actions.answer import Answer, Block, ItemList, Paragraph, Source
from actions.compose import distinct, not_found, plain_text
from actions.conversation.focus import Focus
from actions.desk import Desk
from actions.question import Question
from actions.reports.asker import speaks_of_oneself
from actions.reports.attribution import without_attribution
from actions.reports.cards.alike import counts_its_matter
from actions.reports.cards.asked import CardQuestion, card_question
from actions.reports.cards.choice import (
    Chosen,
    chosen_lines,
    is_spoken_of,
    nearest,
    with_own_matter,
    with_what_is_meant,
)
from actions.reports.cards.every_figure import every_figure
from actions.reports.cards.lines import CardLine, card_lines
from actions.reports.cards.narrowing import is_no_answer, on_a_part
from actions.reports.cards.numbers import asks_for_figures, chosen_figures, nearest_figure
from actions.reports.cards.overrun import overrun_told
from actions.reports.cards.series import asks_for_a_change, change_told, things_asked
from actions.reports.cards.topic import is_a_topic, told_of_a_topic
from actions.reports.evidence import evidence
from actions.reports.figures.asked import names_an_amount
from actions.reports.parts import (
    links_to,
    report_line,
    report_source,
    subject_rows,
    told_by,
    ways_after_a_refusal,
    ways_on,
)
from actions.reports.passages.findings import search
from actions.reports.subject import Subject, reports_of
from actions.reports.words import is_verb
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.forecasts import is_foreseen
from knowledge.reports.models import ReportSummary
from knowledge.reports.questions import read_question
from knowledge.text import stem

_HOW_MANY, _HOW_MUCH = (re.compile(rf"\bhow {much}\b", re.IGNORECASE) for much in ("many", "much"))
_COMBIEN = re.compile(r"\bcombien (?!d)")
_ELLE = re.compile(r"^Elle ")
"""« Elle note des faiblesses »: in a summary always the Court, to be named where nothing stands before."""
_ANY_REPORT = 0.75
"""Share of the usual probability that suffices for whether there is a report on something."""


def card_meant(question: Question, subject: Subject, base: ReportBase) -> ReportSummary | None:
    """The report that is surely meant, where only its card is known."""
    meant = reports_of(subject, base)
    if len(meant) == 1 or subject.reports and meant:
        return meant[0] if meant[0].card else None
    if subject.unknown:
        return None
    found = search(subject, base)
    if not found.hits or not found.sure or not found.reports[0].card:
        return None
    share = _ANY_REPORT if question.intent == "report_find" else 1.0
    return found.reports[0] if meant or evidence(subject, found, base).suffices(share) else None


def told_of_card(
    question: Question, desk: Desk, base: ReportBase, subject: Subject, report: ReportSummary
) -> Answer:
    """The lines of the card of a report that say what is asked, or that it does not say it."""
    every = every_figure(question, base, subject, report)
    if every is not None:
        return every
    heard, text = without_attribution(question.said or question.text), without_attribution(subject.text)
    question = replace(question, text=without_attribution(question.text))
    if question.lang == "en":
        text = _counting(text, heard)
    own = f"{heard} {question.text}" if question.lang == "en" else question.text
    asked = card_question(own if counts_its_matter(own) else text, own, report, base, heard)
    lines = card_lines(report, base, heard if question.lang == "en" else asked.text)
    lines = tuple(line for line in lines if line.figure is None or not asked.is_of_another(line))
    focus = question.focus
    goes_on = subject.continued or focus.asked_reports and focus.report == report.id
    alone = card_question(question.text, own, report, base) if goes_on else asked
    if goes_on and not asks_for_figures(asked, own, lines):
        asked = on_a_part(asked, alone)
    of_itself = alone.wish == "what" and (alone.named or alone.terms)  # « c'est quoi Copernicus ? »
    if goes_on and (of_itself or alone.wish == "fault"):
        asked = alone
    asked = with_own_matter(asked, lines)
    if subject.continued and focus.status != "not_found":
        asked = _of_the_part_before(asked, focus.text, report, base)
    changed = tuple(change_told(asked, own, lines)) if asks_for_a_change(asked, own) else ()
    chosen = Chosen()
    if things_asked(asked) or not changed:
        chosen = _chosen(asked, own, lines, goes_on)
        if not chosen.lines and alone is not asked:
            chosen = replace(chosen, lines=_by_the_message(asked, alone, own, lines))
        if goes_on and is_no_answer(chosen.lines, asked, question, lines):
            chosen = Chosen()
    chosen = chosen if chosen.lines or not changed else Chosen(changed)
    told, wanted = _as_before(chosen.lines, alone, focus), chosen.wanted
    if not told:  # « ses chiffres clés, par exemple le nombre d'agents ? »
        every = every_figure(question, base, subject, whatever_beside=True)
        if every is not None:
            return every
        return _not_said(question, desk, base, report, subject, chosen.near)
    lead = "report_there_is" if asked.wish == "report" else "report_says"
    return told_lines(question, base, subject, report, told, wanted, lead)


def _chosen(asked: CardQuestion, own: str, lines: Sequence[CardLine], continued: bool) -> Chosen:
    """The lines that answer; where none does, what comes nearest: of a first question in words the summary,
    which nobody has been told yet.
    """
    topic = () if continued or not is_a_topic(asked, own, lines) else told_of_a_topic(asked, own, lines)
    topic = topic or overrun_told(asked, own, lines)
    if topic:
        return Chosen(topic)
    of_oneself = _is_on_an_own_case(asked, own)
    in_words = asked.part or of_oneself
    if asks_for_figures(asked, own, lines) and not in_words:
        figures = tuple(with_what_is_meant(chosen_figures(asked, lines), lines))
        near = None if figures else nearest_figure(asked, lines) or nearest(asked, lines, whole=True)
        return Chosen(figures, near=(near,) if near else ())
    if continued and of_oneself and not (asked.named or any(term.needed for term in asked.terms)):
        return Chosen()
    chosen = chosen_lines(asked, [line for line in lines if not (in_words and line.figure)])
    if asked.wish == "fault" and not (chosen.lines or continued):  # « le fiasco du logiciel »
        chosen = chosen_lines(replace(asked, terms=()), lines)
    if chosen.lines:
        return chosen
    if not continued and asked.wish in ("why", "whether", "open") and is_spoken_of(asked, lines):
        return replace(chosen, near=tuple(line for line in lines if line.kind == "summary"))
    near = nearest(asked, lines)
    return replace(chosen, near=(near,) if near else ())


def _as_before(told: Sequence[CardLine], alone: CardQuestion, focus: Focus) -> list[CardLine]:
    """Of several figures that answer « et en 2014 ? » the one just told, which is of that year."""
    last = {source.get("quote") for source in focus.sources}
    again = [line for line in told if line.figure and line.text in last]
    return again if again and alone.years and not alone.terms else list(told)


def _by_the_message(
    asked: CardQuestion, alone: CardQuestion, own: str, lines: Sequence[CardLine]
) -> tuple[CardLine, ...]:
    """The lines that answer a message ``alone``, without what was asked before: « à cause de l'écotaxe ? »
    after another « pourquoi ».
    """
    alone = with_own_matter(alone, lines)
    if asked.wish in ("open", "finding") or not any(term.needed for term in alone.terms):
        return ()
    return _chosen(alone, own, lines, True).lines


def _is_on_an_own_case(asked: CardQuestion, own: str) -> bool:
    """« donc moi je vais payer plus ? »: no figure of a report decides it."""
    return (
        asked.wish in ("open", "whether")
        and speaks_of_oneself(own)
        and not (counts_its_matter(own) or read_question(own).asks_figure)
    )


def _of_the_part_before(
    question: CardQuestion, before: str, report: ReportSummary, base: ReportBase
) -> CardQuestion:
    """The question with the part of the report asked about before, where it names none itself: « combien par
    an ? » after « le prêt à taux zéro ».
    """
    if any(term.needed for term in question.terms) or not before:
        return question
    parts = card_question(before, "", report, base)  # whole: « le prêt à taux zéro : le supprimer ? »
    nouns = (term for term in parts.terms if term.needed and not is_verb(term.word))
    own = (replace(one, stems=frozenset({stem(one.word)}), phrases=()) for one in nouns)
    return replace(question, before=tuple(term for term in own if not names_an_amount(term.word)))


def told_lines(
    question: Question,
    base: ReportBase,
    subject: Subject,
    report: ReportSummary,
    told: Sequence[CardLine],
    wanted: bool = False,
    lead: str = "report_says",
) -> Answer:
    """Lines of a card; ``wanted`` where they are what the Court asks for instead of what was asked about."""
    lang = question.lang
    blocks: list[Block] = [Paragraph(say(lang, lead, report=report_line(report, lang)))]
    if wanted:
        blocks.append(Paragraph(say(lang, "report_card_asks")))
    done = "recommendations" if all(line.kind == "advice" for line in told) else "passages"
    blocks += _blocks(told, lang, "report_advises_all" if wanted else "report_advises")
    return told_by(
        [report], lang, subject.bodies, blocks, _sources(report, told), ways_on(lang, report, done, base)
    )


def _counting(text: str, heard: str) -> str:
    """A question put in French word by word, with what « how many » and « how much » ask for."""
    if _HOW_MANY.search(heard):
        return _COMBIEN.sub("combien de ", text)
    return _COMBIEN.sub("quel montant ", text) if _HOW_MUCH.search(heard) else text


def _not_said(
    question: Question,
    desk: Desk,
    base: ReportBase,
    report: ReportSummary,
    subject: Subject,
    near: Sequence[CardLine],
) -> Answer:
    """That the card does not say it, with what comes nearest and what else may be asked."""
    lang = question.lang
    key = "report_card_not_said_so" if near else "report_card_not_said"
    blocks: list[Block] = [Paragraph(say(lang, key, report=report_line(report, lang)))]
    blocks += _blocks(near, lang)
    rows = subject_rows([report], subject.bodies)
    answer = not_found(question, desk, plain_text(blocks), ways_after_a_refusal(lang, report, base), rows)
    return replace(
        answer,
        blocks=tuple(blocks),
        sources=distinct([report_source(report), *_sources(report, near)]),
        links=tuple(links_to(lang, [report])),
    )


def _blocks(lines: Sequence[CardLine], lang: str, advises: str = "report_advises") -> list[Block]:
    """The figures each for itself, the sentences of one part as one paragraph, recommendations as a list."""
    blocks: list[Block] = []
    for kind, same in groupby(lines, key=lambda line: line.kind):
        told = list(same)
        if kind == "advice":
            blocks.append(ItemList(tuple(line.text for line in told), say(lang, advises)))
        elif kind == "figure":
            blocks += [Paragraph(_figure(line, lang)) for line in told]
        else:
            text = " ".join(line.text for line in told)
            named = _ELLE.sub("La Cour ", text) if lang == "fr" and kind == "summary" else text
            blocks.append(Paragraph(named))
    return blocks


def _figure(line: CardLine, lang: str) -> str:
    told = f"{line.text}."
    foreseen = line.figure is not None and is_foreseen(line.figure)
    return say(lang, "report_figure_foreseen", figure=told) if foreseen else told


def _sources(report: ReportSummary, lines: Sequence[CardLine]) -> list[Source]:
    return [report_source(report, line.place, line.text) for line in lines]
