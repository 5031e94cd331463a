"""What sounds alike has one key, what does not has two."""

from __future__ import annotations

import pytest

from nlu.sounds import as_heard, sound_of


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


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("cété ou", "c'était ou"),
        ("la 2 ossi", "la 2 aussi"),
        ("Yavé cb de défis", "il y avait cb de défis"),
        ("la commune d'Ossigny", "la commune d'Ossigny"),
        ("cette année", "cette année"),
        ("yen avé cb, vous avé ?", "y en avait cb, vous avé ?"),
        ("n the one b4", "and the one before"),
        ("sa coute cher, sa paie ?", "ça coute cher, sa paie ?"),
    ],
)
def test_small_words_written_by_ear(typed: str, read: str) -> None:
    assert as_heard(typed) == read
