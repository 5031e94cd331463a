"""Acronyms: whether letters can stand for a name, and which ones a report uses for one."""

import re
from collections import Counter

from knowledge.extraction.wordlists import listed
from knowledge.text import fold

CAPITALS = re.compile(r"[A-Z].*[A-Z]|^[A-Z]{2,}$")
"""At least two capitals, as acronyms have."""

_DEFINED = (
    r"\s?[»\"”]?\s?\(\s?(?:ci-après\s)?[«\"“]?\s?"
    r"(?P<acronym>[A-Z][\w&.’'+-]*[A-Z][\w&.’'+ -]{0,20}?)\s?[»\"”]?\s?\)"
)
_SMALL = frozenset(listed("de du des d la le les l et en sur"))
_NOT_BODIES = frozenset(listed("caf cet cfe cgct cdd ccas cap csp chs cmp cpom cia cdc"))
_ACRONYM_USES = 8


def is_acronym_of(acronym: str, name: str) -> bool:
    """Whether the letters of `acronym` are found in order in the words of `name`, its first one beginning a
    word.
    """
    letters = re.sub(r"[^a-z]", "", fold(acronym))
    if not 2 <= len(letters) <= 12 or not CAPITALS.search(acronym):
        return False
    initials = [word[0] for word in re.findall(r"[a-z0-9]+", fold(name))]
    rest = iter(re.sub(r"[^a-z]", "", fold(name)))
    return letters[0] in initials and all(letter in rest for letter in letters)


def defined_acronym(own_name: str, name: str, text: str) -> str | None:
    """The acronym that `text` defines in brackets right after `own_name`, if its letters can stand for
    `name`.
    """
    match = re.search(_flexible_case(own_name) + _DEFINED, text)
    return match["acronym"].strip() if match is not None and is_acronym_of(match["acronym"], name) else None


def usual_acronym(name: str, text: str) -> str:
    """The acronym in capitals that the report uses most, when its letters are the initials of the name."""
    initials = [word[0] for word in re.findall(r"[a-z0-9]+", fold(name)) if word not in _SMALL]
    for acronym, count in Counter(re.findall(r"\b[A-Z]{3,9}\b", text)).most_common(12):
        letters = iter(initials)
        enough = len(acronym) >= min(4, len(initials) - 1) and count >= _ACRONYM_USES
        if enough and acronym[0].lower() == initials[0] and all(c in letters for c in acronym.lower()):
            return acronym if fold(acronym) not in _NOT_BODIES else ""
    return ""


def _flexible_case(name: str) -> str:
    return r"(?i:" + r"[\s'’\"«»-]{1,3}".join(re.escape(word) for word in re.findall(r"[^\W_]+", name)) + ")"
