"""Which report, body or place a question is about: named, pointed back to, one of several, or unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from actions.question import Question
from actions.reports.bodies.kind_and_place import by_title, titled_of_its_kind
from actions.reports.bodies.kinds import (
    BODIES,
    LOOSE_BODIES,
    as_said,
    as_typed,
    bears_an_area,
    is_a_kind_alone,
    is_of_the_kind_said,
    kind_said,
    only_around,
    other_kind,
    outside_departments,
    town_alone,
    unaudited_department,
    unknown_name,
)
from actions.reports.bodies.other_names import (
    PLACE_KINDS,
    called_otherwise,
    hardly_said_elsewhere,
    mainly_on,
    named_in_a_title,
    titled_so,
    told_in_a_section,
)
from actions.reports.follow_ups.years import affirmed, beside_towns_alike, continued_text
from knowledge.extraction.places import named_bearings, named_departments
from knowledge.reports.base import ReportBase
from knowledge.reports.models import OrganisationRow, ReportSummary
from knowledge.reports.name_forms import KINDS, distinctive, name_tokens
from knowledge.reports.organisation_index import LIKELY_NAMED, NAMED, NameMatch
from knowledge.reports.where_named import is_beside
from knowledge.text import fold

_CLOSE, _CLOSE_BARE = 0.1, 0.35
"""How near another body's score must be to be meant as well; further when only the bare name is said."""

_NEIGHBOUR = re.compile(
    r"\b(?:voisin\w*(?! (?:de|du|des|d)\b)|d ?a cote|neighbou?r\w*|limitrophe\w*|alentours?)\b"
)
_OTHERS, MOST_WORDS = 2, 4
"""Further reports on the body spoken of, looked into when the one spoken of says less; more words than that
ask about something else than which body is near."""
GONE_ON = "report"
"""Among what a question inherits: the report spoken of is meant, whatever the words."""
ITSELF = "itself"
"""The body spoken of is meant though another is named: « la ville, elle donne combien au syndicat ? »."""
_BACK = re.compile(
    r"\b(?:ce|cet|cette|ces|son|sa|ses|leurs?|elle|il|elles|ils|en|y|lui|celui-ci|celle-ci|ca|cela|it|"
    r"its|they|their|this|that|et|and|page|passage|lien|link)\b"
)


@dataclass(frozen=True)
class Subject:
    """What was found: ``text`` to search with (the last question's words when this one goes on with it).

    ``bodies`` are audited and surely meant; ``rivals`` bodies of one name to choose from, ``namesakes`` those
    left out when the other words chose; ``unknown`` the name of a body no report audits; ``reports`` the keys
    of reports pointed back to; ``continued`` tells that the conversation says which; ``beside`` are audited
    bodies named only for what lies near them.
    """

    text: str
    bodies: tuple[OrganisationRow, ...] = ()
    rivals: tuple[OrganisationRow, ...] = ()
    unknown: str | None = None
    reports: tuple[str, ...] = ()
    places: tuple[OrganisationRow, ...] = ()
    namesakes: tuple[OrganisationRow, ...] = ()
    continued: bool = False
    beside: tuple[OrganisationRow, ...] = ()

    @property
    def named(self) -> bool:
        """Whether the message or the conversation says which body or report is meant."""
        return bool(self.bodies or self.reports)

    @property
    def named_in_full(self) -> bool:
        """Whether the name of a body is said, not only the area in it: « Sud-Gironde » of « en Gironde »."""
        said = set(name_tokens(self.text))
        return any(set(distinctive(body.name)) <= said for body in self.bodies)


