"""Where reports come from: one file, a folder, or a ZIP, as groups of files that make one report each."""

import hashlib
import re
import zipfile
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from knowledge.reports.errors import (
    BrokenFile,
    EncryptedFile,
    TooLarge,
    UnreadableReport,
    UnsafePath,
)
from knowledge.reports.readers import MAX_FILE_BYTES

MAX_MEMBERS = 50_000
"""Most members of a ZIP looked at."""

MAX_TOTAL_BYTES = 8 * 1024**3
"""Largest sum of the unpacked members of a ZIP."""

MAX_RATIO = 250
"""Largest compression ratio of a member above a megabyte: text compresses 5 to 30 times, bombs a thousand."""

_PART = re.compile(r"^(.+?)-(\d{1,2})$")
_BESIDE_REPORTS = frozenset(
    """.css .js .png .jpg .jpeg .gif .svg .bmp .emf .wmf .ico .woff .woff2 .csv .json .xml .yml .yaml
    .md5 .sha256 .db .ini .lock .lock-journal .sqlite3 .sqlite3-wal .sqlite3-shm .sqlite3-journal""".split()
)
"""Endings of what stands beside reports, this base's own files included, where it stands among them."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that can be read once; `name` is relative to the folder or archive given."""

    name: str
    path: Path
    member: str | None = None

    def read(self) -> bytes:
        """Return the file's bytes, never more than the limit; raises the reason it cannot be read."""
        return self._read_member() if self.member is not None else self._read_file()

    def _read_file(self) -> bytes:
        try:
            size = self.path.stat().st_size
            if size > MAX_FILE_BYTES:
                raise TooLarge(
                    f"{size // 2**20} MB, more than the {MAX_FILE_BYTES // 2**20} MB read of one file"
                )
            return self.path.read_bytes()
        except OSError as error:
            raise BrokenFile(f"cannot be read: {error.strerror}") from error

    def _read_member(self) -> bytes:
        try:
            with zipfile.ZipFile(self.path) as archive:
                info = archive.getinfo(self.member or "")
                _check_member(info)
                with archive.open(info) as stream:
                    # The size in the directory can lie: read one byte past the limit to notice.
                    data = stream.read(MAX_FILE_BYTES + 1)
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise BrokenFile(f"damaged archive member: {error}") from error
        except RuntimeError as error:
            raise EncryptedFile("encrypted archive member: it needs a password") from error
        if len(data) > MAX_FILE_BYTES:
            raise TooLarge(f"unpacks to more than {MAX_FILE_BYTES // 2**20} MB")
        return data


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """The files of one report, in the order of their part numbers."""

    key: str
    files: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file left out, with its reason in words for the operator."""

    name: str
    reason: str


def find_reports(path: Path, known_keys: Container[str] = ()) -> tuple[list[ReportFiles], list[Skipped]]:
    """Return the reports under `path` (file, folder or ZIP) and what was refused at sight.

    Files `X`, `X-1`, `X-2` are one report when `X` is there too or is one of the `known_keys`.
    """
    if path.is_dir():
        files, skipped = _folder_files(path)
    elif _is_archive(path):
        files, skipped = _archive_files(path)
    else:
        files, skipped = [SourceFile(path.name, path)], []
    return _group(files, known_keys), skipped


def content_hash(parts: Iterable[bytes], *context: str) -> str:
    """Return a hash of file contents and of whatever else a stored report depends on."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    for text in context:
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def _is_archive(path: Path) -> bool:
    with path.open("rb") as stream:
        head = stream.read(4)
    if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return "word/document.xml" not in archive.namelist()
    except zipfile.BadZipFile:
        return path.suffix.lower() != ".docx"


def _folder_files(folder: Path) -> tuple[list[SourceFile], list[Skipped]]:
    root = folder.resolve()
    files: list[SourceFile] = []
    skipped: list[Skipped] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or _is_beside(name):
            continue
        if not path.resolve().is_relative_to(root):
            skipped.append(Skipped(name, "link to a file outside the folder"))
        else:
            files.append(SourceFile(name, path))
    return files, skipped


def _is_beside(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts if part not in (".", ".."))
    return hidden or path.suffix.lower() in _BESIDE_REPORTS


def _archive_files(path: Path) -> tuple[list[SourceFile], list[Skipped]]:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [
                info for info in archive.infolist() if not info.is_dir() and not _is_beside(info.filename)
            ]
    except (zipfile.BadZipFile, OSError) as error:
        return [], [Skipped(path.name, f"truncated or damaged archive: {error}")]
    if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
        return [], [Skipped(path.name, "archive with too many members, or that would unpack past the limit")]
    files: list[SourceFile] = []
    skipped: list[Skipped] = []
    for info in sorted(infos, key=lambda info: info.filename):
        try:
            _check_member(info)
            files.append(SourceFile(info.filename, path, info.filename))
        except UnreadableReport as error:
            skipped.append(Skipped(f"{path.name}: {info.filename}", str(error)))
    return files, skipped


def _check_member(info: zipfile.ZipInfo) -> None:
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    if ".." in parts or info.filename.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", info.filename):
        raise UnsafePath("path that leads outside the archive")
    if info.file_size > MAX_FILE_BYTES:
        raise TooLarge(f"unpacks to {info.file_size // 2**20} MB, more than {MAX_FILE_BYTES // 2**20} MB")
    if info.file_size > 2**20 and info.file_size > MAX_RATIO * max(1, info.compress_size):
        raise TooLarge(f"compressed more than {MAX_RATIO} times, as a ZIP bomb is")


_Place = tuple[str, str, str]
_Groups = dict[_Place, list[tuple[int, SourceFile]]]


def _group(files: list[SourceFile], known_keys: Container[str]) -> list[ReportFiles]:
    places = {_place(file) for file in files}
    groups: _Groups = {}
    for file in files:
        folder, stem, suffix = _place(file)
        part = _PART.match(stem)
        if part and ((folder, part.group(1), suffix) in places or part.group(1) in known_keys):
            groups.setdefault((folder, part.group(1), suffix), []).append((int(part.group(2)), file))
        else:
            groups.setdefault((folder, stem, suffix), []).append((0, file))
    return [
        ReportFiles(key, tuple(f for _, f in sorted(group, key=_by_part))) for key, group in _keyed(groups)
    ]


def _place(file: SourceFile) -> _Place:
    path = PurePosixPath(file.name)
    return str(path.parent), path.stem, path.suffix.lower()


def _by_part(numbered: tuple[int, SourceFile]) -> tuple[int, str]:
    return numbered[0], numbered[1].name


def _keyed(groups: _Groups) -> Iterator[tuple[str, list[tuple[int, SourceFile]]]]:
    # The same stem in two folders or two formats: the later ones are told apart by format or folder, and
    # where two folders are written alike (« a b », « a-b ») by a hash of the path.
    taken: set[str] = set()
    for (folder, stem, suffix), group in groups.items():
        name = f"{stem}{suffix.replace('.', '-')}"
        path = f"{folder}-{name}"
        names = (stem, name, path, f"{path}-{content_hash((), folder, stem, suffix)[:8]}")
        key = next(slug for one in names if (slug := _slug(one)) not in taken)
        taken.add(key)
        yield key, group


def _slug(stem: str) -> str:
    return re.sub(r"[^\w.-]+", "-", stem).strip("-") or "report"
