"""Other names an audited body goes by: acronyms, short forms, what people call it."""

import re

from knowledge.extraction import names
from knowledge.extraction.acronyms import defined_acronym, usual_acronym
from knowledge.extraction.kinds import KindPrefix, kinds
from knowledge.extraction.places import department
from knowledge.extraction.titles import Title
from knowledge.extraction.wordlists import listed
from knowledge.text import fold

_FORMS = frozenset(form for kind in kinds().values() for form in kind.forms)
_SHORT = {
    "commune": ("ville", "mairie"),
    "hospital": ("hôpital", "CH"),
    "social-action": ("CCAS",),
    "department": ("département", "conseil départemental", "conseil général"),
    "region": ("région", "conseil régional"),
    "fire-service": ("SDIS",),
    "social-housing": ("OPH",),
}
_UNIVERSITY_HOSPITALS = {
    "centre hospitalier universitaire": "CHU",
    "centre hospitalier regional universitaire": "CHRU",
}
_KNOWN_BY_OWN_NAME = frozenset(
    listed("intercommunality company association semi-public-company syndicate commune hospital")
)
_WITHOUT_ACRONYM = frozenset(listed("commune department region"))


def aliases(prefix: KindPrefix, name: str, title: Title, text: str) -> tuple[str, ...]:
    """Acronyms of the title and of the text's own definitions, and the usual other forms of `name`."""
    own = names.natural_case(prefix.rest)
    kind = prefix.kind.id
    forms: list[str | None] = list(title.acronyms)
    if kind != "commune":
        forms.append(defined_acronym(prefix.rest, name, text))
    if kind not in _WITHOUT_ACRONYM:
        forms.append(usual_acronym(name, text))
    connected = _connected(prefix, name)
    short = [*_SHORT.get(kind, ()), _UNIVERSITY_HOSPITALS.get(prefix.form)]
    forms.extend(f"{form} {connected}" for form in short if form)
    if kind in _KNOWN_BY_OWN_NAME and not own[:1].islower():
        forms.append(own)
    forms.extend(part for part in title.parts[1:] if prefix.rest[:1].islower() and len(part.split()) > 1)
    kept = (form for form in forms if form and fold(form) != fold(name) and fold(form) not in _FORMS)
    return tuple(dict.fromkeys(kept))


def _connected(prefix: KindPrefix, name: str) -> str:
    """The own name with the connecting words the canonical name has (« du Finistère »)."""
    place = department(prefix.rest) if prefix.kind.id == "department" else None
    if place is not None:
        return place.with_article
    rest = name[len(prefix.form) :].strip() if fold(name).startswith(prefix.form) else ""
    return rest if re.match(r"(de|du|des|d')", rest) else names.of(names.natural_case(prefix.rest))
