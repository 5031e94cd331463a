"""What is asked without the request around it."""

from __future__ import annotations

import pytest

from bot.requests import without_request


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Rappelez-moi le nombre de dossiers reçus.", ["le nombre de dossiers reçus ?"]),
        ("rapel moi le nb de dossiers reçus", ["le nb de dossiers reçus ?"]),
        ("J'aurais bien aimé connaître la date de clôture", ["la date de clôture ?"]),
        ("Je ne retrouve nulle part le taux du PIA en 2019.", ["le taux du PIA en 2019 ?"]),
        ("j'arrive pas à comprendre qui paie les EIG", ["qui paie les EIG ?"]),
        ("Impossible de savoir si le jury est public", ["Est-ce que le jury est public ?"]),
        ("Auriez-vous l'obligeance de m'indiquer le montant versé ?", ["le montant versé ?"]),
        ("Peux-tu, stp, me dire où est le code source", ["où est le code source ?"]),
        ("je n'ai trouvé nulle part le salaire net", ["le salaire net ?"]),
        ("je cherche partout le règlement de la promo 5", ["le règlement de la promo 5 ?"]),
        ("quelqu'un sait si le jury est public ?", ["Est-ce que le jury est public ?"]),
        ("jme demande combien gagne un EIG", ["combien gagne un EIG ?"]),
        ("I was wondering how many people applied", ["how many people applied ?"]),
        ("I can't find the closing date anywhere", ["the closing date anywhere ?"]),
        ("Dites-moi si, en 2022, un opérateur payait", ["Est-ce que, en 2022, un opérateur payait ?"]),
    ],
)
def test_what_is_requested_stands_alone(text: str, asked: list[str]) -> None:
    assert without_request(text) == asked


def test_what_someone_says_of_himself_is_left_out_first() -> None:
    text = "J'habite à Dole et je me demande si je pourrais rester chez moi"
    alone = "Est-ce que je pourrais rester chez moi ?"
    assert without_request(text) == [alone, f"J'habite à Dole, {alone}"]


def test_what_is_named_before_the_request_is_kept_first() -> None:
    text = "Le projet matchID : j'aimerais comprendre ce qui l'a fait naître"
    asked = "ce qui l'a fait naître ?"
    assert without_request(text) == [f"Le projet matchID, {asked}", asked]


@pytest.mark.parametrize(
    "text",
    [
        "Combien d'EIG dans la promotion 3 ?",
        "rappelez-moi demain",
        "dis-moi tout",
        "I can't find a job",
    ],
)
def test_nothing_is_left_of_other_messages(text: str) -> None:
    assert without_request(text) == []
