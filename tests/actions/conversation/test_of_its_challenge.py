"""What is asked in a few words of the challenge spoken of."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus
from actions.conversation.of_its_challenge import asked_of_its_challenge
from actions.desk import Desk
from knowledge.text import fold


def _on(challenge: str, intent: str = "describe_challenge", text: str = "") -> Focus:
    return Focus(intent=intent, entities={"challenge": (challenge,)}, text=text, challenge=(challenge,))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("leurs noms", "qui sont les EIG de MonitorFish ?"),
        ("et son nom ?", "qui sont les EIG de MonitorFish ?"),
        ("le site", "quelle est l'adresse du site de MonitorFish ?"),
        ("il est toujours maintenu ?", "MonitorFish est-il toujours maintenu ?"),
        ("et après", "qu'est devenu MonitorFish ?"),
        ("y a eu des chiffres d'usage", "des chiffres d'usage de MonitorFish"),
        ("qui a lancé ça", "qui a lancé MonitorFish ?"),
        ("combien de votes yen a eu", "combien de personnes utilisent MonitorFish ?"),
        ("et le mentor", "qui est le mentor de MonitorFish ?"),
        ("et son salaire", "quel était le salaire des EIG de la promotion 4 ?"),
        ("et le data scientist il est devenu quoi", "qu'est devenu Vincent Chéry ?"),
        ("et le juriste il est devenu quoi", None),
        ("il a mentoré d'autres défis ?", None),
        ("et les autres ?", None),
    ],
)
def test_it_is_told_with_its_name(text: str, told: str | None, shared_desk: Desk) -> None:
    assert asked_of_its_challenge(fold(text), _on("monitorfish"), shared_desk) == told


def test_the_only_mentor_is_named(shared_desk: Desk) -> None:
    asked = asked_of_its_challenge("il a mentore d'autres defis ?", _on("twincity"), shared_desk)
    assert asked == "Christophe Marquaille a accompagné quels défis ?"


@pytest.mark.parametrize(
    ("last", "told"), [("et leur mentor", "que fait Stéphanie Schaer maintenant ?"), ("qui ?", None)]
)
def test_what_the_mentor_does_is_asked_after_the_mentor(
    last: str, told: str | None, shared_desk: Desk
) -> None:
    focus = _on("signaux-faibles", "challenge_people", last)
    assert asked_of_its_challenge("elle fait quoi maintenant", focus, shared_desk) == told


def test_what_came_next_may_be_the_next_step(shared_desk: Desk) -> None:
    focus = Focus(intent="selection_process", challenge=("monitorfish",))
    assert asked_of_its_challenge("et apres", focus, shared_desk) is None


def test_another_subject_in_between_leaves_it(shared_desk: Desk) -> None:
    focus = Focus(intent="list_challenges", entities={"town": ("Lyon",)}, challenge=("monitorfish",))
    assert asked_of_its_challenge("leurs noms", focus, shared_desk) is None


def test_one_of_its_people_in_between_does_not_leave_it(shared_desk: Desk) -> None:
    people = {"person": ("Stéphanie Schaer",)}
    focus = Focus(intent="person_lookup", entities=people, challenge=("signaux-faibles",))
    asked = "c'etait en quelle annee"
    told = "Signaux Faibles fait partie de quelle promotion ?"
    assert asked_of_its_challenge(asked, focus, shared_desk) == told
    elsewhere = Focus(intent="person_lookup", entities=people, challenge=("monitorfish",))
    assert asked_of_its_challenge(asked, elsewhere, shared_desk) is None


def test_of_two_asked_about_at_once_the_first_is_meant(shared_desk: Desk) -> None:
    focus = Focus(intent="nlu_fallback", entities={"challenge": ("refugies-info", "karfur")})
    assert asked_of_its_challenge("en quelle promo du coup", focus, shared_desk) is None
    assert asked_of_its_challenge("qui a lance ca", focus, shared_desk) == "qui a lancé Réfugiés.info ?"
