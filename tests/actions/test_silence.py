"""How near a question is to one that no source answers."""

from __future__ import annotations

from types import SimpleNamespace

from actions.silence import Around, Silence, around
from knowledge.entries import Hit


def _hit(ref: str, similarity: float, kind: str = "faq") -> Hit:
    return Hit(kind, ref, 0.5, similarity, similarity)


def test_the_entries_around_a_question_are_counted() -> None:
    desk = SimpleNamespace(unpublished=("silent", "mute"))
    hits = [_hit("silent", 0.9), _hit("told", 0.8), _hit("mute", 0.7), _hit("silent", 0.6, "statement")]
    near = around(hits, desk)  # type: ignore[arg-type]
    assert near == Around(first=1.0, of_three=2 / 3, of_twelve=2 / 12, told=0.8)
    assert around([], desk) == Around()  # type: ignore[arg-type]


def test_the_confidence_takes_what_is_around() -> None:
    found = Silence(0.4, plainly=True, around=Around(first=1.0, told=0.3)).features()
    assert (found["silence"], found["plainly_untold"]) == (0.4, 1.0)
    assert (found["first_untold"], found["nearest_told"]) == (1.0, 0.3)
