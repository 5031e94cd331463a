"""What a message puts aside is not what it is about."""

import pytest

from actions.conversation.focus import Focus
from actions.conversation.rejected import corrected, forgetting, forgetting_subjects, without_rejected


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Je ne parle pas de SMASH, qui peut candidater ?", "qui peut candidater ?"),
        ("Oubliez Paris. Quels défis à Lyon ?", "Quels défis à Lyon ?"),
        ("non, tous les projets de la promo 3, pas que SMASH", "tous les projets de la promo 3"),
        ("rien à voir, je parle du programme, qui l'a créé ?", "du programme, qui l'a créé ?"),
        ("je ne parle pas du jury mais de la promo 4", "de la promo 4"),
        ("ce n'est pas le salaire dont je parle, c'est la prime", "c'est la prime"),
        ("I'm not asking about SMASH, who hosts them?", "who hosts them?"),
        ("non pas la promo 7, je parle du début du service", "du début du service"),
        ("non, pas la santé, je voulais dire la culture", "la culture"),
    ],
)
def test_the_clauses_on_what_is_not_meant_are_left_out(text: str, meant: str) -> None:
    assert without_rejected(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "laissez tomber",
        "je ne parle pas anglais, puis-je candidater ?",
        "j'ai oublié mon mot de passe, comment faire ?",
        "non pas DataJust, Open Justice",
    ],
)
def test_what_rejects_nothing_or_says_no_more_is_kept(text: str) -> None:
    assert without_rejected(text) == text


def test_the_talk_is_no_longer_about_the_challenge_spoken_of() -> None:
    before = Focus("challenge_people", {"challenge": ("smash",), "audience": ("candidates",)}, said="qui ?")
    after = forgetting_subjects(before)
    assert after.intent is None and after.entities == {"audience": ("candidates",)} and after.said == "qui ?"


@pytest.mark.parametrize(
    ("text", "put_aside"),
    [
        ("non pas la promo 7, je parle du début du service", "non pas la promo 7, "),
        ("je ne parle pas de SMASH, qui peut candidater ?", ""),
        ("qui peut candidater ?", ""),
    ],
)
def test_a_correction_is_of_the_thing_spoken_of(text: str, put_aside: str) -> None:
    assert corrected(text) == put_aside


def test_a_correction_leaves_the_rest_of_the_talk() -> None:
    before = Focus("pay", {"challenge": ("smash",), "promotion": ("5",)}, text="combien ?")
    assert forgetting(before, {"promotion"}) == Focus("pay", {"challenge": ("smash",)}, text="combien ?")
