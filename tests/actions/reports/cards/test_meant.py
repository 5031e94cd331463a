"""Messages that mean the report of a card whatever was heard of them."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.reports.cards.meant import (
    another_card,
    is_of_a_card,
    is_rather_of_a_card,
    surest_card,
    words_of_a_card,
)
from tests.actions.report_base import asked


def _desk(card: float, other: float) -> Any:
    """A desk whose nearest card is that of one report, with « DALO » in its title."""

    def search(_: str, __: int, kinds: tuple[str, ...]) -> list[Any]:
        score = card if kinds == ("card",) else other
        return [SimpleNamespace(ref="395050", score=score, similarity=score)]

    def titled(names: list[str]) -> list[Any]:
        return [SimpleNamespace(id="395050")] if names == ["dalo"] else []

    return SimpleNamespace(
        search=SimpleNamespace(search=search, scores=lambda *_: {}),
        reports=SimpleNamespace(titled=titled, report=lambda key: key, absent_terms=lambda _, terms: terms),
        vocabulary=frozenset({"logement"}),
    )


@pytest.mark.parametrize(
    ("text", "card", "other", "meant"),
    [
        ("dalo ça marche ou pas", 0.7, 0.3, True),
        ("dalo ça marche ou pas", 0.4, 0.5, False),
        ("le logement ça marche ou pas", 0.7, 0.3, False),
        ("le DALO d'un EIG", 0.7, 0.3, False),
    ],
)
def test_a_word_of_the_title_that_nothing_else_uses(
    text: str, card: float, other: float, meant: bool
) -> None:
    assert is_of_a_card(asked(text, "remote_work"), _desk(card, other)) is meant


def test_a_challenge_named_is_no_card() -> None:
    question = replace(asked("dalo", "pay"), entities={"challenge": ("smash",)})
    assert not words_of_a_card(question, _desk(0.7, 0.3))
    assert words_of_a_card(asked("le DALO", "pay"), _desk(0.7, 0.3)) == ["dalo"]


def test_a_challenge_of_the_talk_before_is_none_of_the_message() -> None:
    question = replace(asked("DALO ça a coûté combien", "pay"), entities={"challenge": ("smash",)})
    assert is_of_a_card(replace(question, inherited=frozenset({"challenge"})), _desk(0.7, 0.3))


def test_far_ahead_is_asked_of_a_message_that_sounds_like_no_report() -> None:
    question = asked("le logement opposable", "out_of_scope")
    assert surest_card(question, _desk(0.6, 0.5), 0.05) and not surest_card(question, _desk(0.6, 0.5), 0.2)


def test_in_a_talk_on_reports_the_nearest_card_is_meant() -> None:
    text = "autre chose : le logement opposable"
    talk = Focus(intent="report_search", text="et la dette ?", status="answered")
    assert is_rather_of_a_card(asked(text, "describe_challenge", talk), _desk(0.6, 0.5))
    assert not is_rather_of_a_card(asked(text, "describe_challenge"), _desk(0.6, 0.5))
    assert not is_rather_of_a_card(asked("le défi du logement", "describe_challenge", talk), _desk(0.6, 0.5))


SPOKEN_OF = "389794"


def _cards(*scores: tuple[str, float], similarity: float = 0.6) -> Any:
    """A desk with cards as near as told; « douaniers » is in the title of one."""
    hits = [SimpleNamespace(ref=ref, score=score, similarity=similarity) for ref, score in scores]
    return SimpleNamespace(
        search=SimpleNamespace(
            search=lambda *_: hits, scores=lambda *_: {hit.ref: hit for hit in hits if hit.ref == SPOKEN_OF}
        ),
        reports=SimpleNamespace(
            report=lambda key: key,
            absent_terms=lambda _, terms: tuple(one for one in terms if one != "log"),
            titled=lambda said: [SimpleNamespace(id="390122")] if "douaniers" in said else [],
        ),
        vocabulary=frozenset(),
    )


@pytest.mark.parametrize(
    ("text", "cards", "other"),
    [
        ("et les douaniers, pareil ?", (("390122", 0.6), ("392806", 0.4), (SPOKEN_OF, 0.1)), "390122"),
        ("et les impôts locaux, pourquoi ?", (("395340", 0.7), ("393482", 0.4), (SPOKEN_OF, 0.1)), "395340"),
        ("et les impôts locaux, pourquoi ?", (("395340", 0.7), ("393482", 0.4), (SPOKEN_OF, 0.5)), None),
        ("et les impôts locaux, pourquoi ?", (("395340", 0.7), ("393482", 0.65), (SPOKEN_OF, 0.1)), None),
        ("et le loyer ?", (("390122", 0.6), ("395050", 0.45), (SPOKEN_OF, 0.1)), None),
        ("et les logements ?", ((SPOKEN_OF, 0.7), ("395050", 0.2)), None),
        ("et les logements ?", (("395050", 0.9), (SPOKEN_OF, 0.2)), None),
        ("et l'EIG des douaniers ?", (("390122", 0.6), (SPOKEN_OF, 0.1)), None),
    ],
)
def test_a_talk_goes_over_to_a_card_much_nearer_than_its_own(
    text: str, cards: tuple[tuple[str, float], ...], other: str | None
) -> None:
    assert another_card(asked(text, "report_search"), SPOKEN_OF, _cards(*cards)) == other


def test_words_alone_tell_no_other_card() -> None:
    desk = _cards(("390122", 0.6), (SPOKEN_OF, 0.1), similarity=0.2)
    assert another_card(asked("et les douaniers, pareil ?", "report_search"), SPOKEN_OF, desk) is None


def test_a_report_without_a_card_is_left_for_a_word_of_a_title_alone() -> None:
    assert another_card(asked("c koi le DALO", "report_search"), "388687", _desk(0.7, 0.3)) == "395050"
    assert another_card(asked("et le logement ?", "report_search"), "388687", _desk(0.7, 0.3)) is None
