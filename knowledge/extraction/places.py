"""Departments and regions of France: names, codes, former regions, and how texts name them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files

from knowledge.extraction.wordlists import listed
from knowledge.text import fold, words

_AMBIGUOUS = frozenset(
    listed(
        """nord manche loire eure var lot centre oise aisne somme orne ain tarn gers landes cher indre
        creuse vienne charente aube marne meuse moselle doubs jura isere drome ardeche aude herault
        gard rhone savoie vosges yonne nievre allier mayenne sarthe paris cantal dordogne gironde
        correze essonne ardennes ariege finistere calvados vendee vaucluse guyane"""
    )
)
_IN_CONTEXT = re.compile(
    r"(?:département|préfet|préfecture|préfète|conseil (?:général|départemental)|SDIS|\bdans|\()\s?"
    r"(?:d['’]|de la |de l['’]|du |des |de |le |la |les |l['’])?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Department:
    """A department or overseas territory; `region` is today's, `chamber` the chamber of accounts of 2016
    and since.
    """

    code: str
    name: str
    region: str
    former_region: str
    chamber: str

    @property
    def with_article(self) -> str:
        """The name after « département »: « du Nord », « de l'Oise », « des Landes », « de Paris »."""
        return f"{_CONNECTORS.get(self.name, 'de ')}{self.name}"


_CONNECTORS = {
    **dict.fromkeys(
        listed(
            """Bas-Rhin Calvados Cantal Cher Doubs Finistère Gard Gers Haut-Rhin Jura Loir-et-Cher
            Loiret Lot Lot-et-Garonne Maine-et-Loire Morbihan Nord Pas-de-Calais Puy-de-Dôme Rhône
            Tarn Tarn-et-Garonne Var Val-d'Oise Val-de-Marne Vaucluse"""
        ),
        "du ",
    ),
    "Territoire de Belfort": "du ",
    **dict.fromkeys(
        listed(
            """Ain Aisne Allier Ardèche Ariège Aube Aude Aveyron Essonne Eure Hérault Indre Isère Oise
            Orne Yonne"""
        ),
        "de l'",
    ),
    **dict.fromkeys(["Eure-et-Loir", "Ille-et-Vilaine", "Indre-et-Loire"], "d'"),
    **dict.fromkeys(
        listed(
            """Charente Charente-Maritime Corrèze Corse-du-Sud Côte-d'Or Creuse Dordogne Drôme Gironde
            Guadeloupe Guyane Haute-Corse Haute-Garonne Haute-Loire Haute-Marne Haute-Saône
            Haute-Savoie Haute-Vienne Loire Loire-Atlantique Lozère Manche Marne Martinique Mayenne
            Meurthe-et-Moselle Meuse Moselle Nièvre Sarthe Savoie Seine-Maritime Seine-Saint-Denis
            Somme Vendée Vienne"""
        ),
        "de la ",
    ),
    "La Réunion": "de ",
    **dict.fromkeys(
        listed(
            """Alpes-de-Haute-Provence Alpes-Maritimes Ardennes Bouches-du-Rhône Côtes-d'Armor
            Deux-Sèvres Hautes-Alpes Hautes-Pyrénées Hauts-de-Seine Landes Pyrénées-Atlantiques
            Pyrénées-Orientales Vosges Yvelines"""
        ),
        "des ",
    ),
}


def _key(name: str) -> str:
    return re.sub(r"[^a-z]+", " ", fold(name)).strip()


@lru_cache(maxsize=1)
def departments() -> dict[str, Department]:
    """Every department by folded name without punctuation (« cotes d armor »)."""
    text = files("knowledge.extraction").joinpath("departments.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter=";")
    found = [Department(**row) for row in rows]
    return {_key(department.name): department for department in found}


@lru_cache(maxsize=1)
def _close_keys() -> list[str]:
    return [key for key in departments() if len(key) > 3]


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Department]:
    return {department.code: department for department in departments().values()}


