"""Whether the answer to the settled reading is given as it is, without weighing others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answer import Answer
from actions.answer_type import holds_an_amount, missing_kinds
from actions.confidence import CATCH_ALL
from actions.conversation.again import asked_again
from actions.conversation.courtesy import COURTESY
from actions.conversation.wishes import asks_for_an_address
from actions.desk import Desk
from actions.doubt import NO_FACTS
from actions.evidence import USES_NAMES
from actions.programme.call_intents import CALL_INTENTS
from actions.programme.challenge_intents import CHALLENGE_INTENTS, TOLD_BY_ITS_ROW
from actions.programme.criteria import LIST_INTENTS
from actions.programme.described import asks_what_it_is, description_in
from actions.question import FIRM, PLAIN, SURE, UNSURE, Question
from actions.reports.cards.meant import FAR_AHEAD, surest_card
from actions.reports.only_ours import names_what_only_reports_know
from actions.reports.routing import is_about_reports, is_report_reading
from actions.silence import Silence
from actions.tell import known_promotions
from knowledge.references import find_references
from knowledge.text import fold, sentences, words

NEAR_WORDS = 0.6
"""Score from which a message of another matter, as it sounds, may be a question to an entry all the same."""
NEARLY = 0.3
"""Probability of an intent of ours from which a message is not surely of another matter."""
_ASKS_MORE = 2
"""Meaningful words from which a message asks for more than an address."""
_NAMED_TOGETHER = 3
"""Challenges of which one thing may be asked at once."""
_COST = re.compile(r"\b(?:cou?t(?:e|es|er|ait|ent|s)?|prix|budget\w*|depens\w*|costs?|spent|spend\w*)\b")
"""Of a challenge, not of the people who work on it."""
_BUDGET = re.compile(
    r"\b(?:budgets?|enveloppe|credits)\b"
    r"|\b(?:how much money|combien d ?['’]? ?argent)\b"
    r"|\b(?:combien|cb|how much)\b.*\b(?:cou?te[rs]?|depens\w+|consomm\w+|cost|spend|spent)\b"
)
"""Of the programme, where a year is named."""
_PAY_UNTOLD = re.compile(
    r"\b(?:bruts?|brute|gross|moyen\w*|average|median\w*|augment\w*|primes?|horaire|raises?)\b"
)
"""Of pay, what the rules do not tell."""
_EARN = re.compile(r"gagn\w+|touch\w+|pay\w+|percoi\w+|earn\w*|paid")
_EIGS_MEANT = frozenset("count_eig promotion_overview promotion_dates pay profiles_sought".split())
"""Intents after whose answers « ils » are the EIGs."""
_OFFICES = (
    r"(?:ministre|secretaire d ?['’]? ?etat|prefete?|maire|deputee?|senat(?:eur|rice)|minister|mayor|prefect)"
)
_WHO_HELD_IT = re.compile(
    rf"\b(?:qui|who) (?:est|etait|sera|fut|is|was) (?:\w+ |l ?['’] ?){{0,3}}{_OFFICES}\b"
    rf"|\b(?:quel(?:le)?|which|nom d(?:u|e la)) {_OFFICES}\b"
    rf"|\b{_OFFICES}\b.{{0,40}}\bc ?['’]? ?(?:est|etait) qui\b"
)
_HOLDER = re.compile(rf"(?<!premier )(?<!prime )\b{_OFFICES}\b")
"""« qui était le ministre du budget ? »: who held an office, of which the sources name few."""
_MEANING = re.compile(
    r"(?i:signifi\w+|veut dire|sigle|acronyme) (?i:(?:le |la |de |du |d['’]|l['’])?(?:sigle |acronyme )?)"
    r"(?P<acronym>[A-Z]{3,})\b"
    r"|\b(?P<other>[A-Z]{3,}),? (?i:ca veut dire|ça veut dire|stands? for|means?)"
)
_ALL_OF_THEM = re.compile(
    r"\b(?:des|les|vos|the|your|all) (?:defis|projets|outils|challenges|projects|tools)\b"
)


def is_final(settled: Question, first: Answer, silence: Silence, desk: Desk) -> bool:
    """Whether the first answer is given as it is: matters of principle, and what no other reading betters."""
    if _leaves_it_open(settled, first, silence, desk):
        return False
    if _follows_the_talk(settled, first) or _is_plain(settled, first):
        return True
    intent = settled.intent
    only_writes = len(settled.content_words) < _ASKS_MORE  # « à qui j'écris ? » is in many wordings
    if intent == "contact_address" and not only_writes and _is_near_an_entry(settled, desk, first.rows):
        return False
    if settled.ruled:
        known, unknown = known_promotions(settled, desk)
        never_was = bool(unknown) and not known
        return first.status == "answered" or intent.startswith("report") or never_was
    if settled.entities.keys() & {"unknown_challenge", "unknown_administration"}:
        return first.status != "answered"
    if _names_what_has_no_answer(settled, first):
        return settled.confidence >= UNSURE
    return _needs_no_fact(settled, desk)


def _leaves_it_open(settled: Question, first: Answer, silence: Silence, desk: Desk) -> bool:
    """Whether another reading may tell what is asked, however sure this one is."""
    return (
        is_silent_on_it(settled, first)
        or (
            silence.nobody
            and not is_told(settled, silence)
            and not names_what_only_reports_know(settled, desk)
        )
        or _asks_of_all(settled, first)
        or _asks_of_none(settled, first, desk)
        or _describes_one(settled, first)
    )


def _follows_the_talk(settled: Question, first: Answer) -> bool:
    """Whether the conversation itself says what is meant."""
    intent, focus = settled.intent, settled.focus
    if focus.intent and settled.confidence >= 1.0 and intent not in COURTESY | {"nlu_fallback"}:
        return True
    if asked_again(settled) and focus.rows[:1] == first.rows[:1]:
        return True  # the same question, which the same row answers
    strange = len(settled.unfamiliar) >= max(2, len(settled.content_words) / 2)
    sure = settled.confidence >= FIRM or intent in USES_NAMES
    return bool(settled.inherited) and first.status == "answered" and sure and not strange


def _is_plain(settled: Question, first: Answer) -> bool:
    """Whether a challenge's row tells the one thing asked of it, or every word fits a very likely intent."""
    answered, intent = first.status == "answered", settled.intent
    of_one = intent in TOLD_BY_ITS_ROW and len(settled.values("challenge")) == 1
    if of_one and settled.confidence >= FIRM and answered and not missing_kinds(settled.bare, first.text):
        return True
    least = PLAIN if answered or intent == "out_of_scope" else SURE
    fits = not settled.unfamiliar and intent not in (CATCH_ALL, "nlu_fallback")
    return fits and settled.confidence >= least


