"""Whether a figure of a report is of the kind that a question asks for.

« Combien d'agents » is answered by no euros, « combien coûte » by no agents, « quel taux » by a percentage.
"""

from __future__ import annotations

import re

from actions.reports.figures.asked import (
    COUNTS_MONEY,
    FRANCS,
    PERSONS_AS_SUCH,
    TIMES,
    Asked,
    speaks_of_a_change,
)
from knowledge.reports.figure_search import MONEY_UNITS, names_a_class
from knowledge.reports.models import FigureRow
from knowledge.reports.questions import FigureUnit
from knowledge.text import content_stems, fold, stem, stems

_PERSONS = PERSONS_AS_SUCH | frozenset(
    map(
        stem,
        "beneficiaire allocataire foyer usager client visiteur spectateur festivalier inscrit demandeur "
        "voyageur passager patient resident".split(),
    )
)
"""What persons are counted as: « combien de gens au RSA » are its recipients."""
_MOVES = frozenset(
    map(
        stem,
        "depart entree sortie arrivee recrutement embauche retraite mutation demission licenciement"
        " detachement mobilite".split(),
    )
)
"""What persons are counted as where it is asked how many came or went: « combien de gens partis ? »."""
_AGENT, _PAID = stem("agent"), stem("beneficiaire")
"""« combien d'agents ont touché la prime » are those who benefit from it."""
_COUNTS_THINGS = re.compile(r"^\W*(?:nombre|nbr?e?|effectifs?|population|trafic)\b")
_SAYS_PERCENT = re.compile(r"\b(?:taux(?! zero)|part|pourcentage|proportion)\b|%")
_OF_SHARES = re.compile(
    r"\W*(?:\(?en ?% ?\)?|(?:\w+ des )?(?:parts?|taux|pourcentages?|proportions?)\b(?! zero))"
)
"""What stands over a table all of whose numbers are shares."""
_RATE = re.compile(r"\W*(?:taux(?! zero| horaire)|pourcentages?)\b")
_YEARS_TO_REPAY = re.compile(r"\b(?:capacite|ratio|duree) de desendettement\b")
"""« Capacité de désendettement | 7,3 »: a number of years."""
_TARIFFS = re.compile(r"\b(?:tarifs?|prix|ttc)\b")
"""What stands over a table of prices, which may not say that they are in euros."""
_DIFFERENCE = re.compile(
    r"^(?: \w+)? (?:en|de) (?:moins|plus)\b|^ (?:supplementaires?|nouveaux|susceptibles?)\b"
)
"""After a number: « 11 agents en moins », « susceptibles de partir » are not how many there are."""
_CENTS = re.compile(r"\d{2} ?\d{3},\d\d$")
_CHANGED_BY = re.compile(
    r"\b(?:augment|diminu|baiss|progress|redui|hausse|reduction|croiss|supplementaire)\w* (?:de |d['’] ?|\()?"
    r"(?:pres de |environ |plus de |quelque )?$"
    r"|\b(?:en raison|du fait|a cause|par suite|grace|suite)\b[^,;]*$"
    r"|\b(?:ecarts?|differences?|differentiels?|reductions?|hausses?|baisses?|fermetures?|suppressions?|pertes?|creations?|ouvertures?|departs?"
    r"|recrutements?|embauches?)(?: [a-z]+)? (?:de |des |d['’] ?)(?:pres de |environ |plus de |quelque )?$"
)
"""Before a number: « a diminué de 2 M€ » is not what is left, nor « la fermeture de 10 lits » how many are,
nor the reason for a change what it came to.
"""
_CAME_TO = re.compile(r"\bpass\w+ (?:de |d['’] ?)[^;]{1,40} a (?:pres de |environ |plus de )?$")
"""Before a number: « sont passés de 18,8 à 31,3 » tells how many there are."""
_CHANGE = re.compile(
    r"^(?:la |une |cette |l['’] ?|sa )?(?:forte |nette |legere )?"
    r"(?:baisse|hausse|augmentation|diminution|reduction|progression|recul)\b|^\W*var(?:iations?)?\b"
)
"""A label that begins so measures a change: « la baisse de l'encours »."""
VARIATION = re.compile(r"\b(?:evol\w*|variations?|ecarts?|var|croissance)\b")
_CHANGES = re.compile(r"\b(?:augment|diminu|baiss|progress|reduc|redui|haus|croiss)\w*")
_SUBSET = re.compile(r"\bayant\b")
_GOVERNED = re.compile(r" (?:(?:et|ou|de|des) |d['’] ?)?([a-z-]+)")
_NUMBER_OF = re.compile(r"\b(?:nombre|nbre|effectifs?|total)\b")
_TRADE = stem("medecin")
_SPECIALITY = re.compile(
    r"\b(?:medecine|chirurgie|obstetrique|mco)\b(?!.*\b(?:medecins|praticiens|postes)\b)"
)
"""What doctors do and where: its beds and stays count no doctors, though one stem is that of both."""
_OF_ANYTHING = frozenset(map(stem, ("etp", "etpt", "poste", "unite")))
"""Units in which a sentence counts what it names before: « la commune emploie … 40 ETP »."""
COUNTING = frozenset(map(stem, "nombre nbre nbr nb total effectif etp etpt".split()))
"""Stems of words that say that things are counted, not which."""
_STAFF = frozenset(map(stem, "effectif agent emploi personnel".split()))
_ONLY_TOTAL = re.compile(
    r"\W*(?:totaux|total|ensemble)(?: (?:general|global|pourvus?|reels?|budgetaires?))?\W*"
)
"""The heading of a row that says whole, and not of what."""
_SURVEY = r"(?:(?:le |la |les )?(?:nombre|evolution|repartition|ventilation)s? (?:de |des |du |d['’]))"
_OF_EACH = re.compile(
    rf"(?:^|[:–-] ?){_SURVEY}{{0,2}}([a-z]{{4,}})(?: [a-z'’]+){{0,2}} par (?!rapport|habitant|an\b|agent)"
)
"""A caption that says what each row counts: « Représentations par discipline »."""
_POSTS = re.compile(
    r"\W*effectifs?(?: (?:pourvus?|budgetaires?|reels?|total|totaux|globaux|permanents?|autorises?))*\W*"
)
"""A row of posts, which its table may call a staff."""
_LARGE = re.compile(r"\d[\d .\u00a0\u202f]*\d{3}")
_IN_TABLE = re.compile(r"\(en (?:nombre|milliers|millions) (?:de |d['’])([a-z]+)\)")
"""What stands over the rows of a table and says what each counts."""
_COUNTED_IN_TABLE = re.compile(
    r"\b(?:nombre|nb|effectifs?|population|habitants|tonn\w+|frequentation|trafic|passagers|visiteurs"
    r"|spectateurs|billets|entrees|agents|etpt?|jours|journees|heures|sejours|lits|places|logements|eleves"
    r"|surfaces?|volumes?|m[23]|km)\b|%"
)
"""In the headings of a table: things are counted or measured there, no money."""


