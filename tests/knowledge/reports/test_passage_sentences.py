"""Of two passages with the same words, the one that says them in one sentence answers better."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.reports.passage_scoring import Weighted
from knowledge.reports.passage_sentences import said_together
from knowledge.reports.questions import read_question


def _gain(question: str, text: str, *terms: str, headings: str = "", title: str = "") -> float:
    own = dict.fromkeys(terms, 1.0)
    weighted = Weighted(own, {}, {term: frozenset() for term in own}, dict.fromkeys(own, 1), 100)
    row: Any = {"text": text, "path_stems": headings, "title_stems": title}
    return said_together(row, read_question(question), weighted)


def test_words_in_one_sentence_gain_over_the_same_words_strewn() -> None:
    asked = ("la fermeture de la chirurgie", "fermetur", "chirurg")
    together = _gain(asked[0], "La fermeture de la chirurgie date de 2012. La salle reste.", *asked[1:])
    strewn = _gain(asked[0], "La fermeture date de 2012. La chirurgie reste.", *asked[1:])
    assert together > strewn > _gain(asked[0], "La salle reste.", *asked[1:]) == 0.0


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("combien coûte un repas ?", "Le repas a un coût de 4,63 €.", "Le repas a un coût. Il y en a 4 008."),
        ("quel taux pour le repas ?", "Le taux du repas est de 5 %.", "Le taux du repas est de 5 points."),
        ("combien de repas ?", "Il sert 600 repas.", "Il sert des repas depuis 2012."),
    ],
)
def test_a_number_is_sought_beside_the_words(question: str, better: str, worse: str) -> None:
    assert _gain(question, better, "rep") > _gain(question, worse, "rep")


def test_a_heading_says_less_than_the_sentence() -> None:
    told = _gain("la cantine", "La cantine est chère.", "cantin")
    assert told > _gain("la cantine", "Elle est chère.", "cantin", headings="cantin") > 0.0
    assert _gain("la cantine", "La cantine est chère.") == 0.0


def test_the_words_of_a_table_stand_beside_its_numbers() -> None:
    asked = ("combien de logements sociaux ?", "logement", "social")
    assert _gain(asked[0], "Logements | 2009\nParc social | 678", *asked[1:]) == _gain(
        asked[0], "Le parc social a 678 logements.", *asked[1:]
    )


def test_a_word_of_the_title_hardly_tells_one_passage_from_another() -> None:
    asked = ("l'informatique de l'institut", "informat", "institut")
    matter = _gain(asked[0], "Trois agents tiennent l'informatique.", *asked[1:], title="institut")
    assert matter > _gain(asked[0], "L'institut est né en 1997.", *asked[1:], title="institut") > 0.0
