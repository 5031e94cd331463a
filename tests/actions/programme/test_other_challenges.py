"""« et ils ont eu un autre projet ? » after one challenge."""

from __future__ import annotations

import pytest

from actions.programme.other_challenges import asks_for_another
from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("et cet organisme avait un autre projet cette année-là ?", True),
        ("d'autres projets pour ce ministère ?", True),
        ("any other challenge there in the same cohort?", True),
        ("il y en a eu un autre là-bas après ?", True),
        ("il a fait un autre défi ?", False),
        ("vous avez d'autres projets ?", False),
        ("qui d'autre y a travaillé ?", False),
    ],
)
def test_another_challenge_of_the_body_is_asked_for(text: str, asks: bool) -> None:
    assert asks_for_another(text) is asks


def test_the_one_spoken_of_is_left_out(talk: Talk) -> None:
    talk.ask("SOS Ponts, c'est quel organisme ?", "challenge_administration")
    answer = talk.ask("et cet organisme avait un autre projet cette année-là ?", "challenge_promotion")
    rows = [row for row in answer.rows if row.startswith("challenge:")]
    assert rows and "challenge:sos-ponts" not in rows
    assert talk.question is not None and talk.question.values("promotion") == ("6",)


def test_after_and_before_narrow_it_to_promotions(talk: Talk) -> None:
    talk.ask("c'est quoi Plume ?", "describe_challenge")
    earlier = talk.ask("et l'autre défi du même organisme, avant ?", "list_challenges")
    assert "challenge:cc-api-rapports" in earlier.rows
    talk.ask("c'est quoi Plume ?", "describe_challenge")
    later = talk.ask("et l'autre défi du même organisme, après ?", "list_challenges")
    assert later.status == "not_found" and "Plume" in later.text


def test_the_ministry_is_the_one_above_the_host(talk: Talk) -> None:
    talk.ask("c'est quoi NEOTac ?", "describe_challenge")
    body = talk.ask("cette administration a eu d'autres défis ?", "list_challenges").rows
    talk.ask("c'est quoi NEOTac ?", "describe_challenge")
    ministry = talk.ask("d'autres projets pour ce ministère ?", "list_challenges").rows
    assert set(body) < set(ministry)


def test_nothing_came_after_the_last_promotion(talk: Talk) -> None:
    talk.ask("c'est quoi A-JUST ?", "describe_challenge")
    later = talk.ask("ils ont fait un autre projet après ?", "list_challenges")
    assert "challenge:tristan" not in later.rows
    assert talk.question is not None and talk.question.values("promotion") == ("7",)


def test_those_of_the_same_promotion_are_of_every_body(talk: Talk) -> None:
    talk.ask("c'est quoi CartoBio ?", "describe_challenge")
    answer = talk.ask("Et les autres défis de la même promo, t'as la liste ?", "list_challenges")
    rows = [row for row in answer.rows if row.startswith("challenge:")]
    assert len(rows) > 5 and "challenge:cartobio" not in rows
    assert talk.question is not None and not talk.question.values("administration")


@pytest.mark.parametrize(
    "text",
    [
        "et les autres défis liés à la mer ?",
        "les autres projets maritimes ?",
        "d'autres défis autour de la pêche ?",
        "any other challenges about the sea?",
    ],
)
def test_those_of_a_matter_are_of_every_body(talk: Talk, text: str) -> None:
    talk.ask("c'est quoi MonitorFish ?", "describe_challenge")
    talk.ask(text, "list_challenges")
    assert talk.question is not None and not talk.question.values("administration")


@pytest.mark.parametrize(
    "text",
    ["et les autres défis menés par eux ?", "d'autres projets après ?", "un autre défi là-bas ?"],
)
def test_those_of_no_matter_are_of_the_body(talk: Talk, text: str) -> None:
    talk.ask("c'est quoi MonitorFish ?", "describe_challenge")
    talk.ask(text, "list_challenges")
    assert talk.question is not None and talk.question.values("administration")


@pytest.mark.parametrize(
    "text", ["et un autre sur la santé ?", "un autre exemple sur la santé", "et la santé ?"]
)
def test_one_of_another_matter_is_listed(talk: Talk, text: str) -> None:
    talk.ask("c'est quoi TRISTAN ?", "describe_challenge")
    answer = talk.ask(text, "follow_up", confidence=0.7)
    assert "Open Chronic" in answer.text and "TRISTAN" not in answer.text


@pytest.mark.parametrize(
    ("number", "intent"), [("3", "list_challenges"), ("2", "promotion_overview"), ("6", "promotion_overview")]
)
def test_another_promotion_is_of_its_host_where_that_had_one(talk: Talk, number: str, intent: str) -> None:
    talk.ask("c'est quoi LABEL ?", "describe_challenge")
    talk.ask(f"et dans la promo {number} ?", "follow_up", confidence=0.7)
    assert talk.question is not None and talk.question.intent == intent


@pytest.mark.parametrize(
    "text", ["un autre projet du même genre ?", "y en a d'autres dans le même style", "any others like it?"]
)
def test_one_alike_shares_a_theme(talk: Talk, text: str) -> None:
    talk.ask("c'est quoi Basegun ?", "describe_challenge")
    talk.ask(text, "list_challenges")
    assert talk.question is not None and talk.question.values("theme") == ("security",)
    assert talk.question.values("other_than") == ("basegun",)
