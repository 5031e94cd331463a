"""Messages read within a conversation about a challenge."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.context import fits_better, in_context
from actions.conversation.focus import Focus
from actions.desk import Desk
from tests.actions.conftest import Talk, understood

DATAJUST = Focus(intent="describe_challenge", entities={"challenge": ("datajust",)}, challenge=("datajust",))


def parsed(intent: str = "nlu_fallback", confidence: float = 0.3, *kinds: str) -> dict[str, Any]:
    return {"intent": {"name": intent, "confidence": confidence}, "entities": [{"entity": k} for k in kinds]}


def test_the_challenge_is_named_where_the_message_names_nothing(shared_desk: Desk) -> None:
    assert (
        in_context("c'est qui derrière ?", parsed(), DATAJUST, shared_desk)
        == "c'est qui derrière (DataJust) ?"
    )


@pytest.mark.parametrize(
    ("text", "message", "focus"),
    [
        ("et la promotion 3 ?", parsed("follow_up", 0.9, "promotion"), DATAJUST),
        ("merci", parsed("thank", 0.95), DATAJUST),
        ("c'est qui derrière ?", parsed(), Focus()),
        ("c'est qui derrière ?", parsed(), Focus(entities={"promotion": ("3",)}, challenge=("datajust",))),
        ("mot " * 20, parsed(), DATAJUST),
        ("quelle promo a eu le plus de développeurs ?", parsed("challenge_people", 0.5), DATAJUST),
        ("dans la même promo y a quoi d'autre ?", parsed("follow_up", 0.5), DATAJUST),
        ("et eux ?", parsed(), Focus(entities={"challenge": ("datajust", "tristan")})),
    ],
)
def test_messages_that_need_no_context(
    text: str, message: dict[str, Any], focus: Focus, shared_desk: Desk
) -> None:
    assert in_context(text, message, focus, shared_desk) is None


def test_the_place_in_a_list_is_read_as_the_name(shared_desk: Desk) -> None:
    listed = Focus(intent="person_lookup", listed=("datajust", "tristan"))
    named = in_context("le premier c'est quoi", parsed("programme_definition", 0.98), listed, shared_desk)
    assert named == "DataJust c'est quoi"


def test_a_challenge_is_remembered_over_a_general_question(shared_desk: Desk) -> None:
    later = Focus(intent="pay", challenge=("datajust",))
    assert in_context("c'est qui derrière ?", parsed(), later, shared_desk) is not None


def test_the_reading_within_is_taken_where_the_words_alone_say_nothing(talk: Talk) -> None:
    talk.ask("C'est quoi DataJust ?", "describe_challenge")
    alone = talk.message("qui bossait dessus", "nlu_fallback", confidence=0.2)
    within = talk.message("qui bossait dessus (DataJust) ?", "challenge_people")
    answer = talk.hear({**alone, "in_context": within})
    assert answer.status == "answered"
    assert "DataJust" in answer.text
    assert talk.question is not None and talk.question.said == "qui bossait dessus"


def test_a_sure_question_on_the_programme_stays_one(talk: Talk) -> None:
    talk.ask("C'est quoi DataJust ?", "describe_challenge")
    alone = talk.message("et au fait comment on postule ?", "apply_procedure")
    within = talk.message("et au fait comment on postule (DataJust) ?", "apply_procedure", confidence=0.5)
    talk.hear({**alone, "in_context": within})
    assert talk.question is not None and talk.question.intent == "apply_procedure"
    assert not talk.question.values("challenge")


def test_the_language_asked_for_holds_within_the_talk(talk: Talk) -> None:
    talk.ask("SOS Ponts, c'est quoi ?", "describe_challenge", lang="en")
    message = talk.message("le but visé au départ ?", "out_of_scope", 0.3, lang="en")
    named = talk.message("le but visé au départ (SOS Ponts) ?", "describe_challenge")
    talk.hear({**message, "in_context": named})
    assert talk.question is not None and talk.question.intent == "describe_challenge"
    assert talk.question.lang == "en"


def test_another_body_after_a_question_on_the_programme_is_no_challenge(shared_desk: Desk) -> None:
    later = Focus(intent="administration_eligibility", status="answered", challenge=("datajust",))
    assert in_context("et la communauté d'agglomération ?", parsed(), later, shared_desk) is None
    assert in_context("et le code, c'est où ?", parsed(), later, shared_desk) is not None


def test_the_row_of_a_challenge_does_not_answer_what_it_leaves_out(talk: Talk) -> None:
    answer = talk.ask("Le poste est aménagé (DataJust) ?", "challenge_town", confidence=0.5)
    question = understood(talk)
    assert answer.status == "answered" and question.values("challenge") == ("datajust",)
    refused = (Answer("not_found", "Aucune source ne le dit."), question)
    unsaid = (answer, replace(question, unfamiliar=("amenage",)))
    assert fits_better(refused, (answer, question), talk.desk)
    assert not fits_better(refused, unsaid, talk.desk)
    of_a_job = question.with_intent("describe_challenge").with_entities(skill=("design",))
    assert not fits_better(refused, (answer, of_a_job), talk.desk)


def test_a_name_alone_after_another_answer_is_not_of_the_challenge_before(shared_desk: Desk) -> None:
    left = Focus(intent="pay", status="answered", challenge=("datajust",))
    assert in_context("lyon", parsed("follow_up", 0.5, "town"), left, shared_desk) is None
    assert in_context("c'était à Lyon ?", parsed("follow_up", 0.5, "town"), left, shared_desk) is not None


def test_what_is_asked_of_this_chat_is_not_of_the_challenge(shared_desk: Desk) -> None:
    assert in_context("et ce chat, il est accessible ?", parsed(), DATAJUST, shared_desk) is None


def test_the_tool_is_that_of_the_challenge_spoken_of(talk: Talk) -> None:
    sure = talk.ask("Qui peut candidater ?", "eligibility"), understood(talk)
    alone = sure[0], replace(sure[1], text="l'outil sert à quel métier ?", confidence=0.3, certainty=0.6)
    within = sure[0], replace(sure[1], certainty=0.9)
    assert fits_better(alone, within, talk.desk)
    elsewhere = sure[0], replace(alone[1], text="il faut quel métier pour candidater ?")
    assert not fits_better((sure[0], replace(elsewhere[1], text="faut quel métier ?")), within, talk.desk)


ON_HOUSING = Focus(
    intent="report_search",
    said="que dit la Cour sur le logement ?",
    reports=(("report:1",),),
    status="answered",
)


@pytest.mark.parametrize("pointer", ["là-dessus", "sur ce sujet", "à ce propos"])
def test_the_matter_of_a_report_is_asked_of_the_programme(shared_desk: Desk, pointer: str) -> None:
    text = f"et les EIG ont fait quoi {pointer} ?"
    assert in_context(text, parsed(), ON_HOUSING, shared_desk) == "et les EIG ont fait quoi sur logement ?"


@pytest.mark.parametrize("text", ["et les EIG ?", "le maire a fait quoi là-dessus ?"])
def test_the_matter_of_a_report_stays_its_own(shared_desk: Desk, text: str) -> None:
    assert in_context(text, parsed(), ON_HOUSING, shared_desk) is None


def test_a_report_asked_for_in_a_talk_on_the_programme_may_be_one_on_it(shared_desk: Desk) -> None:
    talk, text = Focus("count_eig", status="answered"), "vous auriez un rapport d'évaluation à citer ?"
    named = in_context(text, parsed("report_find", 0.7), talk, shared_desk)
    assert named == "vous auriez un rapport d'évaluation à citer (programme EIG) ?"
    assert in_context(text, parsed("report_find", 0.7, "town"), talk, shared_desk) is None
    assert in_context(text, parsed("report_find", 0.7), Focus(), shared_desk) is None


def test_all_of_it_is_beyond_the_challenge_spoken_of(talk: Talk) -> None:
    talk.ask("c'est quoi DataJust ?", "describe_challenge")
    talk.ask("c'est qui le chef de tout ça ?", "programme_operator")
    assert not understood(talk).values("challenge")
    assert in_context("c'est qui le chef de tout ça ?", parsed(), DATAJUST, talk.desk) is None
