"""The names of the report base as an index, with the ordinary words that must not be taken for names."""

import sqlite3
from collections import defaultdict
from dataclasses import replace

from knowledge.reports.communes import is_commune_alone
from knowledge.reports.models import OrganisationRow
from knowledge.reports.name_forms import name_tokens
from knowledge.reports.organisation_index import NameForm, OrganisationIndex
from knowledge.text import fold, stem

_LEAST_MENTIONS = 2
_SPELT_PASSAGES = 12
"""Passages that use a word from which it is no misspelt name: « les filles » are not the « familles »."""
_ORDINARY_SHARE, _ORDINARY_REPORTS = 0.08, 10
"""A word in more reports than this is an ordinary word, unless it is but a commune's name: courts sit there,
and its stem may be that of a word (« Genas », « gênes »)."""


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
    forms = [_form(row, _identity(row)) for row in rows]
    return OrganisationIndex(_merged(forms), _ordinary_words(db, forms), _spelt(db))


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
