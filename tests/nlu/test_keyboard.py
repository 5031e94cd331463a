"""Which letters stand beside each other on a French keyboard."""

from __future__ import annotations

from nlu.keyboard import KEYS, are_neighbours


def test_keys_around_a_key_are_its_neighbours() -> None:
    assert "".join(key for key in KEYS if key != "s" and are_neighbours("s", key)) == "azeqdwxc"


def test_what_is_no_letter_has_no_neighbour() -> None:
    assert not are_neighbours("a", "é")
