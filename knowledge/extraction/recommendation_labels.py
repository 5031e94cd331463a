"""Recommendations that carry their own label, wherever they stand: « Recommandation n° 3 : … »."""

import re

from knowledge.extraction import recommendation_wording as wording
from knowledge.extraction.lines import Line
from knowledge.reports.extracted import Recommendation
from knowledge.text import fold, sentences

_SUB_NUMBER = re.compile(r"^\d{1,2}\.\d{1,2}\s")
_ADVICE = re.compile(
    r"\bla (?:chambre|cour|juridiction)\b[^.;:]{0,60}?\b(?:recommande|invite|preconise)\b(?! (?:que|qui) )"
)
_ADVISES = re.compile(r"recommand|invit|pr[ée]conis")
_MAX_FOLLOWING = 6


def read_labelled(lines: list[Line], taken: set[int]) -> list[Recommendation]:
    """Labelled recommendations outside the lines `taken` by lists, in reading order."""
    found: list[Recommendation] = []
    for index, line in enumerate(lines):
        if index in taken or line.kind == "table":
            continue
        folded = fold(line.text)
        match = wording.label(line.text)
        if match is not None and _is_announcement(line.text, match):
            found.append(_numbered(lines, index, match))
        elif wording.is_bare_label(folded):
            found.extend(_following(lines, index))
        else:
            unnumbered = wording.colon_label(line.text)
            if unnumbered is not None:
                kind = wording.kind_of(unnumbered["noun"]) or "recommendation"
                found.append(_recommendation(None, line.text[unnumbered.end() :], kind, line))
    return [item for item in found if len(item.text) > 12]


def _is_announcement(text: str, match: re.Match[str]) -> bool:
    """« Recommandation n° 7 de la Cour insérée dans… » cites another report; a mark or a new sentence
    announces.
    """
    rest = text[match.end() :].lstrip()
    return bool(match["mark"]) or not rest or rest[:1].isupper() or rest[:1] in "«(…."


def _numbered(lines: list[Line], index: int, match: re.Match[str]) -> Recommendation:
    line = lines[index]
    number = re.sub(r"^\D*", "", match["number"])
    kind = wording.kind_of(match["noun"]) or "recommendation"
    status = wording.status_in(match["status"] or "")
    text = line.text[match.end() :].lstrip(" :.…–-")
    if wording.is_page_leader(text):
        text = _next_text(lines, index)
    return _recommendation(number, text, kind, line, status)


def _next_text(lines: list[Line], index: int) -> str:
    """The paragraph after a label, and the sub-items « 5.1 », « 5.2 » that follow it."""
    parts: list[str] = []
    for line in lines[index + 1 : index + 1 + _MAX_FOLLOWING]:
        if line.kind == "table" or wording.label(line.text) or wording.is_bare_label(fold(line.text)):
            break
        if parts and not _SUB_NUMBER.match(line.text):
            break
        parts.append(line.text)
        if not _SUB_NUMBER.match(line.text) and not line.text.rstrip().endswith(":"):
            break
    return " ".join(parts)


def _following(lines: list[Line], index: int) -> list[Recommendation]:
    """Paragraphs under a bare « Recommandation(s) »: one, and more as long as they state their execution."""
    kind = wording.kind_of(fold(lines[index].text)) or "recommendation"
    plural = fold(lines[index].text).strip(" :").endswith("s")
    found: list[Recommendation] = []
    for line in lines[index + 1 : index + 1 + _MAX_FOLLOWING]:
        folded = fold(line.text)
        if line.kind == "table" or wording.ends_list(folded) or len(line.text) > 700:
            break
        if wording.label(line.text) or wording.colon_label(line.text):
            break
        stated = wording.split_status(line.text)[1] is not None
        if wording.is_status_line(folded):
            if found:
                last = found[-1]
                found[-1] = _recommendation(
                    last.number, last.text, last.kind, line, wording.status_in(folded)
                )
            continue
        advice = wording.starts_with_action(line.text) or bool(wording.split_number(line.text)[0])
        if not (stated or advice or _ADVICE.search(folded)):
            break
        if found and not (stated or plural):
            break
        number, text = wording.split_number(line.text)
        found.append(_recommendation(number, text, kind, line))
    return found


def _recommendation(
    number: str | None, text: str, kind: str, line: Line, status: str | None = None
) -> Recommendation:
    """The recommendation with a status printed at the end of its text set apart."""
    text, stated = wording.split_status(text)
    status = stated or status
    kind_id = kind if kind in ("recommendation", "obligation", "reminder of law") else "recommendation"
    return Recommendation(number, text.strip(), kind_id, line.locator, status)  # type: ignore[arg-type]


def read_sentences(lines: list[Line]) -> list[Recommendation]:
    """Sentences of the body in which the chamber recommends, else invites: for reports that list nothing."""
    said = [
        (fold(sentence), Recommendation(None, sentence, "recommendation", line.locator))
        for line in lines
        if line.kind != "table" and _ADVISES.search(line.text.lower())
        for sentence in sentences(line.text)
        if len(sentence) < 900
    ]
    advice = [(folded, one) for folded, one in said if _ADVICE.search(folded)]
    return [one for folded, one in advice if "recommande" in folded] or [one for _, one in advice]