def find_subject(question: Question, base: ReportBase) -> Subject:
    """Read whom a question is about, in its own words first, then in the conversation."""
    text = named_bearings(named_departments(affirmed(question.text)))
    tokens = name_tokens(text)
    matches = as_typed(question, tokens, outside_departments(text, base.names().find(text, 8)))
    near = [m for m in matches if is_beside(tokens, m)]
    beside = tuple(m.form.organisation for m in near if m.form.reports and m.score >= NAMED)
    own = replace(_named(text, [m for m in matches if m not in near]), beside=beside)
    if ITSELF in question.inherited:
        return _from_conversation(question, replace(own, bodies=(), rivals=()), base)
    if beside and not own.bodies and len(question.content_words) <= MOST_WORDS:
        return replace(own, rivals=base.neighbours(beside[0].id, 5), unknown=None)
    if own.unknown:
        titled = called_otherwise(own.unknown, text, base) or titled_of_its_kind(
            own.unknown, own.places, base
        )
        if not titled:
            guessed = by_title(text, own.unknown, own.places, base) or mainly_on(matches, base)
            titled = guessed if base.says_most(text, guessed) else told_in_a_section(text, matches, base)
        return replace(own, unknown=None, reports=titled) if titled else own
    if own.bodies or beside:
        titled = hardly_said_elsewhere(text, base) if own.bodies and not beside else ()
        return replace(own, bodies=(), reports=titled) if _is_titled_as(own, titled, base) else own
    town = None if own.rivals or GONE_ON in question.inherited else town_alone(question.said or text)
    if town:  # what was asked before is no part of its name
        text, tokens, matches = town, name_tokens(town), base.names().find(town, 8)
    meant = [match for match in matches if not only_around(tokens, match)]
    titled = () if own.rivals else titled_so(text, tokens, meant, base)
    if not (titled or own.rivals or GONE_ON in question.inherited):
        titled = told_in_a_section(text, matches, base) or (() if matches else named_in_a_title(text, base))
        if not (titled or town or question.focus.on_a_report):
            titled = hardly_said_elsewhere(text, base)
    if titled:
        return replace(own, reports=titled)
    return replace(own, unknown=town) if town else _from_conversation(question, own, base)


def _is_titled_as(own: Subject, reports: Sequence[str], base: ReportBase) -> bool:
    """Whether a report known by a word of its own has the place named in its title, and audits another body
    than the one taken for it: « mc2 grenoble » is no question on the conurbation.
    """
    if not reports or reports[0] in {report.id for report in reports_of(own, base)}:
        return False
    found, said = base.report(reports[0]), set(name_tokens(own.text)) & set(distinctive(own.bodies[0].name))
    return found is not None and said <= set(name_tokens(found.summary.title))


def _named(text: str, matches: Sequence[NameMatch]) -> Subject:
    tokens = name_tokens(text)
    audited = [m for m in matches if m.form.reports and not bears_an_area(tokens, m, matches)]
    known = (
        sorted(
            (m for m in audited if m.score >= NAMED),
            key=lambda m: (-m.score, not is_of_the_kind_said(tokens, m, m.form.organisation)),
        )
        or [m for m in audited if m.score >= LIKELY_NAMED][:3]
    )
    places = tuple(
        m.form.organisation
        for m in matches
        if not m.form.reports
        and m.score >= 0.9
        and m.form.organisation.kind in PLACE_KINDS
        and ("france" in tokens or "france" not in name_tokens(m.form.form))  # « films » is no Film France
    )
    if known:
        other = other_kind(tokens, known[0])
        if other is not None and (known[0].score <= 0.8 or other.split()[0] in KINDS):
            return Subject(text, unknown=other, places=places)
        return Subject(text, _together(known), _rivals(tokens, known, audited), places=places)
    unaudited = [
        m
        for m in matches
        if not m.form.reports
        and m.score >= 0.7
        and m.form.organisation.kind != "theme"
        and not only_around(tokens, m)
    ]
    for match in unaudited:
        head = kind_said(tokens, match)
        if head in BODIES - LOOSE_BODIES and not is_a_kind_alone(match):
            named = unaudited_department(text, matches) or " ".join(as_said(text, match, head))
            return Subject(text, unknown=named, places=places)
    return Subject(
        text, unknown=unaudited_department(text, matches) or unknown_name(text, matches), places=places
    )


