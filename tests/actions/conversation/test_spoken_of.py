"""What a message means by what was spoken of."""

from __future__ import annotations

import pytest

from actions.programme.challenge_intents import asked_of_challenge, asks_how_many_people
from knowledge.text import words
from tests.actions.conftest import Talk, understood


def test_there_is_one_in_a_town_of_the_promotion_spoken_of(talk: Talk) -> None:
    talk.ask("c'est quoi la promotion DIG ?", "promotion_overview")
    answer = talk.ask("il y en avait un à Lyon ?", "promotion_overview")
    assert understood(talk).intent == "list_challenges"
    assert "ProxiRH" in answer.text


@pytest.mark.parametrize(
    "text", ["jai 12 ans dxp", "and with fifteen?", "et un pote qui a 4 ans d'expérience ?"]
)
def test_years_after_the_pay_ask_for_the_pay(text: str, talk: Talk) -> None:
    talk.ask("combien gagne un EIG ?", "pay")
    talk.ask(text, "out_of_scope")
    assert understood(talk).intent == "pay"


def test_it_is_asked_whether_it_is_the_same_today(talk: Talk) -> None:
    talk.ask("durée du contrat dans la promotion 2 ?", "contract")
    talk.ask("et maintenant c'est toujours pareil ?", "programme_state")
    assert understood(talk).intent == "contract"
    assert not understood(talk).values("promotion")


def test_people_are_counted_after_challenges(talk: Talk) -> None:
    talk.ask("combien de défis dans la promotion 4 ?", "count_challenges")
    answer = talk.ask("et ça faisait combien de personnes ?", "follow_up")
    assert "41" in answer.text


def test_the_other_call_of_a_promotion(talk: Talk) -> None:
    talk.ask("quand fermait l'appel à candidatures de la promotion 4 ?", "call_status")
    answer = talk.ask("et l'appel à projets de cette promo-là ?", "list_challenges", confidence=0.5)
    assert "28 février 2020" in answer.text


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("combien de personnes ont travaillé dessus", True),
        ("how many people worked on it", True),
        ("combien de places avait le défi", True),
        ("combien de places de stage trouvées", False),
        ("combien de personnes ont rempli le test", False),
        ("how many people have completed the test", False),
    ],
)
def test_those_who_made_it_are_not_those_who_use_it(text: str, asks: bool) -> None:
    said = [word for word in words(text) if word not in {"de", "on", "it", "the", "le", "have"}]
    assert asks_how_many_people(text, said) is asks


def test_who_uses_it_is_not_who_made_it() -> None:
    assert asked_of_challenge("et qui l'utilise aujourd'hui") is None
    assert asked_of_challenge("porte par ?") == "challenge_people"
    assert asked_of_challenge("et sur quoi ?") == "describe_challenge"


@pytest.mark.parametrize("text", ["qui est le directeur technique", "le directeur technique ?"])
def test_one_job_in_the_team_of_the_challenge_spoken_of(text: str, talk: Talk) -> None:
    talk.ask("A-JUST c'est porté par qui ?", "challenge_administration")
    assert "Joseph Dureau" in talk.ask(text, "follow_up", confidence=0.3).text


def test_what_else_the_only_one_of_a_challenge_did(talk: Talk) -> None:
    talk.ask("qui s'occupe de Nos Gestes Climat ?", "challenge_people")
    assert "Impact CO2" in talk.ask("elle fait autre chose aussi ?", "follow_up").text


@pytest.mark.parametrize(
    "text",
    ["et promotion par promotion ?", "et par promotion ?", "combien d'EIG par promotion depuis 2017 ?"],
)
def test_by_promotion_releases_the_one_spoken_of(text: str, talk: Talk) -> None:
    talk.ask("combien d'EIG à la promotion 3 ?", "count_eig")
    answer = talk.ask(text, "count_eig", confidence=0.5)
    assert "promotion 1 : 11" in answer.text and "promotion 6" in answer.text


def test_since_a_year_is_every_promotion_begun_since(talk: Talk) -> None:
    talk.ask("combien de défis depuis 2021 ?", "count_challenges")
    assert talk.question is not None and talk.question.values("promotion") == ("5", "6", "7")


@pytest.mark.parametrize("text", ["et le bootcamp de la promo 3 c'était où ?", "et le bootcamp c'était où ?"])
def test_the_place_of_another_thing_is_not_that_of_the_challenge(text: str, talk: Talk) -> None:
    talk.ask("c'est quoi CartoBio ?", "describe_challenge")
    message = talk.message(text, "challenge_town")
    talk.hear({**message, "intent": {**message["intent"], "unfamiliar": ["bootcamp"]}})
    assert not understood(talk).values("challenge")


def test_the_end_of_a_promotion_is_not_the_promotion_of_the_challenge(talk: Talk) -> None:
    talk.ask("c'est quoi CartoBio ?", "describe_challenge")
    answer = talk.ask("tu te rappelles la date de fin de ma promo ?", "challenge_promotion")
    assert understood(talk).intent == "promotion_dates"
    assert "15 novembre 2019" in answer.text


def test_where_it_is_after_the_programme_is_where_eigs_work(talk: Talk) -> None:
    talk.ask("combien gagne un EIG ?", "pay")
    talk.ask("c où", "explain_source")
    assert understood(talk).intent == "work_location"


def test_those_of_a_job_are_named_where_it_was_spoken_of(talk: Talk) -> None:
    talk.ask("Quelles sont les missions d'un directeur technique ?", "missions")
    answer = talk.ask("Y en a-t-il eu dans la promotion 7 ?", "count_eig")
    assert "Joseph Dureau" in answer.text


def test_the_head_of_a_project_is_one_of_its_people() -> None:
    assert asked_of_challenge("qui est le chef de projet de a-just ?") == "challenge_people"


def test_the_whole_promotion_spoken_of_is_not_all_of_them(talk: Talk) -> None:
    talk.ask("c'est quoi la promotion 2 ?", "promotion_overview")
    talk.ask("combien on était dans la promo en tout ?", "count_eig")
    assert understood(talk).values("promotion") == ("2",)


def test_the_number_of_those_of_a_promotion(talk: Talk) -> None:
    talk.ask("c koi un DIG", "promotion_overview")
    assert "21" in talk.ask("yen a eu combien", "nlu_fallback", confidence=0.4).text


def test_a_list_is_narrowed(talk: Talk) -> None:
    talk.ask("quels défis sur la justice ?", "list_challenges")
    answer = talk.ask("seulement ceux de la promotion 7", "nlu_fallback", confidence=0.3)
    assert "A-JUST" in answer.text and "DataJust" not in answer.text


def test_where_the_office_is(talk: Talk) -> None:
    talk.ask("ok et le bureau c ou", "report_search", confidence=0.4)
    assert understood(talk).intent == "work_location"


@pytest.mark.parametrize("text", ["et leur nombre ?", "Leur nombre total ?", "quel était leur nombre ?"])
def test_their_number_is_that_of_the_promotion_spoken_of(text: str, talk: Talk) -> None:
    talk.ask("c'est quoi les DIG ?", "promotion_overview")
    assert "21" in talk.ask(text, "nlu_fallback", confidence=0.1).text


@pytest.mark.parametrize("text", ["et les candidats, combien ?", "et de candidatures ?"])
def test_others_are_counted_after_a_number(text: str, talk: Talk) -> None:
    talk.ask("combien de défis dans la promotion 4 ?", "count_challenges")
    assert "800" in talk.ask(text, "nlu_fallback", confidence=0.1).text
