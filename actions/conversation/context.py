"""A message read once more with the name of what the conversation is about: « c'est qui derrière ? »."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from actions.answer import Answer
from actions.compose import not_found, told_by
from actions.conversation.courtesy import intent_heard, is_surely_courteous
from actions.conversation.first_names import called_by_first_name
from actions.conversation.focus import Focus
from actions.conversation.matter import asks_when_it_was, compared_with_the_matter, kinds_named
from actions.conversation.person_meant import person_meant
from actions.conversation.pointers import points_to_one, with_name
from actions.conversation.spoken_of import WHERE_OR_WHEN, names_another_thing, speaks_of_its_promotion
from actions.conversation.sprints import with_its_sprint
from actions.desk import Desk
from actions.evidence import accounted, unexplained
from actions.programme.challenge_intents import (
    CHALLENGE_INTENTS,
    TOLD_BY_ITS_ROW,
    asked_of_challenge,
    asks_of_promotions,
)
from actions.programme.criteria import CRITERIA, LIST_INTENTS, says_only_which
from actions.programme.described import description_in
from actions.programme.other_challenges import asks_for_another
from actions.programme.places import names_a_place
from actions.question import (
    FIRM,
    PLAIN,
    SAYS_NO_SUBJECT,
    SUBJECT_KINDS,
    SURE,
    Question,
    asks_elsewhere,
    said_of,
)
from actions.reports.routing import OURS, PROGRAMME, is_report_reading
from actions.told import with_wordings
from actions.wording import say
from knowledge.challenges import challenges_by_id
from knowledge.text import STOP_WORDS, fold, stem, stems, words

_MOST_WORDS = 14
"""Longer messages say themselves what they are about."""
_OWN_SUBJECT = frozenset(
    "promotion year named_year challenge unknown_challenge administration unknown_administration "
    "person".split()
)
_OF_THE_PROGRAMME = re.compile(r"\b(?:le|du|au|ce|the|this) program(?:me)?\b")
_OF_IT_ALL = re.compile(r"\bde tout (?:ca|cela)\b|\bof all (?:of )?(?:this|that)\b")
"""« c'est qui le chef de tout ça ? » is of the programme, not of the challenge spoken of."""
_AND_A = re.compile(
    r"\W*(?:et|and|what about) (?:(?:pour|for) )?(?:l[ae]s?\b|l['’]|une?\b|des\b|the\b|an?\b)"
)
_OF_THIS_CHAT = re.compile(
    r"\b(?:ce|cet|cette|votre|vos|ton|this|your) "
    r"(?:chat|chatbot|bot|robot|assistant|assistante|conversation|messagerie)\b"
)
_ON_IT = re.compile(
    r"\b(?:la[- ]dessus|dessus|sur (?:ca|cela|ce (?:sujet|theme|point))|a ce (?:sujet|propos)"
    r"|pour (?:ca|cela)|(?:on|about) (?:it|this|that)(?: (?:topic|subject|matter))?)\b"
)
"""What stands for the matter last asked about: « là-dessus »."""
_IT_IS = re.compile(r"\bc ?['’]? ?(?:est|etait)\b|\bit (?:is|was)\b")
_ITS_TOOL = re.compile(
    r"\b(?:l ?['’]? ?(?:outil|appli(?:cation)?)|(?:le|du|au) (?:produit|site|service)"
    r"|the (?:tool|product|app))\b"
)
"""The one made by the challenge last spoken of."""
_AS_SURE = 0.05
"""How much less sure than the words alone a reading of the challenge may be and still be given."""
_NEAR, _SHOWN = 0.25, 2
"""Score from which an entry on the challenge may be what is asked, and how many are shown."""
KEPT = ("text", "intent", "intent_ranking", "entities", "meant", "metadata", "language")
"""What is kept of the second reading."""

Told = tuple[Answer, Question]
"""An answer with the question as it was understood."""


