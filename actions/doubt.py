"""Which reading of a message the assistant stands by, and whether it stands by any."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.conversation.courtesy import COURTEOUS, COURTESY, only_sounds_courteous
from actions.conversation.whom import asks_whom_to_write_to
from actions.conversation.wishes import (
    asks_for_an_address,
    asks_of_an_own_case,
    asks_what_is_kept,
    asks_where_to_write,
    is_not_for_us,
    wants_a_person,
)
from actions.desk import Desk
from actions.private import asks_private
from actions.programme.counting import COUNT_INTENTS, by_what_is_counted
from actions.programme.described import asks_what_it_is
from actions.programme.sprints import asks_when_a_sprint_was
from actions.question import (
    CLEAR,
    FAINT,
    FIRM,
    PLAIN,
    SUBJECT_KINDS,
    SURE,
    UNSURE,
    Question,
    asks_how_many,
    content_words,
    has_no_word_of_its_intent,
)
from actions.reports.about.facts import asks_about_the_report, asks_its_date_or_place
from actions.reports.asked import asks_for_the_page
from actions.reports.attribution import asks_beside_who_says_it
from actions.reports.cards.meant import AHEAD, FAR_AHEAD, surest_card
from actions.reports.only_ours import names_what_only_reports_know
from actions.reports.routing import (
    OURS,
    PROGRAMME,
    REPORTS_LIKELY,
    REPORTS_NOT_EXCLUDED,
    REPORTS_POSSIBLE,
    REPORTS_SURELY,
    as_report_question,
    asks_who_worked,
    is_about_reports,
    is_report_reading,
    names_a_body_alone,
    names_what_reports_tell,
    report_probability,
)
from knowledge.text import fold, words

NO_FACTS = frozenset("out_of_scope unknown_detail follow_up nlu_fallback".split())
"""Intents that ask for no fact of the base, small talk apart."""
_MISREAD = frozenset("promotion_overview list_challenges follow_up out_of_scope unknown_detail".split())
"""Intents that a challenge's unknown name is often taken for."""
_LEAST_OF_ANOTHER = 0.12
"""Probability from which another intent is taken for one that counts, where no number is asked."""
_COMPARED = 2
"""Promotions, or words with a meaning, of which one is compared with another."""
_A_PROMOTION = re.compile(r"\b(?:promo(?:tion)?|cohort|eig) ?[1-7]\b")
_SAYS_PROMOTION = re.compile(r"\b(?:promo\w*|editions?|saisons?|annees?|cohorts?|batch\w*|intakes?|years?)\b")
_STILL_OPEN = re.compile(
    r"\b(?:peu[xt]?|peut-on|puis-je|possible|temps|delais?|can|may) .*?"
    r"\b(?:encore?|tjrs?|toujours|still) .{0,24}?"
    r"\b(?:candidat(?:er|e\b)|postule|s'inscrire|deposer|envoyer|apply|submit)"
    r"|\b(?:encore|toujours) (?:possible|temps) (?:de|d')|\bstill (?:open|possible)"
    r"|\bis (?:the|a|any) .{0,30}?\b(?:sprint|call|recruitment)\b.{0,20}?\bopen\b"
)
"""« Peut-on encore candidater » asks whether a call is open."""
_OF_A_CALL = re.compile(
    r"\b(?:date limite|deadline|closing date|dernier delai|dernier jour pour (?:candidater|deposer))\b"
    r"|\b(?:derniere?|last|latest) (?:appel|sprint|recrutement|call|session de (?:candidature|recrutement))"
    r"|\b(?:recrutements?|candidatures?|appels?|inscriptions?)\b[^.?!]{0,30}\bouvert"
    r"|\bappels? a (?:projets?|candidatures?)\b[^.?!]{0,30}\b(?:clo[ts]|ferm|clotur)"
    r"|\b(?:until|by|before) when\b[^.?!]{0,40}\b(?:appl|send|submit|candida)"
    r"|\b(?:jusqu['’]? ?a|avant) quand\b[^.?!]{0,40}\b(?:candidat|postul|dossier|depos|projet)"
    r"|\b(?:dossiers?|candidatures?) (?:jusqu['’]? ?a|avant) (?:quand|quel)\b"
    r"|\b(?:rate|loupe|manque|missed) (?:la|les|the) (?:date|inscription|candidature)"
)
"""« la date limite », « le dernier appel », « un recrutement ouvert »: when a call opens or closes."""
_PRESS = re.compile(
    r"\b(?:presse?|journalist\w*|interviews?|reportages?|reporter|documentar?\w+|podcasts?|tele|tv|medias?)\b"
)
"""Who answers the press is told by an entry of its own."""
_AMOUNT = re.compile(r"\b(?:combien|cb|how (?:many|much))\b(?!.*\bsources?\b)")


