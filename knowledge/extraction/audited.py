"""The body a report is about: from its title, checked against its first pages."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.extraction import names
from knowledge.extraction.kinds import KindPrefix, kinds, printed_form, split_kind
from knowledge.extraction.lines import Line, fold_in_place
from knowledge.extraction.places import (
    Department,
    department,
    department_of_postcode,
    departments_in,
    misspelt_department,
)
from knowledge.reports.document import Locator
from knowledge.reports.extracted import OrganisationMention
from knowledge.text import fold

_NOISE = re.compile(
    r"\[[^\]]*\]|[–—-]\s*rapport d.observations.*$|[–—-]\s*(?:rod|obs\.? n).*$|[–—-]?\s*enqu[êe]te\b.*$|[–—-]\s*exercices? .*$"
    r"|[–—-]\s*volet .*$|[–—-]\s*am[ée]nagement num[ée]rique.*$|[–—-]\s*enseignement agricole$",
    re.IGNORECASE,
)
_PARENTHESES = re.compile(r"(?<!\w)\(([^()]*)\)")
_SEPARATOR = re.compile(
    r"\s+[–—-]+\s*|\s*[–—-]+\s+|(?<=^Commune)-|(?<=^commune)-|(?<=^Syndicat intercommunal)-"
)
_ACRONYM = re.compile(r"^[A-Z][A-Za-z0-9&.’'+ -]{1,24}$")
_CAPITALS = re.compile(r"[A-Z].*[A-Z]|^[A-Z]{2,}$")
_DEFINED = r"\s?[»\"”]?\s?\(\s?(?:ci-après\s)?[«\"“]?\s?(?P<acronym>[A-Z][\w&.’'+-]*[A-Z][\w&.’'+ -]{0,20}?)\s?[»\"”]?\s?\)"
_HEAD_LINES = 70
_ENOUGH_EVIDENCE = 4
_EVIDENCE_LINES = 500
_CONNECTORS = r"(?:de la |de l.|du |des |de |d.|« ?|la |le |les |l.)*"
_POSTCODE = re.compile(
    r"(?<!\d)(\d{2}) ?(\d{3}) ?[–-]? ?[A-ZÉÈ][A-ZÉÈÊÀ' -]{2,}(?!.*CEDEX)"
)
_OWN_NAME = re.compile(r"\b(metropole|agglo|agglomeration|communaute)\b")
_GUESSES = (
    "commune",
    "ville",
    "communauté de communes",
    "communauté d'agglomération",
    "association",
    "société",
    "syndicat",
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart: the words of the name in order, departments named, acronyms and other bracketed words."""

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
        elif _ACRONYM.match(inner.strip()) and _CAPITALS.search(inner):
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
        if (
            found is not None
            and place is None
            and split_kind(parts[0]) is not None
            and len(parts) > 1
        ):
            place = found
        elif parts and _is_acronym_of(part, parts[-1]):
            acronyms.append(part)
        else:
            parts.append(part)
    return Title(tuple(parts), place, tuple(dict.fromkeys(acronyms)))


def find_audited(
    title: str, lines: list[Line], place: Department | None
) -> OrganisationMention | None:
    """The audited body of a regional report; None where the title names none."""
    parsed = read_title(title)
    if not parsed.parts:
        return None
    text = _text(lines)
    prefix = _name_parts(parsed) or _from_first_page(parsed.parts[0], lines)
    prefix = prefix or _self_named(parsed.parts[0]) or _guessed(parsed.parts[0], text)
    name = _canonical(prefix, text)
    aliases = _aliases(prefix, name, parsed, text)
    locators = _locators(prefix, lines)
    return OrganisationMention(
        name=name,
        kind=prefix.kind.id,
        role="audited",
        mentions=max(1, len(re.findall(_flexible(prefix.rest), fold_in_place(text)))),
        aliases=aliases,
        department=place.name if place else None,
        locators=locators,
    )


def _text(lines: list[Line]) -> str:
    return "\n".join(line.text for line in lines if line.kind != "table")


def _name_parts(parsed: Title) -> KindPrefix | None:
    """Kind and own name from the parts of the title: « Commune | Le Houlme », « CH | CH de la Risle | Pont-Audemer »."""
    parts = [split_kind(part) for part in parsed.parts]
    for index, found in enumerate(parts):
        if found is None:
            continue
        if found.rest:
            return found
        following = parts[index + 1] if index + 1 < len(parts) else None
        if following is not None and following.rest and following.kind is found.kind:
            return following
        if index + 1 < len(parsed.parts):
            return KindPrefix(found.kind, found.form, parsed.parts[index + 1])
        if index > 0:
            return KindPrefix(found.kind, found.form, parsed.parts[index - 1])
    return None


