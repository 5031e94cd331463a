"""An expected fact is found however it is typeset, and never inside another number."""

import pytest

from bot.evaluation.matching import forbidden, holds, missing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ils étaient 28.", "28"),
        ("Un salaire de 3\u202f500 € net", "3 500 €"),
        ("un salaire de 3500 €", "3 500 €"),
        ("à l’Intérieur", "a l'interieur"),
        ("74\u00a0% d'entre eux", "74%"),
        ("DÉFI Signaux\nfaibles", "signaux faibles"),
    ],
)
def test_found(text: str, expected: str) -> None:
    assert holds(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("128 candidatures", "28"),
        ("2 800 €", "28"),
        ("2 128 €", "128"),
        ("promotion 3", "promotion 30"),
        ("rien", ""),
    ],
)
def test_not_found(text: str, expected: str) -> None:
    assert not holds(text, expected)


def test_every_group_needs_one_alternative() -> None:
    assert missing("onze défis en 2017", [["11", "onze"], ["2018", "2019"]]) == ["2018 | 2019"]


def test_forbidden_strings_are_named() -> None:
    assert forbidden("35 heures", ["35 heures", "39 heures"]) == ["35 heures"]
