"""Report cards: what the national reports of 2016 found and recommend, told in the project's own words.

A clone without any report can still say what the Cour des comptes examined, a few figures and every
recommendation, each with the section where it stands. One YAML file a report, ``<key>.yml``, validated here.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import Field, StringConstraints, ValidationError, model_validator

from knowledge.errors import SourceMistake, SourcesRejected
from knowledge.schema import Identifier, Model, Text
from knowledge.text import sentences

CARDS_DIR = Path(__file__).parent / "sources" / "report_cards"

ReportKey = Annotated[str, StringConstraints(pattern=r"^[0-9]{5,7}$")]
BodyKind = Literal[
    "ministry", "agency", "public-body", "association", "company", "region", "commune", "intercommunality",
    "syndicate", "public-interest-group", "organisation",
]  # fmt: skip
Scale = Literal["milliers", "millions", "milliards"]
_FACTORS: dict[str | None, int] = {None: 1, "milliers": 10**3, "millions": 10**6, "milliards": 10**9}


class Section(Model):
    """Where a figure or recommendation stands: the heading as printed, its number apart (« 1.1 »).

    A référé may end on recommendations without a heading; ``title`` is then the line that announces them.
    """

    number: Text | None = None
    title: Text

    @property
    def label(self) -> str:
        """Number and title in one line, as a reader looks for them."""
        return f"{self.number} {self.title}" if self.number else self.title


class CardOrganisation(Model):
    """A body the report is about or addresses; ``kind`` is an id of the extractor's list of kinds."""

    name: Text
    aliases: tuple[Text, ...] = ()
    kind: BodyKind


class CardFigure(Model):
    """A number of the report. ``value`` is as printed, before ``scale`` (12.3 and « milliards »).

    ``unit`` is « EUR », « % » or the noun counted; ``year`` the one it is about, None for several years.
    ``text_fr`` is the amount as a person reads it: « 12,3 milliards d'euros ».
    """

    label_fr: Text
    label_en: Text
    value: Decimal
    unit: Text
    scale: Scale | None = None
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    text_fr: Text
    section: Section
    questions: tuple[Text, ...] = ()
    """How people ask for this number: compared with what is asked of the card, never shown."""

    @property
    def amount(self) -> Decimal:
        """The value in ``unit``, scale applied: what figures are compared by."""
        return self.value * _FACTORS[self.scale]


class CardFinding(Model):
    """One thing that the report tells beside its summary: who pays, since when, why, where."""

    text_fr: Text
    text_en: Text
    section: Section
    questions: tuple[Text, ...] = ()
    """How people ask for it: compared with what is asked of the card, never shown."""


class CardRecommendation(Model):
    """One recommendation in our own words; ``number`` as printed or by rank, None where it has none."""

    number: Text | None
    text_fr: Text
    text_en: Text
    section: Section


class ReportCard(Model):
    """One national report. ``key`` is its file key; ``themes`` are ids of the taxonomy of reports."""

    key: ReportKey
    title: Text
    date: dt.date
    type: Literal["Communication au Parlement", "Référé"]
    jurisdiction: Literal["Cour des comptes"]
    url: Text | None = None
    scope_fr: Text
    scope_en: Text
    organisations: Annotated[tuple[CardOrganisation, ...], Field(min_length=1)]
    themes: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    summary_fr: Text
    summary_en: Text
    figures: tuple[CardFigure, ...]
    findings: tuple[CardFinding, ...] = ()
    recommendations: tuple[CardRecommendation, ...]
    questions: tuple[Text, ...] = ()
    """How people ask for what the card says beside its figures: searched, never shown."""
    note_fr: Text | None = None
    note_en: Text | None = None
    """What a reader must know about the card, for instance that the report numbers no recommendation."""

    @property
    def every_question(self) -> tuple[str, ...]:
        """How people ask for what the card says, its figures and findings among it."""
        of_figures = (one for figure in self.figures for one in figure.questions)
        of_findings = (one for finding in self.findings for one in finding.questions)
        return (*self.questions, *of_figures, *of_findings)

    @model_validator(mode="after")
    def _says_what_is_missing(self) -> ReportCard:
        if not (self.figures and self.recommendations) and not (self.note_fr and self.note_en):
            raise ValueError("a card without figures or recommendations needs note_fr and note_en to say why")
        if len(self.figures) > 8:
            raise ValueError("at most 8 figures")
        if any(len(sentences(one.text_fr)) != len(sentences(one.text_en)) for one in self.findings):
            raise ValueError("a finding has as many sentences in English as in French")
        return self


def load_report_cards(folder: Path = CARDS_DIR) -> list[ReportCard]:
    """Every card of ``folder``, by date, the newest first.

    Raises :class:`SourcesRejected` with all mistakes at once; none of the cards is then used.
    """
    mistakes: list[SourceMistake] = []
    cards = [card for path in sorted(folder.glob("*.yml")) if (card := _load(path, mistakes)) is not None]
    if not cards and not mistakes:
        mistakes.append(SourceMistake("*.yml", "file", "-", f"no report card under {folder.name}/"))
    if mistakes:
        raise SourcesRejected(mistakes)
    return sorted(cards, key=lambda card: (card.date, card.key), reverse=True)


def _load(path: Path, mistakes: list[SourceMistake]) -> ReportCard | None:
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        content: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
        card = ReportCard.model_validate(content)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}" if mark else "file"
        reason = f"not valid YAML: {getattr(error, 'problem', error)}"
        mistakes.append(SourceMistake(path.name, line, "-", reason))
        return None
    except ValidationError as error:
        for problem in error.errors():
            field = ".".join(str(part) for part in problem["loc"]) or "-"
            mistakes.append(SourceMistake(path.name, path.stem, field, problem["msg"]))
        return None
    if card.key != path.stem:
        mistakes.append(SourceMistake(path.name, card.key, "key", "is not the name of the file"))
        return None
    return card
