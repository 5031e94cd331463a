"""Whether a number in a sentence is the one planned first, that of all, or one that came true, as is asked.

« C'était prévu combien au départ ? » and « combien en tout ? » are asked of reports that tell what a thing
was to cost, what its parts did and what it came to.
"""

from __future__ import annotations

import re

from knowledge.text import fold

_ASKS_FIRST = re.compile(
    r"\b(?:au depart|a l['’]origine|au debut|initial\w*|prevu\w*|estime\w*|annonce\w*"
    r"|devai\w* (?:couter|etre))\b"
)
_SAYS_FIRST = re.compile(
    r"\b(?:initial\w*|prevu\w*|prev(?:oit|oyait)|previsi\w+|estim\w+|evalu\w+|a l['’]origine"
    r"|pass\w+ de|devait)\b"
)
_ASKS_ALL = re.compile(r"\b(?:en tout|au total|globalement|total\w*|in all|overall|altogether)\b")
_SAYS_ALL = re.compile(r"\b(?:au total|total\w*|en tout|global\w*|ensemble|cumul\w*|soit|pour un montant)\b")
_FORESEES = re.compile(
    r"\b(?:previsi\w+|prev(?:oit|oyait)|devrai\w*|prospecti\w*|objectif|horizon|d['’]ici)\b"
)
_CAME_TRUE = re.compile(r"\b(?:realis\w+|affiche\w*|constat\w+|final\w*|reel\w*|en fait)\b")
_OUGHT = re.compile(r"\baurai(?:t|ent) (?:du|pu)\b")
_OF_ANOTHER = 0.4
"""How far a sentence gives what is asked whose number is of another stage."""


def says_what_ought_to_be(text: str, asked: str) -> bool:
    """Whether a sentence tells what should have been, where a question asks what was."""
    return bool(_OUGHT.search(fold(text))) and not _OUGHT.search(fold(asked))


def of_the_stage(sentence: str, asked: str) -> float:
    """How far a number of a sentence is of the stage a question asks for, 0 to 1; both without accents."""
    if _ASKS_FIRST.search(asked):
        return 1.0 if _SAYS_FIRST.search(sentence) else _OF_ANOTHER
    foreseen = _FORESEES.search(sentence) and not _CAME_TRUE.search(sentence)
    foreseen = foreseen or says_what_ought_to_be(sentence, asked)
    part = _ASKS_ALL.search(asked) and not _SAYS_ALL.search(sentence)
    return _OF_ANOTHER if foreseen or part else 1.0
