"""Any Rasa NLU file is read; every example is predicted once."""

from pathlib import Path

import pytest

from bot.evaluation.folds import cross_validate, read_examples
from bot.evaluation.sets import BadSet

YAML = """version: "3.1"
nlu:
  - intent: greet
    examples: |
      - bonjour
      - salut [Marie](person)
      - bonjour
  - synonym: x
    examples: |
      - y
"""
MARKDOWN = """## intent:greet
- bonjour
- salut [Marie](person)
- bonjour

## synonym:qc
- québec

## intent: goodbye
- au revoir
"""


def test_yaml(tmp_path: Path) -> None:
    path = tmp_path / "nlu.yml"
    path.write_text(YAML)
    assert sorted(zip(*read_examples(path), strict=True)) == [("bonjour", "greet"), ("salut Marie", "greet")]


def test_markdown(tmp_path: Path) -> None:
    path = tmp_path / "nlu.md"
    path.write_text(MARKDOWN)
    assert list(zip(*read_examples(path), strict=True)) == [
        ("bonjour", "greet"),
        ("salut Marie", "greet"),
        ("au revoir", "goodbye"),
    ]


@pytest.mark.parametrize(
    ("name", "content"), [("a.md", "nothing"), ("a.yml", "version: '3.1'\nnlu: []\n"), ("a.yml", "a: [")]
)
def test_no_examples(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(BadSet, match=r"a\.(md|yml)"):
        read_examples(path)


def test_cross_validation_without_vectors() -> None:
    texts = [
        f"{word} {n}"
        for word in ("bonjour madame", "combien de défis", "quel salaire")
        for n in ("un", "deux", "trois", "quatre", "cinq", "six")
    ]
    labels = [label for label in ("greet", "count", "pay") for _ in range(6)]
    ticks: list[int] = []
    figures = cross_validate(texts, labels, None, 3, lambda: ticks.append(1))
    assert (figures["accuracy"], figures["intents"], figures["examples"], len(ticks)) == (1.0, 3, 18, 3)
