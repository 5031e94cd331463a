"""Amounts, percentages and counts as French reports and questions write them.

« 12,3 M€ », « 1,2 milliard d'euros », « 1 234 567 € », « 45 % », « 320 lits »; and bare numbers of table
cells
whose unit the table states.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from knowledge.extraction.lines import fold_in_place

NUMBER = (
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[,.]\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)(?:,\d+)?|\d+(?:[,.]\d+)?"
)
_SIGN = r"(?:(?<![\w–-])[+\-–−]\s?)?"
_MONEY = (
    r"(?:(?P<scale>milliards?|mds?|millions?|milliers?|k|m)\s?(?:d['e]\s?|de\s|d['’]\s?)?)?"
    r"(?P<currency>€|euros?\b|eur\b|f\.?\s?cfp\b|francs? (?:cfp|pacifique)\b|fcfp\b|xpf\b|francs?\b|usd\b"
    r"|dollars?\b|\$)"
)
_PERCENT = r"%|pour cent\b|points? de pourcentage\b"
COUNTED = (
    "agents?|etpt?|etp travailles|equivalents?[- ]temps[- ]plein|emplois?|postes|salaries"
    "|fonctionnaires|contractuels|titulaires"
    "|medecins|infirmiers|enseignants|lits|places|habitants|logements|eleves|etudiants|apprentis|docteurs|doctorants"
    "|communes|membres|conseillers|administrateurs|adherents|associations|entreprises|etablissements|hectares|ha|km2?|m2|m3"
    "|m²|m³|km²|tonnes|kg|litres|kwh|mwh|patients|sejours|passages|entrees|spectateurs|visiteurs|passagers|voyageurs"
    "|voyages|usagers|abonnes|abonnements|beneficiaires|allocataires|demandeurs|repas|nuitees|vehicules|bus|bateaux|anneaux"
    "|marches|contrats|prises|foyers|menages|residents|enfants|familles|personnes|jeunes|actes|dossiers|demandes|contribuables"
    "|actionnaires|actions|parts|representations|concerts|spectacles|skieurs|journees|jours|heures|minutes|mois|annees|ans"
    "|points|ecoles|colleges|lycees|classes|sites|agences|parcelles|emprunts|places de stationnement"
    "|stationnements|mineurs"
    "|detenus|greffes|appareils|aeronefs|avions|satellites|bureaux|points de contact"
    "|agriculteurs|exploitations|caisses"
)
_MOST_DIGITS = 15
"""Thousands of billions in cents; a SIRET number has 14 digits but no unit, an IBAN more."""
_UNIT = re.compile(
    rf"(?<![\d,.])(?P<number>{_SIGN}(?:{NUMBER}))\s?(?:(?P<percent>{_PERCENT})|{_MONEY}|(?:(?P<thousands>millions?|milliers?|milliards?)"
    rf"\s(?:de\s|d['’])?)?(?P<noun>{COUNTED})\b)"
)
_CELL = re.compile(
    rf"^(?P<open>\()?\s*(?P<sign>[+\-–−])?\s*(?P<number>{NUMBER})\s*(?:(?P<percent>%)|(?P<scale>k|m|md|mds)?\s?(?P<currency>€)"
    r"|(?P<noun>etpt?|ans?|jours?|points?|pts?))?\s*(?P<close>\))?\s*\*{0,2}$"
)
_SCALES = {
    "k": 1_000, "millier": 1_000, "milliers": 1_000,
    "m": 1_000_000, "million": 1_000_000, "millions": 1_000_000,
    "md": 1_000_000_000, "mds": 1_000_000_000, "milliard": 1_000_000_000, "milliards": 1_000_000_000,
}  # fmt: skip
_STATED_UNIT = (
    (re.compile(r"(milliards?|mds?)\s?(d['’e]\s?)?(€|euros?|eur\b)"), "EUR", 1_000_000_000),
    (re.compile(r"(millions?|\bm)\s?(d['’e]\s?)?(€|euros?\b|eur\b)"), "EUR", 1_000_000),
    (re.compile(r"(milliers?|\bk)\s?(d['’e]\s?)?(€|euros?\b|eur\b)"), "EUR", 1_000),
    (re.compile(r"(millions?|\bm)\s?(de )?f(rancs?)?\.?\s?cfp|\bmf cfp"), "XPF", 1_000_000),
    (re.compile(r"(milliers?|\bk)\s?(de )?f(rancs?)?\.?\s?cfp"), "XPF", 1_000),
    (re.compile(r"\bf(rancs?)?\.?\s?cfp|fcfp|xpf"), "XPF", 1),
    (re.compile(r"€|\beuros?\b|\beur\b"), "EUR", 1),
    (re.compile(r"%|pourcentage|pour cent"), "%", 1),
    (re.compile(r"\ben (etpt?|equivalents?[- ]temps[- ]plein)\b|(?<!/)(?<!/ )(?<!par )\betpt?\b"), "ETP", 1),
    (re.compile(r"\ben (annees(?! [n\d])|ans)\b|\ben annee(?! ?[n\d(])\b"), "années", 1),
    (re.compile(r"\ben jours?\b|nombre de jours"), "jours", 1),
    (re.compile(r"\ben mois\b"), "mois", 1),
    (re.compile(r"\ben heures\b"), "heures", 1),
    (re.compile(r"\ben m3\b|\ben m³"), "m³", 1),
    (re.compile(r"\ben m2\b|\ben m²"), "m²", 1),
    (re.compile(r"\ben tonnes\b"), "tonnes", 1),
    (re.compile(r"\ben km\b"), "km", 1),
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit in a text. `value` is in `unit`, `scale` applied; `start` and `end` place
    `printed`.
    """

    value: Decimal
    unit: str
    scale: int
    printed: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit stated for a whole table, row or column: `name` and the factor its numbers are multiplied by."""

    name: str
    scale: int


def decimal(printed: str) -> Decimal:
    """The number written « 1 234,5 », « 1.234.567 » or « -12.5 », without unit."""
    digits = re.sub(r"[ \u00a0\u202f]", "", printed).replace("–", "-").replace("−", "-").lstrip("+")
    if "," in digits:
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?[1-9]\d{0,2}(\.\d{3})+", digits):
        digits = digits.replace(".", "")
    return Decimal(digits)


def exact(value: Decimal) -> Decimal:
    """`value` without useless decimals, so that 96,2 M€ is 96200000."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def quantities(text: str) -> list[Quantity]:
    """Every amount, percentage and count of `text`, from left to right."""
    found = (match for match in _UNIT.finditer(fold_in_place(text)) if _is_one_number(match["number"]))
    return [_quantity(match, text) for match in found]


