"""The sets can be read, are large enough, and stay apart from the training examples."""

from pathlib import Path

import pytest
import yaml

from bot.evaluation import sets
from knowledge.settings import ROOT
from knowledge.text import words


def test_sizes() -> None:
    assert len(sets.utterances()) >= 400
    assert len(sets.questions()) >= 120
    assert len(sets.dialogues()) >= 25
    assert len(sets.unanswerable()) >= 60
    assert len(sets.report_questions()) >= 100


def test_ids_are_unique() -> None:
    every = [*sets.questions(), *sets.unanswerable(), *(turn for d in sets.dialogues() for turn in d.turns)]
    ids = [question.id for question in every] + [question.id for question in sets.report_questions()]
    assert len(ids) == len(set(ids))


def test_what_is_for_fitting_is_of_both_kinds_and_of_no_set() -> None:
    for_fitting = sets.programme_training()
    answered = [question for question in for_fitting if question.must]
    assert len(answered) == len(for_fitting) / 2
    assert all("answered" not in question.statuses for question in for_fitting if not question.must)
    judged = {question.id for question in [*sets.questions(), *sets.unanswerable()]}
    assert judged.isdisjoint(question.id for question in for_fitting)


def test_every_expected_intent_has_examples() -> None:
    trained = {
        block["intent"]
        for path in (ROOT / "nlu").glob("*.yml")
        for block in yaml.safe_load(path.read_text())["nlu"]
    }
    expected = {u.intent for u in [*sets.utterances(), *sets.utterances("report_utterances")]}
    assert expected <= trained


def test_rewordings_are_of_questions_and_keep_what_is_right_for_them() -> None:
    asked = [*sets.questions(), *sets.unanswerable()]
    others, of_reports = sets.reworded(asked), sets.reworded(sets.report_questions())
    assert len(others) + len(of_reports) >= 1_300
    entries = yaml.safe_load((sets.FOLDER / "rewordings.yml").read_text())
    assert len(others) + len(of_reports) == sum(len(entry["texts"]) for entry in entries)
    by_id = {question.id: question for question in asked}
    first = by_id[others[0].id.split("#")[0]]
    assert others[0].must == first.must
    assert others[0].text != first.text


def test_a_bad_entry_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sets, "FOLDER", tmp_path)
    (tmp_path / "questions.yml").write_text("- {id: q9, text: quand, today: hier}\n")
    with pytest.raises(sets.BadSet, match=r"questions\.yml, q9"):
        sets.questions()
    (tmp_path / "utterances.yml").write_text("text: [")
    with pytest.raises(sets.BadSet, match=r"utterances\.yml"):
        sets.utterances()
    (tmp_path / "dialogues.yml").write_text("a: 1")
    with pytest.raises(sets.BadSet, match="a list is expected"):
        sets.dialogues()
    (tmp_path / "rewordings.yml").write_text("- {id: q9}\n")
    with pytest.raises(sets.BadSet, match=r"rewordings\.yml, q9"):
        sets.reworded([])


def test_enough_is_left_when_training_examples_are_left_out() -> None:
    assert len(sets.unseen(sets.utterances())) >= 400
    assert sets.unseen([sets.Utterance("Bonjour !", "greet"), sets.Utterance("zorglub ?", "greet")]) == [
        sets.Utterance("zorglub ?", "greet")
    ]


def test_few_questions_are_trained_on() -> None:
    """A short question two people would write the same way may be; a habit of copying may not."""
    asked = [q.text for q in [*sets.questions(), *sets.unanswerable()]] + [
        q.text for q in sets.report_questions()
    ]
    trained = sets.training_examples()
    assert len([text for text in asked if " ".join(words(text)) in trained]) <= 0.02 * len(asked)
