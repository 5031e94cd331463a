"""Which figure of a card answers: of the very things counted, the whole amount before its parts."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import Answer
from actions.reports.cards.asked import CardQuestion, wish_of
from actions.reports.cards.figure_order import of_the_time
from actions.reports.cards.lines import CardLine
from knowledge.reports.models import Place
from tests.actions.reports.card_base import desk_of_cards
from tests.actions.reports.cards.test_series import talk


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(tmp_path_factory.mktemp("cards_figures"))


def figures(answer: Answer) -> list[str]:
    return [getattr(block, "text", "") for block in answer.blocks[1:]]


@pytest.mark.parametrize(
    ("key", "texts", "figure"),
    [
        ("393494", ["combien coûte le vote à l'État ?"], "34,3 millions"),
        ("389901", ["combien ça coûte à la France ?"], "1,5 milliard"),
        ("392975", ["combien coûte l'école française à l'étranger pour l'État ?"], "492,1 millions"),
        ("388634", ["combien a coûté la PNIJ ?"], "100 millions"),
        ("388284", ["coût de la JDC"], "111,5 millions"),
        ("388284", ["budget de la JDC"], "111,5 millions"),
        ("395340", ["combien coûte la gestion ?"], "3,832 milliards"),
        ("388355", ["combien ça coûte ?"], "34,2 millions"),
        ("392064", ["restes à payer AFITF"], "11,86 milliards"),
        ("389957", ["combien il reste pour les intempéries ?"], "26 millions"),
        ("389794", ["combien de policiers ont un logement gratuit ?", "et avant la réforme ?"], "113 avant"),
        ("389794", ["combien de logements de fonction ?", "et avant ?"], "1 140"),
        ("394171", ["combien coûte le prêt à taux zéro ?"], "1,09 milliard"),
        ("390122", ["combien de logements ?"], "3 324 logements"),
        ("391191", ["de combien les SIVU ont-ils reculé ?"], "34,9 %"),
    ],
)
def test_the_figure_meant_comes_first(cards: Any, key: str, texts: list[str], figure: str) -> None:
    assert figure in figures(talk(key, cards, *texts))[0]


@pytest.mark.parametrize(
    ("key", "texts", "other"),
    [
        ("389957", ["combien de caisses ?"], "218 231"),
        ("389957", ["y en a combien de caisses"], "218 231"),
        ("389120", ["combien d'experts"], "8,2 %"),
        ("391191", ["combien de SIVOM ?"], "7 992"),
        ("389464", ["combien de personnes dans la base ?"], "600 000 personnes"),
        ("388284", ["combien de jeunes n'y vont pas ?"], "783 153"),
        ("392064", ["combien de salariés ?", "combien elle doit encore ?"], "4 personnes"),
        ("394691", ["combien il y a dedans ?"], "45 %"),
        ("395047", ["combien ça coûte ?", "combien de proviseurs ?"], "millions d’euros"),
    ],
)
def test_a_figure_of_other_things_is_not_told(cards: Any, key: str, texts: list[str], other: str) -> None:
    assert other not in talk(key, cards, *texts).text


def test_a_part_is_told_with_the_whole(cards: Any) -> None:
    told = figures(talk("392806", cards, "combien pour les vols intérieurs ?"))
    assert "3,5 milliards" in told[0] and "1,3 milliard" in told[1]


def test_an_amount_given_as_a_range_names_no_end_of_it(cards: Any) -> None:
    answer = talk("393081", cards, "combien coûtent les exonérations ?")
    assert "entre 1 et 2 milliards" in answer.text and "fourchette" not in answer.text


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("qui gère le fonds ?", True),
        ("c'est qui qui paye ?", True),
        ("il y a beaucoup de gens qui ne paient pas ?", False),
        ("combien de jeunes qui n'y vont pas", False),
        ("y en a qui fraudent ?", False),
    ],
)
def test_people_among_whom_some_do_a_thing_are_asked_by_no_name(text: str, who: bool) -> None:
    assert (wish_of(text) == "who") is who


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("tax on aviation report: what is about", "finding"),
        ("what is it about?", "finding"),
        ("et pourquoi la Cour veut la changer", "fault"),
        ("pourquoi la Cour veut la garder", "why"),
    ],
)
def test_what_a_report_is_about_and_why_to_change_it_is_what_is_found(text: str, wish: str) -> None:
    assert wish_of(text) == wish


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ça a coûté combien au final", ["Coût final réévalué"]),
        ("et au départ ?", ["Coût arrêté au départ"]),
        ("au départ et à la fin ?", ["Coût arrêté au départ", "Coût final réévalué"]),
        ("ça a coûté combien ?", ["Coût arrêté au départ", "Coût final réévalué"]),
    ],
)
def test_only_the_figures_of_the_time_asked_for_are_told(text: str, told: list[str]) -> None:
    both = ("Coût arrêté au départ", "Coût final réévalué")
    lines = [CardLine("figure", one, Place("s1", ()), frozenset()) for one in both]
    assert [line.text for line in of_the_time(lines, CardQuestion(text, "open", (), (), ()))] == told
