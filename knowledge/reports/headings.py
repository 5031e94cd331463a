"""Which paragraphs are headings, and at what level, when the file marks few or none of them."""

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from knowledge.dates import YEAR
from knowledge.reports.grids import is_caption, is_note, is_unit
from knowledge.reports.raw import RawBlock

MAX_HEADING = 220
"""Longest text, in characters, taken for a heading."""

_ENOUGH_HEADINGS = 1.2
"""Headings for a thousand words from which a file is taken to mark its headings."""

_FEWEST_HEADINGS = 3
_FRONT_BLOCKS = 80
_LARGE = 1.15
"""Size of print, beside that of the body, from which a line stands out."""
_PART = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.? [^\W\d_]")
_QUANTITY = re.compile(r"(?<![\d.])\d+(?: \d{3})*,\d+(?!\d)|\b\d{1,3}(?: \d{3})+\b|\d+ ?%")

_NUMBER = re.compile(
    r"^(?P<n>(?:[IVX]{1,5}|[A-Z])(?:[.-](?:\d{1,2}|[A-Z]))+(?=\s)|\d{1,2}(?:\.\d{1,2}){1,5}\.?|\d{1,2}\s?(?=[.)°–-])|(?:[IVX]{1,5}|[A-Z])(?:[.-](?:\d{1,2}|[A-Z]))*(?=\s?[.)°–:-])"
    r"|[a-z](?=\)))\s*[.)°:–-]*\s+(?=\S)"
)
_LABELLED = re.compile(
    r"^((?:chapitre|titre|partie|annexe|article)\s+(?:n°\s*)?(?:\d{1,2}|[IVX]{1,5}|[A-Z])\b)\s*[.:–-]*\s*",
    re.IGNORECASE,
)
_NOT_HEADING_STYLE = re.compile(
    r"puce|tiret|list|bullet|enum|énum|caption|légende|legende|source|tableau|table|grille|graph|note|foot|toc|encadr"
    r"|date|adresse|signature|salutation|normal|body|corps|default|texte|spacing|objet|reference|référence|recommandations$"
    r"|instruction|glossaire|citation|quote|unite|unité|carte|header|footer|paragraphe|projet|^p$|^div$|^td$|^li$",
    re.IGNORECASE,
)
_TOP = re.compile(
    r"((principales|r[ée]capitulati(f|on) des|liste des|rappel des) )?(principales )?(recommandations?"
    r"|obligations?"
    r"( de faire)?|rappels? (au|du|à la|de la) (droit|loi|r[èée]glementation)"
    r"|observations)( de la chambre| du rapport"
    r"| principales)?"
    r"|(la )?synth[èe]se( g[ée]n[ée]rale)?( des observations| du rapport| et recommandations)?"
    r"|r[ée]sum[ée]|introduction"
    r"|conclusion( g[ée]n[ée]rale)?"
    r"|annexes?( n° ?\d+)?|avertissement|pr[ée]ambule|(rappel de la )?proc[ée]dure|glossaire"
    r"|d[ée]lib[ée]r[ée]",
    re.IGNORECASE,
)
"""Titles that stand at the top of an audit report whatever they look like."""

_STATEMENT = re.compile(
    r"^(recommandations?|rappels?( (au|du) droit)?|obligations?)\s*(n\s?°|\d|:)", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"^(monsieur|madame|m\.|mme|mesdames|messieurs|le président|la présidente|n[°/]\s?ref|réf|objet)\b",
    re.IGNORECASE,
)
_ENUMERATION_END = (".", ";", ":", ",", "!", "?", "…")


def split_number(title: str) -> tuple[str | None, str]:
    """Return the number printed before a heading (« 2.1 », « II », « Annexe 3 ») and the words after it."""
    match = _NUMBER.match(title)
    if match and len(title) > match.end():
        return match.group("n").strip(" ."), title[match.end() :].strip()
    labelled = _LABELLED.match(title)
    if labelled and len(title) > labelled.end():
        return labelled.group(1), title[labelled.end() :].strip()
    return None, title


