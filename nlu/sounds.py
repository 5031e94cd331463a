"""How a French word sounds, so that « nouvo », « informatik » and « roubé » are read as they are meant.

A key, not a transcription: what sounds alike to most people, or is written without its accents, has one, and
silent letters at the end of a word have none. Nothing is known of liaison, names or English.
"""

from __future__ import annotations

import re

_STEPS = tuple(
    (re.compile(written), sound)
    for written, sound in (
        (r"([b-df-hj-np-rt-z])\1", r"\1"),  # « ss » is not « s »
        ("œ", "oe"),
        ("ç", "S"),
        ("[àâä]", "a"),
        ("[îï]", "i"),
        ("[ôö]", "o"),
        ("[ùûü]", "u"),
        ("ti(?=on)", "Si"),
        ("(?:er|ez|ets?)$", "é"),
        ("(?<=..)(?:[tdpz]s?|[sx])$", ""),
        ("[éèêë]e?$", "E"),
        ("e?au", "o"),
        ("ph", "f"),
        ("ch|sh", "C"),
        ("h", ""),
        ("qu|q|ck", "k"),
        ("gu(?=[eiyéèê])", "G"),
        ("ge(?=[ao])|g(?=[eiyéèêE])", "j"),
        ("c(?=[eiyéèêE])", "S"),
        ("c", "k"),
        ("oin(?![aeiouyéèêE])", "w1"),
        ("o[iy]", "wa"),
        ("oeu|eu", "0"),
        ("ou", "U"),
        ("(?:[ae]in|in|yn|un|aim|im|um)(?![aeiouyéèêEnm])", "1"),
        ("[ae][nm](?![aeiouyéèêEnm])", "2"),
        ("o[nm](?![aeiouyéèêEnm])", "3"),
        ("(?<=[^aeiouy])e$", ""),
        ("[ae][iy]|[eéèêë]", "E"),
        ("y", "i"),
        ("(?<=[aeiouEU0])s(?=[aeiouEU0123])", "z"),
        ("s+", "S"),
        ("G", "g"),
        (r"(.)\1+", r"\1"),
    )
)


def sound_of(word: str) -> str:
    """What ``word``, in lower case and with its accents, sounds like: one sign a sound."""
    for written, sound in _STEPS:
        word = written.sub(sound, word)
    return word
