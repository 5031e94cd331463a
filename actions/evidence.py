"""What the base can say to a question, ranked: statements and FAQ entries with what makes them fit.

A passage's score fuses words and meaning (:mod:`knowledge.entries`) with a prior for the
properties that the intent asks for, weighted by how sure the intent is. Words of the
question that neither the intent nor the passage accounts for are its *unexplained* words:
« combien de femmes » is not answered by a number of EIGs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Indel

from actions.answer import Source
from actions.compose import source_of
from actions.desk import Desk
from actions.programme.hosts import is_for, is_for_that_body
from actions.question import Question
from actions.times import asks_how_it_was
from knowledge.faq import FaqEntry
from knowledge.references import find_references
from knowledge.statements import PROGRAMME, Statement, statements_by_id
from knowledge.text import fold, stem, stems

ASKED_FOR, CURRENT, SAME_PROMOTION, NAMED = 0.34, 0.12, 0.18, 0.12
"""Added to a passage's fit: property of the intent, rules of today, promotion asked about, property named."""
SEVERAL = 3
"""Promotions asked about from which what is said of the programme counts as well."""
FITS_BY_ITSELF = 0.42
"""Fit at which a passage is kept whatever the property asked for."""
LEAST_FIT, LEAST_WORDS = 0.45, 0.75
"""Fit from which a FAQ entry is told; on words alone, which many entries share, it takes more."""
_FROM_ONE_TO_ANOTHER = re.compile(r"\bpromotion (\d) a la promotion (\d)\b")
_EXPECTED_WORDS = {
    "jury_president": r"\bpresid\w*|chair\w*|preside",
    "jury_members": r"\bmembres?\b|\bcompos\w+|qui (?:est|sont|etait|siege)|members?",
    "duration": r"\bduree?\b|combien de (?:temps|mois)|how long|\bdure\b|longueur",
    "start_date": r"\b(?:debut\w*|commenc\w*|demarr\w*|start\w*|began|begin)\b",
    "end_date": r"\b(?:fini\w*|termin\w*|acheve\w*|fin|end\w*|over)\b",
    "selection_criteria": r"\bcriter\w+|\bcriteria\b|\bnote[es]?\b",
    "project_selection_criteria": r"\bcriter\w+|\bcriteria\b",
    "application_content": (
        r"\b(?:dossier|documents?|pieces?|cv|lettre|envoyer|fournir|contenir|content|files?)\b"
    ),
    "project_content": r"\b(?:dossier|documents?|pieces?|fiche|fournir|contenir|content)\b",
    "employer": r"\bemployeu\w+|\bemployer\b|qui (?:embauche|paye|paie)",
    "shortlisted_count": (
        r"\boral\b|\baudition\w*|\bpre-?selection\w*|\bentretiens?\b|\bshortlist\w*|\binterview\w*"
    ),
    "calendar": r"\bquand\b|\bdates?\b|\bcalendrier\b|\bwhen\b|\bkan\b",
    "renewal": r"\b(?:renouvel\w+|prolong\w+|renew\w*|exten\w+)\b",
    "funding": r"\b(?:financ\w+|cofinanc\w+|pia|fund\w*)\b",
    "cofunding": r"\b(?:cofinanc\w+|co-financ\w+|cofund\w*|reste a charge)\b",
}  # fmt: skip
_WHAT_IS_IT = re.compile(
    r"\b(?:c ?['’]? ?est|c|ct) (?:quoi|koi)\b|\bqu ?['’]? ?est[- ]ce qu|\bwhat (?:is|does)\b"
    r"|\bwhat ?['’]? ?s\b|\b(?:veut dire|signifie|means?|stands? for)\b"
)
_SUBJECT = re.compile(
    r"(?:(?:the|la|le|les) |l['’])?(?P<name>[\w -]{3,40}?) (?:est|is) (?:the|la|le|une?|an?)\b"
)
USES_NAMES = frozenset(
    "list_challenges count_challenges administration_overview describe_challenge challenge_people "
    "challenge_administration challenge_town challenge_code challenge_promotion person_lookup".split()
)
"""Intents whose answers take the names found into account by themselves."""
_OF_NO_CHALLENGE = frozenset("eligibility apply_procedure propose_procedure pay contract next_call".split())
"""Intents that ask for rules, which a body's own challenges do not tell."""
_HOLDS_ON = re.compile(r"\b(?:depuis|aujourd ?['’]? ?hui|desormais|2026)\b")
"""What an entry on promotions of the past says of today: « depuis la promotion 4 »."""
_PAY = re.compile(r"\b(?:salaires?|remuner\w+|pa[iy]\w*|gagn\w+|touch\w+|euros?|earn\w*|salary)\b")
_EXPECTED = {name: re.compile(pattern) for name, pattern in _EXPECTED_WORDS.items()}