def _is_one_number(printed: str) -> bool:
    """Whether digits are few enough to be one number, not an identifier or several columns run together."""
    return sum(map(str.isdigit, printed)) <= _MOST_DIGITS


def _quantity(match: re.Match[str], text: str) -> Quantity:
    scale, unit = 1, "%"
    if match["currency"]:
        scale = _SCALES.get(match["scale"] or "", 1)
        unit = _currency(match["currency"])
    elif match["noun"]:
        scale = _SCALES.get(match["thousands"] or "", 1)
        unit = text[match.start("noun") : match.end("noun")]
    printed = text[match.start() : match.end()].strip()
    return Quantity(exact(decimal(match["number"]) * scale), unit, scale, printed, match.start(), match.end())


def _currency(folded: str) -> str:
    if "cfp" in folded or "xpf" in folded or "pacifique" in folded:
        return "XPF"
    if "franc" in folded:
        return "FRF"
    return "USD" if folded in ("usd", "$") or "dollar" in folded else "EUR"


def cell_quantity(cell: str) -> Quantity | None:
    """The number that fills a table cell, its unit « » when the cell names none; None for anything else.

    Brackets make it negative, as accountants print it.
    """
    folded = fold_in_place(cell)
    match = _CELL.match(folded)
    if match is None or bool(match["open"]) != bool(match["close"]) or not _is_one_number(match["number"]):
        return None
    value = decimal(match["number"])
    if match["sign"] in ("-", "–", "−") or match["open"]:
        value = -value
    scale, unit = 1, ""
    if match["percent"]:
        unit = "%"
    elif match["currency"]:
        unit, scale = "EUR", _SCALES.get(match["scale"] or "", 1)
    elif match["noun"]:
        unit = match["noun"].upper() if match["noun"].startswith("etp") else match["noun"]
    return Quantity(exact(value * scale), unit, scale, cell.strip(), 0, len(cell))


def stated_unit(text: str) -> Unit | None:
    """Unit that a caption, corner cell or heading states (« en milliers d'euros », « (en %) »)."""
    folded = fold_in_place(text)
    return next((Unit(name, scale) for pattern, name, scale in _STATED_UNIT if pattern.search(folded)), None)
