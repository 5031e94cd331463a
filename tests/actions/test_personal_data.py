"""What people say of themselves does not stay; what they ask about does."""

from __future__ import annotations

import pytest

from actions.personal_data import without_personal_data


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("écrivez-moi à jean.dupont@site.example merci", "jean.dupont"),
        ("mon 06 12 34 56 78", "06 12 34 56 78"),
        ("+33612345678", "33612345678"),
        ("je m'appelle Jean Dupont", "Jean Dupont"),
        ("my name is Jean Dupont", "Dupont"),
        ("Je m'appelle Marie Dupont, combien gagne un EIG ?", "Dupont"),
        ("je m’appelle Marie Dupont", "Dupont"),
        ("JE M'APPELLE MARIE DUPONT", "DUPONT"),
        ("Je suis Marie de La Tour d’Auvergne", "Tour"),
        ("Je suis Marie de La Tour d’Auvergne", "Auvergne"),
        ("Moi c'est Éloïse Dupont", "Dupont"),
        ("My name is John Smith", "Smith"),
        ("je m'appelle jean dupont et je voudrais candidater", "jean"),
        ("je m'appelle jean dupont et je voudrais candidater", "dupont"),
        ("bjr je mapelle jean-paul dupont. quel salaire ?", "dupont"),
        ("jmappelle marie de la tour combien de défis à rennes", "tour"),
        ("je m'appelle aïcha o'brien, combien ?", "brien"),
        ("mon nom est jean dupont", "dupont"),
        ("mon prénom c'est jean", "jean"),
        ("je soussignée mme jeanne dupont demande", "dupont"),
        ("my name is john smith, how much are you paid?", "john smith"),
        ("my name's john smith can i apply", "smith"),
        ("merci d'avance. signé jean dupont", "dupont"),
        ("quel salaire ?\nsigné : jean dupont\n12 rue des lilas", "dupont"),
        ("Combien de défis ?\n\nBien cordialement,\n\nM.-C. Dupont, Rennes", "Dupont"),
        ("Veuillez agréer mes salutations respectueuses.\nMe Jean Dupont", "Dupont"),
        ("Best regards,\nJohn Smith", "Smith"),
        ("rappelez au 0612345678", "0612345678"),
        ("06.12.34.56.78", "56"),
        ("06-12-34-56-78", "56"),
        ("+33 (0)6 12 34 56 78", "56"),
        ("0033 6 12 34 56 78", "56"),
        ("call +44 20 7946 0958", "7946"),
        ("mon numéro est le 1 85 05 78 006 084 36", "006"),
    ],
)
def test_personal_data_are_removed(text: str, hidden: str) -> None:
    assert hidden not in without_personal_data(text)


@pytest.mark.parametrize(
    "text",
    [
        "combien d'EIG en 2018 dans la promotion 3 ?",
        "Le budget 2014 2015 2016 ?",
        "budget 12 345 678 900 euros",
        "une hausse de +12 345 678 euros",
        "Je suis contractuel, puis-je candidater ?",
        "le 01/02/2014 ou le 15/03/2016",
        "le rapport 392985",
        "je suis contractuel à rennes, puis-je candidater ?",
        "qui a fait gobelins à lyon ?",
        "comment s'appelle le défi de la dgfip à rennes ?",
        "mon nom est publié sur le site, comment le retirer ?",
        "mon nom est-il sur le site ?",
        "my name is on the list of fellows, why?",
        "quels développeurs ont signé mon suivi social ?",
        "le contrat, signé par qui ?",
        "un accord, signé cour des comptes ?",
        "combien de défis, signé la stagiaire",
        "cordialement combien de défis à rennes ?",
        "Bien cordialement, merci",
    ],
)
def test_ordinary_words_stay(text: str) -> None:
    assert without_personal_data(text) == text


def test_the_question_stays_beside_the_name() -> None:
    said = "je m'appelle jean dupont et je cherche le défi gobelins à lyon\ncordialement\njean dupont"
    kept = "je m'appelle […] et je cherche le défi gobelins à lyon\ncordialement\n[…]"
    assert without_personal_data(said) == kept
