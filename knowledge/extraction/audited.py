"""The body a report is about: from its title, checked against its first pages."""

import re
from collections import Counter
from difflib import SequenceMatcher

from knowledge.extraction import names
from knowledge.extraction.aliases import aliases
from knowledge.extraction.kinds import KindPrefix, kinds, printed_form, split_kind
from knowledge.extraction.lines import Line, fold_in_place
from knowledge.extraction.places import Department, department
from knowledge.extraction.titles import Title, read_title
from knowledge.extraction.wordlists import listed
from knowledge.reports.document import Locator
from knowledge.reports.extracted import OrganisationMention
from knowledge.text import fold

_HEAD_LINES = 70
_TERRITORY_USES = 2
_CLOSE = 0.8
_CONNECTORS = r"(?:de la |de l.|du |des |de |d.|« ?|la |le |les |l.)*"
_OWN_NAME = re.compile(r"\b(metropole|agglo|agglomeration|communaute)\b")
_DEPARTMENT_FORMS = ("departement", "conseil departemental", "conseil general")
_GUESSES = (
    "commune", "ville", "communauté de communes", "communauté d'agglomération", "association", "société",
    "syndicat",
)  # fmt: skip
_OF_PLACES = frozenset(
    listed(
        """commune social-action hospital intercommunality department region nursing-home fire-service
        consular-chamber social-housing university port airport tourist-office"""
    )
)


def find_audited(title: str, lines: list[Line], place: Department | None) -> OrganisationMention | None:
    """The audited body of a regional report; None where the title names none."""
    parsed = read_title(title)
    if not parsed.parts:
        return None
    text = _text(lines)
    prefix = _name_parts(parsed) or _from_first_page(parsed.parts[0], lines)
    prefix = prefix or _self_named(parsed.parts[0]) or _guessed(parsed.parts[0], text)
    stated, prefix = prefix.rest, _respelled(prefix, text)
    respelled = prefix.rest != stated
    name = _canonical(prefix, text)
    if prefix.rest[:1].islower() and len(parsed.parts) > 1:
        name = f"{name}{_territory(parsed.parts[1], text)}"
    other_names = aliases(prefix, name, parsed, text)
    if respelled:
        other_names = (*other_names, stated)
    locators = _locators(prefix, lines)
    return OrganisationMention(
        name=name,
        kind=prefix.kind.id,
        role="audited",
        mentions=max(1, len(re.findall(_flexible(prefix.rest), fold_in_place(text)))),
        aliases=other_names,
        department=place.name if place else None,
        locators=locators,
    )


def _text(lines: list[Line]) -> str:
    return "\n".join(line.text for line in lines if line.kind != "table")


def _name_parts(parsed: Title) -> KindPrefix | None:
    """Kind and own name from the parts of the title: « Commune | Le Houlme », « CH | CH de la Risle |
    Pont-Audemer ».
    """
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
    """The kind printed on the cover above or before a bare name (« COMMUNE DE VIEUX-CONDÉ », « Vieux-Condé
    (Nord) »).
    """
    core = names.core_of(name)
    for line in lines[:_HEAD_LINES]:
        if len(line.text) > 140:
            continue
        found = split_kind(line.text)
        own = names.core_of(found.rest) if found is not None else ""
        if found is not None and core and own and (own.startswith(core) or core.endswith(f" {own}")):
            return KindPrefix(found.kind, found.form, name if own.startswith(core) else found.rest)
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
        counts[form] = len(re.findall(rf"\b{fold(form)} {_CONNECTORS}{_flexible(name)}", folded))
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
    place = department(prefix.rest) if prefix.kind.id == "department" else None
    if place is not None:
        form = prefix.form if prefix.form in _DEPARTMENT_FORMS else _DEPARTMENT_FORMS[1]
        return f"{printed_form(form)} {place.with_article}"
    folded = fold_in_place(text)
    seen: Counter[str] = Counter()
    form = _flexible(prefix.form)
    for match in re.finditer(rf"\b{form}\s{_CONNECTORS}{_flexible(prefix.rest)}", folded):
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


def _respelled(prefix: KindPrefix, text: str) -> KindPrefix:
    """The own name as the report spells it, where the title's spelling never occurs (« Tranblay » for «
    Tremblay »).
    """
    if not prefix.form or not prefix.rest or re.search(_flexible(prefix.rest), fold_in_place(text)):
        return prefix
    link = r"(?:de la |de l['’]|d['’]|des |du |de )?"
    pattern = rf"(?i:\b{_flexible(prefix.form)})\s{link}([A-ZÉÈ][\w’'-]+(?:[ -][A-ZÉÈ][\w’'-]+)*)"
    seen = Counter(re.findall(pattern, text))
    for own, count in seen.most_common(3):
        close = SequenceMatcher(None, fold(own), fold(prefix.rest)).ratio() >= _CLOSE
        if count >= _TERRITORY_USES and close:
            return KindPrefix(prefix.kind, prefix.form, own.replace("’", "'"))
    return prefix


def _territory(part: str, text: str) -> str:
    """The part of a title after a purpose (« … d'alimentation en eau potable – Coëvrons ») where it belongs
    to the name.

    That is where the text writes it after the acronym or the kind; else it is only the town of the seat.
    """
    before = r"\b(?:[A-Z]{3,9}|[Ss]yndicat[\w\s'’]{0,60}?)"
    pattern = rf"{before}(\s(?:de la |de l['’]|d['’]|des |du |de )){re.escape(part)}\b"
    links = Counter(re.findall(pattern, text))
    link, count = links.most_common(1)[0] if links else ("", 0)
    return f"{link.replace('’', chr(39))}{part}" if count >= _TERRITORY_USES else ""


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
