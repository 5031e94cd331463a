"""What is surely small talk, of what the model heard as such."""

from __future__ import annotations

import pytest

from actions.conversation.courtesy import (
    asks_who_says_so,
    intent_heard,
    is_surely_courteous,
    only_sounds_courteous,
)


@pytest.mark.parametrize(
    ("text", "name", "sure", "courteous"),
    [
        ("merci beaucoup", "thank", 0.95, True),
        ("merci beaucoup", "thank", 0.2, False),
        ("ça marche comment ?", "affirm", 0.95, False),
        ("combien gagne-t-on ?", "pay", 0.95, False),
    ],
)
def test_small_talk_is_surely_heard(text: str, name: str, sure: float, courteous: bool) -> None:
    assert is_surely_courteous(text, {"intent": {"name": name, "confidence": sure}}) is courteous


def test_of_a_message_nothing_may_be_heard() -> None:
    assert intent_heard({"intent": None}) == ""


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("deny", "et s'il ne convient pas"),
        ("deny", "donc pas de devis ?"),
        ("affirm", "ok mais si on n'a pas de budget"),
        ("goodbye", "pk ils ont arrêté"),
        ("capabilities", "ils posent quoi comme questions"),
        ("capabilities", "ok et je commence par quoi"),
        ("capabilities", "je fais quoi"),
        ("thank", "merci et c'est qui le chef"),
        ("greet", "j'ai un casier, ça pose problème"),
        ("human_contact", "salariée avec trois mois de préavis, dois-je être disponible ?"),
    ],
)
def test_a_follow_up_only_sounds_courteous(intent: str, text: str) -> None:
    assert only_sounds_courteous(intent, text)


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("deny", "non merci"),
        ("deny", "si, justement"),
        ("deny", "sans façon"),
        ("goodbye", "au revoir"),
        ("capabilities", "et tu sais faire quoi"),
        ("capabilities", "ok et quoi d'autre"),
        ("capabilities", "je peux vous demander quoi"),
        ("thank", "merci et bonne journée"),
        ("greet", "ravi de faire votre connaissance"),
        ("human_contact", "mon cas est compliqué, à qui je peux l'expliquer"),
    ],
)
def test_small_talk_is_small_talk(intent: str, text: str) -> None:
    assert not only_sounds_courteous(intent, text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Qui l'affirme ?", True),
        ("et c'est qui qui dit ça ?", True),
        ("qui vous l'a dit", True),
        ("who claims that?", True),
        ("qui dit que c'est payé ?", False),
        ("qui le dirige ?", False),
    ],
)
def test_who_says_so_asks_for_the_source(text: str, asks: bool) -> None:
    assert asks_who_says_so(text) is asks
