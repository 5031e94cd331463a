"""A report is put aside by its name, not by a matter of it."""

from types import SimpleNamespace
from typing import cast

import pytest

from actions.conversation.focus import Focus
from bot import rejecting
from bot.rejecting import names_the_report
from knowledge.base import KnowledgeBase
from knowledge.names import NameIndex
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


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("pas la promo 7, ", {"promotion", "year", "named_year"}),
        ("pas DataJust", {"challenge"}),
        ("pas ça", set()),
    ],
)
def test_what_is_corrected_is_known_by_its_kind(
    text: str, kinds: set[str], base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = SimpleNamespace(names=NameIndex.from_base(base))
    monkeypatch.setattr(rejecting, "desk", lambda: known)
    assert rejecting._kinds_named(text) == kinds
