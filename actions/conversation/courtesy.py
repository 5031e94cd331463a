"""What is small talk, and what only sounds like it: heard as a yes, a no or thanks, it asks something."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from actions.question import SURE
from knowledge.text import fold

COURTEOUS = frozenset("greet goodbye thank affirm deny".split())
"""Intents of a courtesy, as people begin or end with."""
COURTESY = COURTEOUS | frozenset(
    "bot_identity capabilities insult human_contact explain_source words_kept".split()
)
"""Intents of small talk, which asks for no fact of the base."""
_ASKS_SOMETHING = re.compile(
    r"\b(?:comm?ent|koman|pourquoi|quand|combien|qui|quoi|koi|quel\w*|how|why|when|who|what|where|which)\b"
)
_ASKS_WHETHER = re.compile(r"^\W*(?:est-ce que?|est ce que?|y a-t-il|is (?:it|there)|does (?:it|this))\b")
_POLITE = re.compile(
    r"\b(?:merci\w*|remerci\w*|thank\w*|gentil\w*|aide\w*|utile|help\w*|bravo|parfait|top|super)\b"
)
"""Words of thanks, without which « est-ce que c'est efficace » is none."""
_WHERE = re.compile(r"\W*(?:et |ok |mais )?ou(?: ca| exactement| donc)?\W*")


def only_sounds_courteous(intent: str, text: str) -> bool:
    """« ça marche comment ? » sounds like a yes, and asks something."""
    folded = fold(text)
    asks = _ASKS_SOMETHING.search(folded) or _WHERE.fullmatch(folded)
    if intent in ("affirm", "deny"):
        return asks is not None
    thanks = intent == "thank" and _POLITE.search(folded) is None
    return thanks and _ASKS_WHETHER.search(folded) is not None


def is_surely_courteous(text: str, parsed: Mapping[str, Any]) -> bool:
    """Whether a message was surely heard as small talk, and is not only like it."""
    name, sure = intent_heard(parsed), float((parsed.get("intent") or {}).get("confidence") or 0.0)
    return name in COURTESY and sure >= SURE and not only_sounds_courteous(name, text)


def intent_heard(parsed: Mapping[str, Any]) -> str:
    """The name of the likeliest intent of a message, empty where none was heard."""
    return (parsed.get("intent") or {}).get("name") or ""
