"""Which of several possible answers is given, and whether any is: the surest one, if sure enough.

The settled reading, the other likely intents, the challenge described without its name and the
best entry of the base each give an answer; :mod:`actions.confidence` says how likely each is to
be right.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from actions.answer import Answer
from actions.answer_type import about, asked_kinds, missing_kinds, noun_counted
from actions.confidence import calibration, features
from actions.conversation.courtesy import COURTESY
from actions.conversation.subjects import resolve
from actions.desk import Desk
from actions.doubt import NO_FACTS
from actions.evidence import promotions_told
from actions.fallback import entry_answer, refusal
from actions.final import is_silent_on_it, is_told
from actions.programme.challenge_intents import CHALLENGE_INTENTS, asked_of_the_named
from actions.programme.criteria import LIST_INTENTS, NEARLY_ASKED_SO, leaves_out, lists_all
from actions.programme.described import as_described, fits_clearly, lead
from actions.question import (
    FIRM,
    PLAIN,
    SURE,
    UNSURE,
    Question,
    Reading,
    asks_about_a_project,
    asks_about_a_thing,
)
from actions.registry import answer_to
from actions.reports.only_ours import is_only_for_reports
from actions.reports.routing import is_about_reports, is_report_reading
from actions.silence import UNTOLD, Silence
from knowledge.faq import FaqEntry
from knowledge.text import fold, stem

WORTH_TRYING = 0.04
"""Probability from which another intent is worth trying."""
OTHERS = 4
"""How many are."""
SILENT, _NEARER = 0.45, 0.03
"""Score from which the nearest entry, being one that no source answers, tells against an answer, and by how
much nearer it must be; it no longer does where the settled intent is plain."""
TOLD = 0.6
"""Least confidence of a challenge whose description fits clearly, better than anything else in the base."""
UNASKED = 0.6
"""Factor for a challenge near a message that does not speak of anything made: « horaires des marées »."""
SURE_ANSWER = 0.77
"""The least for an answer where reports or a row say nothing, or the message sounds like another matter."""
_TOLD_APART = ("challenge_people", "challenge_code")
"""What a description tells last, or not at all."""
SILENCED, ALL_THE_SAME = 0.5, 0.85
"""Factor for an answer to a question that is nearest to one that no source answers, and the probability from
which it is given all the same."""


@dataclass(frozen=True)
class Candidate:
    """An answer that could be given to a reading; ``way`` is how it was come to.

    « settled » is the reading stood by, « other » another intent, « described » a challenge known
    by its description, « entry » an entry of the base whatever the intent.
    """

    question: Question
    answer: Answer
    way: str

    def gives_what_is_asked(self, desk: Desk) -> bool:
        """Whether a number, a share or an average is given where one is asked for."""
        if is_silent_on_it(self.question, self.answer):
            return False
        if not asked_kinds(self.question.bare):
            return True
        promotions = set(self.question.values("promotion")) - {"all"}
        of_all = bool(promotions) and self._begins_with_the_whole(desk)
        said = about(promotions, self.answer.text, strictly=of_all)
        missing = {"count", "share", "average", "names"} & set(missing_kinds(self.question.bare, said))
        return not missing or (missing == {"count"} and not of_all and self._counts_by_its_wordings(desk))

    def _begins_with_the_whole(self, desk: Desk) -> bool:
        """Whether an entry on no promotion in particular comes first: its numbers are not those of one."""
        if self.question.values("year"):  # « le plan de 2021 » is of no promotion
            return False
        return any(not promotions_told(entry) for entry in self._first_entry(desk))

    def _counts_by_its_wordings(self, desk: Desk) -> bool:
        """Whether the entry told is one that people ask for the number of that very thing."""
        noun = stem(noun_counted(fold(self.question.bare)))
        return any(
            stem(noun_counted(fold(line))) == noun
            for entry in self._first_entry(desk)
            for line in entry.asked.split("\n")
        )

    def _first_entry(self, desk: Desk) -> Sequence[FaqEntry]:
        """The entry told first; none where something else is."""
        return desk.faq([row.removeprefix("faq:") for row in self.answer.rows[:1] if row.startswith("faq:")])

    def features(self, refused: float, silence: Silence, desk: Desk) -> dict[str, float]:
        """What the confidence is made of: the answer's features and how it was come to.

        ``refused`` is how sure the settled reading is when it has no answer, 0 when it has;
        ``silence`` is that of the sources on the question.
        """
        found = features(self.question, self.answer, desk)
        silence = silence.where_told() if is_told(self.question, silence) else silence
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
            **silence.features(),
            "nobody": float(silence.nobody),
            "silent": float(silence.score >= SILENT and best + _NEARER <= silence.score),
            "less_than_silence": max(0.0, silence.score - found["fit"]) if found["searched"] else 0.0,
        }


def candidates(read: Question, settled: Question, first: Answer, desk: Desk) -> Iterator[Candidate]:
    """What could be stated, the settled reading's answer first.

    Words alone set no entry against an intent's answer, nor find a challenge where no made thing is meant.
    """
    answered_by_intent = first.status == "answered" and not settled.intent.startswith("report")
    if answered_by_intent:
        yield Candidate(settled, first, "settled")
    for other in _readings(read, settled):
        second = resolve(other, desk)
        tried = answer_to(second, desk)
        if tried.status == "answered":
            answered_by_intent = True
            yield Candidate(second, tried, "other")
    described = as_described(read, desk)
    if described is not None and (desk.search.by_meaning or asks_about_a_thing(described)):
        told = answer_to(described, desk)
        if told.status == "answered":
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
        if r.confidence >= WORTH_TRYING
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


def weighable(
    read: Question, settled: Question, first: Answer, silence: Silence, desk: Desk
) -> Iterator[tuple[Candidate, dict[str, float]]]:
    """The candidates that give what is asked, each with what its confidence is made of."""
    refused = settled.confidence
    for candidate in candidates(read, settled, first, desk):
        if candidate.gives_what_is_asked(desk):
            refused = 0.0 if candidate.way == "settled" else refused
            yield candidate, candidate.features(refused, silence, desk)


def weighed(probability: float, found: Mapping[str, float]) -> float:
    """The probability after rules: a challenge described clearly, or hardly; a question nobody answers."""
    if found.get("nobody"):
        told = probability >= ALL_THE_SAME and not found.get("plainly_untold")
        return probability if told else probability * SILENCED ** (1.0 + found.get("plainly_untold", 0.0))
    if found.get("described") and not found["described_thing"]:
        return probability * UNASKED
    if found["told"]:
        return max(probability, TOLD)
    plain = found.get("settled") and found.get("probability", 0.0) >= PLAIN
    return probability * SILENCED if found["silent"] and not plain else probability


def choose(
    read: Question, settled: Question, first: Answer, silence: Silence, desk: Desk
) -> tuple[Answer, Question]:
    """The surest answer if it is sure enough; otherwise an honest refusal."""
    wanted = calibration()
    best, surest = _surest(read, settled, first, silence, desk)
    outside = settled.intent == "out_of_scope" and settled.confidence >= (SURE if read.focus.intent else FIRM)
    if best is not None and surest >= (SURE_ANSWER if outside else wanted.answer_from):
        best = _of_what_is_asked(best, read, desk)
        return best.answer, replace(best.question, certainty=surest)
    doubted = replace(settled, certainty=surest)
    if _nobody_tells(settled, silence):
        return refusal(doubted, desk, near=False), doubted.with_intent("nlu_fallback")
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
    near = surest >= wanted.offer_from
    return refusal(doubted, desk, near=near), doubted.with_intent("nlu_fallback")


def _nobody_tells(settled: Question, silence: Silence) -> bool:
    """Whether what is asked is known to be told by no source, and was not surely heard as anything else."""
    untold = silence.nobody and silence.score >= UNTOLD
    if settled.intent in COURTESY - {"human_contact"}:
        return untold and settled.confidence < FIRM
    outside = settled.intent == "out_of_scope" and untold
    return outside or silence.nobody and settled.intent in NO_FACTS and settled.confidence < FIRM


def _of_what_is_asked(best: Candidate, read: Question, desk: Desk) -> Candidate:
    """« qui a fait le défi des orgues ? » is told who did it rather than what it was, where that is known."""
    sure = read.intent in CHALLENGE_INTENTS and read.confidence >= SURE
    asked = asked_of_the_named(fold(read.text)) or (read.intent if sure else "")
    told = [row.removeprefix("challenge:") for row in best.answer.rows if row.startswith("challenge:")]
    only = len(told) == len(best.answer.rows) == 1 and not read.values("challenge")
    unnamed = best.way == "described" or best.question.intent in LIST_INTENTS
    if asked not in _TOLD_APART or not only or not unnamed:
        return best
    narrowed = best.question.with_entities(challenge=(told[0],)).with_intent(asked)
    answer = answer_to(narrowed, desk)
    return replace(best, question=narrowed, answer=answer) if answer.status == "answered" else best


def instead_of_final_refusal(
    read: Question, settled: Question, first: Answer, silence: Silence, desk: Desk
) -> tuple[Answer, Question] | None:
    """What the base surely tells where reports, or a challenge's own row, would be said to tell nothing.

    « le chatbot de la Cour des comptes, il a été fait ? » sounds like a question for the reports.
    """
    on_reports = is_report_reading(settled.intent)
    silent = settled.intent == "describe_challenge" or on_reports
    unknown = settled.entities.keys() & {"unknown_challenge", "unknown_administration"}
    doubtful = on_reports and settled.confidence < FIRM and asks_about_a_project(settled)
    if (first.status == "answered" and not doubtful) or unknown or not silent:
        return None
    if on_reports and is_only_for_reports(read, settled, desk):
        return None
    best, surest = _surest(read, settled, first, silence, desk)
    ours = set(read.values("promotion")) - {"all"} or read.values("named_year")
    if best is None or surest < (calibration().answer_from if ours else SURE_ANSWER):
        return None
    return best.answer, replace(best.question, certainty=surest)


def _surest(
    read: Question, settled: Question, first: Answer, silence: Silence, desk: Desk
) -> tuple[Candidate | None, float]:
    """The candidate to prefer, if any gives what is asked, and how likely it is to be right.

    Those sure enough to be told come before those that are not.
    """
    wanted = calibration()
    best: Candidate | None = None
    surest, first_rank = 0.0, (False, False, -math.inf)
    unfiltered, certain = lists_all(settled), False
    for candidate, found in weighable(read, settled, first, silence, desk):
        sure = weighed(wanted.probability(found), found)
        asked_so = unfiltered and found.get("fit", 0.0) >= NEARLY_ASKED_SO
        rank = (sure >= wanted.answer_from, asked_so, wanted.prefer(found, sure))
        if rank > first_rank and (asked_so or not certain):
            best, surest, first_rank = candidate, sure, rank
        certain |= candidate.way == "settled" and sure >= wanted.certain_from and not leaves_out(settled)
        if certain and not unfiltered:
            break
    return best, surest
