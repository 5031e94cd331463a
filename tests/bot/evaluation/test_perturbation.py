"""Damage is reproducible, of the kind asked for, and leaves short words alone."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.perturbation import NEIGHBOURS, SINGLE, STRENGTHS, Strength, perturb, typo

TEXT = "Où travaillait l'équipe du défi Signaux Faibles ?"


@given(st.text(max_size=200), st.sampled_from(sorted(STRENGTHS)), st.integers(0, 9))
def test_same_seed_same_result(text: str, strength: str, seed: int) -> None:
    assert perturb(text, STRENGTHS[strength], seed) == perturb(text, STRENGTHS[strength], seed)


def test_seeds_differ() -> None:
    assert len({perturb(TEXT, STRENGTHS["strong"], seed) for seed in range(8)}) > 4


def test_no_strength_no_change() -> None:
    assert perturb(TEXT, Strength()) == TEXT


def test_accents_alone() -> None:
    assert perturb(TEXT, SINGLE["accents"]) == "Ou travaillait l'equipe du defi Signaux Faibles ?"


def test_elisions_alone() -> None:
    assert perturb(TEXT, SINGLE["elisions"]).replace("l équipe", "léquipe") == TEXT.replace(
        "l'équipe", "léquipe"
    )


def test_typos_spare_short_words() -> None:
    damaged = perturb(TEXT, SINGLE["typos"])
    assert damaged.split()[0] == "Où"
    assert "travaillait" not in damaged
    assert "défi" in damaged


@pytest.mark.parametrize("kind", ["case", "spaces", "emoji", "fillers"])
def test_words_survive(kind: str) -> None:
    damaged = perturb(TEXT, SINGLE[kind]).lower()
    assert all(word in damaged for word in TEXT.lower().split())


@given(st.from_regex(r"[a-z]{5,12}", fullmatch=True), st.integers(0, 99))
def test_one_slip_keeps_the_first_letter(word: str, seed: int) -> None:
    damaged = typo(word, random.Random(seed))
    assert damaged[0] == word[0]
    assert abs(len(damaged) - len(word)) <= 1


def test_neighbours_are_those_of_azerty() -> None:
    assert "z" in NEIGHBOURS["a"]
    assert "w" in NEIGHBOURS["q"]
    assert all("a" not in NEIGHBOURS[key] for key in "mlp")
