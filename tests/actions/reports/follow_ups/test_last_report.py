"""Messages on the report last spoken of as a whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.answer import ItemList, Paragraph
from actions.conversation.focus import Focus
from actions.conversation.next_focus import next_focus
from actions.registry import answer_to
from actions.reports.follow_ups.last_report import ON_THE_LAST, beginning, wish_on_the_last
from tests.actions.report_base import asked


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Ça parle de quoi exactement ?", "report_about"),
        ("le rapport parle de quoi en gros", "report_about"),
        ("What is it about exactly?", "report_about"),
        ("Vous me parlez de laquelle là ?", "report_meant"),
        ("de quelle ville vous parlez ?", "report_meant"),
        ("c'est quel rapport ?", "report_meant"),
        ("est-ce encore vrai aujourd'hui ?", "report_since"),
        ("ils sont toujours valables ces chiffres ?", "report_since"),
        ("is it still true today?", "report_since"),
        ("plus court stp", "report_in_short"),
        ("c'est trop long, résume", "report_in_short"),
        ("Je ne comprends rien à vos citations, faites plus court", "report_in_short"),
        ("en une phrase ?", "report_in_short"),
        ("trop compliqué, plus simple", "report_in_short"),
        ("et la dette en une phrase ?", None),
        ("la dette a-t-elle changé depuis 2012 ?", None),
        ("de quelle école parlez-vous à propos du budget ?", None),
        ("combien d'agents aujourd'hui ?", None),
    ],
)
def test_only_a_message_without_a_matter_is_on_the_whole(
    text: str, intent: str | None, on_montclair: Focus
) -> None:
    assert wish_on_the_last(asked(text, "report_search", on_montclair)) == intent


def test_there_is_none_without_a_report_before() -> None:
    assert wish_on_the_last(asked("plus court", "report_search")) is None


def test_a_report_says_nothing_of_what_came_after_it(desk: Any, on_montclair: Focus) -> None:
    answer = answer_to(asked("encore vrai aujourd'hui ?", "report_since", on_montclair), desk)
    assert answer.text.startswith("Ce rapport est du 5 mars 2016 : il ne dit rien de ce qui a changé depuis")


def test_in_short_the_first_of_what_was_quoted_is_told(desk: Any, on_montclair: Focus) -> None:
    question = asked("plus court", "report_in_short", on_montclair)
    answer = answer_to(question, desk)
    assert answer.status == "answered" and len(answer.text) < 500
    refused = replace(on_montclair, status="not_found")
    assert answer_to(asked("plus court", "report_in_short", refused), desk).status == "not_found"


def test_what_a_report_is_about_is_told_by_its_beginning(desk: Any, on_montclair: Focus) -> None:
    answer = answer_to(asked("ça parle de quoi ?", "report_about", on_montclair), desk)
    assert "Montclair" in answer.text and any(block.type == "quote" for block in answer.blocks)


@pytest.mark.parametrize("intent", ON_THE_LAST)
def test_the_talk_stays_where_it_was(desk: Any, on_montclair: Focus, intent: str) -> None:
    question = asked("plus court", intent, on_montclair)
    after = next_focus(question, answer_to(question, desk))
    assert (after.text, after.sources, after.status) == (
        on_montclair.text,
        on_montclair.sources,
        on_montclair.status,
    )


def test_a_report_that_answers_is_no_list_though_one_was_heard(desk: Any, on_montclair: Focus) -> None:
    question = asked("ça rapporte combien", "report_list", on_montclair)
    told = answer_to(asked("ça parle de quoi ?", "report_about", on_montclair), desk)
    quoted = replace(told, blocks=(Paragraph("Le stationnement rapporte peu."),))
    listed = replace(told, blocks=(ItemList(("un", "deux")),))
    assert next_focus(question, quoted).intent == "report_search"
    assert next_focus(question, listed).intent == "report_list"


def test_one_sentence_is_kept_however_long() -> None:
    assert beginning(f"{'long ' * 100}. Autre phrase.").startswith("long long")
    assert beginning("Une. Deux. Trois.") == "Une. Deux. Trois."
    assert beginning(f"Reçu par M. Martin{' encore' * 60}. Après.").endswith("encore.")


@pytest.mark.parametrize(
    "text",
    [
        "c'est de quand ?",
        "ça date de quelle année ces chiffres ?",
        "de quand datent ces chiffres",
        "how old is it?",
        "which years are these figures from?",
    ],
)
def test_what_was_quoted_is_dated(desk: Any, on_montclair: Focus, text: str) -> None:
    question = asked(text, "explain_source", on_montclair)
    assert wish_on_the_last(question) == "report_dated"
    answer = answer_to(replace(question, intent="report_dated"), desk)
    assert answer.status == "answered" and "5 mars 2016" in answer.text


@pytest.mark.parametrize("text", ["de quelle année date le pont ?", "quel est le plus récent ?"])
def test_the_date_of_something_else_is_not_that_of_the_report(on_montclair: Focus, text: str) -> None:
    assert wish_on_the_last(asked(text, "report_search", on_montclair)) is None


def test_no_year_is_said_to_be_quoted_after_a_refusal(desk: Any, on_montclair: Focus) -> None:
    quoted = answer_to(asked("de quand datent ces chiffres ?", "report_dated", on_montclair), desk)
    assert "extraits" in quoted.text
    refused = replace(on_montclair, status="not_found")
    told = answer_to(asked("de quand datent ces chiffres ?", "report_dated", refused), desk)
    assert "extraits" not in told.text


@pytest.mark.parametrize(
    "text", ["vous vous répétez", "c'est encore la même réponse !", "you already told me that"]
)
def test_a_complaint_on_a_report_gets_regret_and_ways_on(desk: Any, on_montclair: Focus, text: str) -> None:
    question = asked(text, "insult", on_montclair)
    assert wish_on_the_last(question) == "report_unanswered"
    answer = answer_to(replace(question, intent="report_unanswered"), desk)
    assert answer.status == "smalltalk" and len(answer.quick_replies) > 1 and not answer.sources
