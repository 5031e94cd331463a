"""Whom to tell that a report is missing: once, and only where one is."""

from __future__ import annotations

from typing import Any

import pytest

from actions.conversation.focus import Focus
from actions.reports.answers import ask_reports
from tests.actions.report_base import asked, wide_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return wide_desk(tmp_path_factory.mktemp("missing"))


def test_a_missing_report_may_be_told_of_once_and_not_where_the_one_meant_is_there(desk: Any) -> None:
    def offered(text: str, failures: int = 0) -> bool:
        told = ask_reports(asked(text, "report_search", Focus(failures=failures)), desk)
        assert told.status == "not_found" and told.contact is not None
        return told.contact.email in told.text

    assert offered("les éoliennes de la mairie de Nullepart")
    assert not offered("les éoliennes de la mairie de Nullepart", failures=1)
    assert not offered("Le rapport sur Montclair parle-t-il des éoliennes ?")
