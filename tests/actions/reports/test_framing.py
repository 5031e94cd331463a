"""Words for the report that is wanted are no matter that it must speak of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.reports.answers import ask_reports
from actions.reports.follow_ups.going_on import going_on, is_sure_alone
from actions.reports.follow_ups.years import continued_text
from actions.reports.framing import asks_the_whole, only_asks_the_whole, unframed, without_frame
from tests.actions.report_base import asked, focus_after


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("rupture conventionnelle rapport cour des comptes", "rupture conventionnelle"),
        ("la dette de Montclair rapport 2016", "la dette de Montclair"),
        ("le rapport de la cour des comptes de 2016 : la dette", "la dette"),
        ("y a-t-il un rapport sur les haras en 2016 ?", "y a-t-il un rapport sur les haras   ?"),
        ("fonds d'épargne livret A, qu'est-ce qu'il faut retenir ?", "fonds d'épargne livret A,   ?"),
        ("les impôts de la commune en 2016", "les impôts de la commune en 2016"),
        ("les comptes de la commune", "les comptes de la commune"),
        ("c'est qui le maire là-bas ?", "c'est qui le maire   ?"),
        ("Je reviens à Montclair : la dette ?", "Montclair : la dette ?"),
        ("ok on revient sur la dette", "la dette"),
        ("combien revient à la commune ?", "combien revient à la commune ?"),
        ("je cherche des infos sur la fibre", "la fibre"),
        ("Bonjour, je voudrais avoir des informations sur le port", "le port"),
        ("besoin d'infos sur les impôts", "les impôts"),
        ("je cherche un rapport sur la piscine", "la piscine"),
        ("I am looking for information on the museum", "the museum"),
        ("la commune cherche un repreneur", "la commune cherche un repreneur"),
        ("le rapport d'information sur le port", "le rapport d'information sur le port"),
        ("combien de voyageurs ? il parait que ça s'effondre", "combien de voyageurs ?"),
        ("qui pilote le port ? on a l'impression que personne", "qui pilote le port ?"),
        ("il paraît que le port s'effondre ?", "il paraît que le port s'effondre ?"),
        ("la dette ? et combien d'agents ?", "la dette ? et combien d'agents ?"),
        ("l'avis de la chambre régionale sur la dette de Montclair", "la dette de Montclair"),
        ("comment les magistrats jugent la dette de Montclair", "la dette de Montclair"),
        ("comment les magistrats expliquent la dette", "comment les magistrats expliquent la dette"),
        ("est-ce que la chambre juge la dette grave ?", "est-ce que la chambre juge la dette grave ?"),
        ("on est combien à vivre à Montclair", "combien d'habitants  à Montclair"),
        ("ils étaient combien à y vivre en 2012", "combien d'habitants  en 2012"),
        ("combien de personnes habitent à Montclair ?", "combien d'habitants  à Montclair ?"),
        ("combien de gens là-bas, à Montclair ?", "combien d'habitants , à Montclair ?"),
        ("combien d'agents vivent à Montclair", "combien d'agents vivent à Montclair"),
        ("combien de gens vivent à la rue", "combien de gens vivent à la rue"),
        ("combien de gens à la piscine", "combien de gens à la piscine"),
    ],
)
def test_the_words_for_a_report_and_its_year_are_set_aside(text: str, kept: str) -> None:
    assert unframed(text) == kept


def test_what_the_court_says_and_a_list_are_asked_as_they_stand() -> None:
    for text in ("que dit la Cour des comptes en 2016 de la dette ?", "quels rapports de 2016 ?"):
        assert without_frame(asked(text, "report_search")).text == text


@pytest.mark.parametrize(
    ("text", "whole", "only"),
    [
        ("le DALO, ça dit quoi ?", True, False),
        ("oui c'est bien ça, qu'est ce que dit ce rapport", True, True),
        ("Ce que dit ce rapport", True, True),
        ("qu'est-ce qu'il dit de la dette ?", False, False),
        ("la dette", False, False),
    ],
)
def test_what_a_report_says_as_a_whole(text: str, whole: bool, only: bool) -> None:
    assert (asks_the_whole(text), only_asks_the_whole(text)) == (whole, only)


def test_a_yes_that_asks_what_the_report_says_is_no_small_talk(on_montclair: Focus) -> None:
    read = asked("oui c'est bien ça, que dit ce rapport ?", "affirm", on_montclair)
    assert not is_sure_alone(read)
    assert is_sure_alone(asked("oui c'est bien ça", "affirm", on_montclair))


def test_what_was_refused_is_not_asked_again_with_the_next_question(on_montclair: Focus) -> None:
    refused = replace(on_montclair, text="et le casino", status="not_found")
    text = continued_text(asked("c'est pour les dépenses de personnel ?", "report_search", refused))
    assert "casino" not in text
    assert "casino" in continued_text(asked("et en 2014 ?", "report_figure", refused))


def test_a_short_question_after_a_body_that_none_audits_stays_with_the_reports(desk: Any) -> None:
    first = asked("le SDIS de la Gironde", "report_search")
    focus = focus_after(first, ask_reports(first, desk))
    assert focus.status == "not_found"
    read = replace(asked("combien de casernes", "count_eig", focus), unfamiliar=("casernes",))
    assert going_on(read, desk) is not None
    explained = replace(asked("combien de missions", "count_eig", focus), unfamiliar=())
    assert going_on(explained, desk) is None


def test_combien_de_points_de_contact_asks_of_the_report(on_montclair: Focus) -> None:
    assert not is_sure_alone(asked("et combien de points de contact ?", "human_contact", on_montclair))
