"""What a message says it is not about."""

from __future__ import annotations

from typing import Any

import pytest

from actions.conversation.denied import without_denied
from actions.conversation.focus import Focus


def named(text: str, **found: str) -> list[dict[str, Any]]:
    return [{"entity": kind, "value": kind, "start": text.index(word)} for kind, word in found.items()]


@pytest.mark.parametrize(
    ("text", "found", "kept"),
    [
        ("le ministère de la Culture, pas des RH", {"administration": "ministère", "theme": "RH"}, 1),
        ("les défis sur la santé et non pas l'écologie", {"theme": "santé", "skill": "écologie"}, 1),
        ("health challenges, not the legal ones", {"theme": "health", "skill": "legal"}, 1),
        ("promo 3 et pas de juristes ?", {"promotion": "3", "skill": "juristes"}, 2),
        ("pourquoi il n'y a pas de défi santé à Lyon ?", {"theme": "santé", "town": "Lyon"}, 2),
        ("pas les RH", {"theme": "RH"}, 1),
        ("avant la promotion 7, quelle paie ?", {"promotion": "promotion 7"}, 0),
        ("qui était là avant, dans la promo 4 ?", {"promotion": "promo 4"}, 1),
    ],
)
def test_what_is_denied_is_left_out(text: str, found: dict[str, str], kept: int) -> None:
    assert len(without_denied(named(text, **found), text, Focus())[0]) == kept


def test_what_is_denied_is_no_longer_spoken_of() -> None:
    text = "le ministère de la Culture, pas des RH"
    focus = Focus(entities={"theme": ("theme",), "promotion": ("2",)})
    entities = named(text, administration="ministère", theme="RH")
    assert without_denied(entities, text, focus)[1].entities == {"promotion": ("2",)}
