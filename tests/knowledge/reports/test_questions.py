"""What a question to the reports asks for, beside its words."""

from __future__ import annotations

import pytest

from knowledge.reports.questions import read_question
from knowledge.text import stem

PUPIL = stem("eleve")


@pytest.mark.parametrize(
    "text",
    ["combien d'élèves au lycée ?", "le coût par élève", "combien élève lycée", "les eleves paient combien"],
)
def test_pupils_are_a_matter(text: str) -> None:
    assert PUPIL in read_question(text).terms


@pytest.mark.parametrize("text", ["à combien s'élève la dette ?", "les impôts sont-ils élevés ?"])
def test_what_an_amount_comes_to_is_none(text: str) -> None:
    assert PUPIL not in read_question(text).terms


@pytest.mark.parametrize("text", ["le chiffre d'affaires du port", "quels chiffres d’affaires au port"])
def test_turnover_is_an_amount_of_its_own(text: str) -> None:
    assert read_question(text).terms == (stem("chiffre"), stem("affaires"), "port")
    assert read_question("port recettes chiffre d'affaires").terms == ("port", stem("recettes"))
    assert read_question("quel chiffre donne le rapport sur le port, quelle affaire ?").terms == ("port",)


def test_years_and_units_are_read() -> None:
    read = read_question("quel était le taux d'absentéisme en 2013 et 2014 ?")
    assert read.years == (2013, 2014) and read.asks_figure and read.unit == "percent"


def test_since_when_is_no_year_asked_for() -> None:
    assert read_question("combien de recours depuis 2008 ?").years == ()
    assert read_question("how many since 2008, and in 2013").years == (2013,)
    assert read_question("combien de recours en 2008").years == (2008,)


def test_that_people_work_somewhere_says_nothing() -> None:
    assert read_question("combien d'agents travaillent au port").terms == ("agent", "port")


@pytest.mark.parametrize(
    "text",
    [
        "J'habite à Dax, la dette de la mairie ? soyez francs",
        "kikou, je vis à Dax et je suis inquiète : la dette de la mairie, franchement",
        "la dette de la mairie de Dax chaque année, dites-moi la vérité",
        "I live in Dax and I wonder : dette de la mairie",
        "ok. et la dette de la mairie de Dax en euros",
        "Super, merci beaucoup ! la dette de la mairie de Dax ces dernières années",
        "bref dis moi, la dette de la mairie de Dax",
        "j'essaie de comprendre la dette de la mairie de Dax",
        "je serais curieux de connaître la dette de la mairie de Dax",
        "pourriez-vous m'éclairer sur la dette de la mairie de Dax",
        "auriez-vous l'amabilité de me préciser la dette de la mairie de Dax",
        "indiquez-moi la dette de la mairie de Dax",
        "on aurait bien voulu savoir la dette de la mairie de Dax",
        "montrez-moi le rapport sur la dette de la mairie de Dax",
        "Bonjour, pour mon mémoire : la dette de la mairie de Dax",
        "Entendu. Je viens d'emménager à Dax : la dette de la mairie ?",
        "I'm reading about Dax: dette de la mairie",
        "la dette de la mairie de Dax, redites-moi",
        "par hasard, vous auriez un rapport sur la dette de la mairie de Dax ? vous l'auriez ?",
    ],
)
def test_what_people_say_of_themselves_is_no_matter(text: str) -> None:
    assert {*read_question(text).terms} == {"dax", stem("dette"), stem("mairie")}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("que dit la cour sur la dette de Dax", {"dax", "det"}),
        ("que dit la chambre de l'hôpital de Dax", {"dax", "hopital"}),
        ("La Cour a-t-elle écrit quelque chose sur la dette de Dax ?", {"dax", "det"}),
        ("dax dette crc", {"dax", "det"}),
        ("la dette de Dax selon les auditeurs", {"dax", "det"}),
        ("trouvez qqch sur la dette de Dax", {"dax", "det"}),
        ("que dit la chambre de commerce de Dax", {"dax", "chambr", "commerc"}),
    ],
)
def test_who_wrote_the_report_is_no_matter_of_it(text: str, terms: set[str]) -> None:
    assert {*read_question(text).terms} == terms


def test_the_level_of_something_for_each_year_stays_a_figure() -> None:
    assert read_question("combien de visites chaque année ?").asks_figure


@pytest.mark.parametrize("text", ["la 2e ligne", "la 2ème ligne", "la 2nde ligne", "la deuxième ligne"])
def test_a_place_in_order_is_read_in_letters(text: str) -> None:
    assert read_question(text).terms == (stem("deuxieme"), stem("ligne"))
