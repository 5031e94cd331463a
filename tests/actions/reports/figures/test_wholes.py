"""The whole of what is asked for stands before its parts, and alone where it says so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from actions.reports.figures.asked import in_words_of_staff
from actions.reports.figures.choice import at_the_head
from knowledge.reports.models import FigureRow, Place
from tests.actions.reports.figures.test_choice import _base, _cell, _told


def _count(number: int, label: str, quote: str = "") -> FigureRow:
    told = _told(f"{number} lits", "lits", label, quote)
    return replace(told, value=Decimal(number))


def test_a_number_of_the_whole_stands_before_those_of_its_parts() -> None:
    parts = [_count(n, "Le site", f"Il a {n} lits.") for n in (40, 30, 25)]
    whole = replace(_count(609, "Il compte"), place=Place("s7-b1", ()))
    assert at_the_head([*parts, whole], "combien de lits", _base()) == [whole]
    assert at_the_head([*parts[:2], whole], "combien de lits", _base()) == [whole]


@pytest.mark.parametrize(
    ("label", "quote"),
    [
        ("Le service compte", ""),
        ("Le département compte", ""),
        ("Les effectifs consacrés à cette mission", ""),
        ("Il compte", "L’absentéisme compte pour 900 lits."),
        ("Il compte", "Il regroupe neuf communes et compte 900 lits."),
        ("Il compte", "Elle compte 900 lits mis à disposition de cinq associations."),
        ("Il compte", "Aux 900 lits qui existaient alors s’en ajoutent d’autres."),
        ("Il comptait", "Il comptait alors 900 lits."),
        ("Il comptait", "Il s’est développé ici (900 lits en 1900)."),
        ("", "Il y a 900 lits de surveillance."),
        ("Il dispose", "Il dispose de 900 lits pour 100 000 habitants."),
        ("La population active compte", ""),
        ("Il compte", "À l’horizon 2020, il comptera 900 lits."),
        ("Il compte", "À titre de comparaison, celui d’Alès compte 900 lits."),
    ],
)
def test_a_service_a_larger_area_or_another_body_is_not_the_body(label: str, quote: str) -> None:
    other, own = _count(900, label, quote), _count(320, "L’hôpital compte")
    assert at_the_head([other, own], "combien de lits", _base()) == [own]


@pytest.mark.parametrize(
    ("label", "quote"),
    [
        ("Situé dans le département, à l’est, l’hôpital compte", ""),
        ("L’hôpital, implanté dans le département, compte", ""),
        ("Il dispose", "Il dispose de 900 lits d’hospitalisation complète."),
    ],
)
def test_where_the_body_lies_makes_no_part_of_its_number(label: str, quote: str) -> None:
    figure = _count(900, label, quote)
    assert at_the_head([figure], "combien de lits", _base()) == [figure]


@pytest.mark.parametrize(
    "label", ["Le territoire compte", "Il regroupe", "La commune nouvelle compte", "Sa population DGF compte"]
)
def test_what_a_town_is_a_part_of_is_not_the_town(label: str) -> None:
    town = [_count(900, label), _count(320, "La commune compte")]
    told = [replace(f, report=replace(f.report, title="Commune de Tilh (Landes)")) for f in town]
    assert at_the_head(told, "combien de lits", _base()) == told[1:]


def test_what_a_number_came_to_stands_before_what_it_was() -> None:
    quote = "La capacité est passée de 60 lits en 2010 à 50 lits en 2014."
    was, is_now = _count(60, "La capacité", quote), _count(50, "La capacité", quote)
    assert at_the_head([was, is_now], "combien de lits", _base()) == [is_now]


def test_those_that_something_was_done_to_are_not_all() -> None:
    quote = "Alors que le total n’a pas varié, 477 lits de médecine ont été transformés."
    some, whole = _count(477, "Le total", quote), _count(957, "Il y a")
    assert at_the_head([some, whole], "combien de lits", _base())[0] == whole


def test_what_each_has_on_average_is_not_all() -> None:
    days = replace(_count(30, "Jours d’absence par agent"), row_heading="Jours d’absence par agent")
    assert at_the_head([days], "combien de jours d'absence des agents en tout", _base()) == []


def test_things_that_the_question_names_closer_may_be_called_otherwise() -> None:
    figure = _count(1905, "Il suit", "Il suit 1905 lits du service public.")
    assert at_the_head([figure], "combien de lits du RSA", _base()) == [figure]
    assert at_the_head([figure], "combien de lits de la commune", _base()) == []


def test_a_number_whose_parts_follow_is_their_whole() -> None:
    told = "Il a une capacité de 554 lits et places dont 185 lits de chirurgie et 50 lits de suite."
    whole = _count(554, "Il a une capacité", told)
    others = [_count(n, "Il dispose", f"Il dispose de {n} lits.") for n in (60, 40)]
    assert at_the_head([*others, whole], "combien de lits", _base()) == [whole]


def test_a_column_or_a_row_of_some_is_not_all() -> None:
    shared = _cell("Total agents", "Agents partagés – 2014", "4", year=2014)
    service = _cell("ETP – Culture", "2014", "1", year=2014)
    total = _cell("ETP – Total", "2014", "153", year=2014)
    base = _base(shared, service, total)
    assert at_the_head([shared, service, total], "combien d'agents", base) == [total]


def test_a_part_is_told_where_it_is_asked_for_by_its_name() -> None:
    part = _count(40, "Le service compte")
    assert at_the_head([part], "combien de lits dans ce service", _base()) == [part]
    assert at_the_head([part], "combien de lits", _base()) == []


def test_the_body_may_be_a_department() -> None:
    figure = _count(900, "Le département compte")
    own = replace(figure, report=replace(figure.report, title="Département de la Creuse"))
    assert at_the_head([own, _count(20, "Le foyer a")], "combien de lits", _base())[0] == own


def test_what_came_or_went_stands_first_where_it_is_asked_for() -> None:
    there, closed = _count(609, "Il compte"), _count(9, "", "Il a décidé la fermeture de 9 lits.")
    assert at_the_head([there, closed], "combien de lits fermés", _base())[0] == closed


def test_the_total_of_a_row_stands_for_its_columns() -> None:
    cells = [_cell("Nombre d’agents", f"2012 – {c}", n, year=2012) for c, n in (("B", "23"), ("T", "130"))]
    assert at_the_head(cells, "combien d'agents", _base(*cells)) == cells[1:]


def test_a_number_is_told_once() -> None:
    twice = [_count(609, "Il compte", quote) for quote in ("Il compte 609 lits.", "Avec 609 lits en tout.")]
    assert at_the_head(twice, "combien de lits", _base()) == twice[:1]


@pytest.mark.parametrize(
    ("row", "printed", "score", "told"),
    [
        ("Parking payant", "0", 0.85, False),
        ("Parking payant", "0", 1.0, True),
        ("Crédit d’impôt", "21", 1.0, False),
        ("Prix du crédit", "21", 1.0, True),
    ],
)
def test_a_row_of_zeros_or_without_a_unit_says_nothing(
    row: str, printed: str, score: float, told: bool
) -> None:
    cell = replace(_cell(row, "2014", printed, year=2014), value=Decimal(printed), score=score)
    assert at_the_head([cell], "crédit", _base()) == ([cell] if told else [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("combien de personnes emploie la ville ?", "combien d'agents la ville ?"),
        ("la ville emploie combien de gens", "la ville combien d'agents"),
        ("combien de femmes emploie la ville ?", "combien de femmes emploie la ville ?"),
        ("combien coûte la ville ?", "combien coûte la ville ?"),
    ],
)
def test_people_who_work_there_are_counted_as_agents(text: str, said: str) -> None:
    assert in_words_of_staff(text) == said


def test_of_lengths_of_time_the_one_asked_stands_first_and_not_the_longest() -> None:
    fund = replace(
        _told("161 jours", "jours", "Le fonds de roulement représente"), value=Decimal(161), score=0.9
    )
    cash = replace(_told("96 jours", "jours", "La trésorerie assure"), value=Decimal(96), score=1.0)
    assert at_the_head([cash, fund], "combien de jours de trésorerie", _base())[0] == cash


def test_a_word_that_every_row_has_singles_out_none_beside_the_total() -> None:
    rows = [_cell(f"Personnel {of}", "2013", "539", "jours", 2013) for of in ("État", "Région", "propre")]
    total = _cell("Total", "2013", "1 434", "jours", 2013)
    assert at_the_head(
        [rows[0], total], "l'absentéisme du personnel", _base(*rows, total, caption="Absences")
    ) == [total]


def test_a_part_of_a_whole_is_told_where_it_is_clearly_what_is_asked() -> None:
    part = replace(_cell("Dont frais des groupes d’élus", "2013", "137 389", "EUR", 2013), score=0.83)
    whole = replace(_cell("Indemnités et frais des élus", "2013", "1 071 161", "EUR", 2013), score=0.66)
    asked = "frais des groupes d'élus en 2013"
    assert at_the_head([part, whole], asked, _base(part, whole))[0] is part
    doubtful = replace(part, score=0.7)
    assert part.row_heading not in {
        f.row_heading for f in at_the_head([doubtful, whole], asked, _base(part, whole))
    }


def test_of_rows_of_one_name_the_one_that_sums_up_the_others_is_told() -> None:
    parts = [
        replace(_cell("Nombre total des ETP", "2014", printed, "ETP", 2014), value=Decimal(value))
        for printed, value in (("14,0", "14"), ("38,0", "38"), ("169,3", "169.3"), ("221,3", "221.3"))
    ]
    asked = "nombre d'agents en 2014"
    assert [f.printed for f in at_the_head(parts, asked, _base(*parts[3:]))] == ["221,3"]


def test_a_row_that_says_only_when_is_called_by_its_column() -> None:
    row = _cell("2012/2013", "Nombre de journées skieurs", "334 095")
    assert at_the_head([row], "combien de journées skieurs en 2013", _base(row)) == [row]
