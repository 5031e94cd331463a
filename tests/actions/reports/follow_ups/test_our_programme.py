"""Messages in a talk on reports that mean our programme."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.conversation.focus import Focus
from actions.reports.follow_ups.going_on import is_of_the_report
from actions.reports.follow_ups.our_programme import (
    is_of_our_programme,
    leaves_the_reports,
    left_for_the_programme,
    only_returns_to_the_programme,
)
from tests.actions.report_base import asked

ON_HOUSING = Focus("report_search", text="DALO", sources=({"report": "395050", "title": "Le DALO"},))
ON_A_PROGRAMME = Focus("report_search", sources=({"report": "395047", "title": "Le programme SIRHEN"},))


def test_an_order_to_come_back_to_the_programme_leaves_the_report() -> None:
    focus = Focus("report_search", text="la dette", sources=({"report": "agen"},))
    for order in ("revenons au programme : qui le dirige ?", "finalement je préfère le programme, qui ?"):
        left = left_for_the_programme(asked(order, "report_search", focus))
        assert left.focus.intent is None and not left.focus.sources
    assert only_returns_to_the_programme(asked("ok, revenons au programme", "report_search", focus))
    assert not only_returns_to_the_programme(asked("revenons au programme : qui dirige ?", "pay", focus))


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("et le programme, il recrute ?", True),
        ("le programme accepte les débutants ?", True),
        ("combien coûte ce programme ?", False),
        ("le programme de travaux est fini ?", False),
    ],
)
def test_the_programme_is_ours_in_a_talk_on_another_matter(text: str, ours: bool) -> None:
    read = replace(asked(text, "call_status", ON_HOUSING), confidence=0.3)
    assert is_of_our_programme(read) is ours
    assert leaves_the_reports(read, read) is ours
    assert not (ours and is_of_the_report(read))
    assert not is_of_our_programme(replace(read, focus=ON_A_PROGRAMME))
