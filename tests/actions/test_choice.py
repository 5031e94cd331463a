"""Which of several possible answers is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from actions.answer import Answer
from actions.choice import SURE_ANSWER, Candidate, _nobody_tells, _of_what_is_asked, _surest, candidates
from actions.conversation.focus import Focus
from actions.conversation.subjects import resolve
from actions.doubt import settle
from actions.final import is_final, is_silent_on_it
from actions.question import Question, read_message
from actions.registry import answer_to
from actions.silence import Silence
from tests.actions.conftest import Talk


def read(talk: Talk, text: str, *ranking: tuple[str, float]) -> Question:
    message = talk.message(text, *ranking[0])
    message["intent_ranking"] = [{"name": name, "confidence": sure} for name, sure in ranking]
    return read_message(message, Focus(), talk.desk.now)


def told_so_surely(talk: Talk, monkeypatch: pytest.MonkeyPatch, asked: str, sure: float) -> None:
    """Let an entry be the surest answer to what is asked, and how sure it is."""
    told = Candidate(read(talk, asked, ("nlu_fallback", 0.2)), Answer("answered", "Une API."), "entry")
    monkeypatch.setattr("actions.choice._surest", lambda *_: (told, sure))


def test_every_likely_reading_is_a_candidate(talk: Talk) -> None:
    first = read(
        talk, "combien gagne-t-on et pour combien de temps", ("pay", 0.5), ("contract", 0.4), ("jury", 0.01)
    )
    settled = settle(resolve(first, talk.desk), talk.desk)
    found = list(candidates(first, settled, answer_to(settled, talk.desk), talk.desk))
    assert [one.way for one in found][:2] == ["settled", "other"]
    assert "jury" not in {one.question.intent for one in found}
    assert all(one.answer.status == "answered" for one in found)


def test_a_challenge_is_known_by_its_description(talk: Talk) -> None:
    answer = talk.ask(
        "l'application qui donne la catégorie d'une arme à partir d'une photo", "nlu_fallback", confidence=0.1
    )
    assert "Basegun" in answer.text


def test_a_number_asked_for_and_not_given_is_no_answer(talk: Talk) -> None:
    answer = talk.ask("combien de femmes dans la promotion 7 ?", "count_eig", confidence=0.7)
    assert answer.status == "not_found"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("combien de jours de congés payés par an ?", "faq_other"),
        ("combien de jours de vacances a-t-on", "unknown_detail"),
    ],
)
def test_what_no_source_tells_is_said_to_be_so(talk: Talk, text: str, intent: str) -> None:
    answer = talk.ask(text, intent, confidence=0.6)
    assert answer.status == "not_found"


def test_a_wish_for_a_person_is_not_weighed(talk: Talk) -> None:
    answer = talk.ask("passez-moi quelqu'un, pas un robot", "bot_identity", confidence=0.4)
    assert answer.status == "contact"


def test_an_address_is_a_fact(talk: Talk) -> None:
    answer = talk.ask("votre adresse mail svp", "human_contact", confidence=0.6)
    assert answer.status == "answered"
    assert answer.sources


def test_a_reading_beyond_doubt_is_final(talk: Talk) -> None:
    sure = read(talk, "combien gagne un EIG ?", ("pay", 0.95))
    assert is_final(sure, answer_to(sure, talk.desk), Silence(), talk.desk)
    unsure = read(talk, "combien gagne un EIG ?", ("pay", 0.5))
    assert not is_final(unsure, answer_to(unsure, talk.desk), Silence(), talk.desk)


@pytest.mark.parametrize(("sure", "status"), [(SURE_ANSWER, "answered"), (SURE_ANSWER - 0.01, "not_found")])
def test_what_the_base_surely_tells_goes_before_reports_that_say_nothing(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, sure: float, status: str
) -> None:
    asked = "le chatbot prévu à la Cour des comptes en 2017, il a été fait finalement ?"
    told_so_surely(talk, monkeypatch, asked, sure)
    assert talk.ask(asked, "report_search", confidence=0.66).status == status
    assert talk.ask("le défi Zorglub", "describe_challenge").status == "not_found"


@pytest.mark.parametrize(
    ("sure", "status"), [(SURE_ANSWER, "answered"), (SURE_ANSWER - 0.01, "out_of_scope")]
)
def test_a_message_of_another_matter_is_answered_only_surely(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, sure: float, status: str
) -> None:
    asked = "mon radar m'a flashé à tort"
    told_so_surely(talk, monkeypatch, asked, sure)
    monkeypatch.setattr("actions.respond.is_final", lambda *_: False)
    assert talk.ask(asked, "out_of_scope", confidence=0.82).status == status


def test_in_a_talk_on_the_programme_others_are_weighed_against_another_matter(talk: Talk) -> None:
    alone = read(talk, "donc je dois attendre", ("out_of_scope", 0.62))
    talk.ask("qui peut candidater ?", "eligibility")
    within = replace(alone, focus=talk.focus)
    refused = Answer("out_of_scope", "")
    assert is_final(alone, refused, Silence(), talk.desk)
    assert not is_final(within, refused, Silence(), talk.desk)


def test_an_answer_sure_enough_goes_before_one_that_is_preferred_but_not_sure(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = read(talk, "ponts des communes", ("nlu_fallback", 0.2))
    doubted, sure = (Candidate(question, Answer("answered", text), "entry") for text in ("A", "B"))
    monkeypatch.setattr("actions.choice.weighable", lambda *_: [(doubted, {"p": 0.5}), (sure, {"p": 0.7})])
    monkeypatch.setattr("actions.choice.weighed", lambda probability, _: probability)
    monkeypatch.setattr("actions.choice.calibration", lambda: Fixed())
    best, probability = _surest(question, question, doubted.answer, Silence(), talk.desk)
    assert (best, probability) == (sure, 0.7)


def test_a_list_that_leaves_words_out_is_weighed_against_what_tells_of_them(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = replace(read(talk, "défis sur la sûreté des ponts", ("list_challenges", 0.9)), unfamiliar=())
    listed, told = (
        Candidate(question, Answer("answered", "A"), "settled"),
        Candidate(question, Answer("answered", "B"), "described"),
    )
    monkeypatch.setattr("actions.choice.weighable", lambda *_: [(listed, {"p": 0.95}), (told, {"p": 0.9})])
    monkeypatch.setattr("actions.choice.weighed", lambda probability, _: probability)
    monkeypatch.setattr("actions.choice.calibration", lambda: Fixed())
    assert _surest(question, question, listed.answer, Silence(), talk.desk)[0] == listed
    left_out = replace(question, unfamiliar=("sûreté", "ponts"))
    assert _surest(left_out, left_out, listed.answer, Silence(), talk.desk)[0] == told


def test_what_nearly_these_words_ask_for_goes_before_a_list_made_by_none_of_them(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = read(talk, "dans quelles villes y a-t-il eu des défis ?", ("list_challenges", 0.7))
    question = replace(question, unfamiliar=(), entities={})
    listed, told = (
        Candidate(question, Answer("answered", text), way) for text, way in (("A", "settled"), ("B", "entry"))
    )
    monkeypatch.setattr("actions.choice.weighed", lambda probability, _: probability)
    monkeypatch.setattr("actions.choice.calibration", lambda: Fixed())
    for fit, chosen in ((0.9, told), (0.5, listed)):
        found = [(listed, {"p": 0.95}), (told, {"p": 0.9, "fit": fit})]
        monkeypatch.setattr("actions.choice.weighable", lambda *_, found=found: found)
        assert _surest(question, question, listed.answer, Silence(), talk.desk)[0] == chosen


class Fixed:
    """A calibration that prefers the first answer and is surer of the second."""

    answer_from, certain_from = 0.6, 0.9

    def probability(self, found: Mapping[str, float]) -> float:
        return found["p"]

    def prefer(self, found: Mapping[str, float], probability: float) -> float:
        return 1.0 - probability


def test_of_a_challenge_described_the_people_are_told_first_where_they_are_asked_for(talk: Talk) -> None:
    asked = read(talk, "qui a fait le défi des orgues ?", ("challenge_people", 0.55))
    described = asked.with_intent("describe_challenge").with_entities(
        challenge=("mcc-inventaire-des-orgues",)
    )
    inventory = Answer("answered", "Un inventaire.", rows=("challenge:mcc-inventaire-des-orgues",))
    candidate = Candidate(described, inventory, "described")
    told = _of_what_is_asked(candidate, asked, talk.desk)
    assert told.answer.text.startswith("EIG du défi MCC - Inventaire des orgues : Bastien Guerry")
    otherwise = replace(candidate, way="entry")
    assert _of_what_is_asked(otherwise, asked, talk.desk) is otherwise


@pytest.mark.parametrize(
    ("asked", "told", "silent"),
    [
        ("quel est le budget pour 2026 ?", "1,5 million d'euros ont été annoncés pour 2020.", True),
        ("quel est le budget pour 2026 ?", "La DINUM paie tout sur le programme 352.", True),
        ("quel budget en 2020 ?", "1,5 million d'euros ont été annoncés pour 2020.", False),
        ("combien a coûté l'édition de 2018 ?", "La promotion 2 a coûté 1 912 641 euros.", False),
        ("quel est le budget du programme ?", "La promotion 2 a coûté 1 912 641 euros.", False),
    ],
)
def test_amounts_of_another_year_are_not_the_budget_of_the_year_asked(
    talk: Talk, asked: str, told: str, silent: bool
) -> None:
    question = resolve(read(talk, asked, ("promotion_budget", 0.9)), talk.desk)
    assert is_silent_on_it(question, Answer("answered", told)) is silent


@pytest.mark.parametrize(
    ("asked", "told", "silent"),
    [
        (
            "qui était le ministre du budget à la création ?",
            "Lancé par la présidence de la République.",
            True,
        ),
        ("who was the minister then?", "The DINUM is a service of the Prime Minister’s office.", True),
        ("quelle ministre a conclu le bootcamp ?", "Amélie de Montchalin, ministre, l’a conclu.", False),
        ("qui était président à la création ?", "Lancé par la présidence de la République.", False),
        ("le ministère du budget paie quoi ?", "La DINUM paie tout.", False),
    ],
)
def test_who_held_an_office_is_not_told_by_what_names_nobody_in_it(
    talk: Talk, asked: str, told: str, silent: bool
) -> None:
    question = read(talk, asked, ("programme_origin", 0.9))
    assert is_silent_on_it(question, Answer("answered", told)) is silent


def test_a_budget_asked_by_another_word_is_not_that_of_another_year(talk: Talk) -> None:
    question = resolve(read(talk, "quelle enveloppe pour 2023 ?", ("promotion_budget", 0.9)), talk.desk)
    told = Answer("answered", "1,5 million d'euros ont été annoncés pour 2020.")
    assert not Candidate(question, told, "settled").gives_what_is_asked(talk.desk)


@pytest.mark.parametrize(
    ("intent", "sure", "score", "silent"),
    [
        ("capabilities", 0.47, 0.88, True),
        ("capabilities", 0.9, 0.88, False),
        ("capabilities", 0.47, 0.5, False),
        ("human_contact", 0.47, 0.88, False),
        ("out_of_scope", 0.95, 0.77, True),
        ("out_of_scope", 0.95, 0.5, False),
        ("pay", 0.3, 0.88, False),
    ],
)
def test_what_no_source_tells_is_neither_courtesy_nor_out_of_scope(
    talk: Talk, intent: str, sure: float, score: float, silent: bool
) -> None:
    settled = read(talk, "je peux faire un recours ?", (intent, sure))
    assert _nobody_tells(settled, Silence(score, nobody=True)) == silent
    assert not _nobody_tells(settled, Silence(score))


@pytest.mark.parametrize(
    ("asked", "told", "silent"),
    [
        ("que signifie LOLF", "EIG signifie entrepreneur d’intérêt général.", True),
        ("le sigle DALO ?", "EIG signifie entrepreneur d’intérêt général.", True),
        ("que veut dire le sigle EIG", "EIG signifie entrepreneur d’intérêt général.", False),
        ("que signifie entrepreneur ?", "EIG signifie entrepreneur d’intérêt général.", False),
    ],
)
def test_an_acronym_is_not_explained_by_what_does_not_say_it(
    talk: Talk, asked: str, told: str, silent: bool
) -> None:
    question = read(talk, asked, ("programme_definition", 0.9))
    assert is_silent_on_it(question, Answer("answered", told)) is silent
