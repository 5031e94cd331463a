"""What of a message to answer: all of it, or its question without what is said around."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from actions.answer import Answer
from actions.conversation.focus import Focus
from actions.conversation.wishes import asks_of_an_own_case, only_thanks
from actions.desk import desk
from actions.programme.challenge_intents import CHALLENGE_INTENTS
from actions.programme.criteria import LIST_INTENTS
from actions.question import CLEAR, FIRM, SURE, Question, said_of
from actions.reports.cards.meant import is_of_a_card, words_of_a_card
from actions.reports.routing import PROGRAMME, is_report_reading
from actions.respond import respond
from bot.around import is_of_another_matter, may_be_around, told_of_what_is_around
from bot.bodies import (
    is_of_several_reports,
    is_of_the_same,
    keeps_towns,
    names_a_body,
    names_its_town,
    of_their_body,
    of_their_promotion,
    stands_alone,
    towns,
)
from bot.introductions import (
    POINTS_BACK,
    clauses,
    is_of_the_speaker,
    only_asked,
    only_introduces,
    wants_something,
    without_aside,
    without_introduction,
    without_thanks,
)
from bot.parts import Parse, of_the_challenge, only_challenge
from bot.requests import without_request
from bot.segments import split_questions
from bot.sureness import (
    AHEAD,
    STANDS,
    SURELY_OURS,
    is_on_reports,
    is_surer,
    is_unanswered,
    says_what,
    surely_ours,
)
from knowledge.reports.communes import communes_in
from knowledge.text import fold, words

logger = logging.getLogger(__name__)
LONG = 18
"""Words of a message that may be answered for what is said around its question."""
TWO_WORDS = 2
"""The same for one that has a sure answer where the whole has none."""
NOTHING_NEAR = 0.1
"""Sureness up to which nothing was near to being an answer."""
REQUESTED = 0.6
"""Sureness from which what is requested has an answer, and up to which it has none with the request."""
WHOLE_TOLD = 0.7
"""Sureness from which the whole is answered on the programme where its question alone is not."""
_CUT_OFF = re.compile(
    r"\b(?:as|avez|aurai\w|auriez|peux|pouvez|pourrai\w|pourriez|sais|savez|connai\w+|have|know|can)\W*$"
)
"""« au fait, t'aurais »: a question cut off after its verb has lost what it asks for."""
_GREETING = {"fr": "bonjour", "en": "hello"}
"""Said for someone who opens the talk with who they are, and no more."""
_DEPENDS_ON_WHO_ASKS = frozenset(
    "eligibility administration_eligibility administration_cost apply_procedure propose_procedure pay "
    "contract profiles_sought obligations remote_work work_location support after_programme call_status "
    "next_call".split()
)
"""Intents of which who asks may be the point, though the question does not say « je »."""


async def heard(text: str, shorter: Sequence[str], parse: Parse, focus: Focus) -> str:
    """``text``, or the first of its ``shorter`` forms that has an answer where the whole has no sure one.

    « je suis fonctionnaire, puis-je candidater ? » tells a condition before it asks: the whole comes first.
    Where trying one fails, the whole is answered. What stands in brackets (« [article 58-2°] ») asks nothing.
    """
    text = without_aside(without_thanks(text))
    shorter = [one for one in shorter if not one.startswith("[") and one != text]
    alone = without_introduction(text)
    plain = len(clauses(text)) == 1 and not only_introduces(text)
    only_asks = wants_something(text) and only_asked(text) == text
    requested = without_request(text)
    nothing_around = not (shorter or alone or requested) and (only_asks or plain)
    if nothing_around or only_thanks(text) or asks_of_an_own_case(text):  # « merci quand même »: no date
        return text
    try:
        return await _chosen(text, shorter, alone, requested, parse, focus)
    except Exception:
        logger.exception("no shorter form of a message could be tried")
        return text


