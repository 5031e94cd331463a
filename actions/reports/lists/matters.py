"""What a list of reports is to be about: one matter or several, and what lies around a place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.reports.bodies.kinds import BODIES, LINKS
from actions.reports.lists.bodies import BETWEEN, titled_by_kind
from knowledge.reports.base import ReportBase
from knowledge.reports.models import ReportSummary
from knowledge.reports.name_forms import KINDS, name_tokens
from knowledge.text import content_stems, fold, stem, stems

_REPORTS_ON = re.compile(
    r"\b(?:rapports?|raports?|referes?|controles?|audits?|enquetes?|reports?)\b[^.;:?!]{0,40}?"
    r"\b(?:sur|concernant|about|on|traitant de|parlant de|relatifs? a)\b"
)
"""« étudiante en management, je cherche des rapports sur les festivals »: the matter comes after it."""
_WANTED = re.compile(
    r"^\W*(?:\w+\W+){0,4}?(?:moi|nous|me|m|je|j|tu|vous)\b(?:(?!\b(?:dans|en|sur)\b)[^,;:.?!]){0,60}?"
    r"\b(?:liste|rapports?)\b(?=\W+(?:(?:il )?y a )?(?:d|de|du|des|dans|en|a|au|aux|qui)\b)"
)
"""« fais-moi la liste des rapports dans le Finistère »: what stands before asks for them, no more."""
_IN_COMMON = re.compile(r"\b(transports?) en commun\b", re.IGNORECASE)
_AROUND = re.compile(
    r"\b(?:autour|a propos|(?:lies?|relatifs?|touchant) a|en (?:lien|rapport) avec|around|linked to)\b"
)


def in_words_of_titles(text: str) -> str:
    """« transports en commun » are the « transports urbains » of reports, and no matter of communes."""
    return _IN_COMMON.sub(r"\1 urbains", text)


def matter_terms(text: str, terms: Sequence[str]) -> list[str]:
    """Of the stems of a message those of the matter, which follow « rapports sur » where that is said: none
    where only a kind of body does.
    """
    folded = fold(text)
    found = _REPORTS_ON.search(folded) or _WANTED.search(folded)
    after = set(stems(folded[found.end() :])) if found else set()
    return [term for term in terms if term in after or not after]


def on_matters(text: str, terms: Sequence[str], base: ReportBase) -> tuple[ReportSummary, ...]:
    """The reports on what a list is asked for: those on all of it first, then those on each matter joined by
    a comma or « et », by turns.
    """
    if not terms:
        return ()
    whole = titled_by_kind(text, terms, base) or base.on_topic(terms)
    each = [list(_on(one, text, base)) for one in _apart(text, terms)]
    found = {report.id: report for report in whole}
    for place in range(max(map(len, each), default=0)):
        for reports in each:
            for report in reports[place : place + 1]:
                found.setdefault(report.id, report)
    return tuple(found.values())


def _on(terms: Sequence[str], text: str, base: ReportBase) -> tuple[ReportSummary, ...]:
    """The reports whose title has the kind of body that a matter is, else those on it."""
    return titled_by_kind(text, terms, base) or base.on_topic(terms)


def _apart(text: str, terms: Sequence[str]) -> list[list[str]]:
    """The stems of each of several matters; none where one is asked for."""
    wanted = set(terms)
    parts = [[t for t in content_stems(part) if t in wanted] for part in BETWEEN.split(fold(text))]
    matters = [part for part in parts if part]
    return matters if len(matters) > 1 else []


def only_a_kind(text: str, terms: Sequence[str]) -> bool:
    """Whether nothing but a kind of body is asked for: « un rapport sur un SDIS ? »."""
    said = {stem(token) for token in name_tokens(text) if token in KINDS}
    return bool(terms) and set(terms) <= said


def around(text: str, reports: Sequence[ReportSummary], base: ReportBase) -> list[ReportSummary]:
    """The reports on a body and, where what lies around it is asked for, those whose title names its place
    and that speak of the kind of body it is: « tout ce qui tourne autour de l'aéroport de Beauvais ».
    """
    said = _AROUND.search(fold(text))
    tokens = name_tokens(text[said.end() :]) if said and len(fold(text)) == len(text) else []
    kind = [token for token in tokens if token in BODIES]
    held = [name_tokens(report.title) for report in reports]
    place = [t for t in tokens if t not in BODIES | LINKS and any(t in title for title in held)]
    if not kind or not place:
        return list(reports)
    near = [report for report in base.titled(place[:1]) if not base.absent_terms(report.id, stems(kind[0]))]
    return list({one.id: one for one in (*reports, *near)}.values())
