"""The report on a body that people call otherwise than its title does: « l'aéroport de Lille Lesquin »."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from actions.reports.bodies.kinds import BODIES, LINKS
from knowledge.extraction.places import region
from knowledge.reports.base import ReportBase
from knowledge.reports.catalogue_queries import ReportFilter
from knowledge.reports.communes import communes_in
from knowledge.reports.models import OrganisationRow, ReportSummary
from knowledge.reports.name_forms import KINDS, distinctive, kinds, name_tokens
from knowledge.reports.organisation_index import NAMED, NameMatch
from knowledge.text import fold, stem

_IN_TITLES = {
    "club": "sportif sportive basket football rugby handball hockey volley olympique".split(),
    "hopital": "hospitalier hospitaliere".split(),
    "theatre": "scene dramatique".split(),
    "prison": "penitentiaire".split(),
}
"""Words of everyday speech for a body, with those that titles have for it."""
_OF_A_NAME = 3
"""Reports with a name in their title, at most: more are of a whole area, « Charente »."""
_NO_SECTIONS = frozenset("place commune department intercommunality region theme".split())
"""Kinds of name under which sections stand that are not on it."""
_LONG, _SELDOM = 5, 0.02
"""Letters of a proper name, and share of the reports that say it, at most."""
_AGAIN, _AGAIN_AND_AGAIN, _FAR_LESS, _FEW = 2, 3, 4, 3
"""Passages of a report that say a word known from it alone, and known from others too, how often less any of
these says it, and how many reports are no few any more."""
_LETTERS_AND_DIGITS = re.compile(r"(?=.*\d)[a-z][a-z\d]{2,}")
"""« mc2 », « a75 »: short, but no everyday word."""
_WITHIN = re.compile(r"(?:(?<=[a-zà-ÿ,] )|(?<=[’']))([^\W\d_]\w+)")
"""A word within a sentence, where only names have a capital."""
_OF_A_PLACE = re.compile(r"(?:ais|aise|ois|oise|iens?|ienne|ains?|aine|ards?|arde)s?$")
"""How one from a place is called, which may be said of all its neighbours."""
_WORD = re.compile(r"(?<=\W)[^\W\d_]+")
"""A word of a title, but for its first."""
PLACE_KINDS = frozenset("place commune department intercommunality company region organisation".split())
_SECTIONS, _FEW_REPORTS = 5, 20
"""Passages that say a name best, at whose headings is looked; reports on a body looked at."""


def called_otherwise(name: str, text: str, base: ReportBase) -> tuple[str, ...]:
    """The only report whose title has the place of a body that none audits under its ``name``, and either
    a word of titles for its kind, or the word that follows the place in the message.
    """
    tokens = name_tokens(name)
    place = [token for token in tokens if token not in BODIES | LINKS]
    if not place:
        return ()
    kinds = {token for token in tokens if token in KINDS}
    written = kinds | {word for token in tokens for word in _IN_TITLES.get(token, ())}
    longer = _with_the_next(place, name_tokens(text))
    held = [
        report
        for report in base.titled(place)
        if written & set(_title(report)) or longer and _has_run(_title(report), longer)
    ]
    return (held[0].id,) if held and len({report.title for report in held}) == 1 else ()


def mainly_on(matches: Sequence[NameMatch], base: ReportBase) -> tuple[str, ...]:
    """The report that is mainly about a body which none audits under that name, « la SEM ACED »; else those
    that name it and have its place in their title: « l'aéroport de Lorient » of the chamber there.
    """
    named = [m.form.organisation for m in matches if not m.form.reports and m.score >= NAMED]
    bodies = [body for body in named if body.kind not in PLACE_KINDS]
    found = (look(body, base) for look in (mainly_about, _in_its_place) for body in bodies)
    return next((reports for reports in found if reports), ())


def _in_its_place(body: OrganisationRow, base: ReportBase) -> tuple[str, ...]:
    """The reports that name a body and have in their title what tells its name from others of its kind."""
    name = [word for word in distinctive(body.name) if word not in BODIES]
    named = base.find_reports(ReportFilter(organisation=body.id), size=_FEW_REPORTS).reports if name else ()
    return tuple(report.id for report in named if {*name} <= {*name_tokens(report.title)})


def mainly_about(body: OrganisationRow, base: ReportBase, wanted: Set[str] = frozenset()) -> tuple[str, ...]:
    """The report, on a body of a ``wanted`` kind if any is, that names an organisation throughout."""
    for report in base.find_reports(ReportFilter(organisation=body.id), size=_FEW_REPORTS).reports:
        titled = not wanted or wanted & kinds(name_tokens(report.title))
        if titled and base.mainly_about(report.id, body.id):
            return (report.id,)
    return ()


def titled_so(
    text: str, tokens: Sequence[str], matches: Sequence[NameMatch], base: ReportBase
) -> tuple[str, ...]:
    """The report that says most of a question and has the name said in its title: « le tram de Sens ».

    A town, or a body that none audits under that name: « Latour du Pin » of « Maison de retraite "Latour du
    Pin" ». A region in the name of a firm is no name of it.
    """
    for match in matches:
        name = [tokens[place] for place in sorted(match.places)]
        if match.form.reports or match.score < NAMED or region(" ".join(name)) is not None:
            continue
        named = [one.id for one in base.titled(name) if set(name) <= set(name_tokens(one.title))]
        if 0 < len(named) <= _OF_A_NAME:
            return tuple(key for key in named if base.says_most(text, [key]))
    return ()


def named_in_a_title(text: str, base: ReportBase) -> tuple[str, ...]:
    """The only report whose title has a proper name said: « Rousses » of the « Station des Rousses »."""
    for name in (token for token in name_tokens(text) if len(token) >= _LONG):
        titled = base.titled([name])
        written = {word for one in titled[:1] for word in _WORD.findall(one.title) if word[0].isupper()}
        alone = len({one.title for one in titled}) == 1 and any([name] == name_tokens(w) for w in written)
        if alone and base.report_shares([stem(name)]).get(stem(name), 1.0) <= _SELDOM:
            return (titled[0].id,)
    return ()


def hardly_said_elsewhere(text: str, base: ReportBase) -> tuple[str, ...]:
    """The report with a word of a text that it says again and again and hardly any other does: « Lispach »,
    of its ski runs. None where two words point to two reports.
    """
    meant = {
        key
        for word in name_tokens(text)
        if (len(word) >= _LONG or _LETTERS_AND_DIGITS.fullmatch(word))
        and not _OF_A_PLACE.search(word)
        and (key := _only_saying(word, base))
    }
    return tuple(meant) if len(meant) == 1 else ()


def _only_saying(word: str, base: ReportBase) -> str | None:
    (best, times), *others = base.most_saying(stem(word)) or [("", 0)]
    if len(others) >= _FEW or times < (_AGAIN_AND_AGAIN if others else _AGAIN):
        return None
    same = {report.id for report in base.same_text_as(best)} if others else set()
    alone = all(key in same or _FAR_LESS * often <= times for key, often in others)
    if not alone or communes_in(word) or not _is_a_name(word, best, base):
        return None
    misplaced = base.report_on_another(best)
    return misplaced.id if misplaced else best


def _is_a_name(word: str, report: str, base: ReportBase) -> bool:
    """Whether a report writes a word as a name more often than not, with a capital within a sentence: no
    everyday word that other reports just do not need.
    """
    if _LETTERS_AND_DIGITS.fullmatch(word):
        return True
    said = base.saying(report, [stem(word)]).passages
    written = [one for passage in said for one in _WITHIN.findall(passage.text) if fold(one) == word]
    names = sum(1 for one in written if one[0].isupper())
    return 2 * names > len(written)


def told_in_a_section(text: str, matches: Sequence[NameMatch], base: ReportBase) -> tuple[str, ...]:
    """The report that says most of a text and has a section on a body of it that none audits: « le musée
    Gauguin » in that on Polynesia.

    A place is none: a report of its town or department is not on all that lies there.
    """
    within = list(filter(_is_within_another, matches))
    best = base.saying_most(text) if within else None
    if best is None:
        return ()
    paths = [section.path for section in base.sections(best)]
    for match in within:
        name = set(distinctive(match.form.form))
        if any(_headed(name, path) for path in paths):
            found = base.search_passages(match.form.form, limit=_SECTIONS).hits
            if any(hit.report.id == best and _headed(name, hit.place.path) for hit in found):
                return (best,)
    return ()


def _headed(name: Set[str], path: Sequence[str]) -> bool:
    return any(name <= set(name_tokens(heading)) for heading in path)


def named_within(text: str, base: ReportBase) -> frozenset[str]:
    """Stems of the names in a message of bodies that none audits and that are no places: a part of what the
    report on another tells.
    """
    within = filter(_is_within_another, base.names().find(text, 8))
    return frozenset(stem(token) for match in within for token in distinctive(match.form.form))


def _is_within_another(match: NameMatch) -> bool:
    kind = match.form.organisation.kind
    return not match.form.reports and match.score >= NAMED and kind not in _NO_SECTIONS


def _title(report: ReportSummary) -> list[str]:
    return name_tokens(report.title)


def _with_the_next(place: Sequence[str], tokens: Sequence[str]) -> list[str]:
    """The words for a place and the one right after them, but for a word of grammar or of a kind of body."""
    for at in range(len(tokens) - len(place)):
        run = list(tokens[at : at + len(place) + 1])
        if run[:-1] == list(place) and len(run[-1]) > 3 and run[-1] not in BODIES | LINKS:
            return run
    return []


def _has_run(tokens: Sequence[str], run: Sequence[str]) -> bool:
    return any(list(tokens[at : at + len(run)]) == list(run) for at in range(len(tokens) - len(run) + 1))
