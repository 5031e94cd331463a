"""The names of the report base as an index, with the ordinary words that must not be taken for names."""

import re
import sqlite3
from collections import defaultdict
from dataclasses import replace

from knowledge.reports.communes import communes_in, is_commune, is_commune_alone
from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import distinctive, name_tokens
from knowledge.reports.organisation_index import NameForm, OrganisationIndex
from knowledge.text import fold, stem

_LEAST_MENTIONS = 2
_SPELT_PASSAGES = 12
"""Passages that use a word from which it is no misspelt name: « les filles » are not the « familles »."""
_ORDINARY_SHARE, _ORDINARY_REPORTS = 0.08, 10
"""A word in more reports than this is an ordinary word, unless it is but a commune's name: courts sit there,
and its stem may be that of a word (« Genas », « gênes »)."""

_ONE_IN_A_TOWN = frozenset(("hospital", "nursing-home"))
_UNNAMED = re.compile(r"(?:entreprise|société)(?: de)? [A-Z]\.?", re.IGNORECASE)
"""« l'entreprise C », whose name a report leaves out."""
_REGIONAL = re.compile(r"\buniversitaire|\bregional|\bchr?u\b")
"""Hospitals beside which a town may have another."""


def load_index(db: sqlite3.Connection) -> OrganisationIndex:
    """Return the index of all audited organisations, and of others mentioned more than in passing."""
    rows = db.execute(
        "SELECT o.id, o.name, o.kind, o.department, a.alias,"
        " sum(m.role = 'audited') AS audited, sum(m.mentions) AS mentions"
        " FROM organisation o JOIN organisation_alias a ON a.organisation_id = o.id"
        " JOIN mention m ON m.organisation_id = o.id GROUP BY o.id, a.folded"
        " HAVING audited > 0 OR mentions >= ?",
        (_LEAST_MENTIONS,),
    )
    forms = [_form(row, _identity(row)) for row in rows if not _UNNAMED.fullmatch(row["alias"])]
    return OrganisationIndex(_known_by_town(_merged(forms)), _ordinary_words(db, forms), _spelt(db))


def _form(row: sqlite3.Row, organisation: OrganisationRow) -> NameForm:
    return NameForm(organisation, row["alias"], row["audited"])


def _identity(row: sqlite3.Row) -> OrganisationRow:
    return OrganisationRow(row["id"], row["name"], row["kind"], row["department"] or None)


def _merged(forms: list[NameForm]) -> list[NameForm]:
    # A body mentioned without its department is the one of that name whose department is known, if there is
    # but one.
    known: dict[tuple[str, str], dict[int, NameForm]] = defaultdict(dict)
    for form in forms:
        if form.organisation.department:
            known[_name(form)][form.organisation.id] = form
    merged = []
    for form in forms:
        others = known[_name(form)]
        if form.organisation.department is None and len(others) == 1:
            (other,) = others.values()
            form = replace(form, organisation=other.organisation, reports=other.reports)
        merged.append(form)
    return merged


def _known_by_town(forms: list[NameForm]) -> list[NameForm]:
    """The forms, with those that call an audited hospital or home by its town instead of its patron.

    « centre hospitalier Guy Thomas de Riom » tells that the audited « hôpital Guy Thomas » is that of Riom,
    which texts call « centre hospitalier de Riom » too; not where a town has a university hospital beside.
    """
    own = {at: distinctive(form.form) for at, form in enumerate(forms) if _is_one_in_a_town(form)}
    audited = {at for at in own if forms[at].reports and not communes_in(forms[at].organisation.name)}
    towns: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for at in own.keys() - audited:
        for patron in audited:
            name, kind = set(own[patron]), forms[patron].organisation.kind
            if len(name) > 1 and name < set(own[at]) and forms[at].organisation.kind == kind:
                towns[kind, *(token for token in own[at] if token not in name)].add(patron)
    called: dict[int, NameForm] = {}
    for (kind, *town), patrons in towns.items():
        meant = {forms[at].organisation.id: forms[at] for at in patrons}
        there = [at for at in own if own[at] == town and forms[at].organisation.kind == kind]
        others = any(
            _REGIONAL.search(fold(f"{forms[at].form} {forms[at].organisation.name}")) for at in there
        )
        if len(meant) == 1 and is_commune(" ".join(town)) and not others:
            (body,) = meant.values()
            in_full = {*town, *distinctive(body.form)}
            there += [at for at in own if set(own[at]) == in_full]
            called.update({at: body for at in there if not forms[at].reports})
    return [
        replace(form, organisation=called[at].organisation, reports=called[at].reports)
        if at in called
        else form
        for at, form in enumerate(forms)
    ]


def _is_one_in_a_town(form: NameForm) -> bool:
    return form.organisation.kind in _ONE_IN_A_TOWN


def _name(form: NameForm) -> tuple[str, str]:
    return fold(form.organisation.name), form.organisation.kind


def _spelt(db: sqlite3.Connection) -> frozenset[str]:
    return frozenset(
        row[0] for row in db.execute("SELECT term FROM term_frequency WHERE doc >= ?", (_SPELT_PASSAGES,))
    )


def _ordinary_words(db: sqlite3.Connection, forms: list[NameForm]) -> frozenset[str]:
    total = int(db.execute("SELECT count(*) FROM report").fetchone()[0])
    limit = max(_ORDINARY_REPORTS, _ORDINARY_SHARE * total)
    tokens = {token for form in forms for token in name_tokens(form.form)}
    ordinary = set()
    for token in tokens:
        row = db.execute("SELECT doc FROM report_terms WHERE term = ?", (stem(token),)).fetchone()
        if row and row[0] > limit and not is_commune_alone(token):
            ordinary.add(token)
    return frozenset(ordinary)
