"""Abbreviations of messages written out."""

from __future__ import annotations

import pytest

from nlu.spelling import expand, plain


def test_abbreviations_are_written_out() -> None:
    assert expand("bjr, esk on a le tps") == "bonjour, est-ce que on a le temps"
    assert expand("jss dev, jpostule cmt") == "je suis dev, je postule comment"
    assert expand("fo ke je postule") == "faut que je postule"
    assert expand("sa pose pb 2 jrs") == "ça pose problème 2 jours"
    assert expand("sa mission dure un an") == "sa mission dure un an"
    assert expand("c t qui") == "c'était qui"
    assert expand("le syndicat FO") == "le syndicat FO"


def test_words_that_hold_an_abbreviation_stay() -> None:
    assert expand("dispositif, nsa") == "dispositif, nsa"
    assert expand("") == ""


def test_what_rounds_off_a_question_is_left_out() -> None:
    assert plain("c'est quoi la promo 1 en gros ?") == "c'est quoi la promo 1 ?"
    assert plain("et la vente en gros ?") == "et la vente en gros ?"
    assert plain("un autre projet du même genre ?") == "un autre projet du même genre ?"
    assert expand("la diff avant l'entrevue") == "la différence avant l'entretien"


def test_the_tu_of_quebec_asks() -> None:
    assert expand("c'tu encore ouvert ?") == "est-ce que c'est encore ouvert ?"
    assert expand("y'a-tu un appel ?") == "est-ce qu'il y a un appel ?"
    assert expand("es-tu un robot ?") == "es-tu un robot ?"


@pytest.mark.parametrize("typed", ["kesk'ils font", "qesk ils font", "qu'esk'ils font"])
def test_what_they_do_is_written_out(typed: str) -> None:
    assert expand(typed) == "qu'est-ce qu'ils font"


def test_vs_is_you_before_a_verb_only() -> None:
    assert expand("vs prenez des designers") == "vous prenez des designers"
    assert expand("promo 4 vs promo 5") == "promo 4 vs promo 5"
    assert expand("Aurillac vs Rodez") == "Aurillac vs Rodez"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("bonjour, c'est ouvert en ce moment ?", "c'est ouvert en ce moment ?"),
        ("Hello, how many EIGs in 2018?", "how many EIGs in 2018?"),
        ("bonjour à tous", "bonjour à tous"),
        ("bonjour comment allez-vous", "bonjour comment allez-vous"),
        ("bonjour, je peux vous poser une question ?", "bonjour, je peux vous poser une question ?"),
    ],
)
def test_a_greeting_before_a_question_is_left_out(typed: str, left: str) -> None:
    assert plain(typed) == left


@pytest.mark.parametrize("text", ["le chu de Nîmes", "chu de Nîmes : dette", "la liste des CHU", "CHU dette"])
def test_a_hospital_is_not_who_i_am(text: str) -> None:
    assert expand(text) == text
    assert expand("chu dev") == "je suis dev"


def test_before_a_town_stands_the_hospital() -> None:
    assert expand("chu nimes nb de lits") == "chu nimes nombre de lits"
    assert expand("chu dev à nimes") == "je suis dev à nimes"


def test_a_j_run_into_a_verb_is_i() -> None:
    assert expand("et jserais payée combien, jme demande") == "et je serais payée combien, je me demande"
    assert expand("Jtravaille sur la JDC, en jpegs") == "Je travaille sur la JDC, en jpegs"


def test_the_state_without_apostrophe_is_the_state() -> None:
    assert expand("ca coute a letat") == "ca coute a l'etat"
