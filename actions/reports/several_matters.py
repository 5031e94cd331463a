"""Several things asked of one report in one message: each gets its own answer, or a line that it has none.

« combien de places et quel chiffre d'affaires ? » read as one question is answered by the passage that holds
most of its words, which is on one of the two: the other would be left out without a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from actions.answer import Answer, Block, Paragraph, Quote
from actions.compose import answered
from actions.reports.matters import words_beside_the_name
from actions.reports.parts import report_line
from actions.reports.subject import Subject
from actions.wording import say
from knowledge.reports.base import ReportBase
from knowledge.reports.models import ReportSummary
from knowledge.text import content_stems, fold

_MOST, _QUOTED = 4, 2
"""Things asked in a message that are answered one by one, and passages quoted for each."""
_JOINT = re.compile(
    r"[?;]\s*|,\s+(?:(?:et|and)\s+)?(?:aussi\s+|also\s+)?"
    r"|\s+(?:et|and|ainsi que|puis|as well as)\s+(?:aussi\s+)?",
    re.I,
)
_ASKS = re.compile(
    r"\W*(?:(?:et|and|aussi|est[- ]ce que|de|d['’]|a|à|par|pour|dans|sur|depuis|avec|c['’]? ?est)\s?){0,3}"
    r"(?:combien|cb|cmb|quand|qui|ki|o[uù]|comment|quel(?:le)?s?|kel(?:le)?s?|pourquoi|pk|est[- ]ce|y[- ]a"
    r"|c ?['’]? ?est (?:quoi|koi)|qu ?['’]? ?est[- ]ce|que sait[- ]on|how|when|who|where|what|which|why"
    r"|is there|are there"
    r"|(?:l[ae]s?\s|l['’]\s?|ses\s|sa\s|son\s|leurs?\s|the\s|its\s)?"
    r"(?:nombre|nb|nbre|taux|montants?|prix|couts?|coûts?|part|dur[ée]e|dettes?|endettement|budget|effectifs?"
    r"|masse salariale|chiffres? d|capacit[ée]|r[ée]sultats?|d[ée]ficit|exc[ée]dent|tr[ée]sorerie"
    r"|population|number|rate|cost|price|share|debt|staff))\b",
    re.I,
)
"""How a clause begins that asks by itself: with a word that asks, or one for a figure."""
_WHAT_IT_IS = re.compile(
    r"\bc ?['’]? ?est (?:quoi|koi)\b|\bque sait[- ]on\b|\bwhat is\b|\bqu ?['’]? ?est[- ]ce qu\w*\W"
)
_INVERTED = re.compile(r"\w-(?:t-)?(?:ils?|elles?|on)\b")
_OF_IT = re.compile(
    r"\b(?:elles?|ils?|it|they) (?:est|sont|a|ont|is|are|has|have)\b|\w-(?:t-)?(?:ils?|elles?)\b"
)
_OF_TWO = re.compile(
    r"\b(?:entre|between|differ\w*|compar\w*|versus|vs|rapport|liens?|relations?|evol\w*|ratio|both)\b"
)
"""What is asked of two things at once."""

_OF_THAT = re.compile(
    r"\b(?:ca|cela) (?:leur |lui )?(?:coute\w*|represent\w*|rapport\w*)\b|\bdoes (?:it|that) cost\b"
)
_MEASURES = frozenset(
    "quel quelle quels quelles combien est sont etait etaient le la les l d de du des taux nombre montant "
    "part niveau what is was are the of rate number level how many much".split()
)
"""Words that ask how much of a thing there is, and do not name it."""


def asked_one_by_one(text: str, subject: Subject, base: ReportBase) -> list[str]:
    """The things asked of one body in a message, in its words; none where it asks one thing."""
    if _OF_TWO.search(fold(text)):
        return []
    clauses: list[str] = []
    at = 0
    for joint in _JOINT.finditer(text):
        if _asks(text[joint.end() :]) and _asks(text[at : joint.start()], anywhere=not clauses):
            clauses.append(text[at : joint.start()].strip())
            at = joint.end()
    clauses.append(text[at:].strip(" ?"))
    clauses[0] = _without_preamble(clauses[0], subject, base)
    matters = [words_beside_the_name(clause, subject, base) for clause in clauses]
    what_it_is = bool(_WHAT_IT_IS.search(fold(clauses[0])))
    apart = all((own or what_it_is) and (not own or not own <= other) for own, other in pairwise(matters))
    return clauses if 1 < len(clauses) <= _MOST and matters[-1] and apart else []


def _without_preamble(clause: str, subject: Subject, base: ReportBase) -> str:
    """« c'est quoi la JDC » of « mon fils a 17 ans, c'est quoi la JDC »: what is asked, with its subject."""
    asks = clause.rpartition(",")[2].strip()
    beside = words_beside_the_name(asks, subject, base)
    return asks if _asks(asks) and beside < {*content_stems(asks)} else clause


def asks_something(clause: str) -> bool:
    """Whether a part of a message asks: with a word that does, or of what it names: « elle est endettée »."""
    return _asks(clause, anywhere=True) or _OF_IT.search(fold(clause)) is not None


def _asks(clause: str, anywhere: bool = False) -> bool:
    """Whether a clause begins by asking; the first one of a message may name the body before it does."""
    if anywhere:
        begins = re.finditer(r"(?<!\S)(?<!\b[Ee]n )", clause)  # « une station en déficit » asks nothing
        return any(_ASKS.match(clause, found.start()) for found in begins)
    return _ASKS.match(clause) is not None or _INVERTED.search(re.split(r"[?;,]", clause)[0]) is not None


def each_in_turn(
    clauses: Sequence[str], report: ReportSummary, lang: str, tell: Callable[[str], Answer]
) -> Answer | None:
    """What one report says to each of the things asked, and to which it says nothing; None where to none."""
    meant = [clauses[0], *(_of_what_was_asked(one, other) for other, one in pairwise(clauses))]
    told = [(clause, tell(text)) for clause, text in zip(clauses, meant, strict=True)]
    known = [answer for _, answer in told if answer.status == "answered"]
    if not known:
        return None
    introduced = say(lang, "report_says", report=report_line(report, lang))
    blocks: list[Block] = [Paragraph(introduced)]
    for clause, answer in told:
        untold = "report_part_untold_by_card" if report.card else "report_part_untold"
        key = "report_part" if answer.status == "answered" else untold
        blocks.append(Paragraph(say(lang, key, part=_short(clause))))
        blocks += head(answer, introduced) if answer.status == "answered" else []
    return answered(
        blocks,
        [source for answer in known for source in answer.sources],
        rows=dict.fromkeys(row for answer in known for row in answer.rows),
        quick_replies=known[0].quick_replies,
        links=tuple(dict.fromkeys(link for answer in known for link in answer.links)),
    )


def _of_what_was_asked(clause: str, before: str) -> str:
    """« combien ça coûte ? » with the thing that the clause ``before`` asks of: « l'absentéisme »."""
    if not _OF_THAT.search(fold(clause)):
        return clause
    thing = [word for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", before) if fold(word) not in _MEASURES]
    return f"{clause} {' '.join(thing)}"


def _short(clause: str) -> str:
    """What a clause asks, without what its message says before, and thanks behind."""
    parts = re.split(r"(?<=[.!:])\s+", clause.strip(" ?!.,;:\n"))
    return next((one.strip(" .!") for one in reversed(parts) if content_stems(one)), clause)


def head(answer: Answer, introduced: str = "") -> list[Block]:
    """What an answer says first: its figures with a passage, or its first passages."""
    blocks = [b for b in answer.blocks if not (isinstance(b, Paragraph) and b.text == introduced)]
    quoted = 0
    for at, block in enumerate(blocks):
        quoted += isinstance(block, Quote)
        if quoted > _QUOTED:
            blocks = blocks[:at]
            break
    while blocks and isinstance(blocks[-1], Paragraph) and blocks[-1].text.endswith(":"):
        blocks.pop()
    return blocks
