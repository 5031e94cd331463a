"""The desk with the base of three like reports, which most tests on the conversation share; none changes it.

A file whose tests need other reports has a desk of its own.
"""

from __future__ import annotations

from typing import Any

import pytest

from actions.conversation.focus import Focus
from knowledge.reports.base import ReportBase
from tests.actions.report_base import desk_with, make_base, told_of_montclair


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return desk_with(ReportBase(make_base(tmp_path_factory.mktemp("three_reports"))))


@pytest.fixture
def on_montclair(desk: Any) -> Focus:
    """A conversation in which the report on Montclair was just told of."""
    return told_of_montclair(desk)
