"""Titles of reports taken apart: the name of the body, its department, its acronyms."""

import re
from dataclasses import dataclass

from knowledge.extraction.acronyms import CAPITALS, is_acronym_of
from knowledge.extraction.kinds import split_kind
from knowledge.extraction.places import Department, department, misspelt_department

_NOISE = re.compile(
    r"\[[^\]]*\]|[–—-]\s*rapport d.observations.*$|[–—-]\s*(?:rod|obs\.? n).*$|[–—-]?\s*enqu[êe]te\b.*$"
    r"|[–—-]\s*exercices? .*$"
    r"|[–—-]\s*volet .*$|[–—-]\s*am[ée]nagement num[ée]rique.*$|[–—-]\s*enseignement agricole$",
    re.IGNORECASE,
)
_PARENTHESES = re.compile(r"(?<!\w)\(([^()]*)\)")
_SEPARATOR = re.compile(
    r"\s+[–—-]+\s*|\s*[–—-]+\s+|(?<=^Commune)-|(?<=^commune)-|(?<=^Syndicat intercommunal)-"
)
_ACRONYM = re.compile(r"^[A-Z][A-Za-z0-9&.’'+ -]{1,24}$")


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart: the words of the name in order, departments named, acronyms and other bracketed
    words.
    """

    parts: tuple[str, ...]
    department: Department | None
    acronyms: tuple[str, ...]


def read_title(title: str) -> Title:
    """Take a catalogue's title apart (« Commune - Le Houlme - (Seine-Maritime) »)."""
    text = _NOISE.sub("", re.sub(r"[«»\"“”]", " ", title.replace("’", "'")))
    place: Department | None = None
    acronyms: list[str] = []
    for inner in _PARENTHESES.findall(text):
        found = department(inner)
        if found is not None:
            place = place or found
        elif _ACRONYM.match(inner.strip()) and CAPITALS.search(inner):
            acronyms.append(inner.strip())
        else:
            place = place or misspelt_department(inner)
    text = _PARENTHESES.sub(" ", text)
    text = re.sub(r"\([^)]*$", "", text)
    parts: list[str] = []
    for part in _SEPARATOR.split(text):
        part = re.sub(r"\s+", " ", part or "").strip(" -–,.")
        found = department(part) if parts else None
        if not part:
            continue
        if found is not None and place is None and split_kind(parts[0]) is not None and len(parts) > 1:
            place = found
        elif parts and is_acronym_of(part, parts[-1]):
            acronyms.append(part)
        else:
            parts.append(part)
    return Title(tuple(parts), place, tuple(dict.fromkeys(acronyms)))
