"""``greffier serve``: listen at once, prepare what is missing, say when questions can be answered."""

from __future__ import annotations

import errno
import http.client
import logging
import os
import socket
import tempfile
import threading
import time

import typer
import uvicorn
from uvicorn.supervisors import Multiprocess

from api import preparation
from api.commands import INTERRUPTED
from api.metrics import SHARED_FOLDER
from api.preparation import StartFailed
from knowledge.settings import Settings

logger = logging.getLogger("greffier")
ANNOUNCING = "announcing"


def run(settings: Settings, host: str, port: int, workers: int) -> None:
    """Serve until stopped. Raises :class:`StartFailed` with one line when that is not possible."""
    if workers > 1 and settings.redis_url is None:
        raise StartFailed(
            "GREFFIER_REDIS_URL: needed for --workers above 1 (locks and rate limits are shared there)"
        )
    preparation.ensure_folder(settings)
    preparation.ensure_services(settings)
    listening = listen(host, port)
    address = address_of(host, listening)
    logger.info("listening at %s; data in %s", address, settings.data_dir)
    if settings.today:
        logger.info("pretending that today is %s (GREFFIER_TODAY)", settings.today)
    try:
        if workers == 1:
            _run_one(settings, listening, address)
        else:
            _run_many(settings, listening, address, workers)
    except KeyboardInterrupt:
        logger.info("stopped")
        raise typer.Exit(INTERRUPTED) from None


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens, or one line on why it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=2048)
    except OverflowError as error:
        raise StartFailed(f"--port {port}: must be from 0 to 65535") from error
    except socket.gaierror as error:
        raise StartFailed(f"--host {host}: no such address") from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise StartFailed(f"port {port} is in use at {host}: choose another with --port") from error
        raise StartFailed(f"cannot listen at {host}, port {port}: {error.strerror}") from error
    listening.set_inheritable(True)
    return listening


def address_of(host: str, listening: socket.socket) -> str:
    """The address to open in a browser."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{listening.getsockname()[1]}"


def _config(application: object, workers: int = 1) -> uvicorn.Config:
    """Headers of a proxy are believed only from ``FORWARDED_ALLOW_IPS``; uvicorn alone believes 127.0.0.1."""
    return uvicorn.Config(
        application,  # type: ignore[arg-type]
        factory=isinstance(application, str),
        workers=workers,
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        forwarded_allow_ips=os.environ.get("FORWARDED_ALLOW_IPS", ""),
        timeout_graceful_shutdown=10,
    )


def _run_one(settings: Settings, listening: socket.socket, address: str) -> None:
    from api.app import create_app

    failures: list[BaseException] = []

    def finished(error: BaseException | None) -> None:
        if error is None:
            logger.info("ready: %s", address)
        else:
            failures.append(error)
            server.should_exit = True

    server = uvicorn.Server(_config(create_app(settings, finished=finished)))
    server.run(sockets=[listening])
    if failures:
        raise StartFailed(str(failures[0])) from failures[0]


def _run_many(settings: Settings, listening: socket.socket, address: str, workers: int) -> None:
    preparation.ensure_base(settings).close()
    preparation.ensure_model(settings)
    with tempfile.TemporaryDirectory(prefix="greffier-metrics-") as folder:
        os.environ[SHARED_FOLDER] = folder
        config = _config("api.app:create_worker", workers)
        logger.info("starting %d workers", workers)
        where = listening.getsockname()
        threading.Thread(target=_announce, args=(where, address), name=ANNOUNCING, daemon=True).start()
        supervisor = Supervisor(config, target=uvicorn.Server(config).run, sockets=[listening])
        supervisor.run()
    if supervisor.failed:
        raise typer.Exit(1)


class Supervisor(Multiprocess):
    """Starts workers that died again, but stops when one says that it never will be ready."""

    failed = False

    def keep_subprocess_alive(self) -> None:
        """Look after the workers; called twice a second."""
        if any(worker.process.exitcode == preparation.START_FAILED for worker in self.processes):
            self.failed = True
            self.should_exit.set()
        super().keep_subprocess_alive()


def _announce(where: tuple[str, int], address: str) -> None:
    """Log ``ready`` when a worker answers: workers take requests only when their assistant is there."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(where[0], where[0])
    while True:
        try:
            connection = http.client.HTTPConnection(host, where[1], timeout=120)
            connection.request("GET", "/health/ready")
            if connection.getresponse().status == http.HTTPStatus.OK:
                logger.info("ready: %s", address)
                return
        except OSError:
            logger.debug("no worker answers yet", exc_info=True)
        time.sleep(0.5)
