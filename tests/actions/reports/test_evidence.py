"""When one passage that says all that was asked is an answer, whatever the other signs are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pytest

from actions.reports.bodies.signs import is_in_passing
from actions.reports.evidence import Evidence, calibration, evidence
from actions.reports.passages.findings import search
from actions.reports.passages.meaning import Meaning
from actions.reports.whom import subject_of
from knowledge.reports.models import PassageHit, Place, ReportSummary
from tests.actions.report_base import asked, wide_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("evidence"))


class _Near:
    """A base for which sentences are as near to any question as told, counting those it is asked."""

    def __init__(self, *near: float) -> None:
        self.near = dict(zip("abcdef", near, strict=False))
        self.compared = 0

    def nearness(self, _: str, said: Sequence[str]) -> float | None:
        self.compared += len(said)
        return max((self.near[one] for one in said), default=None) if self.near else None


def _meaning(*near: float) -> Meaning:
    return Meaning("", tuple("abcdef"[: len(near)]), _Near(*near))  # type: ignore[arg-type]


def _weighed(signs: dict[str, float], **others: Any) -> Evidence:
    return Evidence(signs, _meaning(), **others)


@pytest.mark.parametrize(
    ("least", "reached", "compared"),
    [(-1.0, True, 0), (1.1, False, 0), (0.4, True, 2), (0.9, True, 4), (0.99, False, 5)],
)
def test_no_more_sentences_are_compared_than_it_takes_to_know(
    least: float, reached: bool, compared: int
) -> None:
    meaning = _meaning(0.86, 0.88, 0.906, 0.80, 0.85)
    assert meaning.reaches(least) is reached
    assert meaning.base.compared == compared  # type: ignore[attr-defined]
    assert meaning.whole() == pytest.approx((0.906 - 0.85) / 0.06)


def test_without_sentence_vectors_the_meaning_counts_as_that_of_questions_with_an_answer() -> None:
    meaning = Meaning("", ("a",), _Near())  # type: ignore[arg-type]
    assert meaning.reaches(meaning.whole()) and not meaning.reaches(meaning.whole() + 0.01)


def test_what_a_sign_must_be_at_least_makes_a_case_just_as_likely_as_wanted() -> None:
    weights, signs = calibration(), {"coverage": 0.7, "kind": 0.1}
    needed = weights.needed("meaning", signs, 0.5)
    assert weights.probability({**signs, "meaning": needed}) == pytest.approx(0.5)
    assert weights.needed("no such sign", signs, 0.99) == math.inf
    assert weights.needed("no such sign", {"coverage": 9.0}, 0.5) == -math.inf


@pytest.mark.parametrize(("missing", "enough"), [((), True), (("antidopage",), False)])
def test_a_passage_far_ahead_answers_unless_a_thing_asked_is_missing(
    missing: tuple[str, ...], enough: bool
) -> None:
    signs = dict.fromkeys(calibration().weights, 0.0) | {
        "coverage": 0.94,
        "lead": 1.5,
        "figure": 1.0,
    }
    assert calibration().probability(signs) < calibration().answer_from
    assert _weighed(signs, missing=missing).suffices() is enough


@pytest.mark.parametrize(
    ("named", "missing", "counts", "enough"),
    [(1, (), True, True), (0, (), True, False), (1, ("piscine",), True, False), (1, (), False, False)],
)
def test_what_a_sentence_gives_directly_answers_of_the_body_named_alone(
    named: float, missing: tuple[str, ...], counts: bool, enough: bool
) -> None:
    signs = dict.fromkeys(calibration().weights, 0.0) | {"coverage": 0.7, "named": named}
    assert _weighed(signs, missing=missing, counts=counts).suffices() is enough


@pytest.mark.parametrize(
    ("named", "missing", "told", "enough"),
    [(1, (), True, True), (0, (), True, False), (1, ("piscine",), True, False), (1, (), False, False)],
)
def test_the_one_matter_asked_of_a_body_answers_where_the_first_passage_tells_of_it(
    named: float, missing: tuple[str, ...], told: bool, enough: bool
) -> None:
    signs = dict.fromkeys(calibration().weights, 0.0) | {"coverage": 0.7, "named": named}
    signs |= {"hardly_a_matter": 1.0}
    assert calibration().probability(signs) < calibration().answer_from
    assert _weighed(signs, missing=missing, one_told=told).suffices() is enough


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gymnase mairie de Valbrune", True),
        ("combien de gymnases à la mairie de Valbrune", False),
        ("gymnase et personnel de la mairie de Valbrune", False),
    ],
)
def test_one_matter_is_told_where_no_number_and_no_other_is_asked(desk: Any, text: str, told: bool) -> None:
    subject = subject_of(asked(text, "report_search"), desk, desk.reports)
    assert evidence(subject, search(subject, desk.reports), desk.reports).one_told is told


def test_what_the_words_give_directly_answers_only_where_one_sentence_says_all_that_is_asked() -> None:
    signs = dict.fromkeys(calibration().weights, 0.0) | {"coverage": 0.95, "named": 1.0}
    assert _weighed(signs).suffices()
    assert not _weighed(signs, at_once=False).suffices()
    assert not _weighed(signs | {"kind": -0.5}).suffices()


@pytest.mark.parametrize(
    ("missing", "torn", "at_once", "enough"),
    [
        ((), False, False, True),
        (("congés",), False, True, True),  # in a word of its family
        (("congés",), False, False, False),
        (("supplémentaires",), True, True, False),
        ((), True, False, False),
    ],
)
def test_less_does_not_suffice_where_the_report_in_hand_lacks_what_is_asked(
    missing: tuple[str, ...], torn: bool, at_once: bool, enough: bool
) -> None:
    signs = dict.fromkeys(calibration().weights, 0.0) | {"coverage": 0.6, "pointed_to": 1.0}
    weighed = _weighed(signs, missing=missing, torn=torn, at_once=at_once, goes_on=True)
    assert weighed.suffices() is enough


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ("Le rapport sur le port de Grisemer parle-t-il des bateaux de plaisance ?", True),
        ("Le rapport sur le port de Grisemer parle-t-il des anneaux du chenal ?", False),
    ],
)
def test_a_thing_of_two_words_is_mentioned_where_both_are_said_together(
    desk: Any, text: str, mentioned: bool
) -> None:
    subject = subject_of(asked(text, "report_search"), desk, desk.reports)
    assert evidence(subject, search(subject, desk.reports), desk.reports).mentioned is mentioned


def test_a_town_said_once_is_said_in_passing() -> None:
    report = ReportSummary("1", "Port", None, None, None, None, None, None, None)
    once, others = (
        [PassageHit(report, Place(key, ()), 1, "text", key, "", 1.0, 1.0, said, "") for key, said in hits]
        for hits in ((("a", ("royan", "dur")), ("b", ("dur",))), (("a", ("royan",)), ("b", ("royan", "dur"))))
    )
    assert is_in_passing("royan", once)
    assert not is_in_passing("royan", others)
