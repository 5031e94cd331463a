"""Which of several possible answers is given, and whether any is: the surest one, if sure enough.

The settled reading, the other likely intents, the challenge described without its name and the
best entry of the base each give an answer; :mod:`actions.confidence` says how likely each is to
be right.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from actions.answer import Answer
from actions.answer_type import about, asked_kinds, missing_kinds
from actions.challenge_intents import CHALLENGE_INTENTS
from actions.confidence import CATCH_ALL, calibration, features
from actions.described import as_described, asks_what_it_is, fits_clearly, lead
from actions.desk import Desk
from actions.doubt import COURTESY, NO_FACTS, UNSURE, asks_for_an_address
from actions.evidence import USES_NAMES
from actions.fallback import entry_answer, refusal
from actions.question import FIRM, SUBJECT_KINDS, SURE, Question, Reading, asks_about_a_thing
from actions.report_routing import is_about_reports
from actions.silence import UNTOLD, Silence
from actions.subjects import LIST_INTENTS, resolve
from knowledge.text import fold, words

LIKELY = 0.04
"""Probability from which another intent is worth trying."""
BEYOND_DOUBT = 0.9
"""Probability from which an intent that knows every word is not weighed against others."""
OTHERS = 4
"""How many are."""
NEAR_WORDS = 0.6
"""Score from which a message of another matter, as it sounds, may be a question to an entry all the same."""
SILENT, _NEARER = 0.45, 0.03
"""Score from which the nearest entry, being one that no source answers, tells against an answer, and by how
much nearer it must be."""
TOLD = 0.6
"""Least confidence of a challenge whose description fits clearly, better than anything else in the base."""
PLAIN = 0.8
"""Probability of the settled intent from which such an entry no longer tells against its answer."""
UNASKED = 0.6
"""Factor for a challenge near a message that does not speak of anything made: « horaires des marées »."""
SILENCED, ALL_THE_SAME = 0.5, 0.85
"""Factor for an answer to a question that is nearest to one that no source answers, and the probability from
which it is given all the same."""
TOLD_BY_THE_DAY = frozenset({"call_status", "next_call"})
"""Intents answered from today's date, whatever sources leave untold of the years to come."""
_COST = re.compile(r"\b(?:cou?t(?:e|es|er|ait|ent|s)?|prix|budget\w*|depens\w*|costs?|spent|spend\w*)\b")
"""Of a challenge, not of the people who work on it."""
_ALL_OF_THEM = re.compile(
    r"\b(?:des|les|vos|the|your|all) (?:defis|projets|outils|challenges|projects|tools)\b"
)
_OF_A_CHALLENGE = CHALLENGE_INTENTS - {"describe_challenge"}
"""Intents that ask one plain thing of a challenge, which its row tells or nothing does."""
Answerer = Callable[[Question, Desk], Answer]


@dataclass(frozen=True)
class Candidate:
    """An answer that could be given to a reading; ``way`` is how it was come to.

    « settled » is the reading stood by, « other » another intent, « described » a challenge known
    by its description, « entry » an entry of the base whatever the intent.
    """

    question: Question
    answer: Answer
    way: str

    @property
    def gives_what_is_asked(self) -> bool:
        """Whether a number, a share or an average is given where one is asked for."""
        if not asked_kinds(self.question.bare):
            return True
        said = about(set(self.question.values("promotion")) - {"all"}, self.answer.text)
        if _is_silent_on_money(self.question, self.answer):
            return False
        return not {"count", "share", "average", "names"} & set(missing_kinds(self.question.bare, said))

    def features(self, refused: float, silence: Silence, desk: Desk) -> dict[str, float]:
        """What the confidence is made of: the answer's features and how it was come to.

        ``refused`` is how sure the settled reading is when it has no answer, 0 when it has;
        ``silence`` is that of the sources on the question.
        """
        found = features(self.question, self.answer, desk)
        best = found["fit"] + found["behind"] if found["searched"] else found["elsewhere"]
        described = self.way == "described"
        ahead = lead(self.question, desk) if described else 0.0
        return {
            **found,
            **{name: float(self.way == name) for name in ("settled", "described", "entry")},
            "refused": refused,
            "lead": ahead,
            "described_fit": found["fit"] if described else 0.0,
            "told": float(described and fits_clearly(found, ahead)),
            "described_thing": float(described and asks_about_a_thing(self.question)),
            "silence": silence.score,
            "silent_kind": silence.kind,
            "nobody": float(silence.nobody and not is_told(self.question)),
            "silent": float(silence.score >= SILENT and best + _NEARER <= silence.score),
            "less_than_silence": max(0.0, silence.score - found["fit"]) if found["searched"] else 0.0,
        }


