"""Which of the passages chosen is told first: of today before the past, and what fits the question best."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.evidence import Passage, names_property, tells_of_others, was
from actions.question import Question
from actions.times import names_a_time
from knowledge.statements import PROGRAMME
from knowledge.text import fold

AT_MOST = 4
"""Passages said in one answer, apart from one for each promotion left out."""
NEARLY = 0.05
"""How much less than the first what says yes or no may fit, where that is asked."""
NEARLY_AS_FIT = 0.25
"""Fit by which what holds today may be less near the question than what a promotion of the past had."""
ENTRY_LEADS, LEADS_FEW_WORDS, _FEW_WORDS = 0.08, 0.12, 2
"""How much better an entry fits than what its property gave from which it is told first: of 837 right answers
with further passages, 11 then begin with what was asked that did not, 3 the other way round. So few words as
in « ils gagnent combien ? » lie near to more entries."""
TODAY_LEADS = 0.05
"""The same where the entry holds today and what its property gave is of the past."""
ITS_OWN = 0.45
"""How much less what is said of one promotion may score than a history of all, which is told after it."""
_AS_LONG_AS_OPEN = frozenset(("application_procedure", "project_procedure"))
"""What the last promotion had while its calls were open."""
_HOW_TO = {"application_content": "application_procedure", "project_content": "project_procedure"}
"""What is told before what a file holds, unless the file is asked about: « comment candidater ? »."""
AS_ASKED = 0.25
"""What is added to the fit of a rule of today that the intent asks for."""
_SAYS_YES_OR_NO = re.compile(
    r"(?:(?:en principe|in principle) )?(?:oui|non|yes|no|plus|not|pas|aucun\w*|none|nul\w*)\b"
    r"|[^,;:.]{0,60}\b(?:n ?['’] ?|ne )\w+(?: \w+)? (?:pas|plus|aucun\w*)\b|[^,;:.]{0,60}\b(?:not|no)\b"
)
"""What begins with a yes or a no, if not in that word: « Pas de dossier commun », « il n'y a pas … »."""
_OUTRIGHT = re.compile(r"(?:(?:en principe|in principle) )?(?:oui|non|yes|no)\b")
_WHETHER = re.compile(
    r"\best[- ]ce qu|\b(?:peu[tx]|peuvent|puis|pouvons|pouvez|doi[ts]|doivent|devons|devez|faut)\b"
    r"|\b(?:est|sont|sera|seront|a|ont)[- ](?:t[- ])?(?:ils?|elles?|on)\b|\bobligatoires?\b"
    r"|^\W*(?:is|are|do|does|did|can|may|must|will|should|has|have)\b"
)
_WHAT = re.compile(
    r"\b(?:quoi|koi|quel(?:le)?s?|qui|ki|comment|combien|cb|pourquoi|quand|lequel|laquelle|lesquel\w+"
    r"|what|which|who|how|why|when|where)\b|\bque? (?:peu|doi|faut)|\bqu['’ ]?est[- ]ce"
    r"|\bou (?:peu|doi|faut|se)"
)
"""What asks for more than a yes or a no."""


def led_by(first: Passage, chosen: Sequence[Passage]) -> list[Passage]:
    """The passages with one of them, or another, told before the rest."""
    return [first, *(one for one in chosen if one is not first)]


def today_first(
    chosen: list[Passage], found: Sequence[Passage], known: Sequence[str], question: Question, once: bool
) -> list[Passage]:
    """What holds today before what a promotion of the past had, where neither was asked about."""
    first = chosen[0]
    if known or question.values("round") or once or first.property == "faq" or first.subject == PROGRAMME:
        return chosen
    how = _HOW_TO.get(first.property, "") if not names_property(question, first.property) else ""
    same = [p for p in found if p.property in (first.property, how) and p.fit >= first.fit - NEARLY_AS_FIT]
    day = question.now.date().isoformat()
    known_then = [p for p in same if p.current and (p.sources[0].as_of or "") <= day]
    of_today = [p for p in known_then if p.subject == PROGRAMME or not first.current]
    now = next((p for p in of_today if p.property in _AS_LONG_AS_OPEN or not first.current), None)
    if now is not None and now.property != first.property:
        return [now, first]
    return chosen if now is None else led_by(now, chosen)[:AT_MOST]


def fittest_first(chosen: list[Passage], found: Sequence[Passage], question: Question) -> list[Passage]:
    """An entry that fits the question far better than what its property gave comes before it; one on today
    that fits somewhat better, before what a promotion of the past had.
    """
    first = chosen[0]
    entry = max((p for p in found if p.property == "faq"), key=lambda p: p.fit, default=None)
    if entry is None:
        return chosen
    least = ENTRY_LEADS if len(question.content_words) > _FEW_WORDS else LEADS_FEW_WORDS
    if was(first) and not entry.past and not names_a_time(question):
        least = TODAY_LEADS
    if entry is first or entry.fit < first.fit + least:
        return chosen
    return led_by(entry, chosen)[:AT_MOST]


def yes_or_no_first(chosen: list[Passage], question: Question) -> list[Passage]:
    """The yes or no that is asked, « le code doit-il être public ? », before what fits hardly better."""
    first, asked = chosen[0], fold(question.text)
    if _SAYS_YES_OR_NO.match(fold(first.text)) or not _WHETHER.search(asked) or _WHAT.search(asked):
        return chosen
    near = [p for p in chosen[1:] if p.fit >= first.fit - NEARLY and not was(p)]
    says = next((p for p in near if _OUTRIGHT.match(fold(p.text))), None)
    return chosen if says is None else led_by(says, chosen)


def of_these_first(chosen: list[Passage], known: Sequence[str]) -> list[Passage]:
    """What is said of the one promotion asked about before a history of them all that fits it better."""
    if len(known) != 1 or not tells_of_others(chosen[0], known):
        return chosen
    own = [p for p in chosen if p.subject in known and not tells_of_others(p, known)]
    near = [p for p in own if p.score >= chosen[0].score - ITS_OWN]
    return [*near, *(p for p in chosen if p not in near)]


def not_of_the_past(chosen: list[Passage], found: Sequence[Passage], question: Question) -> list[Passage]:
    """What the intent asks for and holds today before what is told of promotions of the past alone, to a
    question that names no time: « les candidats sont notés sur combien ? ».
    """
    first = chosen[0]
    if not was(first) or names_a_time(question):
        return chosen
    rules = (p for p in found if p.current and p.score >= p.fit + AS_ASKED)
    now = next((p for p in rules if p.fit >= first.fit - NEARLY_AS_FIT), None)
    return chosen if now is None else led_by(now, chosen)[:AT_MOST]