async def _chosen(
    text: str,
    shorter: Sequence[str],
    alone: Sequence[str],
    requested: Sequence[str],
    parse: Parse,
    focus: Focus,
) -> str:
    parsed = await parse(text)
    whole, meant = respond(parsed, focus, desk())
    if is_of_another_matter(whole, meant):
        return text
    answers = {text: (whole, meant)}
    named = only_challenge(parsed)

    async def told_of(form: str) -> tuple[Answer, Question]:
        if form not in answers:
            answers[form] = respond(await parse(form), focus, desk())
        return answers[form]

    told_of_reports = whole.status == "answered" and is_on_reports(meant)

    async def is_alike(form: str) -> bool:
        if not told_of_reports:
            return False
        read = (await parse(form))["intent"]
        return is_report_reading(read["name"]) and bool(read["confidence"] >= FIRM)

    of_a_card = words_of_a_card(meant, desk())
    unanswered = is_unanswered(whole)
    for one in alone:
        one = of_the_challenge(named, of_their_promotion(of_their_body(one, text, parsed), parsed))
        if await is_alike(one):
            continue  # only the programme has answers that need no speaker
        answer, question = await told_of(one)
        if of_a_card and not is_on_reports(question) and not PROGRAMME & set(question.content):
            continue  # « je suis journaliste, SIRHEN m'intéresse. Combien a coûté ce programme ? »
        if _needs_no_speaker(one, answer, question, whole, meant):
            return one
        if _is_beside(one, answer, question, whole, text):
            return one
    asked = of_the_challenge(named, only_asked(text))
    several = not is_on_reports(meant) and meant.sureness < SURELY_OURS and len(split_questions(asked)) > 1
    may_win = several or unanswered or may_be_around(whole, asked, is_of_the_speaker(asked))
    if asked != text and may_win and not names_a_body(whole) and not POINTS_BACK.search(fold(asked)):
        answer, question = await told_of(asked)
        if stands_alone(asked, question, meant) and (not of_a_card or PROGRAMME & set(question.content)):
            beside = several or _is_beside(asked, answer, question, whole, text)
            if beside or unanswered and _is_surely_told(answer, question):
                return asked
    if not wants_something(text):
        if focus.intent is None and only_introduces(text) and unanswered:
            return _GREETING.get(meant.lang, text)
        begins = clauses(text)[0]
        first = None if _is_on_something(whole, meant) else (await told_of(begins))[1]
        if first and first.intent == "insult" and first.confidence >= FIRM:
            return begins  # it only complains
    if _stands(whole, meant, len(words(text))):
        return text
    of_a_body = names_a_body(whole)
    tried: list[tuple[str, Answer, Question]] = []
    one_report = sum(row.startswith("report:") for row in whole.rows) == 1
    asking = [form for form in shorter if wants_something(form) or not wants_something(text)]
    hardly_told = not is_on_reports(meant) and (whole.status != "answered" or meant.sureness < REQUESTED)
    asking += requested if hardly_told else ()
    for one in (form for form in asking if not _CUT_OFF.search(fold(form))):
        enough = named is None and (of_a_body or one_report or tried)
        if enough and not names_its_town(one, text) and await is_alike(one):
            tried.append((one, whole, meant))  # another answer from the reports would be no better
            continue
        answer, question = await told_of(one)
        if named is not None and _is_of_the_named(question):
            one = said_of(named, one)  # « je vois matchID. C'est quoi ? »
            answer, question = await told_of(one)
        more = told_of_reports and is_on_reports(question)
        if of_a_body and not more and not communes_in(one) and not names_a_body(answer):
            one = f"{one} {towns(text)}".strip()  # « je suis soigné à Dax, l'hôpital va mal ? »
            answer, question = await told_of(one)
        if of_a_card and not is_of_a_card(question, desk()):
            one = said_of(" ".join(of_a_card), one)  # « combien a coûté ce programme ? » after SIRHEN
            answer, question = await told_of(one)
        if of_a_card and not is_on_reports(question):
            continue
        if answer.tells_that_nobody_does and not of_a_body:
            return one
        if one in requested and answer.status == "answered" and question.sureness < REQUESTED:
            continue
        if answer.status == "answered":
            if is_on_reports(question):
                better = names_its_town(one, text) or (
                    whole.status != "answered" and keeps_towns(one, text) and is_of_the_same(answer, whole)
                )
            elif whole.status == "out_of_scope" and not (says_what(question) or surely_ours(question, meant)):
                continue
            else:
                refused = whole.status != "answered" and not of_a_body
                better = refused or is_surer(question, meant, of_a_body)
            if better:
                return one
        tried.append((one, answer, question))
    best = next((form for form in tried if form[1].status != "smalltalk"), (text, whole, meant))
    if whole.status != "answered":
        told = is_on_reports(meant) or not keeps_towns(best[0], text)
    elif is_on_reports(meant):
        of_another_matter = any(answer.status == "out_of_scope" for _, answer, _ in tried)
        found = best[1].status == "answered" and is_on_reports(best[2])
        told = (of_a_body or one_report or found) and not of_another_matter
    else:
        told = meant.sureness >= WHOLE_TOLD
    return text if told else best[0]


