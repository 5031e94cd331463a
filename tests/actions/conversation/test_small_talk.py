"""Courtesy, sources, and the way to a person."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from actions.answer import Answer, Source
from actions.conversation.focus import Focus
from actions.conversation.next_focus import next_focus
from actions.fallback import examples
from tests.actions.conftest import Talk, understood


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "intent", ["greet", "goodbye", "thank", "bot_identity", "capabilities", "affirm", "deny"]
)
def test_courtesy_states_no_fact(talk: Talk, intent: str, lang: str) -> None:
    answer = talk.ask("bonjour", intent, lang=lang)
    assert answer.status == "smalltalk"
    assert not answer.sources
    assert "!" not in answer.text


def test_a_person_is_offered_with_a_prepared_message(talk: Talk) -> None:
    talk.ask("combien gagne un EIG ?", "pay")
    answer = talk.ask("je veux parler à quelqu'un, mon numéro est le 06 12 34 56 78", "human_contact")
    assert answer.status == "contact"
    assert answer.contact and answer.sources
    assert "combien gagne un EIG" in answer.contact.body
    assert "06 12" not in answer.contact.body
    assert answer.contact.mailto.startswith(f"mailto:{answer.contact.email}?subject=")


def test_the_source_of_the_last_answer(talk: Talk) -> None:
    assert talk.ask("d'où vient ce chiffre ?", "explain_source").status == "smalltalk"
    before = talk.ask("combien d'EIG dans la promotion 2 ?", "count_eig")
    answer = talk.ask("d'où vient ce chiffre ?", "explain_source")
    assert answer.status == "answered"
    assert {s.title for s in answer.sources} == {s.title for s in before.sources}
    assert before.sources[0].title in answer.text


def test_after_a_refusal_the_sources_are_those_before(talk: Talk) -> None:
    before = talk.ask("combien d'EIG dans la promotion 2 ?", "count_eig")
    assert talk.ask("combien de chats ont-ils ?", "unknown_detail").status == "not_found"
    answer = talk.ask("d'où tenez-vous ça ?", "explain_source")
    assert {s.title for s in answer.sources} == {s.title for s in before.sources}
    assert answer.text.startswith("Ma dernière réponse ne donnait aucun fait")


def test_small_talk_keeps_the_subject(talk: Talk) -> None:
    talk.ask("combien d'EIG dans la promotion 3 ?", "count_eig")
    talk.ask("merci", "thank")
    assert "28" in talk.ask("et la deuxième ?", "follow_up").text


def test_after_several_failures_a_person_is_offered(talk: Talk) -> None:
    for _ in range(2):
        assert talk.ask("quelle est la recette du cassoulet ?", "out_of_scope").status == "out_of_scope"
    assert talk.ask("et celle de la tartiflette ?", "out_of_scope").status == "contact"


def test_the_link_is_that_of_the_last_answer(talk: Talk) -> None:
    assert talk.ask("le lien stp", "report_locate").status == "smalltalk"
    before = talk.ask("combien gagne un EIG ?", "pay")
    addresses = {source.url for source in before.sources if source.url}
    answer = talk.ask("tu peux me donner le lien ?", "report_locate")
    assert answer.status == "answered"
    assert addresses & {link.url for link in answer.links}
    assert all(link.url in answer.text for link in answer.links)


def test_a_link_to_something_is_another_question(talk: Talk) -> None:
    talk.ask("combien gagne un EIG ?", "pay")
    asked = talk.ask("le lien pour candidater", "apply_procedure")
    assert "dernière réponse" not in asked.text


def test_the_source_in_a_report_is_named_by_its_section_not_by_its_anchor(talk: Talk) -> None:
    source = Source("r", "Commune de Montclair", "CRC", "/rapports/1#s2-b1", "La dette", report="1")
    talk.focus = Focus(sources=(asdict(source),), status="answered")
    assert talk.ask("d'où vient ce chiffre ?", "explain_source").text.endswith("CRC, La dette.")


def test_the_page_asked_for_is_no_question_for_the_sources(talk: Talk) -> None:
    source = Source("r", "Commune de Montclair", "CRC", "/rapports/1#s2-b1", "La dette", report="1")
    talk.focus = Focus(sources=(asdict(source),), status="answered")
    talk.ask("et quelle page ?", "explain_source")
    assert understood(talk).intent == "report_locate"


def test_examples_ask_when_a_call_closes_only_while_one_is_open(talk: Talk) -> None:
    closed = [one.label for one in talk.ask("bonjour", "greet").quick_replies]
    assert closed == ["Comment devenir EIG ?", "Qui peut candidater ?", "Combien gagne un EIG ?"]
    during = talk.on("2025-09-20").ask("bonjour", "greet").quick_replies
    assert during[0].label == "Quand ferme l'appel à candidatures ?"


@pytest.mark.parametrize(
    "text", ["tu réponds pas à ma question", "you did not answer my question", "c'est pas ma question"]
)
def test_a_question_that_was_not_answered_is_apologised_for(talk: Talk, text: str) -> None:
    answer = talk.ask(text, "deny", confidence=0.8)
    assert answer.status == "smalltalk" and answer.contact is not None
    assert talk.desk.contact_email() in answer.text


@pytest.mark.parametrize("text", ["?????", "😀", "x" * 300, "aaaa aaaaa"])
def test_what_holds_no_word_is_not_understood(talk: Talk, text: str) -> None:
    answer = talk.ask(text, "promotion_dates")
    assert (answer.status, answer.sources) == ("out_of_scope", ())
    assert "pas compris" in answer.text
    assert talk.ask("aaa 2014", "count_eig").text != answer.text


def test_after_messages_without_words_a_person_is_offered(talk: Talk) -> None:
    statuses = [talk.ask(text, "promotion_dates").status for text in ("???", "!!!", "...", "😀")]
    assert statuses == ["out_of_scope", "out_of_scope", "contact", "contact"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Ça va, un grand merci", "greet"),
        ("Je vous remercie de l'attention que vous avez portée à mes demandes.", "nlu_fallback"),
        ("thanks a lot for your help", "nlu_fallback"),
    ],
)
def test_thanks_are_known_by_their_words(talk: Talk, text: str, intent: str) -> None:
    assert talk.ask(text, intent, confidence=0.3).status == "smalltalk"
    assert talk.question is not None and talk.question.intent == "thank"


def test_thanks_that_ask_something_do_not_stand_alone(talk: Talk) -> None:
    talk.ask("merci, et combien d'EIG dans la promotion 2 ?", "count_eig")
    assert talk.question is not None and talk.question.intent == "count_eig"


def test_each_fact_told_has_its_source_in_its_order(talk: Talk) -> None:
    talk.ask("combien gagne un EIG ?", "pay")
    (entry,) = talk.desk.faq(["prog-contact"])
    talk.focus = replace(talk.focus, rows=("faq:prog-contact", *talk.focus.rows))
    told = talk.ask("d'où vient ce chiffre ?", "explain_source").text.split("\n")
    assert told[1].startswith(f"{entry.answer('fr')} – {entry.cited[0].title}")
    assert "4 250" in " ".join(told[2:])


def test_a_complaint_gets_regret_and_the_address(talk: Talk) -> None:
    answer = talk.ask("vous servez à rien", "insult", confidence=0.9)
    assert answer.status == "smalltalk" and answer.contact is not None
    assert talk.desk.contact_email() in answer.text


@pytest.mark.parametrize(
    ("text", "reports", "on_reports"),
    [
        ("quel temps fera-t-il demain ?", (), False),
        ("quel temps fera-t-il demain ?", (("report:1",),), True),
        ("le rapport dit-il quel temps il fera ?", (), True),
    ],
)
def test_examples_are_of_what_the_talk_is_on(
    talk: Talk, text: str, reports: tuple[tuple[str, ...], ...], on_reports: bool
) -> None:
    talk.ask(text, "out_of_scope")
    asked = replace(understood(talk), focus=Focus(reports=reports))
    offered = [one.text for one in examples(asked, talk.desk)]
    assert all("rapports" in one for one in offered) is on_reports


def test_after_a_refusal_no_passage_is_claimed(talk: Talk) -> None:
    source = Source("r", "Commune de Montclair", "CRC", "/rapports/1#s2-b1", "La dette", report="1")
    nearest = Focus(sources=(asdict(source),), status="not_found", told_before=())
    talk.focus = nearest
    assert "Montclair" not in talk.ask("qui vous a dit ça ?", "explain_source").text
    before = asdict(replace(source, title="Commune de Valbrune"))
    talk.focus = replace(nearest, told_before=(before,))
    answer = talk.ask("qui vous a dit ça ?", "explain_source")
    assert "Valbrune" in answer.text and "Montclair" not in answer.text


def test_a_refusal_does_not_replace_what_the_last_answer_rested_on(talk: Talk) -> None:
    source = Source("r", "Commune de Montclair", "CRC", "/rapports/1#s2-b1", "La dette", report="1")
    talk.ask("combien gagne un EIG ?", "pay")
    question = replace(understood(talk), focus=talk.focus)
    focus = next_focus(question, Answer("not_found", "", (), (source,)))
    assert focus.told_before == talk.focus.sources and focus.to_slot()["told_before"]
    assert Focus.from_slot(focus.to_slot()) == focus


def test_an_address_is_told_once(talk: Talk) -> None:
    assert talk.ask("votre mail ?", "contact_address").text.count("eig@beta.gouv.fr") == 1
