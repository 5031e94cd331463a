"""Whether the report found is of the body and the place that a question names."""

from __future__ import annotations

from collections.abc import Sequence

from actions.reports.bodies.kinds import AREAS, BODIES, KIND_STEMS
from actions.reports.passages.findings import Findings
from actions.reports.subject import Subject
from knowledge.extraction.places import departments
from knowledge.reports.base import ReportBase
from knowledge.reports.communes import communes_in
from knowledge.reports.models import OrganisationRow, PassageHit, ReportSummary
from knowledge.reports.name_forms import KINDS, name_tokens
from knowledge.text import STOP_WORDS, stem, stems, words

FAR_AHEAD = 0.8
"""Lead from which a report that audits another body speaks of the one named all the same."""
_WELL_COVERED = 0.6
"""Coverage that such a report must have too."""
_OFTEN = 2
"""Passages from which a report speaks of a town."""
_TERRITORIES = ("departement", "region")
"""Kinds of body whose word every report says of where its own lies."""


def _names_of(report: ReportSummary, base: ReportBase) -> str:
    """The title of a report, the bodies it audits and where they are."""
    details = base.report(report.id)
    audited = [body.name for body in details.audited] if details else []
    return " ".join([report.title, *audited, report.department or ""])


def other_towns(subject: Subject, report: ReportSummary, base: ReportBase) -> list[str]:
    """The communes named that are not that of the bodies of a report."""
    known = {*name_tokens(_names_of(report, base)), *(t for b in subject.bodies for t in name_tokens(b.name))}
    return [
        town for town in communes_in(subject.text, beside=False) if not set(town.split()) <= known | KINDS
    ]


def lacks_kind(subject: Subject, report: str, base: ReportBase) -> bool:
    """Whether the report never has the word for the kind of the body named: « hôpital », « port », or is on
    another department than the one named, or on a body that lies in it.
    """
    named = [d.name for d in departments().values() if (subject.unknown or "").endswith(f" {d.with_article}")]
    details = base.report(report) if named else None
    if details is not None and details.summary.department not in named:
        return True
    name = name_tokens(subject.unknown or "")
    if details is not None and name[0] in _TERRITORIES:
        return name[0] not in name_tokens(_names_of(details.summary, base))
    kinds = sorted({stem(token) for token in name if token in BODIES})
    return bool(kinds) and bool(base.absent_terms(report, kinds))


def speaks_of(subject: Subject, found: Findings, base: ReportBase) -> bool:
    """Whether the report found is about the place named, and audits a body of the kind named.

    Or leads so far, with several other words of the question, that it treats the matter under another name.
    """
    report = found.hits[0].report
    names = _names_of(report, base)
    said = {*stems(names), *map(stem, name_tokens(names))}
    name = name_tokens(subject.unknown or "")
    kinds = {stem(token) for token in name if token in BODIES}
    place = set(own_stems(subject.unknown or ""))
    named = all(any(one.startswith(word) for one in said) for word in place)
    if not named and base.absent_terms(report.id, sorted(place)):
        return False
    around = {one for p in subject.places if p.kind in AREAS for one in stems(p.name)}
    others = set(found.hits[0].matched) - place - around - KIND_STEMS
    if found.lead >= FAR_AHEAD and len(others) >= 2 and found.hits[0].coverage >= _WELL_COVERED:
        return True
    if not kinds <= said:
        return False
    meant = [p for p in subject.places if place & set(own_stems(p.name))]
    return named or any(base.mainly_about(report.id, p.id) for p in meant) or (
        not subject.places and not kinds and not other_towns(subject, report, base)
    )  # fmt: skip


def is_in_passing(town: str, hits: Sequence[PassageHit]) -> bool:
    """Whether hardly a passage of a report says a town: « CE, ville de Royan » in that on another."""
    own = set(own_stems(town))
    return sum(own <= {*hit.matched} for hit in hits) < _OFTEN


def is_there(place: OrganisationRow, reports: Sequence[str], base: ReportBase) -> bool:
    """Whether any of the reports names the place."""
    return any(not base.absent_terms(report, own_stems(place.name)) for report in reports)


def own_stems(name: str) -> list[str]:
    """The stems of a name without the words for a kind of body."""
    own = [w for w in words(name) if len(w) > 2 and w not in STOP_WORDS and not BODIES & {*name_tokens(w)}]
    return list(map(stem, own))
