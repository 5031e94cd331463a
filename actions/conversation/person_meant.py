"""The person whom « il », « elle » or « sa place » means after a question on who someone is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from actions.conversation.focus import Focus
from actions.conversation.matter import kinds_named
from actions.desk import Desk
from actions.evidence import statements_of
from actions.question import SUBJECT_KINDS, TIME_KINDS
from actions.told import text_of
from knowledge.text import fold, words

_MOST_WORDS = 12
"""Longer messages say themselves whom they mean."""
_HE = re.compile(
    r"\b(?:elle|lui|he|she|him|(?:sa|his|her) (?:place|suite)|(?:son|his|her) (?:poste|parcours|post)"
    r"|ce (?:monsieur|type|gars)|cette (?:dame|femme|personne)"
    r"|il(?! (?:y ?a|y avait|faut|fallait|faudra|existe|manque|reste|est (?:possible|trop tard))))\b"
    r"|\bl ?['’] ?(?:a|avait|ont) (?:remplac|succed|nomm|recrut)\w+"
)
_OF_A_THING = re.compile(
    r"\b(?:utilis\w+|marche\w*|fonctionn\w+|consist\w+|sert|en ligne|dispo\w*|finance\w*|coute\w*|code|site"
    r"|seule?|alone|dure\w*|commenc\w+|pay\w+|gagn\w+|used|cost\w*|online|last\w*|paid|earn\w*)\b"
)
"""What is said of a challenge, its team, a contract or the programme rather than of someone."""
_A_NAME = re.compile(r"\b[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)? [A-ZÀ-Ý][a-zà-ÿ]+\b")
_WHO = re.compile(r"\b(?:qui|ki|noms?|chef\w*|direct\w+|responsable\w*|who|name|head|leads?)\b")


def person_meant(text: str, parsed: Mapping[str, Any], focus: Focus, desk: Desk) -> str | None:
    """The name of the person last asked about whom a message means; None where it names a subject itself."""
    folded = fold(text)
    if len(words(text)) > _MOST_WORDS or not _HE.search(folded) or _OF_A_THING.search(folded):
        return None
    others = kinds_named(parsed) & set(SUBJECT_KINDS) - TIME_KINDS  # « il faisait quoi en 2022 ? »
    if focus.on_a_report or others:
        return None
    known = focus.entities.get("person", ()) if focus.intent == "person_lookup" else ()
    if not known and focus.status == "answered" and _WHO.search(fold(focus.said)):
        known = named_first(focus, desk) or _only_name(focus, desk)
    return known[0] if len(known) == 1 else None


def _only_name(focus: Focus, desk: Desk) -> tuple[str, ...]:
    """The only name of a person's kind that the last answer begins with, though the base knows nobody so."""
    told = text_of(focus.rows[0], "fr", desk) if focus.rows else ""
    names = [one for one in dict.fromkeys(_A_NAME.findall(told)) if not desk.names.find(one, misspelt=False)]
    return tuple(names) if len(names) == 1 else ()


def named_first(focus: Focus, desk: Desk) -> tuple[str, ...]:
    """The person whom the first row of the last answer names, if it names one alone."""
    rows = focus.rows[:1]
    texts = [one.text_fr for one in statements_of(rows, desk) if one is not None]
    texts += [entry.answer_fr for entry in desk.faq([row.removeprefix("faq:") for row in rows])]
    found = [match for text in texts for match in desk.names.find(text, misspelt=False)]
    named = dict.fromkeys(match.ref for match in found if match.kind == "person")
    return tuple(named) if len(named) == 1 else ()
