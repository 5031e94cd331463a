"""Which reading of a message is stood by."""

from __future__ import annotations

import pytest

from actions.conversation.courtesy import only_sounds_courteous
from actions.conversation.focus import Focus
from actions.doubt import is_about_us, settle
from actions.question import read_message
from tests.actions.conftest import Talk, understood


def settled(talk: Talk, text: str, intent: str, confidence: float) -> str:
    message = talk.message(text, intent, confidence)
    return settle(read_message(message, Focus(), talk.desk.now), talk.desk).intent


def test_a_sure_reading_is_kept(talk: Talk) -> None:
    assert settled(talk, "combien gagne un EIG ?", "pay", 0.9) == "pay"


def test_a_faint_reading_is_not(talk: Talk) -> None:
    assert settled(talk, "le prix du beurre", "pay", 0.05) == "nlu_fallback"


def test_an_unsure_reading_needs_something_of_ours(talk: Talk) -> None:
    assert settled(talk, "le prix du beurre demi-sel", "administration_cost", 0.3) == "nlu_fallback"


def test_an_unknown_challenge_is_never_an_overview(talk: Talk) -> None:
    assert settled(talk, "le défi Zorglub", "promotion_overview", 0.9) == "describe_challenge"


def test_the_press_is_told_who_answers_it(talk: Talk) -> None:
    text = "rencontrer un ancien du programme pour un reportage TV"
    assert settled(talk, text, "human_contact", 0.67) == "nlu_fallback"


@pytest.mark.parametrize(
    ("text", "expected"), [("le jury des EIG", True), ("la promotion 3", True), ("la météo à midi", False)]
)
def test_what_is_about_us(talk: Talk, text: str, expected: bool) -> None:
    question = read_message(talk.message(text, "pay"), Focus(), talk.desk.now)
    assert is_about_us(question) is expected


@pytest.mark.parametrize(
    "text",
    [
        "où en est mon dossier numéro 12345 ?",
        "est-ce que j'ai été retenue pour la promo 6",
        "What is the status of my application?",
        "ma candidature elle en est où ?",
        "j'ai eu un refus, pourquoi je n'ai pas été retenue ?",
        "pourquoi mon dossier a été écarté",
    ],
)
def test_a_person_s_own_case_goes_to_the_team(talk: Talk, text: str) -> None:
    assert settled(talk, text, "promotion_overview", 0.9) == "human_contact"


@pytest.mark.parametrize(
    "asked",
    [
        "pourquoi mon dossier serait-il écarté ?",
        "sur quels critères mon dossier est-il jugé ?",
        "j'ai été retenue dans le vivier, est-ce que ça vaut embauche ?",
    ],
)
def test_what_the_rules_say_of_a_file_is_no_own_case(talk: Talk, asked: str) -> None:
    assert settled(talk, asked, "propose_procedure", 0.9) == "propose_procedure"


def test_private_data_of_a_named_person_is_never_looked_up(talk: Talk) -> None:
    assert (
        settled(talk, "l'adresse personnelle de Frédéric Bardolle", "person_lookup", 0.9) == "unknown_detail"
    )


def test_the_promotion_after_the_last_asks_for_the_programme_s_state(talk: Talk) -> None:
    assert talk.ask("il y aura une promo 8 ?", "promotion_list", confidence=0.3).status == "answered"


def test_a_number_asked_as_an_alternative_counts(talk: Talk) -> None:
    message = talk.message("la deuxième promo a eu 12 ou 13 défis ?", "compare_promotions", 0.25)
    message["intent_ranking"] = [
        {"name": "compare_promotions", "confidence": 0.25},
        {"name": "count_challenges", "confidence": 0.24},
    ]
    assert settle(read_message(message, Focus(), talk.desk.now), talk.desk).intent == "count_challenges"


@pytest.mark.parametrize(
    "text",
    [
        "est-ce qu'on peut encore envoyer sa candidature ?",
        "Je peux encore postuler ?",
        "Can I still apply?",
        "on peu encore postulé pr devenir eig ou c fini ?",
        "peut-on tjrs candidater",
    ],
)
def test_whether_one_can_still_apply_asks_about_the_call(talk: Talk, text: str) -> None:
    assert settled(talk, text, "apply_procedure", 0.7) == "call_status"


