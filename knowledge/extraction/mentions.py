"""Organisations, companies and places that a report mentions beside the audited one.

Three sources: known national names, names introduced by a kind of body (« syndicat mixte … »), and, where a
named-entity model is given, what it recognises in sentences with words none of the others explains.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

import yaml

from knowledge.extraction import names
from knowledge.extraction.kinds import kinds, split_kind
from knowledge.extraction.lines import Line
from knowledge.extraction.places import department, departments_in, region
from knowledge.extraction.wordlists import listed
from knowledge.reports.document import Locator
from knowledge.reports.extracted import OrganisationMention
from knowledge.text import fold

_LOCATORS = 12
_KEPT = 120
_COMPANY_WORDS = re.compile(
    r"soci[ée]t[ée]|op[ée]rateur|groupe|entreprise|fournisseur|titulaire|d[ée]l[ée]gataire|actionnaire|filiale|t[ée]l[ée]com|SFR|Bouygues|contrat"
    r"|march[ée]|r[ée]seau|fibre|fibr|THD|DSP|concession|abonn|cofinanc|\bet (?:SFR|Orange|Free)|raccord"
    r"|déploiement|déployer"
)
_WORD = r"(?:[A-ZÉÈÊÎÔÂÇ][\w’'-]*|[A-Z]{2,}[\w&-]*)"
_LINK = r"(?:\s(?:de la|de l['’]|du|des|de|d['’]|et|en|sur|sous|les?|la|lès|lez|à|aux?)\s?|[\s’'-])"
_NAME = rf"{_WORD}(?:{_LINK}{_WORD}){{0,5}}"
_GENERIC = frozenset(
    listed(
        """etat france europe cour chambre code loi ministre president maire prefet conseil annexe
        tableau source observations rapport exercice exercices budget compte comptes article
        articles chapitre region departement commune ville metropole juridictions collectivites
        finances regionale regionales republique"""
    )
)


@dataclass(slots=True)
class _Found:
    kind: str
    printed: Counter[str] = field(default_factory=Counter)
    locators: list[Locator] = field(default_factory=list)
    department: str | None = None

    def add(self, printed: str, locator: Locator) -> None:
        self.printed[printed] += 1
        if len(self.locators) < _LOCATORS and (not self.locators or self.locators[-1] != locator):
            self.locators.append(locator)


@dataclass(frozen=True, slots=True)
class Known:
    """A national body or company of `known_organisations.yml`."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    ambiguous: bool = False


@lru_cache(maxsize=1)
def known_organisations() -> dict[str, Known]:
    """Known organisations by every printed form."""
    text = files("knowledge.extraction").joinpath("known_organisations.yml").read_text(encoding="utf-8")
    found: dict[str, Known] = {}
    for kind, entries in yaml.safe_load(text).items():
        for entry in entries:
            known = Known(entry["name"], kind, tuple(entry["aliases"]), bool(entry.get("ambiguous")))
            for form in (known.name, *known.aliases):
                found.setdefault(form, known)
    return found


@lru_cache(maxsize=1)
def _known_pattern() -> re.Pattern[str]:
    forms = sorted(known_organisations(), key=len, reverse=True)
    joined = "|".join(re.escape(form).replace("'", "['’]").replace("\\ ", r"\s") for form in forms)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w’'-])")


@lru_cache(maxsize=1)
def _introduced_pattern() -> re.Pattern[str]:
    """Kind phrases in running text followed by a proper name: capitals tell where it ends."""
    skipped = frozenset(
        [
            "ch",
            "sa",
            "cu",
            "cc",
            "port",
            "club",
            "ville",
            "region",
            "departement",
            "groupe",
            "autorite",
            "fonds national",
        ]
    )
    raw = yaml.safe_load(files("knowledge.extraction").joinpath("kinds.yml").read_text(encoding="utf-8"))
    forms = sorted(
        {form for entry in raw for form in entry["forms"] if form not in skipped}, key=len, reverse=True
    )
    parts = []
    for form in forms:
        if " " not in form and len(form) <= 7 and fold(form) in _ACRONYM_FORMS:
            parts.append(re.escape(form.upper()))
        else:
            escaped = re.escape(form).replace("'", "['’]")
            parts.append(f"[{form[0]}{form[0].upper()}]{escaped[1:]}")
    joined = "|".join(parts)
    return re.compile(
        rf"\b(?P<form>{joined})\s(?:[«\"“]\s?)?(?P<link>de la |de l['’]|du |des |de "
        rf"|d['’])?(?:[«\"“]\s?)?(?P<name>{_NAME})"
    )


_ACRONYM_FORMS = frozenset(
    listed(
        """ccas cias sdis sivom sivu siaep siae smictom sictom sitom ccir ccit cci cma saeml saem seml
        sem spla spl oph opac epcc gip gcs gie chru chu chr chs chi epsm ehpad eplefpa sarl sas snc
        sci epic comue"""
    )
)


