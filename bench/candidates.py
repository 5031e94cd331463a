"""What is measured of each server, in the same way for both."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.doors import Door, GreffierDoor, StockDoor, wait_until_answering
from bench.load import Message, at_once, one_by_one, reworded
from bench.servers import BenchFailed, environment, free_port, resident_mb, run, started
from bench.stock import write_project
from knowledge.settings import ROOT

CONNECTIONS = 10
Say = Callable[[str], object]


@dataclass(frozen=True)
class Figures:
    """Seconds, megabytes, milliseconds, messages a second.

    ``p50_ms`` and ``p95_ms`` are of texts the server has never seen; ``p50_seen_ms`` of the same
    texts a second time. Throughput is over ten connections, of new and of seen texts.
    """

    train_s: float
    ready_s: float
    rss_mb: float | None
    p50_ms: float
    p95_ms: float
    throughput_10: float
    p50_new_ms: float
    p50_seen_ms: float
    p95_seen_ms: float
    throughput_10_seen: float
    failures: int

    def to_dict(self) -> dict[str, Any]:
        """The figures by name."""
        return asdict(self)


def prepare_data(folder: Path) -> Path:
    """A data folder with a knowledge base built from the sources of now, and nothing else."""
    data = folder / "data"
    data.mkdir()
    run(["-m", "api.cli", "knowledge", "build"], environment(data), ROOT, folder / "knowledge.log")
    return data


def measure_greffier(data: Path, logs: Path, stream: Sequence[Message], say: Say) -> Figures:
    """Train with ``greffier train``, serve with ``greffier serve``."""
    env, port = environment(data), free_port()
    say("Greffier: training")
    train_s = run(["-m", "api.cli", "train"], env, ROOT, logs / "greffier-train.log")
    commands = {"greffier": ["-m", "api.cli", "serve", "--port", str(port)]}
    return _measure("Greffier", commands, env, ROOT, logs, GreffierDoor(port), stream, train_s, say)


def measure_stock(data: Path, logs: Path, stream: Sequence[Message], say: Say, epochs: int) -> Figures:
    """Train with ``rasa train``, serve with ``rasa run`` and ``rasa run actions``."""
    port, action_port = free_port(), free_port()
    project, env = logs / "stock", environment(data)
    write_project(project, action_port, epochs)
    say(f"stock Rasa: training, {epochs} epochs (half a minute each)")
    train = ["-m", "rasa", "train", "--domain", "domain", "--data", "data", "--fixed-model-name", "stock"]
    train_s = run(train, env, project, logs / "stock-train.log")
    commands = {
        "stock-actions": ["-m", "rasa", "run", "actions", "--actions", "actions", "--port", str(action_port)],
        "stock": ["-m", "rasa", "run", "--model", "models", "--port", str(port)],
    }
    return _measure("stock Rasa", commands, env, project, logs, StockDoor(port), stream, train_s, say)


def _measure(
    name: str,
    commands: dict[str, list[str]],
    env: dict[str, str],
    folder: Path,
    logs: Path,
    door: Door,
    stream: Sequence[Message],
    train_s: float,
    say: Say,
) -> Figures:
    say(f"{name}: starting")
    begun = time.perf_counter()
    with started(commands, env, folder, logs) as pids:
        asyncio.run(wait_until_answering(door, lambda: all(_runs(pid) for pid in pids)))
        ready_s = time.perf_counter() - begun
        say(f"{name}: {len(stream)} messages, four times")
        new = asyncio.run(one_by_one(door, stream, "new"))
        seen = asyncio.run(one_by_one(door, stream, "seen"))
        fast_new, failed_new = asyncio.run(at_once(door, reworded(stream, 1), "crowd", CONNECTIONS))
        fast_seen, failed_seen = asyncio.run(at_once(door, stream, "crowd-seen", CONNECTIONS))
        memory = resident_mb(pids)
    return Figures(
        train_s=round(train_s, 1),
        ready_s=round(ready_s, 1),
        rss_mb=memory,
        p50_ms=new.median,
        p95_ms=new.p95,
        throughput_10=fast_new,
        p50_new_ms=new.median,
        p50_seen_ms=seen.median,
        p95_seen_ms=seen.p95,
        throughput_10_seen=fast_seen,
        failures=new.failures + seen.failures + failed_new + failed_seen,
    )


def _runs(pid: int) -> bool:
    """Whether a child is alive; one that has died is reaped and the bench stops waiting for it."""
    try:
        return os.waitpid(pid, os.WNOHANG) == (0, 0)
    except ChildProcessError as error:
        raise BenchFailed("a server stopped; see its log") from error