def in_context(text: str, parsed: Mapping[str, Any], focus: Focus, desk: Desk) -> str | None:
    """The message with the name of the challenge last spoken of, or pointed to in the talk, or of the person
    whom it means; None when it names a subject itself.
    """
    pointed_to = with_name(text, focus, desk) or _with_what_it_means(text, focus)
    if pointed_to is not None:
        return pointed_to
    person = person_meant(text, parsed, focus, desk)
    if person is not None:
        return said_of(person, text)
    if _asks_for_a_report_on_it(text, parsed, focus):
        return said_of("programme EIG", text)
    others = focus.entities.keys() & set(SUBJECT_KINDS) - {"challenge"}
    elsewhere = others or _goes_on_elsewhere(text, focus)
    spoken_of = focus.entities.get("challenge") or (() if elsewhere else focus.challenge)
    if len(spoken_of) != 1 or len(words(text)) > _MOST_WORDS or asks_when_it_was(text, focus, desk):
        return None
    if is_surely_courteous(text, parsed):
        return None
    unfamiliar = (parsed.get("intent") or {}).get("unfamiliar") or ()
    if intent_heard(parsed) in WHERE_OR_WHEN and names_another_thing(text, unfamiliar):
        return None
    named = kinds_named(parsed)
    place = "town" in named or names_a_place(text)
    elsewhere = place and (
        focus.intent in LIST_INTENTS or asks_elsewhere(text) or _is_only_a_name(text, named, focus)
    )
    if (
        _OF_THIS_CHAT.search(fold(text))
        or _OF_IT_ALL.search(fold(text))
        or called_by_first_name(text, focus, desk)
    ):
        return None
    if speaks_of_its_promotion(text) or asks_for_another(text) or _OF_THE_PROGRAMME.search(fold(text)):
        return None
    if asks_of_promotions(fold(text)):
        return None
    if description_in(text) or _OWN_SUBJECT & named or elsewhere:
        return None
    challenge = next(iter(challenges_by_id(desk.base, spoken_of)), None)
    return said_of(challenge.name, text) if challenge is not None else None


def beyond_its_challenge(question: Question) -> Question:
    """The question without the challenge spoken of, where it is on all that there is."""
    if question.focus.intent not in CHALLENGE_INTENTS or _OF_IT_ALL.search(fold(question.text)) is None:
        return question
    return replace(question, focus=question.focus.cleared())


def _with_what_it_means(text: str, focus: Focus) -> str | None:
    """The message with the matter, or the sprint, of the last question that its own words point to."""
    compared = compared_with_the_matter(text, focus)
    return compared or _with_the_matter(text, focus) or with_its_sprint(text, focus)


def _with_the_matter(text: str, focus: Focus) -> str | None:
    """« et les EIG ont fait quoi là-dessus ? » in a talk on a report, with the words of the last question."""
    found = _ON_IT.search(fold(text))
    if found is None or not focus.reports or not PROGRAMME & set(stems(text)) or len(fold(text)) != len(text):
        return None
    said = [word for word in words(focus.said) if word not in STOP_WORDS and stem(word) not in OURS]
    return f"{text[: found.start()]}sur {' '.join(said)}{text[found.end() :]}" if said else None


def _asks_for_a_report_on_it(text: str, parsed: Mapping[str, Any], focus: Focus) -> bool:
    """« vous auriez un rapport d'évaluation ? » in a talk on the programme may ask for one on it."""
    if focus.status != "answered" or not focus.asked_programme or not is_report_reading(intent_heard(parsed)):
        return False
    if says_only_which(text):
        return False
    named = {entity["entity"] for entity in parsed.get("entities") or ()} & {*_OWN_SUBJECT, "town"}
    return not named and len(words(text)) <= _MOST_WORDS


def _goes_on_elsewhere(text: str, focus: Focus) -> bool:
    """« et une région ? » after a question on the programme asks that again, not of a challenge before it."""
    folded = fold(text)
    of_the_programme = focus.status == "answered" and focus.intent not in CHALLENGE_INTENTS | LIST_INTENTS
    return of_the_programme and bool(_AND_A.match(folded)) and asked_of_challenge(folded) is None


def _is_only_a_name(text: str, named: Collection[str], focus: Focus) -> bool:
    """« lyon » after an answer on something else than the challenge remembered says nothing of it."""
    return bool(named) and "challenge" not in focus.entities and not _IT_IS.search(fold(text))


