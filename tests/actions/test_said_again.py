"""What is told instead of the answer just given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.answer import Answer, ItemList, Paragraph
from actions.conversation.focus import Focus
from actions.question import Question
from actions.said_again import _clauses, unless_just_said
from tests.actions.conftest import Talk, understood

_TOLD = Answer(
    "answered",
    "",
    (
        Paragraph(
            "Depuis la promotion 7, la DINUM paie. Promotions 3 à 6 : l'administration en payait une part."
        ),
        ItemList(
            (
                "Les crédits viennent du programme 352.",
                "Une prime est versée en décembre.",
                "Signent : à Étel, M. Zwingelberg ; À Rennes, Mme Durand.",
            )
        ),
    ),
    rows=("faq:who-pays", "faq:credits"),
)


def after(talk: Talk, text: str, told: Answer = _TOLD) -> tuple[Answer, Question]:
    """What is said of ``text`` where the answer just given would be given again."""
    talk.focus = Focus("nlu_fallback", text="Qui paie les EIG ?", status="answered", rows=told.rows)
    talk.ask(text, "nlu_fallback")
    read = replace(
        understood(talk),
        text=text,
        focus=Focus("x", text="Qui paie les EIG ?", status="answered", rows=told.rows),
    )
    return unless_just_said((told, read), read, talk.desk)


@pytest.mark.parametrize("text", ["Qui paie les EIG ?", "donc qui paie exactement ?", "la DINUM, alors ?"])
def test_the_same_question_is_told_the_same(talk: Talk, text: str) -> None:
    assert after(talk, text)[0] is _TOLD


def test_a_promotion_named_is_told_what_the_answer_says_of_it(talk: Talk) -> None:
    answer, _ = after(talk, "et dans la promo 5 ?")
    assert answer.text.startswith("Promotions 3 à 6") and "promotion 7" not in answer.text
    assert answer.rows == _TOLD.rows


def test_what_the_answer_says_of_the_new_words_is_told_alone(talk: Talk) -> None:
    assert after(talk, "et la prime de décembre ?")[0].text == "Une prime est versée en décembre."


def test_a_title_before_a_name_ends_no_sentence_but_a_semicolon_a_clause(talk: Talk) -> None:
    assert after(talk, "et Zwingelberg ?")[0].text == "Signent : à Étel, M. Zwingelberg ;"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("et les zèbres verdoyants ?", "Mes sources n'en disent pas plus"),
        ("des exemples ?", "Mes sources n'en disent pas plus"),
        ("and the verdant zebras?", "My sources say no more"),
    ],
)
def test_what_nothing_tells_is_said_with_what_was_asked(talk: Talk, text: str, lead: str) -> None:
    answer, question = after(talk, text)
    assert answer.status == "not_found" and answer.text.startswith(lead)
    assert text.rstrip("?").strip() in answer.text and question.intent == "nlu_fallback"


def test_another_answer_is_given_as_it_is(talk: Talk) -> None:
    other = replace(_TOLD, rows=("faq:other",))
    talk.ask("quel est le salaire d'un EIG ?", "pay")
    read = understood(talk)
    assert unless_just_said((other, read), read, talk.desk)[0] is other


def test_a_sentence_with_a_pronoun_keeps_the_one_before() -> None:
    text = "La DINUM est un service. Elle porte le programme, par Etalab. Le siège est à Paris."
    assert _clauses(replace(_TOLD, blocks=(Paragraph(text),))) == [
        "La DINUM est un service. Elle porte le programme, par Etalab.",
        "Le siège est à Paris.",
    ]


def test_a_rule_alone_is_told_again_to_who_asks_for_it_in_other_words(talk: Talk) -> None:
    rule = replace(_TOLD, blocks=_TOLD.blocks[:1], rows=("statement:1",))
    assert after(talk, "et un virement de Montréal ?", rule)[0] is rule
    entry = replace(rule, rows=("faq:who-pays",))
    assert after(talk, "et un virement de Montréal ?", entry)[0].status == "out_of_scope"


def test_those_listed_are_not_what_the_programme_is(talk: Talk) -> None:
    talk.ask("quels défis au ministère de l'Intérieur ?", "list_challenges")
    answer = talk.ask("lesquels existent toujours ?", "programme_state")
    assert answer.status == "not_found" and "lesquels existent toujours" in answer.text


def test_the_number_and_the_promotion_are_of_those_listed(talk: Talk) -> None:
    talk.ask("quels défis au ministère de l'Intérieur ?", "list_challenges")
    assert "2 défis" in talk.ask("et lesquels en promo 3 ?", "follow_up", confidence=0.6).text
    assert "2 défis" in talk.ask("combien en tout ?", "pay").text


def test_a_challenge_s_row_is_not_told_again_for_what_it_does_not_say(talk: Talk) -> None:
    talk.ask("où est le code de MonitorFish ?", "challenge_code")
    answer = talk.ask("il y a une licence ?", "challenge_code")
    assert "github.com/MTES-MCT" not in answer.text
    talk.ask("qui a fait MonitorFish ?", "challenge_people")
    assert "Loup Theron" in talk.ask("c'est qui l'équipe ?", "challenge_people").text


def test_what_a_list_or_a_row_shows_may_be_told_again(talk: Talk) -> None:
    talk.ask("qui a fait MonitorFish ?", "challenge_people")
    assert "Loup Theron" in talk.ask("et le développeur ?", "challenge_people").text
    talk.ask("quels défis dans la santé ?", "list_challenges")
    assert talk.ask("et leurs administrations ?", "list_challenges").status == "answered"


@pytest.mark.parametrize("text", ["et en quelle année ?", "dans quel délai ?"])
def test_a_time_asked_for_is_told_by_the_answer_that_holds_one(talk: Talk, text: str) -> None:
    lead = Paragraph("Lancé en 2016, le programme prévient deux mois avant la fin.")
    told = replace(_TOLD, blocks=(lead, *_TOLD.blocks[1:]))
    assert after(talk, text, told)[0] is told
    assert after(talk, text)[0] is not _TOLD


def test_another_thing_is_told_of_instead_of_the_challenge(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.ask("combien étaient-ils sur MonitorFish ?", "challenge_people")
    other = Answer("answered", "L'inventaire des orgues de France.", rows=("challenge:orgues",))
    monkeypatch.setattr("actions.said_again.surest_other", lambda read, *_: (other, read))
    assert talk.ask("et les orgues ?", "follow_up").text == other.text
