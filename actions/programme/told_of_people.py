"""What the base tells of a person beside the challenges: « cheffe du programme en 2019 »."""

from __future__ import annotations

from dataclasses import dataclass

from actions.answer import Source
from actions.compose import source_of
from actions.desk import Desk
from actions.told import told_by
from actions.wording import say
from knowledge.text import sentences

_LOOKED_AT, _MOST_TOLD = 12, 2
_MOST_NAMED = 3
"""People named in one sentence: longer ones are lists, of a jury or of those on a photograph."""


@dataclass(frozen=True)
class ToldOfPerson:
    """A sentence of the base that names a person, with its row and its sources."""

    text: str
    row: str
    sources: tuple[Source, ...]


def told_of_person(name: str, lang: str, desk: Desk, asked: str = "") -> list[ToldOfPerson]:
    """The sentences that answer best who the person is, or what is ``asked``, of entries and statements that
    name them in full.
    """
    found: dict[str, ToldOfPerson] = {}
    hits = desk.search.search(asked or say(lang, "ask_about_person", name=name), _LOOKED_AT)
    for told in told_by(hits, lang, desk).values():
        for sentence in sentences(told.text):
            if name in sentence and _people_in(sentence, desk) <= _MOST_NAMED:
                sources = tuple(map(source_of, told.cited))
                found.setdefault(sentence, ToldOfPerson(sentence, told.row, sources))
    return list(found.values())[:_MOST_TOLD]


def _people_in(sentence: str, desk: Desk) -> int:
    found = desk.names.find(sentence, misspelt=False)
    return len({match.ref for match in found if match.kind == "person"})
