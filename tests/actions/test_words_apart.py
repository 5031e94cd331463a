"""Words that a mark joins, set apart before a message is looked at."""

from __future__ import annotations

from actions.words_apart import elisions_apart, words_apart


def test_elisions_are_set_apart_and_hyphens_kept() -> None:
    assert elisions_apart("L’État d'où, est-ce là ?") == "l etat d ou, est-ce la ?"


def test_hyphens_are_set_apart_as_well() -> None:
    assert words_apart("Qu'est-ce ?") == "qu est ce ?"
