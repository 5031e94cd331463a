"""Which reading of a message the assistant stands by, and whether it stands by any."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answer import Answer
from actions.desk import Desk
from actions.evidence import USES_NAMES, unexplained
from actions.question import FIRM, SUBJECT_KINDS, SURE, Question, Reading, asks_how_many
from actions.reports import report_anchor
from knowledge.entries import Hit
from knowledge.text import STOP_WORDS, fold, stem

UNSURE, FAINT = 0.2, 0.1
"""Probabilities from which an intent is taken with support, and taken as a continuation."""
LEFTOVER = 0.34
"""Share of the question's words that may be left unaccounted for."""
OURS = frozenset(
    stem(word)
    for word in (
        "eig dig entrepreneur entrepreneuse interet general promotion promo defi defis candidature candidat "
        "postuler programme dinum etalab mentor jury administration ministere projet appel bootcamp "
        "challenge fellow rapport cour comptes chambre regionale referes recommandation entrepreneurs "
        "cohort cohorts program"
    ).split()
)
"""Stems that show a message to be about the programme or the reports."""
_PROGRAMME = frozenset(
    stem(word)
    for word in "eig dig entrepreneur entrepreneurs defi challenge candidature candidat postuler".split()
)
"""Stems of words that only the programme uses, not the reports."""
COURTESY = frozenset(
    "greet goodbye thank affirm deny bot_identity capabilities insult human_contact explain_source".split()
)
"""Intents that ask for no fact of the base."""
_COURTEOUS = frozenset("greet goodbye thank affirm deny".split())
_BROAD = frozenset(
    "compare_promotions promotion_overview promotion_list list_challenges call_status promotion_dates".split()
)
_LISTS = frozenset("list_challenges count_challenges administration_overview".split())
_CRITERIA = frozenset("administration skill theme town promotion".split())
_DATED = frozenset({"call_status", "next_call"})
_COUNTS = frozenset("count_eig count_challenges count_applications count_projects_submitted".split())
_NO_FACTS = frozenset("out_of_scope unknown_detail follow_up nlu_fallback".split())
_MISREAD = frozenset("promotion_overview list_challenges follow_up out_of_scope unknown_detail".split())
"""Intents that a challenge's unknown name is often taken for."""
_PRIVATE = re.compile(
    r"\b(?:e-?mail|mail|adresse|telephone|tel|portable|numero de|numero du|phone|address|06 ?\d|habite|"
    r"domicile|vit|age|ne en|date de naissance|linkedin|photo|marie|celibataire|religion|vote|"
    r"combien gagne|salaire)\b"
)
_OWN_CASE = re.compile(
    r"\bou en est (?:mon|ma|notre)\b"
    r"|\b(?:j'ai|jai|ai-je|je suis|suis-je) (?:ete )?(?:retenue?|selectionnee?|refusee?|acceptee?)\b"
    r"|\b(?:suivi|statut|resultat|numero|etat) (?:de )?(?:mon|ma|notre) (?:dossier|candidature|projet)"
    r"|\b(?:mon dossier|ma candidature) (?:numero|n°|a ete|est-elle|est-il|a-t-elle|a-t-il)"
    r"|status of my application|have i been selected|was i selected"
)
"""What only the team can say: how a person's own application fares."""
_STILL_OPEN = re.compile(
    r"\b(?:peu[xt]?|peut-on|puis-je|possible|temps|delais?|can|may) .*?\b(?:encore|toujours|still) .{0,24}?"
    r"\b(?:candidater|postuler|s'inscrire|deposer|envoyer|apply|submit)"
    r"|\b(?:encore|toujours) (?:possible|temps) (?:de|d')|\bstill (?:open|possible)"
)
"""« Peut-on encore candidater » asks whether a call is open."""
_OF_SOMEONE = re.compile(
    r"\b(?:d un|d une|de l|d'un|d'une|of an|of a|un|une|des) (?:eig|mentor|candidat|laureat)\w*"
)


def settle(question: Question, desk: Desk) -> Question:
    """The question with the intent the assistant will stand by; « nlu_fallback » when there is none."""
    if _OWN_CASE.search(fold(question.text)):
        return question.with_intent("human_contact", 1.0)
    if _STILL_OPEN.search(fold(question.text)) and question.intent not in ("call_status", "next_call"):
        question = question.with_intent("call_status", FIRM)
    if _asks_private(question):
        return question.with_intent("unknown_detail", 1.0)
    if (
        question.intent in _COURTEOUS
        and question.entities.keys() & set(SUBJECT_KINDS)
        and question.alternatives
    ):
        other = next((r for r in question.alternatives if r.intent not in COURTESY), question.alternatives[0])
        question = replace(
            question,
            intent=other.intent,
            confidence=max(other.confidence, UNSURE),
            unfamiliar=other.unfamiliar,
        )
    if question.intent in COURTESY:
        return question if question.confidence >= UNSURE else question.with_intent("nlu_fallback")
    if _is_about_a_report(question, desk):
        likely = next((r for r in question.alternatives if r.intent.startswith("report_")), None)
        return question.with_intent(likely.intent if likely else "report_search", SURE)
    question = _numbers_first(question)
    if _is_beyond(question, desk):
        return question.with_intent("promotion_list", SURE)
    if _names_unknown_challenge(question):
        return question.with_intent("describe_challenge")
    if question.intent in _COUNTS and not asks_how_many(question) and question.alternatives:
        other = question.alternatives[0]
        if (
            other.confidence >= 0.12
            and other.intent not in _COUNTS | COURTESY | _NO_FACTS
            and not question.inherited
        ):
            question = replace(question, intent=other.intent, confidence=SURE, unfamiliar=other.unfamiliar)
    if question.confidence >= SURE:
        return question
    if (
        question.intent == "out_of_scope"
        and question.confidence >= UNSURE
        and not OURS & set(question.content)
    ):
        return question
    if question.confidence >= UNSURE and question.intent != "out_of_scope" and is_about_us(question, desk):
        return question
    if question.confidence >= FAINT and question.inherited:
        return question
    return question.with_intent("nlu_fallback")


