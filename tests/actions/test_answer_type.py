"""What kind of thing is asked for, and whether a text gives it."""

from __future__ import annotations

import pytest

from actions.answer_type import (
    about,
    asked_kinds,
    counts_together,
    holds_a_time,
    lacks_its_year,
    missing_kinds,
)


@pytest.mark.parametrize(
    ("question", "answer", "missing"),
    [
        ("combien de femmes ?", "Le règlement garantit l’égalité.", ("count",)),
        ("combien de femmes ?", "La promotion compte 16 femmes.", ()),
        ("combien de femmes, promotion 7 ?", "Les femmes de la promotion 7 sont payées.", ("count",)),
        ("combien de gens ont candidaté ?", "170 candidatures ont été reçues.", ()),
        ("quelle moyenne d'âge ?", "L’âge ne compte pas.", ("average",)),
        ("quel pourcentage reste ?", "Certains restent.", ("share",)),
        ("quel pourcentage reste ?", "Un tiers des EIG reste.", ()),
        ("combien de sous par EIG ?", "20 000 euros par EIG.", ()),
        ("où travaille-t-on ?", "À Paris.", ()),
        ("qui, dans une ville moyenne ?", "Les opérateurs.", ()),
        ("combien d'objectifs ?", "Le plan donne au programme EIG 4 objectifs.", ()),
        ("combien d'objectifs ?", "La promotion EIG 4 en avait.", ("count",)),
        ("how many fellows?", "Promotion 3 has 32 EIGs.", ()),
        ("combien de graphistes ?", "La promotion 4 compte 14 designers.", ()),
        ("combien de personnes s'en servent ?", "2 EIG y ont travaillé.", ("count",)),
        ("combien de personnes s'en servent ?", "1 000 personnes l’utilisent.", ()),
        ("how many got in?", "34 people were selected.", ()),
        ("how many cohort members?", "Promotion 6 has 34 EIGs.", ()),
        ("how many of the class of 2019 tools run?", "10 projects were live.", ()),
        ("how many people applied?", "Promotion 1 received 115 applications.", ()),
        ("un bonus de combien de pourcents ?", "La part variable est de 6 %.", ()),
        ("un bonus de combien de pourcents ?", "Un bonus est versé.", ("share",)),
        ("combien de rubriques au dossier ?", "Le dossier a 6 sections.", ()),
        ("combien de pièces en ligne ?", "65 000 objets y sont.", ()),
        ("combien de tours avant l'offre ?", "Il y a 2 entretiens.", ()),
        ("combien de tours avant l'offre ?", "Un jury de 36 personnes.", ("count",)),
        ("combien de mensualités payées ?", "Elle payait 3 mois.", ()),
        ("how many millions did it cost?", "It cost 4.8 million euros.", ()),
        ("les noms des candidats recalés ?", "Le jury les classait.", ("names",)),
        ("les noms des membres du jury ?", "Daniel Ansellem en était.", ()),
    ],
)  # fmt: skip
def test_what_is_asked_and_not_given(question: str, answer: str, missing: tuple[str, ...]) -> None:
    assert missing_kinds(question, answer) == missing


def test_kinds_asked_for() -> None:
    assert asked_kinds("combien de défis ?") == ("count",)
    assert asked_kinds("quand et pour quel salaire ?") == ("money", "date")
    assert asked_kinds("le jury") == ()


def test_a_count_and_what_is_counted_stand_in_one_sentence() -> None:
    question = "combien de jours de congés"
    assert not counts_together(question, "L’employeur gère les congés. On télétravaille 2 jours.")
    assert counts_together(question, "On a 2 jours de congés.")


def test_sentences_about_another_promotion_are_left_out() -> None:
    text = "La promotion 6 compte 34 EIG. Cette promotion avait 16 femmes. La promotion 7 suit."
    assert about({"7"}, text) == "La promotion 7 suit."
    assert about(set(), text) == text


def test_a_year_is_no_beginning_of_another_word() -> None:
    asked = "combien de temps reste-t-on dans le vivier ?"
    assert missing_kinds(asked, "dans la limite annoncée de 30 recrutements") == ("count",)
    assert not missing_kinds(asked, "on y reste 2 ans")


@pytest.mark.parametrize(
    ("question", "answer", "lacks"),
    [
        ("et par an ?", "4 250 euros net par mois", True),
        ("et par an ?", "51 000 euros par an", False),
        ("how much a year?", "4,250 euros a month", True),
        ("c'est par an ou par mois ?", "4 250 euros net par mois", False),
        ("combien après 3 ans d'expérience ?", "4 250 euros net par mois", False),
    ],
)
def test_an_amount_per_year_is_not_one_per_month(question: str, answer: str, lacks: bool) -> None:
    assert lacks_its_year(question, answer) is lacks


def test_a_date_and_a_duration_are_times() -> None:
    assert holds_a_time("lancé en 2016") and holds_a_time("dix jours avant la fin")
    assert not holds_a_time("la DINUM paie les EIG")


@pytest.mark.parametrize(
    ("question", "answer", "missing"),
    [
        ("il est arrivé quel jour ?", "EIG de la promotion 7 en 2024.", ("day",)),
        ("il est arrivé quel jour ?", "Arrivé le 1er septembre 2020.", ()),
        ("on which day did it start?", "It began on September 1, 2020.", ()),
        ("quel jour de la semaine ?", "Tous les lundis.", ()),
        ("elle est partie quel mois ?", "Cheffe du programme en 2019.", ("month",)),
        ("elle est partie quel mois ?", "Partie en mars 2019.", ()),
        ("ça ferme à quelle heure ?", "Le 5 octobre 2025.", ("hour",)),
        ("ça ferme à quelle heure ?", "Le 5 octobre 2025 à 23 h 59.", ()),
    ],
)
def test_a_year_is_no_day_and_a_day_no_hour(question: str, answer: str, missing: tuple[str, ...]) -> None:
    assert missing_kinds(question, answer) == missing
