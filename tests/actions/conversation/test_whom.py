"""« à qui ? » asks for the team's address."""

from __future__ import annotations

import pytest

from actions.conversation.whom import asks_only_whom_to_write_to
from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    "text",
    [
        "à qui ?", "a qui j'écris", "et à qui je peux demander ?", "je demande à qui",
        "on contacte qui alors", "qui dois-je contacter ?", "à qui faut-il s'adresser du coup",
        "who do I ask?", "to whom?",
    ],
)  # fmt: skip
def test_whom_to_write_to_is_all_that_is_asked(text: str) -> None:
    assert asks_only_whom_to_write_to(text)


@pytest.mark.parametrize("text", ["à qui ça sert ?", "qui ?", "who?", "à qui envoyer mon CV", "avec qui ?"])
def test_other_questions_of_who_are_not(text: str) -> None:
    assert not asks_only_whom_to_write_to(text)


def test_the_address_is_told_in_a_talk_on_the_programme(talk: Talk) -> None:
    talk.ask("je peux envoyer une candidature spontanée ?", "apply_procedure")
    assert "eig@beta.gouv.fr" in talk.ask("à qui ?", "mentor_role", confidence=0.6).text


def test_of_a_challenge_it_is_another_question(talk: Talk) -> None:
    talk.ask("c'est quoi MonitorFish ?", "describe_challenge")
    assert "eig@beta.gouv.fr" not in talk.ask("à qui ?", "challenge_people").text
