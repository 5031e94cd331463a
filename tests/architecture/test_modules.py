"""Modules stay short."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.settings import ROOT

LONGEST = 300
PACKAGES = ("knowledge", "nlu", "actions", "bot", "api", "tests", "bench")
MODULES = sorted(
    path
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
    if "node_modules" not in path.parts
)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_too_long(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST
