"""Where the letters stand on a French keyboard: a slip of the finger hits a key beside."""

from __future__ import annotations

_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
KEYS = {key: (column, row) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)}
"""Column and row of each letter."""


def are_neighbours(one: str, other: str) -> bool:
    """Whether a finger that means one letter may hit the other."""
    if one not in KEYS or other not in KEYS:
        return False
    (column, row), (other_column, other_row) = KEYS[one], KEYS[other]
    return abs(column - other_column) <= 1 and abs(row - other_row) <= 1
