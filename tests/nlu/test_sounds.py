"""What sounds alike has one key, what does not has two."""

from __future__ import annotations

import pytest

from nlu.sounds import sound_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nouvo", "nouveaux"),
        ("informatik", "informatique"),
        ("roubé", "roubaix"),
        ("koman", "comment"),
        ("otre", "autres"),
        ("abitan", "habitants"),
        ("moyene", "moyenne"),
        ("kestion", "question"),
        ("finansement", "financement"),
        ("rekomandassion", "recommandation"),
        ("étranjé", "étranger"),
        ("jeré", "gérer"),
        ("syndika", "syndicat"),
        ("sekurité", "sécurité"),
        ("projè", "projets"),
    ],
)
def test_what_sounds_alike(typed: str, meant: str) -> None:
    assert sound_of(typed) == sound_of(meant)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("poisson", "poison"),
        ("gérer", "guérir"),
        ("cave", "cape"),
        ("agent", "agence"),
        ("hellfest", "elfe"),
        ("dette", "date"),
        ("canton", "cantine"),
        ("commune", "commun"),
    ],
)
def test_what_does_not(one: str, other: str) -> None:
    assert sound_of(one) != sound_of(other)
