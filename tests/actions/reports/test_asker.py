"""Who asks is no matter for a report to speak of, but the body named there may be meant."""

from __future__ import annotations

from typing import Any

import pytest

from actions.reports.answers import ask_reports
from actions.reports.asker import speaks_of_oneself, without_asker
from tests.actions.report_base import asked


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Conseiller d'opposition à Montclair, que dit le rapport sur la dette ?", "montclair"),
        ("bonjour je suis prof au lycée de Montclair, combien de dettes ?", "montclair"),
        ("élu local, combien de dettes à Montclair ?", "combien de dettes à Montclair ?"),
        ("As a researcher at LSE I am interested in the debt of Montclair", "debt of Montclair"),
        ("en tant que contribuable de Montclair j'aimerais savoir si la dette monte", "montclair"),
    ],
)
def test_only_the_body_is_kept_of_who_asks(desk: Any, text: str, kept: str) -> None:
    left = without_asker(asked(text, "report_search"), desk.reports).text
    assert kept in left
    assert not {"opposition", "lycée", "researcher", "contribuable"} & set(left.split())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ia orana, la dette de Montclair", "la dette de Montclair"),
        ("bonjour, et Montclair, la dette ?", "Montclair, la dette ?"),
        ("étudiante à Montclair, les fuites d'eau ?", "les fuites d'eau ?"),
        ("étudiante à Montclair, la dette de la ville ?", "la dette de la ville ? montclair"),
        ("bonjour madame", "bonjour madame"),
        ("Professeurs absents : que fait la Cour ?", "Professeurs absents : que fait la Cour ?"),
    ],
)
def test_a_greeting_and_where_one_studies_are_no_matter(desk: Any, text: str, left: str) -> None:
    assert without_asker(asked(text, "report_search"), desk.reports).text == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mélomane de passage, je voudrais savoir où on joue", "je voudrais savoir où on joue"),
        (
            "Propriétaire à Montclair, j'essaie de comprendre la dette",
            "j'essaie de comprendre la dette montclair",
        ),
        (
            "J'habite Montclair et je me demande pourquoi tant d'impôts",
            "je me demande pourquoi tant d'impôts montclair",
        ),
        (
            "J'habite Bergerac et je voudrais savoir le prix de l'eau",
            "je voudrais savoir le prix de l'eau bergerac",
        ),
        ("Je suis élève à Montclair, combien de dettes ?", "combien de dettes ? montclair"),
        (
            "Infirmier à Quimper, je voudrais savoir la dette de Montclair",
            "je voudrais savoir la dette de Montclair",
        ),
    ],
)
def test_who_asks_is_no_matter_whatever_people_call_themselves(desk: Any, text: str, left: str) -> None:
    assert without_asker(asked(text, "report_search"), desk.reports).text == left


@pytest.mark.parametrize(
    "text",
    [
        "Piscine de Montclair, je voudrais savoir le prix",
        "Ascenseur de la mairie, j'aimerais savoir ce qu'il a coûté",
        "Je suis inquiet pour la dette de Montclair, c'est grave ?",
        "Restaurant scolaire, je cherche à savoir le prix d'un repas",
        "Je vis près de Bergerac et j'aimerais savoir combien de passagers a l'aéroport",
        "Je postule à Montclair et je me demande s'ils recrutent",
    ],
)
def test_what_is_asked_about_first_is_kept(desk: Any, text: str) -> None:
    assert without_asker(asked(text, "report_search"), desk.reports).text == text


@pytest.mark.parametrize(
    ("text", "of_oneself"),
    [
        ("J'aimerais savoir si l'association publie ses comptes", False),
        ("le maire de Montclair, j'essaie de comprendre ses frais", False),
        ("pourriez-vous m'éclairer sur la dette ?", False),
        ("j'habite Montclair, puis-je candidater ?", True),
        ("j'aimerais candidater", True),
    ],
)
def test_to_ask_is_not_to_speak_of_oneself(text: str, of_oneself: bool) -> None:
    assert speaks_of_oneself(text) == of_oneself


def test_what_is_pointed_back_to_is_kept(desk: Any) -> None:
    text = "je suis prof et jamais remplacé. la cour a dit quelque chose la dessus ?"
    assert without_asker(asked(text, "report_search"), desk.reports).text == text


@pytest.mark.parametrize("text", ["Le maire de Montclair a-t-il une voiture ?", "je suis élu", "la dette ?"])
def test_a_question_about_someone_is_left_as_it_is(desk: Any, text: str) -> None:
    question = asked(text, "report_search")
    assert without_asker(question, desk.reports) == question


def test_the_question_is_answered_on_the_body_of_who_asks(desk: Any) -> None:
    text = "Conseiller d'opposition à Montclair, que dit le rapport sur la dette ?"
    assert ask_reports(asked(text, "report_search"), desk).sources[0].report == "102"


def test_where_one_lives_narrows_a_list_that_says_no_area(desk: Any) -> None:
    told = asked("Retraité vivant en Charente, lesquels de nos hôpitaux ont eu un rapport ?", "report_list")
    assert without_asker(told, desk.reports).text.endswith("département Charente")
    other = asked(
        "Retraité vivant en Charente, quels hôpitaux de Bretagne ont eu un rapport ?", "report_list"
    )
    assert "Charente" not in without_asker(other, desk.reports).text


def test_what_is_said_of_oneself_is_no_topic_of_a_list(desk: Any) -> None:
    text = "Une ville me doit de l'argent. Quels rapports parlent de retards de paiement ?"
    asking = "Quels rapports parlent de retards de paiement ?"
    assert without_asker(asked(text, "report_list"), desk.reports).text == asking
    other = "La dette de Montclair. Je suis inquiet."
    assert without_asker(asked(other, "report_search"), desk.reports).text == other


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Je prépare un concours, résume le rapport sur l'eau", "résume le rapport sur l'eau"),
        ("j'ai un exposé à rendre sur la dette de Montclair", "la dette de Montclair"),
        ("pour mon mémoire, que dit la Cour de la dette ?", "que dit la Cour de la dette ?"),
    ],
)
def test_what_the_answer_is_for_is_no_matter(desk: Any, text: str, left: str) -> None:
    assert without_asker(asked(text, "report_search"), desk.reports).text == left
