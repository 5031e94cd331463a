"""What is said under a property, and what is said when nothing is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.answer import Source
from actions.conversation.focus import Focus
from actions.evidence import Passage
from actions.question import Question, read_message
from actions.tell import answer_with, known_promotions, no_such_promotion, tell, tell_number
from tests.actions.conftest import Talk


def read(talk: Talk, text: str, intent: str) -> Question:
    return read_message(talk.message(text, intent), Focus(), talk.desk.now)


def test_promotions_that_exist_and_those_that_do_not(talk: Talk) -> None:
    question = read(talk, "les promotions 3 et 9", "pay")
    assert known_promotions(question, talk.desk) == (["3"], ["9"])
    answer = no_such_promotion(question, talk.desk, ["9"])
    assert answer.status == "not_found" and answer.quick_replies


def test_a_property_nobody_speaks_of(talk: Talk) -> None:
    answer = tell(read(talk, "xyzzy", "pay"), talk.desk, ("none",), "topic_pay")
    assert answer.status == "not_found"


def test_every_value_of_every_source(talk: Talk) -> None:
    for promotion in ("1", "2", "3", "4", "5", "6", "7"):
        question = read(talk, f"combien d'EIG dans la promotion {promotion} ?", "count_eig")
        answer = tell_number(question, talk.desk, "eig_count", "topic_count_eig")
        values = talk.base.rows(
            "select distinct number from statement where subject = ? and property = 'eig_count'", (promotion,)
        )
        assert values
        assert all(f"{row['number']:g}" in answer.text for row in values), answer.text


def test_what_holds_today_comes_before_what_a_promotion_of_the_past_had(talk: Talk) -> None:
    question = read_message(talk.message("un designer touche combien ?", "pay"), Focus(), talk.desk.now)
    answer = answer_with(question, [_paid("DIG", 0.6), _paid("aujourd'hui", 0.4, current=True)], ())
    assert answer is not None and answer.text.startswith("aujourd'hui")
    far = answer_with(question, [_paid("DIG", 0.6), _paid("aujourd'hui", 0.2, current=True)], ())
    assert far is not None and far.text.startswith("DIG")


def test_an_entry_asked_for_in_these_words_comes_before_what_the_intent_says_first(talk: Talk) -> None:
    question = read(talk, "je suis malvoyante, le poste est-il adapté ?", "faq_other")
    entry = replace(_paid("le handicap", 0.55), property="faq", score=0.6)
    stock = replace(_paid("les locaux", 0.3, current=True), score=0.8)
    answer = answer_with(question, [stock, entry], ())
    assert answer is not None and answer.text.startswith("le handicap")
    nearly = answer_with(question, [replace(stock, fit=0.5), entry], ())
    assert nearly is not None and nearly.text.startswith("les locaux")


def test_what_lies_far_behind_the_first_is_set_aside(talk: Talk) -> None:
    question = read(talk, "un designer touche combien ?", "pay")
    found = [_paid("la paie", 0.7), _paid("la prime", 0.65), _paid("les congés", 0.3)]
    answer = answer_with(question, found, ())
    assert answer is not None and "les congés" in answer.text
    assert {row for row in answer.rows if row in answer.aside} == {found[2].row}


def test_what_the_intent_asks_for_is_set_aside_where_it_is_of_another_matter(talk: Talk) -> None:
    question = read(talk, "je suis au chômage, je peux postuler ?", "eligibility")
    jobless = replace(_paid("sans emploi", 0.6), property="faq")
    students, age = (replace(_paid(said, fit), score=0.8) for said, fit in (("licence", 0.3), ("âge", 0.45)))
    answer = answer_with(question, [jobless, students, age], ())
    assert answer is not None
    told, other = next(row for row in answer.rows if row.endswith("âge")), students.row
    assert other in answer.aside and told not in answer.aside
    of_the_third = replace(students, subject="3")
    asked = answer_with(question, [jobless, of_the_third, age], ("3",))
    assert asked is not None and other not in asked.aside


def test_a_question_on_the_past_sets_aside_only_what_is_of_another_matter(talk: Talk) -> None:
    question = read(talk, "comment s'appelaient les premiers EIG, avant ?", "pay")
    found = [_paid("le nom", 0.6), _paid("la paie", 0.42), _paid("la semaine d'accueil", 0.3)]
    answer = answer_with(question, found, ())
    assert answer is not None and answer.aside >= {found[2].row} and found[1].row not in answer.aside


def test_an_entry_that_fits_far_better_than_the_property_comes_first(talk: Talk) -> None:
    question = read(talk, "je suis autodidacte, ça bloque ?", "eligibility")
    condition = replace(_paid("les études", 0.36), score=0.82)
    entry = replace(_paid("aucun diplôme", 0.5), property="faq", row="faq:aucun")
    answer = answer_with(question, [condition, entry], ())
    assert answer is not None and answer.rows[0] == "faq:aucun"
    near = answer_with(question, [condition, replace(entry, fit=0.4)], ())
    assert near is not None and near.rows[0] == condition.row


def _paid(said: str, fit: float, current: bool = False) -> Passage:
    return Passage(
        f"{said} : tant.",
        said,
        "pay",
        (Source("s", "Titre"),),
        f"statement:{said}",
        fit,
        fit,
        current=current,
    )


def test_the_values_of_a_table_stand_in_one_order_whatever_was_asked(talk: Talk) -> None:
    asked = (
        "combien d'EIG par promotion ?",
        "effectifs des promotions",
        "et les EIG, combien à chaque fois ?",
    )
    tables = {talk.ask(text, "count_eig").text.partition("– promotion 1")[2] for text in asked}
    assert len(tables) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour, journaliste, je cherche le nombre d'EIG par promotion depuis 2017",
        "Pour un article : effectifs de chaque promotion EIG",
    ],
)
def test_a_journalist_is_given_the_table(talk: Talk, text: str) -> None:
    assert "promotion 2 : 27 ou 28" in talk.ask(text, "nlu_fallback", confidence=0.3).text


def test_what_the_state_adds_is_no_cost_of_a_promotion(talk: Talk) -> None:
    told = talk.ask("quel a été le coût de chaque promotion ?", "promotion_budget").text
    assert "– promotion 3 : 2" in told and "promotion 4 : 1" not in told
    assert "La promotion 4 est cofinancée" in told
    assert "cofinancée" in talk.ask("quel budget pour la promo 4 ?", "promotion_budget").text


def test_how_to_apply_is_told_as_it_is_today_before_what_a_file_held(talk: Talk) -> None:
    source = Source("s", "Titre", as_of="2026-04-01")
    file = replace(_paid("un dossier", 0.6, current=True), subject="7", property="application_content")
    now = replace(_paid("aucun", 0.5, current=True), property="application_procedure", sources=(source,))
    now = replace(now, subject="programme")

    def first(text: str) -> str:
        answer = answer_with(read(talk, text, "apply_procedure"), [file, now], ())
        return answer.text if answer is not None else ""

    assert first("comment candidater ?").startswith("aucun")
    assert first("que contient le dossier ?").startswith("un dossier")


def test_what_a_file_holds_is_told_first_where_it_is_asked_about(talk: Talk) -> None:
    told = talk.ask("que contient le dossier de candidature ?", "apply_procedure").text.partition("\n")[0]
    assert "section" in told
