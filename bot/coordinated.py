"""Two matters joined by « et » or « ou » in one question: « faut-il être français et avoir un diplôme ? »."""

from __future__ import annotations

import re

from bot.segments import is_about_the_last
from knowledge.text import content_stems

_AND_OR = re.compile(
    r"\s*,?\s+(?P<word>et|ou|and|or|mais|but|puis|sinon)(?:\s+(?:aussi|sinon|also|otherwise))?\s+", re.I
)
_ASKS = re.compile(
    r"\b(?:combien|cb|quand|qui|où|comment|quel(?:le)?s?|pourquoi|est[- ]ce|y ?a|faut|fo|peu[tx]?|peuvent"
    r"|puis-je|doi[st]|doivent|existe|avez|possible|obligatoire|ou pas|ou non|encore|toujours|droit|[qk]uo?i"
    r"|koi|how|when|who|where|which|what|why|can|could|do|does|is|are|must|should|will)\b"
    r"|\w-(?:t-)?(?:ils?|elles?|on|vous|je|nous|tu)\b",
    re.I,
)
"""What a clause that asks holds, as people write it."""
_STATES = re.compile(
    r"(?!.*\b(?:je|nous|mon|ma|mes|notre|nos|i|we|my|our)\b).*\b(?:est|sont|is|are)\b", re.I | re.S
)
"""A clause that asks by its tone: « le contrat est renouvelable et… »; not what people say of themselves."""
_ONE_MATTER = re.compile(
    r"\b(?:entre|between|diff[ée]ren\w*|compar\w*|versus|vs|ni|rapport|liens?|à la fois|en m[êe]me temps|both"
    r"|plut[ôo]t|cumul\w*|ensemble|together)\b",
    re.I,
)
"""What is asked of two things at once."""
_DETERMINERS = (
    r"(?:une?|any?|a(?! (?:une?|des?|du|l[ae]s?)\b))\s",
    r"(?:(?:les?|la|mon|ma|mes|son|sa|ses|leurs?|votre|vos|the|my|your)\s|l['’]\s?)",
    r"(?:(?:des?|du)\s|d['’]\s?)",
    r"(?:en|à|aux?|avec|sans|chez|with|without|as)\s",
)
"""What nouns of one kind begin with."""
_VERB = re.compile(r"(?:\w+(?:er|ir|oir|[dtpv]re|[êe]tre|aire)|to \w+)\s", re.I)
_ENGLISH_VERB = re.compile(r"[a-z]+\s(?:my|the|an?|in|at|from|as|for|on|with|to|up)\b", re.I)
_MODAL = re.compile(
    r"\b(?:faut(?:[- ]il)?|fo|(?:doit|peut|dois|puis|peux|peu|devrait|pourrait|devez|pouvez|peuvent|doivent)"
    r"(?:[- ](?:on|je|tu|ils?|elles?|vous))?|possible de)\s+",
    re.I,
)
_ENGLISH_MODAL = re.compile(r"\b(?:(?:can|must|should|could|may) \w+|\w+ (?:have|need) to)\s+", re.I)
"""After what a verb is asked about."""
_OF_WHAT_IS_HAD = re.compile(
    r".*\b(?:need|have|offer|provide|require|avoir|avez|faut(?:-il)?|y a(?:-t-il)?|existe(?:-t-il)?|there)\b",
    re.I | re.S,
)
"""What stands before a noun without an article: « do I need experience and a degree? »."""
_CHOICE = re.compile(r".*,\s*\S+(?:\s\S+)?", re.I | re.S)
_COPULA = re.compile(r".*\b(?:est|sont|c|is|are)\b.*", re.I | re.S)
"""Before « ou », what leaves one of two to choose: « qui paie, nous ou… », « c'est un stage ou… »."""
_GOES_ON = re.compile(r"\w+\s(?:combien|cb|quel\w*|how|which|what)\b", re.I)
"""« …, et pendant combien de mois ? » asks more of the same thing, and nothing by itself."""
_LEAST_WORDS = 2


def coordinated(text: str) -> list[tuple[str, str]]:
    """The two questions that ``text`` may ask, cut at each of its conjunctions: clauses that ask, or nouns or
    verbs under what stands before the first of them. Only their answers tell whether it asks both.
    """
    several = "?" in text.rstrip(" ?!.")
    cuts = [] if several or _ONE_MATTER.search(text) else _AND_OR.finditer(text)
    found = [
        _cut(text[: cut.start()].strip(" ,;?"), text[cut.end() :].strip(" ,;"), cut["word"]) for cut in cuts
    ]
    return [pair for pair in found if pair is not None]


def _cut(left: str, right: str, word: str) -> tuple[str, str] | None:
    """The two questions on the sides of a conjunction, where both sides may be some."""
    either = word.lower() in ("ou", "or")
    asks = _ASKS.search(left) or _STATES.match(left)
    short = min(len(left.split()), len(right.split())) < _LEAST_WORDS
    if not asks or short or (either and _CHOICE.fullmatch(left)):
        return None
    if _ASKS.search(right):
        more = is_about_the_last(right) or _GOES_ON.match(right)
        return None if more or len(set(content_stems(right))) < _LEAST_WORDS else (f"{left} ?", right)
    head = "" if either and _COPULA.fullmatch(left) else _head(left, right)
    return (f"{left} ?", f"{head} {right}") if head else None


def _head(left: str, right: str) -> str:
    """What a noun or a verb shares with the one before it: « faut-il avoir », of « un diplôme »."""
    for verb, modal in ((_VERB, _MODAL), (_ENGLISH_VERB, _ENGLISH_MODAL)):
        modals = list(modal.finditer(left)) if verb.match(right) else []
        if modals:
            return left[: modals[-1].end()].strip()
    for kind in _DETERMINERS:
        if re.match(kind, right, re.I):
            alike = list(re.finditer(rf"(?<![\w'’-]){kind}", left, re.I))
            return left[: alike[-1].start()].strip() if alike else _before_a_noun(left)
    return ""


def _before_a_noun(left: str) -> str:
    first = re.search(rf"(?<=\s)(?:{_DETERMINERS[0]}|{_DETERMINERS[1]})", left, re.I)
    had = _OF_WHAT_IS_HAD.match(left)
    return left[: first.start()].strip() if first else had.group() if had else ""
