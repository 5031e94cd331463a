"""What is asked of a part of a card in a talk on it, and what decides whether a thing is kept."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import Answer
from actions.conversation.next_focus import next_focus
from actions.reports.answers import ask_reports
from actions.reports.cards.answers import told_by_cards
from actions.reports.cards.asked import wish_of
from knowledge.report_cards import load_report_cards
from tests.actions.report_base import asked
from tests.actions.reports.card_base import desk_of_cards

CARDS = {card.key: card for card in load_report_cards()}


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_of_cards(tmp_path_factory.mktemp("card_parts"))


def talk(cards: Any, key: str, *messages: tuple[str, str], lang: str = "fr") -> Answer:
    """The answer to the last of the messages, each with its intent, after the summary was told."""
    question = asked(f"Que dit la Cour sur {CARDS[key].title} ?", "report_search")
    answer = ask_reports(question, cards)
    for text, intent in messages:
        question = asked(text, intent, next_focus(question, answer), lang)
        answer = ask_reports(question, cards)
    return told_by_cards(answer, question, cards.reports)


def after_the_summary(cards: Any, key: str, text: str, intent: str = "report_search") -> Answer:
    return talk(cards, key, (text, intent))


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("395050", "ils aimeraient quoi, ils veulent changer quoi"),
        ("393081", "ils veulent quoi à la place"),
        ("388634", "que faudrait-il changer alors ?"),
    ],
)
def test_what_the_court_wants_is_every_recommendation(cards: Any, key: str, text: str) -> None:
    answer = after_the_summary(cards, key, text)
    assert all(one.text_fr in answer.text for one in CARDS[key].recommendations)
    assert "en ces termes" not in answer.text and CARDS[key].summary_fr not in answer.text


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("389290", "et l'agence, ils veulent la conserver ?", "Dissoudre l’Agence"),
        ("394171", "faut-il en arrêter une, de ces aides ?", "Mettre fin"),
        ("390122", "faut la fermer, cette boîte ?", "supprimer la Masse"),
    ],
)
def test_whether_to_keep_a_thing_is_decided_by_its_end(cards: Any, key: str, text: str, said: str) -> None:
    answer = after_the_summary(cards, key, text)
    assert said in answer.text
    assert "en ces termes" not in answer.text and "n° 1 " not in answer.text


def test_its_end_that_a_card_does_not_tell_is_said_to_be_untold(cards: Any) -> None:
    answer = after_the_summary(cards, "388284", "ils vont l'arrêter ?")
    assert "La fiche ne le dit pas en ces termes" in answer.text and "absentéisme" not in answer.text


@pytest.mark.parametrize(
    ("key", "text", "said", "unsaid"),
    [
        ("393081", "d'accord mais pour un licenciement", "n° 2", "1,18 milliard"),
        ("395038", "et pour une UDAF ?", "UDAF", "Fonds spécial"),
        ("394171", "le prêt à taux zéro, elle en pense quoi ?", "PTZ+", "mal suivies"),
    ],
)
def test_a_part_is_told_its_own_lines(cards: Any, key: str, text: str, said: str, unsaid: str) -> None:
    answer = after_the_summary(cards, key, text)
    assert said in answer.text and unsaid not in answer.text
    assert CARDS[key].summary_fr not in answer.text


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("392847", "c'est pour un an ou pour toute la période ?"),
        ("388284", "c'est obligatoire ?"),
        ("393081", "alors moi je vais payer davantage ?"),
        ("388634", "qui en est le prestataire ?"),
        ("392964", "ils ont fait quelque chose depuis ?"),
    ],
)
def test_what_no_line_decides_is_not_told_the_summary_again(cards: Any, key: str, text: str) -> None:
    answer = after_the_summary(cards, key, text)
    assert answer.status == "not_found" and CARDS[key].summary_fr not in answer.text


def test_a_line_just_told_does_not_decide_what_is_asked_of_it(cards: Any) -> None:
    first = ("l'État paie quelque chose ?", "report_search")
    assert "astreintes" in talk(cards, "395050", first).text
    assert talk(cards, "395050", first, ("c'est pour moi ou pas ?", "report_search")).status == "not_found"


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("395340", "pourquoi les bases sont-elles mauvaises ?", "mal identifiés"),
        ("392964", "c'est la faute à qui ?", "manque de vigilance des directions"),
        ("392064", "c'est inutile d'après eux, il faut la supprimer ?", "supprimer l’agence"),
    ],
)
def test_the_summary_says_why_and_whose_fault(cards: Any, key: str, text: str, said: str) -> None:
    answer = after_the_summary(cards, key, text)
    assert answer.status == "answered" and said in answer.text


def test_a_cause_of_its_own_is_not_asked_for_with_that_before(cards: Any) -> None:
    first = ("pourquoi parle-t-on de caverne ?", "report_search")
    answer = talk(cards, "392064", first, ("à cause de l'écotaxe ?", "report_search"))
    assert answer.status == "answered" and "écotaxe abandonnée" in answer.text


@pytest.mark.parametrize(
    ("key", "text", "told", "untold"),
    [
        ("389464", "quelles recommandations concernent la CNIL ?", ["n° 10", "n° 12"], "n° 3 "),
        ("389464", "des recommandations sur la sécurité ?", ["n° 3", "n° 4"], "n° 10"),
        ("389464", "et pour les hôpitaux, elle recommande quoi ?", ["n° 1"], "n° 2"),
    ],
)
def test_recommendations_on_a_body_or_a_part_are_told_alone(
    cards: Any, key: str, text: str, told: list[str], untold: str
) -> None:
    answer = after_the_summary(cards, key, text, "report_recommendations")
    assert all(one in answer.text for one in told) and untold not in answer.text


def test_recommendations_on_what_was_just_spoken_of(cards: Any) -> None:
    first = ("et à la campagne ?", "report_search")
    answer = talk(cards, "390077", first, ("que conseille-t-elle à ce sujet ?", "report_recommendations"))
    assert "à la campagne" in answer.text and "n° 3" not in answer.text


def test_a_first_question_in_words_is_told_the_summary_with_the_refusal(cards: Any) -> None:
    text = "pourquoi les congés payés du bâtiment passent par la caisse et non par le patron ?"
    answer = ask_reports(asked(text, "report_search"), cards)
    assert answer.status == "not_found"
    assert "ne le dit pas en ces termes" in answer.text and CARDS["389957"].summary_fr in answer.text


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("La Cour a-t-elle contrôlé les caisses de congés ?", "report"),
        ("did the auditors look into the leave funds?", "report"),
        ("quand la Cour a-t-elle contrôlé les caisses ?", "when"),
        ("ils ont fait quelque chose depuis ?", "whether"),
        ("ils vont fermer la caisse ?", "advice"),
        ("comment se fait-il que la caisse coûte plus ?", "why"),
        ("c'est pour quoi faire, la caisse ?", "whether"),
        ("cmb de caisses a la campagne ?", "open"),
    ],
)
def test_what_is_wanted_of_a_card(text: str, wish: str) -> None:
    assert wish_of(text) == wish


def test_whether_the_court_looked_at_a_matter_is_whether_there_is_a_report(cards: Any) -> None:
    text = "La Cour a-t-elle contrôlé la manière dont les impôts locaux sont gérés ?"
    answer = after_the_summary(cards, "395340", text)
    assert answer.text.startswith("Un rapport porte sur ce sujet : La gestion de la fiscalité directe locale")


@pytest.mark.parametrize(
    ("text", "told"), [("ce rapport est de 2016 ?", "Non : "), ("c'est un rapport de 2017 ?", "Oui : ")]
)
def test_whether_a_report_is_of_a_year(cards: Any, text: str, told: str) -> None:
    assert after_the_summary(cards, "395340", text).text.startswith(told)