def _together(known: Sequence[NameMatch]) -> tuple[OrganisationRow, ...]:
    """The best body, and those named by other words of the same message."""
    taken: frozenset[int] = frozenset()
    chosen: list[OrganisationRow] = []
    for match in known:
        if not match.places & taken and match.score >= NAMED or not chosen:
            chosen.append(match.form.organisation)
            taken |= match.places
    return tuple(dict.fromkeys(chosen))


def _rivals(
    tokens: Sequence[str], known: Sequence[NameMatch], audited: Sequence[NameMatch]
) -> tuple[OrganisationRow, ...]:
    """Bodies that the same words name as well; none when the words for their kind tell them apart."""
    best = known[0]
    said_kind = kind_said(tokens, best) in KINDS
    reach = _CLOSE if said_kind else _CLOSE_BARE
    close = [
        m.form.organisation
        for m in audited
        if m.score >= best.score - reach and m.places <= best.places and m.score >= 0.64
    ]
    if said_kind and [o for o in close if is_of_the_kind_said(tokens, best, o)] == [best.form.organisation]:
        return ()
    distinct = {_identity(o): o for o in reversed(close)}
    return tuple(o for o in dict.fromkeys(close) if distinct[_identity(o)] == o) if len(distinct) > 1 else ()


def _identity(organisation: OrganisationRow) -> tuple[str, str | None]:
    return fold(organisation.name), organisation.department


def _from_conversation(question: Question, own: Subject, base: ReportBase) -> Subject:
    """The body or report of the last answer, when the message names none and reads as going on."""
    rows = [row.partition(":") for row in question.focus.rows]
    reports = tuple(dict.fromkeys(key for kind, _, key in rows if kind == "report"))
    organisations = [int(key) for kind, _, key in rows if kind == "organisation" and key.isdigit()]
    details = base.report(reports[0]) if reports and not organisations else None
    if details and details.summary.department:  # the one report of a list
        organisations = [body.id for body in details.audited][:1]
    if not (reports or organisations) or not goes_on(question):
        return own
    if question.focus.between_bodies:
        rivals = tuple(o for i in organisations if (o := base.organisation(i)) is not None)
        return Subject(continued_text(question), rivals[:1], rivals)
    bodies = tuple(o for i in organisations[:1] if (o := base.organisation(i)) is not None)
    if bodies and _NEIGHBOUR.search(fold(question.text)):
        return Subject(own.text, rivals=base.neighbours(bodies[0].id, 5))
    if reports:
        others = tuple(r.id for body in bodies for r in base.reports_on(body.id) if r.id != reports[0])

        def is_said(term: str) -> bool:
            return not base.absent_terms(reports[0], [term])

        text = beside_towns_alike(question.text, continued_text(question, is_said), is_said)
        return Subject(text, reports=(reports[0], *others[:_OTHERS]), continued=True)
    return Subject(continued_text(question), bodies)


def asks_for_neighbour(question: Question) -> bool:
    """« et la commune voisine ? »: a neighbour and hardly another matter."""
    return _NEIGHBOUR.search(fold(question.text)) is not None and len(question.content_words) <= MOST_WORDS


def goes_on(question: Question) -> bool:
    """Whether the message leaves its subject to the conversation."""
    folded = fold(question.text)
    return (
        GONE_ON in question.inherited
        or bool(_BACK.search(folded))
        or len(question.content_words) <= 3
        or _NEIGHBOUR.search(folded) is not None
    )


def reports_of(subject: Subject, base: ReportBase) -> tuple[ReportSummary, ...]:
    """The reports the subject surely means, newest first."""
    found = [report for body in subject.bodies for report in base.reports_on(body.id)]
    found = found or with_keys(subject.reports, base)
    return tuple({report.id: report for report in found}.values())


def with_keys(keys: Iterable[str], base: ReportBase) -> list[ReportSummary]:
    """The reports of some keys, those that the base still has."""
    return [details.summary for key in keys if (details := base.report(key)) is not None]
