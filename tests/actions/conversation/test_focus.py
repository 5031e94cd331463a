"""What the last question was for, as the talk remembers it."""

from __future__ import annotations

import pytest

from actions.conversation.focus import Focus


@pytest.mark.parametrize(
    ("intent", "reports", "programme"),
    [("report_figure", True, False), ("pay", False, True), (None, False, False)],
)
def test_a_talk_knows_what_was_asked_last(intent: str | None, reports: bool, programme: bool) -> None:
    assert (Focus(intent).asked_reports, Focus(intent).asked_programme) == (reports, programme)
