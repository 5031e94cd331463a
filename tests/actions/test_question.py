"""One message as the actions see it."""

from __future__ import annotations

import datetime as dt

import pytest

from actions.conversation.focus import Focus
from actions.question import Question, asks_how_many, outside_paris, read_message
from knowledge.settings import PARIS
from tests.actions.conftest import Talk

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=PARIS)


def question(text: str, *entities: tuple[str, str, str], lang: str | None = None) -> Question:
    """``entities`` are (kind, value, words of the text)."""
    found = [
        {"entity": kind, "value": value, "start": text.index(words), "end": text.index(words) + len(words)}
        for kind, value, words in entities
    ]
    message = {
        "text": text,
        "entities": found,
        "intent": {"name": "pay", "confidence": 0.8},
        "metadata": {"lang": lang},
    }
    return read_message(message, Focus(), NOW)


def test_an_empty_message_is_a_fallback() -> None:
    read = read_message({}, Focus(), NOW)
    assert (read.intent, read.confidence, read.text, read.lang) == ("nlu_fallback", 0.0, "", "fr")


def test_values_keep_their_order_once() -> None:
    read = question(
        "promotion 3, promotion 2", ("promotion", "3", "promotion 3"), ("promotion", "2", "promotion 2")
    )
    assert read.values("promotion") == ("3", "2")
    assert read.values("town") == ()


def test_the_language_asked_for_wins() -> None:
    assert question("bonjour", lang="en").lang == "en"


def test_own_words_leave_names_out() -> None:
    read = question("le salaire de la promotion 3", ("promotion", "3", "promotion 3"))
    assert "promotion" not in read.own_words
    assert read.content_words == ["salaire"]
    assert not read.is_elliptic


def test_ellipsis_names_something_and_says_nothing() -> None:
    assert question("et la deuxième ?", ("promotion", "2", "deuxième")).is_elliptic
    assert not question("et alors ?").is_elliptic
    assert question("et la 2, en pourcentage ?", ("promotion", "2", "2")).is_elliptic
    assert question("et avant, du temps de la promo 3 ?", ("promotion", "3", "promo 3")).is_elliptic
    assert not question("le temps de travail de la promo 3 ?", ("promotion", "3", "promo 3")).is_elliptic


@pytest.mark.parametrize(
    ("text", "expected"),
    [("et le code ?", True), ("quand a-t-elle commencé ?", False), ("qui y travaille", True)],
)
def test_pointing_back(text: str, expected: bool) -> None:
    assert question(text).points_back is expected


def test_the_focus_survives_its_slot() -> None:
    focus = Focus(
        "pay",
        {"promotion": ("3",)},
        "combien ?",
        1,
        ({"id": "s"},),
        "answered",
        ("datajust",),
        ("statement:1",),
    )
    assert Focus.from_slot(focus.to_slot()) == focus


@pytest.mark.parametrize("slot", [None, "text", 3, [], {}])
def test_a_foreign_slot_is_an_empty_focus(slot: object) -> None:
    assert Focus.from_slot(slot) == Focus()  # type: ignore[arg-type]


def test_how_many_and_where() -> None:
    assert asks_how_many(question("combien d'EIG ?")) and asks_how_many(question("how many EIGs?"))
    assert not asks_how_many(question("qui préside le jury ?"))
    assert not outside_paris(question("des défis en région Bretagne").with_entities(town=("Bretagne",)))
    assert outside_paris(question("des défis hors de Paris")) and not outside_paris(question("à Paris"))


def test_what_was_meant_is_read_and_what_was_said_is_kept() -> None:
    message = {
        "text": "combein d eig a  lyno",
        "meant": {"text": "combien d'eig a lyon", "spans": [[16, 20, "town"], [0, 7, "audience"]]},
        "entities": [{"entity": "town", "value": "Lyon", "start": 17, "end": 21}],
        "intent": {"name": "count_eig", "confidence": 0.9},
    }
    question = read_message(message, Focus(), NOW)
    assert (question.text, question.said) == ("combien d'eig a lyon", "combein d eig a  lyno")
    assert question.spans == ((16, 20, "town"),)
    assert "lyon" not in question.own_words
    assert Focus.from_slot(Focus(said="lyno").to_slot()).said == "lyno"


def test_a_verb_is_no_theme(talk: Talk) -> None:
    def themes(text: str) -> tuple[str, ...]:
        return read_message(talk.message(text, "count_challenges"), Focus(), NOW).values("theme")

    assert themes("combien de défis dans la promotion 3 et qui finance ?") == ()
    assert themes("combien de défis en finance dans la promotion 3 ?") == ("finance",)
