"""The last question asked again, of something else or with another question word."""

from __future__ import annotations

import pytest

from actions.conversation.again import asks_for_yes_or_no, in_other_words
from actions.conversation.focus import Focus
from actions.question import read_message
from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize(
    "text",
    [
        "et pour les juniors ?", "et si on est débutant", "and for juniors?", "et au-delà de 10 ans ?",
        "et après 10 ans de boîte", "and over 10 years?",
    ],
)  # fmt: skip
def test_the_pay_of_those_with_less_experience(talk: Talk, text: str) -> None:
    talk.ask("combien gagne un EIG ?", "pay")
    assert "4 250" in talk.ask(text, "eligibility", lang="fr").text


def test_a_bare_question_word_is_about_the_last_question(talk: Talk) -> None:
    talk.ask("qui a créé le programme ?", "programme_origin")
    assert "2016" in talk.ask("en quelle année ?", "promotion_dates").text


def test_of_a_promotion_a_question_word_asks_for_its_own_dates(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promotion 4 ?", "count_eig")
    talk.ask("en quelle année ?", "promotion_dates")
    assert understood(talk).values("promotion") == ("4",)


def test_another_difference(talk: Talk) -> None:
    talk.ask("quelle différence entre les EIG et beta.gouv ?", "faq_other")
    talk.ask("et entre EIG et DIG ?", "follow_up")
    assert understood(talk).text == "quelle différence entre EIG et DIG ?"


@pytest.mark.parametrize(
    "text",
    [
        "oui ou non ?", "donc non ?", "alors c'est oui ou non ?", "yes or no?", "donc je peux pas ?",
        "du coup je peux ou pas ?", "alors on peut", "so I can't?",
        "donc pour nous aujourd'hui c'est oui ou non ?", "ok donc c'est oui ou non en fait",
    ],
)  # fmt: skip
def test_yes_or_no_asks_the_last_question_again(text: str, talk: Talk) -> None:
    talk.ask("je suis en licence, puis-je postuler ?", "eligibility")
    talk.ask(text, "deny")
    assert understood(talk).intent == "eligibility"


@pytest.mark.parametrize(
    "text",
    ["je peux pas venir", "je peux ?", "donc je peux pas postuler en juin ?", "oui ou non renouvelable ?"],
)
def test_other_words_on_what_one_can_do_ask_something_else(text: str) -> None:
    assert not asks_for_yes_or_no(text)


def test_no_alone_is_an_answer(talk: Talk) -> None:
    talk.ask("je suis en licence, puis-je postuler ?", "eligibility")
    talk.ask("non", "deny")
    assert understood(talk).intent == "deny"


def test_whether_a_date_is_over_asks_for_it_again(talk: Talk) -> None:
    talk.ask("date limite de l'appel à projets de la promotion 5", "call_status")
    answer = talk.ask("elle est passée?", "nlu_fallback", confidence=0.2)
    assert "7 avril 2021" in answer.text


def test_how_one_joins_it_is_asked_of_what_was_told(talk: Talk) -> None:
    talk.ask("Il y a une communauté des anciens ?", "faq_other")
    talk.ask("comment je la rejoins ?", "apply_procedure")
    assert "communauté" in understood(talk).text


def test_today_asks_a_list_again_of_the_last_promotion(talk: Talk) -> None:
    talk.ask("les défis du ministère de la Justice", "list_challenges")
    talk.ask("et en ce moment ?", "follow_up")
    assert understood(talk).values("promotion") == ("7",)


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("Il y a une communauté des anciens ?", "comment la rejoindre ?"),
        ("Il y a une communauté des anciens ?", "qui l'a créée ?"),
        ("un contractuel peut candidater ?", "avant c'était interdit non ?"),
    ],
)
def test_what_was_just_told_is_meant(first: str, text: str, talk: Talk) -> None:
    talk.ask(first, "faq_other")
    talk.ask(text, "apply_procedure")
    assert understood(talk).text.startswith(first.rstrip(" ?"))