def settle(question: Question, desk: Desk) -> Question:
    """The question with the intent the assistant will stand by; « nlu_fallback » when there is none.

    What the words plainly say comes before the intent that was read; then come small talk, the reports, the
    programme. Only what none of these rules knows is left to how sure the reading is.
    """
    if asks_whom_to_write_to(question):
        return replace(question.with_intent("contact_address", 1.0), ruled=True)
    wish = _wish(question.text)
    if wish is not None:
        return question.with_intent(wish, 1.0)
    question = _as_of_a_call(question)
    if asks_what_it_is(question):
        return replace(question.with_intent("describe_challenge", 1.0), ruled=True)
    if asks_private(question):
        return question.with_intent("unknown_detail", 1.0)
    faint = question.intent in COURTESY and question.confidence < FIRM  # « DALO », « rennes dette »
    alone = names_a_body_alone(question, desk) or names_what_only_reports_know(question, desk)
    if alone or faint and names_what_reports_tell(question, desk):
        return as_report_question(question)
    question = _as_of_a_promotion(_as_a_question_for_us(question))
    return _of_the_talk(question) or _of_a_report(question, desk) or _of_the_programme(question, desk)


def _wish(text: str) -> str | None:
    """The intent of a message that no fact of the base meets."""
    if asks_of_an_own_case(text) or wants_a_person(text):
        return "human_contact"
    if asks_what_is_kept(text):
        return "words_kept"
    return "out_of_scope" if is_not_for_us(text) else None


def _as_of_a_call(question: Question) -> Question:
    """« peut-on encore candidater ? », « la date limite »: a question for the calls, whatever was read."""
    folded = fold(question.text)
    whether_open = _STILL_OPEN.search(folded) is not None and question.intent != "next_call"
    of_a_call = _OF_A_CALL.search(folded) is not None and _may_be_a_call(question)
    if not (whether_open or of_a_call or asks_when_a_sprint_was(question.text)):
        return question
    return replace(question.with_intent("call_status", max(FIRM, question.confidence)), ruled=True)


def _as_a_question_for_us(question: Question) -> Question:
    """The question with its next reading, where it only sounds like small talk or like another matter."""
    of_the_talk = question.intent != "capabilities" or question.focus.status == "answered"
    sounds = of_the_talk and only_sounds_courteous(question.intent, question.text)
    if question.alternatives and (sounds or question.intent in COURTEOUS and question.subjects):
        question = _next_reading(question)
    of_another = question.intent == "explain_source" and (
        _AMOUNT.search(fold(question.text))
        or (question.confidence < PLAIN and has_no_word_of_its_intent(question))
        or question.focus.on_a_report
        and asks_beside_who_says_it(question.text)
    )  # « versé comment ? » sounds like it
    if of_another or question.intent == "insult" and question.unfamiliar and question.confidence < FIRM:
        question = _next_reading(question)
    if question.intent == "out_of_scope" and question.confidence < CLEAR and question.values("challenge"):
        question = question.with_intent("nlu_fallback")
    ours = _names_our_things(question) or (question.confidence < FIRM and PROGRAMME & set(question.content))
    return _next_reading(question) if question.intent == "out_of_scope" and ours else question


def _of_the_talk(question: Question) -> Question | None:
    """The question settled as one on the talk itself: the press, the page of a report, small talk."""
    if _PRESS.search(fold(question.text)) and question.intent in ("human_contact", "contact_address"):
        return question.with_intent("nlu_fallback")
    of_the_report = asks_for_the_page(question.text) or asks_about_the_report(question.text)
    if question.focus.on_a_report and (of_the_report or asks_its_date_or_place(question)):
        return replace(question.with_intent("report_locate", 1.0), ruled=True)
    if question.intent not in COURTESY or _means_an_address(question):
        return None
    return question if question.confidence >= UNSURE else question.with_intent("nlu_fallback")


def _means_an_address(question: Question) -> bool:
    return question.intent == "human_contact" and asks_for_an_address(question.text)


def _of_a_report(question: Question, desk: Desk) -> Question | None:
    """The question settled as one for the reports, by its words or by what they tell of."""
    told = _is_about_a_report(question, desk) or (
        not (is_report_reading(question.intent) and question.confidence >= SURE)
        and names_what_reports_tell(question, desk)
    )
    return as_report_question(question) if told else None


def _of_the_programme(question: Question, desk: Desk) -> Question:
    """The question settled by the thing that it names or counts, else by how sure its reading is."""
    question = _without_reports(question, desk)
    if asks_where_to_write(question.text) or _means_an_address(question):
        return replace(question.with_intent("contact_address", FIRM), ruled=True)
    question = _unless_it_compares_others(by_what_is_counted(question))
    if _is_beyond(question, desk):
        return replace(question.with_intent("promotion_list", SURE), ruled=True)
    if _names_unknown_challenge(question):
        return question.with_intent("describe_challenge")
    question = _unless_no_number_is_asked(question)
    return question if _is_sure_enough(question) else question.with_intent("nlu_fallback")


