"""The department an audited body is in."""

import re
from collections import Counter
from collections.abc import Iterator

from knowledge.extraction.kinds import split_kind
from knowledge.extraction.lines import Line, fold_in_place
from knowledge.extraction.places import Department, department, department_of_postcode, departments_in
from knowledge.extraction.titles import read_title

_HEAD_LINES = 70
_ENOUGH_EVIDENCE = 4
_EVIDENCE_LINES = 500
_POSTCODE = re.compile(r"(?<!\d)(\d{2}) ?(\d{3}) ?[–-]? ?[A-ZÉÈ][A-ZÉÈÊÀ' -]{2,}(?!.*CEDEX)")


def find_department(title: str, lines: list[Line], chamber: str | None = None) -> Department | None:
    """Department of the audited body: the title's, else the one that the report's addresses and text name
    most.

    With `chamber`, the region whose chamber wrote the report, only its departments are looked for.
    """
    stated = read_title(title).department or _in_name(title)
    if stated is not None:
        return stated
    scores: Counter[str] = Counter()
    found: dict[str, Department] = {}
    for index, line in enumerate(lines[:_EVIDENCE_LINES]):
        for place, score in _evidence(line, index < _HEAD_LINES, chamber is not None):
            if chamber in (None, place.chamber):
                found[place.code] = place
                scores[place.code] += score
    if not scores:
        return None
    (code, best), *others = scores.most_common(2)
    alone = chamber is not None and best >= 2 and (not others or best >= 2 * others[0][1])
    return found[code] if best >= _ENOUGH_EVIDENCE or alone else None


def _evidence(line: Line, cover: bool, loose: bool) -> Iterator[tuple[Department, int]]:
    """Departments that a line names, with the weight of the way it does."""
    for place, at in departments_in(line.text, loose):
        context = fold_in_place(line.text[max(0, at - 60) : at])
        official = "departement" in context or "prefet" in context or "finances publiques" in context
        short = cover and len(line.text) < 90
        yield place, (12 if cover else 4) if official else 4 if short else 1
    postcode = _POSTCODE.search(line.text) if cover else None
    if postcode is not None and "cedex" not in line.text.lower():
        located = department_of_postcode(postcode[1] + postcode[2])
        if located is not None:
            yield located, 15


def _in_name(title: str) -> Department | None:
    """The department that is itself the name (« Conseil départemental du Finistère », « … - Haut-Rhin »)."""
    parts = read_title(title).parts
    for part in parts:
        prefix = split_kind(part)
        if (
            prefix is not None
            and prefix.kind.id in ("department", "fire-service")
            and department(prefix.rest)
        ):
            return department(prefix.rest)
    last = department(parts[-1]) if len(parts) > 1 else None
    return last if last is not None else next((d for d, _ in departments_in(title)), None)
