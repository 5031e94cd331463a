"""The communes of France of two thousand inhabitants and more, as a question names them.

A base of reports knows the communes its reports name; that a question is about another one shows only
beside a list of all.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from knowledge.extraction.places import departments
from knowledge.reports.name_forms import ends_at, ends_beside, name_tokens
from knowledge.text import STOP_WORDS, stem, words

_LONGEST = 6
"""Words of the longest names worth looking for: « La Roche-sur-Yon » has four."""

_ALSO_WORDS = frozenset(
    "abondant alle angle anse attaque avion avon blanc bonne bourg bras bu change collegien coteau cour "
    "couronne creance creche croi die eu fins fleche flotte force fosse gap garde grace ham hopital jardin "
    "leve levier ligne lisse loue lourde machine marin marine mene mer monnaie mont montagne moulin moutier "
    "orange pace palai panne pari passage peri pierre pitre plaisir port possession publier replonge riche "
    "rive riviere roche rouge rue saint sainte salle sante sceau sens signe souterraine terrasse tierce "
    "touche tour trait union val vanne vendre verriere vienne vif vivier".split()
)
"""Names that are words as well, without their plural: they must be written with a capital."""
_SAINTES = ("saint",)
"""That town as :func:`name_tokens` gives it, like the first word of a hundred others."""
_ARTICLES = frozenset("le la l les".split())
_INVERTED_VERB = re.compile(
    r"[^\W\d_]+(?:-t)?[-\u2010\u2011](?:je|tu|il|elle|on|nous|vous|ils|elles)\b"
    r"|(?:^|[.?!,;:]\s*)[^\W\d_]+ (?:nous|vous)\b",
    re.I,
)
"""« Avons-nous », « Avons nous »: the capital of a verb, which makes it no name."""


@lru_cache(maxsize=1)
def _names() -> frozenset[tuple[str, ...]]:
    text = files("knowledge.reports").joinpath("communes.txt").read_text(encoding="utf-8")
    return frozenset(tuple(name_tokens(line)) for line in text.splitlines())


@lru_cache(maxsize=1)
def _no_towns() -> frozenset[tuple[str, ...]]:
    """The names of several words that hold a town's and are none: departments, regions, who writes the
    reports (« Cours » is a town, the « Cour des comptes » is not).
    """
    known = {name for d in departments().values() for name in (d.name, d.region, d.former_region)}
    known |= {"Cour des comptes", "Cour comptes", "la Cour", "la Chambre"}
    return frozenset(tokens for name in known if len(tokens := tuple(name_tokens(name))) > 1)


@lru_cache(maxsize=1)
def _beginnings() -> Counter[str]:
    return Counter(name[0] for name in _names() if len(name) > 1)


def is_commune_alone(word: str) -> bool:
    """Whether a word, as :func:`name_tokens` gives it, is but a commune's whole name: « douai »."""
    return (word,) in _names() and word not in _ALSO_WORDS | STOP_WORDS


def is_commune(name: str) -> bool:
    """Whether tokens joined by spaces, as :func:`name_tokens` gives them, are a commune's whole name."""
    return tuple(name.split()) in _names()


@lru_cache(maxsize=1)
def stems_of_communes() -> frozenset[str]:
    """The stems of the names that :func:`is_commune_alone` knows, as titles of reports are indexed by."""
    return frozenset(stem(name[0]) for name in _names() if len(name) == 1 and is_commune_alone(name[0]))


def names_a_namesake(names: Sequence[str], tokens: Sequence[str]) -> bool:
    """Whether `tokens`, of a title, name another commune that only begins like one of `names`: Marseillan for
    « marseille ».
    """
    begin = tuple(stem(name) for name in names)
    return any(t not in names and stem(t).startswith(begin) and is_commune_alone(t) for t in tokens)


def communes_beginning(word: str) -> int:
    """How many communes have a longer name that begins with this word: « villeneuve » many."""
    return _beginnings()[word]


@lru_cache(maxsize=1_000)
def communes_in(text: str, beside: bool = True) -> tuple[str, ...]:
    """Return the communes a text names, as it writes them folded; the longest name where several fit.

    Without `beside` not those near or in which something lies: « une petite ville près de Cambrai » is not
    Cambrai, nor « une association installée à Lyon » Lyon.
    """
    tokens = name_tokens(text)
    written = _INVERTED_VERB.sub(" ", text).split()
    capitals = {token for word in written if word[:1].isupper() for token in name_tokens(word)}
    said_saintes = "saintes" in words(text)  # « Saint-Brevin », where a list knows the whole name only
    found: list[str] = []
    at = 0
    while at < len(tokens):
        for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
            name = tuple(tokens[at : at + size])
            if name in _no_towns():
                at += size - 1
                break
            if name in _names() and _is_a_name(name, capitals) and (name != _SAINTES or said_saintes):
                out = not beside and (ends_beside(tokens[:at]) or ends_at(tokens[:at]))
                found += [] if out else [" ".join(name)]
                at += size - 1
                break
        at += 1
    return tuple(dict.fromkeys(found))


def _is_a_name(name: tuple[str, ...], capitals: set[str]) -> bool:
    own = name[1:] if len(name) > 1 and name[0] in _ARTICLES else name
    if len(own) > 1:
        return True
    return len(own[0]) > 2 and own[0] not in STOP_WORDS and (own[0] not in _ALSO_WORDS or own[0] in capitals)
