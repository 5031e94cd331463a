"""Messages written by ear are read as they are meant, and no others are touched."""

from __future__ import annotations

import pytest

from nlu.texting import as_texted


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("vs avé pri ki", "vous avez pris ki"),
        ("fo kje la ferme", "fo que je la ferme"),
        (
            "fo til un bureau kon lui donne, il peu se metre ou",
            "faut-il un bureau qu'on lui donne, il peut se metre ou",
        ),
        ("si o bou de kelke semaine sa marche pa", "si au bout de quelque semaine sa marche pas"),
        ("jtravail a la méri ki peu postulé", "je travail a la mairie ki peut postulé"),
        ("on pouvé postulé juska kan", "on pouvait postulé jusqu'à kan"),
        ("jvé a lyon, vs ete ou", "je vais a lyon, vous êtes ou"),
        ("jpeu postulé sui deja eig", "je peux postulé suis deja eig"),
        ("promo 4 vs promo 5, ki gagne", "promo 4 contre promo 5, ki gagne"),
    ],
)
def test_what_is_written_by_ear(typed: str, read: str) -> None:
    assert as_texted(typed) == read


@pytest.mark.parametrize(
    "text",
    [
        "how do they come to Paris",
        "un peu de temps, tout plu",
        "le PV de l'O.N.F. et l'association La Doi",
        "promotion 4 contre promotion 5",
        "",
    ],
)
def test_other_messages_stay(text: str) -> None:
    assert as_texted(text) == text
