"""What a report's card says, line by line: its sentences, its findings, its figures, its
recommendations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from actions.reports.advice import in_order, recommendation_line
from knowledge.reports.base import ReportBase
from knowledge.reports.card_texts import SCOPE, SUMMARY, asked_for, note_of, short_names
from knowledge.reports.models import FigureRow, Place, ReportSummary
from knowledge.text import sentences, stem, stems

Kind = Literal["scope", "summary", "note", "body", "finding", "figure", "advice"]

_PARTS: dict[str, Kind] = {SCOPE: "scope", SUMMARY: "summary"}
_SAID_BY = re.compile(
    r"^(?:À la demande [^,]{0,90}, )?(?:[Ll]a Cour|Elle|Le référé)\b"
    r"(?:[^,.;:]{0,60}?\b(?:que |qu’)(?=\w)| \w+ )"
)
"""« La Cour constate que », which is said of anything that is found and asked by nobody."""
_FINDS = frozenset(map(stem, "juge constate releve estime observe note souligne critique".split()))


class Nearness(NamedTuple):
    """How near in meaning to a question a line is, and how much nearer than the lines of its card in the
    mean, at least.
    """

    near: float
    ahead: float


NEAR = Nearness(0.838, 0.024)
"""Of a line that says a verb or an adjective of the question in other words."""
NOUN_IN_A_LINE, NOUN_IN_A_FIGURE = Nearness(0.87, 0.04), Nearness(0.868, 0.042)
"""Of a line that says a noun of it in other words; of a figure that is of the kind asked for."""
ALL_SAID = 0.06
"""What saying all that is asked counts beside the nearness in meaning."""


@dataclass(frozen=True)
class CardLine:
    """A line as it is shown, with its place; ``said`` are the stems of it, of the heading of a
    recommendation and of how people ask for a figure; ``asked`` is how they ask for it or for a finding.
    ``near`` is how near in meaning to the question, 0 without sentence vectors, and ``ahead`` how much nearer
    than the lines of the card are in the mean; ``alike`` is how near to the question the nearest of ``asked``
    is.
    """

    kind: Kind
    text: str
    place: Place
    said: frozenset[str]
    figure: FigureRow | None = None
    asked: tuple[str, ...] = ()
    near: float = 0.0
    ahead: float = 0.0
    alike: float = 0.0

    @property
    def own(self) -> frozenset[str]:
        """The stems of the line itself."""
        return frozenset(stems(self.text))

    @property
    def is_found(self) -> bool:
        """Whether the report says it in its text, neither by a figure nor as a recommendation."""
        return self.kind in ("summary", "finding")

    @property
    def matter(self) -> str:
        """What the line says, without that it is the Court's finding."""
        return _SAID_BY.sub("", self.text)

    def is_within(self, least: Nearness) -> bool:
        """Whether a line is so near in meaning."""
        return self.near >= least.near and self.ahead >= least.ahead


def said_in_scope(lines: Sequence[CardLine]) -> frozenset[str]:
    """Stems of what the report is on."""
    return frozenset[str]().union(*(line.said for line in lines if line.kind == "scope"))


def card_lines(report: ReportSummary, base: ReportBase, question: str) -> tuple[CardLine, ...]:
    """All lines of a card, in its order, with how near to a question each is."""
    lines = tuple(_lines(report, base))
    near = base.nearnesses(question, [line.matter for line in lines])
    if not near:
        return lines
    mean = sum(near) / len(near)
    asked = [one for line in lines for one in line.asked]
    alike = dict(zip(asked, base.nearnesses(question, asked), strict=True))
    return tuple(
        replace(line, near=one, ahead=one - mean, alike=max((alike[a] for a in line.asked), default=0.0))
        for line, one in zip(lines, near, strict=True)
    )


def compared(report: ReportSummary, base: ReportBase) -> Iterator[str]:
    """What :func:`card_lines` compares a question with by meaning."""
    for line in _lines(report, base):
        yield from (line.matter, *line.asked)


def _lines(report: ReportSummary, base: ReportBase) -> Iterator[CardLine]:
    figures = base.figures(report.id, limit=None)
    advised = [(recommendation_line(one, "fr"), one) for one in in_order(base.recommendations(report.id))]
    questions = asked_for(report.id)
    listed = {*(figure.quote for figure in figures), *(text for text, _ in advised)}
    for row in base.passages(report.id):
        kind = _PARTS.get(row.place.path[-1])
        if kind is not None:  # a report may have a section of that name, with figures of its own
            for paragraph in (one for one in row.text.split("\n") if one not in listed):
                of_it = "note" if paragraph == note_of(report.id) else kind
                for one in sentences(paragraph):
                    yield CardLine(of_it, one, row.place, frozenset(stems(_SAID_BY.sub("", one))) - _FINDS)
        if kind == "scope":
            for short, name in short_names(report.id):
                if short.isupper():
                    yield CardLine("body", f"{short} : {name}.", row.place, frozenset(stems(short)))
        elif kind is None:
            for paragraph in (one for one in row.text.split("\n") if one in questions and one not in listed):
                asked = questions[paragraph]
                yield CardLine("finding", paragraph, row.place, frozenset(stems(paragraph)), None, asked)
    for figure in figures:
        asked = questions.get(figure.quote, ())
        said = frozenset(stems(" ".join((figure.quote, *asked))))
        yield CardLine("figure", figure.quote, figure.place, said, figure, asked)
    for text, advice in advised:
        yield CardLine("advice", text, advice.place, _with_heading(text, advice.place))


def _with_heading(text: str, place: Place) -> frozenset[str]:
    return frozenset(stems(" ".join((text, *place.path[-1:]))))


def before(line: CardLine, lines: Sequence[CardLine]) -> CardLine | None:
    """The line that stands before another of the same part of the card."""
    at = lines.index(line) - 1
    return lines[at] if at >= 0 and lines[at].kind == line.kind else None