def can_answer(figure: FigureRow, asked: Asked, above: str = "") -> bool:
    """Whether the unit of a figure, or its label where it has none, fits what is asked for; ``above`` is what
    stands over its table.
    """
    if not asked.francs and FRANCS.search(fold(figure.quote)):
        return False
    said = fold(f"{label_of(figure)} {figure.quote}")
    if not says_per(figure, asked):
        return False
    kind = kind_of(figure)
    if asked.kind is None:
        return asked.share or kind != "percent"
    if asked.kind == "money" and _is_amount_by_its_table(figure, above):
        kind = "money"
    if asked.kind == "percent" and kind in ("count", "money") and _is_share_by_its_table(figure, above):
        kind = "percent"
    if asked.kind != kind or is_change(figure) and not asked.change:
        return False
    if asked.change and not is_change(figure) and not speaks_of_a_change(said):
        return False
    counted = _counted_as(asked)
    return (
        kind != "count"
        or _counts(figure, counted, above)
        or _counts_by_its_table(figure, asked, counted, above)
    )


def says_per(figure: FigureRow, asked: Asked) -> bool:
    """Whether a figure is by what the question divides by: « la dette par habitant »."""
    said = fold(f"{label_of(figure)} {figure.quote}")
    return all(f" {one[:3]}" in said or f"/{one[:3]}" in said or one in stems(said) for one in asked.per)


def changes(sentence: str) -> bool:
    """Whether a sentence tells that something grew or shrank: its number may be by how much."""
    return _CHANGES.search(fold(sentence)) is not None


def is_count_in_words(figure: FigureRow) -> bool:
    """Whether a sentence, no table, says a number of things."""
    return figure.row_heading is None and kind_of(figure) == "count"


def kind_of(figure: FigureRow) -> FigureUnit | None:
    """Euros, a share or a number of things; None where unit and label of a cell disagree."""
    label = fold(label_of(figure))
    things = any(_COUNTS_THINGS.match(part) for part in (label, fold(figure.column_heading or "")))
    if figure.unit in MONEY_UNITS:
        return None if things else "money"
    if figure.unit == "%":
        return "percent"
    if figure.row_heading is None:
        return "count"
    if figure.unit is None and _YEARS_TO_REPAY.search(label):
        return "count"
    if figure.unit is None and _RATE.match(label):
        return "percent"
    if COUNTS_MONEY.search(label) and not things:
        return "money" if figure.unit is None else None
    if figure.unit is None and _CENTS.search(figure.printed):
        return "money"
    return "percent" if figure.unit is None and _SAYS_PERCENT.search(label) else "count"


def _is_bare_cell(figure: FigureRow) -> bool:
    """Whether a number stands in a table and has no unit of its own."""
    return figure.row_heading is not None and figure.unit is None


def _is_amount_by_its_table(figure: FigureRow, above: str) -> bool:
    """Whether a large number without unit stands in a table on money: « TH | 556 409 » under « Produit »."""
    if not _is_bare_cell(figure):
        return False
    if _TARIFFS.search(fold(above)):
        return kind_of(figure) == "count" and not _COUNTED_IN_TABLE.search(fold(label_of(figure)))
    return (
        _LARGE.search(figure.printed) is not None
        and COUNTS_MONEY.search(fold(above)) is not None
        and not _COUNTED_IN_TABLE.search(fold(f"{label_of(figure)} {above}"))
    )


