"""The words of a report's passages, packed and asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.reports.said_words import pack, said_words

WORDS = st.sampled_from(["dette", "eau", "2013", "été", "piscine", "a"])


@given(passages=st.lists(st.lists(WORDS)), wanted=st.lists(WORDS, unique=True))
def test_what_was_packed_is_said(passages: list[list[str]], wanted: list[str]) -> None:
    said = said_words(pack(passages), wanted)
    assert said.says.tolist() == [[word in passage for word in wanted] for passage in passages]


def test_several_words() -> None:
    said = said_words(pack([["dette", "eau"], ["eau"], []]), ["eau", "dette", "lac"])
    assert said.of(["dette", "lac"]).tolist() == [[True, False], [False, False], [False, False]]
    assert said.all_of(["eau", "dette"]).tolist() == [True, False, False]
