"""French text tools shared by ingestion, search and understanding: folding, words, stems, sentences,
snippets.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import Stemmer

_STEMMER = Stemmer.Stemmer("french", maxCacheSize=0)  # `stem` remembers, for several threads
_LIGATURES = (("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"), ("ß", "ss"))
"""Replaced one after the other: a table for `str.translate` takes six times as long over a long text."""
_ACCENTED = (
    *((letter, unicodedata.normalize("NFKD", letter)[0]) for letter in "éèàêçôîùâûï\u00a0\u202f"),
    ("’", "'"),
)
"""Most French sentences have no others: without these, nothing is left to decompose."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACES = re.compile(r"\s+")
_COMBINING = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
"""Unicode's blocks of combining marks: accents that stand as letters of their own."""
_WORD = re.compile(r"[a-z0-9]+")
_SHORT = 200
"""Characters up to which the words of a text are remembered."""
_NUMBER_GROUPS = re.compile(r"(\d(?<![\d.,]\d)\d{0,2})((?:[ \u00a0\u202f]\d{3})+)(?!\d)")
"""It begins with what it consumes: looking behind at each character would take longer than the rest."""


def _listed(names: str) -> frozenset[str]:
    return frozenset(names.split())


STOP_WORDS = _listed(
    """a ai aie aient ainsi alors apres as au aucun aucune auquel aura aurait aussi autre autres aux avaient
    avait avant
    avec avez avoir avons ayant bien c ca car ce ceci cela celle celles celui cependant ces cet cette ceux
    chaque chez
    ci combien comme comment d dans de depuis des dire dit disent dites donc dont du duquel durant elle elles
    en encore
    entre est et etaient etait etant ete etes etre eu eux fait faire font fut grace ici il ils j je jusqu
    jusque l la
    laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais me meme memes mes moi
    moins mon n
    ne ni nos notre nous on ont or ou par parce parmi pas pendant peu peut peuvent plus pour pourquoi puis qu
    quand que quel quelle quelles quelqu quels qui quoi s sa sans sauf se selon sera serait ses si soit son
    sont sous
    sur t ta tandis tant te tel telle telles tels tes toi ton tous tout toute toutes tres trop tu un une va
    vers voici
    voila vos votre vous vu y suis es sommes etes serai sera seront serait seraient puis peux pouvons pouvez
    pouvait
    pouvaient pourrais pourrait pourrez pourriez dois doit devons devez doivent devait devaient faut fallait
    faudra veux
    veut voulez voulons voudrais voudrait vais vas allez vont aller etc oui merci bonjour bonsoir salut svp
    stp madame
    monsieur please hello hi thanks the of and is are was were in on for what which who how much many does
    did do about to
    an by with from at it this that i me my we us our you your they them their he she be been being am will
    would shall should could can may must have has had having get got give gave when where why there some any
    or if so than then very gens personnes people"""
)
"""Folded words that carry no meaning of their own in a question or a passage, in French and English."""

_ABBREVIATIONS = _listed(
    "m mm mme mmes mlle dr pr me st ste art al cf p pp n no nos ch chap fig tab t ex env av bd min max"
    " etc vol"
)
_LONGER = 20
"""Characters before a point that hold any abbreviation and one more."""
_LAST_WORD = re.compile(r"([^\W\d_]+|n°|\d+)$")
_SENTENCE_END = re.compile(r"([.!?…]+[»”\"’)\]]*)\s+(?=[«“\"(\[]?\s?[A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒ0-9–-])")


def clean(text: str) -> str:
    """Return `text` with one ordinary space between words and without invisible characters."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


@lru_cache(maxsize=4_096)
def fold(text: str) -> str:
    """Return `text` lower-cased, without accents or ligatures, apostrophes and hyphens kept.

    What two spellings of one name have in common; the length may differ from the original's. The words
    and the text of one message are folded again and again: the last results are remembered.
    """
    if text.isascii():
        return text.lower()
    for accented, letter in _ACCENTED:
        text = text.replace(accented, letter)
    if text.isascii():
        return text.lower()
    for ligature, letters in _LIGATURES:
        text = text.replace(ligature, letters)
    decomposed = unicodedata.normalize("NFKD", text)
    return _COMBINING.sub("", decomposed).lower()


def words(text: str) -> list[str]:
    """Return the folded words of `text` in order; « 12 345 » counts as the one word 12345."""
    return list(_words_again(text)) if len(text) <= _SHORT else _words(text)


@lru_cache(maxsize=4_096)
def _words_again(text: str) -> tuple[str, ...]:
    """A message and what it may mean are taken apart at every step of an answer."""
    return tuple(_words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(_NUMBER_GROUPS.sub(_join_groups, text)))


def _join_groups(match: re.Match[str]) -> str:
    return match.group(1) + re.sub(r"\D", "", match.group(2))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the French stem of one folded word; numbers and words of one or two letters stay as they are."""
    if len(word) < 3 or not word.isalpha():
        return word
    stemmed: str = _STEMMER.stemWord(word)
    return stemmed


