"""Names of bodies in comparable forms: « la mairie de Brest », « Ville de Brest » and « COMMUNE DE BREST »
are one.
"""

import re
from dataclasses import dataclass

from knowledge.extraction.kinds import Kind, kinds, split_kind
from knowledge.extraction.wordlists import listed
from knowledge.text import fold

_SMALL_WORDS = frozenset(
    ["de", "du", "des", "d", "la", "le", "les", "l", "en", "sur", "sous", "a", "au", "aux", "et", "lez"]
)
_VOWEL = re.compile(r"^[aeiouyh]")
_ASPIRATED = re.compile(
    r"^(hautmont|havre|houlme|haute?s?|herblay|hem|houdan|hongrie|harfleur|houilles|hyeres|hendaye)\b"
)
_UPPER_WORD = re.compile(r"[^\W\d_]{2,}")
_PARTICLES = frozenset(listed("""de du des d la le les l en sur sous à au aux et lez lès"""))


@dataclass(frozen=True, slots=True)
class Comparable:
    """What two spellings of one body have in common: the kind (None when not said) and the words of its own
    name.
    """

    kind: str | None
    core: str


def core_of(text: str) -> str:
    """Folded words of a name without small words, saints spelled out: « St-Brieuc » and « Saint Brieuc »
    agree.
    """
    words = re.findall(r"[a-z0-9]+", fold(text))
    full = {"st": "saint", "ste": "sainte", "sts": "saints", "cc": "", "mt": "mont"}
    return " ".join(w for w in (full.get(word, word) for word in words) if w and w not in _SMALL_WORDS)


def comparable(name: str, spoken: bool = True) -> Comparable:
    """Kind and core of a name as a person or a document gives it."""
    parts = split_kind(name, spoken)
    if parts is None or not core_of(parts.rest):
        return Comparable(None, core_of(name))
    inner = split_kind(parts.rest, spoken)
    if inner is not None and core_of(inner.rest) and inner.kind.id == parts.kind.id:
        parts = inner
    return Comparable(parts.kind.id, core_of(parts.rest))


def of(name: str) -> str:
    """The name after « de »: « d'Annonay », « du Teil », « des Herbiers », « de La Rochelle », « de l'Aigle
    ».
    """
    match = re.match(r"(le|les)\s+(?=\S)", name, re.IGNORECASE)
    if match:
        return f"{'du' if match[1].lower() == 'le' else 'des'} {name[match.end() :]}"
    if re.match(r"l['’]", name, re.IGNORECASE):
        return f"de {name}"
    folded = fold(name)
    return f"d'{name}" if _VOWEL.match(folded) and not _ASPIRATED.match(folded) else f"de {name}"


def natural_case(name: str) -> str:
    """A name printed in capitals, as one writes it: « SAINT-LÉGER-DE-ROTES » becomes « Saint-Léger-de-Rotes
    ».
    """
    if not name.isupper() or len(_UPPER_WORD.findall(name)) == 0 or re.fullmatch(r"[A-Z0-9]{2,5}", name):
        return name
    words = re.split(r"([\s'’-]+)", name.lower())
    return "".join(
        word if i and word in _PARTICLES else word[:1].upper() + word[1:] for i, word in enumerate(words)
    )


def _forms_of(kind: Kind) -> tuple[str, ...]:
    return (*kind.forms, *kind.spoken)


def expand(name: str) -> tuple[str, ...]:
    """Folded forms under which a body named in a question may be stored, the most exact first.

    « la mairie de Brest » gives « commune de brest », « ville de brest », « brest »; « CHU d'Angers » gives
    « centre hospitalier universitaire d'angers », « centre hospitalier d'angers », « angers »….
    """
    parts = split_kind(name, spoken=True)
    given = fold(name).strip()
    given = re.sub(r"^(l'|la |le |les )", "", given)
    if parts is None or not parts.rest:
        return (given,)
    rest = fold(parts.rest)
    forms = [given]
    for form in _forms_of(kinds()[parts.kind.id]):
        forms.extend((f"{form} {of(rest)}", f"{form} {rest}"))
    return tuple(dict.fromkeys((*forms, rest)))
