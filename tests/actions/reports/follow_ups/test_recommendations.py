"""« c'est fait ? » after recommendations is answered by what became of them, or that it is not said."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.question import Question
from actions.reports.follow_ups.recommendations import (
    asks_whether_done,
    one_of_them,
    points_to_one_of_them,
    what_became_of_them,
)
from actions.reports.subject import Subject
from knowledge.reports.models import Place, RecommendationRow
from tests.actions.reports.figures.test_choice import REPORT


def _base(*states: str | None) -> Any:
    rows = tuple(
        RecommendationRow(
            REPORT, str(n), "Tenir un inventaire.", "recommendation", state, None, Place("s1", ())
        )
        for n, state in enumerate(states, 1)
    )
    return SimpleNamespace(
        recommendations=lambda _: rows,
        report=lambda _: SimpleNamespace(summary=REPORT, audited=(), recommendations=0, figures=0),
        audits=lambda _: (),
    )


SUBJECT = Subject("", reports=("1",), continued=True)


def _question(text: str, before: str = "report_recommendations") -> Any:
    focus = SimpleNamespace(intent=before, failures=0, said="", text="")
    words = tuple(word for word in text.split() if len(word) > 5)
    return SimpleNamespace(
        text=text, focus=focus, content_words=words, lang="fr", intent="report_search", said=text
    )


@pytest.mark.parametrize(
    ("text", "before", "asked"),
    [
        ("est ce que c'est fait", "report_recommendations", True),
        ("et elles ont été suivies ?", "report_recommendations", True),
        ("have they been implemented?", "report_recommendations", True),
        ("est ce que c'est fait", "report_figure", False),
        ("comment est fait le budget", "report_recommendations", False),
        ("le budget est fait par qui", "report_recommendations", False),
    ],
)
def test_only_after_recommendations_and_nothing_else_is_asked(text: str, before: str, asked: bool) -> None:
    question: Question = _question(text, before)
    assert asks_whether_done(question, SUBJECT, _base("mise en œuvre")) is asked


def test_the_states_given_are_told_and_their_lack_is_said() -> None:
    desk: Any = SimpleNamespace(contact_email=lambda: "a@b.fr", reports=None)
    told = what_became_of_them(_question("c'est fait ?"), desk, _base("mise en œuvre", None), SUBJECT)
    assert told.status == "answered" and "(mise en œuvre)" in told.text and "n° 2" not in told.text
    untold = what_became_of_them(_question("c'est fait ?"), desk, _base(None), SUBJECT)
    assert untold.status == "not_found" and "ne dit pas si ces recommandations" in untold.text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("la dernière, c'est quoi exactement ?", "3"),
        ("et la deuxième ?", "2"),
        ("la n° 2", "2"),
        ("juste la n° 2", "2"),
        ("seulement la première", "1"),
        ("recommandation 1 ?", "1"),
        ("the first one?", "1"),
        ("la 4 ?", None),
        ("et la dette ?", None),
        ("2 ans ?", None),
    ],
)
def test_one_of_the_recommendations_is_told_by_its_place(text: str, number: str | None) -> None:
    told = one_of_them(_question(text), _base(None, None, None), SUBJECT)
    assert (told is None) is (number is None)
    if told is not None:
        assert f"n° {number} :" in told.text and told.text.count("inventaire") == 1


def test_a_place_points_to_none_after_anything_else() -> None:
    assert points_to_one_of_them(_question("et la deuxième ?"))
    assert not points_to_one_of_them(_question("et la deuxième ?", "report_figure"))