def _unless_it_compares_others(question: Question) -> Question:
    """« la différence avec les designers d'intérêt général ? » does not ask which promotions to compare."""
    few = question.intent == "compare_promotions" and len(question.values("promotion")) < _COMPARED
    few = few and len(content_words(words(question.text))) >= _COMPARED  # « compare » says nothing of what
    if not few or question.inherited or _SAYS_PROMOTION.search(fold(question.text)) or question.focus.intent:
        return question
    return question.with_intent("nlu_fallback")


def _unless_no_number_is_asked(question: Question) -> Question:
    """The question with its next reading, where it was read as one for a number and asks none."""
    if question.intent not in COUNT_INTENTS or asks_how_many(question) or not question.alternatives:
        return question
    other = question.alternatives[0]
    elsewhere = other.confidence < _LEAST_OF_ANOTHER or other.intent in COUNT_INTENTS | COURTESY | NO_FACTS
    if elsewhere or question.inherited:
        return question
    return replace(question, intent=other.intent, confidence=SURE, unfamiliar=other.unfamiliar)


def _is_sure_enough(question: Question) -> bool:
    """Whether a reading is stood by: of less, what names our things or goes on with the talk suffices."""
    if question.confidence >= SURE or question.confidence >= FAINT and question.inherited:
        return True
    if question.intent == "out_of_scope":
        return question.confidence >= UNSURE and not OURS & set(question.content)
    return question.confidence >= UNSURE and is_about_us(question)


def _names_our_things(question: Question) -> bool:
    """« promo 7 », « le défi de la BnF »: a challenge or host, with a word that only we have for it."""
    named = question.entities.keys() & {"challenge", "administration"}
    told = PROGRAMME & set(question.content) or asks_who_worked(question.text)
    return bool(_A_PROMOTION.search(fold(question.text)) or named and told)


def _next_reading(question: Question) -> Question:
    """The question with the likeliest intent that asks something of the base."""
    other = next((r for r in question.alternatives if r.intent not in COURTESY | {"out_of_scope"}), None)
    if other is None:
        return question
    read = question.with_intent(other.intent, max(other.confidence, UNSURE))
    return replace(read, unfamiliar=other.unfamiliar)


def _may_be_a_call(question: Question) -> bool:
    """Whether calls are among what was heard, and no challenge or person is named."""
    named = question.entities.keys() & {"challenge", "person", "unknown_challenge"}
    return not named and question.probability("call_status") + question.probability("next_call") >= FAINT


def is_about_us(question: Question) -> bool:
    """Whether the message names the programme, its things, or anything the base knows."""
    return bool(question.entities.keys() & {*SUBJECT_KINDS, "audience"}) or bool(OURS & set(question.content))


def _is_about_a_report(question: Question, desk: Desk) -> bool:
    """A doubtful message that is likelier one for the reports, or nearest to one of their cards."""
    if question.confidence >= FIRM and question.intent not in NO_FACTS:
        return False
    probability = report_probability(question, desk)
    if desk.reports is not None and probability >= REPORTS_LIKELY:
        return True
    ahead = AHEAD if probability >= REPORTS_NOT_EXCLUDED else FAR_AHEAD
    return surest_card(question, desk, ahead) is not None


def _as_of_a_promotion(question: Question) -> Question:
    """« où télécharger le règlement de la promo 7 » is no question for reports, unless it says so."""
    named = set(question.values("promotion")) - {"all"}  # a year alone is no promotion's
    spelt = any(kind == "promotion" for *_, kind in question.spans)
    if not (named and spelt) or not question.intent.startswith("report") or is_about_reports(question):
        return question
    others = [r for r in question.alternatives if not r.intent.startswith("report")]
    kept = next((r for r in others if r.intent not in COURTESY | NO_FACTS), None)
    share = sum(r.confidence for r in others)
    return question.with_intent(kept.intent, kept.confidence / share) if kept and share else question


def _without_reports(question: Question, desk: Desk) -> Question:
    """The question read as one on the programme, when all but its wording says that it is no report's."""
    others = [r for r in question.alternatives if not r.intent.startswith("report")]
    if not is_report_reading(question.intent) or not others or question.focus.on_a_report:
        return question
    least = REPORTS_POSSIBLE if desk.reports is not None else REPORTS_SURELY
    if is_about_reports(question) or report_probability(question, desk) >= least:
        return question
    share = sum(reading.confidence for reading in others) or 1.0
    first, *rest = (replace(one, confidence=one.confidence / share) for one in others)
    read = question.with_intent(first.intent, first.confidence)
    return replace(read, unfamiliar=first.unfamiliar, alternatives=tuple(rest))


def _is_beyond(question: Question, desk: Desk) -> bool:
    """Promotions after the last one: whatever is asked of them, there are none."""
    last = max(int(p.id) for p in desk.promotions if p.id.isdigit())
    named = [int(one) if one.isdigit() else 0 for one in question.values("promotion")]
    return min(named, default=0) > last and question.intent not in COUNT_INTENTS


def _names_unknown_challenge(question: Question) -> bool:
    named = question.values("unknown_challenge")
    if not named or question.values("challenge") or question.intent.startswith("report"):
        return False
    return question.confidence < SURE or question.intent in _MISREAD
