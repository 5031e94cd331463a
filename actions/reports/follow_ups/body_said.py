"""Messages that only say which body is meant: « la ville, pas l'agglo », or do not when they were asked."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.question import SURE, Question
from actions.reports.bodies.kinds import BODIES, LINKS
from actions.reports.follow_ups.same_question import without_names
from actions.reports.routing import LEAST_HEARD, report_reading
from actions.reports.subject import GONE_ON
from actions.words_apart import words_apart
from knowledge.reports.base import ReportBase
from knowledge.reports.communes import communes_in
from knowledge.reports.name_forms import KINDS, distinctive, name_tokens
from knowledge.reports.organisation_index import LIKELY_NAMED
from knowledge.text import STOP_WORDS

_PARTS = re.compile(r"[,;:.!?()]|\b(?:mais|but)\b")
_SET_ASIDE = re.compile(
    r"\b(?:non pas|pas|ni|not|nor|rather than|instead of|au lieu)\b"
    r"(?! (?:c est|plutot)\b).*"
)
_CORRECTS = re.compile(
    r"^(?:\W*(?:euh|heu|ah|bah|ben|mais|et))*\W*(?:non|nan|no)\b"
    r"|\b(?:plutot|rather|instead|je (?:te |vous )?(?:re)?parl\w+"
    r"|je (?:veux|voulais|voudrais)|i mea?nt?|we mea?nt?|c est (?:pour|de|bien|la|le|l)|il s agit)\b"
)
"""« non », « plutôt », « je parle de »: another body than the one told of."""
_ASKS = re.compile(r"\b(?:quels?|quelles?|combien|comment|pourquoi|what|which|how|why)\b")
_ASKS_NOTHING = frozenset(
    "non nan no oui ok euh heu ah bah ben bon mais plutot parle parlais parlai reparle parlons voulais veux "
    "voudrais dire agit bien seulement juste uniquement simplement toujours svp stp merci pardon desole "
    "desolee mean meant rather instead talking about please only just sorry elle meme lui celle celui pour "
    "interesse interessent concerne rapport".split()
)
"""Words beside a body that ask nothing of it."""


def of_the_body_meant(read: Question, base: ReportBase) -> Question | None:
    """The message as a question on the body that it says, or on those of which one is meant; else None."""
    return _of_the_body_said(read, base) or _of_those_between(read)


def _of_the_body_said(read: Question, base: ReportBase) -> Question | None:
    """The last question, of the body that a message says; None where it asks something or corrects nothing.

    Of a kind alone (« la mairie ») the place is that of the last question, or of the report it was told from.
    What is set aside (« pas le CCAS ») is none of it. That no report audits it is told as of any other.
    """
    before = read.focus
    if not before.asked_reports or not before.text or before.intent in ("report_list", "report_which"):
        return None
    folded = words_apart(read.text)
    if _ASKS.search(folded):
        return None
    kept = " ".join(_SET_ASIDE.sub(" ", part) for part in _PARTS.split(folded))
    if before.status != "clarify" and "".join(kept.split()) == "".join(_PARTS.sub("", folded).split()):
        if not _CORRECTS.search(folded):
            return None
    called = " ".join(word for word in kept.split() if word not in _ASKS_NOTHING)
    tokens = name_tokens(called)
    named = [match for match in base.names().find(called, 8) if match.score >= LIKELY_NAMED]
    places = {place for match in named for place in match.places}
    said = [
        t for at, t in enumerate(tokens) if at not in places and t not in LINKS | STOP_WORDS and len(t) > 1
    ]
    if not set(said) <= KINDS | BODIES or not (said or places):
        return None
    if not places:
        place = _place_spoken_of(read, base)
        if place is None or KINDS.isdisjoint(said):
            return None
        called = f"{called} de {place}"
    text = f"{' '.join(without_names(before.text, base))} {_without_article(called)}".strip()
    asked = read.with_intent(before.intent or "report_search", SURE)
    return replace(asked, ruled=True, text=text, said=text, focus=before.unasked())


def _of_those_between(read: Question) -> Question | None:
    """« et le temps de travail ? » instead of an answer to which of several bodies is meant: asked of them
    too, and none of the programme.
    """
    if not read.focus.between_bodies or not read.content_words and not read.values("year"):
        return None
    asked = replace(read.with_intent(report_reading(read, LEAST_HEARD), SURE), ruled=True)
    return replace(asked, inherited=frozenset({GONE_ON}))


def _without_article(called: str) -> str:
    """« commune » of « la commune »."""
    said = called.split()
    while said and said[0] in LINKS | STOP_WORDS:
        said = said[1:]
    return " ".join(said)


def _place_spoken_of(read: Question, base: ReportBase) -> str | None:
    """The place of the body that the last question names, else of the one that was told of."""
    named = [match.form.organisation.name for match in base.names().find(read.focus.text, 4)]
    if not named and read.focus.report:
        details = base.report(read.focus.report)
        named = [body.name for body in details.audited] if details else []
    for name in named[:1]:
        towns = communes_in(name)
        return towns[0] if towns else " ".join(distinctive(name)[:1])
    return None
