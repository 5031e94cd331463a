"""Which sentences of a report's card answer a question, if any does."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from actions.reports.about.people_asked import asks_whose_fault
from actions.reports.cards.agreement import is_opposite
from actions.reports.cards.asked import FROM_WHERE, CardQuestion
from actions.reports.cards.definition import definition
from actions.reports.cards.figure_order import without_earlier
from actions.reports.cards.lines import ALL_SAID, NEAR, NOUN_IN_A_LINE, CardLine, before, said_in_scope
from actions.reports.criticism import faults_in
from actions.words_apart import words_apart
from knowledge.text import fold

_MOST = 3
"""Lines told at most."""
_BESIDE = 0.012
"""How much less than the best a line may be to be told as well."""
_MOSTLY, _WHO_NEAR = 0.6, 0.825
"""Share of the words, and nearness, from which a line with somebody in it tells who."""
_MEAN_ALIKE = 0.86
"""How near questions are to those of a figure that is not asked for."""
_PAID_BY = re.compile(r"\balimenté|\bprélèvement|\bfinancée?s? par|\bpayée?s? par|\bcotisations?\b")
"""How a card says where money comes from."""
_EXPLAINS = re.compile(r"\bexplique")
_CAUSE = re.compile(
    r"\bexplique|\btien(?:t|nent) (?:a|au|aux)\b|\bfaute d|\ben raison\b|\bdu fait\b|\bparce\b|\bcar\b"
    r"|\ba cause\b|\bgrace\b|\bde sorte que\b|\bsi bien que\b|\bce qui\b|\ben effet\b"
)
_DATE = re.compile(r"\b(?:1[89]|20)\d\d\b")
_BORN = re.compile(r"\b(?:creee?s?|creation|institu\w+|fondee?s?|entree en vigueur|loi du)\b")
_ENDS = re.compile(r"\b(?:fini\w*|termin\w*|acheve\w*|echeance|horizon|jusqu|end|finish\w*)\b")
"""« quand est-ce que ça finit ? », and how a card says it."""
_PLACE = re.compile(
    r"\b(?:à|au|aux|en|dans|sur) (?:l[ae] |les |l’)?(?:fort d’|ville de |région )?[A-ZÉÎ][\w’-]+|\bzones?\b"
    r"|\bville\b|\bprovince\b|\bcampagne\b"
)
_ACTOR = re.compile(
    r"\b[A-ZÉ]{3,}[A-Za-z]*\b|(?<=[a-zé,] )(?:la |le |l’)?[A-ZÉ][\wéè’-]+|\bministères?\b|\btribuna\w+"
    r"|\bjuges?\b|\bpréfets?\b|\bÉtat\b|\bcommunes?\b|\brégions?\b|\bcollectivités\b|\bagences?\b|\bbailleurs?\b"
    r"|\bentreprises?\b|\bprestataires?\b|\bindustriels?\b|\bfamilles\b"
    r"|\bcomités?\b|\bdirections?\b|\btutelle\b|\bconseils?\b|\bassurance maladie\b"
)
_RUNS = re.compile(r"\bg[eé]r\w+|\bcentralise|\bpilot\w+|\bexécut\w+|\bconfi\w+|\bassur[eé]\w*")
_RUN_BY = re.compile(r"\b(?:gér|confi|centralis|exécut|assur)\w*(?: \w+)? (?:par|à) ")
"""How a card says who runs a thing, and plainly by whom."""
_A_ROLE = re.compile(
    r"\b(?:qui|ki|who) (?:en )?(?:est|etait|sont|etaient|is|was|s) (?:le|la|l|les|un|the)\b"
    r"|\bc ?est (?:qui|ki) (?:le|la|l|les)\b|\b(?:qui|who) (?:est|etait|is|was) [a-z]+\W*$|\bnoms? d"
)
"""« qui est le prestataire ? » asks for a name, which a line that only says the role does not tell."""
_RANKS = re.compile(r"\b(?:(?<!de )plus|(?<!au )moins|premi\w+|principa\w+|surtout|maxim\w+|minim\w+)\b")
_ASKS = re.compile(r"\b(?:demande|recommand\w+|appelle|propose|suggere|invite|souhaite|conclut)\b")
_ASKS_ONE = re.compile(r"\b(?:quel(?:le)?s?|comment|combien|cb|which|how)\b")
"""What asks for one thing, which a summary does not tell."""
_ON_REQUEST = re.compile(
    r"\b(?:demandee?|commandee?|sollicitee?|requested|asked for) (?:par|by) (?:qui|ki|quel|whom?|which)"
    r"|\b(?:qui|ki|commission|assemblee|who) (?:l )?(?:a|avait|has) (?:demande|commande|requested)\b"
    r"|\b(?:adressee?|envoyee?|destinee?) a (?:qui|ki)\b|\bdestinataires?\b|\bpour qui\b.{0,12}\brapport\b"
)
"""« ce rapport a été demandé par qui ? »: the scope says at whose request the Court looked."""
_IN_WORDS = re.compile(r"\b(?:quoi|koi|comment|devien\w*|how|why)\b")
"""What is asked in words, which no number tells: « ça devient quoi ? »."""
_LEADS_ON = re.compile(r"^(?:Elle (?:l’|y |en )|Dont )")
"""« Elle l'explique par… » is told with what it explains, « Dont… » with the whole."""