def candidates(
    read: Question, settled: Question, first: Answer, desk: Desk, answer: Answerer
) -> Iterator[Candidate]:
    """What could be stated, the settled reading's answer first.

    Words alone, without sentence vectors, do not set an entry against what an intent answers.
    """
    answered_by_intent = first.status == "answered" and not settled.intent.startswith("report")
    if answered_by_intent:
        yield Candidate(settled, first, "settled")
    for other in _readings(read, settled):
        second = resolve(other, desk)
        tried = answer(second, desk)
        if tried.status == "answered":
            answered_by_intent = True
            yield Candidate(second, tried, "other")
    described = as_described(read, desk)
    told = answer(described, desk) if described is not None else None
    if described is not None and told is not None and told.status == "answered":
        yield Candidate(described, told, "described")
    if answered_by_intent and not desk.search.by_meaning:
        return
    found = entry_answer(settled, desk)
    if found is not None:
        yield Candidate(settled.with_intent("nlu_fallback"), found, "entry")


def _readings(read: Question, settled: Question) -> Iterator[Question]:
    ranking = (Reading(read.intent, read.confidence, read.unfamiliar), *read.alternatives)
    reports = is_about_reports(read)
    likely = [
        r
        for r in ranking
        if r.confidence >= LIKELY
        and r.intent not in COURTESY | NO_FACTS
        and (reports or not r.intent.startswith("report"))
    ]
    for one in [r for r in likely if r.intent != settled.intent][:OTHERS]:
        yield replace(
            read,
            intent=one.intent,
            confidence=one.confidence,
            unfamiliar=one.unfamiliar,
            alternatives=tuple(r for r in ranking if r.intent != one.intent),
        )


def _is_silent_on_money(question: Question, answer: Answer) -> bool:
    """Whether an answer on a challenge gives no amount though one is asked: « combien a coûté Gobelins »."""
    named = question.values("challenge")
    if not named and question.intent not in CHALLENGE_INTENTS:
        return False
    said = answer.text
    if named and not question.values("promotion") and _COST.search(fold(question.text)):
        said = "\n".join(line for line in said.split("\n") if any(_names(line, one) for one in named))
    return "money" in missing_kinds(question.bare, said)


def _names(line: str, challenge: str) -> bool:
    return "".join(words(challenge)) in "".join(words(line))


def _is_near_an_entry(question: Question, desk: Desk) -> bool:
    """Whether the base holds something asked for in nearly these words."""
    hits = desk.search.search(question.bare, 1)
    return bool(hits) and hits[0].score >= NEAR_WORDS and hits[0].similarity is not None


