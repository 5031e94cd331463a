"""What a list of reports is to leave out: « dans le Rhône hors Lyon »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.reports.models import ReportSummary
from knowledge.reports.name_forms import name_tokens
from knowledge.text import STOP_WORDS, fold

_EXCEPT = re.compile(
    r"\b(?:hors(?! taxes| ile)|sauf|excepte|a part|except(?: for)?|apart from|excluding|en dehors d[eu]s?)\b"
    r"\W+(?P<what>[^,;.?!]+)"
)


def without_excluded(text: str) -> str:
    """A message without what the list is to leave out."""
    found = _EXCEPT.search(fold(text))
    own = text if len(fold(text)) == len(text) else fold(text)
    return f"{own[: found.start()]}{own[found.end() :]}".strip() if found else text


def not_excluded(text: str, reports: Sequence[ReportSummary]) -> Sequence[ReportSummary]:
    """The reports whose titles do not name what a message leaves out."""
    found = _EXCEPT.search(fold(text))
    named = {one for one in name_tokens(found["what"]) if one not in STOP_WORDS} if found else set()
    return [one for one in reports if not named <= set(name_tokens(one.title))] if named else reports
