"""Questions to the audit reports: right report, figure, passage, recommendations; honest where none is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from actions.answer import Answer, Quote
from bot.evaluation.answering import Grade, dialogue_figures, talk
from bot.evaluation.examinee import Examinee, examinee
from bot.evaluation.matching import holds
from bot.evaluation.report_baseline import plain_search
from bot.evaluation.report_subjects import NO_REPORT
from bot.evaluation.sets import BadSet, Dialogue, ReportQuestion, reworded
from bot.evaluation.show import percent
from bot.evaluation.understanding import share
from knowledge.settings import Settings

FIRST_SOURCES = 3
WHOLE_LIST = ("list", "organisation")
"""Kinds of question of which every expected report must be named, wherever it stands among the sources."""


@dataclass(frozen=True)
class Shown:
    """What a person sees, whoever answers: reports best first, all words, and the words quoted."""

    status: str
    reports: tuple[str, ...]
    text: str
    quoted: str

    @classmethod
    def of(cls, answer: Answer) -> Shown:
        """What one answer of the assistant shows."""
        reports = dict.fromkeys(source.report for source in answer.sources if source.report)
        quotes = [block.text for block in answer.blocks if isinstance(block, Quote)]
        quotes += [source.quote for source in answer.sources if source.quote]
        return cls(answer.status, tuple(reports), answer.text, "\n".join(quotes))

    @property
    def whole(self) -> str:
        """Every word shown."""
        return f"{self.text}\n{self.quoted}"


@dataclass(frozen=True)
class Marks:
    """One answer judged; None where the question does not ask for that part."""

    question: ReportQuestion
    shown: Shown
    report: bool | None
    figure: bool | None
    passage: bool | None
    recommendation: bool | None
    honest: bool | None

    @property
    def right(self) -> bool:
        """Every part that was asked for is there."""
        parts = (self.report, self.figure, self.passage, self.recommendation, self.honest)
        return all(part is not False for part in parts)


def mark(question: ReportQuestion, shown: Shown) -> Marks:
    """Judge what was shown; ``honest`` is for questions without an answer: not answered as if known."""
    if question.status != "answered":
        return Marks(question, shown, None, None, None, None, shown.status != "answered")
    return Marks(
        question,
        shown,
        _names_report(question, shown.reports),
        any(holds(shown.whole, figure) for figure in question.figure) if question.figure else None,
        any(holds(shown.whole, words) for words in question.passage) if question.passage else None,
        all(holds(shown.whole, words) for words in question.recommendation)
        if question.recommendation
        else None,
        None,
    )


def report_figures(marks: Sequence[Marks]) -> dict[str, Any]:
    """Shares of each part over the questions that ask for it."""
    known = [one for one in marks if one.honest is None]
    unknown = [one for one in marks if one.honest is not None]
    return {
        "questions": len(marks),
        "right_report": _part([one.report for one in marks]),
        "right_figure": _part([one.figure for one in marks]),
        "right_figure_in_tables": _part([one.figure for one in marks if one.question.table_cell]),
        "right_passage": _part([one.passage for one in marks]),
        "right_recommendations": _part([one.recommendation for one in marks]),
        "all_right": share([one.right for one in known]),
        "all_right_misspelt": share([one.right for one in known if one.question.misspelt]),
        "all_right_unnamed_body": share([one.right for one in known if not one.question.names_body]),
        "unanswerable": len(unknown),
        "unanswerable_as_known": share([not one.honest for one in unknown]),
        "status_as_expected": share([one.shown.status == one.question.status for one in marks]),
    }


def evaluate(
    settings: Settings,
    questions: Sequence[ReportQuestion],
    dialogues: Sequence[Dialogue],
    tick: Callable[[], object],
) -> dict[str, Any]:
    """The assistant and a plain search on the same questions and the same base; conversations beside them.

    Raises :class:`BadSet` when no report has been added.
    """
    if not settings.reports_path.exists():
        raise BadSet(NO_REPORT)
    with examinee(settings) as candidate:
        marks, talks, others = asyncio.run(_ask(candidate, questions, dialogues, tick))
    baseline = [mark(one, Shown(*plain_search(settings.reports_path, one.text))) for one in questions]
    figures = report_figures(marks)
    figures["plain_bm25"] = report_figures(baseline)
    figures["dialogues"] = dialogue_figures(talks)
    figures["reworded"] = report_figures(others)
    figures["wrong"] = [_failure(one) for one in marks if not one.right]
    return figures


def show(figures: dict[str, Any], console: Console, failures: bool) -> None:
    """The two columns side by side; ``failures`` adds each wrong answer."""
    table = Table(title=f"Reports, {figures['questions']} questions", title_justify="left")
    for column in ("", "Greffier", "plain BM25"):
        table.add_column(column, justify="right" if column else "left")
    for name, value in figures.items():
        if isinstance(value, float):
            table.add_row(name.replace("_", " "), percent(value), percent(figures["plain_bm25"][name]))
    console.print(table)
    talks = figures["dialogues"]
    console.print(f"conversations: {talks['turns']} turns, {percent(talks['turns_right'])} right")
    others = figures["reworded"]
    console.print(
        f"put in other words: {others['questions']} questions, {percent(others['all_right'])} right"
    )
    for one in figures["wrong"] if failures else ():
        console.print(f"{one['id']}  {one['text']}", markup=False)
        console.print(f"    {', '.join(one['lacks'])}  [{one['status']} {one['reports']}]", markup=False)
        console.print(f"    {one['answer'][:200]!r}", markup=False, style="dim")


async def _ask(
    candidate: Examinee,
    questions: Sequence[ReportQuestion],
    dialogues: Sequence[Dialogue],
    tick: Callable[[], object],
) -> tuple[list[Marks], list[list[Grade]], list[Marks]]:
    marks, others = [await _marked(candidate, asked, tick) for asked in (questions, reworded(questions))]
    return marks, await talk(candidate, dialogues, tick), others


async def _marked(
    candidate: Examinee, questions: Sequence[ReportQuestion], tick: Callable[[], object]
) -> list[Marks]:
    marks = []
    for question in questions:
        marks.append(mark(question, Shown.of((await candidate.answer(question.text)).answer)))
        tick()
    return marks


def _names_report(question: ReportQuestion, reports: Sequence[str]) -> bool | None:
    if not question.reports:
        return None
    if question.kind in WHOLE_LIST:
        return set(question.reports) <= set(reports)
    return bool(set(question.reports) & set(reports[:FIRST_SOURCES]))


def _part(values: Sequence[bool | None]) -> float:
    return share([value for value in values if value is not None])


def _failure(one: Marks) -> dict[str, Any]:
    parts = ("report", "figure", "passage", "recommendation", "honest")
    return {
        "id": one.question.id,
        "text": one.question.text,
        "kind": one.question.kind,
        "lacks": [part for part in parts if getattr(one, part) is False],
        "status": one.shown.status,
        "expected": list(one.question.reports),
        "reports": list(one.shown.reports[:5]),
        "answer": one.shown.text[:500],
    }