def _needs_no_speaker(one: str, answer: Answer, question: Question, whole: Answer, meant: Question) -> bool:
    """Whether a question, without what its author says of himself, is answered on the programme: surely where
    the whole is answered too; where who asks may be the point, only if the whole is not, or hardly.
    """
    if is_unanswered(whole) and answer.tells_that_nobody_does:
        return True
    if answer.status != "answered" or is_on_reports(question) or POINTS_BACK.search(fold(one)):
        return False
    if whole.status == "out_of_scope" and question.sureness < STANDS:
        return False
    if whole.status == "smalltalk":
        return True  # « merci, et où je surveille les offres ? »
    of_the_speaker = is_of_the_speaker(one) or question.intent in _DEPENDS_ON_WHO_ASKS
    of_a_body = is_on_reports(meant) and not is_of_several_reports(whole)
    plain = not of_a_body and question.sureness >= STANDS and len(set(question.content)) >= TWO_WORDS
    untold = whole.status not in ("answered", "out_of_scope")
    clear = says_what(question, of_a_body) or untold and plain
    if not clear or of_the_speaker and whole.tells_that_nobody_does:
        return False
    if whole.status != "answered":
        return True
    unfiltered = question.intent in LIST_INTENTS and not question.subjects
    hardly = is_on_reports(meant) or meant.sureness < WHOLE_TOLD and not is_of_the_speaker(one)
    told_later = bool(answer.rows) and answer.rows[0] in whole.rows[1:]
    if told_later and question.sureness >= max(STANDS, meant.sureness + AHEAD):
        return not is_of_the_speaker(one)  # what is asked is told of the whole too, but not first
    settled = question.certainty is None and question.confidence >= CLEAR
    return (settled or question.sureness >= SURELY_OURS) and (hardly or not (of_the_speaker or unfiltered))


def _is_beside(one: str, answer: Answer, question: Question, whole: Answer, text: str) -> bool:
    """Whether the whole is answered on what is said around its question, which has an answer of its own."""
    told = answer.status == "answered" or answer.tells_that_nobody_does
    told = told and not is_on_reports(question) and not POINTS_BACK.search(fold(one))
    if not told or whole.status == "answered" and question.sureness < SURELY_OURS:
        return False
    return told_of_what_is_around(text, whole, one, answer, question, is_of_the_speaker(one))


def _is_surely_told(answer: Answer, question: Question) -> bool:
    told = answer.status == "answered" and not is_on_reports(question)
    return told and question.sureness >= STANDS and says_what(question)


def _is_of_the_named(question: Question) -> bool:
    """Whether a question is of the challenge named beside it: « je vois SMASH. Où est le code ? »."""
    unnamed = "challenge" not in question.subjects - question.inherited
    return unnamed and question.intent in CHALLENGE_INTENTS or not says_what(question)


def _is_on_something(whole: Answer, meant: Question) -> bool:
    of_something = meant.subjects or any(row.startswith(("organisation:", "report:")) for row in whole.rows)
    return bool(of_something) or whole.status == "answered" and meant.sureness >= SURELY_OURS


def _stands(answer: Answer, question: Question, length: int) -> bool:
    if question.intent in ("out_of_scope", "human_contact"):
        # what was weighed has the certainty of the best answer that was not given: no measure of this one
        unweighed = question.certainty is None or question.certainty <= NOTHING_NEAR
        return unweighed and question.confidence >= SURE
    only_thanks_us = answer.status == "smalltalk" and question.confidence >= 1.0
    if question.inherited or only_thanks_us or answer.tells_that_nobody_does:
        return True
    if answer.status != "answered" or is_on_reports(question):
        return False
    return length < LONG or question.sureness >= STANDS