@dataclass(frozen=True)
class Chosen:
    """The lines that answer, best first; none where the card does not say it. ``wanted`` tells that they are
    what the Court asks for, where what was asked about is not said; ``near`` what comes nearest to a question
    that no line answers.
    """

    lines: tuple[CardLine, ...] = ()
    wanted: bool = False
    near: tuple[CardLine, ...] = ()


def chosen_lines(question: CardQuestion, lines: Sequence[CardLine]) -> Chosen:
    """The sentences of a card that answer, at most three; its summary where nothing of its own is asked."""
    if _ON_REQUEST.search(words_apart(question.text)):
        return Chosen(tuple(line for line in lines if line.kind == "scope" and "demande d" in line.text)[:1])
    if question.wish in ("finding", "fault", "report"):
        return Chosen(_found(question, lines))
    if asks_whose_fault(question.text):
        return Chosen(_blamed(lines))
    if FROM_WHERE.search(words_apart(question.text)):
        texts = (line for line in lines if line.is_found or line.kind == "scope")
        paid = (line for line in texts if _PAID_BY.search(line.text))
        return Chosen(tuple(sorted(paid, key=lambda line: -line.near)[:1]))
    if question.wish in ("what", "purpose"):
        defined = definition(question, lines)
        if defined or question.wish == "purpose":
            return Chosen(defined)
    if not question.terms and (not question.years or question.asks_thing):
        return Chosen(_without_matter(question, lines))
    if question.wish == "who" and _A_ROLE.search(words_apart(question.text)):
        return Chosen()
    fits = _GATES.get(question.wish)
    able = [line for line in lines if _answers(question, line) and (not fits or fits(line))]
    if question.wish == "whether" or question.wish == "open" and _IN_WORDS.search(words_apart(question.text)):
        able = [line for line in able if line.kind != "figure"] or able
    scored = sorted(((_score(question, line), line) for line in able), key=lambda pair: -pair[0])
    if scored:
        told = [line for score, line in scored if score >= scored[0][0] - _BESIDE][:_MOST]
        told = told if question.years else without_earlier(told, able)
        missing = [term for term in question.terms if not any(term.is_in(line.said) for line in told)]
        others = [line for _, line in scored if any(term.is_in(line.said) for term in missing)]
        told += others[:1]
        if question.wish in ("open", "whether") and all(line.kind == "advice" for line in told):
            told = [*_sayings(question, lines), *told]
        if question.wish == "why" and not any(_CAUSE.search(fold(line.text)) for line in told):
            told = [*_explaining(lines), *told]
        return Chosen(with_what_is_meant(told, lines))
    if question.wish == "why" and not any(term.needed for term in question.terms):
        return Chosen(_without_matter(question, lines))
    if question.wish == "why":
        return Chosen(with_what_is_meant(_explaining(lines), lines))
    if question.wish == "advice":
        return Chosen(tuple(asked_for(lines)), wanted=True)
    known = any(term.is_in(line.said) for term in question.terms for line in lines)
    if question.wish == "open" and known and not _ASKS_ONE.search(words_apart(question.text)):
        return Chosen(_found(question, lines))
    return Chosen()