def test_what_is_no_report_s_is_read_as_the_next_likeliest(talk: Talk) -> None:
    message = talk.message("combien gagne un EIG de la promotion 7 ?", "report_figure", 0.5)
    message["intent_ranking"] = [message["intent"], {"name": "pay", "confidence": 0.4}]
    assert settle(read_message(message, Focus(), talk.desk.now), talk.desk).intent == "pay"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("où télécharger le règlement de la promotion 7 ?", "open_source"),
        ("où est le rapport ?", "report_locate"),
    ],
)
def test_what_is_of_a_promotion_is_no_question_for_reports(talk: Talk, text: str, intent: str) -> None:
    message = talk.message(text, "report_locate", 0.7)
    message["intent_ranking"] = [message["intent"], {"name": "open_source", "confidence": 0.5}]
    assert settle(read_message(message, Focus(), talk.desk.now), talk.desk).intent == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("la différence avec les designers d'intérêt général ?", "nlu_fallback"),
        ("la différence avec la promo 3", "compare_promotions"),
    ],
)
def test_what_is_compared_with_something_else(talk: Talk, text: str, intent: str) -> None:
    assert settled(talk, text, "compare_promotions", 0.5) == intent


@pytest.mark.parametrize(
    "text", ["Until when can I send in my application?", "jusqu'à quand peut-on candidater ?"]
)
def test_until_when_asks_of_a_call(text: str, talk: Talk) -> None:
    talk.ask(text, "call_status", confidence=0.3)
    assert talk.question is not None and talk.question.intent == "call_status"


@pytest.mark.parametrize(
    ("intent", "text", "only"),
    [
        ("affirm", "ça marche comment ?", True),
        ("affirm", "ou ça", True),
        ("affirm", "oui, ça marche", False),
        ("greet", "comment allez-vous ?", False),
        ("thank", "est-ce que c'est efficace", True),
        ("thank", "est-ce que je peux vous dire merci", False),
    ],
)
def test_what_only_sounds_like_a_yes(intent: str, text: str, only: bool) -> None:
    assert only_sounds_courteous(intent, text) is only


@pytest.mark.parametrize("text", ["vous gardez mes messages ?", "mes données sont conservées où ?"])
def test_what_the_assistant_keeps(talk: Talk, text: str) -> None:
    answer = talk.ask(text, "open_source", confidence=0.4)
    assert answer.status == "smalltalk" and "/privacy" in answer.text


def test_what_is_kept_of_an_application_is_another_question(talk: Talk) -> None:
    assert talk.ask("combien de temps gardez-vous mes données de candidature ?", "unknown_detail").status != (
        "smalltalk"
    )


@pytest.mark.parametrize(
    "text", ["c'est quand la date limite pour déclarer mes impôts", "la date limite pour voter"]
)
def test_the_deadline_of_another_office_is_no_call(talk: Talk, text: str) -> None:
    assert settled(talk, text, "call_status", 0.9) == "out_of_scope"
    assert settled(talk, "la date limite pour candidater", "call_status", 0.9) == "call_status"


@pytest.mark.parametrize(
    ("text", "of_a_source"),
    [
        ("et la fraude, ils en ont trouvé pour combien ?", False),
        ("d'où vous sortez ces chiffres ?", True),
        ("combien de sources avez-vous ?", True),
    ],
)
def test_an_amount_is_no_source(text: str, of_a_source: bool, talk: Talk) -> None:
    message = talk.message(text, "explain_source", 0.6)
    message["intent_ranking"].append({"name": "describe_challenge", "confidence": 0.3})
    question = read_message(message, Focus(), talk.desk.now)
    assert (settle(question, talk.desk).intent == "explain_source") is of_a_source


@pytest.mark.parametrize("text", ["la promo 8 c'est quand ?", "quel salaire pour la promotion 8 ?"])
def test_of_the_promotion_after_the_last_it_is_said_that_there_is_none(text: str, talk: Talk) -> None:
    answer = talk.ask(text, "promotion_dates", confidence=0.95)
    assert answer.status == "answered" and "promotions annuelles" in answer.text


def test_what_only_sounds_like_the_source_is_another_question(talk: Talk) -> None:
    talk.ask("combien gagne un EIG ?", "pay")
    message = talk.message("versé comment ?", "explain_source", 0.7)
    reading = {"name": "explain_source", "confidence": 0.7, "unfamiliar": ["verse"]}
    other = {"name": "pay", "confidence": 0.1}
    talk.hear({**message, "intent": reading, "intent_ranking": [reading, other]})
    assert understood(talk).intent != "explain_source"


@pytest.mark.parametrize(("text", "ours"), [("le truc écrit, promo 7", True), ("le truc écrit", False)])
def test_a_promotion_by_its_number_is_never_out_of_scope(text: str, ours: bool, talk: Talk) -> None:
    message = talk.message(text, "out_of_scope", 0.9)
    message["intent_ranking"].append({"name": "selection_process", "confidence": 0.08})
    assert (talk.hear(message).status != "out_of_scope") is ours
