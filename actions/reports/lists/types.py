"""The types of report that people name: « référés », « communications au Parlement »."""

from __future__ import annotations

import re

from knowledge.text import words

_TYPES = (
    (r"referes?", "référé"),
    (
        r"(?:communications?|reports?|rapports?)(?: \w+){0,8} (?:parlement|parliament)"
        r"|communications?(?: \w+){0,12} (?:cour des comptes|parlement\w*)"
        r"|(?:cour des comptes|parlement\w*)(?: \w+){0,12} communications"
        r"|(?<=referes et )(?:de |les |des )?communications"
        r"|communications? (?:et|ou) (?:de |les |des )?referes?",
        "communication au Parlement",
    ),
)


def types_named(text: str) -> list[str]:
    """The types of report that a message names."""
    folded = " ".join(words(text))
    return [name for pattern, name in _TYPES if re.search(rf"\b(?:{pattern})\b", folded)]
