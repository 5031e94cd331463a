"""When the juries of a promotion sat: the days are told before who sat there and how."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answer import Answer, Paragraph
from actions.compose import answered, source_of
from actions.desk import Desk
from actions.question import Question
from actions.tell import known_promotions
from knowledge.statements import Statement, statements
from knowledge.text import fold

_JURY = re.compile(r"\bjurys?\b")
_WHEN = re.compile(r"\b(?:quand|kan[dt]?|dates?|quels? jours?|when|what days?|which days?)\b")
_OF_CANDIDATES = re.compile(r"\b(?:candidat\w*|applicants?|candidates?)\b")
_OF_PROJECTS = re.compile(r"\b(?:projets?|defis?|projects?|challenges?|administrations?)\b")
_SAYS_NO_MORE = re.compile(
    r"jurys?|candidat\w*|applicants?|projets?|defis?|projects?|challenges?|administrations?|dates?|jours?|days?"
    r"|lieu|tenu\w*|tient|reuni\w*|sieg\w+|passe\w*|passai\w+|deroul\w+|selection\w*|choisi\w*|choix|held|meet"
    r"|met|sit|sat|took|take|place|kand?|kant|savoir|connaitre|exact\w*|retenir|choose|chose"
)
"""All that such a question says beside the promotion: « quand avait lieu le jury de la promotion 2 ? »."""


def jury_dates(question: Question, desk: Desk) -> Answer | None:
    """The days on which the juries of the promotions named sat, that of the candidates first unless projects
    are asked about; None where another thing is asked, or where no day is known.
    """
    folded, known = fold(question.text), known_promotions(question, desk)[0]
    if not known or not (_JURY.search(folded) and _WHEN.search(folded)):
        return None
    if not all(_SAYS_NO_MORE.fullmatch(word) for word in question.content_words):
        return None
    candidates, projects = _OF_CANDIDATES.search(folded), _OF_PROJECTS.search(folded)
    kinds = [] if projects and not candidates else ["jury_candidates"]
    kinds += [] if candidates and not projects else ["jury_projects"]
    found = statements(desk.base, known, kinds)
    chosen = [day for one in known for kind in kinds for day in _day(found, one, kind)]
    if not chosen:
        return None
    return answered(
        [Paragraph(one.text(question.lang)) for one in chosen],
        [source_of(one.cited) for one in chosen],
        rows=[f"statement:{one.id}" for one in chosen],
    )


def _day(found: Sequence[Statement], promotion: str, kind: str) -> list[Statement]:
    """The last that was said of the days of one jury, where they are known."""
    said = [one for one in found if (one.subject, one.property) == (promotion, kind) and one.value]
    return [max(said, key=lambda one: one.cited.as_of)] if said else []
