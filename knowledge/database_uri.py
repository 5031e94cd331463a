"""The address by which SQLite opens a file to read it only."""

from __future__ import annotations

from pathlib import Path


def read_only_uri(path: Path, immutable: bool = False) -> str:
    """Return an address that holds for any path: « # », « ? » and « % » would otherwise end or change it.

    An ``immutable`` file is opened without looking for what another process may be writing.
    """
    return f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' if immutable else ''}"
