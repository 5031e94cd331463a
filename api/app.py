"""The application: routes, pages and middleware around one :class:`~api.service.Service`.

It takes requests at once; base, model and assistant are prepared behind it, and until they are there
``/health/ready`` and every question get 503 with the reason.
"""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from importlib.metadata import PackageNotFoundError, version

from fastapi import FastAPI
from fastapi.middleware import Middleware
from fastapi.middleware.gzip import GZipMiddleware

from api import preparation, problems, reference
from api.forgetting import forget_daily
from api.middleware import BodySize, Failures, Headers, Origins
from api.pages import error_page
from api.pages import router as pages
from api.rate_limit import RateLimit
from api.routes import include_all
from api.service import Assistant, Service, SourceList
from knowledge.base import KnowledgeBase
from knowledge.settings import Settings, load_settings

logger = logging.getLogger("greffier")
SUMMARY = (
    "Answers, with sources, on the Entrepreneurs d'intérêt général programme and on public audit reports."
)
Outcome = Callable[[BaseException | None], None]


def create_app(
    settings: Settings | None = None,
    assistant: Assistant | None = None,
    base: KnowledgeBase | None = None,
    finished: Outcome = lambda _: None,
    wait: bool = False,
) -> FastAPI:
    """The application; with ``assistant`` nothing is prepared, that one answers.

    ``finished`` is told when questions can be answered, or why they never will. With ``wait`` requests
    are taken only then.
    """
    settings = settings or load_settings()
    service = Service(settings, base, assistant)
    lifespan = _ready_made(service) if assistant else _lifespan(service, finished, wait)
    app = FastAPI(
        title="Greffier",
        version=_version(),
        summary=SUMMARY,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        middleware=_middleware(settings, service),
    )
    app.state.service, app.state.settings = service, settings
    app.state.assistant, app.state.sources = assistant, SourceList(service)
    problems.install(app, error_page)
    problems.describe(app)
    include_all(app)
    reference.include(app)
    app.include_router(pages)
    return app


def create_worker() -> FastAPI:
    """The application of one of several workers: requests wait for its assistant."""
    from api.logs import configure_logging

    configure_logging()
    return create_app(finished=_end_unless_ready, wait=True)


def _end_unless_ready(error: BaseException | None) -> None:
    """End this worker when it can never answer, with a code that tells the parent not to start another."""
    if error is not None:
        logger.error("%s", error)
        os._exit(preparation.START_FAILED)


def _middleware(settings: Settings, service: Service) -> list[Middleware]:
    return [
        Middleware(Headers, origins=settings.allowed_origins, metrics=service.metrics),
        Middleware(Origins, origins=settings.allowed_origins),
        Middleware(Failures),
        Middleware(RateLimit, settings=settings),
        Middleware(BodySize),
        Middleware(GZipMiddleware, minimum_size=2048, compresslevel=5),
    ]


Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def _ready_made(service: Service) -> Lifespan:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        service.metrics.ready.set(1)
        yield

    return lifespan


def _lifespan(service: Service, finished: Outcome, wait: bool) -> Lifespan:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        done = asyncio.Event()
        loop = asyncio.get_running_loop()
        preparing = _Preparing(app, service)

        def run() -> None:
            error = preparing.run()
            finished(error)
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(done.set)

        threading.Thread(target=run, name="preparing", daemon=True).start()
        forgetting = asyncio.create_task(_forget(service, done))
        if wait:
            await done.wait()
        yield
        forgetting.cancel()
        preparing.stop()
        service.metrics.ready.set(0)

    return lifespan


async def _forget(service: Service, done: asyncio.Event) -> None:
    await done.wait()
    if service.assistant is not None:
        await forget_daily(service.assistant.forget_before, service.settings.retention_days)


class _Preparing:
    """Makes the service ready, in a thread; can be stopped while a model is being trained."""

    def __init__(self, app: FastAPI, service: Service) -> None:
        self._app, self._service = app, service
        self._training: subprocess.Popen[bytes] | None = None

    def run(self) -> BaseException | None:
        """Prepare what is missing; the error when it cannot be."""
        service, settings = self._service, self._service.settings
        try:
            service.stage = "the knowledge base is being built"
            preparation.ensure_folder(settings)
            service.base = preparation.ensure_base(settings)
            service.stage = "the model is being trained"
            preparation.ensure_model(settings, self._meanwhile)
            service.stage = "the assistant is being loaded"
            service.assistant = self._app.state.assistant = preparation.load_assistant(settings)
        except Exception as error:  # reported by whoever started the application
            service.stage = "the start failed; the log says why"
            logger.debug("start failed", exc_info=True)
            return error
        service.metrics.ready.set(1)
        return None

    def stop(self) -> None:
        """End a training under way."""
        if self._training is not None:
            preparation.end_training(self._training)

    def _meanwhile(self, process: subprocess.Popen[bytes]) -> None:
        self._training = process
        preparation.import_assistant()


def _version() -> str:
    try:
        return version("greffier")
    except PackageNotFoundError:
        return "0"
