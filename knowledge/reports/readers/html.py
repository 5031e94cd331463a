"""HTML reports: word-processor exports (`div` per paragraph, style as class) and ordinary web pages."""

import re
from collections.abc import Iterator, Sequence

import charset_normalizer
from lxml import etree
from lxml import html as lxml_html

from knowledge.reports.document import Footnote
from knowledge.reports.errors import BrokenFile
from knowledge.reports.raw import Grid, RawBlock, RawDocument, is_call
from knowledge.text import clean, fold

_BLOCKS = frozenset(
    """address article aside blockquote center dd details div dl dt encadré fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table ul body""".split()
)
_IGNORED = frozenset("""script style noscript template nav img svg iframe button select""".split())
_EMPHASIS = frozenset(["b", "strong", "i", "em", "u"])
_BULLET = re.compile(r"list|puce|tiret|bullet|enumeration|énumération|enum", re.IGNORECASE)
_TOC = re.compile(r"^(toc|tm|table-of|table-des|sommaire|summary-toc)", re.IGNORECASE)
_LIST_TITLE = re.compile(
    r"(?:(?:liste|recapitulatif) des )?(?:recommandations?|rappels? au droit)(?: et [a-z' ]{1,40})?"
)
"""A heading in the style of a table of contents that is none: no page number follows it."""
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_NOTE_MARK = re.compile(r"^\s*\[?(\d{1,3}|\*{1,3}|[a-z])[\].) ]+", re.IGNORECASE)


_LINE_END = "\ue000"
"""Stands for a line break until the block is whole."""
_LINE = 90
"""Letters of the most lines that are lines of an address or a cover, not of prose."""


def read_html(data: bytes) -> RawDocument:
    """Parse an HTML file; raises BrokenFile when nothing parseable is in it."""
    text = decode(data)
    try:
        root = lxml_html.document_fromstring(
            text, parser=lxml_html.HTMLParser(huge_tree=True, remove_comments=True)
        )
    except (etree.ParserError, ValueError, AssertionError) as error:
        raise BrokenFile(f"unreadable HTML: {error}") from error
    body = root.find("body")
    notes = tuple(_take_footnotes(root))
    blocks = tuple(_blocks(body if body is not None else root))
    return RawDocument(blocks, notes, _properties(root))


def decode(data: bytes) -> str:
    """Return the text of a file: by byte-order mark, declared charset, UTF-8, then by detection."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _strip_declaration(data.decode(name, errors="replace"))
    declared = _META_CHARSET.search(data[:4096])
    candidates = ["utf-8", declared.group(1).decode("ascii") if declared else "utf-8"]
    for name in candidates:
        try:
            return _strip_declaration(data.decode(name))
        except (UnicodeDecodeError, LookupError):
            continue
    return _strip_declaration(_detected(data))


def _detected(data: bytes) -> str:
    # French single-byte files are Windows-1252 far more often than anything detection proposes instead.
    best = charset_normalizer.from_bytes(
        data[:200_000], cp_isolation=["cp1252", "mac_roman", "cp850", "utf_16"]
    ).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def _strip_declaration(text: str) -> str:
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\x00", ""))


def _properties(root: lxml_html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    title = root.findtext(".//title")
    if title and title.strip():
        found["title"] = clean(title)
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        if name and meta.get("content"):
            found.setdefault(name, clean(meta.get("content") or ""))
    return found


def _take_footnotes(root: lxml_html.HtmlElement) -> Iterator[Footnote]:
    # A note is the target of a call and carries a link back to it; once read it is cut out of the body.
    for back in list(root.iter("a")):
        text = "".join(back.itertext())
        if "↩" not in text and "retour au texte" not in (back.get("title") or "").lower():
            continue
        holder = back.getparent()
        while holder is not None and holder.tag not in _BLOCKS:
            holder = holder.getparent()
        if holder is None or holder.tag == "body":
            continue
        note = clean("".join(holder.itertext()).replace("↩", " "))
        mark = _NOTE_MARK.match(note)
        if mark:
            yield Footnote(mark.group(1), note[mark.end() :].strip())
        parent = holder.getparent()
        if parent is not None:
            parent.remove(holder)


def _blocks(element: lxml_html.HtmlElement, style: str = "") -> Iterator[RawBlock]:
    gather = _Inline()
    if element.text:
        gather.add(element.text)
    for child in element:
        if not isinstance(child.tag, str):
            gather.add(child.tail or "")
            continue
        tag = child.tag.lower()
        if tag in _IGNORED:
            pass
        elif tag == "table":
            yield from gather.flush(element, style)
            yield from _table(child, style)
        elif tag in _BLOCKS or _contains_block(child):
            yield from gather.flush(element, style)
            yield from _blocks(child, child.get("class") or style)
        else:
            gather.inline(child)
        gather.add(child.tail or "")
    yield from gather.flush(element, style)


def _contains_block(element: lxml_html.HtmlElement) -> bool:
    return any(isinstance(e.tag, str) and e.tag.lower() in _BLOCKS for e in element.iterdescendants())


class _Inline:
    """Gathers the inline content of one block: text, footnote calls, and how much of it is emphasised."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.marks: list[str] = []
        self.plain = 0

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.plain += len(text.strip())

    def inline(self, element: lxml_html.HtmlElement, emphasised: bool = False) -> None:
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if tag in _IGNORED:
            return
        mark = _call(element) or (_raised(element, self.parts) if tag == "sup" else None)
        if mark:
            self.marks.append(mark)
            return
        if tag == "br" or tag in _BLOCKS:
            self.parts.append(_LINE_END if tag == "br" else " ")
        strong = emphasised or tag in _EMPHASIS
        self._text(element.text, strong)
        for child in element:
            if isinstance(child.tag, str):
                self.inline(child, strong)
            self._text(child.tail, strong)

    def _text(self, text: str | None, strong: bool) -> None:
        if text:
            self.parts.append(text)
            self.plain += 0 if strong else len(text.strip())

    def flush(self, holder: lxml_html.HtmlElement, style: str) -> Iterator[RawBlock]:
        lines, marks, plain = _lines("".join(self.parts)), tuple(self.marks), self.plain
        self.parts, self.marks, self.plain = [], [], 0
        in_contents = _TOC.match(style) is not None
        tag = holder.tag.lower() if isinstance(holder.tag, str) else ""
        level, list_item = _heading_level(tag, style), tag == "li" or bool(_BULLET.search(style))
        whole = level is not None or list_item
        for text in [" ".join(lines)] if whole else lines:
            if not text or in_contents and not _LIST_TITLE.fullmatch(fold(text)):
                continue
            yield RawBlock(
                text,
                level=1 if in_contents else level,
                style=f"adresse {style}" if len(lines) > 1 and not whole else style or tag,
                list_item=list_item,
                emphasis=plain == 0,
                footnotes=marks,
            )