def mark_headings(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Return the blocks with `level` set on every heading found: marked by the format, by style, or by
    print.
    """
    marked = [_checked(block) for block in blocks]
    levels = _style_levels(marked)
    styled = [_styled(block, levels) for block in marked]
    if _density(styled) >= _ENOUGH_HEADINGS:
        return styled
    return _by_print(styled)


def _is_top(text: str) -> bool:
    return bool(_TOP.fullmatch(spaced_out(text).strip(" :.–-")))


def spaced_out(text: str) -> str:
    """Return « SOMMAIRE » for « S O M M A I R E »."""
    return text.replace(" ", "") if re.fullmatch(r"(\w )+\w", text) else text


def _styled(block: RawBlock, levels: dict[str, int]) -> RawBlock:
    if block.level is not None or not _is_short(block) or _STATEMENT.match(block.text):
        return block
    if block.style in levels:
        return replace(block, level=levels[block.style])
    return replace(block, level=1) if _is_top(block.text) and not block.list_item else block


def _checked(block: RawBlock) -> RawBlock:
    if block.level is not None and (
        len(block.text) > MAX_HEADING or is_caption(block.text) or not re.search(r"\w", block.text)
    ):
        return replace(block, level=None)
    return block


def _is_short(block: RawBlock) -> bool:
    text = spaced_out(block.text)
    return block.kind == "text" and 2 < len(text) <= MAX_HEADING and bool(re.search(r"[^\W\d_]{2}", text))


def _density(blocks: Sequence[RawBlock]) -> float:
    words = sum(len(block.text.split()) for block in blocks) or 1
    count = sum(block.level is not None for block in blocks)
    return count * 1000 / words if count >= _FEWEST_HEADINGS else 0.0


def _style_levels(blocks: Sequence[RawBlock]) -> dict[str, int]:
    texts: dict[str, list[str]] = defaultdict(list)
    for block in blocks:
        if block.kind == "text" and block.level is None:
            texts[block.style].append(block.text)
    styles = [style for style, found in texts.items() if _is_heading_style(style, found)]
    levels: dict[str, int] = {}
    free = 1
    for style in styles:
        digit = re.search(r"(?:^|[^\d])([1-6])(?:-|$)", style)
        if digit and not style.startswith(("rop", "rod")) or any(map(_is_top, texts[style][:2])):
            levels[style] = int(digit.group(1)) if digit else 1
        else:
            levels[style] = min(free, 6)
            free += 1
    return levels


def _is_heading_style(style: str, texts: list[str]) -> bool:
    if not style or _NOT_HEADING_STYLE.search(style) or re.match(r"[\d.]+( bold)?( columns)?$", style):
        return False
    ended = sum(text.endswith(_ENUMERATION_END) for text in texts) / len(texts)
    addressed = sum(bool(_ADDRESS.match(text)) for text in texts) / len(texts)
    return (
        statistics.median(map(len, texts)) < 110
        and ended < 0.25
        and addressed < 0.3
        and texts[0][:1].isalnum()
    )


def _by_print(blocks: list[RawBlock]) -> list[RawBlock]:
    chapters, sizes = _numbered_chapters(blocks), _heading_sizes(blocks)
    plain = sum(block.emphasis and _is_short(block) for block in blocks) < _FEWEST_HEADINGS
    begin = _front_matter(blocks)
    result: list[RawBlock] = []
    for i, block in enumerate(blocks):
        following = next((b for b in blocks[i + 1 : i + 4] if b.kind == "table" or b.text), None)
        if block.level is None and i in chapters:
            result.append(replace(block, level=1))
        elif (
            block.level is None
            and i >= begin
            and _looks_like_heading(block, following, plain)
            and not (result and _counts_on(result[-1], block))
        ):
            result.append(replace(block, level=_printed_level(block, sizes)))
        else:
            result.append(block)
    return _nested(result)


def _front_matter(blocks: Sequence[RawBlock]) -> int:
    """Where the report itself begins: its cover and the letter before it have no sections of their own."""
    first = (
        i
        for i, b in enumerate(blocks[:_FRONT_BLOCKS])
        if _is_top(b.text) or re.match(r"1[.) ] ?[^\W\d_]", b.text)
    )
    return next(first, 0)


def _numbered_chapters(blocks: Sequence[RawBlock]) -> set[int]:
    """Lines « 1 Le territoire », « 2 La dette »… that count on, parts « 1.1 », « 2.1 » standing between."""
    found: list[int] = []
    parts = {match[1] for block in blocks if (match := re.match(r"(\d{1,2})\.1[. ]", block.text))}
    for i, block in enumerate(blocks):
        number = re.match(r"(\d{1,2}) [^\W\d_]", block.text)
        if number and _is_short(block) and not block.text.endswith(_ENUMERATION_END) and not block.list_item:
            if int(number[1]) == len(found) + 1:
                found.append(i)
    numbers = {str(n) for n in range(1, len(found) + 1)}
    return set(found) if len(found) > 1 and numbers & parts else set()


def _heading_sizes(blocks: Sequence[RawBlock]) -> list[float]:
    """The sizes of print in which several lines stand out, greatest first."""
    sizes = Counter(round(block.size, 1) for block in blocks if block.size >= _LARGE and _is_short(block))
    return sorted((size for size, count in sizes.items() if count > 1), reverse=True)


def _counts_on(before: RawBlock, block: RawBlock) -> bool:
    """Whether a line is the next item of an enumeration, « 3. » after « 2. » that is no heading."""
    numbers = [split_number(one.text)[0] or "" for one in (before, block)]
    if before.level is not None or not all(map(str.isdigit, numbers)):
        return False
    return int(numbers[0]) + 1 == int(numbers[1])


def _nested(blocks: list[RawBlock]) -> list[RawBlock]:
    # « I. … A. … 1. »: plain numbers stand below romans and letters where these are used.
    numbers = [split_number(block.text)[0] or "" for block in blocks if block.level is not None]
    depth = any(re.fullmatch(r"[IVX]{1,5}", n) for n in numbers) + any(
        re.fullmatch(r"[A-HJ-UWYZ]", n) for n in numbers
    )
    if depth == 0:
        return blocks
    return [
        replace(b, level=min(b.level + depth, 6))
        if b.level and re.match(r"\d", split_number(b.text)[0] or "")
        else b
        for b in blocks
    ]


def _looks_like_heading(block: RawBlock, following: RawBlock | None, plain: bool) -> bool:
    """Whether a line reads as a heading; in a `plain` text, which prints none bold, also by what follows."""
    text = block.text
    if (
        not _is_short(block)
        or len(text) > 150
        or following is None
        or is_caption(text)
        or is_note(text)
        or is_unit(text)
    ):
        return False
    if (
        _STATEMENT.match(text)
        or block.list_item
        or text.endswith(_ENUMERATION_END)
        or _ADDRESS.match(text)
        or re.match(r"[a-z–•*-]", text)
        or not _PART.match(text)
        and (following.text[:1].islower() or _of_table(block))
    ):
        return False
    if re.search(r"@|www\.|\b\d{5}\b|\bcedex\b|tél|fax|lettre recommandée", text, re.IGNORECASE):
        return False
    number, _ = split_number(text)
    if number or block.emphasis or block.size >= _LARGE or _is_capitals(text):
        return True
    return plain and following.kind == "text" and len(following.text) > 160 and len(text.split()) >= 2


def _of_table(block: RawBlock) -> bool:
    """Whether a line is a row of a table that the reader did not find, by its columns or its numbers."""
    return (
        "columns" in block.style
        or len(YEAR.findall(block.text)) > 2
        or len(_QUANTITY.findall(block.text)) > 2
    )


def _is_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _printed_level(block: RawBlock, sizes: list[float]) -> int:
    number, title = split_number(block.text)
    if _is_top(title):
        return 1
    if number and re.match(r"\d", number):
        return min(1 + number.count("."), 6)
    if number:
        return 1 if re.match(r"[IVX]+$|[A-Za-zé]{5,} ", number) else 2 if number.isupper() else 4
    if block.size >= _LARGE:
        return min(1 + sum(size > block.size + 0.05 for size in sizes), 3)
    return 1 if _is_capitals(block.text) else 3
