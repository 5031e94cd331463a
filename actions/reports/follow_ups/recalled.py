"""Which of the reports spoken of a message comes back to: « revenons à la ville », « et à la mairie ? »."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from actions.answer import Answer
from actions.question import Question
from actions.reports.asked import asks_of_all, bodies_asked
from actions.reports.bodies.kinds import BODIES, KIND_STEMS, town_alone
from actions.reports.english import in_words_of_reports
from actions.reports.follow_ups.same_question import bodies_named
from knowledge.reports.base import ReportBase
from knowledge.reports.communes import communes_in
from knowledge.reports.name_forms import KINDS, kinds, name_tokens
from knowledge.reports.organisation_index import NAMED
from knowledge.reports.questions import read_question
from knowledge.text import fold

Rows = tuple[str, ...]

REMEMBERED = 5
"""Reports that a conversation may come back to."""
_OF_TOWNS = frozenset("department region intercommunality syndicate".split())
"""Kinds of body whose reports tell of several towns."""
_SAID = 0.6
"""Coverage from which a report on the whole country says what is asked of a place."""
_BODIES = 3
"""Bodies of one answer that it may come back to, those of a comparison."""

RETURNS = re.compile(r"\b(?:reven(?:ons|ir|ez)|je reviens?|retour(?:nons)?|back to)\b", re.IGNORECASE)
_RETURN_CLAUSE = re.compile(
    r"^\W*(?:(?:ok|bon|non|et|and|let ?['’]?s|go|going)\W+)*(?:reven(?:ons|ir|ez)|je reviens?"
    r"|retour(?:nons)?|back to)\b[^,;:.?!]*[,;:.?!]\s*(?=\w)",
    re.IGNORECASE,
)
"""« revenons au Thouarsais, » before what is asked of it."""
_DEFINITE, _OF = (["la"], ["le"], ["l"]), (["de"], ["du"], ["d"], ["des"])
_COMMUNES = frozenset({"commune"})
_OF_THE_BASE = re.compile(
    r"\b(?:control\w+|audit\w+|examine\w+|(?:la|votre|ta|your|the) base|vos rapports|(?:your|the) reports"
    r"|en france|in france|du pays)\b"
)
_GIVER = (
    r"(?:(?:de |of )?(?:la |l['’ ]|the )|du |d['’]|de |of )"
    r"(?:ville|commune|mairie|region|departement|etat|metropole|agglo\w*|interco\w*|communaute|communes|ministere|drac|europe|town|city|council|state)\b"
)
_GIVES = re.compile(
    rf"\b(?:la |une? |leur |sa |l['’ ]?|quelle |the )(?:part|participation|contribution|subvention|aide"
    rf"|apport|soutien|financement|share|grant) {_GIVER}"
    r"|\b(?:combien|cb) (?:donn|vers|met|pai)\w* (?:la |le |l['’ ]?)\w"
    r"|\b(?:donne|verse|met|paie|paye)(?:nt)? (?:combien|cb)\b"
)
"""« la part de la ville », « la région donne combien ? »: a body named for what it gives."""
_THE_OTHER = re.compile(r"\b(?:(?:l ?['’]? ?|une? )autre|the other|another)\b")
_SEVERAL = re.compile(r"\b(?:les|des|aux|leurs|ses|ces|nos|vos) [a-z]+[sx]\b")
"""« la part des communes »: of no body of the place."""
_THIS_TOWN = re.compile(r"\b(?:cette|this|that) (?:ville|commune|municipalite|mairie|town|city)\b")
_SHORTEST = 4
_NO_NAMES = frozenset("saint sainte rapport gestion enquete france etat commune ville".split())


def without_return(text: str) -> str:
    """What is asked after « revenons à… , »; the message as it is where nothing is."""
    return _RETURN_CLAUSE.sub("", text, count=1)


def asks_the_body_itself(text: str, spoken_of: Rows, base: ReportBase) -> bool:
    """« et la ville, elle donne combien au syndicat ? »: the body spoken of, before another is named."""
    details = base.report(spoken_of[0].partition(":")[2])
    tokens = name_tokens(text)
    if details is None or not tokens:
        return False
    own = kinds(name_tokens(" ".join([details.summary.title, *(body.name for body in details.audited)])))
    own |= {"commune"} if any(body.kind == "commune" for body in details.audited) else frozenset()
    kind = next((at for at, t in enumerate(tokens) if t in own and tokens[at - 1 : at] in _DEFINITE), None)
    if kind is None or tokens[kind + 1 : kind + 2] in _OF:
        return False
    named = [match for match in base.names().find(text, 4) if match.score >= NAMED]
    return all(min(match.places) > kind for match in named)


def ranks_beyond(text: str, spoken_of: Rows, base: ReportBase) -> bool:
    """« quelle commune est la plus endettée ? »: of all audited, not only what the report spoken of tells.

    One on the whole country compares bodies, one on a group of communes compares these.
    """
    details = base.report(spoken_of[0].partition(":")[2])
    if details is None or not asks_of_all(text) or _OF_THE_BASE.search(fold(text)):
        return asks_of_all(text)
    if details.summary.department is None:
        return False
    of_communes = any(body.kind == "commune" for body in details.audited)
    return of_communes or not kinds(name_tokens(bodies_asked(text))) & _COMMUNES


def title_of(rows: Rows, base: ReportBase) -> list[str]:
    """The words of the title of a report spoken of."""
    details = base.report(rows[0].partition(":")[2])
    return name_tokens(details.summary.title) if details is not None else []


def recalled_by_name(text: str, titles: Mapping[Rows, list[str]]) -> Rows | None:
    """The report spoken of whose title holds a name that the message says, of no other kind of body.

    Unless that body is only named for what it gives: « la part de la ville de Rennes » of a festival there.
    « l'autre lycée agricole » is not that in hand.
    """
    said, gives = name_tokens(text), names_a_giver(text)
    other = _THE_OTHER.search(fold(text)) is not None
    for rows, title in [*titles.items()][other:]:
        names = {t for t in title if len(t) >= _SHORTEST and t not in KINDS | BODIES | _NO_NAMES}
        of_its_kind = not kinds(said) or kinds(said) & kinds(title) or gives
        if names & set(said) and of_its_kind:
            return rows
    return None


def names_a_giver(text: str) -> bool:
    """« la part de la ville », « la région donne combien ? »: what the body spoken of gets of another."""
    return _GIVES.search(fold(text)) is not None


def of_the_kind_said(text: str, titles: Mapping[Rows, list[str]]) -> Rows | None:
    """The last report spoken of on a body of the kind that the message says: « revenons à la ville »."""
    wanted = kinds(name_tokens(text))
    (_, last), *earlier = titles.items()
    this_one = not kinds(last) and _THIS_TOWN.search(fold(text))  # « Vieux-Condé (Nord) » names no kind
    if not wanted or wanted & kinds(last) or this_one:
        return None
    return next((rows for rows, title in earlier if wanted & kinds(title)), None)


def on_the_same_place(text: str, title: list[str], base: ReportBase) -> Rows | None:
    """The report on another kind of body of the same place: « je parlais du CCAS »; of several the one that
    says most of what is asked: that on « Gestion du stationnement urbain ».
    """
    wanted = kinds(name_tokens(_SEVERAL.sub(" ", fold(text)))) - kinds(title)
    place = _places(title)
    titled = {report.id: name_tokens(report.title) for report in (base.titled(place) if wanted else ())}
    of_it = [
        key
        for key, own in titled.items()
        if wanted & kinds(own) and set(place) <= set(own)  # no « stationnement » for « stations »
    ]
    asked = [term for term in read_question(text).terms if term not in KIND_STEMS]
    best = base.most_about(asked, of_it) if asked and len(of_it) > 1 else of_it
    return (f"report:{[*best, *of_it][0]}",) if of_it else None


def _places(title: Sequence[str]) -> list[str]:
    """The words of a title that are its town, else the first that may be a place: the department is last."""
    towns = communes_in(" ".join(title))
    if towns:
        return name_tokens(towns[0])
    return [t for t in title if len(t) >= _SHORTEST and t not in KINDS | BODIES | _NO_NAMES][:1]


def returned_to(text: str, spoken_of: Sequence[Rows], base: ReportBase) -> Rows | None:
    """The report that speaks most of what « revenons à la cuisine » names."""
    if not RETURNS.search(text):
        return None
    keys = {rows[0].partition(":")[2]: rows for rows in spoken_of}
    best = base.most_about(read_question(RETURNS.sub(" ", text)).terms, list(keys))
    return keys[best[0]] if best else None


def remembered(before: Sequence[Rows], answer: Answer) -> tuple[Rows, ...]:
    """The reports spoken of, the one of this answer first: the rows by which the next message finds it."""
    report = next((row for row in answer.rows if row.startswith("report:")), None)
    if report is None:
        return tuple(before)
    bodies = [row for row in answer.rows if row.startswith("organisation:")]
    known = next((rows for rows in before if report in rows), None)
    first = (report, *bodies[:_BODIES]) if bodies or known is None else known
    return (first, *(rows for rows in before if report not in rows))[:REMEMBERED]


def is_within(question: Question, spoken_of: Rows, base: ReportBase) -> bool:
    """Whether a report on the country or on several towns says what is asked: « et dans le Nord ? »; one on
    the country is asked of a town that none audits.
    """
    key = spoken_of[0].partition(":")[2]
    details = base.report(key)
    if details is None:
        return False
    national, town = details.summary.department is None, town_alone(question.text)
    if national and town and not bodies_named(question.text, base):
        return True
    wider = bool(details.audited) and all(body.kind in _OF_TOWNS for body in details.audited)
    if not national and not (wider and town):
        return False
    hits = base.search_passages(in_words_of_reports(question, base).text, report_id=key, limit=1).hits
    return bool(hits) and hits[0].coverage >= _SAID
