"""Lists of recommendations: a heading, then one item a line, with sub-headings that give kind or status."""

import re
from dataclasses import dataclass, replace

from knowledge.extraction import recommendation_wording as wording
from knowledge.extraction.lines import Line
from knowledge.reports.extracted import Recommendation, RecommendationKind
from knowledge.text import fold

_PREFACE_LINES = 14
_LOOKAHEAD = 4
_LIST_SIZE = 120
_SUB_ITEM = re.compile(r"^(?:[a-z]\s?[).–-]|\d{1,2}\.\d{1,2}|[-–—•o]\s)\s*")
_GERUND = re.compile(r"^(?:et\s|en\s|tout en\s)?\w{3,}ant\b")
_RUN_ON = re.compile(r"(?<=[\w)]{4}\.)\s(?=[a-zà-ÿ])")
"""Between two items that the reader took for one: after a full stop no sentence goes on in lower case."""
_NEW = re.compile(
    r"\b(?:recommandations?|rappels?)\b.*\b(?:present|actuel|nouvelles?)\b|\bnouvelles? recommandations?\b"
)
"""Of recommendations this report makes: no status of earlier ones is theirs."""
_ITEM_LENGTH = 1500
_SUB_HEADING_LENGTH = 110


@dataclass(slots=True)
class _State:
    """What the headings read so far say of the next items."""

    kind: RecommendationKind
    status: str | None = None
    previous_audit: bool = False
    introduced: bool = False
    statuses_before: tuple[str, ...] = ()
    labelled: bool = False
    addressee: str | None = None


def read_list(lines: list[Line], start: int) -> tuple[list[Recommendation], int]:
    """Items of the list whose heading is `lines[start]`, and the index of the first line after it.

    Empty when the heading is followed by something else, as where « RECOMMANDATIONS » heads the procedure.
    """
    state = _State("recommendation")
    _read_heading(fold(lines[start].text), state)
    found: list[Recommendation] = []
    skipped = 0
    index = start + 1
    while index < len(lines) and len(found) < _LIST_SIZE:
        line = lines[index]
        folded = fold(line.text)
        if line.kind == "table" or wording.ends_list(folded):
            break
        bracketed = line.text.startswith(("[", "(")) and wording.is_status_line(folded)
        if wording.is_scale(folded) or (bracketed and not found):
            pass
        elif (
            wording.is_list_heading(folded)
            and line.is_short
            and not bracketed
            or wording.is_status_line(folded)
            and (line.kind == "heading" or folded.endswith(":"))
        ):
            _read_heading(folded, state)
        elif wording.is_status_line(folded):
            _give_status(found, folded)
        elif _awaits_text(found, line) or _is_item(
            line, lines, index, state, bool(found) or index == start + 1
        ):
            _add(found, line, state)
        elif line.kind == "heading" and found and not state.labelled and _announces_label(lines, index):
            break
        elif _is_sub_heading(lines, index):
            state.addressee = _addressee(line.text) or state.addressee
        elif not found and skipped < _preface_lines(lines[start]) and line.kind != "heading":
            skipped += 1
            state.introduced = folded.rstrip().endswith(":")
        elif not wording.is_preface(folded):
            break
        index += 1
    items = (item for item in _without_sub_headings(found) if item.text)
    return [replace(item, text=item.text.rstrip(" ;")) for item in items], index


def _preface_lines(heading: Line) -> int:
    """How far the first item may be: a bare « Recommandation » in the body stands right above it."""
    return (
        3
        if wording.is_bare_label(fold(heading.text)) and heading.text != heading.text.upper()
        else _PREFACE_LINES
    )


def _read_heading(folded: str, state: _State) -> None:
    """Note kind and status; a status that comes a second time begins the recommendations of this audit."""
    kind, status = wording.kind_of(folded), wording.status_in(folded)
    state.kind = kind or state.kind
    state.introduced = True
    if wording.is_about_previous_audit(folded):
        state.previous_audit = True
    elif "controle actuel" in folded or "present controle" in folded or "presente" in folded:
        state.previous_audit = False
    if status is not None and state.previous_audit:
        if status in state.statuses_before:
            state.previous_audit = False
        state.statuses_before += (status,)
    if status is not None or _NEW.search(folded):
        state.status = status


def _give_status(found: list[Recommendation], folded: str) -> None:
    if found:
        kind = "reminder of law" if "rappel" in folded else found[-1].kind
        found[-1] = replace(found[-1], status=wording.status_in(folded), kind=kind)


def _awaits_text(found: list[Recommendation], line: Line) -> bool:
    """Whether a paragraph is the text of the label above it (« Recommandation n° 1 : » on a line alone)."""
    return bool(found) and not found[-1].text and line.kind != "heading"


