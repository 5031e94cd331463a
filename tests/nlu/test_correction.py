"""Words as they were meant: typos, lost elisions, capitals, and what must be left alone."""

from __future__ import annotations

import pytest

from knowledge.base import KnowledgeBase
from knowledge.everyday import everyday_words
from knowledge.lexicon import Lexicon, Texts
from nlu.correction import Corrector, original_span
from nlu.speller import Speller


@pytest.fixture(scope="module")
def speller(base: KnowledgeBase) -> Speller:
    return Speller(base)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cobmien de deffis dans la promotiion 3", "combien de défis dans la promotion 3"),
        ("quelle rénumération pour les desginers", "quelle rémunération pour les designers"),
        ("ou trouver lappel a candidatrues", "ou trouver l'appel a candidatures"),
        ("combien d eig en 2019", "combien d'eig en 2019"),
        ("ki sont les menotrs de lequipe", "qui sont les mentors de l'équipe"),
        ("QUEL EST LE SALIARE", "quel est le salaire"),
        ("how many challegnes were sellected", "how many challenges were selected"),
        ("euh du coup combien de défis 🙂 ?", "combien de défis ?"),
        ("kel nivo pour la candidatur", "quel niveau pour la candidature"),
        ("un nouvo défi sur linformatik", "un nouveau défi sur l'informatique"),
        ("foncsionère, mon salère", "fonctionnaire, mon salaire"),
        ("ya un rapor ?", "il y a un rapport ?"),
    ],
)
def test_what_was_meant(speller: Speller, typed: str, meant: str) -> None:
    assert speller.correct(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Combien de défis dans la promotion 3 ?",
        "une recette de crêpes à la farine de sarrasin",
        "c'est quoi le défi scanR ?",
        "le défi ADEX à l'ANSM, 352 agents",
        "les rapports sur la Mayenne et le Cantal",
        "c++ et un bts sio, www.exemple.fr/defis ou moi@defis.fr",
        "le sdis de la Savoie a t il des dettes",
        "qui est Paul Masson à Poitiers",
        "les comptes de chartres et de blois",
        "une commune audoise, une station savoyarde et un port savoyard",
        "what is the weather in Lisbon tomorrow",
        "🙂",
        "ben",
    ],
)
def test_what_is_right_stays(speller: Speller, text: str) -> None:
    assert speller.correct(text) == text


def test_a_word_of_another_subject_is_not_drawn_to_ours(speller: Speller) -> None:
    assert "candidat" not in speller.correct("j'ai mangé un candi rose")


def test_without_a_base_only_abbreviations_are_written_out() -> None:
    assert Speller(None).correct("cb de promtions") == "combien de promtions"


def test_a_correction_can_be_placed_in_the_message() -> None:
    typed, meant = "cb de defsi a  Paris ?", "combien de défis a Paris ?"
    start = meant.index("Paris")
    left, right = original_span(typed, meant, start, start + 5)
    assert typed[left:right] == "Paris"
    assert original_span("un", "un", 0, 2) == (0, 2)


def test_a_word_that_reports_say_is_no_slip_for_one_of_ours() -> None:
    ours = [Texts(["les agents de la ville sont payés"] * 50)]
    text = "les arènes de la ville"
    assert Corrector(Lexicon(everyday_words(), ours)).correct(text).startswith("les agents")
    assert Corrector(Lexicon(everyday_words(), ours, frozenset({"aren"}))).correct(text) == text