def _names_what_has_no_answer(settled: Question, first: Answer) -> bool:
    """Whether names are given of which the base has nothing to tell; of a person only by that name."""
    by_names = settled.intent in USES_NAMES - LIST_INTENTS and bool(settled.subjects)
    nobody = settled.intent == "person_lookup" and not settled.values("person")
    return by_names and first.status == "not_found" and not nobody


def _needs_no_fact(settled: Question, desk: Desk) -> bool:
    """Whether another matter, small talk or the reports are surely meant: no entry of the base is weighed."""
    intent, sure = settled.intent, settled.confidence >= FIRM
    if intent == "human_contact" and asks_for_an_address(settled.text):
        return False
    if intent == "out_of_scope":
        least = PLAIN if settled.focus.asked_programme else SURE  # in a talk on it, others are weighed
        return settled.confidence >= least and not (
            _is_near_an_entry(settled, desk) or _is_near_ours(settled)
        )
    if intent.startswith("report"):
        return sure or is_about_reports(settled) or surest_card(settled, desk, FAR_AHEAD) is not None
    return sure and intent in COURTESY | {"unknown_detail"}


def is_told(question: Question, silence: Silence) -> bool:
    """Whether today's date, the row of the challenge named, the list of challenges, the rules on pay or the
    address tell what is asked.
    """
    whom = question.ruled and question.intent == "contact_address"  # « à qui on écrit ? »
    if question.intent in CALL_INTENTS or asks_what_it_is(question) or whom:
        return True
    least = SURE if question.values("promotion") else FIRM
    of_eigs = question.focus.intent in _EIGS_MEANT  # « ils gagnent combien ? », whose verb is in no example
    strange = [w for w in question.unfamiliar if not (of_eigs and _EARN.fullmatch(w))]
    if question.intent == "pay" and question.confidence >= least and not strange:
        plainly = silence.plainly and not question.values("promotion")
        untold = plainly or _PAY_UNTOLD.search(fold(question.text))
        return not (question.values("person") or untold)
    if question.intent in CHALLENGE_INTENTS and question.confidence >= 1.0:  # « et DataRH ? » after another
        return len(question.values("challenge")) == 1
    if question.intent in LIST_INTENTS and question.confidence >= SURE:
        return bool(question.subjects)
    explained = len(question.unfamiliar) <= (question.confidence >= FIRM)
    of_few = 0 < len(question.values("challenge")) <= _NAMED_TOGETHER
    return question.intent in TOLD_BY_ITS_ROW and of_few and (explained or question.ruled)