def stems(text: str) -> list[str]:
    """Return the stem of every word of `text`, stop words included, in order."""
    return list(_stems(text))


@lru_cache(maxsize=1_024)
def _stems(text: str) -> tuple[str, ...]:
    """The answers of the base are read again and again, to see what of a question they account for."""
    return tuple(map(stem, words(text)))


def content_stems(text: str) -> list[str]:
    """Return the stems of the words that carry meaning, in order and with repetitions."""
    return [stem(word) for word in words(text) if word not in STOP_WORDS]


def index_text(text: str) -> str:
    """Return what a full-text index stores for `text`: its meaningful stems, separated by spaces."""
    return " ".join(content_stems(text))


def character_ngrams(word: str, size: int = 3) -> list[str]:
    """Return the overlapping letter groups of one folded word, its boundaries marked: misspellings share
    most.
    """
    padded = f"_{word}_"
    return [padded[i : i + size] for i in range(max(1, len(padded) - size + 1))]


def sentences(text: str) -> list[str]:
    """Split `text` into sentences; abbreviations (« M. », « art. »), initials and numbers do not end one."""
    result: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _is_abbreviation(text[max(start, match.start() - _LONGER) : match.start()]):
            continue
        result.append(text[start : match.end(1)].strip())
        start = match.end()
    rest = text[start:].strip()
    return [*result, rest] if rest else result


def _is_abbreviation(before: str) -> bool:
    tail = _LAST_WORD.search(before)
    if tail is None:
        return False
    token = tail.group(1)
    return (len(token) == 1 and token.isupper()) or fold(token) in _ABBREVIATIONS


def snippet(text: str, wanted: Iterable[str], limit: int = 320) -> str:
    """Return the run of whole sentences of `text`, at most `limit` characters, richest in the stems `wanted`.

    A single longer sentence is cut at a word and marked « … »; verbatim otherwise.
    """
    if len(text) <= limit:
        return text
    targets = frozenset(wanted)
    parts = sentences(text)
    counts = [frozenset(stems(part)) & targets for part in parts]
    best = max(_windows(parts, limit), key=lambda window: (_covered(counts, window), -window[0]))
    chosen = " ".join(parts[best[0] : best[1]])
    return chosen if len(chosen) <= limit else _cut(chosen, targets, limit)


def best_rows(text: str, wanted: Iterable[str], most: int) -> str:
    """Return the first two lines of a table given as text, and the `most` others richest in `wanted`."""
    lines = text.split("\n")
    targets = frozenset(wanted)
    ranked = sorted(lines[2:], key=lambda line: -len(targets.intersection(stems(line))))
    kept = frozenset(ranked[:most])
    return "\n".join(dict.fromkeys([*lines[:2], *(line for line in lines[2:] if line in kept)]))


def _windows(parts: list[str], limit: int) -> Iterator[tuple[int, int]]:
    for start in range(len(parts)):
        end, size = start + 1, len(parts[start])
        while end < len(parts) and size + 1 + len(parts[end]) <= limit:
            size += 1 + len(parts[end])
            end += 1
        yield start, end


def _covered(counts: list[frozenset[str]], window: tuple[int, int]) -> tuple[int, int]:
    found = counts[window[0] : window[1]]
    return len(frozenset().union(*found)), sum(map(len, found))


def _cut(text: str, targets: frozenset[str], limit: int) -> str:
    tokens = [(m.start(), stem(fold(m.group()))) for m in re.finditer(r"[^\W_]+", text)]
    first = next((position for position, token in tokens if token in targets), 0)
    start = 0 if first < limit * 3 // 4 else text.rfind(" ", 0, max(1, first - limit // 3)) + 1
    piece = text[start : start + limit - 2]
    if start + limit - 2 < len(text):
        piece = piece[: piece.rfind(" ")] if " " in piece else piece
        piece += "…"
    return f"…{piece}" if start else piece
