"""The name of the programme's people written out, read as the initials that examples and entries use."""

from __future__ import annotations

import re

_PERSON = r"entr?e?pr[ea]n+eu(?:r|se)\w{0,3}(?:[·.•(/-](?:e|s|es|se|ses|euse|euses|rice)\b\)?){0,2}s?"
_INTEREST = r"d ?['’]? ?int[eé]r[eéê]ts? g[eé]n[eé]r(?:al|aux)"
_ENGLISH = r"(?:public|general)[- ]interest entrepreneur"
_OF_INTEREST = r"(?:of|in|for) (?:the )?(?:public|general) interest"
_ITS_INITIALS = r"(?: ?\(\W?eigs?\W?\)|,? eigs?\b)?"
_IN_FRENCH = re.compile(
    rf"\b(?P<article>an? )?(?:{_PERSON} (?:et|ou|and|or) (?:d['’] ?|les |des )?)?{_PERSON} {_INTEREST}\b"
    rf"{_ITS_INITIALS}",
    re.I,
)
_IN_ENGLISH = re.compile(
    rf"\b(?P<article>an? )?(?:{_ENGLISH}(?P<several>s)?|entrepreneur(?P<more>s)? {_OF_INTEREST})"
    rf"{_ITS_INITIALS}",
    re.I,
)
_OF_THE_WORDS = re.compile(
    r"\beigs?\b|\b(?:mots?|noms?|termes?|expressions?|appellations?|intitul\w+|sigles?|acronymes?|abr[eé]\w+"
    r"|initiales|dit|dites?|appel\w+|signifi\w+|veu(?:t|lent) dire|words?|names?|terms?|stands?|call(?:ed)?"
    r"|means?|meaning|acronym|say)\b",
    re.I,
)
"""What asks of the words themselves: « pourquoi dit-on “entrepreneur d'intérêt général” ? »."""


def with_initials(text: str) -> str:
    """``text`` with « EIG » for « entrepreneur d'intérêt général »; as it is where it asks of these words."""
    named = _IN_ENGLISH.sub(_initials, _IN_FRENCH.sub(_initials, text))
    if named == text or _OF_THE_WORDS.search(_IN_ENGLISH.sub("", _IN_FRENCH.sub("", text))):
        return text
    return named


def _initials(match: re.Match[str]) -> str:
    found = match.groupdict()
    article = f"{found['article'][0]}n " if found["article"] else ""
    return f"{article}EIG{found.get('several') or found.get('more') or ''}"
