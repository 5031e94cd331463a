"""Further statements that repeat the first, or held only in the past, are left out of the answer given."""

from __future__ import annotations

import pytest

from actions.answer import Answer, ItemList, Paragraph, Source
from actions.brevity import briefly, repeats
from actions.conversation.focus import Focus
from actions.question import read_message
from tests.actions.conftest import Talk


def test_the_pay_is_told_once(talk: Talk) -> None:
    text = talk.ask("Combien gagne un EIG ?", "pay").text
    assert text.count("4 250") == 1, text


def test_rules_of_the_past_do_not_follow_what_holds_today(talk: Talk) -> None:
    text = talk.ask("Combien gagne un EIG ?", "pay").text
    assert "promotion 2" not in text.replace("promotions 2", ""), text
    assert "promotion 4" in talk.ask("Combien gagnait un EIG de la promotion 4 ?", "pay").text


def test_what_repeats_has_no_other_figure_and_the_same_words() -> None:
    said = "Les EIG gagnent 4 250 euros net par mois, 5 000 au-delà de 10 ans."
    assert repeats("En promotion 7, les EIG gagnent 4 250 euros net par mois.", said)
    assert not repeats("Les EIG gagnent 4 000 euros net par mois.", said)
    assert not repeats("Le télétravail est possible deux jours par semaine.", said)


def test_an_address_is_something_new() -> None:
    said = "En 2026, aucun appel à projets n’est ouvert."
    assert not repeats("En 2026, aucun appel à projets n’est ouvert : eig@beta.gouv.fr.", said)


def test_a_question_on_the_past_keeps_its_rules(talk: Talk) -> None:
    assert "10 mois" in talk.ask("durée d'une mission pour les premières promotions", "contract").text


def test_what_lies_far_from_the_question_is_not_told_beside(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = read_message(talk.message("Combien gagne un EIG ?", "pay"), Focus(), talk.desk.now)
    pay, leave = Source("a", "Règlement"), Source("b", "Enquête")
    blocks = (
        Paragraph("La paie est de 4 250 euros."),
        ItemList(("Les congés sont de 25 jours.",), "Également :"),
    )
    answer = Answer(
        "answered",
        "",
        blocks,
        (pay, leave),
        rows=("faq:pay", "faq:leave"),
        aside=frozenset({"faq:leave", "b"}),
    )
    assert (
        briefly(answer, question, talk.desk).rows == answer.rows
    )  # by words alone nothing is known to lie far
    monkeypatch.setattr(type(talk.desk.search), "by_meaning", True)
    shown = briefly(answer, question, talk.desk)
    assert (shown.text, shown.rows, shown.sources) == ("La paie est de 4 250 euros.", ("faq:pay",), (pay,))


def test_a_statement_that_a_later_one_says_more_fully_is_left_to_it(talk: Talk) -> None:
    short = "Les congés sont de 25 jours."
    longer = "Les congés de 25 jours sont posés avec l’accord de l’administration."
    answer = Answer(
        "answered",
        "",
        (Paragraph("Le contrat est d’un an."), ItemList((short, longer), "Également :")),
        rows=("faq:contract", "faq:leave", "faq:days"),
    )
    asked = read_message(talk.message("Quels sont les congés ?", "contract"), Focus(), talk.desk.now)
    assert briefly(answer, asked, talk.desk).blocks[-1] == ItemList((longer,), "Également :")
    of_two = asked.with_entities(promotion=("3", "4"))
    assert briefly(answer, of_two, talk.desk).blocks[-1] == ItemList((short, longer), "Également :")
