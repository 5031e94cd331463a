"""Who is to say it, within a question, is not asked for."""

from __future__ import annotations

import pytest

from actions.reports.attribution import (
    asks_beside_who_says_it,
    only_names_who_says_it,
    without_attribution,
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("c'est normal d'après eux ?", "c'est normal ?"),
        ("Selon la Cour des comptes, l'abri est-il sûr ?", "l'abri est-il sûr ?"),
        ("il faut vendre l'île, c'est bien ce que dit le rapport ?", "il faut vendre l'île ?"),
        ("is it worth it according to them", "is it worth it"),
    ],
)
def test_what_is_asked_stays_without_who_says_it(text: str, left: str) -> None:
    assert asks_beside_who_says_it(text)
    assert without_attribution(text) == left


@pytest.mark.parametrize("text", ["c'est ce que dit la Cour ?", "d'après eux ?", "is that what they say?"])
def test_who_says_it_alone_is_kept(text: str) -> None:
    assert only_names_who_says_it(text)
    assert without_attribution(text) == text


@pytest.mark.parametrize("text", ["qui dit ça ?", "que dit la Cour sur l'eau ?", "d'après quel texte ?"])
def test_other_messages_name_nobody_who_says_it(text: str) -> None:
    assert not asks_beside_who_says_it(text) and not only_names_who_says_it(text)
