"""The recommendations of a report, each once, from its lists, its tables and its body."""

import re
from dataclasses import replace

from knowledge.extraction import recommendation_labels, recommendation_lists, recommendation_tables
from knowledge.extraction import recommendation_wording as wording
from knowledge.extraction.lines import Line
from knowledge.reports.extracted import Recommendation
from knowledge.text import content_stems, fold

_SAME, _SAME_NUMBER, _OTHER_NUMBER = 0.75, 0.4, 0.9
"""Share of the smaller item's stems that two wordings of one recommendation have in common."""
_NEAR = 3
"""Lines between a heading and a table that it announces."""

_WRAPPING = re.compile(
    r"^(?:(?:en conséquence|aussi|par conséquent|dès lors|ainsi),?\s+)?la chambre (?:lui )?(?:recommande"
    r"|invite)[^,.;]{0,60}?"
    r"\s(?:de|d['’]|à)\s?(?=\S)",
    re.IGNORECASE,
)


def find_recommendations(lines: list[Line]) -> tuple[Recommendation, ...]:
    """Every recommendation, obligation and reminder of law, in reading order, without repetitions.

    Sentences « la chambre recommande… » of the body count only where the report lists or labels nothing.
    """
    groups, taken = _read_lists(lines)
    groups.append(recommendation_labels.read_labelled(lines, taken))
    found = merge(groups)
    return tuple(found or merge([[item] for item in recommendation_labels.read_sentences(lines)]))


def _read_lists(lines: list[Line]) -> tuple[list[list[Recommendation]], set[int]]:
    """The groups of recommendations that stand together, and the indexes of their lines."""
    groups: list[list[Recommendation]] = []
    taken: set[int] = set()
    heading, heading_index = "", 0
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.kind == "table":
            announced = line.text if wording.is_list_heading(fold(line.text)) else heading or line.text
            near = index - heading_index <= _NEAR or announced is line.text
            rows = recommendation_tables.read_table(line, announced, near)
            if rows:
                groups.append(rows)
                taken.add(index)
            index += 1
            continue
        folded = fold(line.text)
        if line.is_short:
            heading, heading_index = line.text, index
        if (line.is_short and wording.is_list_heading(folded)) or wording.is_list_opener(folded):
            items, after = recommendation_lists.read_list(lines, index)
            if items:
                groups.append(items)
                taken.update(range(index, after))
                index = after
                continue
        index += 1
    return groups, taken


def merge(groups: list[list[Recommendation]]) -> list[Recommendation]:
    """All groups in order; what an earlier group said is not repeated but gives it its number and status.

    Within one group only literal repetitions are dropped: its items may well resemble each other.
    """
    result: list[Recommendation] = []
    keys: list[frozenset[str]] = []
    for group in groups:
        before = len(result)
        for item in group:
            key = frozenset(content_stems(_WRAPPING.sub("", item.text)))
            twin = _twin(item, key, result, keys, before)
            if twin is None:
                result.append(item)
                keys.append(key)
            else:
                result[twin] = _completed(result[twin], item)
    return result


def _twin(
    item: Recommendation,
    key: frozenset[str],
    others: list[Recommendation],
    keys: list[frozenset[str]],
    group_start: int,
) -> int | None:
    """Index of the recommendation that says the same, or None; `others` from `group_start` are of one
    group.
    """
    for index, other in enumerate(others):
        shared = len(key & keys[index])
        smaller = max(1, min(len(key), len(keys[index])))
        both_numbered = item.number is not None and other.number is not None
        if both_numbered and item.number == other.number and item.kind == other.kind:
            threshold = _SAME_NUMBER
        elif index >= group_start:
            threshold = 1.0 if key == keys[index] else 2.0
        else:
            threshold = _OTHER_NUMBER if both_numbered else _SAME
        if shared / smaller >= threshold and shared >= min(3, smaller):
            return index
    return None


def _completed(first: Recommendation, again: Recommendation) -> Recommendation:
    return replace(
        first,
        number=first.number or again.number,
        status=first.status or again.status,
        addressee=first.addressee or again.addressee,
    )
