"""``python -m bench.soak``: does memory stay flat over many messages in many conversations?"""

from __future__ import annotations

import asyncio
import itertools
import os
import random
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from bench.load import read_stream
from bench.servers import resident_mb
from bot.evaluation.perturbation import STRENGTHS, perturb
from knowledge.settings import load_settings

console = Console()
app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
SAMPLE_EVERY = 200


@app.command()
def soak(
    messages: Annotated[int, typer.Option(min=1_000)] = 20_000,
    conversations: Annotated[int, typer.Option(min=10)] = 5_000,
    warm_up: Annotated[int, typer.Option(help="Messages before the first sample: caches fill.")] = 1_000,
    tolerance: Annotated[float, typer.Option(help="Share by which memory may differ from its start.")] = 0.05,
) -> None:
    """Fail when resident memory leaves its starting value by more than the tolerance."""
    from bot.evaluation.examinee import examinee

    with examinee(load_settings(), console.print) as assistant:
        samples = asyncio.run(_samples(assistant.ask, messages, conversations, warm_up))
    start, end, most = samples[0], samples[-1], max(samples)
    console.print(f"resident memory: start {start} MB, end {end} MB, most {most} MB ({end / start - 1:+.1%})")
    if abs(end / start - 1) > tolerance:
        console.print(f"memory is not flat: more than {tolerance:.0%} from its start", style="red")
        raise typer.Exit(1)


async def _samples(ask: object, messages: int, conversations: int, warm_up: int) -> list[float]:
    """Resident megabytes, the first sample when the caches are warm."""
    minted: dict[int, str] = {}
    samples = []
    said = _messages(conversations)
    for number, (conversation, text) in enumerate(
        track(itertools.islice(said, messages), total=messages, console=console)
    ):
        reply = await ask(text, minted.get(conversation))  # type: ignore[operator]
        minted[conversation] = reply.conversation_id
        if number >= warm_up and number % SAMPLE_EVERY == 0:
            samples.append(resident_mb([os.getpid()]) or 0.0)
    return samples


def _messages(conversations: int) -> Iterator[tuple[int, str]]:
    """Endless (conversation, text): the stream again and again in other words, dozens of people at a time."""
    dice, texts = random.Random(0), [message.text for message in read_stream()]
    for number in itertools.count():
        around = number // 4 + dice.randrange(-20, 20)
        yield around % conversations, perturb(dice.choice(texts), STRENGTHS["light"], number)


if __name__ == "__main__":
    app()
