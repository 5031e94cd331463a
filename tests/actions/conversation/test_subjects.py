"""What a question is about after the questions before it."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.conversation.subjects import resolve
from actions.question import read_message
from tests.actions.conftest import Talk, understood


def test_a_year_is_the_promotion_that_began_then(talk: Talk) -> None:
    talk.ask("combien d'EIG en 2018 ?", "count_eig")
    assert understood(talk).values("promotion") == ("2",)


@pytest.mark.parametrize(
    ("text", "promotions"),
    [
        ("combien de projets de la promotion 3 en service en mars 2021 ?", ("3",)),
        ("how many projects of promotion 3 were live in spring 2021?", ("3",)),
        ("combien de projets en service en mars 2021 ?", ("5",)),
    ],
)
def test_a_moment_beside_a_promotion_is_no_other_promotion(
    talk: Talk, text: str, promotions: tuple[str, ...]
) -> None:
    talk.ask(text, "count_challenges")
    assert understood(talk).values("promotion") == promotions


def test_the_last_promotion_is_known_by_id(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la dernière promotion ?", "count_eig")
    assert set(understood(talk).values("promotion")) <= {"7", "dig"}


def test_a_year_of_a_call_is_not_a_promotion(talk: Talk) -> None:
    talk.ask("l'appel à candidatures de 2018", "call_status")
    assert understood(talk).values("year") == ("2018",)
    assert not understood(talk).values("promotion")


def test_a_correction_replaces_the_promotion(talk: Talk) -> None:
    talk.ask("combien de défis dans la promotion 2 ?", "count_challenges")
    talk.ask("non, la promotion 4", "follow_up")
    assert understood(talk).intent == "count_challenges"
    assert understood(talk).values("promotion") == ("4",)


def test_an_ellipsis_at_the_beginning_is_an_overview(talk: Talk) -> None:
    talk.ask("la promotion 4", "follow_up", confidence=0.3)
    assert understood(talk).intent == "promotion_overview"


def test_criteria_add_up_over_turns(talk: Talk) -> None:
    talk.ask("les défis de la promotion 3", "list_challenges")
    talk.ask("et à Paris ?", "follow_up")
    assert understood(talk).values("promotion") == ("3",)
    assert understood(talk).values("town") == ("Paris",)
    assert "promotion" in understood(talk).inherited


def test_another_audience_changes_the_question(talk: Talk) -> None:
    talk.ask("qui peut candidater ?", "eligibility")
    talk.ask("et pour les administrations ?", "follow_up")
    assert understood(talk).intent == "administration_eligibility"


def test_two_conversations_know_nothing_of_each_other(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
    other = Talk(talk.base, talk.finder, talk.desk)
    other.ask("et la deuxième ?", "follow_up")
    assert understood(other).intent != "count_eig"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("et qui bossait dessus ?", "challenge_people"),
        ("and who worked on it?", "challenge_people"),
        ("quel ministère ?", "challenge_administration"),
        ("c'était où ?", "challenge_town"),
        ("what year was it?", "challenge_promotion"),
    ],
)
def test_a_follow_up_asks_something_else_of_the_challenge(talk: Talk, text: str, intent: str) -> None:
    talk.ask("parlez-moi de DataJust", "describe_challenge")
    talk.ask(text, "follow_up")
    assert understood(talk).intent == intent
    assert understood(talk).values("challenge") == ("datajust",)


def test_this_challenge_is_the_last_one_after_another_subject(talk: Talk) -> None:
    talk.ask("parlez-moi de DataJust", "describe_challenge")
    talk.ask("comment postuler ?", "apply_procedure")
    talk.ask("et ce défi, c'était dans quelle ville ?", "challenge_town")
    assert understood(talk).values("challenge") == ("datajust",)


def test_a_town_named_where_no_challenge_is_spoken_of_lists_its_challenges(talk: Talk) -> None:
    talk.ask("c'est quoi un DIG ?", "promotion_overview")
    talk.ask("il y en avait un à Lyon je crois, c'était quoi ?", "challenge_town")
    answer = talk.ask("et à Clermont-Ferrand ?", "challenge_town")
    assert answer.rows == ("challenge:vers-lecole-pour-tous",)


def test_what_was_counted_is_counted_again(talk: Talk) -> None:
    message = talk.message("il y avait combien de femmes dans la promo 3 ?", "count_eig")
    message["intent"]["unfamiliar"] = ["femmes"]
    assert "femmes" in talk.hear(message).text
    assert "femmes" in talk.ask("et dans la première ?", "follow_up").text


def test_the_court_takes_part_in_the_programme(talk: Talk) -> None:
    answer = talk.ask("quel était le défi de la Cour des comptes en promotion 1 ?", "list_challenges")
    assert answer.rows == ("challenge:cc-api-rapports",)


@pytest.mark.parametrize(
    ("text", "promotions"),
    [
        ("et celle d'avant ?", ("2",)),
        ("la suivante, combien ?", ("4",)),
        ("and the next one?", ("4",)),
    ],
)
def test_the_promotion_beside_the_one_spoken_of(talk: Talk, text: str, promotions: tuple[str, ...]) -> None:
    talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
    talk.ask(text, "follow_up")
    assert understood(talk).values("promotion") == promotions


@pytest.mark.parametrize(
    ("text", "promotions"),
    [("la promo après la 4", ("5",)), ("the cohort before cohort 3", ("2",)), ("après la 4 ?", ("4",))],
)
def test_the_promotion_beside_the_one_named(talk: Talk, text: str, promotions: tuple[str, ...]) -> None:
    talk.ask(text, "promotion_overview")
    assert understood(talk).values("promotion") == promotions


def test_the_challenge_told_last_is_the_one_meant(talk: Talk) -> None:
    talk.ask("le défi de la Cour de cassation en 2019 ?", "administration_overview")
    assert talk.ask("et l'année d'après ?", "follow_up").rows == ("challenge:label",)
    assert "Assouad" in talk.ask("c'était qui, l'équipe de celui-là ?", "challenge_people").text


def test_a_project_in_a_town_lists_those_of_the_town(talk: Talk) -> None:
    answer = talk.ask("projects in Lyon?", "describe_challenge", confidence=0.4)
    assert len(answer.rows) == 3


@pytest.mark.parametrize(
    "text",
    [
        "les noms des EIG de la promotion 2",
        "qui sont les EIG de la promotion 2 ?",
        "who were the fellows of cohort 2?",
        "qui était dans la promo 2",
    ],
)
def test_the_people_of_a_promotion_are_named(talk: Talk, text: str) -> None:
    answer = talk.ask(text, "count_eig", confidence=0.5)
    assert "28" in answer.text and "Crisan" in answer.text and "Le Guen" not in answer.text


def test_who_they_were_after_a_count(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promotion 1 ?", "count_eig")
    assert "Bardolle" in talk.ask("et c'était qui ?", "follow_up").text
    assert "Trojette" in talk.ask("et les mentors de la promotion 1, c'était qui ?", "follow_up").text


def test_rejected_candidates_are_not_the_people_of_a_promotion(talk: Talk) -> None:
    answer = talk.ask("les noms des candidats recalés de la promotion 3", "jury")
    assert answer.status == "not_found" and understood(talk).intent != "person_lookup"


def test_the_promotion_of_the_challenge_spoken_of(talk: Talk) -> None:
    talk.ask("quel était le défi de la BnF ?", "administration_overview")
    assert "11" in talk.ask("la promo comptait combien de personnes ?", "count_eig").text
    answer = talk.ask("et de défis ?", "follow_up")
    assert "9" in answer.text and understood(talk).intent == "count_challenges"


def test_a_town_without_challenge_is_not_the_last_town(talk: Talk) -> None:
    assert talk.ask("les défis à Lyon ?", "list_challenges").status == "answered"
    answer = talk.ask("et à Rennes ?", "follow_up")
    assert answer.status == "not_found" and "Rennes" in answer.text


def test_where_it_is_asks_for_the_town_and_who_carried_it_for_host_and_people(talk: Talk) -> None:
    talk.ask("parle-moi de SOS Ponts", "describe_challenge")
    talk.ask("c'est où ça ?", "explain_source", confidence=0.97)
    assert understood(talk).intent == "challenge_town"
    answer = talk.ask("qui portait ça ?", "explain_source", confidence=0.44)
    assert "Cerema" in answer.text and "Jeannesson-Mange" in answer.text


def test_the_challenge_of_a_known_host_is_in_scope(talk: Talk) -> None:
    message = talk.message("quel était le défi de la bnf", "out_of_scope", confidence=0.5)
    message["intent_ranking"].append({"name": "administration_overview", "confidence": 0.2})
    assert talk.hear(message).rows == ("challenge:bnf-catalogage",)


def test_they_are_paid_what_their_promotion_was(talk: Talk) -> None:
    talk.ask("c'est quoi MonitorFish ?", "describe_challenge")
    talk.ask("ils étaient payés combien ?", "pay")
    assert understood(talk).values("promotion") == ("4",)


def test_when_it_ended_is_asked_of_the_promotion_spoken_of(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
    assert "15 novembre 2019" in talk.ask("quand est-ce que ça s'est terminé ?", "programme_state").text


def test_the_people_of_a_promotion_are_still_spoken_of_after_an_entry(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
    talk.ask("que sont devenus leurs projets ?", "nlu_fallback")
    assert talk.focus.entities.get("promotion") == ("3",)


def test_who_runs_a_challenge_is_asked_of_it(talk: Talk) -> None:
    assert "Dureau" in talk.ask("Who runs A-JUST?", "programme_operator", confidence=0.9).text


def test_a_following_question_is_no_following_promotion(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
    talk.ask("et la question suivante ?", "follow_up")
    assert "4" not in understood(talk).values("promotion")


def test_those_of_the_promotion_just_counted(talk: Talk) -> None:
    talk.ask("combien de défis dans la promotion 4 ?", "count_challenges")
    answer = talk.ask("lesquels concernaient la santé ?", "list_challenges")
    assert "promotion 4" in answer.text and "ADEX" in answer.text


def test_the_designers_of_the_promotion_spoken_of(talk: Talk) -> None:
    talk.ask("c'est quoi la DIG ?", "promotion_overview")
    talk.ask("combien de designers ?", "count_eig")
    assert understood(talk).values("promotion") == ("dig",)


def test_a_promotion_after_a_team_is_a_new_subject(talk: Talk) -> None:
    talk.ask("qui a fait ADLER ?", "challenge_people")
    message = talk.message("ok et la promo 4", "follow_up")
    question = resolve(read_message(message, talk.focus, talk.desk.now), talk.desk)
    assert question.intent == "promotion_overview"


def test_a_follow_up_with_words_of_its_own_is_not_the_last_question_again(talk: Talk) -> None:
    talk.ask("un juriste peut candidater ?", "eligibility")
    talk.ask("et un prof de maths ?", "follow_up")
    assert understood(talk).text == "et un prof de maths ?"


def test_a_body_the_base_does_not_know_is_not_given_what_another_did(talk: Talk) -> None:
    talk.ask("quels défis avec la Cour des comptes ?", "list_challenges")
    assert talk.ask("et avec le conseil d'état ?", "follow_up").status == "not_found"


def test_the_last_promotion_after_another(talk: Talk) -> None:
    talk.ask("la promotion 1, c'était quand ?", "promotion_dates")
    talk.ask("et la dernière ?", "follow_up")
    assert understood(talk).values("promotion") == ("7",)


@pytest.mark.parametrize("text", ["lesquels ?", "which ones?"])
def test_those_counted_are_listed(talk: Talk, text: str) -> None:
    talk.ask("combien de défis sur la culture ?", "count_challenges")
    counted = {row for row in talk.focus.rows if row.startswith("challenge:")}
    answer = talk.ask(text, "nlu_fallback", confidence=0.3)
    assert counted and counted <= set(answer.rows)


def test_the_one_of_another_promotion_after_a_call_is_a_call(talk: Talk) -> None:
    talk.ask("l'appel à candidatures de la promo 5 s'est terminé quand ?", "call_status")
    answer = talk.ask("et celui de la promo 4 ?", "follow_up", confidence=0.5)
    assert "7 juin 2020" in answer.text


def test_the_designers_of_2019_are_not_promotion_3(talk: Talk) -> None:
    talk.ask("Combien de candidats aux Designers d'intérêt général en 2019 ?", "count_applications")
    assert talk.question is not None and talk.question.values("promotion") == ("dig",)


def test_a_name_typed_alone_after_an_entry_asks_nothing_again(talk: Talk) -> None:
    talk.focus = Focus(intent="open_source", text="jeux", status="answered", rows=("faq:x",))
    read = read_message(talk.message("designer", "follow_up"), talk.focus, talk.desk.now)
    assert resolve(read, talk.desk).intent == "list_challenges"
    read = read_message(talk.message("et designer ?", "follow_up"), talk.focus, talk.desk.now)
    assert resolve(read, talk.desk).intent == "open_source"


def test_a_promotion_and_a_question_mark_ask_for_no_source(talk: Talk) -> None:
    assert talk.ask("promotion 12 ?", "explain_source", confidence=0.48).status == "not_found"
    talk.ask("combien de défis dans la promotion 1 ?", "count_challenges")
    assert "15 défis" in talk.ask("promotion 3 ?", "explain_source", confidence=0.48).text
