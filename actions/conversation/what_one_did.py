"""« il a fait combien de promotions ? », « et avant ? » after who someone is; the number of one trade."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.programme.counting import HOW_MANY, only_counts
from actions.question import TIME_KINDS, Question, asks_how_many
from knowledge.text import fold

_HE = re.compile(r"\b(?:il|elle|he|she|lui)\b")
_MISSIONS = r"(?:promo\w*|defis?|projets?|missions?|fois|cohorts?|challenges?|projects?|times)\b"
_HOW_OFTEN = re.compile(
    rf"\b{HOW_MANY} (?:(?:de |d ?['’] ?)(?:autres? )?|of |other )?{_MISSIONS}"
    r"|\b(?:il|elle) en a fait (?:combien|cb)\b|\b(?:combien|cb) en a[- ]t[- ](?:il|elle) fait\b"
)
_OF_OTHERS = re.compile(r"\b(?:candidat\w*|recru\w*|eigs?|personnes?|gens|people|designers?|developp\w+)\b")
"""What a number of promotions is not all that is asked of."""
_BEFORE = re.compile(
    r"\b(?:avant|auparavant|precedemment|before|previously|earlier)\b"
    r"(?! (?:d ?['’]|de |les? (?:eigs?|programme)|the (?:eigs?|programme)|becoming|joining|eigs?\b))"
)
"""« il était où avant ? »: not before he came to the programme."""
_A_PLACE = re.compile(r"\b(?:ou|quoi|quel\w*|defis?|projets?|promo\w*|fait|faisait|where|what|which|did)\b")
_INSIDE = frozenset("dedans dessus parmi dont eux membres equipe".split())
"""Words beside a trade of which a number is asked in what was spoken of."""
_STILL = re.compile(r"\b(?:encore|toujours|restai\w+|still)\b")
"""« combien encore en développement ? » is of projects."""
_AND_OF = re.compile(
    r"\W*(?:(?:et|ok|and|alors)\W+)+(?:de|des|d|les|of|for|the|how many)\b ?['’]? ?(?!.*\b(?:qui|who)\b)"
)
_NUMBER_OF = {"fr": "Combien de {job} ?", "en": "How many {job}?"}


def of_a_trade_there(question: Question) -> Question:
    """« combien de développeurs dedans ? » after a promotion is the number it had, as of one named."""
    focus, own = question.focus, question.values("promotion")
    if question.subjects - {"promotion", "year"} != {"skill"} or _STILL.search(fold(question.text)):
        return question
    asked = question if asks_how_many(question) else _another_trade(question)
    if not asks_how_many(asked):
        return question
    about = own or (() if "challenge" in focus.entities else focus.entities.get("promotion", ()))
    if not about or "all" in about or focus.on_a_report and not own:
        return question
    left = set(asked.content_words) - _INSIDE
    if left and not only_counts(asked):
        return question
    asked = asked.with_intent("count_eig", 1.0).with_entities(promotion=about)
    return replace(asked, inherited=frozenset() if own else frozenset({"promotion"}), ruled=True)


def _another_trade(question: Question) -> Question:
    """« et des designers ? » after the number of another trade is « combien de designers ? »."""
    job = [question.text[start:end] for start, end, kind in question.spans if kind == "skill"]
    another = set(question.content_words) <= _INSIDE and _AND_OF.match(fold(question.text))
    if question.focus.intent != "count_eig" or len(job) != 1 or not another:
        return question
    text = _NUMBER_OF[question.lang].format(job=job[0])
    there = text.index(job[0])
    return replace(question, text=text, spans=((there, there + len(job[0]), "skill"),), unfamiliar=())


def what_one_did(question: Question) -> Question | None:
    """The question how many missions someone had, or what came before, of the one person named or just spoken
    of; None where it asks another thing.
    """
    folded = fold(question.text)
    if not (asks_how_often(question.text) or asks_for_those_before(question.text)):
        return None
    names = question.values("person")
    if not names and question.focus.intent == "person_lookup" and _HE.search(folded):
        names = question.focus.entities.get("person", ())
    others = question.subjects - {"person", "promotion"} - TIME_KINDS  # « il faisait quoi avant, en 2022 ? »
    of_one = question.values("promotion") not in ((), ("all",))
    if len(names) != 1 or others or of_one or _OF_OTHERS.search(folded):
        return None
    asked = question.with_intent("person_lookup", 1.0)
    kept = {"person": names, **{k: v for k, v in question.entities.items() if k == "audience"}}
    inherited = frozenset() if question.values("person") else frozenset({"person"})
    return replace(asked, entities=kept, inherited=inherited, ruled=True)


def asks_how_often(text: str) -> bool:
    """Whether a message on someone asks the number of missions."""
    return _HOW_OFTEN.search(fold(text)) is not None


def asks_for_those_before(text: str) -> bool:
    """Whether a message on someone asks for the missions before the last."""
    folded = fold(text)
    return _BEFORE.search(folded) is not None and _A_PLACE.search(folded) is not None
