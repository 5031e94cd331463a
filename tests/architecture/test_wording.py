"""The sentences of both languages say the same things, and each is used."""

from __future__ import annotations

import ast
import re
from string import Formatter

import pytest
import yaml

from knowledge.settings import ROOT
from nlu.entities import detect_language

WORDING = ROOT / "actions" / "wording"
SENTENCES: dict[str, dict[str, str]] = {
    lang: yaml.safe_load((WORDING / f"{lang}.yml").read_text("utf-8")) for lang in ("fr", "en")
}


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_sentences() -> None:
    assert SENTENCES["fr"].keys() == SENTENCES["en"].keys()


@pytest.mark.parametrize("key", sorted(SENTENCES["fr"].keys() & SENTENCES["en"].keys()))
def test_both_languages_fill_in_the_same_values(key: str) -> None:
    assert placeholders(SENTENCES["fr"][key]) == placeholders(SENTENCES["en"][key])


@pytest.mark.parametrize("key", sorted(key for key in SENTENCES["fr"] if "_ask_" in key))
def test_what_a_quick_reply_sends_is_in_the_language_of_the_answer(key: str) -> None:
    for lang, sentences in SENTENCES.items():
        filled = re.sub(r"\{\w+\}", "Montclair", sentences[key])
        assert detect_language(filled) == lang, filled


def _patterns() -> set[str]:
    """How the code names sentences: as they stand, or of fixed parts and values (f"topic_{intent}")."""
    found = set()
    for path in sorted((ROOT / "actions").rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        told = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}  # docstrings use nothing
        for node in nodes:
            if id(node) in told:
                continue
            if isinstance(node, ast.JoinedStr):
                parts = [re.escape(v.value) if isinstance(v, ast.Constant) else r"\w+" for v in node.values]
                found.add("".join(parts))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(re.escape(node.value))
    return {pattern for pattern in found if "_" in pattern or pattern.isalpha()}


def test_every_sentence_is_used() -> None:
    used = re.compile("|".join(sorted(_patterns())))
    unused = [key for key in SENTENCES["fr"] if not used.fullmatch(key)]
    assert not unused


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_sentences_are_courteous_and_state_no_figure(lang: str) -> None:
    for key, sentence in SENTENCES[lang].items():
        assert "!" not in sentence, key
        assert not re.search(r"\bchat\b", sentence), key
        assert not re.findall(r"(?<!\w)\d{2,}", sentence), f"{key}: a figure belongs in the base"