@dataclass(frozen=True)
class Passage:
    """Something that can be said in the question's language: its sources and row, and how well it fits.

    ``subject`` is a promotion or « programme »; ``fit`` is the score without the prior.
    """

    text: str
    subject: str
    property: str
    sources: tuple[Source, ...]
    row: str
    score: float
    fit: float
    asked: str = ""
    """The questions that a FAQ entry answers: their words are accounted for by it."""
    current: bool = False
    """Whether it holds today, of the programme or of its last promotion."""
    past: bool = False
    """Whether it is an entry on promotions of the past alone, of which nothing holds since."""


def passages(
    question: Question, desk: Desk, properties: Sequence[str], known: Sequence[str]
) -> list[Passage]:
    """Statements and FAQ entries that may answer, best first; other properties if they fit by themselves."""
    asked = set(properties)
    of_all = len(known) >= SEVERAL or desk.promotions[-1].id in known
    found = desk.statements([*known, *([PROGRAMME] if of_all else [])])
    result = _from_statements(question, desk, found, asked, known)
    result += _from_steps(question, desk, asked, known)
    result += _from_faq(question, desk, known)
    result = [_for_that_body(p, question) for p in result if is_for(p.text, question)]
    if _WHAT_IS_IT.search(fold(question.text)):
        names = [m.form for m in desk.names.find(question.text, misspelt=False) if m.kind == "administration"]
        result = [_defining(p, names) for p in result]
    return sorted(result, key=lambda p: -p.score)


def _defining(passage: Passage, names: Sequence[str]) -> Passage:
    """« La DINUM est… » comes first to who asks what the DINUM is."""
    begins = _SUBJECT.match(fold(passage.text))
    defines = begins is not None and begins["name"] in {fold(name) for name in names}
    return replace(passage, score=passage.score + ASKED_FOR) if defines else passage


def _for_that_body(passage: Passage, question: Question) -> Passage:
    """The yes or no to the kind of body that asks comes before what is said of all."""
    named = is_for_that_body(passage.text, question)
    return replace(passage, score=passage.score + NAMED) if named else passage


def ranked(question: Question, desk: Desk, found: Sequence[Statement], known: Sequence[str]) -> list[Passage]:
    """These statements, best first."""
    asked = {s.property for s in found}
    return sorted(_from_statements(question, desk, found, asked, known), key=lambda p: -p.score)


def unexplained(question: Question, text: str) -> list[str]:
    """The unfamiliar words of the question that ``text`` does not account for either."""
    said = set(stems(text))
    names = [] if question.intent in USES_NAMES else question.named_words
    return [word for word in (*question.unfamiliar, *names) if not accounted(stem(word), said)]


def names_property(question: Question, name: str) -> bool:
    """Whether the question's own words ask for this property in particular."""
    pattern = _EXPECTED.get(name)
    return pattern is not None and pattern.search(fold(question.text)) is not None


def _from_statements(
    question: Question, desk: Desk, found: Sequence[Statement], asked: set[str], known: Sequence[str]
) -> list[Passage]:
    fits = desk.search.fits(question.bare, "statement", [str(s.id) for s in found])
    once, no_pay = asks_how_it_was(question), _asks_no_pay(question)
    result = []
    for statement in found:
        fit = fits.get(str(statement.id), 0.0)
        unasked = statement.property == "pay" and no_pay
        if statement.property not in asked and (unasked or fit < FITS_BY_ITSELF):
            continue
        prior = ASKED_FOR * min(1.0, question.confidence / 0.6) if statement.property in asked else 0.0
        current = holds_today(statement, desk)
        prior += (-CURRENT if once else CURRENT) if not known and current else 0.0
        prior += NAMED if names_property(question, statement.property) else 0.0
        result.append(
            Passage(
                statement.text(question.lang), statement.subject, statement.property,
                (source_of(statement.cited),), f"statement:{statement.id}", fit + prior, fit, current=current,
            )
        )  # fmt: skip
    return result


def holds_today(statement: Statement, desk: Desk) -> bool:
    """Whether a statement is one on the programme of today: rules of the past are not."""
    of_today = statement.subject in (PROGRAMME, desk.promotions[-1].id)
    return of_today and (statement.valid_to is None or statement.valid_to >= desk.now.date().isoformat())


def _from_steps(question: Question, desk: Desk, asked: set[str], known: Sequence[str]) -> list[Passage]:
    found = desk.steps(known)
    fits = desk.search.fits(question.bare, "step", [str(step.id) for step in found])
    result = []
    for step in found:
        fit = fits[str(step.id)]
        if step.kind not in asked and fit < FITS_BY_ITSELF:
            continue
        prior = ASKED_FOR * min(1.0, question.confidence / 0.6) if step.kind in asked else 0.0
        result.append(
            Passage(
                step.text(question.lang), step.promotion, step.kind, (source_of(step.cited),),
                f"step:{step.id}", fit + prior, fit,
            )
        )  # fmt: skip
    return result