def _sayings(question: CardQuestion, lines: Sequence[CardLine]) -> list[CardLine]:
    """The sentences of the summary that say something of what is asked, at most two: what is to be done about
    it is told after what is found.
    """
    said = [line for line in lines if line.is_found and question.share(line) > 0.0]
    return sorted(said, key=lambda line: -_score(question, line))[: _MOST - 1]


def with_own_matter(question: CardQuestion, lines: Sequence[CardLine]) -> CardQuestion:
    """The question, in which what the scope says of the report's matter need not be said by what answers."""
    if question.part:
        return question
    scope = said_in_scope(lines)
    terms = (replace(term, needed=term.needed and not term.is_in(scope)) for term in question.terms)
    return replace(question, terms=tuple(terms))


def _found(question: CardQuestion, lines: Sequence[CardLine]) -> tuple[CardLine, ...]:
    """What is found on the matter, or found wrong: the sentences on the part of it that is named, else the
    summary; none where the card never speaks of that part.
    """
    parts = [term for term in question.terms if term.needed]
    if any(not any(term.is_in(line.said) for line in lines) for term in parts):
        return ()
    told = [line for line in lines if (line.is_found or line.kind == "advice") and not question.lacks(line)]
    summary = [line for line in lines if line.kind == "summary"]
    if question.wish == "fault":
        on_it = [line for line in told if parts and line.is_found]
        return tuple(on_it or [line for line in summary if faults_in(line.text) > 0] or summary)
    scope = said_in_scope(lines)
    in_scope = not question.part and any(term.is_in(scope) for term in question.terms)
    of_the_whole = in_scope and all(line.is_found for line in told)
    if parts and not told and question.wish != "report":
        return tuple(line for line in lines if line.kind == "figure" and not question.lacks(line))[:_MOST]
    if question.wish == "report" or not parts or of_the_whole:
        return tuple(summary)
    return tuple(sorted(told, key=lambda line: -_score(question, line))[:_MOST])


def is_spoken_of(question: CardQuestion, lines: Sequence[CardLine]) -> bool:
    """Whether a card speaks of anything that is asked about."""
    return any(term.is_in(line.said) for term in (*question.terms, *question.named) for line in lines)


def _blamed(lines: Sequence[CardLine]) -> tuple[CardLine, ...]:
    """The sentence of the summary that finds most fault with somebody."""
    found = [
        line
        for line in lines
        if line.kind == "summary" and _ACTOR.search(line.matter) and not _ASKS.search(fold(line.text))
    ]
    return tuple(sorted(found, key=lambda line: -faults_in(line.text))[:1])


def _explaining(lines: Sequence[CardLine]) -> list[CardLine]:
    """The sentences of the summary that say what explains its findings."""
    return [line for line in lines if line.is_found and _EXPLAINS.search(fold(line.text))]


def asked_for(lines: Sequence[CardLine]) -> list[CardLine]:
    """What the summary says that the Court asks for; else its recommendations."""
    asks = [line for line in lines if line.kind == "summary" and _ASKS.search(fold(line.text))]
    return asks[:_MOST] or [line for line in lines if line.kind == "advice"]


def nearest(question: CardQuestion, lines: Sequence[CardLine], whole: bool = False) -> CardLine | None:
    """The line that comes nearest to a question that none answers, if it says a word of it; with ``whole``
    all that must be said of it.
    """
    near = [
        line
        for line in lines
        if line.ahead >= NEAR.ahead
        and (line.is_found or question.wish != "why" and line.kind in ("figure", "advice"))
        and any(term.is_in(line.said) for term in question.terms)
        and not (line.figure and is_opposite(line.figure, fold(question.text)))
        and not (whole and (line.kind == "advice" or question.lacks(line)))
    ]
    return max(near, key=lambda line: _score(question, line), default=None)


def _score(question: CardQuestion, line: CardLine) -> float:
    score = line.near + ALL_SAID * question.share(line)
    score += 0.01 * any(term.is_in(line.said) for term in question.named)
    if question.wish == "why":
        score += 0.03 * bool(_CAUSE.search(fold(line.text)))
    if question.wish == "advice":
        return score + 0.02 * (line.kind == "advice" or bool(_ASKS.search(fold(line.text))))
    score += max(0.0, line.alike - _MEAN_ALIKE)
    return score + {"summary": 0.01, "finding": 0.01, "advice": -0.02}.get(line.kind, 0.0)


