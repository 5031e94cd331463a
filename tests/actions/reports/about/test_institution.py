"""The Court, its chambers and their kinds of text, told by the entries on them."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.reports.about.institution import on_the_institution
from knowledge.citations import Cited
from knowledge.faq import FaqEntry
from tests.actions.conftest import Talk
from tests.actions.report_base import asked

CITED: Any = Cited("report-interceptions", "Référé", "Cour des comptes", "", "lettre", None, None, None)
ENTRY = FaqEntry("x", "everyone", "", "", "Un référé est une lettre.", "A letter.", (), (CITED,))
SEARCH = SimpleNamespace(search=lambda *_: [SimpleNamespace(ref="x", score=0.9)])
DESK: Any = SimpleNamespace(search=SEARCH, faq=lambda _: [ENTRY])


@pytest.mark.parametrize(
    "text",
    [
        "c'est quoi un référé ?",
        "un référé c koi",
        "explique référé",
        "what is a référé",
        "un rapport d'observations définitives c'est quoi",
        "quelle différence entre un référé et une communication au parlement",
        "cour des comptes",
        "la chambre régionale des comptes",
        "qui est le premier président de la cour des comptes",
        "who heads the Cour des comptes?",
    ],
)
def test_it_is_told_what_they_are(text: str) -> None:
    told = on_the_institution(asked(text, "report_list"), DESK)
    assert told is not None and told.sources


@pytest.mark.parametrize(
    "text",
    [
        "c'est quoi le défi de la Cour des comptes",
        "qui est le premier président du jury ?",
        "quels référés avez-vous ?",
        "c'est quoi le rapport sur La Poste",
        "qui a signé le référé du premier président ?",
        "les rapports",
        "qu'est-ce qui explique ça",
        "c'est quoi exactement",
    ],
)
def test_what_is_of_the_programme_or_of_one_report_is_not(text: str) -> None:
    assert on_the_institution(asked(text, "report_list"), DESK) is None


def test_a_name_alone_in_a_talk_asks_the_last_question_again() -> None:
    alone = asked("la Cour des comptes ?", "follow_up")
    assert on_the_institution(replace(alone, focus=Focus("challenge_people")), DESK) is None


def test_who_heads_the_court_is_told_as_of_the_reports(talk: Talk) -> None:
    assert "Didier Migaud" in talk.ask("qui dirige la Cour des comptes ?", "report_people").text
