"""« le ministère de la Culture, pas des RH »: what a message says it is not about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.conversation.focus import Focus
from knowledge.text import fold

_DENIED = re.compile(
    r"(?:^|[,;:.!?(–—-]\s*|\b(?:et|mais|and|but) )(?:non )?(?:pas|not) (?:celles? |ceux )?"
    r"(?:sur |dans |avec |about |in |on )?(?:de la |de l'|des |du |les? |la |l'|aux? |the )?$"
)
"""What stands before a name that is denied; « et pas de juristes ? » asks whether there are some."""
_BEFORE_IT = re.compile(
    r"(?<!promo )(?<!promotion )(?<!edition )(?<!cohort )(?<!celle )(?<!juste )(?<!just )(?<!one )"
    r"\b(?:avant|before)(?: (?:la|les|the))? ?$"
)
"""« avant la promotion 7 », not « celle d'avant la 7 », which is the one beside it."""
_KINDS = frozenset({"theme", "skill", "administration", "challenge", "person"})
"""Kinds that are denied by leaving them out; a promotion, or Paris, is a matter of its own."""


def without_denied(
    entities: Sequence[Mapping[str, Any]], text: str, focus: Focus
) -> tuple[list[Mapping[str, Any]], Focus]:
    """The ``entities`` of ``text`` that it does not deny, and the ``focus`` without those it does.

    All of them where nothing else is named: « pas les RH » leaves nothing to answer.
    """
    entities = [entity for entity in entities if not _ends_the_time(entity, text)]
    kept = [entity for entity in entities if not _is_denied(entity, text)]
    if len(kept) == len(entities) or not kept:
        return list(entities), focus
    denied = {(one["entity"], str(one["value"])) for one in entities if one not in kept}
    left = {
        kind: tuple(value for value in values if (kind, value) not in denied)
        for kind, values in focus.entities.items()
    }
    return kept, replace(focus, entities={kind: values for kind, values in left.items() if values})


def _ends_the_time(entity: Mapping[str, Any], text: str) -> bool:
    """« avant la promotion 7, on était payé combien ? » is of none of that promotion."""
    start = entity.get("start")
    if entity["entity"] not in ("promotion", "year") or start is None:
        return False
    return _BEFORE_IT.search(fold(text[:start])[-28:]) is not None


def _is_denied(entity: Mapping[str, Any], text: str) -> bool:
    start = entity.get("start")
    if entity["entity"] not in _KINDS or start is None:
        return False
    return _DENIED.search(fold(text[:start])[-40:]) is not None
