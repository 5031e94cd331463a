"""The names of the report base as an index, with the ordinary words that must not be taken for names."""

import sqlite3

from knowledge.reports.models import OrganisationRow
from knowledge.reports.organisation_index import NameForm, OrganisationIndex
from knowledge.text import stem

_LEAST_MENTIONS = 3
_ORDINARY_SHARE, _ORDINARY_REPORTS = 0.05, 10
"""A word in the titles and headings of more reports than this is an ordinary word, whatever it also names."""


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
    forms = [
        NameForm(
            OrganisationRow(row["id"], row["name"], row["kind"], row["department"] or None),
            row["alias"],
            row["audited"],
        )
        for row in rows
    ]
    return OrganisationIndex(forms, _ordinary_words(db, forms))


def _ordinary_words(db: sqlite3.Connection, forms: list[NameForm]) -> frozenset[str]:
    total = int(db.execute("SELECT count(*) FROM report").fetchone()[0])
    limit = max(_ORDINARY_REPORTS, _ORDINARY_SHARE * total)
    tokens = {
        token for form in forms for token in form.form.lower().replace("-", " ").split() if token.isascii()
    }
    ordinary = set()
    for token in tokens:
        row = db.execute("SELECT doc FROM report_terms WHERE term = ?", (stem(token),)).fetchone()
        if row and row[0] > limit:
            ordinary.add(token)
    return frozenset(ordinary)
