"""Words that only sound like the name of someone name nobody."""

from __future__ import annotations

import pytest

from actions.misread import is_misread


@pytest.mark.parametrize(
    ("text", "said", "name", "misread"),
    [
        ("les impôts de la ville", "la ville", "Jeanne Laville", True),
        ("combien coûtent les champs ?", "les champs", "Paul Leschamps", True),
        ("que fait laville ?", "laville", "Jeanne Laville", False),
        ("que fait La Ville ?", "La Ville", "Jeanne Laville", False),
        ("qui est la fontaine ?", "la fontaine", "Jean La Fontaine", False),
    ],
)
def test_an_article_and_a_noun_are_nobody(text: str, said: str, name: str, misread: bool) -> None:
    start = text.index(said)
    entity = {"entity": "person", "value": name, "start": start, "end": start + len(said)}
    assert is_misread(entity, text) == misread
