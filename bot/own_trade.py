"""The trade of whoever asks about the challenges of a body, which narrows nothing: « je suis designer au
ministère de la Culture, quels projets chez nous ? » asks for all of them.
"""

from __future__ import annotations

import re

from bot.introductions import GREETINGS
from knowledge.text import fold

_GREETS = rf"(?:(?:{GREETINGS})\b\W*)*"
_IS = r"(?:(?:je suis|j ?['’]? ?suis|chuis|jsuis|moi|on est|nous sommes|en tant que?|i am|i['’]?m|as)\b,? )?"
_TRADE = (
    r"(?:data (?:scientist|engineer|analyst)|dev(?:eloppeu(?:r|se)|eloper)?|designer|graphiste|juriste|lawyer"
    r"|(?:responsable|chef(?:fe)?|direct(?:eur|rice)|chargee?) (?:juridique|design|data|des donnees|technique"
    r"|numerique|produit|ux))"
)
_AT = r"(?:au|aux|a la|a l ?['’]|a|chez|dans|du|de la|de l ?['’]|des|d ?['’]|at|in|for)\b"
_TELLS = re.compile(rf"\W*{_GREETS}(?P<told>{_IS}(?:une? |an? )?{_TRADE}) {_AT} ?[^?.!,;:]{{2,60}}[,.;:!]")
_OF_CHALLENGES = re.compile(r"\b(?:defis?|projets?|eigs?|challenges?|projects?|fellows?)\b")
_OF_ONESELF = re.compile(
    r"\b(?:je|j|puis|peux|pourrais|candidat\w+|postul\w+|devenir|profils?|recrut\w+|embauch\w+|salaire|pay\w+"
    r"|i|me|my|apply|become|hire\w*)\b"
)


def without_own_trade(text: str) -> str:
    """``text`` with only the body that its author works for, where it goes on to ask about challenges and not
    about what its author may do; as it is otherwise.
    """
    folded = fold(text)
    told = _TELLS.match(folded) if len(folded) == len(text) else None
    if told is None:
        return text
    asked = folded[told.end() :]
    if not _OF_CHALLENGES.search(asked) or _OF_ONESELF.search(asked):
        return text
    return f"{text[: told.start('told')]}je suis{text[told.end('told') :]}"
