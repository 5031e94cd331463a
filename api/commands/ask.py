"""``greffier ask``: one question in the terminal."""

from __future__ import annotations

import asyncio
import json
import logging
import textwrap

from rich.console import Console

from actions.answer import Reply
from api import preparation
from bot.training import is_stale as model_is_stale
from knowledge.build import is_stale
from knowledge.settings import Settings

_WIDEST = 100


def ask_once(settings: Settings, question: str, as_json: bool, lang: str | None) -> None:
    """Print the answer with its sources, or as JSON; prepares what is missing first."""
    if not (is_stale(settings.knowledge_path) or model_is_stale(settings)):
        logging.getLogger("greffier").setLevel(logging.WARNING)
    preparation.ensure_folder(settings)
    preparation.ensure_base(settings).close()
    preparation.ensure_model(settings)
    assistant = preparation.load_assistant(settings, warm=False)
    reply = asyncio.run(assistant.ask(question, lang=lang))
    console = Console(soft_wrap=True, highlight=False, markup=False)
    console.print(json.dumps(reply.to_dict(), ensure_ascii=False, indent=2) if as_json else as_text(reply))


def as_text(reply: Reply) -> str:
    """The answer as lines for a terminal: text, sources, ways to go on, contact."""
    answer = reply.answer
    french = reply.lang == "fr"
    parts = [textwrap.fill(line, _WIDEST) for line in answer.text.splitlines()]
    if answer.sources:
        parts += ["", "Sources :" if french else "Sources:"]
        for source in answer.sources:
            said = [source.title, source.publisher, source.locator, source.date, source.url]
            parts.append("- " + ", ".join(part for part in said if part))
    if answer.quick_replies:
        parts += ["", "Pour continuer :" if french else "To go on:"]
        parts += [f"- {choice.text}" for choice in answer.quick_replies]
    if answer.contact:
        parts += ["", f"Contact : {answer.contact.email}" if french else f"Contact: {answer.contact.email}"]
    return "\n".join(parts)
