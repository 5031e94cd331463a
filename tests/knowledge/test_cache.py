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
