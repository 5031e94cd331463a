"""Which promotion, year or round a person means: « la 2e », « promo deux », « EIG3 », « celle de 2018 »."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.text import fold

_ORDINALS = {
    "premiere": 1, "premier": 1, "deuxieme": 2, "seconde": 2, "second": 2, "troisieme": 3, "quatrieme": 4,
    "cinquieme": 5, "sixieme": 6, "septieme": 7, "huitieme": 8, "neuvieme": 9, "dixieme": 10, "onzieme": 11,
    "douzieme": 12, "first": 1, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
}  # fmt: skip
_NUMBERS = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7,
    "eight": 8,
}  # fmt: skip
_NOUN = (
    r"(?:promo(?:tion)?s?|prmo|pormo|pomo|promot\w{0,5}|promt\w{0,4}|prmotion|promo[sc]ion|edition|"
    r"saison|cohorte?|cuvee|batch|class|intake|season|vague|annee eig|eig)"
)
_ORDINAL = (
    r"(?:(?<![a-z\d])(?<!stage de )(?<!classe de )(?<!fils de )(?<!fille de )"
    r"(?<!eleve de )(?<!eleves de )(?<!fils en )(?<!fille en )(?<!eleve en )(?<!eleves en )(?<!est en )"
    r"(\d{1,2})"
    r"(?: ?(?:eme|ieme|em|ere|er|re|nde|nd|st|rd|th)|[ed])\b|\b(" + "|".join(_ORDINALS) + r")\b)"
)
_FEW_WORDS = 8
"""Words of a message that goes on with another promotion, at most."""
_NOT_A_PROMOTION = (
    r"(?!(?: (?:et derniere?|and last))?(?: application)? ?(?:etape|tour|jury|sprint|session|window|fenetre|"
    r"entretien|fois|question|page|annee|mois|jour|cycle|degre|"
    r"arrondissement|partie|chose|lieu|semaine|pa[iy]e|salaire|classe|version|ligne|reunion|rencontre|prise|"
    r"demande|candidature|choix|visite|position|place|contrat|boulot|emploi|job|janv|fev|mars|avr|mai|juin|juil|aou|sept|oct|nov|dec|jan|feb|mar|"
    r"apr|may|jun|jul|aug|"
    r"step|round|time|day|week|interview|et deuxieme cycle))"
)
_PATTERNS = (
    re.compile(
        rf"\b{_NOUN} ?(?:n ?[°o]? ?|numero |no\.? |# ?)?(\d{{1,2}})\b"
        r"(?!\+| ?(?:eig|defi|mois|ans|%|euro|years?|yrs?))"
    ),
    re.compile(rf"\b{_NOUN} ?(?:numero )?({'|'.join(_NUMBERS)})\b"),
)
_ORDINAL_PATTERN = re.compile(_ORDINAL + _NOT_A_PROMOTION)
_LISTED = re.compile(
    r"\b(?:promo(?:tion)?s?|promos|eig) ?((?:\d|dig)(?: ?(?:,|et|ou|and|or|a|vs|/|-|&) ?(?:la |"
    r"promo(?:tion)? ?|eig ?)?(?:\d|dig)\b)+)"
)
_RANGE = re.compile(
    r"\b(?:promo(?:tion)?s?|cohorts?|editions?|seasons?|eig) (\d) ?(?:a|to|through|–) ?(?:la )?(\d)\b"
)
_BARE = re.compile(
    r"\bla (\d)\b(?= ?(?:et|ou|ou bien|[,;:.?!]|a|avec|and|vs|y|ya|yavait|c|ct|c'|cetait|cb|combien|kan|quand"
    r"|comptait|avait|ils|on|elle|stp|svp|alors|du coup|deja|$)(?![a-z]))|"
    r"\bentre (?:la )?(\d) et (?:la )?(\d)\b|"
    r"\bla (\d)$"
)
_NAMED_YEAR = re.compile(
    rf"\b(?!saison 20\d\d\b(?! (?:du programme|des eig)))"
    rf"{_NOUN} (?:de |d |of )?(?:l annee )?(20\d\d)\b(?![-/–]\d\d\b| ?[-/–]? ?20\d\d\b)"
)
"""« saison 2013-2014 » is that of a theatre: a promotion is named after one year."""
_NEGATED = re.compile(
    r"(?<!\bet )(?<!\band )\b(?:pas|not|plutot que|rather than|au lieu de) "
    r"(?:de |pour |a |in |for )?(?:la |celle de (?:la )?|the )?$"
)
"""Before the promotion that is *not* meant: « non pas la 3, la 4 »."""
_DIG = re.compile(r"\bdig\b|designers? d ?'? ?interet general")
_YEAR = re.compile(r"(?<!\bjo )(?<!lympiques )(?<!\bolympics )\b(20[0-4]\d|19\d\d)\b")
"""« les JO 2024 » are no year of the programme."""
_ROUND = re.compile(
    r"\b(?:sprint|session|vague)s? ?(?:n ?[°o]? ?|numero )?(\d)\b"
    r"|\b(?:(\d)(?:e|eme|er|re|ere|nd|st|rd|th)|("
    + "|".join(o for o, n in _ORDINALS.items() if n > 1)
    + r"))"
    r"(?: et derniere?| and last)? (?:sprint|session|(?:application )?window|fenetre)"
)
_LATEST = re.compile(
    r"\b(?:derniere?|latest|most recent|last|actuelle|en cours|current) (?:des )?(?:promo(?:tion)?|"
    r"edition|saison|cohort|batch|intake)"
)
_FIRST_OF_ALL = re.compile(
    r"\b(?:les |des |aux |the )?(?:(deux|trois|quatre|cinq|two|three|four|five|[2-5]) premieres? promo\w*"
    r"|first (two|three|four|five|[2-5]) (?:promo\w*|cohorts?|batch\w*|editions?|seasons?))"
)
_ALL = re.compile(
    r"\b(?:toutes? les promo|chaque promo|au total|en tout|all promotions?|overall|depuis le debut|every "
    r"promotion|toutes promo|l ensemble des promo)"
)


@dataclass(frozen=True)
class Reference:
    """Something a message points to by number: ``value`` is « 3 », « dig », « 2018 », « last »…"""

    kind: str
    value: str
    start: int
    end: int


def find_references(text: str) -> list[Reference]:
    """Promotions (known or not), years and rounds in ``text``, in order of appearance, without doubles."""
    return list(_references(text))


@lru_cache(maxsize=4_096)
def _references(text: str) -> tuple[Reference, ...]:
    """The same texts, questions under way and answers of the base, are read by every step of an answer."""
    folded = _same_length_fold(text)
    found = [*_ranges(folded), *_listed(folded), *_promotions(folded)]
    found += [Reference("promotion", "dig", m.start(), m.end()) for m in _DIG.finditer(folded)]
    found += [Reference("promotion", "last", m.start(), m.end()) for m in _LATEST.finditer(folded)]
    found += [Reference("promotion", "all", m.start(), m.end()) for m in _ALL.finditer(folded)]
    for match in _FIRST_OF_ALL.finditer(folded):
        said = match.group(1) or match.group(2)
        last = int(said) if said.isdigit() else _NUMBERS[said]
        found += [Reference("promotion", str(n), match.start(), match.end()) for n in range(1, last + 1)]
    for match in _BARE.finditer(folded):
        for group in range(1, 5):
            if match.group(group):
                found.append(Reference("promotion", match.group(group), match.start(group), match.end(group)))
    found += [Reference("named_year", m.group(1), m.start(1), m.end(1)) for m in _NAMED_YEAR.finditer(folded)]
    found += [Reference("year", m.group(1), m.start(), m.end()) for m in _YEAR.finditer(folded)]
    for match in _ROUND.finditer(folded):
        value = match.group(1) or match.group(2) or str(_ORDINALS[match.group(3)])
        found.append(Reference("round", value, match.start(), match.end()))
    return tuple(_meant(_distinct(found), folded))


def promotion_of_year(year: int, years: dict[str, int]) -> str | None:
    """The yearly promotion that began in ``year``; the seventh runs on from 2024."""
    exact = [promotion for promotion, start in years.items() if start == year and promotion != "dig"]
    if exact:
        return exact[0]
    return "7" if year >= years.get("7", 9999) else None


def _meant(found: list[Reference], folded: str) -> list[Reference]:
    """Without the promotion that is set aside for another: « pas la 3, la 4 »."""
    set_aside = [
        reference
        for reference in found
        if reference.kind == "promotion" and _NEGATED.search(folded[: reference.start])
    ]
    others = {reference.value for reference in found if reference.kind == "promotion"}
    if not others - {reference.value for reference in set_aside}:
        return found
    return [reference for reference in found if reference not in set_aside]


def _promotions(folded: str) -> list[Reference]:
    found = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            value = match.group(1)
            found.append(Reference("promotion", str(_NUMBERS.get(value, value)), match.start(), match.end()))
    for match in _ORDINAL_PATTERN.finditer(folded):
        if match.group(1) and re.match(r"\s*(?:ans|mois)", folded[match.end() :]):
            continue
        number = int(match.group(1)) if match.group(1) else _ORDINALS[match.group(2)]
        if not _is_other_ordinal(folded, match):
            found.append(Reference("promotion", str(number), match.start(), match.end()))
    return found


def _is_other_ordinal(folded: str, match: re.Match[str]) -> bool:
    """« la première fois », « premier ministre », « première question » number something else."""
    after = folded[match.end() :].lstrip()
    if re.match(
        r"(?:ministre|pas|ligne|place|choix|emploi|contrat|poste|candidature|minister|rang|degree)", after
    ):
        return True
    if match.group(0) in ("premier", "first", "second") and not re.match(_NOUN, after):
        return not (re.match(r"(?:appel|call|aac|aap|jury)", after) or _goes_on_with(folded, match))
    return False


def _goes_on_with(folded: str, match: re.Match[str]) -> bool:
    """« and the second? », « I mean the very first one »: nothing follows in a short message."""
    ends = re.match(r"(?:ones?)?[\s?!.]*$", folded[match.end() :].lstrip())
    return ends is not None and "the " in folded and len(folded.split()) <= _FEW_WORDS


def _listed(folded: str) -> list[Reference]:
    """« les promos 2, 3 et 4 », « promotion 2 ou 3 »: each number is a promotion."""
    found = []
    for match in _LISTED.finditer(folded):
        for number in re.finditer(r"\b(?:\d|dig)\b", match.group(1)):
            start = match.start(1) + number.start()
            found.append(Reference("promotion", number.group(), start, start + len(number.group())))
    return found


def _ranges(folded: str) -> list[Reference]:
    """« les promotions 3 à 6 »: those between are meant as well."""
    return [
        Reference("promotion", str(number), match.start(), match.end())
        for match in _RANGE.finditer(folded)
        for number in range(int(match.group(1)), int(match.group(2)) + 1)
    ]


def _distinct(found: list[Reference]) -> list[Reference]:
    kept: dict[tuple[str, str], Reference] = {}
    for reference in sorted(found, key=lambda r: (r.start, -r.end)):
        kept.setdefault((reference.kind, reference.value), reference)
    return list(kept.values())


class _FoldedLetters(dict[int, str]):
    """For ``str.translate``: what each letter is folded to, found when it is first met."""

    def __missing__(self, letter: int) -> str:
        folded = fold(chr(letter))[:1] or " "
        self[letter] = " " if folded in "'-" else folded
        return self[letter]


_FOLDED = _FoldedLetters()


def _same_length_fold(text: str) -> str:
    """Fold ``text`` letter by letter, so that offsets stay those of the original."""
    return text.translate(_FOLDED)