def _is_item(line: Line, lines: list[Line], index: int, state: _State, started: bool) -> bool:
    text, folded = line.text, fold(line.text)
    if len(text) > _ITEM_LENGTH or text.isupper() and not wording.label(text):
        return False
    if line.kind == "heading" and not wording.label(text):
        # Structure inference takes some items for headings; only an infinitive in first place tells them
        # apart.
        return wording.begins_with_infinitive(text)
    if wording.label(text) or wording.colon_label(text) or wording.split_number(text)[0] and len(text) > 25:
        return True
    if wording.is_preface(folded) and line.kind != "item":
        return False
    if wording.starts_with_action(text) or started and _stands_between_items(lines, index):
        return True
    if not text[:1].isalpha() and text[:1] not in "(«":
        return False
    enumerated = line.kind == "item" or text[:1].islower() or text.endswith(";")
    return (
        enumerated and (started or state.introduced) and len(text) > 25 and not _is_sub_heading(lines, index)
    )


def _stands_between_items(lines: list[Line], index: int) -> bool:
    """Whether a paragraph inside a list is an item by its neighbours: more of the list follows."""
    if lines[index].is_short or index + 1 >= len(lines):
        return False
    following = lines[index + 1]
    folded = fold(following.text)
    return (
        wording.begins_with_infinitive(following.text)
        or wording.is_status_line(folded)
        or (following.is_short and wording.is_list_heading(folded))
    )


def _is_sub_heading(lines: list[Line], index: int) -> bool:
    """A short line above items: « Sur la gestion budgétaire », « Pour le ministère du logement »."""
    line = lines[index]
    if not line.is_short or wording.label(line.text):
        return False
    advice = wording.starts_with_action(line.text) and line.kind != "heading"
    if (advice or wording.begins_with_infinitive(line.text)) and not line.text.isupper():
        return False
    following = lines[index + 1 : index + 1 + _LOOKAHEAD]
    for next_line in following:
        folded = fold(next_line.text)
        if wording.label(next_line.text) or wording.split_number(next_line.text)[0]:
            return True
        if wording.starts_with_action(next_line.text) and next_line.kind != "heading":
            return True
        if next_line.kind == "heading":
            return wording.begins_with_infinitive(next_line.text)
        if not next_line.is_short or wording.ends_list(folded):
            return False
    return False


def _announces_label(lines: list[Line], index: int) -> bool:
    """Whether a heading begins a part of the body that has labelled recommendations, unlike the list before
    it.
    """
    following = lines[index + 1 : index + 1 + _LOOKAHEAD]
    return any(wording.label(line.text) for line in following)


def _addressee(text: str) -> str | None:
    match = re.match(r"^(?:Pour|À l’attention|À|Recommandations? (?:à|au|aux))\s+(.*?)\s*:?$", text)
    return match[1] if match and re.match(r"^(le|la|les|l['’])", match[1], re.IGNORECASE) else None


def _add(found: list[Recommendation], line: Line, state: _State) -> None:
    text = line.text
    label = wording.label(text)
    kind, status, number = state.kind, state.status, None
    if label is not None:
        state.labelled = True
        number = re.sub(r"^[^\d]*", "", label["number"])
        kind = wording.kind_of(label["noun"]) or kind
        status = wording.status_in(label["status"] or "") or status
        text = text[label.end() :].lstrip(" :.…–-")
        text = "" if wording.is_page_leader(text) else text
    else:
        unnumbered = wording.colon_label(text)
        if unnumbered:
            text = text[unnumbered.end() :]
        number, text = wording.split_number(text)
        number = number or line.number
    text, stated = wording.split_status(text)
    status = stated or status
    if not text and label is None or state.previous_audit:
        return
    detail = found and (not found[-1].text and label is None or _is_detail(number, found[-1].number))
    if detail and (_continues(found[-1], line) or state.labelled and label is None and number is None):
        found[-1] = replace(
            found[-1], text=f"{found[-1].text} {text}".strip(), status=stated or found[-1].status
        )
        return
    parts = _RUN_ON.split(text)
    if number is not None or not all(map(wording.begins_with_infinitive, parts[1:])):
        parts = [text]
    for part in parts:
        found.append(Recommendation(number, part, kind, line.locator, status, state.addressee))


def _is_detail(number: str | None, above: str | None) -> bool:
    """Whether a number can be that of a detail of the item above: none, a letter, or « 5.1 » under « 5 »."""
    return number is None or number.isalpha() or (above is not None and number.startswith(f"{above}."))


def _continues(last: Recommendation, line: Line) -> bool:
    """Whether a line only details the item above: it has no text yet, announces details, or is unfinished."""
    text, before = line.text, last.text.rstrip()
    if not before or _GERUND.match(text):
        return True
    if before.endswith(":") or _SUB_ITEM.match(text):
        return text[:1].islower() or bool(_SUB_ITEM.match(text)) or line.kind == "item"
    unfinished = before[-1].isalnum() or before.endswith(",") or (before.endswith(";") and " : " in before)
    return unfinished and text[:1].islower() and not wording.starts_with_action(text)


def _without_sub_headings(found: list[Recommendation]) -> list[Recommendation]:
    """`found` without short items in the infinitive that only head the following ones.

    They show by what the others have: a full stop or semicolon, or a status of their own.
    """
    for has in (lambda item: item.text.endswith((".", ";", ")")), lambda item: item.status is not None):
        marked = sum(map(has, found))
        if len(found) > 3 and marked >= 0.6 * len(found):
            last = found[-1]
            found = [i for i in found if has(i) or i is last or i.number or len(i.text) > _SUB_HEADING_LENGTH]
    return found
