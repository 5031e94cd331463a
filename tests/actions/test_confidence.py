"""The one number behind answering or refusing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from actions.choice import PLAIN, SILENCED, TOLD, Candidate, weighed
from actions.confidence import WEIGHTS, Calibration, calibration, confidence, features
from actions.conversation.focus import Focus
from actions.question import Question, read_message
from actions.registry import answer_to
from actions.silence import Silence
from tests.actions.conftest import Talk


def asked(talk: Talk, text: str, intent: str, probability: float = 0.7) -> Question:
    return read_message(talk.message(text, intent, probability), Focus(), talk.desk.now)


def test_probability_is_logistic() -> None:
    made = Calibration({"fit": 2.0}, -1.0, {"fit": 1.0}, 0.5, 0.4, 0.9)
    assert made.probability({"fit": 0.5, "unknown": 9.0}) == pytest.approx(0.5)


def test_features_lie_between_nought_and_one(talk: Talk) -> None:
    question = asked(talk, "combien gagne un EIG de la promotion 6 ?", "pay")
    found = features(question, answer_to(question, talk.desk), talk.desk)
    assert all(0 <= value <= 1 for value in found.values())
    assert set(found) <= set(calibration().weights)


def test_every_feature_of_a_candidate_has_a_weight(talk: Talk) -> None:
    pay = asked(talk, "combien gagne un EIG ?", "pay")
    found = Candidate(pay, answer_to(pay, talk.desk), "settled").features(0.0, Silence(), talk.desk)
    assert set(found) == set(calibration().weights) == set(calibration().preference)


def test_an_answer_that_fits_is_surer_than_one_that_does_not(talk: Talk) -> None:
    pay = asked(talk, "combien gagne un EIG ?", "pay")
    said = answer_to(pay, talk.desk)
    stranger = asked(talk, "combien gagne un dromadaire quantique ?", "pay")
    assert confidence(pay, said, talk.desk) > confidence(stranger, said, talk.desk)


def test_thresholds_are_in_order() -> None:
    made = calibration()
    assert made.offer_from < made.answer_from < made.certain_from


def test_a_follow_up_is_weighed_by_weights_of_its_own(talk: Talk) -> None:
    first = asked(talk, "combien gagne un EIG ?", "pay")
    followed, said = replace(first, focus=Focus("pay")), answer_to(first, talk.desk)
    found = features(first, said, talk.desk)
    assert confidence(first, said, talk.desk) == calibration().probability(found)
    assert confidence(followed, said, talk.desk) == calibration(in_talk=True).probability(found)
    assert calibration(in_talk=True) != calibration()


def test_the_weights_are_fitted() -> None:
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
