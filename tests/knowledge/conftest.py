"""A small copy of the source files, to make mistakes in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.source_files import SOURCES_DIR

Edit = Callable[[Any], None]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The real source files, copied: a test may change them."""
    folder = tmp_path / "sources"
    shutil.copytree(SOURCES_DIR, folder, ignore=shutil.ignore_patterns("report_cards"))
    return folder


@pytest.fixture
def edit(sources: Path) -> Callable[[str, Edit], None]:
    """Change the entries of one source file."""

    def change(name: str, by: Edit) -> None:
        path = sources / name
        content = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        by(content)
        path.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")

    return change
