"""Passages that tell no figure of what is asked are said to tell none."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.reports.figures.asked import Asked, asked_of
from actions.reports.figures.lacking import is_spoken_of, lacking
from actions.reports.subject import Subject
from knowledge.text import stems


def _lacks(question: str, text: str, *things: str, kind: str = "text") -> str | None:
    hit: Any = SimpleNamespace(kind=kind, text=text, place=SimpleNamespace(path=("La gestion",)))
    told = asked_of(question)
    asked = Asked(told.kind, told.counted, told.francs, told.per, told.change, frozenset(things))
    return lacking(asked, Subject(question), [hit], ())


@pytest.mark.parametrize(
    ("question", "text", "things", "lacks"),
    [
        ("quel déficit ?", "L’économie est de 77 500 €.", (), True),
        ("quel déficit ?", "Le résultat est de -77 500 €.", (), False),
        ("combien a coûté la piscine ?", "La piscine rapporte 63 300 €.", ("piscin",), True),
        ("combien a coûté la piscine ?", "Les travaux de la piscine ont coûté 3 M€.", ("piscin",), False),
        ("combien gagne le directeur ?", "Le directeur conduit le plan Horizon 2020.", ("directeur",), True),
        ("combien gagne le directeur ?", "Le directeur a un salaire de 4 000 €.", ("directeur",), False),
        ("combien coûte chaque visiteur ?", "Les visiteurs ont coûté 3 M€.", ("visiteur",), True),
        ("combien coûtent les travaux ?", "Les travaux ont coûté 3 M€.", ("traval",), False),
    ],
)
def test_an_amount_is_told_with_what_it_is_of(
    question: str, text: str, things: tuple[str, ...], lacks: bool
) -> None:
    assert (_lacks(question, text, *things) == "report_no_amount") is lacks


def test_a_number_of_other_things_is_none() -> None:
    assert _lacks("combien d'élèves ?", "Il y a 12 collèges.") == "report_no_count"
    assert _lacks("combien d'élèves ?", "Il y a 1 200 élèves.") is None


@pytest.mark.parametrize(
    ("question", "text", "things", "spoken_of"),
    [
        ("quel salaire a le directeur ?", "Le directeur conclut les conventions.", ("directeur",), False),
        ("quel salaire a le directeur ?", "Les rémunérations montent de 3 %.", ("directeur",), False),
        (
            "quel salaire a le directeur ?",
            "Le directeur signe. Le personnel coûte 3 M€.",
            ("directeur",),
            False,
        ),
        ("quel salaire a le directeur ?", "Le directeur a une rémunération élevée.", ("directeur",), True),
        ("quelle indemnité a le directeur ?", "Le directeur signe les paiements.", ("directeur",), False),
        ("quel salaire ?", "Les dettes sont de 3 M€.", (), False),
        ("combien a coûté la piscine ?", "Le musée a ouvert.", ("piscin",), True),
    ],
)
def test_an_amount_that_has_a_name_is_spoken_of_by_it(
    question: str, text: str, things: tuple[str, ...], spoken_of: bool
) -> None:
    hit: Any = SimpleNamespace(kind="text", text=text, place=SimpleNamespace(path=()))
    asked = Asked("money", things=frozenset(things))
    counts = Asked("count", frozenset(stems("dettes")))
    assert is_spoken_of(hit, counts, Subject(question)) is ("dettes" in text)
    assert is_spoken_of(hit, asked, Subject(question)) is spoken_of