def answer_within(alone: Told, within: Told, desk: Desk) -> Told | None:
    """What to answer instead of ``alone``: the reading ``within`` the conversation, or what its challenge's
    entries say where neither knows; None to stay with ``alone``.
    """
    answer, question = alone
    if answer.status == "not_found" and question.ruled and question.intent == "person_lookup":
        return None  # what someone does since, which the entries on the challenge do not tell
    if answer.status == "not_found" and answer.rows and answer.text == within[0].text:
        return None  # « how much did it cost? », which is known to be told by nothing
    if question.intent == "unknown_detail" and question.confidence >= 1.0:
        return None  # what is private is not told by the entries on the challenge either
    said, focus = question.said, question.focus
    if within[1].values("person") and "person" not in within[1].inherited:
        return within if _is_of_someone(within, alone) else None
    if points_to_one(said, focus, desk) or _with_what_it_means(said, focus):
        return within if within[0].status == "answered" else None
    if answer.status == "answered" and "challenge" in question.inherited:
        better = within[0].status == "answered" and passes_over(alone, desk) and not passes_over(within, desk)
        if better or not passes_over(alone, desk) or not _says_it_again(answer, question):
            return within if better else None
        entries = entries_on(question, question.values("challenge")[0], desk)
        unknown = not_found(question, desk, say(question.lang, "not_known"))
        return entries or unknown, question.with_intent("describe_challenge" if entries else "nlu_fallback")
    if question.intent == "out_of_scope" and question.confidence >= SURE:
        return None
    if fits_better(alone, within, desk):
        return within
    sure = answer.status == "answered" and question.confidence >= FIRM
    if sure or PROGRAMME & set(question.content) or not _leaves_it_open(question):
        return None
    meant = within[1].values("challenge")
    told = entries_on(question, meant[0], desk) if meant else None
    return (told, within[1].with_intent("describe_challenge")) if told is not None else None


def _is_of_someone(within: Told, alone: Told) -> bool:
    """Whether the reading with the name of the person meant is told, and the words alone no more of it."""
    told = within[0].status == "answered" or within[1].ruled
    answer, question = alone
    if answer.text == within[0].text:  # the name is remembered with it
        return True
    of_them = bool(question.values("person")) and answer.rows[:1] != question.focus.rows[:1]
    return told and not question.ruled and not of_them


def _says_it_again(answer: Answer, question: Question) -> bool:
    """Whether an answer is the one just given."""
    return question.intent == question.focus.intent and answer.rows[:1] == question.focus.rows[:1]


def fits_better(alone: Told, within: Told, desk: Desk) -> bool:
    """Whether the reading within the conversation answers, more surely than the words alone do."""
    answer, question = within
    surely_heard = question.intent in TOLD_BY_ITS_ROW and question.confidence >= PLAIN
    if answer.status != "answered" or not surely_heard and passes_over(within, desk):
        return False
    if alone[0].status != "answered":
        return True
    if alone[1].ruled and alone[1].confidence >= 1.0 and alone[1].subjects:  # « et celui des armées ? »
        return False
    sure, surer = _certainty(alone[1]), _certainty(question)
    if question.intent in CHALLENGE_INTENTS:
        return surer >= sure - _AS_SURE
    points = alone[1].points_back or _ITS_TOOL.search(fold(alone[1].text)) is not None
    return surer > sure and points and alone[1].confidence < FIRM


def passes_over(told: Told, desk: Desk) -> bool:
    """Whether an answer says nothing of a word that its question does not usually have, or a card nothing
    of the job, town or matter named: where a challenge is located does not tell whether « le poste peut être
    aménagé ».
    """
    answer, question = told
    text = with_wordings(answer, desk)
    if unexplained(question, text):
        return True
    named = [(question.text[start:end], kind) for start, end, kind in question.spans if kind in CRITERIA]
    if question.intent != "describe_challenge" or not (named or question.values("skill")):
        return False
    said = set(stems(text))
    return bool(question.values("skill")) or any(
        not accounted(stem(word), said) for name, _ in named for word in words(name) if word not in STOP_WORDS
    )


def _certainty(question: Question) -> float:
    return 1.0 if question.certainty is None else question.certainty


def _leaves_it_open(question: Question) -> bool:
    return question.points_back or len(question.content_words) <= SAYS_NO_SUBJECT


def entries_on(question: Question, challenge: str, desk: Desk) -> Answer | None:
    """What the entries on one challenge say that come nearest to a question on it; None where the nearest
    is one that no source answers.
    """
    hits = desk.search.scores(question.bare, "faq", desk.faq_on(challenge))
    best = sorted(hits.values(), key=lambda hit: -hit.score)[:_SHOWN]
    near = desk.faq(hit.ref for hit in best if hit.score >= _NEAR)
    if not near or not near[0].published:
        return None
    entries = [entry for entry in near if entry.published]
    return told_by(entries, question.lang, [f"challenge:{challenge}"])