def _from_first_page(name: str, lines: list[Line]) -> KindPrefix | None:
    """The kind printed on the cover above or before a bare name (« COMMUNE DE VIEUX-CONDÉ », « Vieux-Condé (Nord) »)."""
    core = names.core_of(name)
    for line in lines[:_HEAD_LINES]:
        if len(line.text) > 140:
            continue
        found = split_kind(line.text)
        own = names.core_of(found.rest) if found is not None else ""
        if (
            found is not None
            and core
            and own
            and (own.startswith(core) or core.endswith(f" {own}"))
        ):
            return KindPrefix(
                found.kind, found.form, name if own.startswith(core) else found.rest
            )
    return None


def _self_named(name: str) -> KindPrefix | None:
    """An inter-municipal authority known by a name of its own (« Rennes Métropole », « Vannes Agglo »)."""
    if _OWN_NAME.search(fold(name)):
        return KindPrefix(kinds()["intercommunality"], "", name)
    return None


def _guessed(name: str, text: str) -> KindPrefix:
    """The kind phrase that most often precedes the name in the text; no kind at all where none does."""
    counts: Counter[str] = Counter()
    folded = fold_in_place(text)
    for form in _GUESSES:
        counts[form] = len(
            re.findall(rf"\b{fold(form)} {_CONNECTORS}{_flexible(name)}", folded)
        )
    form, count = counts.most_common(1)[0]
    found = split_kind(f"{form if count else 'commune'} x")
    if found is None or (not count and not name[:1].isupper()):
        return KindPrefix(kinds()["organisation"], "", name)
    return KindPrefix(found.kind, found.form, name)


def _flexible(name: str) -> str:
    """Pattern for a folded name with any spaces, hyphens and apostrophes between its words."""
    words = re.findall(r"[a-z0-9]+", fold_in_place(name))
    return r"[\s'’\"«»(,-]{1,3}".join(map(re.escape, words)) + r"\b"


def _canonical(prefix: KindPrefix, text: str) -> str:
    """The name as the report itself writes it most often in running text, else made from its parts."""
    if not prefix.form:
        return names.natural_case(prefix.rest)
    folded = fold_in_place(text)
    seen: Counter[str] = Counter()
    form = _flexible(prefix.form)
    for match in re.finditer(
        rf"\b{form}\s{_CONNECTORS}{_flexible(prefix.rest)}", folded
    ):
        printed = text[match.start() : match.end()]
        own = printed[len(prefix.form) :]
        if not own.isupper() and "\n" not in printed:
            seen[printed[:1].lower() + printed[1:]] += 1
    best = seen.most_common(1)
    form_name = printed_form(prefix.form)
    if best:
        own = re.sub(r"\s+", " ", best[0][0][len(prefix.form) :]).replace("’", "'")
        return f"{form_name} {re.sub('[«»]', '', own).strip()}"
    own = names.natural_case(prefix.rest)
    return f"{form_name} {names.of(own) if prefix.kind.id in _OF_PLACES else own}"


_OF_PLACES = frozenset(
    [
        "commune",
        "social-action",
        "hospital",
        "intercommunality",
        "department",
        "region",
        "nursing-home",
        "fire-service",
    ]
    + [
        "consular-chamber",
        "social-housing",
        "university",
        "port",
        "airport",
        "tourist-office",
    ]
)
_FORMS = frozenset(form for kind in kinds().values() for form in kind.forms)


def _is_acronym_of(acronym: str, name: str) -> bool:
    """Whether the letters of `acronym` are found in order in the words of `name`, its first one beginning a word."""
    letters = re.sub(r"[^a-z]", "", fold(acronym))
    if not 2 <= len(letters) <= 12 or not _CAPITALS.search(acronym):
        return False
    initials = [word[0] for word in re.findall(r"[a-z0-9]+", fold(name))]
    rest = iter(re.sub(r"[^a-z]", "", fold(name)))
    return letters[0] in initials and all(letter in rest for letter in letters)


def _aliases(
    prefix: KindPrefix, name: str, parsed: Title, text: str
) -> tuple[str, ...]:
    """Acronyms of the title and of the text's own definitions, and the usual other forms."""
    own = names.natural_case(prefix.rest)
    forms: list[str] = list(parsed.acronyms)
    defined = (
        re.search(_flexible_case(prefix.rest) + _DEFINED, text)
        if prefix.kind.id != "commune"
        else None
    )
    if defined is not None and _is_acronym_of(defined["acronym"], name):
        forms.append(defined["acronym"].strip())
    forms.append(
        _usual_acronym(name, text)
        if prefix.kind.id not in ("commune", "department", "region")
        else ""
    )
    shorts = {
        "commune": ("ville", "mairie"), "hospital": ("hôpital", "CH"), "social-action": ("CCAS",),
        "department": ("département", "conseil départemental", "conseil général"), "region": ("région", "conseil régional"),
        "intercommunality": (), "fire-service": ("SDIS",), "social-housing": ("OPH",),
    }.get(prefix.kind.id, ())  # fmt: skip
    universities = {
        "centre hospitalier universitaire": "CHU",
        "centre hospitalier regional universitaire": "CHRU",
    }
    short = (
        *shorts,
        *([universities[prefix.form]] if prefix.form in universities else []),
    )
    connected = _connected(prefix, name)
    forms.extend(f"{form} {connected}" for form in short)
    if prefix.kind.id in (
        "intercommunality",
        "company",
        "association",
        "semi-public-company",
        "syndicate",
        "commune",
        "hospital",
    ):
        forms.append(own if not own[:1].islower() else "")
    forms.extend(
        part
        for part in parsed.parts[1:]
        if prefix.rest[:1].islower() and len(part.split()) > 1
    )
    return tuple(
        dict.fromkeys(
            form
            for form in forms
            if form and fold(form) != fold(name) and fold(form) not in _FORMS
        )
    )


