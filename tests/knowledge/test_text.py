"""French text tools."""

import pytest

from knowledge.text import (
    character_ngrams,
    clean,
    content_stems,
    fold,
    index_text,
    sentences,
    snippet,
    stems,
    words,
)


def test_folding_and_words() -> None:
    assert fold("L’Œuvre d’Été") == "l'oeuvre d'ete"
    assert words("12 345 678 € à l’Étang") == ["12345678", "a", "l", "etang"]
    assert clean("gym­nase\n à\u200b 3\u00a0M€") == "gymnase à 3 M€"


def test_stems_bring_forms_together() -> None:
    assert stems("hôpitaux") == stems("hôpital")
    assert stems("communes") == stems("commune")
    assert content_stems("Quelles sont les dépenses de la commune ?") == content_stems("dépense communes")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("M. Dupin est maire. Il l’est depuis 2014.", 2),
        ("L’art. L. 243-5 le prévoit.", 1),
        ("Le taux est de 3.5 % en 2014. Voilà tout.", 2),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_snippets_are_verbatim_and_bounded() -> None:
    text = "Un début sans rapport. " * 20 + "La dette a doublé en 2014. " + "Une fin sans rapport. " * 20
    piece = snippet(text, ["det", "2014"], 120)
    assert "La dette a doublé en 2014." in piece
    assert len(piece) <= 120
    assert len(snippet("mot " * 500, ["absent"], 100)) <= 101


def test_letter_groups_mark_the_ends_of_a_word() -> None:
    assert character_ngrams("jury") == ["_ju", "jur", "ury", "ry_"]
    assert character_ngrams("a") == ["_a_"]


def test_index_text_keeps_meaningful_stems_only() -> None:
    assert index_text("Quelles sont les dépenses ?") == " ".join(content_stems("dépenses"))
    assert index_text("le la les") == ""
