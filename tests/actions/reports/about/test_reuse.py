"""What is asked of the reports as texts, not of what they say."""

from __future__ import annotations

from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.registry import REGISTRY
from actions.reports.about.reuse import on_the_texts, wish_on_the_texts
from tests.actions.report_base import asked

ON_A_REPORT = Focus(intent="report_search", sources=({"report": "101"},))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Where can I download the data?", "reports_reuse"),
        ("Ai-je le droit de republier des extraits de ces rapports ?", "reports_reuse"),
        ("sous quelle licence sont les rapports ?", "reports_reuse"),
        ("Are the reports available in English?", "reports_language"),
        ("que dit-il des données de santé ?", None),
        ("le maire peut-il partager son bureau ?", None),
    ],
)
def test_a_wish_on_the_texts_is_no_search_in_them(text: str, intent: str | None) -> None:
    assert wish_on_the_texts(asked(text, "report_search", ON_A_REPORT)) == intent
    if intent is not None:
        assert REGISTRY[intent] is on_the_texts


def test_the_data_of_the_programme_are_another_matter() -> None:
    assert wish_on_the_texts(asked("où télécharger les données ?", "faq_other")) is None


@pytest.mark.parametrize(
    "text",
    [
        "pk vous avez pas les rapports locaux",
        "ils sont où les rapports des chambres régionales ?",
        "quelles chambres ont fait le plus de rapports ?",
    ],
)
def test_whose_reports_the_base_has_is_counted(desk: Any, text: str) -> None:
    read = asked(text, "report_list", ON_A_REPORT)
    assert wish_on_the_texts(read) == "reports_held"
    answer = REGISTRY["reports_held"](read.with_intent("reports_held"), desk)
    assert answer.status == "answered" and "3 rapports" in answer.text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("quelles sont vos sources pour les rapports nationaux ?", "reports_sources"),
        ("d'où viennent vos rapports ?", "reports_sources"),
        ("vous avez le texte complet ?", "reports_text"),
        ("do you have the full text?", "reports_text"),
        ("rapport", "reports_held"),
        ("vous avez le texte complet du règlement ?", None),
        ("le rapport complet sur La Poste dit quoi ?", None),
    ],
)
def test_the_texts_may_be_asked_for_as_a_first_question(text: str, intent: str | None) -> None:
    assert wish_on_the_texts(asked(text, "report_search")) == intent
