"""Send the stream of messages and time it: one connection for latency, ten for throughput."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import numpy as np
import yaml

from bench.doors import Door
from bot.evaluation.perturbation import Strength, perturb
from knowledge.settings import ROOT

STREAM = ROOT / "nlu" / "evaluation" / "stream.yml"
_OTHER_WORDS = Strength(case=0.5, spaces=0.5, fillers=1.0)


@dataclass(frozen=True)
class Message:
    """One message of one conversation."""

    conversation: str
    text: str


@dataclass(frozen=True)
class Times:
    """Milliseconds of each answer, in order, and how many messages got none."""

    milliseconds: tuple[float, ...]
    failures: int

    @property
    def median(self) -> float:
        """Half of the answers were faster."""
        return round(statistics.median(self.milliseconds), 2)

    @property
    def p95(self) -> float:
        """Nineteen answers of twenty were faster."""
        return round(float(np.percentile(self.milliseconds, 95)), 2)


def read_stream(path: Path = STREAM) -> list[Message]:
    """The messages in the order they are sent."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Message(str(entry["conversation"]), entry["text"]) for entry in entries]


def reworded(stream: Sequence[Message], seed: int) -> list[Message]:
    """The same questions in texts that no cache has seen: fillers, case and spaces changed."""
    return [Message(one.conversation, perturb(one.text, _OTHER_WORDS, seed)) for one in stream]


async def one_by_one(door: Door, stream: Sequence[Message], run: str) -> Times:
    """Each message after the answer to the last, over one connection; ``run`` names the conversations."""
    times, failures = [], 0
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as client:
        for message in stream:
            begun = time.perf_counter()
            failures += not await door.say(client, message.text, f"{run}-{message.conversation}")
            times.append(1000 * (time.perf_counter() - begun))
    return Times(tuple(times), failures)


async def at_once(door: Door, stream: Sequence[Message], run: str, connections: int) -> tuple[float, int]:
    """Messages a second and how many got no answer, with ``connections`` clients at work.

    A conversation stays with one client, so that its messages keep their order.
    """
    queues: list[list[Message]] = [[] for _ in range(connections)]
    homes: dict[str, int] = {}
    for message in stream:
        home = homes.setdefault(message.conversation, len(homes) % connections)
        queues[home].append(message)
    begun = time.perf_counter()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=connections)) as client:
        failed = await asyncio.gather(*(_work(door, client, queue, run) for queue in queues))
    return round(len(stream) / (time.perf_counter() - begun), 1), sum(failed)


async def _work(door: Door, client: aiohttp.ClientSession, queue: Sequence[Message], run: str) -> int:
    failures = 0
    for message in queue:
        failures += not await door.say(client, message.text, f"{run}-{message.conversation}")
    return failures
