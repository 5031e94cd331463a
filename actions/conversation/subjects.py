"""What a question is about: promotions from numbers and years, the last subject when it points back."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from actions.conversation.again import asks_the_same, in_other_words, keeps_its_words, of_the_new_name
from actions.conversation.asker import ASKED_BY_EACH_SIDE, for_audience, of_the_asker
from actions.conversation.courtesy import COURTESY
from actions.conversation.now import asks_of_now
from actions.conversation.spoken_of import meant_by_what_was_said, of_another_thing, speaks_of_its_promotion
from actions.desk import Desk
from actions.programme.call_intents import CALL_INTENTS
from actions.programme.challenge_intents import (
    ABOUT_THE_CHALLENGE,
    ABOUT_THE_NAMED,
    CHALLENGE_INTENTS,
    asked_of_challenge,
    asked_of_the_named,
    asks_how_many_people,
    asks_where_it_is,
)
from actions.programme.criteria import (
    CHALLENGE_WORDS,
    CRITERIA,
    LIST_INTENTS,
    asks_which_ones,
    by_criteria,
    instead_of_the_matter,
    points_to_those,
)
from actions.programme.described import newly_described, of_the_list
from actions.programme.ministries import as_a_ministry
from actions.programme.other_challenges import asks_for_one_of_another_matter
from actions.programme.people_asked import who_they_were
from actions.programme.promotion_names import of_a_promotion_itself, promotions_by_id
from actions.programme.rarely_told import asks_what_became
from actions.question import (
    CLEAR,
    FIRM,
    SUBJECT_KINDS,
    SURE,
    TODAY,
    Question,
    Reading,
    asks_elsewhere,
    says_today,
)
from knowledge.text import fold, words

PROMOTION_INTENTS = frozenset(
    "promotion_overview promotion_dates count_eig count_applications count_projects_submitted "
    "promotion_budget call_status eligibility administration_eligibility profiles_sought pay "
    "contract work_location remote_work team_size mentor_role obligations administration_cost "
    "selection_process jury support after_programme open_source missions apply_procedure "
    "propose_procedure compare_promotions".split()
)
"""Intents whose answer depends on the promotion."""
_ABOUT_THE_PROMOTION = {
    "programme_origin": "promotion_dates", "programme_funding": "promotion_budget",
    "programme_figures": "count_eig", "programme_definition": "promotion_overview",
    "promotion_list": "promotion_dates",
}  # fmt: skip
_BARE = (
    ("challenge", "describe_challenge"), ("unknown_challenge", "describe_challenge"),
    ("person", "person_lookup"), ("administration", "administration_overview"),
    ("unknown_administration", "administration_overview"), ("skill", "list_challenges"),
    ("theme", "list_challenges"), ("town", "list_challenges"), ("promotion", "promotion_overview"),
    ("year", "promotion_overview"),
)  # fmt: skip
_MADE_WITH = re.compile(
    r"\b(?:langages?|language|python|java|javascript|react|framework|techno\w*|stack|serveur|server)\b"
)
"""What a code is written in, which its address does not tell."""
_OF_CALLS = re.compile(
    r"\b(?:prolong\w*|report\w?\b|exten\w+|quelle heure|what time|combien de jours|days left"
    r"|appel a (?:projets?|candidatures?)|call for (?:projects?|applications?))"
)
"""After a call, of what all that is about."""
_NO_ELLIPSIS = COURTESY - {"affirm", "deny", "words_kept"}
_THIS_CHALLENGE = re.compile(r"\b(?:ce|meme|this|that|same) (?:defi|projet|challenge|project)\b")


def resolve(question: Question, desk: Desk) -> Question:
    """The question with its ellipsis filled in and its promotions known by id."""
    meant = promotions_by_id(meant_by_what_was_said(of_the_list(question), desk), desk)
    question = as_a_ministry(newly_described(meant, desk), desk)
    people = who_they_were(question)
    if people is not None:
        return people
    if asks_which_ones(question):
        return _again(question, desk, "list_challenges")
    if question.focus.intent is not None and asks_the_same(question):
        return _again(question, desk, question.focus.intent)
    text = in_other_words(question, desk)
    if question.focus.intent is not None and text is not None:
        return replace(question.with_intent(question.focus.intent, CLEAR), text=text, spans=(), unfamiliar=())
    may_be = question.intent not in _NO_ELLIPSIS - {"explain_source"}  # « promotion 8 ? » sounds like it
    unsure = question.confidence < CLEAR or question.asks_another_number and not question.ruled
    elliptic = question.is_elliptic and unsure and may_be
    if (itself := of_a_promotion_itself(question)) is not None:
        return _inherit(itself)
    if question.intent == "follow_up" or elliptic:
        return _follow_up(question, desk)
    another = of_another_thing(question)
    if another is not question:
        return another
    return _inherit(of_the_asker(by_criteria(_of_the_challenge(_towards_focus(question)))))


def _follow_up(question: Question, desk: Desk) -> Question:
    """Ask the last question again about the new subject; without a last question, take the next reading."""
    own = {kind: values for kind, values in question.entities.items() if kind in SUBJECT_KINDS}
    intent = question.focus.intent
    if intent == "person_lookup" and not own and "challenge" in question.focus.entities:
        return _inherit(question.with_intent("challenge_people", CLEAR))
    of_one = "challenge" in question.focus.entities or "challenge" in own
    if (of_one and own.keys() <= {"challenge", "skill"}) or own.keys() == {"challenge"}:
        asked = asked_of_challenge(fold(question.text))
        if asked:
            return _inherit(question.with_intent(asked, CLEAR))
    other = next((r for r in question.alternatives if r.intent not in _NO_ELLIPSIS | {"follow_up"}), None)
    if question.intent == "follow_up" and other and (intent is None or _says_what(question, other)):
        heard = replace(question, intent=other.intent, unfamiliar=other.unfamiliar)
        return resolve(replace(heard, confidence=max(other.confidence, 0.3)), desk)
    if intent is None or not _fits(intent, own, question) or _is_a_name_alone(own, question):
        bare = next((target for kind, target in _BARE if kind in own), None)
        return question.with_intent(bare or "nlu_fallback", 0.5)
    narrowed = own.keys() - {"promotion", "year"}  # « et à Brest ? » after one challenge
    another = asks_for_one_of_another_matter(question.text)
    elsewhere = another or intent in CHALLENGE_INTENTS and asks_elsewhere(question.text)
    if elsewhere and narrowed and narrowed <= CRITERIA:
        surely = "skill" not in narrowed  # « et le développeur ? » may be of the one spoken of
        return replace(question.with_intent("list_challenges", 1.0 if surely else CLEAR), ruled=surely)
    if not own and _says_something(question) and intent not in CHALLENGE_INTENTS:
        return _inherit(question.with_intent(intent, CLEAR))  # « et un prof de maths ? » is another matter
    if "audience" in question.entities:
        theirs = for_audience(intent, question.values("audience")[0])
        in_their_words = ASKED_BY_EACH_SIDE.get((question.lang, theirs)) if theirs != intent else None
        of_them = _again(question, desk, theirs)
        return replace(of_them, text=in_their_words, spans=(), unfamiliar=()) if in_their_words else of_them
    return _again(question, desk, intent)


def _again(question: Question, desk: Desk, intent: str) -> Question:
    """The last question, or one of ``intent``, about what this one names."""
    own = question.subjects | instead_of_the_matter(question, intent)
    merged = {k: v for k, v in question.focus.entities.items() if not _replaced(k, own)}
    if says_today(question.text):
        last = {"promotion": (desk.promotions[-1].id,)} if intent in LIST_INTENTS and not own else {}
        merged = {k: v for k, v in merged.items() if k not in ("promotion", "year")} | last
    itself = keeps_its_words(question, intent)
    text = question.text if itself else of_the_new_name(question, desk)
    by_entry = "".join(question.focus.rows[:1]).startswith("faq:")
    by_its_words = intent in LIST_INTENTS and not merged.keys() & set(SUBJECT_KINDS)
    left = replace(question, text=text, spans=()).content_words if by_its_words else []
    its_words = tuple(word for word in left if word not in CHALLENGE_WORDS)
    its_pay = intent == "pay" and own & {"promotion", "year"}
    sure = CLEAR if by_entry and not its_pay and intent not in CHALLENGE_INTENTS else 1.0
    return replace(
        question, intent=intent, entities={**merged, **question.entities}, inherited=frozenset(merged),
        confidence=sure, text=text or question.text,
        spans=() if text != question.text else question.spans,
        unfamiliar=() if itself else question.focus.unfamiliar or its_words,
    )  # fmt: skip


def _says_something(question: Question) -> bool:
    """Whether a follow-up without a subject of the base has words of its own."""
    return (
        "audience" not in question.entities
        and not question.intent.startswith("report")
        and bool(_beside_today(question))
    )


def _beside_today(question: Question) -> set[str]:
    """The words with a meaning of a message but for « en ce moment »."""
    return set(question.content_words) - set(
        re.findall("[a-z]+", " ".join(TODAY.findall(fold(question.text))))
    )


def _says_what(question: Question, other: Reading) -> bool:
    """« et les défis de celle-là ? » asks something new of the same subject, « et à Lyon ? » does not."""
    said = _beside_today(question)
    if question.focus.intent == "work_location":  # « et à Rennes ? » is no wish for challenges there
        said -= {word for town in question.values("town") for word in words(town)}
    return bool(said) and other.confidence >= 0.06 and "audience" not in question.entities


def _is_a_name_alone(own: Collection[str], question: Question) -> bool:
    """« ia », typed after what an entry told of another matter, asks nothing again."""
    by_entry = question.focus.rows[:1] and question.focus.rows[0].startswith("faq:")
    return bool(by_entry and own and set(own) <= CRITERIA and not question.points_back)


def _fits(intent: str, own: Mapping[str, tuple[str, ...]], question: Question) -> bool:
    if intent in CHALLENGE_INTENTS:
        return (
            not own
            or bool({"challenge", "unknown_challenge"} & own.keys())
            or (question.intent == "follow_up" and not own.keys() <= {"promotion", "year", "named_year"})
        )
    if {"challenge", "person", "unknown_challenge"} & own.keys():
        return intent == "person_lookup" and "person" in own
    return True


def _replaced(kind: str, own: Collection[str]) -> bool:
    pairs = (("year", "promotion"), ("unknown_challenge", "challenge"))
    same = {one: other for pair in pairs for one, other in (pair, pair[::-1])}
    return kind in own or same.get(kind) in own


def _towards_focus(question: Question) -> Question:
    """A short question without a subject of its own is about the last one: « le code est où ? »."""
    focus = question.focus
    if (
        focus.intent in CALL_INTENTS
        and question.subjects <= {"promotion", "year"}
        and _OF_CALLS.search(fold(question.text))
    ):
        return replace(question.with_intent("call_status", CLEAR), ruled=True)
    if question.subjects or focus.intent is None:
        return question
    if not (question.points_back or len(question.content_words) <= 3):
        return question
    folded = fold(question.text)
    source = question.intent == "explain_source" and question.confidence >= CLEAR
    if len(focus.entities.get("challenge", ())) == 1:
        asked = asked_of_challenge(folded)
        if asked and (not source or asks_where_it_is(folded) or asked_of_the_named(folded)):
            return question.with_intent(asked, max(question.confidence, CLEAR))
    if "challenge" in focus.entities and question.intent in ABOUT_THE_CHALLENGE and "programme" not in folded:
        if focus.intent in CHALLENGE_INTENTS | {"person_lookup"}:
            return question.with_intent(ABOUT_THE_CHALLENGE[question.intent])
    if "promotion" in focus.entities and question.points_back and "programme" not in folded:
        return question.with_intent(_ABOUT_THE_PROMOTION.get(question.intent, question.intent))
    if focus.intent in CALL_INTENTS:
        if question.confidence < CLEAR and question.probability("call_status") >= 0.08:
            return replace(question.with_intent("call_status", CLEAR), ruled=True)
    return question


def _of_the_challenge(question: Question) -> Question:
    """« pour SMASH, quels métiers » asks about that challenge, not about the programme."""
    if not question.values("challenge") or question.values("promotion"):
        return question
    if asks_how_many_people(fold(question.text), question.content_words):
        return replace(question.with_intent("challenge_people", max(question.confidence, CLEAR)), ruled=True)
    asked = asked_of_the_named(fold(question.text)) if len(question.values("challenge")) == 1 else None
    open_to_it = question.intent in CHALLENGE_INTENTS or question.intent in ABOUT_THE_CHALLENGE
    if asked and question.confidence < (CLEAR if open_to_it else SURE):
        return replace(question.with_intent(asked, max(question.confidence, FIRM)), ruled=True)
    if question.intent == "challenge_code" and _MADE_WITH.search(fold(question.text)):
        return question.with_intent("nlu_fallback")
    intent = ABOUT_THE_NAMED.get(question.intent)
    return question.with_intent(intent) if intent else question


def _inherit(question: Question) -> Question:
    """Take the last subject over where the question needs one and names none."""
    focus = question.focus.entities
    meant = question.intent in CHALLENGE_INTENTS or _THIS_CHALLENGE.search(fold(question.text))
    if question.focus.challenge and meant:
        focus = {"challenge": question.focus.challenge, **focus}
    own = question.subjects
    wanted: tuple[str, ...] = ()
    if question.intent in CHALLENGE_INTENTS and not {"challenge", "unknown_challenge"} & own:
        wanted = ("challenge",)
        if question.intent == "describe_challenge" and not question.points_back:
            wanted = wanted if len(question.content_words) <= 3 else ()
    elif question.intent == "person_lookup" and "person" not in own:
        wanted = ("person",)
    elif question.intent in LIST_INTENTS and (
        points_to_those(question) or question.points_back and not own - {"promotion", "year"}
    ):
        of_all = question.intent == "count_challenges" and speaks_of_its_promotion(question.text)
        wanted = ("promotion",) if of_all else ("promotion", *CRITERIA)  # « combien cette année-là ? »
    if question.intent == "count_eig" and own == {"skill"} and len(question.content_words) <= 1:
        wanted = ("promotion",)  # « combien de designers ? » after a promotion
    if question.intent == "obligations" and not own and "audience" in focus:
        wanted = (*wanted, "audience")
    if (
        question.intent in PROMOTION_INTENTS | LIST_INTENTS
        and not own
        and not wanted
        and not (says_today(question.text) or asks_of_now(question))
    ):
        wanted = ("promotion", "year")
    still = question.intent == "programme_state" or asks_what_became(question.text)
    if still and focus.get("promotion") == ("dig",) and not own:
        question, wanted = question.with_intent("promotion_overview"), ("promotion",)
    taken = {kind: focus[kind] for kind in wanted if kind in focus and kind not in question.entities}
    if not taken:
        return question
    return replace(question, entities={**taken, **question.entities}, inherited=frozenset(taken))
