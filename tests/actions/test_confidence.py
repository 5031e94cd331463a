"""The one number behind answering or refusing."""

from __future__ import annotations

import json

import pytest

from actions.boosted import Split
from actions.choice import PLAIN, SILENCED, TOLD, Candidate, weighed
from actions.confidence import WEIGHTS, calibration, features
from actions.conversation.focus import Focus
from actions.question import Question, read_message
from actions.registry import answer_to
from actions.silence import Silence
from tests.actions.conftest import Talk


def asked(talk: Talk, text: str, intent: str, probability: float = 0.7) -> Question:
    return read_message(talk.message(text, intent, probability), Focus(), talk.desk.now)


def test_features_lie_between_nought_and_one(talk: Talk) -> None:
    question = asked(talk, "combien gagne un EIG de la promotion 6 ?", "pay")
    found = features(question, answer_to(question, talk.desk), talk.desk)
    assert all(0 <= value <= 1 for value in found.values())


def test_the_trees_know_no_other_features_than_those_of_a_candidate(talk: Talk) -> None:
    pay = asked(talk, "combien gagne un EIG ?", "pay")
    found = Candidate(pay, answer_to(pay, talk.desk), "settled").features(0.0, Silence(), talk.desk)
    assert set(found) == set(calibration().preference)
    assert {sign for tree in calibration().trees for sign in _signs(tree)} <= set(found)


def _signs(tree: Split | float) -> set[str]:
    if not isinstance(tree, Split):
        return set()
    return {tree.sign} | _signs(tree.left) | _signs(tree.right)


def test_an_answer_that_fits_is_surer_than_one_that_does_not(talk: Talk) -> None:
    pay = asked(talk, "combien gagne un EIG ?", "pay")
    stranger = asked(talk, "combien gagne un dromadaire quantique ?", "pay")
    said = answer_to(pay, talk.desk)
    sure, unsure = (
        calibration().probability(Candidate(one, said, "settled").features(0.0, Silence(), talk.desk))
        for one in (pay, stranger)
    )
    assert sure > unsure


def test_thresholds_are_in_order() -> None:
    made = calibration()
    assert made.offer_from < made.answer_from < made.certain_from


def test_the_trees_are_fitted() -> None:
    assert json.loads(WEIGHTS.read_text())["made_by"] == "greffier evaluate calibrate"


def test_rules_over_the_probability() -> None:
    assert weighed(0.2, {"told": 1.0, "silent": 0.0}) == TOLD
    assert weighed(0.6, {"told": 0.0, "silent": 1.0}) == pytest.approx(0.6 * SILENCED)
    assert weighed(0.6, {"told": 0.0, "silent": 0.0}) == 0.6


def test_what_is_plainly_untold_is_not_answered_however_sure() -> None:
    untold = {"told": 0.0, "silent": 1.0, "nobody": 1.0, "plainly_untold": 0.0}
    assert weighed(0.96, untold) == 0.96
    assert weighed(0.96, {**untold, "plainly_untold": 1.0}) < calibration().answer_from


def test_a_plain_question_is_answered_near_one_that_nobody_answers() -> None:
    plain = {"told": 0.0, "silent": 1.0, "settled": 1.0, "probability": PLAIN}
    assert weighed(0.6, plain) == 0.6
    unsettled, unsure = {**plain, "settled": 0.0}, {**plain, "probability": 0.5}
    assert weighed(0.6, unsettled) == weighed(0.6, unsure) == pytest.approx(0.6 * SILENCED)
