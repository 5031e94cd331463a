"""When no intent is sure."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk


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
