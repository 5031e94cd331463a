"""The types of report that people name: « référés », « communications au Parlement »."""

from __future__ import annotations

import re

from knowledge.text import words

_TYPES = (
    (r"referes?", "référé"),
    (
        r"(?:communications?|reports?|rapports?)(?: \w+){0,6} (?:au|to) (?:parlement|parliament)"
        r"|(?<=referes et )(?:de |les |des )?communications"
        r"|communications? (?:et|ou) (?:de |les |des )?referes?",
        "communication au Parlement",
    ),
)


def types_named(text: str) -> list[str]:
    """The types of report that a message names."""
    folded = " ".join(words(text))
    return [name for pattern, name in _TYPES if re.search(rf"\b(?:{pattern})\b", folded)]
