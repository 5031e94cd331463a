"""What goes on with another thing is told in the fewest words."""

from __future__ import annotations

import pytest

from actions.conversation.going_on import goes_on_with


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("la 2 aussi", "et la 2 ?"),
        ("6 ossi stp", "et la 6 ?"),
        ("2021 aussi s'il te plaît", "et en 2021 ?"),
        ("les designers également ?", "et les designers ?"),
        ("et la promotion 4 toute seule ?", "et la promotion 4 ?"),
        ("la 4 seulement", "et la 4 ?"),
        ("et à Lyon, pareil ?", "et à Lyon ?"),
        ("d'accord, même question pour Brest", "et pour Brest ?"),
        ("mm chose 2021", "et en 2021 ?"),
        ("idem pour la promo d'avant", "et pour la promo d'avant ?"),
        ("Same question for the cohort just before.", "and for the cohort just before ?"),
        ("oups, c'est de la 5 que je parlais", "et la 5 ?"),
        ("Excusez-moi, je pensais à la 5.", "et la 5 ?"),
        ("Merci. Pour Lille maintenant ?", "et Pour Lille ?"),
        ("tiens, il y a deux chiffres, comment ça se fait ?", "pourquoi deux chiffres ?"),
        ("vous me donnez deux sommes, pour quelle raison ?", "pourquoi deux sommes ?"),
        ("très bien. passons à NEOTac, ça s'adresse à qui ?", "NEOTac, ça s'adresse à qui ?"),
        ("merci pour tout ça. la promo 6 maintenant, combien d'EIG ?", "la promo 6, combien d'EIG ?"),
    ],
)
def test_what_goes_on_with_another_thing_is_told_in_short(text: str, told: str) -> None:
    assert goes_on_with(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "moi aussi",
        "merci à vous aussi",
        "je veux l'adresse aussi",
        "c'est pareil avant ?",
        "pareil avant ?",
        "et en 2021 c'était pareil ?",
        "les designers peuvent aussi ?",
        "et avant 2024, idem ?",
        "la même chose en anglais",
        "c'est possible à Lyon aussi ?",
        "même chose que pour la promo 3",
        "je pensais à candidater",
        "le salaire maintenant, c'est combien ?",
        "pour les EIG maintenant ?",
        "il y a deux chiffres dans votre réponse",
        "on m'a dit que les agents publics aussi",
    ],
)
def test_what_says_more_is_left_as_it_is(text: str) -> None:
    assert goes_on_with(text) == text
