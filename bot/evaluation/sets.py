"""The evaluation sets of ``nlu/evaluation``, read into dataclasses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import yaml

from knowledge.settings import ROOT
from knowledge.text import words

FOLDER = ROOT / "nlu" / "evaluation"
DEFAULT_DAY = dt.date(2026, 11, 24)
"""The day of the questions that name none."""


class BadSet(ValueError):
    """An evaluation file that cannot be read; the message names file and entry."""


@dataclass(frozen=True)
class Utterance:
    """Words with the intent and the names they carry; ``entities`` maps a kind to the expected value."""

    text: str
    intent: str
    lang: str = "fr"
    entities: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """Words with what a right answer holds; ``statuses`` are the right ones, any when empty."""

    id: str
    text: str
    lang: str
    kind: str
    statuses: tuple[str, ...]
    must: tuple[tuple[str, ...], ...]
    must_not: tuple[str, ...]
    today: dt.date = DEFAULT_DAY


@dataclass(frozen=True)
class Wrapping:
    """What a person says around a question, which stands at ``{question}``."""

    id: str
    lang: str
    text: str

    def around(self, question: Question) -> Question:
        """The question in its wrapping."""
        return replace(question, text=self.text.replace("{question}", question.text))


@dataclass(frozen=True)
class Dialogue:
    """Questions asked one after the other in one conversation."""

    id: str
    turns: tuple[Question, ...]


@dataclass(frozen=True)
class ReportQuestion:
    """A question to audit reports; the fields are explained at the head of ``reports.yml``."""

    id: str
    text: str
    kind: str
    reports: tuple[str, ...]
    figure: tuple[str, ...]
    passage: tuple[str, ...]
    recommendation: tuple[str, ...]
    status: str
    misspelt: bool
    names_body: bool
    table_cell: bool


@dataclass(frozen=True)
class FigureMarks:
    """A question to the reports and the figures found for it that people marked as right: printed, year."""

    question: ReportQuestion
    right: frozenset[tuple[str, int | None]]


Asked = TypeVar("Asked", Question, ReportQuestion)


def utterances(name: str = "utterances") -> list[Utterance]:
    """The utterances of one file."""
    return [_made(name, entry, _utterance) for entry in _entries(name)]


def unseen(spoken: Sequence[Utterance]) -> list[Utterance]:
    """Those that are not, word for word, training examples: two people write « qui finance le programme »."""
    examples = training_examples()
    return [utterance for utterance in spoken if " ".join(words(utterance.text)) not in examples]


def training_examples() -> frozenset[str]:
    """The folded words of every training example."""
    blocks = [
        block
        for path in sorted((ROOT / "nlu").glob("*.yml"))
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
    ]
    lines = [line for block in blocks for line in block.get("examples", "").splitlines()]
    return frozenset(" ".join(words(line[2:])) for line in lines if line.startswith("- "))


def questions() -> list[Question]:
    """Questions about the programme that have an answer."""
    return [
        _made("questions", entry, partial(_question, statuses="status")) for entry in _entries("questions")
    ]


def unanswerable() -> list[Question]:
    """Questions out of scope, or in scope without an answer in the base."""
    return [
        _made("unanswerable", entry, partial(_question, statuses="expected"))
        for entry in _entries("unanswerable")
    ]


def programme_training() -> list[Question]:
    """Questions about the programme with and without an answer, to fit when to refuse, never to mend for."""
    name = "programme_training"
    return [
        _made(name, entry, partial(_question, statuses="expected" if "expected" in entry else "status"))
        for entry in _entries(name)
    ]


def reworded(questions: Sequence[Asked]) -> list[Asked]:
    """The same questions as other people put them: « q012#2 » is the second rewording of « q012 »."""
    others = {
        entry["id"]: _made("rewordings", entry, lambda e: _strings(e["texts"]))
        for entry in _entries("rewordings")
    }
    return [
        replace(one, id=f"{one.id}#{number}", text=text)
        for one in questions
        for number, text in enumerate(others.get(one.id, ()), 1)
    ]


def wrappings() -> list[Wrapping]:
    """What is said around questions."""
    return [
        _made("wrappings", entry, lambda e: Wrapping(e["id"], e["lang"], e["text"]))
        for entry in _entries("wrappings")
    ]


def dialogues() -> list[Dialogue]:
    """Conversations with one expectation a turn."""
    return [_made("dialogues", entry, _dialogue) for entry in _entries("dialogues")]


def report_dialogues() -> list[Dialogue]:
    """Conversations on audit reports."""
    return [_made("report_dialogues", entry, _dialogue) for entry in _entries("report_dialogues")]


def report_questions() -> list[ReportQuestion]:
    """Questions to the audit reports."""
    return [_made("reports", entry, _report_question) for entry in _entries("reports")]


def report_training() -> list[ReportQuestion]:
    """Questions to the audit reports with and without an answer, to fit when to refuse."""
    return [_made("report_training", entry, _report_question) for entry in _entries("report_training")]


def figure_marks() -> list[FigureMarks]:
    """Which figures answer questions of :func:`report_training`."""
    asked = {question.id: question for question in report_training()}

    def marked(entry: Mapping[str, Any]) -> FigureMarks:
        right = ((str(printed), year and int(year)) for printed, year in entry["right"])
        return FigureMarks(asked[entry["id"]], frozenset(right))

    return [_made("figure_marks", entry, marked) for entry in _entries("figure_marks")]


def _entries(name: str) -> list[Mapping[str, Any]]:
    path = Path(FOLDER / f"{name}.yml")
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise BadSet(f"{path.name}: {error}") from error
    if not isinstance(entries, list):
        raise BadSet(f"{path.name}: a list is expected")
    return entries


def _made(name: str, entry: Mapping[str, Any], make: Any) -> Any:
    try:
        return make(entry)
    except (KeyError, TypeError, ValueError) as error:
        shown = entry.get("id") or entry.get("text") if isinstance(entry, Mapping) else entry
        raise BadSet(f"{name}.yml, {shown}: {error!r}") from error


def _utterance(entry: Mapping[str, Any]) -> Utterance:
    entities = {kind: str(value) for kind, value in (entry.get("entities") or {}).items()}
    return Utterance(entry["text"], entry["intent"], entry.get("lang", "fr"), entities)


def _question(entry: Mapping[str, Any], statuses: str = "status", **given: Any) -> Question:
    day = given.get("today") or entry.get("today") or DEFAULT_DAY
    return Question(
        id=given.get("id") or entry["id"],
        text=entry["text"],
        lang=entry.get("lang", "fr"),
        kind=entry.get("kind", ""),
        statuses=_strings(entry.get(statuses)),
        must=tuple(_strings(group) for group in entry.get("must", ())),
        must_not=_strings(entry.get("must_not")),
        today=dt.date.fromisoformat(str(day)),
    )


def _dialogue(entry: Mapping[str, Any]) -> Dialogue:
    turns = (
        _question(turn, id=f"{entry['id']}.{number}", today=entry.get("today"))
        for number, turn in enumerate(entry["turns"], 1)
    )
    return Dialogue(entry["id"], tuple(turns))


def _report_question(entry: Mapping[str, Any]) -> ReportQuestion:
    return ReportQuestion(
        entry["id"],
        entry["text"],
        entry["kind"],
        _strings(entry["reports"]),
        _strings(entry.get("figure")),
        _strings(entry.get("passage")),
        _strings(entry.get("recommendation")),
        entry.get("status", "answered"),
        bool(entry.get("misspelt")),
        bool(entry.get("names_body", True)),
        bool(entry.get("table_cell")),
    )


def _strings(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else (str(value),)