def _lines(text: str) -> list[str]:
    """The paragraphs of a block: its lines where it is laid out in short ones, as an address is."""
    lines = [line for part in text.split(_LINE_END) if (line := clean(part))]
    laid_out = len(lines) > 2 and sorted(map(len, lines))[len(lines) * 3 // 4] < _LINE
    return lines if laid_out else [" ".join(lines)]


def _raised(element: lxml_html.HtmlElement, before: Sequence[str]) -> str | None:
    """The number of a note called without a link to it."""
    text = clean("".join(element.itertext()))
    return text if is_call(text, "".join(before[-3:])) else None


def _call(element: lxml_html.HtmlElement) -> str | None:
    if element.tag not in ("sup", "a"):
        return None
    link = element if element.tag == "a" else element.find(".//a")
    if (
        link is None
        or not (link.get("href") or "").startswith("#")
        or element.tag != "sup"
        and not _is_note(link)
    ):
        return None
    text = clean("".join(element.itertext())).strip("[]() ")
    return text if re.fullmatch(r"\d{1,3}|\*{1,3}|[a-z]", text) else None


def _is_note(link: lxml_html.HtmlElement) -> bool:
    return bool(re.match(r"#_?(fn|ftn|note|footnote|sdfootnote)", link.get("href") or "", re.IGNORECASE))


def _heading_level(tag: str, style: str) -> int | None:
    if re.fullmatch(r"h[1-6]", tag):
        return int(tag[1])
    match = re.match(r"heading-(\d)$", style)
    return int(match.group(1)) if match else None


def _table(table: lxml_html.HtmlElement, style: str) -> Iterator[RawBlock]:
    marks: list[str] = []
    spans: dict[int, tuple[int, str]] = {}
    rows: list[tuple[str, ...]] = []
    for tr in table.iter("tr"):
        row = _row(tr, marks, spans)
        if any(row):
            rows.append(row)
    grid: Grid = tuple(rows)
    if grid and not _TOC.match(style):
        yield RawBlock(kind="table", style=style, grid=grid, footnotes=tuple(marks))


def _row(tr: lxml_html.HtmlElement, marks: list[str], spans: dict[int, tuple[int, str]]) -> tuple[str, ...]:
    row: list[str] = []
    for cell in tr:
        if cell.tag not in ("td", "th"):
            continue
        _repeat_from_above(row, spans)
        inline = _Inline()
        inline.inline(cell)
        marks.extend(inline.marks)
        text = clean("".join(inline.parts).replace(_LINE_END, " "))
        for _ in range(_span(cell, "colspan")):
            if _span(cell, "rowspan") > 1:
                spans[len(row)] = (_span(cell, "rowspan") - 1, text)
            row.append(text)
    _repeat_from_above(row, spans)
    return tuple(row)


def _repeat_from_above(row: list[str], spans: dict[int, tuple[int, str]]) -> None:
    while len(row) in spans:
        left, text = spans.pop(len(row))
        if left > 1:
            spans[len(row)] = (left - 1, text)
        row.append(text)


def _span(cell: lxml_html.HtmlElement, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return max(1, min(int(value), 100)) if value.isdigit() else 1
