"""Build the knowledge base: source files in, one SQLite file out, all or nothing.

The file is written beside the old one under a temporary name, checked, then renamed over
it, so that a running server never sees half a base and a mistake leaves the old one.
"""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
from sqlite_utils import Database

from knowledge import schema
from knowledge.abandoned import remove_abandoned
from knowledge.database_uri import read_only_uri
from knowledge.embedding import Embedder
from knowledge.entry_texts import entries_of
from knowledge.errors import KnowledgeError
from knowledge.pages import pages_of, with_page
from knowledge.question_space import learn_space, learn_untold
from knowledge.schema import Citation
from knowledge.source_files import SOURCES_DIR, Facts, load_facts
from knowledge.text import fold

SCHEMA_VERSION = 6
"""Raised when the tables change: an older base is then stale."""


def sources_fingerprint(folder: Path = SOURCES_DIR) -> str:
    """A hash of every source file and of the table version; the base is stale when it differs."""
    digest = hashlib.sha256(str(SCHEMA_VERSION).encode())
    for path in sorted(folder.rglob("*.yml")):
        digest.update(str(path.relative_to(folder)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_stale(path: Path, folder: Path = SOURCES_DIR) -> bool:
    """Whether ``path`` is missing, unreadable or made from other source files."""
    try:
        made_from = _first(path, "select value from meta where key = 'fingerprint'")
    except sqlite3.Error:
        return True
    return made_from is None or made_from[0] != sources_fingerprint(folder)


def has_vectors(path: Path) -> bool:
    """Whether the entries of the base at ``path`` carry sentence vectors."""
    return _first(path, "select 1 from question_space") is not None


def _first(path: Path, query: str) -> tuple[Any, ...] | None:
    """The first row that ``query`` gives in the base at ``path``, which is not written to."""
    with closing(sqlite3.connect(read_only_uri(path), uri=True)) as connection:
        row: tuple[Any, ...] | None = connection.execute(query).fetchone()
        return row


def build(path: Path, folder: Path = SOURCES_DIR, embedder: Embedder | None = None) -> dict[str, int]:
    """Make the knowledge base at ``path`` and return the number of rows of each table.

    With an ``embedder`` the entries carry their sentence vectors, as float16 bytes.
    Raises :class:`~knowledge.errors.SourcesRejected` on a mistake in the sources and
    :class:`~knowledge.errors.KnowledgeError` when the file cannot be written.
    """
    facts = load_facts(folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        remove_abandoned(path.parent, f".{path.name}.")
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise KnowledgeError(f"cannot write in {path.parent}: {error.strerror}") from error
    temporary = Path(name)
    try:
        counts = _write(temporary, facts, sources_fingerprint(folder), embedder)
        os.replace(temporary, path)
    except (OSError, sqlite3.Error) as error:
        full = "disk is full" in str(error) or getattr(error, "errno", None) == errno.ENOSPC
        why = "the disk is full; free space and start again" if full else error
        raise KnowledgeError(f"cannot write the knowledge base {path}: {why}") from error
    finally:
        temporary.unlink(missing_ok=True)
    return counts


def _write(path: Path, facts: Facts, fingerprint: str, embedder: Embedder | None) -> dict[str, int]:
    database = Database(path)
    try:
        with database.conn:
            pages = pages_of(facts.sources, facts.challenges)
            for table, rows, key in _tables(facts):
                database[table].insert_all(with_page(rows, pages), pk=key)
            _write_entries(database, facts, embedder)
            _index(database)
            database["meta"].insert_all(
                [
                    {"key": "fingerprint", "value": fingerprint},
                    {"key": "built", "value": dt.datetime.now(dt.UTC).isoformat(timespec="seconds")},
                ],
                pk="key",
            )
        problems = [row[0] for row in database.execute("pragma integrity_check") if row[0] != "ok"]
        if problems:
            raise sqlite3.DatabaseError(problems[0])
        return {table.name: table.count for table in database.tables}
    finally:
        database.close()


def _tables(facts: Facts) -> Iterator[tuple[str, list[dict[str, Any]], str | None]]:
    yield "source", [_row(entry, drop=("pages",)) for entry in facts.sources], "id"
    yield "promotion", [_row(entry, drop=("aliases", "statements")) for entry in facts.promotions], "id"
    yield "statement", list(_statements(facts)), "id"
    yield "administration", [_row(entry, drop=("aliases",)) for entry in facts.administrations], "id"
    yield "skill", [_row(entry, drop=("aliases",)) for entry in facts.skills], "id"
    yield "theme", [_row(entry, drop=("aliases",)) for entry in facts.themes], "id"
    links = (
        "other_towns", "aliases", "administrations", "skills", "themes", "eigs", "mentors", "citations",
        "questions",
    )  # fmt: skip
    yield "challenge", [_row(entry, drop=links) for entry in facts.challenges], "id"
    yield "challenge_administration", list(_hosts(facts)), None
    yield "challenge_town", list(_towns(facts)), None
    yield (
        "challenge_skill",
        [{"challenge": c.id, "skill": s} for c in facts.challenges for s in c.skills],
        None,
    )
    yield (
        "challenge_theme",
        [{"challenge": c.id, "theme": t} for c in facts.challenges for t in c.themes],
        None,
    )
    yield "challenge_person", list(_people(facts)), None
    yield "call", [_row(entry, drop=("variants", "citations")) for entry in facts.calls], "id"
    yield "call_variant", [{"call": c.id, **_row(v)} for c in facts.calls for v in c.variants], None
    yield "step", [{"id": n, **_row(step)} for n, step in enumerate(facts.steps, 1)], "id"
    yield "contact", [_row(entry) for entry in facts.contacts], "id"
    yield (
        "faq",
        [_row(e, drop=("questions_fr", "questions_en", "promotions", "citations")) for e in facts.faq],
        "id",
    )
    yield "faq_question", list(_faq_questions(facts)), None
    yield "faq_promotion", [{"faq": e.id, "promotion": p} for e in facts.faq for p in e.promotions], None
    yield "citation", list(_citations(facts)), None
    yield "name", list(_names(facts)), None


def _row(entry: schema.Model, drop: tuple[str, ...] = ()) -> dict[str, Any]:
    data = entry.model_dump(exclude=set(drop))
    return {key: value.isoformat() if isinstance(value, dt.date) else value for key, value in data.items()}


def _statements(facts: Facts) -> Iterator[dict[str, Any]]:
    for number, (subject, statement) in enumerate(facts.statements(), 1):
        row = _row(statement, drop=("questions",))
        value = row["value"]
        row["number"] = value if isinstance(value, int | float) else None
        row["value"] = None if value is None else str(value)
        yield {"id": number, "subject": subject, **row}


def _hosts(facts: Facts) -> Iterator[dict[str, str | int]]:
    """Each challenge with its hosts and all above them: a ministry owns its directorates' challenges."""
    parents = {entry.id: entry.parent for entry in facts.administrations}
    for challenge in facts.challenges:
        seen: set[str] = set()
        for identifier in challenge.administrations:
            current: str | None = identifier
            while current and current not in seen:
                seen.add(current)
                yield {
                    "challenge": challenge.id,
                    "administration": current,
                    "direct": int(current == identifier),
                }
                current = parents.get(current)


def _towns(facts: Facts) -> Iterator[dict[str, Any]]:
    """Each town of each challenge: those of its own page, then those that other sources give."""
    for challenge in facts.challenges:
        for town in (challenge.town or "").split(" et "):
            if town:
                yield {
                    "challenge": challenge.id,
                    "town": town,
                    **dict.fromkeys(("source", "locator", "quote", "as_of")),
                }
        for other in challenge.other_towns:
            yield {"challenge": challenge.id, **_row(other)}


def _people(facts: Facts) -> Iterator[dict[str, Any]]:
    withdrawn = {fold(name) for name in facts.withdrawn_names}
    for challenge in facts.challenges:
        for role, people in (("eig", challenge.eigs), ("mentor", challenge.mentors)):
            for person in people:
                if fold(person.name) not in withdrawn:
                    yield {"challenge": challenge.id, "person": person.name, "role": role, "job": person.job}


def _faq_questions(facts: Facts) -> Iterator[dict[str, str]]:
    for entry in facts.faq:
        for lang, questions in (("fr", entry.questions_fr), ("en", entry.questions_en)):
            for question in questions:
                yield {"faq": entry.id, "lang": lang, "text": question}


def _citations(facts: Facts) -> Iterator[dict[str, Any]]:
    groups: list[tuple[str, list[Any]]] = [
        ("challenge", facts.challenges),
        ("call", facts.calls),
        ("faq", facts.faq),
    ]
    for table, entries in groups:
        for entry in entries:
            for citation in entry.citations:
                yield {
                    "owner": table,
                    "owner_id": entry.id,
                    **_row(Citation.model_validate(citation.model_dump())),
                }


def _names(facts: Facts) -> Iterator[dict[str, str]]:
    """Every form under which a person may name something, for the entity extractor."""
    for challenge in facts.challenges:
        for form in (challenge.name, *challenge.aliases):
            yield {"kind": "challenge", "ref": challenge.id, "form": form}
    for administration in facts.administrations:
        for form in (administration.name, *administration.aliases):
            yield {"kind": "administration", "ref": administration.id, "form": form}
    for kind, tags in (("skill", facts.skills), ("theme", facts.themes)):
        for tag in tags:
            for form in (tag.label_fr, tag.label_en, *tag.aliases):
                yield {"kind": kind, "ref": tag.id, "form": form}
    for promotion in facts.promotions:
        for form in promotion.aliases:
            yield {"kind": "promotion", "ref": promotion.id, "form": form}
    for town in sorted({row["town"] for row in _towns(facts)}):
        yield {"kind": "town", "ref": town, "form": town}
    for person in sorted({row["person"] for row in _people(facts)}):
        yield {"kind": "person", "ref": person, "form": person}


def _index(database: Database) -> None:
    for table, columns in (
        ("statement", ["subject", "property"]), ("challenge", ["promotion"]),
        ("challenge_administration", ["administration"]),
        ("challenge_skill", ["skill"]), ("challenge_theme", ["theme"]), ("challenge_person", ["person"]),
        ("challenge_person", ["challenge"]), ("citation", ["owner", "owner_id"]), ("faq_question", ["faq"]),
        ("challenge_administration", ["challenge"]), ("challenge_town", ["challenge"]),
        ("faq_promotion", ["faq"]),
    ):  # fmt: skip
        if database[table].exists():
            database[table].create_index(columns, if_not_exists=True)


def _write_entries(database: Database, facts: Facts, embedder: Embedder | None) -> None:
    """The texts a question is compared with; with an ``embedder``, their vectors in a space learnt for it."""
    entries = list(entries_of(facts))
    rows: list[dict[str, Any]] = [
        {"kind": k, "ref": ref, "text": text, "vector": None} for k, ref, text in entries
    ]
    database["question_space"].create(
        {"mean": bytes, "directions": bytes, "untold": bytes, "untold_shift": float}
    )
    if embedder is not None and entries:
        vectors = embedder.queries([text for _, _, text in entries])
        space = learn_space(vectors, [(kind, ref) for kind, ref, _ in entries])
        for row, vector in zip(rows, space.project(vectors).astype(np.float16), strict=True):
            row["vector"] = vector.tobytes()
        silent = {("faq", entry.id) for entry in facts.faq if not entry.published}
        untold = learn_untold(vectors, [(kind, ref) in silent for kind, ref, _ in entries])
        database["question_space"].insert(
            {
                "mean": space.mean.tobytes(),
                "directions": space.directions.tobytes(),
                "untold": None if untold is None else untold.weights.tobytes(),
                "untold_shift": None if untold is None else untold.shift,
            }
        )
    database["entry"].insert_all(rows)