def _from_faq(question: Question, desk: Desk, known: Sequence[str]) -> list[Passage]:
    hits = {hit.ref: hit for hit in desk.search.search(question.bare, 8, ("faq",))}
    result, no_pay = [], _asks_no_pay(question)
    for entry in desk.faq(list(hits)):
        if not entry.published or (known and not holds_for(entry, known)):
            continue
        if is_of_a_challenge_unasked(question, entry, desk):
            continue
        if no_pay and _PAY.search(fold(entry.question_fr)):
            continue
        same = bool(known) and bool(set(entry.promotions) & set(known))
        subject = known[0] if same else PROGRAMME
        hit = hits[entry.id]
        score = hit.score + (SAME_PROMOTION if same else 0.0) + (0.2 if hit.score >= 0.58 else 0.0)
        sources = tuple(source_of(cited) for cited in entry.cited)
        result.append(
            Passage(
                entry.answer(question.lang),
                subject,
                "faq",
                sources,
                f"faq:{entry.id}",
                score,
                hit.score,
                entry.asked,
                past=_is_of_the_past(entry, desk),
            )
        )
    least = LEAST_FIT if desk.search.by_meaning else LEAST_WORDS
    return [p for p in result if p.fit >= least]


def is_of_a_challenge_unasked(question: Question, entry: FaqEntry, desk: Desk) -> bool:
    """Whether an entry tells of a challenge to who only says where he works (« à l'Insee, quel appel ? »), or
    asks who runs the programme: « et qui le pilote ? » does not mean « Pilote Intelligence ».
    """
    at_work = question.intent in _OF_NO_CHALLENGE and bool(question.values("administration"))
    asks_of_all = at_work or question.intent == "programme_operator"
    if not asks_of_all or question.entities.keys() & {"challenge", "unknown_challenge"}:
        return False
    return any(one.kind == "challenge" for one in desk.names.find(entry.answer_fr, misspelt=False))


def _asks_no_pay(question: Question) -> bool:
    """« 12 ans d'expérience, je peux candidater ? » asks who may apply, not what one earns."""
    return question.intent == "eligibility" and not _PAY.search(fold(question.text))


def _is_of_the_past(entry: FaqEntry, desk: Desk) -> bool:
    told = promotions_told(entry)
    return bool(told) and desk.promotions[-1].id not in told and not _HOLDS_ON.search(fold(entry.answer_fr))


def statements_of(rows: Sequence[str], desk: Desk) -> list[Statement | None]:
    """The statement of each row; None where the row is of another kind."""
    ids = [int(ref) if kind == "statement" else None for kind, _, ref in (row.partition(":") for row in rows)]
    found = {one.id: one for one in statements_by_id(desk.base, [one for one in ids if one is not None])}
    return [found.get(one) if one is not None else None for one in ids]


def holds_for(entry: FaqEntry, known: Sequence[str]) -> bool:
    """Whether an entry is said of one of these promotions, or of none in particular."""
    told = promotions_told(entry)
    return not told or bool(told & set(known))


def promotions_told(entry: FaqEntry) -> frozenset[str]:
    """The promotions that an entry is said of; empty where it is said of none in particular."""
    return promotions_in(entry.answer_fr) | set(entry.promotions)


@lru_cache(maxsize=512)
def promotions_in(text: str) -> frozenset[str]:
    """The promotions that a text names, with those between « de la promotion 2 à la promotion 6 »."""
    named = {r.value for r in find_references(text) if r.kind == "promotion"}
    for first, last in _FROM_ONE_TO_ANOTHER.findall(fold(text)):
        named |= {str(number) for number in range(int(first), int(last) + 1)}
    return frozenset(named)


def was(passage: Passage) -> bool:
    """Whether a passage is on promotions of the past alone."""
    return passage.past or not (passage.current or passage.property == "faq")


def tells_of_others(passage: Passage, known: Sequence[str]) -> bool:
    """Whether a passage says how it was in promotions that were not asked about."""
    return bool(promotions_in(passage.text) - set(known))


def accounted(wanted: str, said: set[str]) -> bool:
    """Whether the stem ``wanted`` is among the stems ``said``, spelling forgiven."""
    if wanted in said or (len(wanted) >= 4 and any(word.startswith(wanted) for word in said)):
        return True
    return len(wanted) >= 4 and bool(
        process.extractOne(wanted, said, scorer=Indel.normalized_similarity, score_cutoff=0.8)
    )