def _asks_of_all(question: Question, first: Answer) -> bool:
    """« où est le code des projets ? » asks of no single challenge, which one need not be asked."""
    return (
        first.status == "clarify"
        and question.intent in CHALLENGE_INTENTS
        and not question.focus.challenge
        and _ALL_OF_THEM.search(fold(question.text)) is not None
    )


def _asks_of_none(question: Question, first: Answer, desk: Desk) -> bool:
    """« l'adresse du site des offres ? » is in the words of an entry: which challenge need not be asked."""
    unnamed = first.status == "clarify" and question.intent in CHALLENGE_INTENTS
    return unnamed and not question.focus.challenge and _is_near_an_entry(question, desk)


def _describes_one(question: Question, first: Answer) -> bool:
    """« quelle promo, le défi des orgues ? » says which challenge it means, though not by its name."""
    unnamed = first.status == "clarify" and question.intent in CHALLENGE_INTENTS
    return unnamed and not question.focus.challenge and description_in(question.text) is not None


def is_silent_on_it(question: Question, answer: Answer) -> bool:
    """Whether an answer gives no amount though one is asked, « combien a coûté Gobelins », names nobody in
    the office asked about, or lacks the acronym whose meaning is asked: « que signifie LOLF ? ».
    """
    silent = _is_silent_on_money(question, answer) or _names_no_holder(question, answer)
    return silent or _lacks_the_acronym(question, answer)


def _lacks_the_acronym(question: Question, answer: Answer) -> bool:
    asked = _MEANING.search(question.text)
    if asked is None or is_report_reading(question.intent):
        return False
    return fold(asked["acronym"] or asked["other"]) not in words(answer.text)


def _names_no_holder(question: Question, answer: Answer) -> bool:
    if is_report_reading(question.intent) or not _WHO_HELD_IT.search(fold(question.text)):
        return False
    return not _HOLDER.search(fold(answer.text))


def _is_silent_on_money(question: Question, answer: Answer) -> bool:
    if _tells_no_budget_of_the_year(question, answer):
        return True
    named = question.values("challenge")
    if not named and question.intent not in CHALLENGE_INTENTS:
        return False
    said = answer.text
    if named and not question.values("promotion") and _COST.search(fold(question.text)):
        said = "\n".join(line for line in said.split("\n") if any(_names(line, one) for one in named))
    return "money" in missing_kinds(question.bare, said)


def _tells_no_budget_of_the_year(question: Question, answer: Answer) -> bool:
    """Whether the programme's budget of a year is asked, and every amount told is of another year."""
    years, promotions = set(question.values("year")), set(question.values("promotion"))
    if not years or question.entities.keys() & {"challenge", "administration"}:
        return False
    if is_report_reading(question.intent) or not _BUDGET.search(fold(question.text)):
        return False
    said = [part for line in answer.text.split("\n") for part in sentences(line)]
    return not any(
        years & set(words(part)) or promotions & {r.value for r in find_references(part)}
        for part in said
        if holds_an_amount(part)
    )


def _names(line: str, challenge: str) -> bool:
    return "".join(words(challenge)) in "".join(words(line))


def _is_near_ours(question: Question) -> bool:
    """Whether an intent of ours is nearly as likely: « 7 ans d'xp quel salaire » may be of any job."""
    ours = (
        one.confidence
        for one in question.alternatives
        if one.intent not in COURTESY | NO_FACTS and not is_report_reading(one.intent)
    )
    return max(ours, default=0.0) >= NEARLY


def _is_near_an_entry(question: Question, desk: Desk, apart_from: Sequence[str] = ()) -> bool:
    """Whether the base holds something asked for in nearly these words, not among the rows ``apart_from``."""
    hits = desk.search.search(question.bare, 1)
    near = bool(hits) and hits[0].score >= NEAR_WORDS and hits[0].similarity is not None
    return near and f"{hits[0].kind}:{hits[0].ref}" not in apart_from