def _answers(question: CardQuestion, line: CardLine) -> bool:
    """Whether a line says what is asked: its nouns, and enough of the rest or much the same by meaning."""
    if any(str(year) not in line.text for year in question.years):
        return False
    share, lacks = question.share(line), question.lacks(line)
    if not _may_tell(question, line, share):
        return False
    if lacks:
        mostly = question.wish == "who" and share >= _MOSTLY and line.near >= _WHO_NEAR
        return mostly or share > 0.0 and line.is_within(NOUN_IN_A_LINE)
    if question.wish in ("who", "when", "where", "which"):
        return share == 1.0
    return share >= 0.5 or line.is_within(NEAR)


def _may_tell(question: CardQuestion, line: CardLine, share: float) -> bool:
    """Whether a line of its kind can answer: no figure tells why, no recommendation whether it is so."""
    if question.wish == "why":
        return line.is_found
    if line.kind in ("scope", "body", "note"):
        return line.kind == "scope" and question.wish in ("who", "when", "where")
    if line.kind == "figure":
        named = share == 1.0 and any(term.needed for term in question.terms)
        return question.wish not in ("advice", "which") and (question.wish != "whether" or named)
    if question.wish == "advice":
        return share > 0.0 or line.kind == "advice" or _ASKS.search(fold(line.text)) is not None
    if line.kind != "advice":
        return True
    named = bool(question.named) and all(term.is_in(line.said) for term in question.named)
    of_it = question.wish != "whether" or named or any(term.needed for term in question.terms)
    return share == 1.0 and of_it  # « c'est obligatoire ? » is not of what a recommendation calls so


def _without_matter(question: CardQuestion, lines: Sequence[CardLine]) -> tuple[CardLine, ...]:
    """What answers « qui ? », « depuis quand ? », « pourquoi ? » of the report's matter as a whole."""
    summary = [line for line in lines if line.kind == "summary"]
    if question.wish == "advice":
        return tuple(asked_for(lines))
    if question.wish == "why":
        causes = [line for line in summary if _CAUSE.search(fold(line.text))]
        return with_what_is_meant(sorted(causes or summary, key=lambda line: -line.near)[:2], lines)
    if question.wish not in ("who", "when", "where", "which"):
        return tuple(summary)
    told = [line for line in lines if (line.is_found or line.kind == "scope") and _tells(question, line)]
    return tuple(sorted(told, key=lambda line: (not _RUN_BY.search(line.text), -line.near))[:1])


def _tells(question: CardQuestion, line: CardLine) -> bool:
    """Whether a sentence tells who runs the matter of the report, since when it is, or where."""
    if question.wish == "when":
        tells = _ENDS if _ENDS.search(fold(question.text)) else _BORN
        return _DATE.search(line.text) is not None and tells.search(fold(line.text)) is not None
    if question.wish == "where":
        return _PLACE.search(line.text) is not None
    runs = _RUNS.search(line.text) and _ACTOR.search(line.matter)
    return question.wish == "who" and bool(runs) and not _A_ROLE.search(words_apart(question.text))


def with_what_is_meant(told: Sequence[CardLine], lines: Sequence[CardLine]) -> tuple[CardLine, ...]:
    """The lines, each that leans on the one before it with that one."""
    found: list[CardLine] = []
    for line in told:
        first = before(line, lines) if _LEADS_ON.match(line.text) else None
        found += [one for one in (first, line) if one is not None and one not in found]
    return tuple(found[:_MOST])


_GATES: dict[str, Callable[[CardLine], bool]] = {
    "who": lambda line: line.kind != "figure" and _ACTOR.search(line.matter) is not None,
    "when": lambda line: _DATE.search(line.text) is not None,
    "where": lambda line: line.kind != "advice" and _PLACE.search(line.text) is not None,
    "which": lambda line: _RANKS.search(fold(line.text)) is not None,
}
"""What a line must have to tell who, when, where, which."""
