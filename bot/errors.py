"""How a message can fail, apart from the assistant so that a door can name them before Rasa is imported."""

from __future__ import annotations


class NotReady(RuntimeError):
    """No answer can be given: the model or the base is missing or damaged. The message says what to do."""


class BadText(ValueError):
    """A message that cannot be taken; the text says why, and may be shown to whoever sent it."""


class UnknownConversation(LookupError):
    """A conversation id that this server never minted."""
