"""Readers by format, chosen by what the file contains and never by its name alone."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Literal

from knowledge.reports.errors import BrokenFile, EmptyFile, TooLarge, UnknownFormat
from knowledge.reports.raw import RawDocument

Format = Literal["html", "pdf", "docx", "txt"]

MAX_FILE_BYTES = 64 * 1024 * 1024
"""Largest PDF or DOCX read. Text formats have the lower limit below: markup takes many times its size in
memory.
"""

MAX_TEXT_BYTES = 16 * 1024 * 1024
"""Largest HTML or text file read: four times the longest report of a year; parsed, it takes some 400 MB."""

MAX_PART_BYTES = 256 * 1024 * 1024
"""Largest sum of the unpacked parts of a DOCX."""


def read(data: bytes, name: str) -> RawDocument:
    """Parse one file; raises a kind of UnreadableReport that says what is wrong with it."""
    if not data:
        raise EmptyFile("empty file (0 bytes)")
    kind = detect(data, name)
    limit = MAX_TEXT_BYTES if kind in ("html", "txt") else MAX_FILE_BYTES
    if len(data) > limit:
        raise TooLarge(
            f"{len(data) // 2**20} MB, more than the {limit // 2**20} MB read of one {kind.upper()} file"
        )
    document = _reader(kind)(data)
    if not any(block.text or block.grid for block in document.blocks):
        raise EmptyFile("no text in the file")
    return document


def _reader(kind: Format) -> Callable[[bytes], RawDocument]:
    # Imported when needed: the PDF and DOCX libraries are slow to load and most corpora need neither.
    if kind == "html":
        from knowledge.reports.readers.html import read_html

        return read_html
    if kind == "pdf":
        from knowledge.reports.readers.pdf import read_pdf

        return read_pdf
    if kind == "docx":
        from knowledge.reports.readers.docx import read_docx

        return read_docx
    from knowledge.reports.readers.txt import read_txt

    return read_txt


def detect(data: bytes, name: str) -> Format:
    """Return the format of a file from its first bytes; raises UnknownFormat for anything else."""
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _inside_zip(data)
    if head.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise UnknownFormat("old Word or RTF file: save it as DOCX or PDF")
    text = head.lower().replace(b"\x00", b"")
    if b"<html" in text or b"<!doctype html" in text or b"<body" in text or _is_markup(text):
        return "html"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_text(head):
        return "txt"
    raise UnknownFormat(f"neither HTML, PDF, DOCX nor text: {name}")


def _is_markup(text: bytes) -> bool:
    return text.lstrip().startswith(b"<") and any(tag in text for tag in (b"<p", b"<div", b"<h1", b"<table"))


def _is_text(head: bytes) -> bool:
    controls = sum(byte < 9 or 13 < byte < 32 and byte != 27 for byte in head)
    return controls <= len(head) // 200


def _inside_zip(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            size = sum(info.file_size for info in archive.infolist())
    except zipfile.BadZipFile as error:
        raise BrokenFile(f"truncated or damaged archive: {error}") from error
    if "word/document.xml" not in names:
        raise UnknownFormat("an archive inside an archive, or an office file that is not a text document")
    if size > MAX_PART_BYTES:
        raise TooLarge(f"DOCX that unpacks to {size // 2**20} MB, more than {MAX_PART_BYTES // 2**20} MB")
    return "docx"
