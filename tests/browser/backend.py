"""A pretended server: the project's own pages, a pretended assistant, failures on demand."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import HTMLResponse, JSONResponse, Response
from pydantic import SecretStr

from actions.answer import Lang, Reply
from api import problems
from api.metrics import Metrics
from api.pages import content_security_policy, error_page, router
from bot.records import Records
from knowledge.citations import Publication
from knowledge.reports.opening import ReportsAt
from tests.browser.answers import answer_to

EMAIL = "contact@exemple.test"
TOKEN = "le-code-du-guichet"
_PROBLEM = "application/problem+json"


@dataclass
class World:
    """What a test changes (``failure``, ``hosts``) and what it reads back (``asked``, ``feedback``).

    ``folder`` holds the report base, and the answers that the support desk shows.
    """

    folder: Path = Path("none")
    failure: str | None = None
    hosts: dict[str, str] = field(default_factory=dict)
    asked: list[dict[str, Any]] = field(default_factory=list)
    feedback: list[dict[str, Any]] = field(default_factory=list)
    replies: dict[str, tuple[str, Reply]] = field(default_factory=dict)

    @cached_property
    def records(self) -> Records:
        """Answers kept for the support desk: some found of no help."""
        records = Records(f"sqlite:///{self.folder / 'conversations.sqlite3'}")
        for number in range(130):
            status = ("not_found", "clarify", "answered")[number % 3]
            records.keep(f"kept-{number}", status, {"question": f"Question numéro {number // 2} ?"})
            records.feedback(f"kept-{number}", number % 2 == 0, f"Commentaire {number}")
        return records

    async def ask(self, text: str, conversation_id: str | None = None, lang: str | None = None) -> Reply:
        """The prepared answer to a question."""
        if not 0 < len(text) <= 2000:
            raise ValueError(text)
        number = len(self.replies) + 1
        lang: Lang = "en" if text == "english" else "fr"
        reply = Reply(conversation_id or "conversation-1", f"message-{number}", answer_to(text), lang)
        self.replies[reply.message_id] = (text, reply)
        return reply

    async def meant(self, text: str) -> str:
        """The words with their spelling corrected."""
        return text.replace("motnclair", "Montclair")

    def explain(self, message_id: str) -> dict[str, Any] | None:
        """Why a prepared answer was given."""
        if message_id not in self.replies:
            return None
        text, reply = self.replies[message_id]
        return asdict(reply.answer) | {
            "question": text,
            "intent": "call_closing",
            "confidence": 0.93,
            "lang": "fr",
        }

    def reset(self) -> None:
        """Forgets everything a test did, but the answers given."""
        self.failure = None
        self.hosts.clear()
        self.asked.clear()
        self.feedback.clear()


def _problem(status: int, **headers: str) -> Response:
    detail = {"title": "Refusé", "status": status, "detail": "Le texte ne peut pas être lu."}
    return JSONResponse(detail, status, headers=headers or None, media_type=_PROBLEM)


async def _fail(failure: str) -> Response | None:
    match failure:
        case "429":
            return _problem(429, **{"Retry-After": "7"})
        case "500" | "422":
            return _problem(int(failure))
        case "empty":
            return JSONResponse({})
        case "malformed":
            return JSONResponse({"message_id": "m", "text": "x", "blocks": [{"type": "table"}]})
        case "html":
            return HTMLResponse("<h1>Bad gateway</h1>")
        case "hang":
            await asyncio.sleep(3)
        case "slow":
            await asyncio.sleep(1)
    return None


def _host_policy() -> str:
    """The strict policy, but for the other name of this machine, which plays another site."""
    policy = content_security_policy("/host")
    for directive in ("connect-src 'self'", "script-src 'self'"):
        policy = policy.replace(directive, f"{directive} http://127.0.0.1:* http://localhost:*")
    return policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")


def application(world: World) -> FastAPI:
    """The server of a world."""
    app = FastAPI()
    problems.install(app, error_page)
    app.state.assistant = world
    app.state.settings = SimpleNamespace(
        allowed_origins=("http://frame.test",),
        contact_email=EMAIL,
        admin_token=SecretStr(TOKEN),
        retention_days=365,
    )
    app.state.service = SimpleNamespace(
        settings=app.state.settings,
        assistant=world,
        metrics=Metrics(),
        reports=ReportsAt(world.folder / "data" / "reports.sqlite3"),
    )
    app.state.sources = [
        Publication(f"s{number}", f"Règlement numéro {number}", "Programme EIG", f"https://exemple.test/{number}",
                    "2018-09-10", "Licence Ouverte 2.0")
        for number in range(1, 6)
    ]  # fmt: skip
    app.include_router(router)
    app.add_middleware(
        CORSMiddleware,
        allow_origin_regex=r"http://localhost:\d+",
        allow_methods=["POST"],
        allow_headers=["Content-Type"],
        expose_headers=["Retry-After"],
    )

    @app.post("/api/v1/messages")
    async def messages(request: Request) -> Response:
        body = await request.json()
        world.asked.append(body)
        if body.get("conversation_id") == "forgotten":
            return _problem(404)
        if world.failure and (failed := await _fail(world.failure)):
            return failed
        reply = await world.ask(body["text"], body.get("conversation_id"), body.get("lang"))
        return JSONResponse(reply.to_dict())

    @app.post("/api/v1/messages/{message_id}/feedback")
    async def feedback(message_id: str, request: Request) -> Response:
        if world.failure:
            return _problem(500)
        world.feedback.append(await request.json() | {"id": message_id})
        return Response(status_code=204)

    @app.get("/host/{name}")
    def host(name: str) -> HTMLResponse:
        return HTMLResponse(world.hosts[name], headers={"Content-Security-Policy": _host_policy()})

    return app