def find_mentions(
    lines: list[Line], audited: Iterable[OrganisationMention], entities: Iterable[tuple[str, str, Locator]]
) -> tuple[OrganisationMention, ...]:
    """Mentioned bodies and places, the most mentioned first; `entities` are (text, kind, locator) of a
    model.
    """
    found: dict[tuple[str, str], _Found] = {}
    for line in lines:
        texts = [line.text] if line.table is None else [line.text, *_table_texts(line)]
        for text in texts:
            for name, kind, printed in _in_text(text):
                found.setdefault((kind, names.core_of(name)), _Found(kind)).add(printed, line.locator)
            for place, _ in departments_in(text):
                entry = found.setdefault(
                    ("department", names.core_of(place.name)), _Found("department", department=place.name)
                )
                entry.add(f"département {place.with_article}", line.locator)
    _add_entities(found, entities)
    forms = [(m.kind, names.comparable(form).core) for m in audited for form in (m.name, *m.aliases)]
    excluded = {*forms, *((kind, core) for _, core in forms for kind in ("organisation", "place"))}
    kept = [(key, entry) for key, entry in found.items() if key not in excluded and key[1]]
    kept.sort(key=lambda pair: -pair[1].printed.total())
    return tuple(_mention(entry) for _, entry in kept[:_KEPT])


def _table_texts(line: Line) -> Iterator[str]:
    if line.table is not None:
        for row in line.table.rows:
            yield from dict.fromkeys(cell for cell in row if len(cell) > 5 and not cell[0].isdigit())


def _in_text(text: str) -> Iterator[tuple[str, str, str]]:
    """(canonical name, kind, printed form) of known and introduced names."""
    if not any(char.isupper() for char in text):
        return
    taken: list[tuple[int, int]] = []
    for match in _introduced_pattern().finditer(text):
        name = _trimmed(match["name"])
        prefix = split_kind(match["form"] + " x")
        if prefix is None or not _is_proper(name, prefix.kind.id):
            continue
        printed = (
            f"{match['form'][:1].lower()}{match['form'][1:]}"
            if not match["form"].isupper()
            else match["form"]
        )
        full = f"{printed} {(match['link'] or '').replace('’', chr(39))}{name}"
        taken.append(match.span())
        yield name, prefix.kind.id, full
    for match in _known_pattern().finditer(text):
        known = known_organisations().get(re.sub(r"\s", " ", match[0].replace("’", "'")))
        if known is None or any(start <= match.start() < end for start, end in taken):
            continue
        if known.ambiguous and match[0] == known.name and not _is_company(text, match):
            continue
        yield known.name, known.kind, known.name


def _is_proper(name: str, kind: str) -> bool:
    """Whether what follows a kind phrase is a name, not a heading in capitals nor an ordinary word."""
    core = names.core_of(name)
    if (
        not core
        or core in _GENERIC
        or name.isdigit()
        or (name.isupper() and " " in name)
        or kind == "territory"
    ):
        return False
    if kind == "department":
        return department(name) is not None
    return kind != "region" or region(name) is not None


def _is_company(text: str, match: re.Match[str]) -> bool:
    """Whether an ambiguous name (« Orange ») is the company here: words of business near, and no « commune
    d' » or « à ».
    """
    before = text[max(0, match.start() - 12) : match.start()]
    if re.search(r"(?:commune|ville|maire|Pays|CH|hospitalier) d['’]$|\bà\s$|\bprès d['’]$", before) or text[
        match.end() :
    ].startswith(" ("):
        return False
    return bool(_COMPANY_WORDS.search(text[max(0, match.start() - 160) : match.end() + 160]))


def _trimmed(name: str) -> str:
    """A captured name without the words of the sentence that follow it."""
    name = re.sub(r"\s(?:Le|La|Les|L['’]|En|Il|Elle|Cette?|Au|Aux|Dans|Par|Pour|Ce|Un|Une)\b.*$", "", name)
    return name.strip(" ’'-").rstrip(".,;")


def _add_entities(found: dict[tuple[str, str], _Found], entities: Iterable[tuple[str, str, Locator]]) -> None:
    cores = {core for _, core in found}
    for text, kind, locator in entities:
        prefix = split_kind(text)
        core = names.core_of(prefix.rest if prefix is not None and prefix.rest else text)
        if not core or core in _GENERIC or len(core) < 3 or text in known_organisations():
            continue
        if (core in cores and (kind, core) not in found) or department(text) is not None:
            continue
        if prefix is not None and prefix.rest:
            kind = prefix.kind.id
        elif region(text) is not None:
            kind = "region"
        found.setdefault((kind, core), _Found(kind)).add(names.natural_case(text), locator)


def _mention(entry: _Found) -> OrganisationMention:
    (name, _), *others = entry.printed.most_common()
    return OrganisationMention(
        name=name,
        kind=entry.kind if entry.kind in kinds() else "organisation",
        role="mentioned",
        mentions=entry.printed.total(),
        aliases=tuple(form for form, _ in others[:6]),
        department=entry.department,
        locators=tuple(entry.locators),
    )
