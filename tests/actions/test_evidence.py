"""What the base can say to a question, ranked."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.evidence import (
    Passage,
    _defining,
    is_of_a_challenge_unasked,
    names_property,
    passages,
    promotions_in,
    ranked,
    unexplained,
)
from actions.question import Question, read_message
from knowledge.statements import statements
from tests.actions.conftest import Talk


def read(talk: Talk, text: str, intent: str = "pay", **more: object) -> Question:
    message = talk.message(text, intent)
    message["intent"].update(more)
    return read_message(message, Focus(), talk.desk.now)


def test_passages_come_best_first_with_their_sources(talk: Talk) -> None:
    found = passages(read(talk, "combien gagne un EIG ?"), talk.desk, ["pay"], [])
    assert [p.score for p in found] == sorted((p.score for p in found), reverse=True)
    assert found[0].property in ("pay", "faq")
    assert all(p.sources and ":" in p.row for p in found)


def test_passages_of_a_promotion_are_about_it(talk: Talk) -> None:
    found = passages(read(talk, "la rémunération, promotion 3"), talk.desk, ["pay"], ["3"])
    assert {p.subject for p in found if p.row.startswith("statement")} == {"3"}


def test_words_that_nothing_accounts_for(talk: Talk) -> None:
    question = read(talk, "combien de femmes dans la promotion 3", "count_eig", unfamiliar=["femmes"])
    assert unexplained(question, "La promotion 3 compte 28 EIG.") == ["femmes"]
    assert unexplained(question, "La promotion 3 compte 12 femmes.") == []


@pytest.mark.parametrize(
    ("text", "intent", "told"),
    [
        ("je travaille à l'Insee, quel est le prochain appel à projets ?", "propose_procedure", True),
        ("qui a fait le défi de l'Insee ?", "challenge_people", False),
        ("quel est le prochain appel à projets ?", "propose_procedure", False),
    ],
)
def test_the_challenges_of_who_asks_for_rules_are_not_told(
    talk: Talk, text: str, intent: str, told: bool
) -> None:
    entry = next(one for one in talk.desk.faq(["c45-ssp-context"]) if "SSP" in one.answer_fr)
    assert is_of_a_challenge_unasked(read(talk, text, intent), entry, talk.desk) is told


def test_a_property_asked_for_by_name(talk: Talk) -> None:
    assert names_property(read(talk, "qui préside le jury ?"), "jury_president")
    assert not names_property(read(talk, "qui est dans le jury ?"), "jury_president")
    assert not names_property(read(talk, "le jury"), "definition")


def test_ranking_keeps_every_statement(talk: Talk) -> None:
    found = statements(talk.base, ["3"], ["start_date", "end_date"])
    assert {p.row for p in ranked(read(talk, "quand finit-elle ?"), talk.desk, found, ["3"])} == {
        f"statement:{s.id}" for s in found
    }


@pytest.mark.parametrize(
    ("text", "higher"),
    [("La DINUM est la direction du numérique.", True), ("La DINUM paie les EIG.", False)],
)
def test_what_something_is_comes_first(text: str, higher: bool) -> None:
    passage = Passage(text, "programme", "faq", (), "faq:x", 0.5, 0.5)
    assert (_defining(passage, ["DINUM"]).score > passage.score) is higher


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("De la promotion 2 à la promotion 4, non.", {"2", "3", "4"}),
        ("Dans la promotion 2 et la promotion 4, oui.", {"2", "4"}),
    ],
)
def test_a_rule_spans_the_promotions_between_those_it_names(text: str, named: set[str]) -> None:
    assert promotions_in(text) == named


def test_the_pay_is_not_told_to_who_asks_whether_he_may_apply(talk: Talk) -> None:
    text = "je n'ai pas le bac mais 12 ans d'expérience en dev, c'est foutu ?"
    assert "euros" not in talk.ask(text, "eligibility", confidence=0.8).text
