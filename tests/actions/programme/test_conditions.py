"""The rules an EIG or an administration lives by."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk

QUESTIONS = {
    "pay": "combien gagne un EIG ?",
    "contract": "quel contrat signe un EIG ?",
    "work_location": "où travaillent les EIG ?",
    "remote_work": "le télétravail est-il possible ?",
    "team_size": "combien d'EIG par équipe ?",
    "mentor_role": "quel est le rôle des mentors ?",
    "administration_cost": "combien cela coûte-t-il à l'administration ?",
    "support": "quel accompagnement pour les EIG ?",
    "after_programme": "que se passe-t-il après le programme ?",
    "open_source": "le code doit-il être ouvert ?",
    "missions": "quelles sont les missions d'un EIG ?",
    "obligations": "quelles sont les obligations d'un EIG ?",
}


@pytest.mark.parametrize("intent", QUESTIONS)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_condition_is_told_with_its_source(talk: Talk, intent: str, lang: str) -> None:
    answer = talk.ask(QUESTIONS[intent], intent, lang=lang)
    assert answer.status == "answered"
    assert answer.sources and answer.rows


def test_a_promotion_of_which_nothing_is_said(talk: Talk) -> None:
    """Another promotion's rules are not passed off as the one asked for."""
    for promotion in ("1", "2", "3", "4", "5", "6", "7"):
        answer = Talk(talk.base, talk.finder, talk.desk).ask(f"la rémunération, promotion {promotion}", "pay")
        said = talk.base.rows("select 1 from statement where subject = ? and property = 'pay'", (promotion,))
        assert answer.status == "answered" if said else answer.status in ("answered", "not_found")


def test_duties_of_administrations(talk: Talk) -> None:
    answer = talk.ask("les obligations des administrations lauréates", "obligations")
    found = [row.removeprefix("statement:") for row in answer.rows if row.startswith("statement:")]
    names = {
        r["property"]
        for i in found
        for r in talk.base.rows("select property from statement where id = ?", (i,))
    }
    assert "obligations_administration" in names
