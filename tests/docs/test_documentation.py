"""What there is to use is documented, and the documents hold together."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote

import pytest
import typer
import yaml
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts

from api.app import create_app
from api.cli import app as cli
from bot.evaluation.sets import FOLDER
from knowledge.base import KnowledgeBase
from knowledge.settings import ROOT, Settings

PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
TEXT = "\n".join(page.read_text("utf-8") for page in PAGES)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")


def commands(group: typer.Typer, before: str = "greffier") -> Iterator[str]:
    """Every command in full: « greffier knowledge build »."""
    for command in group.registered_commands:
        name = command.name or (command.callback.__name__.replace("_", "-") if command.callback else "")
        yield f"{before} {name}"
    for sub in group.registered_groups:
        if sub.typer_instance is not None:
            name = sub.name or sub.typer_instance.info.name
            yield from commands(sub.typer_instance, f"{before} {name}" if isinstance(name, str) else before)
    for name, later in getattr(group.info.cls, "later", {}).items():
        yield from commands(getattr(import_module(later.module), later.attribute), f"{before} {name}")


def is_named(command: str) -> bool:
    """In full, or in a list of one group: « greffier reports list / show ID / remove ID »."""
    if command in TEXT:
        return True
    group, _, name = command.rpartition(" ")
    return any(group in line and re.search(rf"\b{re.escape(name)}\b", line) for line in TEXT.splitlines())


@pytest.mark.parametrize("command", sorted(commands(cli)))
def test_every_command_is_documented(command: str) -> None:
    assert is_named(command)


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_documented(name: str) -> None:
    assert f"GREFFIER_{name.upper()}" in TEXT


def test_every_route_is_documented(base: KnowledgeBase, tmp_path: Path) -> None:
    app: FastAPI = create_app(Settings(data_dir=tmp_path), None, base)  # type: ignore[arg-type]
    routes = iter_route_contexts(app.routes)
    paths = {route.path for route in routes if isinstance(route.original_route, APIRoute)} - {"/"}
    assert {"/api/v1/messages", "/api/v1/reports/{report_id}", "/rapports", "/docs", "/health/live"} <= paths
    missing = sorted(path for path in paths if not _is_route_named(path))
    assert not missing


def _is_route_named(path: str) -> bool:
    pattern = re.sub(r"\\\{[^}]+\\\}", r"\\{[^}]+\\}", re.escape(path))
    return re.search(rf"{pattern}(?![\w/])", TEXT) is not None


def test_every_dependency_is_accounted_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = [project["project"]["dependencies"], *project["dependency-groups"].values()]
    names = {re.split(r"[\s\[<>=!~;]", line)[0] for group in groups for line in group}
    decisions = (ROOT / "docs" / "decisions.md").read_text("utf-8").lower()
    missing = sorted(
        name for name in names if not re.search(rf"(?<![\w-]){re.escape(name.lower())}(?![\w-])", decisions)
    )
    assert not missing


def test_sets_are_listed_with_their_number_of_entries() -> None:
    page = (ROOT / "docs" / "evaluation.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+\.yml)` \| ([\d,]+) \|", page, re.M)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where there is one: a second instead of ten
    held = {path.name: len(yaml.load(path.read_text("utf-8"), loader)) for path in FOLDER.glob("*.yml")}
    assert {name: int(number.replace(",", "")) for name, number in rows} == held


def test_every_set_is_explained_beside_it() -> None:
    explained = set(re.findall(r"^\| `(\w+\.yml)` \|", (FOLDER / "README.md").read_text("utf-8"), re.M))
    assert explained == {path.name for path in FOLDER.glob("*.yml")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text("utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        linked = (page.parent / path).resolve() if path else page
        assert linked.exists(), target
        if anchor and linked.suffix == ".md":
            assert anchor in _anchors(linked), target


def _anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
