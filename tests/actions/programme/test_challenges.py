"""Challenges by criteria, one in particular, and those that do not exist."""

from __future__ import annotations

import pytest

from knowledge.challenges import ChallengeFilter, find_challenges, people_of
from tests.actions.conftest import Talk


def ids(talk: Talk, **criteria: tuple[str, ...]) -> set[str]:
    return {f"challenge:{c.id}" for c in find_challenges(talk.base, ChallengeFilter(**criteria))}


def test_a_misspelt_challenge_is_found(talk: Talk) -> None:
    answer = talk.ask("le défi signaux fables", "describe_challenge")
    assert answer.status == "answered"
    assert "Signaux Faibles" in answer.text


@pytest.mark.parametrize(
    "intent", ["describe_challenge", "challenge_people", "challenge_town", "challenge_code",
               "challenge_administration", "promotion_overview", "list_challenges"],
)  # fmt: skip
def test_nothing_is_invented_about_a_challenge_that_is_not_there(talk: Talk, intent: str) -> None:
    answer = talk.ask("le défi Zorglub", intent)
    assert answer.status == "not_found"
    assert "Zorglub" in answer.text
    assert not answer.sources and not answer.rows
    assert answer.contact and answer.contact.email in answer.text


def test_every_criterion_named_counts(talk: Talk) -> None:
    answer = talk.ask("quels défis dans la promotion 3 à Paris ?", "list_challenges")
    assert set(answer.rows) == ids(talk, promotions=("3",), towns=("Paris",))


@pytest.mark.parametrize(
    ("text", "both"), [("quels projets d'IA à la justice ?", True), ("défis sur l'IA et la justice", False)]
)
def test_two_themes_are_both_meant_unless_joined(talk: Talk, text: str, both: bool) -> None:
    answer = talk.ask(text, "list_challenges")
    of_ai, of_justice = ids(talk, themes=("artificial-intelligence",)), ids(talk, themes=("justice",))
    assert set(answer.rows) == (of_ai & of_justice if both else of_ai | of_justice)


@pytest.mark.parametrize(
    ("text", "theme", "known"),
    [
        ("quels défis de cartographie ?", "mapping", {"mi-cartav", "cartobio", "afd-geodata"}),
        ("quels défis utilisaient le traitement du langage ?", "language", {"open-justice", "siance"}),
        ("ia", "artificial-intelligence", {"ia-flash", "basegun"}),
    ],
)
def test_a_subject_lists_the_challenges_about_it(talk: Talk, text: str, theme: str, known: set[str]) -> None:
    answer = talk.ask(text, "list_challenges")
    assert set(answer.rows) == ids(talk, themes=(theme,)) >= {f"challenge:{one}" for one in known}


def test_outside_paris(talk: Talk) -> None:
    answer = talk.ask("quels défis hors de Paris ?", "list_challenges")
    assert set(answer.rows) == ids(talk, outside=("Paris",))


def test_an_unknown_ministry_is_said(talk: Talk) -> None:
    answer = talk.ask("les défis du ministère de la Magie", "list_challenges")
    assert answer.status == "not_found"
    assert "Magie" in answer.text


def test_criteria_nobody_meets(talk: Talk) -> None:
    answer = talk.ask("quels défis à Lyon dans la promotion 1 ?", "list_challenges")
    assert not ids(talk, promotions=("1",), towns=("Lyon",))
    assert answer.status == "not_found"


def test_no_challenge_named_asks_which(talk: Talk) -> None:
    assert talk.ask("qui travaille dessus ?", "challenge_people").status == "clarify"


def test_the_challenge_stays_the_subject(talk: Talk) -> None:
    talk.ask("que fait le défi Signaux Faibles ?", "describe_challenge")
    answer = talk.ask("qui y a travaillé ?", "challenge_people")
    (row,) = answer.rows
    people = people_of(talk.base, row.removeprefix("challenge:"))
    assert people
    assert all(p.person in answer.text for p in people if p.role == "eig")


def test_code_that_is_not_published_is_not_invented(talk: Talk) -> None:
    rows = talk.base.rows(
        "select name from challenge where code_url is null and site_url is null order by id limit 8"
    )
    for row in rows:
        fresh = Talk(talk.base, talk.finder, talk.desk)
        answer = fresh.ask(f"où est le code du défi {row['name']} ?", "challenge_code")
        assert answer.status in ("not_found", "clarify"), row["name"]
        assert "http" not in answer.text


def test_that_no_code_is_known_is_said_where_it_is_asked_for(talk: Talk) -> None:
    (row,) = talk.base.rows(
        "select name from challenge where code_url is null and site_url is not null order by id limit 1"
    )
    text = talk.ask(f"le code du défi {row['name']} est-il ouvert ?", "challenge_code").text
    assert "pas d'adresse de code" in text and "http" in text


def test_the_trade_of_who_asks_empties_no_list(talk: Talk) -> None:
    answer = talk.ask("je suis juriste : quels défis sur la biodiversité ?", "list_challenges")
    assert answer.status == "answered" and len(answer.rows) > 1, answer.text


def test_all_challenges_are_counted_by_promotion(talk: Talk) -> None:
    answer = talk.ask("tous les défis", "list_challenges")
    assert set(answer.rows) == ids(talk)
    assert str(len(answer.rows)) in answer.text


def test_the_cost_of_a_challenge_that_nobody_tells_is_not_talked_around(talk: Talk) -> None:
    for text in ("combien a coûté le défi Gobelins ?", "quel a été le coût total de Polygraphe ?"):
        answer = talk.ask(text, "challenge_people", confidence=0.7)
        assert answer.status != "answered", answer.text


def test_the_people_of_a_challenge_are_counted(talk: Talk) -> None:
    answer = talk.ask("ils étaient combien sur MonitorFish ?", "challenge_people")
    assert answer.text.startswith("3 EIG pour le défi MonitorFish")


def test_few_challenges_are_described_where_they_are_listed(talk: Talk) -> None:
    answer = talk.ask("quel défi avec le Mobilier national ?", "administration_overview")
    assert "collection" in answer.text


def test_the_designers_included_leave_no_promotion_out(talk: Talk) -> None:
    answer = talk.ask("combien de défis à la gendarmerie, DIG compris ?", "count_challenges")
    assert answer.text.startswith("4 défis")


def test_people_of_a_trade_are_counted(talk: Talk) -> None:
    answer = talk.ask("combien de designers dans la promo 4 ?", "count_eig")
    assert "14 EIG" in answer.text


def test_a_year_of_the_designers_counts_them_too(talk: Talk) -> None:
    answer = talk.ask("combien de designers en 2019 ?", "count_eig")
    assert "21" in answer.text and "promotion 3" in answer.text


def test_another_town_after_a_challenge_lists_those_there(talk: Talk) -> None:
    talk.ask("c'est quoi Signaux Faibles ?", "describe_challenge")
    answer = talk.ask("et à Brest ?", "follow_up", confidence=0.5)
    assert "b@liseNAV" in answer.text


def test_the_second_of_a_list(talk: Talk) -> None:
    talk.ask("quels défis à Lyon ?", "list_challenges")
    assert talk.question is not None and len(talk.focus.listed) == 3
    assert "DataRH" in talk.ask("et le deuxième, c'était qui ?", "follow_up", confidence=0.5).text


def test_the_people_of_the_promotion_counted_are_counted_next(talk: Talk) -> None:
    talk.ask("la promotion 6 a relevé combien de défis ?", "count_challenges")
    assert "34 EIG" in talk.ask("et ils étaient combien ?", "count_challenges").text


def test_people_and_who_they_worked_for_are_told_together(talk: Talk) -> None:
    assert "Cerema" in talk.ask("qui a fait SOS Ponts ?", "challenge_people").text