_NUMBERED = re.compile(
    r"\b(sdis|cdg|cd|caf|cpam|mdph|conseil (?:d[ée]partemental|g[ée]n[ée]ral)|d[ée]partement)"
    r" (?:du |de la |n° ?)?(97\d|2[ab]|\d\d)\b",
    re.I,
)


_BEARING = re.compile(
    r"(?<![-\w])(?:(?:du|le|au) ?(?:grand[- ])?(?P<corner>(?:nord|sud)[- ]?(?:est|ouest))"
    r"(?: de la france| français)?"
    r"|(?:du|le|au|de l['’]|l['’]) ?(?P<side>nord|sud|est|ouest|centre) (?:de la france|du pays))"
    r"(?![-\w'’])(?! (?:(?-i:[A-ZÉ])|de |du |d['’]))",
    re.IGNORECASE,
)
_CORNER = re.compile(r"(nord|sud)(est|ouest)")


def named_bearings(text: str) -> str:
    """Return ``text`` with one word, a demonym, for the quarter of the country in which something lies: no
    body is called by it. « un opéra du Sud-Ouest », « une ville du nord de la France ».
    """

    def named(found: re.Match[str]) -> str:
        corner = re.sub(r"[- ]", "", found["corner"] or "").lower()
        return corner or f"{found['side'].lower()}france"

    return _BEARING.sub(named, text)


def bearing_said(word: str) -> str:
    """Return how people say such a word, any other as it is."""
    side = word.removesuffix("france") if word.endswith("france") else ""
    return f"{side} de la France" if side else _CORNER.sub(r"\1-\2", word)


def named_departments(text: str) -> str:
    """Return ``text`` with the name of a department for its number: « le SDIS 29 », « le département 59 »."""

    def named(found: re.Match[str]) -> str:
        place = _by_code().get(found.group(2).upper())
        return found.group() if place is None else f"{found.group(1)} {place.with_article}"

    return _NUMBERED.sub(named, text)


_IN_SMALL_LETTERS = re.compile(
    r"\bdans (?:la (?P<la>somme|manche)|le (?P<le>nord|cher|lot))\b"
    r"(?=\W*$| ?[,;:.?!]| (?:il|elle|ils|elles|on|y|c|ca|est|qui|que|quel\w*|combien|cb|comment|svp|stp)\b)"
)


def written_small(text: str) -> frozenset[str]:
    """The departments that are words as well and that a message in small letters surely means: « et dans la
    somme ? », not « dans la somme versée ».
    """
    return frozenset(name for found in _IN_SMALL_LETTERS.findall(fold(text)) for name in found if name)


_NUMBER_ALONE = re.compile(
    r"(?:\b(?:dans|en|sur|pour|du|de|le|la|et)\s+|\()(97\d|98\d|2[ab]|\d\d)\b"
    r"(?=\W*$|\s*[,;.?!)]|\s+(?:et|ou|en|depuis|publi\w*|ont|sont|avez|as|y|il|svp|stp)\b)",
    re.I,
)


def numbered_department(text: str) -> tuple[Department, str] | None:
    """The department that a number says by itself, and the number: « quels rapports dans le 44 ? »."""
    found = (_NUMBERED.search(text), _NUMBER_ALONE.search(text))
    codes = [match.group(match.re.groups) for match in found if match]
    named = [(_by_code().get(code.upper()), code.lower()) for code in codes]
    return next(((place, code) for place, code in named if place is not None), None)


@lru_cache(maxsize=1)
def regions() -> dict[str, str]:
    """Today's region by folded name of a region of today or before 2016."""
    found: dict[str, str] = {}
    for department in departments().values():
        found[_key(department.region)] = department.region
        if department.former_region:
            found.setdefault(_key(department.former_region), department.region)
    found.update(
        {
            "aquitaine limousin poitou charentes": "Nouvelle-Aquitaine",
            "aquitaine poitou charentes": "Nouvelle-Aquitaine",
            "alsace champagne ardenne lorraine": "Grand Est",
            "champagne ardenne lorraine": "Grand Est",
            "auvergne rhone alpes": "Auvergne-Rhône-Alpes",
            "languedoc roussillon midi pyrenees": "Occitanie",
            "nord pas de calais picardie": "Hauts-de-France",
            "bourgogne franche comte": "Bourgogne-Franche-Comté",
            "centre limousin": "Centre-Val de Loire",
            "basse normandie haute normandie": "Normandie",
            "paca": "Provence-Alpes-Côte d'Azur",
            "provence alpes cote d azur": "Provence-Alpes-Côte d'Azur",
            "centre val de loire": "Centre-Val de Loire",
        }
    )
    return found


