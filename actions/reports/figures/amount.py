"""An amount of a report with the words by which it says what the amount is of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actions.reports.figures.kinds import around, kind_of, label_of
from knowledge.dates import YEAR
from knowledge.reports.models import FigureRow
from knowledge.reports.questions import FigureUnit
from knowledge.text import fold


@dataclass(frozen=True, slots=True)
class Amount:
    """Its kind and label; told in words also its sentence, what that says before the number and after it; all
    without accents.
    """

    kind: FigureUnit | None
    label: str
    sentence: str = ""
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, figure: FigureRow) -> Amount:
        told = () if figure.row_heading is not None else (fold(figure.quote), *around(figure))
        return cls(kind_of(figure), fold(label_of(figure)), *told)

    @classmethod
    def told(cls, sentence: str) -> Amount:
        """The last amount in euros of a sentence, labelled by what stands before its first number."""
        first = re.split(r"\d", YEAR.sub("", sentence), maxsplit=1)[0]
        label = first if "€" in sentence else sentence
        return cls(None, label, sentence, sentence.rpartition("€")[0].rstrip("0123456789 ,km"))
