"""Who asks, as people say before their question: « conseiller d'opposition à Calais, que dit… »."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import Question
from knowledge.reports.base import ReportBase
from knowledge.reports.name_forms import name_tokens
from knowledge.text import fold

ROLES = (
    r"elue?s?|conseillere?|maire|adjointe?|journaliste|pigiste|etudiante?|doctorante?|cherch(?:eur|euse)"
    r"|habitante?|riveraine?|contribuable|citoyen(?:ne)?|retraitee?|agent(?:e)?|salariee?|syndicaliste"
    r"|delegue?e?|infirmiere?|medecin|aide soignante?|professeur\w*|prof|enseignante?|instit\w*|parent\w*"
    r"|fonctionnaire|usagere?|administree?|president\w*|direct(?:eur|rice)|benevole|touriste|lyceenne?"
    r"|student|journalist|researcher|councillor|councilor|citizen|taxpayer|teacher|nurse|resident|reporter"
)
"""What people say they are, as a regular expression."""
_INTRODUCTION = re.compile(
    r"^\W*(?:(?:bonjour|bonsoir|salut|hello|hi|bjr|slt|madame|monsieur)\b\W*)*"
    r"(?:(?:(?:moi )?(?:je|j) ?(?:suis|etais)|chuis?|en tant qu(?:e\b|['’])|i ?'?a?m|as).{0,40}?\b)?"
    rf"(?:{ROLES})\b"
    r"(?P<of>[^,;:.?!]*?)(?:[,;:.!]|(?=\b(?:je|j'|j ai|j aim|que|quel\w*|combien|est ce|what|how|which|i)\b))"
)


def without_asker(question: Question, base: ReportBase) -> Question:
    """The question without what its author is, but for the bodies named there, which it may be about.

    « opposition » and « lycée » of the author's are not matters for the report to speak of.
    """
    folded = fold(question.text)
    found = _INTRODUCTION.match(folded)
    if found is None or not re.search(r"[a-z]", folded[found.end() :]):
        return question
    tokens = name_tokens(found["of"])
    named = {place for match in base.names().find(found["of"], 4) for place in match.places}
    kept = " ".join(token for at, token in enumerate(tokens) if at in named)
    rest = question.text[found.end() :] if len(folded) == len(question.text) else folded[found.end() :]
    return replace(question, text=f"{rest.strip()} {kept}".strip())
