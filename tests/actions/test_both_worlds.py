"""A matter alone is told of by the programme with the reports that are on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from actions.answer import Answer, Paragraph
from actions.both_worlds import with_reports_beside
from actions.conversation.focus import Focus
from tests.actions.report_base import asked
from tests.actions.reports.card_base import desk_of_cards

LISTED = Answer("answered", "2 défis correspondent.", (Paragraph("2 défis correspondent."),))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    at = desk_of_cards(Path(tmp_path_factory.mktemp("both")))
    return SimpleNamespace(**{**vars(at), "search": SimpleNamespace(search=lambda *_: [])})


def _told(desk: Any, text: str, **heard: Any) -> str:
    entities = heard.pop("entities", {"theme": ("housing",)})
    question = replace(asked(text, "list_challenges"), entities=entities, confidence=0.4, **heard)
    spans = tuple((0, len(text), kind) for kind in entities)
    return with_reports_beside((LISTED, question), replace(question, spans=spans), desk)[0].text


def test_a_theme_alone_is_told_with_its_reports(desk: Any) -> None:
    told = _told(desk, "logement")
    assert told.startswith("2 défis correspondent.\n")
    assert "rapports publics portent aussi sur ce sujet, comme « " in told and "[article" not in told


def test_of_an_administration_only_titles_tell(desk: Any) -> None:
    told = _told(desk, "ministère de l'intérieur", entities={"administration": ("ministere-interieur",)})
    assert "Un rapport public porte aussi sur ce sujet : « La gestion des logements de fonction" in told


def test_the_court_alone_is_told_with_the_reports_it_wrote(desk: Any) -> None:
    told = _told(desk, "cour des comptes", entities={"administration": ("cour-des-comptes",)})
    assert "Ma base a 31 rapports publics de la Cour des comptes, comme « " in told


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("quels défis sur le logement ?", {}),
        ("défis logement", {}),
        ("logement", {"focus": Focus("list_challenges", status="answered")}),
        ("et le logement", {}),
        ("promo 6", {"entities": {"promotion": ("6",)}}),
        ("zeppelin", {"entities": {}}),
    ],
)
def test_what_asks_of_the_programme_is_told_alone(desk: Any, text: str, heard: dict[str, Any]) -> None:
    assert _told(desk, text, **heard) == LISTED.text
