"""What answers are remembered by: all of a message and of its place in the talk that they depend on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from actions.conversation.context import KEPT
from actions.conversation.focus import Focus

_READINGS = ("in_context", "of_the_matter", "after_the_last", "last_asked")
"""Other readings of the message within the talk."""


def key_of(message: Mapping[str, Any], focus: Focus) -> str:
    """What messages with the same answer have in common while bases and day stay the same."""
    readings = [_read(message), *(_read(message.get(other)) for other in _READINGS)]
    return json.dumps([readings, focus.to_slot()], sort_keys=True, default=str)


def _read(reading: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """One reading; of its metadata the language alone counts, which Rasa leaves out or leaves empty."""
    if reading is None:
        return None
    kept = {part: reading[part] for part in KEPT if part in reading}
    return {**kept, "metadata": (reading.get("metadata") or {}).get("lang")}
