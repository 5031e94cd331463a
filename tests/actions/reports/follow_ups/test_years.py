"""The words to search reports with for a message that goes on: the matter, the year or the measure kept."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.reports.follow_ups.years import beside_towns_alike, continued_text, is_a_measure, names_no_thing
from tests.actions.report_base import asked


@pytest.mark.parametrize(
    ("text", "before", "searched"),
    [
        ("et en 2013 ?", "la dette en 2012", "la dette en   2013"),
        ("et fin 2013 ?", "la dette en 2012", "la dette en   2013"),
        ("et la billetterie en 2013 ?", "la dette en 2012", "et la billetterie en 2013 ?"),
        ("et les recommandations ?", "la dette en 2012", "et les recommandations ?"),
        ("RSA combien en 2014", "la dette en 2012", "RSA combien en 2014"),
        ("FIN 2013", "la dette en 2012", "la dette en   2013"),
        ("COMBIEN PAR HABITANT ?", "la dette en 2012", "la dette en 2012 COMBIEN PAR HABITANT ?"),
        ("and per head?", "la dette en 2012", "la dette en 2012 and per head?"),
        ("combien par habitant pour les ordures ?", "la dette", "combien par habitant pour les ordures ?"),
        ("la chambre est contente ou pas", "la dette en 2012", "la dette en 2012 "),
        ("non pas la dette, les droits de place", "la dette", " , les droits de place"),
        (
            "par habitant ça fait combien ?",
            "la dette en 2012",
            "la dette en 2012 par habitant ça fait combien ?",
        ),
        ("non je voulais dire 2013", "la dette en 2012", "la dette en   2013"),
        ("pourquoi ça a chuté en 2013", "la dette en 2012", "la dette en   pourquoi ça a chuté en 2013"),
        ("per young person?", "le coût de la journée", "le coût de la journée per young person?"),
        ("par contre les écoles ?", "la dette", "par contre les écoles ?"),
        (
            "beaucoup par rapport aux autres villes ?",
            "la dette en 2012",
            "la dette en 2012 beaucoup par rapport aux autres villes ?",
        ),
        (
            "qui donne le plus, la ville ou la région ?",
            "les subventions",
            "les subventions qui donne le plus, la ville ou la région ?",
        ),
        ("la dette par rapport aux autres ?", "le personnel", "la dette par rapport aux autres ?"),
        ("depuis quand ?", "qui gère le pont ?", "  gère le pont ? depuis quand ?"),
        (
            "et combien exactement ?",
            "la ville est endettée ?",
            "la ville est endettée ? et combien exactement ?",
        ),
        ("depuis quand ?", "où est le pont ?", "  est le pont ? depuis quand ?"),
        ("combien ?", "quels sont les emprunts ?", "  sont les emprunts ? combien ?"),
        ("depuis quand ça dure", "pourquoi ce déficit ?", "  ce déficit ? depuis quand ça dure"),
        ("depuis quand les tarifs augmentent ?", "la dette", "depuis quand les tarifs augmentent ?"),
        ("et les recommandations là-dessus ?", "la dette", "la dette et les recommandations   ?"),
        ("Et pour l'année 2013 précisément ?", "la dette en 2012", "la dette en   2013"),
        ("Quel était le chiffre de 2013 ?", "la dette en 2012", "la dette en   2013"),
        ("Deux ans auparavant, en 2010, ce taux ?", "la dette en 2012", "la dette en   2010"),
        ("et pour quelle raison ?", "la dette en 2012", "pourquoi la dette en 2012"),
        ("à cause de quoi ?", "la dette en 2012", "à cause de quoi ? la dette en 2012"),
        ("qu'est-ce qui explique ça ?", "la dette en 2012", "pourquoi la dette en 2012"),
        ("pourquoi les impôts montent ?", "la dette", "pourquoi les impôts montent ?"),
        ("combien au total ?", "la dette en 2012", "la dette en 2012 combien au total ?"),
        ("ils doivent faire quoi", "pourquoi le personnel coûte plus", "ils doivent faire quoi"),
        ("et l'exercice suivant ?", "la dette en 2012", "la dette en   2013"),
        ("et l'édition d'avant ?", "la dette en 2012", "la dette en   2011"),
        ("le prix de l'édition 2013 ?", "la dette en 2012", "le prix de l'édition 2013 ?"),
        ("et le chiffre d'affaires en 2013 ?", "la dette", "et le chiffre d'affaires en 2013 ?"),
    ],
)
def test_what_is_searched_for_when_a_message_goes_on(text: str, before: str, searched: str) -> None:
    assert continued_text(asked(text, "report_figure", Focus(text=before))) == searched


@pytest.mark.parametrize(
    ("intent", "text", "searched"),
    [
        ("report_search", "et la piscine ?", "et la piscine ?"),
        ("report_figure", "et la région ?", "et la région ? les aides de l'État"),
        ("report_search", "et à la fin ?", "et à la fin ? les aides de l'État"),
        ("report_search", "et alors ?", "et alors ? les aides de l'État"),
    ],
)
def test_a_matter_named_after_words_is_another_and_after_a_number_the_same(
    intent: str, text: str, searched: str
) -> None:
    focus = Focus(text="les aides de l'État", intent=intent)
    assert continued_text(asked(text, intent, focus)) == searched


def test_the_year_before_goes_on_from_the_last_that_a_passage_told_as_past() -> None:
    quoted = ({"quote": "Des prêts jusqu'en 2031.", "date": "2016-07-22"},)
    quoted += ({"quote": "De 2,7 M€ en 2011 à 8,9 M€ en 2014.", "date": "2016-07-22"},)
    focus = Focus(text="la dette", sources=quoted)
    assert continued_text(asked("et l'année d'avant ?", "report_figure", focus)) == "la dette 2013"


def test_another_matter_after_a_number_keeps_its_year_only() -> None:
    focus = Focus(text="la dette en 2012", intent="report_figure")
    assert continued_text(asked("et le personnel ?", "report_figure", focus)) == "et le personnel ? 2012"


def test_a_matter_that_the_report_never_names_is_asked_for_alone() -> None:
    focus = Focus(text="la dette en 2012", intent="report_figure")
    going = asked("et la vidéosurveillance ?", "report_figure", focus)
    assert continued_text(going, lambda _: False) == "et la vidéosurveillance ?"


@pytest.mark.parametrize(
    ("text", "of_the_last"),
    [
        ("pis c'est quoi les plus grosses", True),
        ("et les moins chères ?", True),
        ("what are the biggest ones?", True),
        ("quelles subventions sont les plus grosses ?", False),
        ("la dette la plus chère ?", False),
        ("les plus grosses subventions ?", False),
    ],
)
def test_a_ranking_without_a_thing_ranks_what_was_asked_before(text: str, of_the_last: bool) -> None:
    assert names_no_thing(text) is of_the_last


def test_a_measure_asks_the_last_number_otherwise() -> None:
    assert is_a_measure("par jour ?") and is_a_measure("et par habitant ?")
    assert not is_a_measure("par qui ?") and not is_a_measure("par habitant, la dette ?")


@pytest.mark.parametrize(
    ("text", "before"),
    [("elle doit combien encore", "combien de salariés"), ("combien de gens", "combien ça coûte")],
)
def test_another_kind_of_number_is_asked_for_alone(text: str, before: str) -> None:
    assert continued_text(asked(text, "report_figure", Focus(text=before, intent="report_figure"))) == text


@pytest.mark.parametrize(
    ("asked_next", "searched"),
    [
        ("c'est bien par rapport aux autres villes", "la dette en   par habitant, moyenne de la strate"),
        ("c'est pareil ailleurs ?", "la dette en   par habitant, moyenne de la strate"),
        ("et par habitant ?", "la dette en 2012 et par habitant ?"),
    ],
)
def test_other_towns_are_those_of_its_size(asked_next: str, searched: str) -> None:
    text = f"la dette en 2012 {asked_next}"
    assert beside_towns_alike(asked_next, text, lambda _: True) == searched
    assert beside_towns_alike(asked_next, text, lambda _: False) == text
