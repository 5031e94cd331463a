"""What several packages' tests share: one base and one model for the whole run, and the assistant on them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from knowledge.base import KnowledgeBase
from knowledge.build import build
from knowledge.settings import Settings

if TYPE_CHECKING:
    from bot.assistant import Assistant

REUSED = "GREFFIER_TEST_DATA_DIR"
"""A folder kept between runs: base and model are made there only when they are stale."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the browser tests last: while a browser is open its driver holds the thread's event loop."""
    items.sort(key=lambda item: "browser" in item.path.parts)


@pytest.fixture(scope="session")
def knowledge_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base built from the real sources, without sentence vectors: half a second."""
    path = tmp_path_factory.mktemp("knowledge") / "knowledge.sqlite3"
    build(path)
    return path


@pytest.fixture(scope="session")
def base(knowledge_path: Path) -> Iterator[KnowledgeBase]:
    """The base of :func:`knowledge_path`, open."""
    opened = KnowledgeBase(knowledge_path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def assistant_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the base and the model, made once for all tests that need the real assistant."""
    from api.preparation import ensure_base, ensure_folder, ensure_model
    from knowledge.embedding import load_embedder

    reused = os.environ.get(REUSED)
    folder = Path(reused) if reused else _of_the_whole_run(tmp_path_factory) / "assistant"
    settings = Settings(data_dir=folder)
    with pytest.MonkeyPatch.context() as patch, FileLock(f"{folder}.lock"):
        patch.setenv("GREFFIER_DATA_DIR", str(folder))
        load_embedder.cache_clear()
        ensure_folder(settings)
        ensure_base(settings).close()
        ensure_model(settings)
    return folder


def _of_the_whole_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the processes of one run have in common: each has one of its own within it."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def assistant(assistant_dir: Path) -> Iterator[Assistant]:
    """The real assistant. Actions find their base through the environment, which names it meanwhile."""
    from actions.desk import desk
    from api.preparation import load_assistant
    from knowledge.embedding import load_embedder

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GREFFIER_DATA_DIR", str(assistant_dir))
        load_embedder.cache_clear()  # a test before may have switched it off
        desk.cache_clear()
        yield load_assistant(Settings(data_dir=assistant_dir))
    desk.cache_clear()
