"""Numbers written in words."""

from __future__ import annotations

import pytest

from knowledge.number_words import NUMBER_WORDS, in_digits


@pytest.mark.parametrize(
    ("folded", "digits"),
    [
        ("septante et un defis", "71 defis"),
        ("soixante-dix-sept eig", "77 eig"),
        ("soixante et onze", "71"),
        ("quatre-vingt-dix-neuf", "99"),
        ("nonante neuf", "99"),
        ("vingt-et-une personnes", "21 personnes"),
        ("trente defis et deux sprints", "30 defis et deux sprints"),
        ("deux defis", "deux defis"),
    ],
)
def test_tens_become_digits(folded: str, digits: str) -> None:
    assert in_digits(folded) == digits


def test_one_word_says_a_number_and_an_article_none() -> None:
    assert (NUMBER_WORDS["deux"], NUMBER_WORDS["treize"], NUMBER_WORDS["nonante"]) == (2, 13, 90)
    assert "un" not in NUMBER_WORDS and not any("-" in word for word in NUMBER_WORDS)
