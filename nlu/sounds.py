"""How a French word sounds, so that « nouvo », « informatik » and « roubé » are read as they are meant.

A key, not a transcription: what sounds alike to most people, or is written without its accents, has one, and
silent letters at the end of a word have none. Nothing is known of liaison, names or English. A few small
words are written by ear so often that they are read at once: « cété » would else be « cette ».
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


_BY_EAR = {
    "ossi": "aussi", "cété": "c'était", "cétait": "c'était", "yavé": "il y avait",
    "en avé": "en avait", "yen avé": "y en avait",
    "yavai": "il y avait", "coman": "comment", "commen": "comment", "lekel": "lequel", "lakel": "laquelle",
    "kelkun": "quelqu'un", "fé": "fait", "dapres": "d'après", "dapré": "d'après", "mm chose": "même chose",
    "mm question": "même question", "alor": "alors", "encor": "encore", "depui": "depuis",
    "sa veu": "ça veut", "b4": "before", "abt": "about", "wld": "would",
    "ppl": "people", "wen": "when",
}  # fmt: skip
_BY_EAR |= {f"sa {verb}": f"ça {verb}" for verb in "a sert coute existe marche dure change".split()}
_BY_EAR |= {f"n {word}": f"and {word}" for word in "the these where what how who when".split()}
_WRITTEN_BY_EAR = re.compile(rf"(?<![\w'’-])(?:{'|'.join(_BY_EAR)})(?![\w'’-])", re.I)


def as_heard(text: str) -> str:
    """``text`` with the small words that people write by ear as they are written: « cété » is « c'était »."""
    return _WRITTEN_BY_EAR.sub(lambda found: _BY_EAR[found.group().lower()], text)
