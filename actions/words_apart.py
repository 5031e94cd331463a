"""A message folded, with the words apart that a mark joins: « l'appel », « est-ce »."""

from __future__ import annotations

import re

from knowledge.text import fold

_APOSTROPHE, _MARK = re.compile(r"['’]"), re.compile(r"['’-]")


def elisions_apart(text: str) -> str:
    """The message folded, with « l'appel » as two words."""
    return _APOSTROPHE.sub(" ", fold(text))


def words_apart(text: str) -> str:
    """The message folded, with « est-ce » and « l'appel » as two words."""
    return _MARK.sub(" ", fold(text))
