"""What must be there before a question can be answered: base, model, assistant; made when missing or stale.

The model is trained in a process of its own: the server stays responsive meanwhile, what training
leaves in memory goes with it, and a stop of the server stops it.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.environment import prepare_environment
from bot.stopping import stopped_with_us
from knowledge.base import KnowledgeBase
from knowledge.build import build, has_vectors, is_stale
from knowledge.embedding import load_embedder
from knowledge.errors import KnowledgeError
from knowledge.reports.card_reports import put_in_cards
from knowledge.settings import REDIS_TIMEOUTS, Settings

if TYPE_CHECKING:
    from bot.assistant import Assistant

logger = logging.getLogger("greffier")
TRAINING_LOG = "training.log"
TRAIN = (sys.executable, "-m", "api.cli", "train")
START_FAILED = 3
"""Exit code of a worker that can never answer a question, so that it is not started again."""


class StartFailed(RuntimeError):
    """No question can ever be answered; the message is one line for the operator."""


@contextmanager
def step(doing: str, done: str) -> Iterator[None]:
    """Log what is being done, then that it is done and how long it took."""
    logger.info("%s", doing)
    started = time.perf_counter()
    yield
    logger.info("%s (%.1f s)", done, time.perf_counter() - started)


def ensure_folder(settings: Settings) -> None:
    """Make the data folder, or say why it cannot be used."""
    if not settings.data_dir.exists():
        logger.info(
            "no folder %s (GREFFIER_DATA_DIR): making it, then the base and the model, in some minutes",
            settings.data_dir,
        )
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=settings.data_dir).close()  # of no name that another worker may take away
    except OSError as error:
        raise StartFailed(
            f"GREFFIER_DATA_DIR: cannot write in {settings.data_dir}: {error.strerror}"
        ) from error


def ensure_base(settings: Settings) -> KnowledgeBase:
    """The knowledge base, built first when it is not as it should be; an older one serves when its sources
    are wrong. The report cards are in the base of reports then, too.
    """
    path = settings.knowledge_path
    if why := why_build(path):
        try:
            with step(f"knowledge base: building ({why})", "knowledge base: built"):
                build_base(settings)
        except KnowledgeError as error:
            logger.error("%s", error)
    else:
        logger.info("knowledge base: up to date")
        ensure_cards(settings)
    try:
        return KnowledgeBase(path)
    except KnowledgeError as error:
        raise StartFailed(str(error)) from error


def ensure_cards(settings: Settings) -> None:
    """The report cards in the base of reports, as far as it can be written."""
    if changed := put_in_cards(settings.reports_path):
        logger.info("report cards: %d put into the base of reports", changed)


def why_build(path: Path) -> str | None:
    """Why the knowledge base must be built; None when it is up to date.

    One made with sentence vectors serves without them as well, but not the other way round.
    """
    if not path.exists():
        return "first start"
    if is_stale(path):
        return "sources changed"
    if not has_vectors(path) and load_embedder() is not None:
        return "made without sentence vectors"
    return None


def build_base(settings: Settings) -> dict[str, int]:
    """Build the base with sentence vectors when there is an embedder, and put the report cards into the base
    of reports; rows by table.
    """
    ensure_cards(settings)
    return build(settings.knowledge_path, embedder=load_embedder())


def ensure_model(
    settings: Settings, meanwhile: Callable[[subprocess.Popen[bytes]], None] = lambda _: None
) -> None:
    """The model, trained first when it is missing or older than what it is made from.

    ``meanwhile`` is called with the training process under way.
    """
    from bot.training import is_stale as model_is_stale
    from bot.training import model_path

    if not model_is_stale(settings):
        logger.info("model: up to date")
        return
    why = "what it learns from changed" if model_path(settings).exists() else "first start"
    with step(f"model: training ({why}; one to five minutes)", "model: trained"):
        _train(settings, meanwhile)


def _train(settings: Settings, meanwhile: Callable[[subprocess.Popen[bytes]], None]) -> None:
    log = settings.data_dir / TRAINING_LOG
    with log.open("wb") as output:
        process = subprocess.Popen(
            TRAIN, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
        with stopped_with_us(lambda: end_training(process)):
            meanwhile(process)
            code = process.wait()
    if code:
        said = log.read_text("utf-8", "replace").strip().splitlines()
        reason = next((line for line in reversed(said) if line.startswith("greffier: ")), f"see {log}")
        raise StartFailed(f"the model could not be trained: {reason.removeprefix('greffier: ')}")


def end_training(process: subprocess.Popen[bytes]) -> None:
    """End a training under way with the processes that it started."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)


def ensure_services(settings: Settings) -> None:
    """Reach Redis and PostgreSQL when the settings name them, or say which one does not answer."""
    if settings.redis_url:
        from redis import Redis
        from redis.exceptions import RedisError

        try:
            Redis.from_url(settings.redis_url, **REDIS_TIMEOUTS).ping()
        except RedisError as error:
            raise StartFailed(f"GREFFIER_REDIS_URL: Redis does not answer ({_first_line(error)})") from error
    if settings.database_url:
        import sqlalchemy as sa

        try:
            sa.create_engine(settings.database_url).connect().close()
        except sa.exc.SQLAlchemyError as error:
            raise StartFailed(f"GREFFIER_DATABASE_URL: cannot connect ({_first_line(error)})") from error


def _conversations_failed(settings: Settings, error: SQLAlchemyError) -> str:
    remedy = "see GREFFIER_DATABASE_URL"
    if settings.database_url is None:
        remedy = f"move {settings.conversations_url.removeprefix('sqlite:///')} away to begin anew"
    return f"the conversations cannot be used ({_first_line(error)}): {remedy}"


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def import_assistant() -> None:
    """Import Rasa and what is built on it: seconds that can be spent while a model is being trained."""
    prepare_environment()
    importlib.import_module("bot.assistant")


def load_assistant(settings: Settings, warm: bool = True) -> Assistant:
    """The assistant; when ``warm``, the first question takes no longer than the next."""
    prepare_environment()
    with step("assistant: loading", "assistant: loaded"):
        from api.logs import quieten_libraries
        from bot.assistant import Assistant

        quieten_libraries()
        try:
            assistant = Assistant(settings)
            if warm:
                asyncio.run(assistant.warm_up())
        except SQLAlchemyError as error:
            raise StartFailed(_conversations_failed(settings, error)) from error
        except Exception as error:  # whatever is wrong with a model, it ends in one line
            logger.debug("the assistant cannot start", exc_info=True)
            raise StartFailed(f"the assistant cannot start: {_first_line(error)}") from error
    _settle()
    return assistant


def _settle() -> None:
    """Leave what Rasa and TensorFlow loaded, half a million objects, out of the garbage collector's rounds.

    A full round over them stops every answer for a good part of a second.
    """
    gc.collect()
    gc.freeze()
