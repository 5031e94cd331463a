"""What an action needs to answer: the base, the search over it, the day, the address to hand over to."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar, cast

from knowledge.base import KnowledgeBase
from knowledge.cache import Cache
from knowledge.calls import calls
from knowledge.challenges import forms_of_challenges
from knowledge.embedding import Embedder, load_embedder
from knowledge.entries import EntrySearch
from knowledge.faq import FaqEntry, Step, current_address, every_entry, steps
from knowledge.names import NameIndex
from knowledge.promotions import Promotion, promotions
from knowledge.reports.base import ReportBase
from knowledge.reports.errors import BaseUnavailable
from knowledge.reports.opening import ReportsAt
from knowledge.settings import load_settings
from knowledge.statements import Statement, all_statements
from knowledge.text import words

Value = TypeVar("Value")
REMEMBERED = 2_000
"""Answers remembered, some 10 KB each."""


@dataclass(frozen=True)
class _Derived:
    """What is computed once for each state of the base."""

    version: int
    search: EntrySearch
    names: NameIndex
    promotions: tuple[Promotion, ...]
    statements: tuple[Statement, ...]
    steps: tuple[Step, ...]
    faq: dict[str, FaqEntry]
    challenge_forms: dict[str, tuple[str, ...]]

    @cached_property
    def challenges_by_letters(self) -> dict[str, tuple[str, ...]]:
        """Ids of the challenges by the letters of each of their names."""
        found: dict[str, tuple[str, ...]] = {}
        for ref, forms in self.challenge_forms.items():
            for letters in {"".join(words(form)) for form in forms}:
                found[letters] = (*found.get(letters, ()), ref)
        return found

    @cached_property
    def unpublished(self) -> tuple[str, ...]:
        """Ids of the FAQ entries that no source answers."""
        return tuple(entry.id for entry in self.faq.values() if not entry.published)

    @cached_property
    def faq_on(self) -> dict[str, tuple[str, ...]]:
        """Ids of the FAQ entries whose answer names a challenge in any of its forms, by its id."""
        forms: dict[str, list[tuple[str, str]]] = {}
        for ref, names in self.challenge_forms.items():
            for said in (words(name) for name in names):
                if said:
                    forms.setdefault(said[0], []).append((f" {' '.join(said)} ", ref))
        found: dict[str, dict[str, None]] = {ref: {} for ref in self.challenge_forms}
        for entry in self.faq.values():
            told = words(entry.answer_fr)
            text = f" {' '.join(told)} "
            for form, ref in (pair for word in {*told} for pair in forms.get(word, ())):
                if form in text:
                    found[ref][entry.id] = None
        return {ref: tuple(entries) for ref, entries in found.items()}


class Desk:
    """The actions' view of the world; ``clock`` gives the present moment, injected for tests."""

    def __init__(
        self,
        base: KnowledgeBase,
        clock: Callable[[], dt.datetime],
        embedder: Embedder | None = None,
        contact_email: str | None = None,
        reports_path: Path | None = None,
    ) -> None:
        self.base = base
        self.clock = clock
        self._embedder = embedder
        self._contact_email = contact_email
        self._reports = ReportsAt(reports_path, embedder)
        self._lock = threading.Lock()
        self._derived: _Derived | None = None
        self._remembered: tuple[Hashable, Cache[object]] = None, Cache(REMEMBERED)

    def remember(self, key: Hashable, compute: Callable[[], Value]) -> Value:
        """The value of ``key``, computed where it is not among the last ones since the bases or what of the
        time an answer may depend on changed.
        """
        reports = self.reports
        try:
            state = self.base.refresh(), reports, reports and reports.state, self._time()
        except BaseUnavailable:  # what needs no report is answered all the same
            return compute()
        with self._lock:
            if self._remembered[0] != state:
                self._remembered = state, Cache(REMEMBERED)
            kept = self._remembered[1]
        return cast(Value, kept.get(key, compute))

    def _time(self) -> dt.datetime:
        """The day, and on one on which a call opens or closes the minute."""
        now = self.now
        turns = (when for call in calls(self.base) for when in (call.opens, call.first_deadline, call.closes))
        if any(when is not None and when.date() == now.date() for when in turns):
            return now.replace(second=0, microsecond=0)
        return now.replace(hour=0, minute=0, second=0, microsecond=0)

    @property
    def now(self) -> dt.datetime:
        """The present moment in Paris."""
        return self.clock()

    @property
    def search(self) -> EntrySearch:
        """Search over FAQ entries and statements."""
        return self._current().search

    @property
    def names(self) -> NameIndex:
        """The known names, for « vouliez-vous dire »."""
        return self._current().names

    @property
    def vocabulary(self) -> frozenset[str]:
        """Ordinary words of the base, folded."""
        return self._current().names.vocabulary

    @property
    def promotions(self) -> tuple[Promotion, ...]:
        """Every promotion, oldest first."""
        return self._current().promotions

    def promotion(self, identifier: str) -> Promotion | None:
        """The promotion with this id, or None."""
        return next((p for p in self.promotions if p.id == identifier), None)

    def statements(self, subjects: Sequence[str]) -> list[Statement]:
        """Everything that is said of ``subjects``, of any subject when there is none."""
        return [s for s in self._current().statements if not subjects or s.subject in subjects]

    def steps(self, promotions: Sequence[str]) -> list[Step]:
        """What happened in these promotions, in any when there is none."""
        return [step for step in self._current().steps if not promotions or step.promotion in promotions]

    def faq(self, ids: Iterable[str]) -> list[FaqEntry]:
        """The FAQ entries with these ids, in that order."""
        known = self._current().faq
        return [known[identifier] for identifier in ids if identifier in known]

    @property
    def unpublished(self) -> tuple[str, ...]:
        """Ids of the FAQ entries that say what no source tells."""
        return self._current().unpublished

    def faq_on(self, challenge: str) -> tuple[str, ...]:
        """Ids of the FAQ entries whose answer names a challenge."""
        return self._current().faq_on.get(challenge, ())

    def challenges_named(self, letters: str) -> tuple[str, ...]:
        """Ids of the challenges of which folded ``letters``, without spaces, are a name."""
        return self._current().challenges_by_letters.get(letters, ())

    def contact_email(self) -> str:
        """Where a person is sent: the operator's address, else the programme's current one."""
        return self._contact_email or current_address(self.base)

    @property
    def reports(self) -> ReportBase | None:
        """The base of audit reports, or None while there is none that can be used."""
        return self._reports.base()

    def _current(self) -> _Derived:
        with self._lock:
            if self._derived is None or self._derived.version != self.base.version:
                self._derived = _Derived(
                    self.base.version,
                    EntrySearch(self.base, self._embedder),
                    NameIndex.from_base(self.base),
                    tuple(promotions(self.base)),
                    tuple(all_statements(self.base, ())),
                    tuple(steps(self.base, (), ())),
                    {entry.id: entry for entry in every_entry(self.base)},
                    forms_of_challenges(self.base),
                )
            return self._derived


@lru_cache(maxsize=1)
def desk() -> Desk:
    """The desk of this process, made from the environment at the first question."""
    settings = load_settings()
    base = KnowledgeBase(settings.knowledge_path)
    return Desk(base, settings.now, load_embedder(), settings.contact_email, settings.reports_path)
