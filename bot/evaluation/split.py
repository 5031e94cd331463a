"""Which side of the split a question stands on: one half is for fitting and mending, the other is only run.

The side follows from the id alone: a set can grow without any question changing sides, and a rewording
(« q012#2 ») stands where its question does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Literal, Protocol, TypeVar

Side = Literal["fit", "held_out"]


class Identified(Protocol):
    """A question or conversation with an id of its own."""

    @property
    def id(self) -> str:
        """What the side follows from."""


Entry = TypeVar("Entry", bound=Identified)


def side_of(identifier: str) -> Side:
    """The side of an id: held out where the first byte of its SHA-1 is odd."""
    question = identifier.partition("#")[0]
    return "held_out" if hashlib.sha1(question.encode()).digest()[0] % 2 else "fit"


def on_side(entries: Iterable[Entry], side: Side) -> list[Entry]:
    """Those of ``entries`` that stand on one side, in order."""
    return [entry for entry in entries if side_of(entry.id) == side]
