"""A report is meant whose title alone says all that a message names."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.reports.bodies.kinds import KIND_STEMS
from actions.reports.bodies.title_words import titled_wholly
from actions.reports.routing import names_what_reports_tell
from tests.actions.report_base import asked

_TITLES = {
    "1": "les données personnelles de santé gérées par l assurance maladie une sécurité à renforcer",
    "2": "la gestion de la fiscalité directe locale par la dgfip",
    "3": "commune de montclair enquête debitex",
}
BASE: Any = SimpleNamespace(
    titles=lambda _least: tuple(_TITLES.values()),
    called=lambda title: [SimpleNamespace(id=key) for key, one in _TITLES.items() if one == title],
    find_organisations=lambda *_: [],
    titled=lambda names: [one for one in _TITLES.values() if set(names) <= set(one.split())],
    report_shares=lambda terms: dict.fromkeys(terms, 0.01),
)
DESK: Any = SimpleNamespace(reports=BASE, vocabulary=frozenset({"quelle"}))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Quelles recommandations sur la fiscalité directe locale à la DGFiP ?", "2"),
        ("données de santé assurance maladie sécurité problèmes", "1"),
        ("la fiscalité directe des entreprises", None),
        ("la santé", None),
    ],
)
def test_the_report_whose_title_says_every_word(text: str, key: str | None) -> None:
    assert titled_wholly(text, BASE) == key


def test_the_words_of_a_title_are_for_the_reports() -> None:
    read = asked("données de santé assurance maladie sécurité problèmes", "out_of_scope")
    hosted = replace(read, entities={"administration": ("cnam",)})
    assert names_what_reports_tell(hosted, DESK)
    assert not names_what_reports_tell(asked("un défi sur les données de santé ?", "out_of_scope"), DESK)


def test_a_name_that_only_titles_have_is_for_the_reports() -> None:
    assert names_what_reports_tell(asked("debitex c'est fini ?", "nlu_fallback", Focus()), DESK)
    assert not names_what_reports_tell(asked("debitex c'est fini ?", "programme_state", Focus()), DESK)


def test_where_somebody_lives_is_not_for_the_reports() -> None:
    assert not names_what_reports_tell(asked("j'habite montclair, puis-je ?", "nlu_fallback", Focus()), DESK)


def test_a_short_word_for_a_hospital_is_no_matter() -> None:
    assert {"chu", "chru"} <= KIND_STEMS