def test_a_promotion_in_letters(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promo quatre ?", "count_eig")
    assert "34" in talk.ask("et dans la six", "nlu_fallback", confidence=0.1).text
    assert "41" in talk.ask("et en 4 ?", "nlu_fallback", confidence=0.1).text


@pytest.mark.parametrize("text", ["et la 3e année ?", "et la troisième année ?", "et la troisième"])
def test_the_third_year_of_the_programme_is_its_third_promotion(talk: Talk, text: str) -> None:
    talk.ask("combien d'EIG dans la promo 4 ?", "count_eig")
    talk.ask(text, "nlu_fallback", confidence=0.1)
    assert understood(talk).values("promotion") == ("3",)


def test_a_year_of_studies_is_no_promotion(talk: Talk) -> None:
    talk.ask("en deuxième année de licence, puis-je postuler ?", "eligibility")
    talk.ask("et la 3e année ?", "nlu_fallback", confidence=0.1)
    assert not understood(talk).values("promotion")


def test_examples_are_those_of_the_rule_just_told(talk: Talk) -> None:
    talk.ask("le contrat est-il renouvelable ?", "contract")
    answer = talk.ask("des exemples ?", "programme_definition")
    assert understood(talk).text.startswith("le contrat est-il renouvelable")
    assert "Par exemple : Réfugiés" not in answer.text


def test_another_body_is_asked_the_same(talk: Talk) -> None:
    talk.ask("c'est quoi la DINUM ?", "programme_operator")
    talk.ask("et Etalab ?", "follow_up")
    assert "Etalab" in understood(talk).text and "DINUM" not in understood(talk).text


@pytest.mark.parametrize(
    ("first", "intent", "text", "told"),
    [
        ("quelle est la durée du contrat ?", "contract", "et pour candidater ?", "candidat"),
        ("quels défis avec la gendarmerie ?", "list_challenges", "et avec les pompiers", "pompiers"),
    ],
)
def test_a_follow_up_on_another_matter_is_not_the_last_question_again(
    talk: Talk, first: str, intent: str, text: str, told: str
) -> None:
    before = talk.ask(first, intent)
    answer = talk.ask(text, "follow_up", confidence=0.5)
    assert answer.rows[:1] != before.rows[:1] and told in answer.text


def test_the_last_question_is_asked_of_the_challenge_now_named(talk: Talk) -> None:
    talk.ask("DataJust existe toujours ?", "describe_challenge")
    talk.ask("et CartoBio ?", "follow_up")
    assert understood(talk).text == "CartoBio existe toujours ?"


@pytest.mark.parametrize("text", ["et avant c'était possible ?", "donc ce n'est plus possible aujourd'hui ?"])
def test_whether_a_trade_was_recruited_before_and_still_is(talk: Talk, text: str) -> None:
    before = talk.ask("je suis développeuse, je peux candidater ?", "eligibility")
    assert talk.ask(text, "call_status").rows[:1] == before.rows[:1]
    assert understood(talk).intent == "eligibility"


@pytest.mark.parametrize(
    "text",
    ["non je voulais dire pour ceux qui ont moins de 5 ans d'expérience", "je parle de ceux de 6 ans d'xp"],
)
def test_a_correction_keeps_the_pay_and_its_promotion(talk: Talk, text: str) -> None:
    talk.ask("combien gagnait un EIG de la promotion 4 ?", "pay")
    answer = talk.ask(text, "eligibility", lang="fr")
    assert "4 000" in answer.text and understood(talk).values("promotion") == ("4",)


@pytest.mark.parametrize("text", ["donc ça a baissé en 5 ?", "et ça a changé ensuite ?", "it went down?"])
def test_whether_the_pay_changed(talk: Talk, text: str) -> None:
    talk.ask("combien gagnait un EIG de la promotion 4 ?", "pay")
    talk.ask(text, "out_of_scope", confidence=0.5)
    assert understood(talk).intent == "pay"


def test_those_outside_paris_are_asked_for_in_these_words(talk: Talk) -> None:
    talk.ask("quels défis dans la promotion 5 ?", "list_challenges")
    answer = talk.ask("lesquels ne sont pas à Paris ?", "list_challenges")
    assert "BatID" in answer.text and "Basegun" not in answer.text
    assert understood(talk).values("promotion") == ("5",)


def test_another_job_takes_the_place_of_the_last(talk: Talk) -> None:
    talk.ask("que fait un designer dans le programme ?", "profiles_sought")
    talk.ask("et un juriste ?", "follow_up")
    assert "juriste" in understood(talk).text and "designer" not in understood(talk).text


@pytest.mark.parametrize(
    ("text", "promotion"),
    [("Et en 2020 c'était combien ?", "4"), ("et en 2018 ?", "2"), ("and in 2021 how much was it?", "5")],
)
def test_the_pay_of_a_year_after_that_of_some_experience(text: str, promotion: str, talk: Talk) -> None:
    talk.ask("combien gagne un EIG ?", "pay")
    talk.ask("et au-delà de 10 ans ?", "after_programme", confidence=0.6)
    assert f"promotion {promotion}" in talk.ask(text, "follow_up", confidence=0.9).text


@pytest.mark.parametrize(
    "text", ["et à la promotion 6, comment ça marchait ?", "et en 2022, comment cela se passait-il ?"]
)
def test_how_it_worked_asks_the_last_question_of_that_promotion(text: str, talk: Talk) -> None:
    talk.ask("qui paie l'EIG dans la promotion 7 ?", "administration_cost")
    talk.ask(text, "follow_up", confidence=0.5)
    asked = understood(talk)
    assert (asked.intent, asked.values("promotion")) == ("administration_cost", ("6",))


@pytest.mark.parametrize(
    ("text", "last", "meant"),
    [
        ("lesquels ?", "after_programme", "des projets abandonnés, lesquels ?"),
        ("lequel exactement ?", "nlu_fallback", "des projets abandonnés, lequel exactement ?"),
        ("which ones?", "after_programme", "des projets abandonnés, which ones?"),
        ("lesquels durent ?", "after_programme", None),
        ("lesquels ?", "call_status", None),
        ("lequel ?", "report_figure", None),
    ],
)
def test_which_ones_are_those_just_told(talk: Talk, text: str, last: str, meant: str | None) -> None:
    told = Focus(last, text="des projets abandonnés ?", rows=("faq:x4-abandoned",), status="answered")
    read = read_message(talk.message(text, "report_list"), told, talk.desk.now)
    assert in_other_words(read, talk.desk) == meant


def test_a_year_before_may_be_named(talk: Talk) -> None:
    before = talk.ask("je suis développeuse, je peux candidater ?", "eligibility")
    assert talk.ask("et avant 2024 c'était possible ?", "call_status").rows[:1] == before.rows[:1]


@pytest.mark.parametrize(
    "text",
    [
        "pourquoi il y a deux salaires ?",
        "how come there are two amounts?",
        "oups, 14 ans",
        "je rectifie : 14 années",
        "et à présent, c'est pareil ?",
    ],
)
def test_the_pay_is_told_once_more(text: str, talk: Talk) -> None:
    talk.ask("combien gagne un EIG avec 12 ans d'expérience ?", "pay")
    talk.ask(text, "out_of_scope", confidence=0.5)
    assert understood(talk).intent == "pay"


@pytest.mark.parametrize("text", ["and nowadays?", "what about now?"])
def test_what_is_paid_now_is_not_asked_in_the_past(text: str, talk: Talk) -> None:
    talk.ask("how much were people paid in the fifth cohort?", "pay", lang="en")
    talk.ask(text, "follow_up", lang="en")
    assert understood(talk).text == "How much does an EIG earn today?"
