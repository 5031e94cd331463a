"""What only sounds like small talk: a message heard as a yes, a no or thanks that asks something."""

from __future__ import annotations

import re

from knowledge.text import fold

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
