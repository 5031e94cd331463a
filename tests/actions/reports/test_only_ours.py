"""Messages for the reports whatever was heard of them: what they name is nowhere in the programme."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.only_ours import is_only_for_reports, names_what_only_reports_know
from tests.actions.report_base import asked, desk_with, wide_desk

_PROGRAMMES = frozenset("salaire salaires temps travail hopital paris mon poste".split())


def _known(desk: Any, text: str, intent: str = "pay", sure: float = 0.5) -> bool:
    at: Any = SimpleNamespace(**{**vars(desk), "vocabulary": _PROGRAMMES})
    return names_what_only_reports_know(replace(asked(text, intent), confidence=sure), at)


@pytest.mark.parametrize(
    "text",
    [
        "Montclair salaires",
        "montclair temps de travail",
        "qu'avez-vous sur Montclair ?",
        "qu'est-ce qu'il y a sur Brest ?",
        "quels hôpitaux avez-vous ?",
        "le SDIS de la Gironde",
        "quel était le temps de travail en 2012",
        "parlez-moi du salaire à Montclair",
        "dis-m'en plus sur Montclair",
        "donne moi le temps de travail de Montclair",
        "tell me about pay in Montclair",
        "un rapport de la Cour des comptes sur La Poste",
        "vous avez quelque chose de la chambre ?",
        "je cherche le référé sur la rupture conventionnelle",
        "conflits d'intérêts santé rapport de la cour",
        "que dit le rapport sur montclair",
        "j'ai vu qu'un maire avait une voiture de fonction",
        "un adjoint a embauché son fils",
    ],
)
def test_a_name_a_kind_of_body_or_a_year_is_of_the_reports_alone(desk: Any, text: str) -> None:
    assert _known(desk, text)


@pytest.mark.parametrize(
    "text",
    [
        "salaires",
        "salaire d'un EIG à Montclair",
        "j'habite Montclair, quel salaire ?",
        "et à Montclair ?",
        "quel est le temps de travail ?",
        "quel temps de travail en 2021 ?",
        "la Cour a-t-elle fait un rapport sur le programme ?",
        "le robot qui répondait à partir des rapports de la Cour",
        "que dit le rapport sur la promotion 1",
        "un maire peut-il candidater ?",
        "le maire de ma ville peut recruter un EIG",
        "was there anything about the Brest Olympics?",
        "quel est le nom de l'outil d'un hôpital du Finistère",
    ],
)
def test_what_may_be_of_the_programme_is_not(desk: Any, text: str) -> None:
    assert not _known(desk, text)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("le prix de la cantine à Guingamp", True),
        ("que reproche-t-on à l'hôpital de Guéret ?", True),
        ("le prix de la cantine à Paris", False),
        ("le prix de la cantine", False),
        ("la cantine des EIG à Guingamp", False),
        ("c'est quoi Guingamp ?", False),
        ("j'habite Guéret, quel salaire ?", False),
    ],
)
def test_a_town_that_the_programme_never_names_is_of_the_reports(desk: Any, text: str, only: bool) -> None:
    at: Any = SimpleNamespace(
        **{**vars(desk), "vocabulary": _PROGRAMMES, "search": SimpleNamespace(search=lambda *_: [])}
    )
    read = replace(asked(text, "report_search"), confidence=0.9)
    assert is_only_for_reports(read, read, at) is only


def test_thanks_are_thanks_and_a_long_sure_question_is_what_it_was_heard_as(desk: Any) -> None:
    assert not _known(desk, "merci beaucoup Montclair", "thank")
    long = "combien de personnes gagnent quel salaire après quelle formation près de Montclair ville"
    assert not _known(desk, long, sure=0.9)


def test_without_reports_nothing_is_theirs() -> None:
    assert not _known(desk_with(None), "Montclair salaires")


def test_a_name_that_one_report_alone_says_again_and_again_is_theirs(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk = wide_desk(tmp_path_factory.mktemp("only"))
    monkeypatch.setattr(
        "actions.reports.only_ours.hardly_said_elsewhere", lambda word, _: ("1",) if word == "poterne" else ()
    )
    assert _known(desk, "la poterne c'est quoi", "promotion_overview", 0.5)
    assert not _known(desk, "la poterne c'est quoi", "promotion_overview", 0.9)
    assert not _known(desk, "les EIG de la poterne", "promotion_overview", 0.5)
    assert not _known(
        desk, "combien gagne un développeur après dix années de métier à la poterne", "pay", 0.5
    )
