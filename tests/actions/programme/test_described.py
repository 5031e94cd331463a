"""Challenges that a message describes in place of the one spoken of."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from actions.conversation.focus import Focus
from actions.desk import Desk
from actions.programme.described import (
    _asks_to_join,
    as_described,
    description_in,
    listed_in,
    newly_described,
)
from actions.question import read_message
from knowledge.entries import Hit
from tests.actions.conftest import Talk
from tests.actions.report_base import asked

DATAJUST = Focus(intent="describe_challenge", entities={"challenge": ("datajust",)}, challenge=("datajust",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Et celui sur les orgues, c'est qui ?", "orgues"),
        ("je parlais de celui qui reconnaît les armes", "reconnait les armes"),
        ("and the one about fishing boats?", "fishing boats"),
        ("qui l'a développé ?", None),
        ("et la deuxième ?", None),
    ],
)
def test_the_words_that_describe_it(text: str, said: str | None) -> None:
    assert description_in(text) == said


def test_who_asks_how_to_join_describes_no_challenge(talk: Talk) -> None:
    told, meant = (
        read_message(talk.message(text, "apply_procedure"), Focus(), talk.desk.now)
        for text in ("un usager demande comment rejoindre le programme", "le projet qui aide à candidater")
    )
    assert as_described(told, talk.desk) is None
    assert _asks_to_join(told) and not _asks_to_join(meant)


class Near:
    """A search that finds the same challenges whatever is asked."""

    def __init__(self, *found: tuple[str, float]) -> None:
        self._found = found

    def search(self, text: str, limit: int, kinds: tuple[str, ...]) -> list[Hit]:
        return [Hit("challenge", ref, 1.0, score, score) for ref, score in self._found[:limit]]


def found(text: str, focus: Focus, *near: tuple[str, float]) -> tuple[str, ...]:
    desk = SimpleNamespace(search=Near(*near))
    return newly_described(asked(text, "describe_challenge", focus), cast(Desk, desk)).values("challenge")


ORGANS, BOATS = ("mcc-inventaire-des-orgues", 0.8), ("monitorfish", 0.78)


def test_a_clear_description_names_another() -> None:
    assert found("et celui sur les orgues ?", DATAJUST, ORGANS) == (ORGANS[0],)


@pytest.mark.parametrize(
    ("text", "focus", "near"),
    [
        ("et celui sur les orgues ?", Focus(), (ORGANS,)),
        ("et celui sur la mer ?", DATAJUST, (ORGANS, BOATS)),
        ("et celui d'avant ?", DATAJUST, (("monitorfish", 0.3),)),
        ("et ensuite ?", DATAJUST, (ORGANS,)),
    ],
    ids=["no conversation", "two of them", "far from any", "no description"],
)
def test_anything_less_names_none(text: str, focus: Focus, near: tuple[tuple[str, float], ...]) -> None:
    assert found(text, focus, *near) == ()


LISTED = Focus(intent="list_challenges", listed=("datarh", "proxirh", "sos-ponts"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("et le deuxième, c'était qui ?", "proxirh"),
        ("le dernier ?", "sos-ponts"),
        ("who did the first one?", "datarh"),
        ("et le quatrième ?", None),
        ("et la deuxième ?", None),
        ("le premier ministre en a parlé", None),
    ],
)
def test_a_place_in_the_list_just_shown(text: str, meant: str | None) -> None:
    assert listed_in(text, LISTED) == meant


def test_no_list_no_place() -> None:
    assert listed_in("et le dernier ?", Focus(intent="pay")) is None


def test_a_number_is_a_place_in_the_list(talk: Talk) -> None:
    talk.ask("les défis de la promotion 3", "list_challenges")
    second = talk.focus.listed[1]
    assert listed_in("le 2", talk.focus) == second
    assert listed_in("n° 2", talk.focus) == second
    assert listed_in("le 2 mars", talk.focus) is None
    assert listed_in("le 99", talk.focus) is None


@pytest.mark.parametrize(
    "text",
    [
        "un bureau de la Culture voudrait accueillir des EIG",
        "qu'est-ce que ça nous apporterait, à la Justice ?",
    ],
)
def test_who_would_host_describes_no_challenge(talk: Talk, text: str) -> None:
    read = read_message(talk.message(text, "missions"), Focus(), talk.desk.now)
    assert as_described(read, talk.desk) is None


@pytest.mark.parametrize(
    ("text", "challenge"),
    [
        ("que fait Datalma ?", "datalma"),
        ("DomiFa c'est censé faire quoi", "domifa"),
        ("What is seLEXpert meant to do?", "selexpert"),
    ],
)
def test_what_a_challenge_does_is_what_it_is(talk: Talk, text: str, challenge: str) -> None:
    assert talk.ask(text, "challenge_status").rows[0] == f"challenge:{challenge}"
