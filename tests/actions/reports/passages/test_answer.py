"""Which of several reports on a body a message asks for."""

from __future__ import annotations

import pytest

from actions.reports.passages.answer import _titled_so
from actions.reports.subject import Subject
from knowledge.reports.models import OrganisationRow, ReportSummary
from tests.actions.report_base import asked

TOWN = OrganisationRow(1, "commune de Valbrune", "commune", None)
TITLES = {"1": "Commune de Valbrune", "2": "Commune de Valbrune - Gestion du stationnement"}
AUDITS = [ReportSummary(key, title, *[None] * 7) for key, title in TITLES.items()]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("gestion du stationnement à Valbrune", ["2"]),
        ("le stationnement de la commune de Valbrune", ["2"]),
        ("Valbrune", []),
        ("la piscine de Valbrune", []),
    ],
)
def test_the_report_whose_title_alone_says_more_is_meant(text: str, meant: list[str]) -> None:
    found = _titled_so(asked(text, "report_search"), AUDITS, Subject(text, (TOWN,)))
    assert [one.id for one in found] == meant


def test_one_report_is_not_chosen_among_one() -> None:
    question = asked("le stationnement", "report_search")
    assert not _titled_so(question, AUDITS[1:], Subject("le stationnement", (TOWN,)))
