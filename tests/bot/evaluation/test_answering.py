"""What counts as right, as answered wrongly and as made up."""

from bot.evaluation.answering import dialogue_figures, made_up, question_figures, unanswerable_figures
from tests.bot.evaluation.samples import graded


def test_right_needs_status_and_facts() -> None:
    assert graded("Ils étaient 28.").right
    assert graded("Ils étaient 32.").faults == ("missing 28",)
    assert graded("28", "clarify").faults == ("status clarify, expected answered",)
    assert graded("28 ou 30", must_not=("30",)).faults == ("holds 30",)


def test_any_status_when_none_is_named() -> None:
    assert graded("28", "clarify", statuses=()).right


def test_question_figures() -> None:
    grades = [graded("28"), graded("12"), graded("?", "not_found", lang="en", kind="pay")]
    figures = question_figures(grades)
    assert figures["accuracy"] == 0.3333
    assert figures["answered_wrongly"] == 0.3333
    assert figures["by_kind"]["count"] == {"questions": 2, "accuracy": 0.5}
    assert figures["by_language"] == {"en": 0.0, "fr": 0.5}
    assert [one["answer"] for one in figures["wrong"]] == ["12", "?"]


def test_made_up() -> None:
    refused = {"statuses": ("not_found", "contact"), "must": ()}
    assert not made_up(graded("rien", "not_found", **refused))
    assert not made_up(graded("précisez", "clarify", **refused))
    assert made_up(graded("42", "answered", **refused))
    assert made_up(graded("35 heures", "contact", must_not=("35 heures",), **refused))
    figures = unanswerable_figures([graded("42", **refused), graded("rien", "contact", **refused)])
    assert (figures["as_expected"], figures["answered_though_unanswerable"]) == (0.5, 0.5)


def test_a_dialogue_is_right_when_every_turn_is() -> None:
    figures = dialogue_figures([[graded("28"), graded("12")], [graded("28")]])
    assert (figures["turns"], figures["turns_right"], figures["dialogues_right"]) == (3, 0.6667, 0.5)


def test_nothing_asked() -> None:
    assert question_figures([])["accuracy"] == 0.0
