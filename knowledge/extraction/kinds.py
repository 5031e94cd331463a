"""Kinds of audited and mentioned bodies, and the phrases that introduce their names."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from knowledge.text import fold

_ACRONYMS = frozenset(["ehpad", "sivom", "siaep", "smictom", "sictom", "sitom", "saeml", "eplefpa"])
_SHORT_WORDS = frozenset(["port", "club"])


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of body. `forms` stand before names in documents, `spoken` in questions only; both folded."""

    id: str
    label: str
    label_en: str
    forms: tuple[str, ...]
    spoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KindPrefix:
    """A name taken apart: its kind, the folded phrase that says so, and the rest of the name as printed."""

    kind: Kind
    form: str
    rest: str


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Every kind by id, in the order of `kinds.yml`."""
    text = files("knowledge.extraction").joinpath("kinds.yml").read_text(encoding="utf-8")
    found: dict[str, Kind] = {}
    for entry in yaml.safe_load(text):
        forms = tuple(fold(form) for form in entry["forms"])
        spoken = tuple(fold(form) for form in entry.get("spoken", ()))
        found[entry["id"]] = Kind(entry["id"], entry["label"], entry["label_en"], forms, spoken)
    return found


@lru_cache(maxsize=1)
def _printed_forms() -> dict[str, str]:
    text = files("knowledge.extraction").joinpath("kinds.yml").read_text(encoding="utf-8")
    return {fold(form): form for entry in yaml.safe_load(text) for form in entry["forms"]}


def printed_form(form: str) -> str:
    """A folded phrase as one prints it, accents back and acronyms in capitals (« EHPAD »)."""
    printed = _printed_forms().get(form, form)
    is_acronym = (
        " " not in printed and (len(printed) <= 4 or printed in _ACRONYMS) and printed not in _SHORT_WORDS
    )
    return printed.upper() if is_acronym else printed


@lru_cache(maxsize=2)
def _prefixes(spoken: bool) -> tuple[re.Pattern[str], dict[str, Kind]]:
    by_form: dict[str, Kind] = {}
    for kind in kinds().values():
        for form in (*kind.forms, *(kind.spoken if spoken else ())):
            by_form.setdefault(form, kind)
    longest = sorted(by_form, key=len, reverse=True)
    return re.compile(rf"(?:l'|la |le |les )?(?P<form>{'|'.join(map(re.escape, longest))})(?![\w'])"), by_form


_CONNECTOR = re.compile(
    r"(?:de la\s|de l['’]\s?|du\s|des\s|de\s|d['’]\s?"
    r"|DE LA\s|DE L['’]\s?|DU\s|DES\s|DE\s|D['’]\s?)(?=\S)"
)


def split_kind(name: str, spoken: bool = False) -> KindPrefix | None:
    """Take the longest known phrase off the front of `name`; None when it starts with none.

    `split_kind("Centre hospitalier de Ruffec").rest` is « Ruffec »: the connecting words go too.
    """
    pattern, by_form = _prefixes(spoken)
    folded = fold(name)
    match = pattern.match(folded)
    if match is None:
        return None
    rest = _original_rest(name, folded, match.end())
    return KindPrefix(by_form[match["form"]], match["form"], strip_connector(rest))


def _original_rest(name: str, folded: str, end: int) -> str:
    """The part of `name` after `folded[:end]`, although folding may have lengthened it (« œ »)."""
    if len(folded) == len(name):
        return name[end:]
    cut = next((i for i in range(len(name) + 1) if len(fold(name[:i])) >= end), len(name))
    return name[cut:]


def strip_connector(rest: str) -> str:
    """`rest` without « de la », « du », « d' » and dashes before it; articles of place names are kept (« Le
    Havre »).
    """
    rest = re.sub(r"^[\s–—:,«\"“-]+", "", rest)
    match = _CONNECTOR.match(rest)
    return rest[match.end() :].strip(' »"”–—-') if match else rest.strip(' »"”–—-')
