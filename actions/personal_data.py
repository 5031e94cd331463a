"""What people say of themselves, their name or how to reach them, is left out of what is kept and sent."""

from __future__ import annotations

import re

from knowledge.text import STOP_WORDS, fold

_HIDDEN = "[…]"
_NAME = r"[A-ZÀ-Þ][\w'’-]*"
_ALWAYS = (
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),
    # A telephone number: French in pairs, or international; amounts and years have neither 0 nor + in front.
    re.compile(r"(?<!\d)0[1-9]([\s./-]?)\d{2}(?:\1\d{2}){3}(?!\d)"),
    re.compile(r"(?<![\w+])(?:\+|00)(?=[1-9])(?:[\s./()-]{0,2}\d){8,14}+(?!\d|\s*(?:€|%|(?i:euros?\b)))"),
    # A social security number.
    re.compile(r"(?<!\d)[12]\s?\d{2}\s?(?:0[1-9]|1[0-2])\s?\d[\dAB]\s?\d{3}\s?\d{3}(?:\s?\d{2})?(?!\d)"),
    # A name that people give themselves where only its capital tells it from « je suis contractuel ».
    re.compile(
        rf"\b(?i:moi,?\s+c['’]est|je\s+suis)\s+{_NAME}"
        rf"(?:(?:\s+(?:de|du|des|la|le|van|von|d['’]))*\s*{_NAME})*"
    ),
)
_INTRODUCES = re.compile(
    r"\b(?:j(?:e\s+)?m['’]?\s?app?ell?e|je\s+soussign[ée]e?|mon\s+(?:pr[ée])?nom,?\s+(?:est|c['’]est)"
    r"|my\s+name(?:\s+is|['’]s))\s*[:,]?[ \t]*",
    re.IGNORECASE,
)
"""What a name follows, in small letters as well."""
_CLOSES = re.compile(
    r"\b(?:cordialement|bien à vous|salutations(?: \w+s)?|sincerely"
    r"|(?:best|kind) regards)\b[\s:,.!–-]*",
    re.IGNORECASE,
)
"""What a letter ends with, before the name."""
_SIGNS = re.compile(r"(?:(?<=^)|(?<=[\n.,;:!?)…-])) *(?:sign[ée]e?|signed)\b[ \t]*[:,]?\s*", re.IGNORECASE)
"""The same in one word, which stands apart: « le contrat est signé par l'État » names nobody."""
_APART = re.compile(r"[ \t]*(?:$|[\n.!,])")
_TOKEN = re.compile(r"[ \t]*((?!\d)\w[\w.'’-]*)")
_ELIDED = re.compile(r"(?:[jlcst]|qu)['’]", re.IGNORECASE)
_BEFORE = re.compile(r"(?i:mr?|mrs|ms|mme|mlle|dr|monsieur|madame)\.?|Me|(?:[^\W\d_]\.-?)+")
"""A title or an initial."""
_WITHIN = frozenset("de du des la le van von ben el".split())
_NO_NAMES = STOP_WORDS | frozenset(
    "publie publiee affiche affichee inscrit inscrite cite citee mentionne mentionnee ecrit ecrite connu "
    "connue visible public publique indique liste note supprime retire donne marque mal faux incorrect deja "
    "toujours aussi partout still already there here published listed known mentioned shown wrong missing "
    "misspelt written spelled being i can could would may habite jhabite jai jsuis travaille cherche "
    "aimerais bonne".split()
)
"""What may follow « mon nom est » instead of a name, or the name itself."""


def without_personal_data(text: str) -> str:
    """``text`` without addresses, numbers to call and names people give of themselves."""
    for pattern in _ALWAYS:
        text = pattern.sub(_HIDDEN, text)
    for pattern in (_INTRODUCES, _CLOSES, _SIGNS):
        for found in reversed(list(pattern.finditer(text))):
            start, end = found.end(), _end_of_name(text, found.end())
            if end > start and (pattern is not _SIGNS or _APART.match(text, end)):
                text = text[:start] + _HIDDEN + text[end:]
    return text


def _end_of_name(text: str, start: int) -> int:
    """Where a name ends that begins at ``start``: there too when none does.

    It has two words, and more that are written with a capital or follow « de ».
    """
    end = place = start
    named, goes_on = 0, True
    while token := _TOKEN.match(text, place):
        word, place = token[1], token.end()
        folded = fold(word).rstrip(".")
        if not named and _BEFORE.fullmatch(word):
            continue
        if named and folded in _WITHIN:
            goes_on = True
            continue
        more = named < 2 or goes_on or word[0].isupper() or folded.startswith("d'")
        if folded in _NO_NAMES or _ELIDED.match(word) or not more:
            break
        named, goes_on, end = named + 1, False, place
        if word.endswith("."):
            break
    return end
