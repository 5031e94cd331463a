"""Where a message's time goes: the assistant in this process, stages timed, then the costliest functions.

Processor time, so that other work on the machine disturbs the figures less than it would a clock's.
"""

from __future__ import annotations

import asyncio
import cProfile
import functools
import inspect
import pstats
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.load import Message
from knowledge.settings import Settings

Spent = dict[str, float]
MOST_FUNCTIONS = 25


def profile_stream(settings: Settings, stream: Sequence[Message], console: Console) -> None:
    """Print both tables; every text is new in the first pass and known in the second."""
    from bot.evaluation.examinee import examinee

    with examinee(settings, console.print) as assistant:
        asyncio.run(assistant.ask("Combien de défis comptait la promotion 5 ?"))
        passes = {}
        for name in ("new texts", "seen texts"):
            with timed(_stages()) as spent:
                begun = time.process_time()
                asyncio.run(_say(assistant, stream))
                spent["whole message"] = time.process_time() - begun
            passes[name] = dict(spent)
        profiler = cProfile.Profile()
        profiler.runcall(lambda: asyncio.run(_say(assistant, stream)))
    _show_stages(passes, len(stream), console)
    console.print(f"\nCostliest functions ({MOST_FUNCTIONS}), seen texts, by time of their own:")
    pstats.Stats(profiler, stream=console.file).strip_dirs().sort_stats("tottime").print_stats(MOST_FUNCTIONS)


@contextmanager
def timed(stages: Sequence[tuple[str, Any, str]]) -> Iterator[Spent]:
    """Sum the processor seconds in each (label, owner, method) while it lasts; nested calls add up."""
    spent: Spent = defaultdict(float)
    before = []
    try:
        for label, owner, name in stages:
            before.append((owner, name, owner.__dict__[name]))
            setattr(owner, name, _clocked(owner.__dict__[name], label, spent))
        yield spent
    finally:
        for owner, name, function in reversed(before):
            setattr(owner, name, function)


def _clocked(function: Callable[..., Any], label: str, spent: Spent) -> Callable[..., Any]:
    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def awaited(*args: Any, **kwargs: Any) -> Any:
            begun = time.process_time()
            try:
                return await function(*args, **kwargs)
            finally:
                spent[label] += time.process_time() - begun

        return awaited

    @functools.wraps(function)
    def called(*args: Any, **kwargs: Any) -> Any:
        begun = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            spent[label] += time.process_time() - begun

    return called


def _stages() -> list[tuple[str, Any, str]]:
    """Stages from the outside in; an indented one is part of the one above it."""
    from rasa.core.processor import MessageProcessor

    from bot.processor import InProcessAction, InProcessProcessor
    from bot.records import Records
    from bot.trackers import RecentTrackers
    from knowledge.embedding import E5Embedder
    from nlu.entities import Finder
    from nlu.intent_model import IntentModel

    return [
        ("understanding", MessageProcessor, "parse_message"),
        ("  names and numbers", Finder, "find"),
        ("  intent", IntentModel, "rank"),
        ("    sentence vector", E5Embedder, "query"),
        ("choosing the action", InProcessProcessor, "_predict_next_with_tracker"),
        ("the action", InProcessAction, "run"),
        ("keeping the conversation", RecentTrackers, "save"),
        ("keeping the answer", Records, "keep"),
    ]


async def _say(assistant: Any, stream: Sequence[Message]) -> None:
    minted: dict[str, str] = {}
    for message in stream:
        reply = await assistant.ask(message.text, minted.get(message.conversation))
        minted[message.conversation] = reply.conversation_id


def _show_stages(passes: dict[str, Spent], messages: int, console: Console) -> None:
    table = Table(title=f"Processor milliseconds a message, mean of {messages}", title_justify="left")
    table.add_column("")
    for name in passes:
        table.add_column(name, justify="right")
    labels = [label for label, _, _ in _stages()]
    for label in (*labels, "whole message"):
        table.add_row(label, *(f"{1000 * spent.get(label, 0.0) / messages:.2f}" for spent in passes.values()))
    console.print(table)
