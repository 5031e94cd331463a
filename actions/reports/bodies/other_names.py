"""The report on a body that people call otherwise than its title does: « l'aéroport de Lille Lesquin »."""

from __future__ import annotations

from collections.abc import Sequence

from actions.reports.bodies.kinds import BODIES, LINKS
from knowledge.reports.base import ReportBase
from knowledge.reports.models import ReportSummary
from knowledge.reports.name_forms import KINDS, name_tokens

_IN_TITLES = {
    "club": "sportif sportive basket football rugby handball hockey volley olympique".split(),
    "hopital": "hospitalier hospitaliere".split(),
    "theatre": "scene dramatique".split(),
    "prison": "penitentiaire".split(),
}
"""Words of everyday speech for a body, with those that titles have for it."""


def called_otherwise(name: str, text: str, base: ReportBase) -> tuple[str, ...]:
    """The only report whose title has the place of a body that none audits under its ``name``, and either
    a word of titles for its kind, or the word that follows the place in the message.
    """
    tokens = name_tokens(name)
    place = [token for token in tokens if token not in BODIES | LINKS]
    if not place:
        return ()
    kinds = {token for token in tokens if token in KINDS}
    written = kinds | {word for token in tokens for word in _IN_TITLES.get(token, ())}
    longer = _with_the_next(place, name_tokens(text))
    held = [
        report
        for report in base.titled(place)
        if written & set(_title(report)) or longer and _has_run(_title(report), longer)
    ]
    return (held[0].id,) if held and len({report.title for report in held}) == 1 else ()


def _title(report: ReportSummary) -> list[str]:
    return name_tokens(report.title)


def _with_the_next(place: Sequence[str], tokens: Sequence[str]) -> list[str]:
    """The words for a place and the one right after them, but for a word of grammar or of a kind of body."""
    for at in range(len(tokens) - len(place)):
        run = list(tokens[at : at + len(place) + 1])
        if run[:-1] == list(place) and len(run[-1]) > 3 and run[-1] not in BODIES | LINKS:
            return run
    return []


def _has_run(tokens: Sequence[str], run: Sequence[str]) -> bool:
    return any(list(tokens[at : at + len(run)]) == list(run) for at in range(len(tokens) - len(run) + 1))
