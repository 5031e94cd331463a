"""What became of a challenge."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.programme.rarely_told import (
    asks_what_became,
    asks_what_it_cost,
    asks_when_it_began,
    rarely_told,
)
from actions.question import read_message
from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("DataJust, ça existe encore ?", True),
        ("et c'est devenu quoi ?", True),
        ("DataJust, ça en est où", True),
        ("et basegun, vous en êtes où ?", True),
        ("où en est le code ?", False),
        ("ça a marché ou pas", True),
        ("le ministère a-t-il continué DataJust ?", True),
        ("et ça continue ?", True),
        ("les DIG, ça se fait encore ?", True),
        ("DataJust, la Justice a renoncé ?", True),
        ("qui a continué DataJust ?", False),
        ("les EIG ont-ils continué ?", False),
        ("il tourne toujours ?", True),
        ("what became of it?", True),
        ("is it still used today?", True),
        ("c'est encore accessible ?", True),
        ("qu'est-ce qui s'est passé après les 10 mois ?", True),
        ("Basegun sert-il encore à la police ?", True),
        ("est-ce utilisé par mon SDIS ?", True),
        ("à quoi sert-il maintenant ?", False),
        ("est-ce utilisé par les agents ?", False),
        ("qui l'utilise encore ?", False),
        ("combien de gens l'utilisent aujourd'hui ?", False),
        ("le code est-il toujours en ligne ?", False),
        ("c'était dans quelle ville ?", False),
    ],
)
def test_the_fate_is_asked_for(text: str, asks: bool) -> None:
    assert asks_what_became(text) is asks


def test_without_meaning_nothing_is_said_to_have_become_of_it(talk: Talk) -> None:
    """Words alone do not tell which entry is the one: the question goes the ordinary way."""
    message = talk.message("DataJust, ça existe encore ?", "challenge_code")
    question = read_message(message, Focus(), talk.desk.now)
    assert rarely_told(question, talk.desk) is None


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("ça a coûté combien ce projet ?", True),
        ("quel était son budget ?", True),
        ("how much did it cost?", True),
        ("le budget de ce défi, c'était combien ?", True),
        ("combien d'argent les EIG ont coûté ?", False),
        ("combien d'argent il a permis de récupérer ?", False),
        ("ils étaient combien ?", False),
    ],
)
def test_the_cost_is_asked_for(text: str, asks: bool) -> None:
    assert asks_what_it_cost(text) is asks


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("combien ça a coûté, Basegun ?", "a coûté"),
        ("combien de personnes se servent de Compar:IA ?", "utilisent Compar:IA"),
    ],
)
def test_what_no_entry_tells_of_a_challenge_is_refused(text: str, said: str, talk: Talk) -> None:
    answer = talk.ask(text, "challenge_people")
    assert answer.status == "not_found"
    assert said in answer.text


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("quand a été lancé le service ?", True),
        ("du début du service", True),
        ("depuis quand le site est ouvert ?", True),
        ("when was the tool launched?", True),
        ("quand a commencé le défi ?", False),
        ("c'était quelle promotion ?", False),
        ("le service sert à quoi ?", False),
    ],
)
def test_the_launch_of_its_product_is_asked_for(text: str, asks: bool) -> None:
    assert asks_when_it_began(text) is asks


def test_in_all_is_of_the_challenge_spoken_of(talk: Talk) -> None:
    talk.ask("c'est quoi MonitorFish ?", "describe_challenge")
    answer = talk.ask("et combien ça a coûté en tout ?", "promotion_budget", confidence=0.5)
    assert answer.status == "not_found" and "MonitorFish" in answer.text
