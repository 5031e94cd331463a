"""A message that goes on with another thing, told in the fewest words: « la 2 aussi » is « et la 2 ? ».

Whatever people say to ask the last question of something else, one rule answers it.
"""

from __future__ import annotations

import re

from knowledge.text import fold

_ASSENT = (
    r"\W*(?:(?:ok|okay|d ?['’]? ?acc(?:ord)?|merci(?: (?:bien|beaucoup|pour (?:tout )?(?:ca|cela)))?|bon"
    r"|(?:tres )?bien|parfait|super|ah|tiens|et|alors|sinon|je vois|thanks|thank you|great|and)\W+)*"
)
_SORRY = (
    r"\W*(?:(?:ou?ps|pardon|desolee?|dsl|(?:excuse[zr]?|pardonnez)(?:[- ]moi)?|sorry|non|nan|nn|mais|euh"
    r"|enfin|en fait)\W+)*"
)
_PLEASE = r"(?:\W+(?:stp|svp|s ?['’]? ?il (?:te|vous) pla[iy]t|please))?\W*"
_WORD = r"[\w@][\w@'’.-]*"
_NO_THING = (
    r"(?!(?:moi|toi|nous|vous|lui|eux|elles?|ils?|je|j|tu|on|que?|ou|pas|non|oui|ca|cela|c|ce|avant|apres"
    r"|depuis|maintenant|aujourd|comme|si|chaque|tou\w+|anglais|english|me|you|it|that|this|not|before|after"
    r"|as|all)\b)"
)
_TO = r"(?:pour|pr|a|au|aux|en|dans|avec|chez|for|in|at|with)"
_A = r"(?:l[ae]s?|une?|des|cell?es?(?: de)?|celui de|ceux de|promo(?:tion)?|the)"
_SAME = (
    r"(?:idem|pareil|(?:la |une )?(?:meme|mm) (?:chose|question|demande)"
    r"|(?:the )?same(?: (?:question|thing))?(?= (?:for|in|at|with)\b))"
    r"(?! (?:en|in) (?:anglais|francais|english|french|plus|bref|detail|clair))"
)
_THING = rf"{_NO_THING}{_WORD}(?: {_WORD}){{0,4}}"
_NO_VERB = r"(?!(?:c|ct|ca|cet\w+|etai\w+|est|sont|a|ont|peu\w+|is|was|can)\b)"
_SAID_APART = rf"(?:{_TO} (?:{_A} )?|{_A} |l ?['’] ?|(?=\d)){_NO_THING}{_WORD}(?: {_NO_VERB}{_WORD})?"
_GOES_ON = (
    re.compile(rf"{_ASSENT}{_SAME}(?: (?P<to>{_TO})\b)?\W+(?P<thing>{_THING}){_PLEASE}"),
    re.compile(
        rf"{_ASSENT}(?P<thing>{_SAID_APART})\W+(?:aussi|oss?i|egalement|pareil|idem"
        rf"|(?:(?:la|c ?['’]? ?est) )?(?:meme|mm) chose|as well|too"
        rf"|(?:toute?|a elle) seule?|seulement|uniquement|only){_PLEASE}"
    ),
    re.compile(
        rf"{_SORRY}c ?['’]? ?est (?:bien |plutot )?(?:a |de |du |pour )?"
        rf"(?P<thing>(?:{_A} )?{_WORD}(?: {_WORD})?)"
        rf" (?:que|dont) je (?:parl|voul|pens|demand)\w+(?: (?:dire|parler))?{_PLEASE}"
    ),
    re.compile(
        rf"{_SORRY}je (?:pensais (?:plutot )?a|parl(?:e|ais) (?:plutot )?(?:de|pour))"
        rf" (?P<thing>{_A} {_WORD}(?: {_WORD})?){_PLEASE}"
    ),
)
"""« même question pour Brest », « 2021 aussi », « la 4 toute seule », « c'est de la 5 que je parlais »."""
_THERE_NOW = re.compile(rf"{_ASSENT}(?P<thing>{_TO} (?P<name>{_WORD})) (?:maintenant|mtn|now){_PLEASE}")
"""« pour Lille maintenant ? »; « pour les EIG maintenant ? » asks what holds today."""
_NEXT = re.compile(
    rf"{_ASSENT}(?:(?:passons|venons[- ]en|on passe) (?:maintenant )?(?:a|au|aux) (?P<named>[^,;:?!]{{2,40}})"
    r"|(?P<topic>(?:l[ae]s?|the|celle de) (?:(?:promo\w*|cohort) )?\d{1,4}) (?:maintenant|mtn|now))"
    r"\W*[,:]\W*(?=\w+\W+\w)"
)
"""« passons à NEOTac, c'est pour qui ? », « la promo 6 maintenant, combien d'EIG ? »: not of today."""
_TWO_VALUES = re.compile(
    r".{0,40}\b(?P<values>(?:deux|2|two) (?:chiffres?|dates?|montants?|sommes?|figures?|numbers?|amounts?))\b"
    r"\W+(?:comment (?:ca|cela) (?:se fait|s ?['’] ?explique)|pourquoi|pour quelle raison|how come|why)\W*"
)
_ENGLISH = re.compile(r"\b(?:same|too|as well|the)\b")
_PROMOTIONS = "1234567"


def goes_on_with(text: str) -> str:
    """« et Brest ? » for « d'accord, même question pour Brest », and a question on what comes next without
    saying that it does; any other text as it is.
    """
    folded = fold(text)
    if len(folded) != len(text):
        return text
    found = next((found for found in (one.fullmatch(folded) for one in _GOES_ON) if found), None)
    there = _THERE_NOW.fullmatch(folded) if found is None else None
    if there is not None and text[there.start("name")].isupper():
        found = there
    if found is not None:
        said = text[found.start("thing") : found.end("thing")].strip(" ?!.,;:")
        to = found.groupdict().get("to")
        lead = "and" if _ENGLISH.search(folded) else "et"
        return f"{lead} {to + ' ' if to else ''}{_named(said)} ?"
    two = _TWO_VALUES.fullmatch(folded)
    if two is not None:
        return f"{'why' if two['values'].startswith('two') else 'pourquoi'} {two['values']} ?"
    following = _NEXT.match(folded)
    if following is None:
        return text
    start, end = following.span("named" if following["named"] else "topic")
    return f"{text[start:end]}, {text[following.end() :]}"


def _named(said: str) -> str:
    """« 6 » as a promotion, « 2021 » as a year."""
    if said in _PROMOTIONS:
        return f"la {said}"
    return f"en {said}" if re.fullmatch(r"20\d\d", said) else said
