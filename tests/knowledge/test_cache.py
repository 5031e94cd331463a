"""What was computed last is remembered, and no more than that."""

from __future__ import annotations

from knowledge.cache import Cache


def test_a_value_is_computed_once_while_it_is_remembered() -> None:
    computed: list[str] = []
    cache: Cache[int] = Cache(2)

    def length(text: str) -> int:
        return cache.get(text, lambda: computed.append(text) or len(text))  # type: ignore[func-returns-value]

    assert [length(text) for text in ("a", "bb", "a", "ccc", "bb")] == [1, 2, 1, 3, 2]
    assert computed == ["a", "bb", "ccc", "bb"]


def test_several_values_are_computed_together_but_for_those_remembered() -> None:
    asked: list[list[str]] = []
    cache: Cache[int] = Cache(3)

    def lengths(texts: list[str]) -> list[int]:
        asked.append(texts)
        return [len(text) for text in texts]

    assert cache.get_all(["a", "bb", "a"], lengths) == [1, 2, 1]
    assert cache.get_all(["bb", "ccc"], lengths) == [2, 3]
    assert cache.get_all(["dddd", "eeeee", "ffffff", "a"], lengths) == [4, 5, 6, 1]
    assert asked == [["a", "bb"], ["ccc"], ["dddd", "eeeee", "ffffff"]]
    assert cache.get_all(["ffffff", "bb"], lengths) == [6, 2]
    assert asked[-1] == ["bb"]
