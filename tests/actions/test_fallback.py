"""When no intent is sure."""

from __future__ import annotations

import pytest

from actions.fallback import not_published
from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize(
    "text", ["", "?", "😀", "asdf qwer", "<script>alert(1)</script>", "'; drop table faq; --"]
)
def test_what_means_nothing_gets_an_honest_answer(talk: Talk, text: str) -> None:
    answer = talk.ask(text, "nlu_fallback", confidence=0.1)
    assert answer.status in ("out_of_scope", "not_found", "clarify")
    assert not answer.sources
    assert talk.base.rows("select count(*) as n from faq")[0]["n"] >= 100


def test_a_question_of_the_base_is_answered_whatever_the_intent(talk: Talk) -> None:
    text = talk.base.rows(
        "select q.text from faq_question q join faq f on f.id = q.faq"
        " where q.lang = 'fr' and f.published order by length(q.text) desc limit 1"
    )[0]["text"]
    answer = talk.ask(text, "nlu_fallback", confidence=0.1)
    assert answer.status == "answered"
    assert any(row.startswith("faq:") for row in answer.rows)


def test_what_nobody_publishes_is_not_found(talk: Talk) -> None:
    answer = talk.ask("quelle est la couleur préférée du mentor ?", "unknown_detail")
    assert answer.status == "not_found"
    assert answer.contact


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Comment renouveler ma carte d'identité ?", "out_of_scope"),
        ("Les EIG peuvent-ils renouveler ma carte d'identité ?", "not_found"),
    ],
)
def test_who_answers_what_is_not_ours_is_said_without_the_contact_of_the_team(
    talk: Talk, text: str, status: str
) -> None:
    entry = talk.desk.faq(["unp-matter-identity-papers"])[0]
    talk.ask(text, "nlu_fallback")
    answer = not_published(understood(talk), talk.desk, entry)
    assert answer.status == status and answer.rows == (f"faq:{entry.id}",)
    assert answer.text.startswith(entry.answer_fr) and answer.tells_that_nobody_does
    outside = status == "out_of_scope"
    assert ("Je réponds sur le programme" in answer.text, answer.contact is None) == (outside, outside)


def test_in_our_field_but_unknown_is_not_found(talk: Talk) -> None:
    answer = talk.ask("le dromadaire quantique de la promotion 3", "nlu_fallback", confidence=0.1)
    assert answer.status in ("not_found", "clarify")


def test_an_intent_without_a_function_is_a_fallback(talk: Talk) -> None:
    assert talk.ask("blabla", "no_such_intent").status in ("out_of_scope", "not_found", "clarify")


def test_a_wording_to_the_letter_is_answered_whatever_was_heard(talk: Talk) -> None:
    rows = talk.base.rows(
        "select q.text, f.id from faq_question q join faq f on f.id = q.faq where f.id = 'life-team-size'"
        " and q.lang = 'fr' order by length(q.text) desc"
    )
    answer = talk.ask(rows[0]["text"], "human_contact", confidence=0.95)
    assert f"faq:{rows[0]['id']}" in answer.rows