def _usual_acronym(name: str, text: str) -> str:
    """The acronym in capitals that the report uses most, when its letters are the initials of the name."""
    initials = [
        word[0] for word in re.findall(r"[a-z0-9]+", fold(name)) if word not in _SMALL
    ]
    for acronym, count in Counter(re.findall(r"\b[A-Z]{3,9}\b", text)).most_common(12):
        letters = iter(initials)
        enough = len(acronym) >= min(4, len(initials) - 1) and count >= _ACRONYM_USES
        if (
            enough
            and acronym[0].lower() == initials[0]
            and all(c in letters for c in acronym.lower())
        ):
            return acronym if fold(acronym) not in _NOT_BODIES else ""
    return ""


_SMALL = frozenset(["de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "sur"])
_NOT_BODIES = frozenset(
    [
        "caf",
        "cet",
        "cfe",
        "cgct",
        "cdd",
        "ccas",
        "cap",
        "csp",
        "chs",
        "cmp",
        "cpom",
        "cia",
        "cdc",
    ]
)
_ACRONYM_USES = 8


def _connected(prefix: KindPrefix, name: str) -> str:
    """The own name with the connecting words the canonical name has (« du Finistère »)."""
    rest = (
        name[len(prefix.form) :].strip() if fold(name).startswith(prefix.form) else ""
    )
    return (
        rest
        if re.match(r"(de|du|des|d')", rest)
        else names.of(names.natural_case(prefix.rest))
    )


def _flexible_case(name: str) -> str:
    return (
        r"(?i:"
        + r"[\s'’\"«»-]{1,3}".join(
            re.escape(word) for word in re.findall(r"[^\W_]+", name)
        )
        + ")"
    )


def _locators(prefix: KindPrefix, lines: list[Line]) -> tuple[Locator, ...]:
    pattern = re.compile(_flexible(prefix.rest)) if prefix.rest else None
    if pattern is None:
        return ()
    found: list[Locator] = []
    for line in lines:
        if pattern.search(fold_in_place(line.text)):
            found.append(line.locator)
            if len(found) == 3:
                break
    return tuple(found)


def find_department(
    title: str, lines: list[Line], chamber: str | None = None
) -> Department | None:
    """Department of the audited body: the title's, else the one that the report's addresses and text name most.

    With `chamber`, the region whose chamber wrote the report, only its departments are looked for.
    """
    stated = read_title(title).department or _in_name(title)
    if stated is not None:
        return stated
    scores: Counter[str] = Counter()
    found: dict[str, Department] = {}
    for index, line in enumerate(lines[:_EVIDENCE_LINES]):
        for place, score in _evidence(line, index < _HEAD_LINES, chamber is not None):
            if chamber in (None, place.chamber):
                found[place.code] = place
                scores[place.code] += score
    if not scores:
        return None
    code, best = scores.most_common(1)[0]
    return found[code] if best >= _ENOUGH_EVIDENCE else None


def _evidence(line: Line, cover: bool, loose: bool) -> Iterator[tuple[Department, int]]:
    """Departments that a line names, with the weight of the way it does."""
    for place, at in departments_in(line.text, loose):
        context = fold_in_place(line.text[max(0, at - 60) : at])
        official = (
            "departement" in context
            or "prefet" in context
            or "finances publiques" in context
        )
        short = cover and len(line.text) < 90
        yield place, (12 if cover else 4) if official else 4 if short else 1
    postcode = _POSTCODE.search(line.text) if cover else None
    if postcode is not None and "cedex" not in line.text.lower():
        located = department_of_postcode(postcode[1] + postcode[2])
        if located is not None:
            yield located, 15


def _in_name(title: str) -> Department | None:
    """The department that is itself the name (« Conseil départemental du Finistère », « … - Haut-Rhin »)."""
    parts = read_title(title).parts
    for part in parts:
        prefix = split_kind(part)
        if (
            prefix is not None
            and prefix.kind.id in ("department", "fire-service")
            and department(prefix.rest)
        ):
            return department(prefix.rest)
    last = department(parts[-1]) if len(parts) > 1 else None
    return (
        last if last is not None else next((d for d, _ in departments_in(title)), None)
    )
