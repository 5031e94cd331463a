"""The promotions themselves: which exist, when each began."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.base import KnowledgeBase


@dataclass(frozen=True)
class Promotion:
    """A yearly intake: id (« 1 »…« 7 », « dig »), labels and the year its EIGs began."""

    id: str
    label_fr: str
    label_en: str
    year: int

    def label(self, lang: str) -> str:
        """What it is called in a sentence, without an article."""
        return self.label_en if lang == "en" else self.label_fr


def promotions(base: KnowledgeBase) -> list[Promotion]:
    """Every promotion, oldest first."""
    rows = base.rows("select id, label_fr, label_en, year from promotion order by year, id = 'dig', id")
    return [Promotion(row["id"], row["label_fr"], row["label_en"], row["year"]) for row in rows]
