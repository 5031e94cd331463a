"""Counts, dates and comparisons of promotions."""

from __future__ import annotations

import pytest

from actions.answer import Table
from tests.actions.conftest import Talk, understood


def test_contradicting_sources_are_both_given(talk: Talk) -> None:
    answer = talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
    assert "28" in answer.text and "32" in answer.text
    assert len(answer.sources) >= 2
    assert (
        len({source.title for source in answer.sources} | {source.locator for source in answer.sources}) >= 2
    )


def test_a_follow_up_changes_the_promotion_only(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
    answer = talk.ask("et la deuxième ?", "follow_up")
    assert answer.status == "answered"
    assert "28" in answer.text and "32" not in answer.text
    assert talk.question is not None and talk.question.intent == "count_eig"


@pytest.mark.parametrize(
    "intent", ["count_eig", "count_challenges", "promotion_dates", "pay", "jury", "compare_promotions"]
)
def test_a_promotion_that_never_was(talk: Talk, intent: str) -> None:
    answer = talk.ask("et pour la promotion 12 ?", intent)
    assert answer.status == "not_found"
    assert not answer.sources


def test_the_list_names_every_promotion(talk: Talk) -> None:
    answer = talk.ask("quelles sont les promotions ?", "promotion_list")
    assert len(answer.rows) == 8


def test_a_comparison_is_a_table(talk: Talk) -> None:
    answer = talk.ask("compare la promotion 2 et la promotion 3", "compare_promotions")
    table = next(block for block in answer.blocks if isinstance(block, Table))
    assert len(table.columns) == 3
    assert all(len(row) == 3 for row in table.rows)
    assert any("28" in cell and "32" in cell for row in table.rows for cell in row)


def test_a_comparison_of_nothing_asks_back(talk: Talk) -> None:
    answer = talk.ask("compare", "compare_promotions")
    assert answer.status == "clarify"
    assert answer.quick_replies


def test_dates_of_a_promotion(talk: Talk) -> None:
    answer = talk.ask("quand a commencé la promotion 3 ?", "promotion_dates")
    assert "2019" in answer.text


def test_a_count_by_criteria_counts_challenges(talk: Talk) -> None:
    answer = talk.ask("combien de défis au ministère de l'Intérieur ?", "count_challenges")
    assert str(len(answer.rows)) in answer.text
    assert all(row.startswith("challenge:") for row in answer.rows)


def test_after_the_last_promotion_the_state_is_told(talk: Talk) -> None:
    answer = talk.ask("la promotion 8", "promotion_overview")
    assert answer.status in ("answered", "not_found")
    assert talk.question is not None


def test_an_overview(talk: Talk) -> None:
    answer = talk.ask("parle-moi de la promotion 5", "promotion_overview")
    assert answer.status == "answered"
    assert answer.quick_replies


@pytest.mark.parametrize(
    "text",
    [
        "la dernière promo c'est laquelle ?",
        "et DIG c'est quoi ?",
        "la promo 3, vous pouvez m'en dire plus ?",
        "j'aimerais en savoir plus sur la promo 5",
    ],
)
def test_a_promotion_itself_is_asked_for_after_another_question(talk: Talk, text: str) -> None:
    talk.ask("combien d'EIG dans la promotion 2 ?", "count_eig")
    talk.ask(text, "follow_up", confidence=0.5)
    assert understood(talk).intent == "promotion_overview"


def test_it_is_the_promotion_spoken_of(talk: Talk) -> None:
    talk.ask("la promotion 4", "promotion_overview")
    talk.ask("elle a quoi comme projets sur la santé ?", "list_challenges")
    assert understood(talk).values("promotion") == ("4",) and understood(talk).values("theme")


def test_we_are_the_people_just_listed(talk: Talk) -> None:
    talk.ask("qui étaient les EIG de la promotion 4 ?", "person_lookup")
    talk.ask("on était combien déjà ?", "count_eig", confidence=0.5)
    assert understood(talk).intent == "count_eig" and understood(talk).values("promotion") == ("4",)


@pytest.mark.parametrize(
    ("text", "told", "lines"),
    [
        ("combien de projets déposés pour la promo 2 et combien retenus", "a retenu 12 défis", 2),
        ("combien de projets déposés et combien retenus, promo 4 ?", "le jury a retenu 16 défis", 2),
        ("cb de projets deposés et cb retenus pr la promo 2 et la promo 6", "a retenu 12 défis", 3),
        ("combien de projets reçus et retenus dans la promotion 5 ?", "18 projets ont été déposés", 1),
    ],
)
def test_projects_submitted_and_chosen_are_told_and_no_people(
    text: str, told: str, lines: int, talk: Talk
) -> None:
    answer = talk.ask(text, "count_projects_submitted")
    assert told in answer.text and "EIG." not in answer.text
    assert len(answer.text.split("\n")) == lines


def test_numbers_by_promotion_are_told_without_that_of_all(talk: Talk) -> None:
    answer = talk.ask("nombre de défis par promotion", "count_challenges")
    assert answer.text.startswith("– promotion 1 : 9") and "131" not in answer.text


def test_how_many_promotions_there_were_is_told_by_their_names(talk: Talk) -> None:
    counted = talk.ask("combien de promotions y a-t-il eu ?", "promotion_list").text
    assert counted.startswith("Le programme a connu 7 promotions") and "– promotion 6 (2022)" in counted
    assert "34 EIG" in talk.ask("quelles sont les promotions ?", "promotion_list").text


@pytest.mark.parametrize(("promotion", "first", "other"), [("3", "32", "28"), ("4", "41", "38")])
def test_a_value_that_the_other_sources_name_too_comes_first(
    promotion: str, first: str, other: str, talk: Talk
) -> None:
    lines = talk.ask(f"combien d'EIG dans la promotion {promotion} ?", "count_eig").text.split("\n")
    assert first in lines[0] and other not in lines[0] and other in lines[1]


def test_values_that_no_source_explains_stay_side_by_side(talk: Talk) -> None:
    assert "27 et 28" in talk.ask("combien d'EIG dans la promotion 2 ?", "count_eig").text.split("\n")[0]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("quel jour est la cérémonie de clôture de la promotion 8 ?", "support"),
        ("y aura-t-il une promo 8 ?", "programme_state"),
        ("When does the eighth cohort start?", "promotion_dates"),
    ],
)
def test_there_is_no_promotion_after_the_last(text: str, intent: str, talk: Talk) -> None:
    assert talk.ask(text, intent).text.startswith(("Il n'y a pas de promotion 8", "There is no promotion 8"))


