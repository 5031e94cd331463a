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
    asked = {part: message[part] for part in (*KEPT, *_READINGS) if part in message}
    return json.dumps([asked, focus.to_slot()], sort_keys=True, default=str)
