"""What is asked of a challenge and rarely told: what became of it, what it cost, how many use it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from actions.answer import Answer, Paragraph
from actions.compose import not_found, plain_text, told_by
from actions.desk import Desk
from actions.fallback import not_published
from actions.programme.counting import HOW_MANY
from actions.question import SUBJECT_KINDS, Question
from actions.wording import say
from knowledge.challenges import Challenge, challenges_by_id
from knowledge.text import fold

_NOW = (
    r"(?:encore|toujours|aujourd'?hui|maintenant|actuellement|desormais|vraiment|pour de vrai"
    r"|still|now|today)"
)
_LIVES = (
    r"(?:exist\w*|se f(?:ait|ont)|tourn\w+|march\w*|fonction\w*|utilis\w+|en (?:ligne|service|production)"
    r"|(?<!quoi )(?:sert|servent|serves?)|accessible|dispo\w*|consultable|available|acti(?:f|ve)|"
    r"vivant\w*|vit|running|alive|live|used|in use|around|online)"
)
_FATE = re.compile(
    rf"\b{_LIVES}\b.{{0,24}}\b{_NOW}\b|\b{_NOW}\b.{{0,24}}\b{_LIVES}\b"
    r"|\b(?:devenue?s?|devient|deviennent|abouti\w*|perennis\w+|abandonn\w+|enterre\w*)\b"
    r"|\b(?:ca|il|elle|projet|defi|c'est|est-ce que ca) (?:a|est) (?:bien |mal )?"
    r"(?:fini\w*|marche|echoue\w*|donne quoi|arrete\w*)\b"
    r"|\b(?:a|est|ete|ca|se)(?:-t-(?:il|elle|on))? (?:continu|poursui|renonc)\w*"
    r"|\b(?:fini|termine)\w* (?:comment|en quoi)\b"
    r"|\b(?:passee?|donnee?|happened)\b.{0,16}\b(?:apres|ensuite|depuis|la suite|after\w*|next|since)\b"
    r"|\b(?:utilisee?s?|used) (?:par|dans|chez|a|au|by|in|at) (?:mon|ma|mes|notre|nos|my|our)\b"
    r"|\bca (?:existe|tourne|marche|sert)(?: \w+){0,2} ou (?:pas|non)\b"
    r"|\bou (?:ca )?en (?:est|etes|sont)\b|\ben (?:est|etes|sont)(?:[- ](?:il|elle|ils|vous))? ou\b"
    r"|\b(?:bec(?:a|o)me of|happened to|(?:end|turn)(?:ed)? (?:up|into)|worked out"
    r"|shut down|discontinued|dropped|scrapped)\b"
)
_ITS_CODE = re.compile(r"\b(?:code|github|depot|adresse|lien|url|site)\b")
_OTHERS_USE_IT = re.compile(r"\b(?:(?<!est[- ]ce )qui|combien|cb|who|how many|pourquoi|why|quand|when)\b")
"""Who or how many use it, why or when it ended: other questions."""
NEAR, FAR = 0.5, 0.45
"""Score from which an entry on the challenge tells what became of it, and below which none does."""
_FEW_WORDS = 4
_THIS_ONE = re.compile(r"\b(?:ce|this|that) (?:defi|projet|site|challenge|project)\b")
_COST = r"(?:cout\w*|cost\w*|argent|budget\w*|depens\w*|prix|spent|spend\w*|price)"
_COSTS = re.compile(
    rf"\b(?:combien|cb|how much)\b.{{0,30}}\b{_COST}\b|\b{_COST}\b(?:.{{0,24}}\b(?:combien|cb)| cher)\b"
    rf"|\b(?:quel\w*|what) (?:\w+ )?(?:\w+ )?{_COST}\b"
)
_NOT_ITS_COST = re.compile(
    r"\b(?:promo\w*|programme|eigs?|salaire\w*|paye\w*|embauch\w*|recrut\w*|gratuit\w*|free|recuper\w*|econom\w*|fraud\w*"
    r"|detect\w*|sauv\w*|saved?|recover\w*)\b"
)
"""Words of what people cost, of what users pay and of what a tool brings in."""
_USERS = re.compile(
    rf"\b{HOW_MANY}\b.{{0,40}}"
    r"\b(?:utilis\w*|users?|us(?:e|es|ed|ing)|serv(?:ent|aient|i)|inscri\w*|abonne\w*|telecharg\w*|downloads?)\b"
    r"|\b(?:utilise|used) par (?:combien|cb)\b"
)
_USE = re.compile(
    r"\b(?:utilis|usagers?|users?|us(?:e|ed|es)\b|ser(?:t|vent)\b|inscri|abonn|telecharg(?!eabl)|download)"
)
_VISITORS = re.compile(rf"\b{HOW_MANY}\b.{{0,40}}\b(?:visiteurs?|visites|visitors?|visits)\b")
_HAS_VISITORS = re.compile(r"\d[\d  ]* (?:\w+ ){0,2}(?:visiteurs?|visites|visitors?|visits)\b")
_HAS_MONEY = re.compile(r"€|\beuros?\b")
_HAS_USERS = re.compile(
    r"\d[\d  ]* (?:(?!tests?\b|entretiens?\b)\w+ ){0,2}"
    r"(?:utilis|users|visit|inscri|abonn|telecharg(?!eabl)|download|agents|person|people)"
)


_PRODUCT = r"(?:services?|outils?|sites?|appli\w*|produits?|plateformes?|logiciels?|tools?|products?|apps?)\b"
_BEGAN = (
    r"(?:lanc\w+|ouver\w+|ouvr\w+|cre[ee]\w*|commenc\w+|demarr\w+|mise? en (?:ligne|service|production)"
    r"|launch\w*|start\w*|began)"
)
_WHEN = r"\b(?:quand|kan|quelle (?:date|annee)|when)\b"
_LAUNCH = re.compile(
    rf"{_WHEN}.{{0,30}}\b{_BEGAN}\b.{{0,16}}\b{_PRODUCT}|{_WHEN}.{{0,16}}\b{_PRODUCT}.{{0,30}}\b{_BEGAN}"
    r"|\b(?:debuts?|lancement|naissance|creation|ouverture|demarrage|launch|start|beginning)"
    rf" (?:du |de la |de l ?['’] ?|des |of the |of )(?:meme )?{_PRODUCT}"
)
"""When the thing that a challenge works on began, which may be long before the challenge."""
_LAUNCHED = r"\b(?:lance|ouver\w+|ouvre|mise? en (?:ligne|service|production)|launch\w*|opened|online)\b"
_HAS_A_LAUNCH = re.compile(rf"{_LAUNCHED}.{{0,60}}\b20\d\d\b|\b20\d\d\b.{{0,60}}{_LAUNCHED}")


@dataclass(frozen=True)
class RarelyTold:
    """One such thing: whether a folded text asks for it, the question for it in full words, whether a text
    gives it, and the wording that says it is not told.
    """

    asks: Callable[[str], bool]
    asked: Mapping[str, str]
    gives: Callable[[str], bool]
    unknown: str


def asks_what_became(text: str) -> bool:
    """Whether a message asks what became of something, and nothing else of it."""
    folded = fold(text)
    return bool(_FATE.search(folded)) and not (_ITS_CODE.search(folded) or _OTHERS_USE_IT.search(folded))


def asks_what_it_cost(text: str) -> bool:
    """Whether a message asks what something cost, not what people are paid."""
    folded = fold(text)
    return bool(_COSTS.search(folded)) and not _NOT_ITS_COST.search(folded)


def asks_when_it_began(text: str) -> bool:
    """Whether a message asks when the thing made began, not the challenge."""
    return _LAUNCH.search(fold(text)) is not None


_THINGS = (
    RarelyTold(
        asks_what_became,
        {
            "fr": "Que devient {name} aujourd'hui : est-il encore utilisé ou a-t-il été abandonné ?",
            "en": "What became of {name}: is it still used today, or was it given up?",
        },
        bool,
        "fate_unknown",
    ),
    RarelyTold(
        asks_what_it_cost,
        {"fr": "Combien a coûté {name} ?", "en": "How much did {name} cost?"},
        lambda text: bool(_HAS_MONEY.search(text) and re.search(_COST, fold(text))),
        "cost_unknown",
    ),
    RarelyTold(
        lambda text: _USERS.search(fold(text)) is not None,
        {"fr": "Combien de personnes utilisent {name} ?", "en": "How many people use {name}?"},
        lambda text: bool(_HAS_USERS.search(fold(text)) and _USE.search(fold(text))),
        "users_unknown",
    ),
    RarelyTold(
        lambda text: _VISITORS.search(fold(text)) is not None,
        {"fr": "Combien de visiteurs a {name} ?", "en": "How many visitors does {name} have?"},
        lambda text: _HAS_VISITORS.search(fold(text)) is not None,
        "users_unknown",
    ),
    RarelyTold(
        asks_when_it_began,
        {"fr": "Quand le service {name} a-t-il été lancé ?", "en": "When was {name} launched?"},
        lambda text: _HAS_A_LAUNCH.search(fold(text)) is not None,
        "launch_unknown",
    ),
)


def rarely_told(question: Question, desk: Desk) -> Answer | None:
    """What the base tells of such a thing of the challenge named or spoken of, or that it tells nothing; None
    where another thing is asked.
    """
    texts = {question.said, question.text}
    thing = next((one for one in _THINGS if any(one.asks(text) for text in texts)), None)
    challenge = challenge_asked_about(question, desk) if thing else None
    if challenge is None or thing is None:
        return None
    asked = thing.asked[question.lang].format(name=challenge.name)
    hits = desk.search.scores(asked, "faq", desk.faq_on(challenge.id))
    told = {entry.id: entry for entry in desk.faq(list(hits)) if thing.gives(entry.answer_fr)}
    best = max((hits[one] for one in told), key=lambda hit: hit.score, default=None)
    rows = [f"challenge:{challenge.id}"]
    if best is None or (best.score < FAR and best.similarity is not None):
        return not_found(question, desk, say(question.lang, thing.unknown, name=challenge.name), rows=rows)
    named = thing.asks(question.said) and fold(challenge.name) in fold(question.said)
    if best.similarity is None or (best.score < NEAR and named):
        return None
    entry = told[best.ref]
    if not entry.published:
        return not_published(question, desk, entry, rows)
    told_of_it = told_by([entry], question.lang, rows)
    if thing.unknown != "fate_unknown" or not challenge.site_url:
        return told_of_it
    site = Paragraph(say(question.lang, "site_not_checked", name=challenge.name, url=challenge.site_url))
    blocks = [*told_of_it.blocks, site]
    return replace(told_of_it, blocks=tuple(blocks), text=plain_text(blocks))


def challenge_asked_about(question: Question, desk: Desk) -> Challenge | None:
    """The only challenge named, or the one just spoken of by a message that names nothing else."""
    named = () if "challenge" in question.inherited else question.values("challenge")
    in_all = {"promotion"} if question.values("promotion") == ("all",) else set()  # « en tout »
    others = question.subjects - {"challenge"} - question.inherited - in_all
    says_little = len(question.content_words) <= _FEW_WORDS or _THIS_ONE.search(fold(question.said))
    if not named and not others and says_little:
        focus = question.focus
        elsewhere = focus.entities.keys() & set(SUBJECT_KINDS) - {"challenge"}
        named = focus.entities.get("challenge") or (() if elsewhere else focus.challenge)
    found = challenges_by_id(desk.base, named)
    return found[0] if len(found) == 1 else None
