"""« ça existe encore ? », « il est devenu quoi ? »: what became of a challenge."""

from __future__ import annotations

import re

from actions.answer import Answer
from actions.compose import not_found, told_by
from actions.desk import Desk
from actions.fallback import not_published
from actions.question import Question
from actions.wording import say
from knowledge.challenges import Challenge, challenges_by_id
from knowledge.text import fold

_NOW = (
    r"(?:encore|toujours|aujourd'?hui|maintenant|actuellement|desormais|vraiment|pour de vrai"
    r"|still|now|today)"
)
_LIVES = (
    r"(?:exist\w*|tourn\w+|march\w*|fonction\w*|utilis\w+|en (?:ligne|service|production)|acti(?:f|ve)|"
    r"vivant\w*|vit|running|alive|live|used|in use|around|online)"
)
_FATE = re.compile(
    rf"\b{_LIVES}\b.{{0,24}}\b{_NOW}\b|\b{_NOW}\b.{{0,24}}\b{_LIVES}\b"
    r"|\b(?:devenue?s?|devient|deviennent|abouti\w*|perennis\w+|abandonn\w+|enterre\w*)\b"
    r"|\b(?:ca|il|elle|projet|defi|c'est|est-ce que ca) (?:a|est) (?:bien |mal )?"
    r"(?:fini\w*|marche|echoue\w*|donne quoi|arrete\w*)\b"
    r"|\b(?:fini|termine)\w* (?:comment|en quoi)\b"
    r"|\bca (?:existe|tourne|marche|sert)(?: \w+){0,2} ou (?:pas|non)\b"
    r"|\b(?:bec(?:a|o)me of|happened to|end(?:ed)? up|worked out|shut down|discontinued|dropped|scrapped)\b"
)
_ITS_CODE = re.compile(r"\b(?:code|github|depot|adresse|lien|url|site)\b")
_OTHERS_USE_IT = re.compile(r"\b(?:qui|combien|cb|who|how many|pourquoi|why|quand|when)\b")
"""Who or how many use it, why or when it ended: other questions."""
NEAR, FAR = 0.5, 0.45
"""Score from which an entry on the challenge tells what became of it, and below which none does."""
_FEW_WORDS = 4
_ASKED = {
    "fr": "Que devient {name} aujourd'hui : est-il encore utilisé ou a-t-il été abandonné ?",
    "en": "What became of {name}: is it still used today, or was it given up?",
}


def asks_what_became(text: str) -> bool:
    """Whether a message asks what became of something, and nothing else of it."""
    folded = fold(text)
    return bool(_FATE.search(folded)) and not (_ITS_CODE.search(folded) or _OTHERS_USE_IT.search(folded))


def fate_of(question: Question, desk: Desk) -> Answer | None:
    """What the base tells of the challenge named or spoken of, or that it does not tell what became of it.

    None where another thing is asked.
    """
    asks = any(asks_what_became(text) for text in {question.said, question.text})
    challenge = _challenge(question, desk) if asks else None
    if challenge is None:
        return None
    asked = _ASKED[question.lang].format(name=challenge.name)
    hits = desk.search.scores(asked, "faq", desk.faq_on(challenge.id))
    best = max(hits.values(), key=lambda hit: hit.score, default=None)
    rows = [f"challenge:{challenge.id}"]
    if best is None or (best.score < FAR and best.similarity is not None):
        return not_found(question, desk, say(question.lang, "fate_unknown", name=challenge.name), rows=rows)
    if best.score < NEAR or best.similarity is None:
        return None
    entry = desk.faq([best.ref])[0]
    if not entry.published:
        return not_published(question, desk, entry, rows)
    return told_by([entry], question.lang, rows)


def _challenge(question: Question, desk: Desk) -> Challenge | None:
    """The only challenge named, or the one just spoken of by a message that names nothing else."""
    named = () if "challenge" in question.inherited else question.values("challenge")
    others = question.subjects - {"challenge"} - question.inherited
    if not named and not others and len(question.content_words) <= _FEW_WORDS:
        named = question.focus.entities.get("challenge", ())
    found = challenges_by_id(desk.base, named)
    return found[0] if len(found) == 1 else None
