"""The towns and bodies that a message and its answers name: what a shorter form of it must keep."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.answer import Answer
from actions.question import Question, said_of
from bot.introductions import is_of_their_body
from bot.segments import split_questions
from knowledge.references import find_references
from knowledge.reports.communes import communes_in
from knowledge.reports.name_forms import name_tokens
from knowledge.text import fold

_OF_IT = re.compile(r"\b(?:c|ct|cet|l|y|en)['’ ] ?(?:est|etai\w*|a|ont|avait)\b")
_OF_THEIR_TIME = re.compile(
    r"\b(?:(?:et|av)(?:ai\w+|ions)|(?:ma|mon|notre|my|our) (?:promo\w*|equipe|defi|cohorte?|team|challenge)"
    r"|(?:pay|gagn|touch|vers|fourniss|dev|fall|pouv)(?:ait|aient|ais|ions)|was|were|had|did)\b"
)
"""« on était combien ? », « combien payait l'administration ? »: of the promotion that one was in."""
_NAMED = ("promotion", "year", "named_year", "round", "challenge", "unknown_challenge", "person")
"""What a question is of, wherever it is named: « PlaniPref, la mission a réussi finalement ? »."""
_WRITTEN = re.compile(r"[\w'’-]+")


def keeps_towns(one: str, text: str) -> bool:
    """« mon père est soigné à Cahors, il y a combien de lits ? » loses the body when it is shortened."""
    return set(communes_in(text)) <= set(communes_in(one))


def towns(text: str) -> str:
    """The towns that a message names, as they are written there."""
    tokens = {token for town in communes_in(text) for token in town.split()}
    written = [word for word in _WRITTEN.findall(text) if name_tokens(word)]
    return " ".join(word for word in written if tokens.issuperset(name_tokens(word)))


def is_of_the_same(answer: Answer, whole: Answer) -> bool:
    """Whether a shorter form names a body, or finds the report that is nearest to the whole.

    « dans une association littéraire, le CA savait-il ce que gagnaient les gens ? » loses whom it is about
    when it is shortened, and any report may then answer.
    """
    nearest = _reports(whole)
    return names_a_body(answer) or not nearest or bool(nearest & _reports(answer))


def names_a_body(answer: Answer) -> bool:
    return any(row.startswith("organisation:") for row in answer.rows)


def is_of_several_reports(answer: Answer) -> bool:
    """Whether an answer only quotes what comes nearest, in reports on one body and another."""
    return not names_a_body(answer) and len(_reports(answer)) > 1


def _reports(answer: Answer) -> set[str]:
    return {source.report for source in answer.sources if source.report}


def names_its_town(one: str, text: str) -> bool:
    """Whether the question names a town, and another stands around it: where the person lives."""
    return bool(communes_in(one)) and not keeps_towns(one, text)


def of_their_body(one: str, text: str, parsed: Mapping[str, Any]) -> str:
    """« combien de défis notre ministère a-t-il eus ? » with the name of the body where its author works."""
    if not is_of_their_body(one):
        return one
    found = (e for e in parsed.get("entities", ()) if e["entity"] == "administration")
    named = [text[entity["start"] : entity["end"]] for entity in found]
    if not named or any(name in one for name in named):
        return one
    return said_of(named[0], one)


def of_their_promotion(one: str, parsed: Mapping[str, Any]) -> str:
    """« on avait combien de défis ? » with the one promotion named around it: « j'étais mentor promo 2 »."""
    found = [entity for entity in parsed.get("entities", ()) if entity["entity"] == "promotion"]
    of_then = _OF_THEIR_TIME.search(fold(one)) and not find_references(one)
    if len({entity["value"] for entity in found}) != 1 or not of_then:
        return one
    return said_of(f"promotion {found[0]['value']}", one)


def stands_alone(asked: str, question: Question, whole: Question) -> bool:
    """Whether a question keeps what the whole names, and does not point to what is said before it."""
    first = split_questions(asked)[0]
    pointing = replace(question, text=first).points_back or _OF_IT.search(fold(first))
    return not pointing and all(question.values(kind) == whole.values(kind) for kind in _NAMED)
