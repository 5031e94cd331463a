"""What a follow-up asks of the challenge spoken of."""

from __future__ import annotations

import pytest

from actions.programme.challenge_intents import asked_of_challenge, asked_of_the_named


@pytest.mark.parametrize("text", ["et c'etait chez qui ?", "c chez ki", "ils bossaient chez qui"])
def test_at_whose_place_is_the_host(text: str) -> None:
    assert asked_of_challenge(text) == "challenge_administration"


@pytest.mark.parametrize(
    "text",
    [
        "quelle promo a eu le plus de developpeurs ?",
        "which cohort had the most designers?",
        "quelle annee a le moins de devs",
    ],
)
def test_a_comparison_of_promotions_asks_nothing_of_a_challenge(text: str) -> None:
    assert asked_of_challenge(text) is None


@pytest.mark.parametrize("text", ["c'est en ligne ?", "is it online?", "ils sont en ligne ?"])
def test_whether_it_is_online_asks_where(text: str) -> None:
    assert asked_of_challenge(text) == "challenge_code"


def test_the_promotion_of_a_challenge_is_asked_of_it() -> None:
    assert asked_of_challenge("c'etait quelle promo ?") == "challenge_promotion"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("quel eig a rejoint a-just et a quel poste ?", "challenge_people"),
        ("qui a rejoint ce defi ?", "challenge_people"),
        ("which eigs joined it?", "challenge_people"),
        ("et la ils etaient qui ?", "challenge_people"),
        ("il y a des eigs dessus ?", "challenge_people"),
        ("archifiltre, c'etaient qui ?", "challenge_people"),
        ("qui a fe sa", "challenge_people"),
        ("qui a ferme boutique ?", None),
        ("il y a des usagers ?", None),
        ("comment rejoindre le defi ?", None),
    ],
)
def test_who_joined_it(text: str, intent: str | None) -> None:
    assert asked_of_challenge(text) == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("expliquez-moi ce qu'est l'outil basegun", "describe_challenge"),
        ("j'aimerais savoir ce que c'est, basegun", "describe_challenge"),
        ("est-ce que c'est basegun ?", None),
        ("qui suivait l'equipe de datareg ?", "challenge_people"),
        ("quel eig pilote compar:ia ?", "challenge_people"),
        ("ah, mais vous avez un projet sur les transports sanitaires, non ?", "describe_challenge"),
        ("est-ce que vous avez eu un defi sur les orgues", "describe_challenge"),
        ("y a-t-il un projet pour les refugies ?", "describe_challenge"),
        ("do you have a project on patient transport?", "describe_challenge"),
        ("qui a un projet comme basegun ?", None),
        ("vous avez la page de basegun ?", "challenge_code"),
        ("et neotac, destine a qui ?", "describe_challenge"),
        ("neotac, ca s'adresse a quel public ?", "describe_challenge"),
        ("comment s'adresser a lui ?", None),
    ],
)
def test_whether_there_is_one_of_that_name_asks_what_it_is(text: str, intent: str | None) -> None:
    assert asked_of_the_named(text) == intent
