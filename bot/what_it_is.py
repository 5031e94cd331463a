"""« c'est quoi un EIG ? » inside a story: where it was heard of says nothing of what is asked."""

from __future__ import annotations

import re

from knowledge.text import fold, words

_ITS_NAME = (
    r"(?:(?:un |une |les |des |l ?['’] ?|le programme )?(?:d ?['’] ?)?eigs?\b(?! ?\d| link)"
    r"|(?:ce|votre|le) programme\b)"
)
_ASKED = re.compile(
    r"\b(?:c ?['’]? ?est|cest|c) (?:quoi|koi)"
    rf"(?: (?:exactement|au juste|en gros|en fait|donc|ca|cette|un peu))* {_ITS_NAME}"
    r"|\bexpli\w+[- ](?:moi|nous)(?: (?:simplement|ca|tout|vite fait))*\W*$"
)
_ASKS_MORE = re.compile(
    r"\b(?:combien|comment|quand|pourquoi|quels?|quelles?|salaire|candidat\w*|postul\w*|inscri\w*|puis|peux"
    r"|promo\w*|defis?|rapports?|difference|aussi)\b|\bet (?:c|qui|ou|ca|on|je)\b"
)
_A_STORY = 4
"""Words around the question from which they may be taken for what is asked."""
_IT = re.compile(r"\beigs?\b|\bprogramme\b")


def only_asks_what_it_is(text: str) -> str | None:
    """The bare question, where a message asks what an EIG or the programme is and nothing else; else None.

    « c koi exactement eig, j'ai vu une affiche à la fac » is no question of students.
    """
    folded = fold(text)
    found = _ASKED.search(folded)
    if found is None or not _IT.search(folded) or folded.count("?") > 1:
        return None
    rest = f"{folded[: found.start()]} {folded[found.end() :]}"
    told = len(words(rest)) >= _A_STORY and not _ASKS_MORE.search(rest)
    return "c'est quoi un EIG ?" if told else None
