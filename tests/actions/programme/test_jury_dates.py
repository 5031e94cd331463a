"""The days on which the juries sat."""

from __future__ import annotations

import pytest

from tests.actions.conftest import Talk


@pytest.mark.parametrize(
    ("text", "first", "further"),
    [
        ("Quand avait lieu le jury de la promotion 2 ?", "14 et 15 novembre 2017", "4 et 5 juillet 2017"),
        ("quand a eu lieu le jury de la promotion 4", "29 juin au 3 juillet 2020", "24 et 25 mars 2020"),
        ("dates du jury des candidats promo 6", "13 juin 2022", None),
        ("quels jours siégeait le jury des projets de la promo 5 ?", "4 et 5 mai 2021", None),
        ("when did the jury of promotion 3 meet?", "6, 7 and 8 November 2018", "4 July 2018"),
    ],
)
def test_its_days_come_first(text: str, first: str, further: str | None, talk: Talk) -> None:
    lines = talk.ask(text, "jury").text.split("\n")
    assert first in lines[0]
    assert len(lines) == (1 if further is None else 2) and (further or "") in lines[-1]


@pytest.mark.parametrize(
    "text",
    [
        "qui était dans le jury de la promotion 4 ?",
        "quand le jury de la promo 4 a-t-il annoncé les lauréats ?",
        "quand siège le jury ?",
        "qui présidait le jury de la promotion 1 ?",
    ],
)
def test_other_questions_on_a_jury_are_told_otherwise(text: str, talk: Talk) -> None:
    talk.ask(text, "jury")
    assert talk.question is not None and not (talk.question.ruled and talk.question.confidence == 1.0)
