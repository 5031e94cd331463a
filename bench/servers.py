"""Server processes under measurement: started, waited for, weighed, stopped."""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from knowledge.settings import ROOT

logger = logging.getLogger(__name__)
STOP_SECONDS = 15


class BenchFailed(RuntimeError):
    """A measurement that could not be made; the message says why and where the log is."""


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    """The caller's environment with a data folder of the bench's own, no rate limit and no telemetry."""
    ours = {
        "GREFFIER_DATA_DIR": str(data_dir),
        "GREFFIER_RATE_LIMIT": "off",
        "RASA_TELEMETRY_ENABLED": "false",
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
    }
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith("GREFFIER_") or k == "GREFFIER_EMBEDDINGS"
    }
    return {**kept, **ours, **more}


def free_port() -> int:
    """A port that nobody listens at just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(arguments: Sequence[str], env: Mapping[str, str], folder: Path, log: Path) -> float:
    """Run ``python arguments`` to its end, output in ``log``; its seconds. Raises :class:`BenchFailed`."""
    begun = time.perf_counter()
    with log.open("wb") as output:
        done = subprocess.run(
            [sys.executable, *arguments], env=dict(env), cwd=folder, stdout=output, stderr=output, check=False
        )
    if done.returncode:
        raise BenchFailed(f"{' '.join(arguments[:4])} failed ({done.returncode}); see {log}")
    return time.perf_counter() - begun


@contextmanager
def started(
    commands: Mapping[str, Sequence[str]], env: Mapping[str, str], folder: Path, logs: Path
) -> Iterator[list[int]]:
    """Run each ``python command`` in the background; gives their process ids and stops them at the end."""
    processes = []
    try:
        for name, arguments in commands.items():
            with (logs / f"{name}.log").open("wb") as output:
                processes.append(
                    subprocess.Popen(
                        [sys.executable, *arguments],
                        env=dict(env),
                        cwd=folder,
                        stdout=output,
                        stderr=output,
                        start_new_session=True,
                    )
                )
        yield [process.pid for process in processes]
    finally:
        for process in processes:
            _stop(process)


def resident_mb(pids: Sequence[int]) -> float | None:
    """Resident memory of these processes and their children in MB; None where /proc does not tell."""
    if not Path("/proc/self/statm").exists():
        return None
    page = os.sysconf("SC_PAGE_SIZE") / 1e6
    return round(sum(_resident_pages(pid) for pid in _family(pids)) * page, 1)


def _family(pids: Sequence[int]) -> set[int]:
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The command stands in brackets and may hold spaces; the parent is the second field after it.
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            logger.debug("process gone: %s", stat.parent.name)
    family = set(pids)
    while grown := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= grown
    return family


def _resident_pages(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    # Each server leads a session of its own, so that its workers stop with it.
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
