"""How a client talks to each server: one message in, whether an answer came out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any, Protocol

import aiohttp

from bench.servers import BenchFailed

PATIENCE_SECONDS = 180
FIRST_QUESTION = "Combien de défis comptait la promotion 5 ?"
"""Asked until it is answered, to learn when a server is ready; not in the stream."""


class Door(Protocol):
    """One server as a client sees it; ``conversation`` is the client's own name for a conversation."""

    async def say(self, client: aiohttp.ClientSession, text: str, conversation: str) -> bool:
        """Send one message; True when something was answered. Raises aiohttp.ClientError."""


class GreffierDoor:
    """``POST /api/v1/messages``; the server mints the conversation ids."""

    def __init__(self, port: int) -> None:
        self._url = f"http://127.0.0.1:{port}/api/v1/messages"
        self._minted: dict[str, str] = {}

    async def say(self, client: aiohttp.ClientSession, text: str, conversation: str) -> bool:
        """One message of the public interface."""
        body: dict[str, Any] = {"text": text}
        if conversation in self._minted:
            body["conversation_id"] = self._minted[conversation]
        async with client.post(self._url, json=body) as response:
            if response.status != 200:
                return False
            answer = await response.json()
        self._minted[conversation] = answer["conversation_id"]
        return bool(answer["text"])


class StockDoor:
    """Rasa's own REST channel; the client chooses the conversation ids."""

    def __init__(self, port: int) -> None:
        self._url = f"http://127.0.0.1:{port}/webhooks/rest/webhook"

    async def say(self, client: aiohttp.ClientSession, text: str, conversation: str) -> bool:
        """One message of the REST channel; an empty list is no answer."""
        async with client.post(self._url, json={"sender": conversation, "message": text}) as response:
            return response.status == 200 and bool(await response.json())


async def wait_until_answering(door: Door, is_running: Callable[[], bool]) -> None:
    """Return as soon as the first question is answered; raises :class:`BenchFailed` when it never is."""
    limit = time.monotonic() + PATIENCE_SECONDS
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as client:
        while time.monotonic() < limit and is_running():
            try:
                if await door.say(client, FIRST_QUESTION, "readiness"):
                    return
            except (aiohttp.ClientError, TimeoutError):
                pass
            await asyncio.sleep(0.05)
    raise BenchFailed("the server never answered; see its log")