def test_nothing_is_told_of_a_promotion_that_never_was(talk: Talk) -> None:
    answer = talk.ask("Quel jour la promotion 12 rend-elle ses projets ?", "jury")
    assert answer.status == "not_found" and "promotion 12" in answer.text


@pytest.mark.parametrize(
    ("text", "promotion"),
    [
        ("Combien étaient en production en mars 2021 ?", ("3",)),
        ("et les projets, ils étaient où en 2021 ?", ("5",)),
        ("et en mars 2021 ?", ("5",)),
    ],
)
def test_a_month_is_when_it_was_so_of_the_promotion_spoken_of(
    text: str, promotion: tuple[str, ...], talk: Talk
) -> None:
    talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
    talk.ask(text, "count_challenges")
    assert understood(talk).values("promotion") == promotion


@pytest.mark.parametrize(
    ("text", "promotion"),
    [
        ("quelle part des EIG interrogés en 2019 voulait rester ?", ()),
        ("dans l'enquête de 2019, combien d'EIG sont restés ?", ()),
        ("how many EIGs answered the survey of 2019?", ()),
        ("combien d'EIG sont restés en 2019 ?", ("3",)),
    ],
)
def test_the_year_of_a_survey_is_that_of_no_promotion(
    text: str, promotion: tuple[str, ...], talk: Talk
) -> None:
    talk.ask(text, "after_programme")
    assert understood(talk).values("promotion") == promotion


def test_they_are_the_eigs_just_counted(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promotion 5 ?", "count_eig")
    message = talk.message("ils gagnent combien ?", "pay", confidence=0.88)
    message["intent"]["unfamiliar"] = ["gagnent"]
    assert "3 500" in talk.hear(message).text