def is_final(settled: Question, first: Answer, silence: Silence, desk: Desk) -> bool:
    """Whether the first answer is given as it is: matters of principle, and what no other reading betters."""
    if (
        _is_silent_on_money(settled, first)
        or (silence.nobody and not is_told(settled))
        or _asks_of_all(settled, first)
    ):
        return False
    intent, sure = settled.intent, settled.confidence >= FIRM
    if settled.focus.intent and settled.confidence >= 1.0 and intent not in COURTESY:
        return True
    strange = len(settled.unfamiliar) >= max(2, len(settled.content_words) / 2)
    if settled.inherited and first.status == "answered" and (sure or intent in USES_NAMES) and not strange:
        return True
    of_one = intent in _OF_A_CHALLENGE and len(settled.values("challenge")) == 1
    if sure and of_one and first.status == "answered" and not missing_kinds(settled.bare, first.text):
        return True
    if not settled.unfamiliar and intent != CATCH_ALL and intent != "nlu_fallback":
        if settled.confidence >= (BEYOND_DOUBT if first.status == "answered" else SURE):
            return True
    if settled.ruled:
        return first.status == "answered" or intent.startswith("report")
    if settled.entities.keys() & {"unknown_challenge", "unknown_administration"}:
        return first.status != "answered"
    if (
        intent in USES_NAMES - LIST_INTENTS
        and first.status == "not_found"
        and settled.entities.keys() & set(SUBJECT_KINDS)
        and not (intent == "person_lookup" and not settled.values("person"))
    ):
        return settled.confidence >= UNSURE
    if intent == "human_contact" and asks_for_an_address(settled):
        return False
    if intent == "out_of_scope":
        return settled.confidence >= SURE and not _is_near_an_entry(settled, desk)
    if intent in COURTESY | {"unknown_detail"} or intent.startswith("report"):
        return sure or (intent.startswith("report") and is_about_reports(settled))
    return False


def is_told(question: Question) -> bool:
    """Whether today's date, the row of the challenge named or the list of challenges tells what is asked."""
    if question.intent in TOLD_BY_THE_DAY or asks_what_it_is(question):
        return True
    if question.intent in LIST_INTENTS and question.confidence >= SURE:
        return bool(question.entities.keys() & set(SUBJECT_KINDS))
    return question.intent in _OF_A_CHALLENGE and len(question.values("challenge")) == 1


def _asks_of_all(question: Question, first: Answer) -> bool:
    """« où est le code des projets ? » asks of no single challenge, which one need not be asked."""
    return (
        first.status == "clarify"
        and question.intent in CHALLENGE_INTENTS
        and not question.focus.challenge
        and _ALL_OF_THEM.search(fold(question.text)) is not None
    )


def weighed(probability: float, found: Mapping[str, float]) -> float:
    """The probability after rules: a challenge described clearly, or hardly; a question nobody answers."""
    if found.get("nobody"):
        return probability if probability >= ALL_THE_SAME else probability * SILENCED
    if found.get("described") and not found["described_thing"]:
        return probability * UNASKED
    if found["told"]:
        return max(probability, TOLD)
    plain = found.get("settled") and found.get("probability", 0.0) >= PLAIN
    return probability * SILENCED if found["silent"] and not plain else probability


def choose(
    read: Question, settled: Question, first: Answer, silence: Silence, desk: Desk, answer: Answerer
) -> tuple[Answer, Question]:
    """The surest answer if it is sure enough; otherwise an honest refusal."""
    wanted = calibration()
    best: Candidate | None = None
    surest, most, refused = 0.0, -math.inf, settled.confidence
    for candidate in candidates(read, settled, first, desk, answer):
        if not candidate.gives_what_is_asked:
            continue
        refused = 0.0 if candidate.way == "settled" else refused
        found = candidate.features(refused, silence, desk)
        sure = weighed(wanted.probability(found), found)
        preferred = wanted.prefer(found, sure)
        if preferred > most:
            best, surest, most = candidate, sure, preferred
        if candidate.way == "settled" and sure >= wanted.certain_from:
            break
    if best is not None and surest >= wanted.answer_from:
        return best.answer, replace(best.question, certainty=surest)
    doubted = replace(settled, certainty=surest)
    courteous = settled.intent in COURTESY
    strange = courteous and settled.confidence < SURE and bool(settled.unfamiliar)
    if (
        first.status != "answered"
        and not settled.intent.startswith("report")
        and settled.intent != "nlu_fallback"
        and settled.confidence >= UNSURE
        and not strange
    ):
        return first, doubted
    if courteous and not strange:
        return first, doubted
    sure = settled.confidence >= SURE and silence.score < UNTOLD
    if settled.intent.startswith("report") and (is_about_reports(settled) or sure):
        return first, doubted
    return refusal(doubted, desk, near=surest >= wanted.offer_from), doubted.with_intent("nlu_fallback")
