"""A small model, learnt in a second, finds the question among what is said around it."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
import yaml

from bot.evaluation.sets import wrappings
from knowledge.text import words
from nlu.question_span import AFTER, ASKED, BEFORE, QuestionSpan, cut, features
from nlu.span_training import HERE, messages, read_material, train


@pytest.fixture(scope="module")
def span(tmp_path_factory: pytest.TempPathFactory) -> QuestionSpan:
    folder = tmp_path_factory.mktemp("span")
    train(folder / "no-base.sqlite3", folder / "span", size=1_500)
    return QuestionSpan(folder / "span")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Madame, Monsieur, je me permets de vous contacter car je voudrais savoir combien de défis "
         "comptait la promotion 5. Je vous remercie par avance de votre réponse, bien cordialement",
         "combien de défis comptait la promotion 5"),
        ("slt jsuis dans le bus jai vu votre pub, qui peut candidater au programme ? merci bcp bonne journée "
         "à vous",
         "qui peut candidater au programme"),
        ("Hello, I hope you are well. I was told to ask you: how many challenges were there in promotion 4? "
         "Many thanks in advance for your help, Mary", "how many challenges were there in promotion 4"),
    ],
)  # fmt: skip
def test_what_is_said_around_is_left_out(span: QuestionSpan, text: str, question: str) -> None:
    found = span.find(text)
    assert found
    assert any(question in one and len(words(one)) <= len(words(question)) + 4 for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "et à Lyon ?",
        "combien gagne un EIG",
        "Combien de défis comptait la promotion 5 et qui y travaillait ?",
    ],
)
def test_a_bare_question_stays_whole(span: QuestionSpan, text: str) -> None:
    assert span.find(text) == []


def test_messages_are_labelled_word_by_word() -> None:
    material = read_material(Path("no-base.sqlite3"))
    made = list(islice(messages(material, 200), 200))
    assert made == list(messages(material, 200))
    for tokens, labels in made:
        assert len(tokens) == len(labels) == len(features(tokens))
        assert set(labels) <= {BEFORE, ASKED, AFTER}
        order = [label for label, before in zip(labels, ["", *labels], strict=False) if label != before]
        assert order in ([ASKED], [BEFORE, ASKED], [ASKED, AFTER], [BEFORE, ASKED, AFTER])
    assert sum(set(labels) == {ASKED} for _, labels in made) > 50


def test_words_marks_and_ends_of_line_are_cut() -> None:
    assert [token.group() for token in cut("Qui ?\nMoi, l'an 2")] == [
        "Qui",
        "?",
        "\n",
        "Moi",
        ",",
        "l",
        "'",
        "an",
        "2",
    ]


def test_what_is_learnt_from_is_not_in_the_evaluation() -> None:
    pieces = {
        " ".join(words(piece))
        for path in (HERE / "around").glob("*.yml")
        for pieces in yaml.safe_load(path.read_text(encoding="utf-8")).values()
        for piece in pieces
    }
    around = {
        " ".join(words(part))
        for one in wrappings()
        for part in one.text.split("{question}")
        if len(words(part)) > 3
    }
    assert not pieces & around