def _is_share_by_its_table(figure: FigureRow, above: str) -> bool:
    """Whether a number without unit stands in a table of shares: « CH de Saverne | 33,5 » under « Part de
    marché ».
    """
    return _is_bare_cell(figure) and bool(_OF_SHARES.match(fold(above)))


def _counted_as(asked: Asked) -> frozenset[str]:
    """What the things asked for may be called by: persons as such by whatever persons are, and where it is
    asked how many came or went by that too.
    """
    if asked.counted != PERSONS_AS_SUCH:
        return asked.counted | ({_PAID} if _AGENT in asked.counted else frozenset())
    return _PERSONS | _MOVES if asked.change else _PERSONS


def _counts(figure: FigureRow, counted: frozenset[str], above: str) -> bool:
    """Whether a number is one of the things asked for: by its unit, in a table else by the first noun, of a
    total by what stands over the table.
    """
    unit = frozenset(stems(figure.unit or ""))
    label = [one for one in content_stems(label_of(figure)) if not one.isdigit()]
    if _TRADE in counted and _SPECIALITY.search(fold(label_of(figure))):
        return False
    if unit & TIMES and not unit & counted or _SUBSET.search(fold(label_of(figure))):
        return False
    if figure.row_heading is None and unit and not unit & _OF_ANYTHING:
        named = [*_right_after(figure), *(label if _NUMBER_OF.search(fold(figure.label)) else ())]
    else:
        named = label if figure.unit else _first_nouns(figure, COUNTING - counted)
        over = [*_IN_TABLE.findall(fold(above)), *(_OF_EACH.findall(fold(above)) if not figure.unit else ())]
        over += ["poste"] if _POSTS.fullmatch(fold(figure.row_heading or "")) else []
        over += ["annee"] if _YEARS_TO_REPAY.search(fold(label_of(figure))) else []
        named = [*named, *map(stem, over)]
        if figure.unit is None and (_ONLY_TOTAL.fullmatch(fold(figure.row_heading or "")) or not named):
            named = [*named, *content_stems(above)]
    said = unit.union(named)
    return any(_same(one, other) for one in counted for other in said) and not names_a_class(
        figure.quote, figure.printed
    )


def _counts_by_its_table(figure: FigureRow, asked: Asked, counted: frozenset[str], above: str) -> bool:
    """Whether a cell without unit is of the thing asked for, and what stands over its table is counted:
    « Psychiatrie | 472 » under « Capacités en lits et places », « Sociale (ATSEM) | 48 » under « effectifs ».
    """
    if not _is_bare_cell(figure):
        return False
    label, over = frozenset(content_stems(label_of(figure))), frozenset(content_stems(above))
    of_it = asked.things & label and counted & over
    return bool(of_it or counted & label and over & _STAFF)


def _first_nouns(figure: FigureRow, saying_nothing: frozenset[str]) -> list[str]:
    """The first word that names a thing in the label of a cell, and in what stands after a dash there:
    « Flux de sortie – Départ à la retraite ».
    """
    parts = [
        [one for one in content_stems(part) if not one.isdigit() and one not in saying_nothing]
        for part in [*(figure.name or "").split(" – "), *(figure.column_heading or "").split(" – ")]
    ]
    return [part[0] for part in parts if part]


def _right_after(figure: FigureRow) -> list[str]:
    """The stem of the word that a number of a sentence governs too: « 17 places et lits »."""
    found = _GOVERNED.match(around(figure)[1])
    return stems(found[1]) if found else []


def changed_by(before: str) -> bool:
    """Whether what stands ``before`` a number makes it that by which something changed."""
    return _CHANGED_BY.search(before) is not None


def is_change(figure: FigureRow) -> bool:
    """Whether a number tells by how much something changed: « + 11 agents », « 11 agents en moins »."""
    before, after = around(figure)
    if _CAME_TO.search(before):
        return False
    signed = figure.printed[0] == "+" or figure.printed[0] in "-–" and kind_of(figure) == "count"
    column = figure.column_heading if kind_of(figure) == "count" else None
    if _CHANGE.search(fold(figure.label)) or VARIATION.search(fold(column or "")):
        return True
    return signed or bool(_DIFFERENCE.search(after) or changed_by(before))


def _same(one: str, other: str) -> bool:
    """« jour » and « journée », « an » and « année » are one thing counted."""
    return one == other or min(len(one), len(other)) >= 4 and (one.startswith(other) or other.startswith(one))


def label_of(figure: FigureRow) -> str:
    """The words that say what a figure measures: of a cell those of its row and column."""
    return " ".join(part for part in (figure.name, figure.column_heading) if part)


def around(figure: FigureRow) -> tuple[str, str]:
    """What is said before the number of a figure, and after it, without accents."""
    before, _, after = fold(figure.quote).partition(fold(figure.printed))
    return before, after