@lru_cache(maxsize=1)
def region_names() -> frozenset[str]:
    """The regions of today and of before 2016, and those that some put together: « centre limousin ».

    « Centre » alone is a word of everything.
    """
    former = {one.former_region for one in departments().values()} - {"", "Centre"}
    known = {*regions().values()} | former
    return frozenset(known | {key for key in regions() if " " in key} - {*map(_key, known)})


def is_said(area: str, folded: str) -> bool:
    """Whether folded words, spaces around each, name an area, a long one perhaps without its plural:
    « Poitou-Charente ».
    """
    name = " ".join(words(area))
    return f" {name} " in folded or " " in name and f" {name.removesuffix('s')} " in folded


@lru_cache(maxsize=64)
def departments_of(area: str) -> tuple[str, ...]:
    """The departments of a region of today or of before 2016."""
    every, key = departments().values(), _key(area)
    former = [one.name for one in every if _key(one.former_region) == key]
    return tuple(former or (one.name for one in every if one.region == regions().get(key)))


def department(name: str) -> Department | None:
    """The department of that name, code or usual misspelling (« Côte d'Or », « 29 », « Département de
    l'Oise »).
    """
    code = name.strip().upper()
    if code in _by_code():
        return _by_code()[code]
    key = re.sub(r"^departement (de la|de l|du|des|de|d) ", "", _key(name))
    key = re.sub(r"^(la|le|les|l) ", "", key) if key not in departments() else key
    found = departments().get(key) or departments().get(f"la {key}")
    if found is None and key:
        squeezed = key.replace(" ", "")
        found = next((d for k, d in departments().items() if k.replace(" ", "") == squeezed), None)
    return found


def misspelt_department(name: str) -> Department | None:
    """The one department whose name differs from `name` by a letter or two (« Nors »), None for none or
    several.
    """
    close = get_close_matches(_key(name), _close_keys(), n=2, cutoff=0.75) if len(name) > 3 else []
    return departments()[close[0]] if len(close) == 1 else None


def department_of_postcode(postcode: str) -> Department | None:
    """The department a French postcode belongs to (« 20167 » Corse-du-Sud, « 98716 » Polynésie française)."""
    if postcode.startswith("20"):
        return _by_code()["2A" if postcode < "20200" else "2B"]
    return _by_code().get(postcode[:3]) if postcode.startswith(("97", "98")) else _by_code().get(postcode[:2])


def region(name: str) -> str | None:
    """Today's region for the name of a region, present or former."""
    key = re.sub(r"^(region|la|le|les|l|des|de) ", "", _key(name))
    key = re.sub(r"^(la|le|les|l|des|de) ", "", key)
    return regions().get(key)


@lru_cache(maxsize=1)
def _department_pattern() -> re.Pattern[str]:
    names = sorted((d.name for d in departments().values()), key=len, reverse=True)
    joined = "|".join(re.escape(name).replace("\\-", "[- ]").replace("'", "['’]") for name in names)
    return re.compile(rf"\b(?:{joined})\b(?![-’'])")


def departments_in(text: str, loose: bool = False) -> Iterator[tuple[Department, int]]:
    """(department, position) of each department `text` names; names that are also rivers need their context.

    `loose` accepts those too, for texts known to be about one region.
    """
    for match in _department_pattern().finditer(text):
        found = department(match[0])
        if found is None:
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        if loose or _key(found.name) not in _AMBIGUOUS or _IN_CONTEXT.search(before):
            yield found, match.start()