def test_several_things_asked_are_answered_by_the_whole_card(talk: Talk) -> None:
    answer = talk.ask("ADEX, c'est porté par qui et pourquoi ?", "challenge_administration")
    assert "Haute Autorité de santé" in answer.text and "liens d’intérêts" in answer.text


def test_what_a_body_has_hosted_is_listed(talk: Talk) -> None:
    answer = talk.ask("Quels défis le ministère des Armées a-t-il portés ?", "programme_state")
    assert set(answer.rows) == ids(talk, administrations=("ministere-armees",))


def test_challenges_of_a_theme_are_counted_by_promotion(talk: Talk) -> None:
    answer = talk.ask("combien de défis de cartographie par promotion ?", "count_challenges")
    assert set(answer.rows) == ids(talk, themes=("mapping",)) and "promotion 1 : 2" in answer.text


def test_the_work_of_who_asks_is_no_theme(talk: Talk) -> None:
    answer = talk.ask("mon travail c'est le web, des défis de cartographie ?", "list_challenges")
    assert set(answer.rows) == ids(talk, themes=("mapping",))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("le défi Label à la Cour de cassation, qui étaient les EIG ?", "3 EIG pour le défi LABEL"),
        ("ok et qui a travaillé sur DataJust", "2 EIG pour le défi DataJust"),
        ("qui est le mentor de Basegun ?", "Mentors ou porteurs du défi Basegun"),
        ("qui encadrait les EIG de Basegun ?", "2 EIG pour le défi Basegun"),
        (
            "Mes aides réno, qui porte ça",
            "Défi de la promotion 7 (2024), porté par : Agence nationale de l’habitat",
        ),
        ("DataJust, porté par qui ?", "Défi de la promotion 3 (2019), porté par : Ministère de la Justice"),
        ("c'est quoi DataJust et qui l'a fait ?", "DataJust : "),
    ],
)
def test_who_is_asked_for_comes_first(text: str, first: str, talk: Talk) -> None:
    assert talk.ask(text, "challenge_people").text.startswith(first)


def test_who_carries_a_challenge_is_no_question_on_what_it_is(talk: Talk) -> None:
    answer = talk.ask("Mes aides réno, qui porte ça", "describe_challenge", confidence=0.5)
    assert "porté par" in answer.text.split("\n")[0]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "qui a le plus de défis, le ministère de la Culture ou celui de l'Intérieur ?",
            "Intérieur",
            "Culture",
        ),
        ("entre l'ADEME et l'IGN, qui a eu le plus de défis ?", "IGN", "ADEME"),
    ],
)
def test_hosts_are_compared_by_their_numbers(text: str, first: str, second: str, talk: Talk) -> None:
    told = talk.ask(text, "list_challenges").text
    assert told.index(first) < told.index(second) and "correspondent" not in told


def test_hosts_named_together_are_listed(talk: Talk) -> None:
    text = "les défis de l'ADEME et de l'IGN"
    assert "défis correspondent" in talk.ask(text, "list_challenges").text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("qui s'occupe de MonitorFish maintenant ?", True),
        ("qui travaille sur LABEL aujourd'hui ?", True),
        ("qui a fait MonitorFish ?", False),
        ("qui travaille sur 1 élève, 1 stage aujourd'hui ?", False),
    ],
)
def test_who_is_there_now_is_said_not_to_be_known_of_past_promotions(
    talk: Talk, text: str, said: bool
) -> None:
    assert ("aujourd'hui de" in talk.ask(text, "challenge_people").text) is said


def test_what_it_cost_is_known_not_to_be_told_and_no_other_entry_is(talk: Talk) -> None:
    talk.ask("c'est quoi MonitorFish ?", "describe_challenge")
    assert talk.ask("et ça a coûté combien ?", "administration_cost").status == "not_found"