def second_readings(read: Question, settled: Question) -> list[Question]:
    """Other intents worth trying when the first finds nothing: likely ones, that state facts."""
    if (
        settled.intent == "unknown_detail"
        or read.values("unknown_challenge")
        or read.values("unknown_administration")
    ):
        return []
    return [
        replace(read, intent=r.intent, confidence=r.confidence, unfamiliar=r.unfamiliar)
        for r in (
            *(
                (Reading(read.intent, read.confidence, read.unfamiliar),)
                if settled.intent == "nlu_fallback"
                else ()
            ),
            *read.alternatives[:3],
        )
        if r.confidence >= (UNSURE if r.intent in _BROAD else FAINT)
        and r.intent not in COURTESY | _NO_FACTS
        and r.intent != settled.intent
    ]


def is_doubtful(question: Question, answer: Answer, desk: Desk) -> bool:
    """Whether to try another reading: nothing found for want of understanding, or words left over."""
    if question.intent.startswith("report") or question.intent in COURTESY | {
        "unknown_detail",
        "out_of_scope",
    }:
        return False
    if question.intent in USES_NAMES and answer.status == "not_found" and question.confidence >= UNSURE:
        return False
    if answer.status in ("not_found", "clarify"):
        return bool(question.unfamiliar) or question.confidence < SURE
    if question.intent in _DATED and question.confidence >= UNSURE:
        return False
    if question.intent in _LISTS and question.entities.keys() & _CRITERIA:
        return False
    if question.intent in USES_NAMES and (
        question.inherited or question.confidence >= SURE or not unexplained(question, desk, answer.text)
    ):
        return False
    return (
        question.confidence < FIRM
        and answer.status == "answered"
        and not explains(question, desk, answer.text)
    )


def explains(question: Question, desk: Desk, text: str) -> bool:
    """Whether intent and answer together account for every word that matters in the question."""
    left = unexplained(question, desk, text)
    return len(left) <= LEFTOVER * max(1, len(question.content_words) + len(question.named_words))


def is_about_us(question: Question, desk: Desk) -> bool:
    """Whether the message names the programme, its things, or anything the base knows."""
    return bool(question.entities.keys() & {*SUBJECT_KINDS, "audience"}) or bool(OURS & set(question.content))


def covers(question: Question, hit: Hit, strict: bool) -> bool:
    """Whether an entry answers the question: most of the words that matter, and the meaning."""
    if not [word for word in question.own_words if word not in STOP_WORDS]:
        return False
    if hit.similarity is None:
        return hit.coverage >= (0.85 if strict else 0.7)
    if hit.similarity >= 0.82 and not strict:
        return True
    need = 0.72 if strict else 0.58
    return hit.score >= need and hit.coverage >= 0.45 and hit.similarity >= (0.62 if strict else 0.5)


def _is_about_a_report(question: Question, desk: Desk) -> bool:
    """A doubtful message that names a body audited in the base, and nothing of the programme."""
    if (
        question.intent.startswith("report_")
        or question.confidence >= FIRM
        or _PROGRAMME & set(question.content)
    ):
        return False
    if question.entities.keys() & {"promotion", "challenge", "person"}:
        return False
    return report_anchor(question, desk)


def _numbers_first(question: Question) -> Question:
    """« a eu 12 ou 13 défis » counts, when counting is nearly as likely as the first reading."""
    counts = [
        r for r in question.alternatives if r.intent in _COUNTS and r.confidence >= question.confidence - 0.1
    ]
    if question.intent in _BROAD and question.confidence < SURE and counts and asks_how_many(question):
        return replace(
            question,
            intent=counts[0].intent,
            confidence=counts[0].confidence,
            unfamiliar=counts[0].unfamiliar,
        )
    return question


def _is_beyond(question: Question, desk: Desk) -> bool:
    """The promotion after the last one: what is asked is whether there will be one."""
    last = max(int(p.id) for p in desk.promotions if p.id.isdigit())
    named = question.values("promotion")
    return named == (str(last + 1),) and question.confidence < SURE and question.intent not in _COUNTS


def _asks_private(question: Question) -> bool:
    """Private data of a person: never answered, whatever the base holds."""
    folded = fold(question.text)
    if not _PRIVATE.search(folded):
        return False
    if question.values("person"):
        return question.intent in (
            "person_lookup",
            "pay",
            "human_contact",
            "unknown_detail",
            "nlu_fallback",
            "out_of_scope",
        )
    return bool(_OF_SOMEONE.search(folded)) and bool(
        re.search(r"\b(?:portable|telephone|mail perso\w*|adresse perso\w*|phone)\b", folded)
    )


def _names_unknown_challenge(question: Question) -> bool:
    named = question.values("unknown_challenge")
    if not named or question.values("challenge") or question.intent.startswith("report"):
        return False
    return question.confidence < SURE or question.intent in _MISREAD
