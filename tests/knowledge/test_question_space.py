"""The space in which wordings of one entry lie together."""

from __future__ import annotations

import numpy as np

from knowledge.embedding import Vector
from knowledge.question_space import learn_space, learn_untold


def wordings(noise: float) -> tuple[Vector, list[str]]:
    """Forty entries of six wordings: four dimensions say which entry, twelve how it is asked."""
    dice = np.random.default_rng(0)
    meanings = dice.normal(size=(40, 4))
    rows, entries = [], []
    for number, meaning in enumerate(meanings):
        for _ in range(6):
            rows.append([*meaning, *(noise * dice.normal(size=12))])
            entries.append(f"entry {number}")
    return np.array(rows, dtype=np.float32), entries


def nearest_is_of_the_same_entry(vectors: Vector, entries: list[str]) -> float:
    alike = vectors @ vectors.T
    np.fill_diagonal(alike, -np.inf)
    best = alike.argmax(axis=1)
    return float(np.mean([entries[row] == entries[found] for row, found in enumerate(best)]))


def test_wordings_of_one_entry_come_together() -> None:
    vectors, entries = wordings(noise=2.0)
    plain = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    learnt = learn_space(vectors, entries).project(vectors)
    before, after = (nearest_is_of_the_same_entry(one, entries) for one in (plain, learnt))
    assert after > before + 0.2
    assert np.allclose(np.linalg.norm(learnt, axis=1), 1, atol=1e-4)


def test_without_two_wordings_only_the_mean_goes() -> None:
    vectors = np.eye(3, dtype=np.float32)
    space = learn_space(vectors, ["a", "b", "c"])
    assert np.allclose(space.directions, np.eye(3))
    assert np.allclose(space.mean, 1 / 3)


def test_vectors_that_do_not_differ_teach_nothing() -> None:
    same = np.ones((6, 4), dtype=np.float32)
    space = learn_space(same, ["a", "a", "b", "b", "c", "c"])
    assert np.isfinite(space.project(same)).all()


def test_a_question_of_the_kind_that_none_answers_is_told_by_its_side() -> None:
    dice = np.random.default_rng(1)
    told = dice.normal(size=(60, 8)).astype(np.float32) + np.eye(8, dtype=np.float32)[0] * 2
    untold = dice.normal(size=(20, 8)).astype(np.float32) - np.eye(8, dtype=np.float32)[0] * 2
    plane = learn_untold(np.vstack([told, untold]), [False] * 60 + [True] * 20)
    assert plane is not None
    another = np.eye(8, dtype=np.float32)[0]
    assert plane.log_odds(-2 * another) > 0 > plane.log_odds(2 * another)


def test_without_both_kinds_there_is_no_side() -> None:
    assert learn_untold(np.eye(4, dtype=np.float32), [False, False, False, True]) is None
