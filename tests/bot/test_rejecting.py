"""A report is put aside by its name, not by a matter of it."""

from types import SimpleNamespace
from typing import cast

import pytest

from actions.conversation.focus import Focus
from bot.rejecting import names_the_report
from knowledge.reports.base import ReportBase

_TITLE = "La mise en oeuvre du droit au logement opposable (DALO)"
_BASE = cast(
    ReportBase,
    SimpleNamespace(report=lambda key: SimpleNamespace(summary=SimpleNamespace(title=_TITLE))),
)


@pytest.mark.parametrize(
    ("rejected", "expected"),
    [({"je", "parle", "plus", "dalo"}, True), ({"pas", "logement"}, False), ({"la", "mise"}, False)],
)
def test_a_report_is_put_aside_by_a_name_in_its_title(rejected: set[str], expected: bool) -> None:
    talk = Focus(intent="report_figure", reports=(("report:1", "organisation:2"),))
    assert names_the_report(rejected, talk, _BASE) is expected


def test_no_report_is_put_aside_where_none_is_in_hand() -> None:
    assert not names_the_report({"dalo"}, Focus(intent="report_figure"), _BASE)
