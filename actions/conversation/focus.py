"""What a conversation is about, carried from turn to turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Focus:
    """What the conversation is about, carried from turn to turn in the ``focus`` slot."""

    intent: str | None = None
    entities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""
    failures: int = 0
    sources: tuple[dict[str, Any], ...] = ()
    status: str = ""
    challenge: tuple[str, ...] = ()
    """The last challenge spoken of, however long ago: « ce défi » means it."""
    rows: tuple[str, ...] = ()
    said: str = ""
    """The last question as it was typed; ``text`` is what was meant."""
    reports: tuple[tuple[str, ...], ...] = ()
    """The audit reports spoken of, the last first: of each the rows of its answer that name it."""
    unfamiliar: tuple[str, ...] = ()
    """Meaningful words of the last question that its intent does not explain: « combien de femmes »."""
    listed: tuple[str, ...] = ()
    """The challenges last told one after the other: « et le deuxième ? » is one of them."""
    talked: tuple[str, ...] = ()
    """The challenges spoken of one by one, the last first: « revenons au premier »."""
    listed_reports: tuple[str, ...] = ()
    """The keys of the reports last listed, while the talk is on reports: « et le deuxième ? »."""
    asker: str = ""
    """Who asks, « administrations » or « candidates », where the talk has told."""
    bodies: tuple[str, ...] = ()
    """The kinds of public body that ask, where the talk has told: « nous sommes une commune »."""
    quoted: tuple[str, ...] = ()
    """The passages of reports quoted in the talk, the last first: they are not quoted whole again."""

    told_before: tuple[dict[str, Any], ...] | None = None
    """What the last answer rested on, where ``sources`` are what a refusal after it named as nearest."""

    matter: str = ""
    """What the last questions were on, in their words: « l'entretien », where « avec qui ? » is of it."""

    @property
    def on_a_report(self) -> bool:
        """Whether the conversation was last told what a report says, or asked on which body one is meant."""
        return any(source.get("report") for source in self.sources) or self.between_bodies

    @property
    def between_bodies(self) -> bool:
        """Whether the conversation was last asked which of several bodies is meant."""
        return self.status == "clarify" and sum(row.startswith("organisation:") for row in self.rows) > 1

    @property
    def asked_reports(self) -> bool:
        """Whether the last question was one for the reports."""
        return (self.intent or "").startswith("report")

    @property
    def asked_programme(self) -> bool:
        """Whether the last question was one on the programme, or small talk."""
        return bool(self.intent) and not self.asked_reports

    @property
    def report(self) -> str:
        """The key of the audit report last spoken of, empty where there is none."""
        return next((row.partition(":")[2] for rows in self.reports[:1] for row in rows[:1]), "")

    def unasked(self) -> Focus:
        """The same conversation without what was last asked and told, from which nothing goes on."""
        return replace(self, rows=(), text="")

    def cleared(self) -> Focus:
        """The same conversation with no last question, for a message that asks something new."""
        return replace(self, intent=None, entities={}, text="", rows=(), challenge=())

    @classmethod
    def from_slot(cls, slot: Mapping[str, Any] | None) -> Focus:
        """Read the slot; an absent or foreign value is an empty focus."""
        if not isinstance(slot, Mapping):
            return cls()
        return cls(
            slot.get("intent"),
            {kind: tuple(values) for kind, values in (slot.get("entities") or {}).items()},
            slot.get("text", ""), int(slot.get("failures", 0)), tuple(slot.get("sources", ())),
            slot.get("status", ""), tuple(slot.get("challenge", ())), tuple(slot.get("rows", ())),
            slot.get("said", ""), tuple(tuple(rows) for rows in slot.get("reports", ())),
            tuple(slot.get("unfamiliar", ())), tuple(slot.get("listed", ())), tuple(slot.get("talked", ())),
            tuple(slot.get("listed_reports", ())), slot.get("asker", ""),
            tuple(slot.get("bodies", ())), tuple(slot.get("quoted", ())),
            None if slot.get("told_before") is None else tuple(slot["told_before"]),
            slot.get("matter", ""),
        )  # fmt: skip

    def to_slot(self) -> dict[str, Any]:
        """The focus as JSON-ready data."""
        return {
            "intent": self.intent,
            "entities": {kind: list(values) for kind, values in self.entities.items()},
            "text": self.text,
            "failures": self.failures,
            "sources": list(self.sources),
            "status": self.status,
            "challenge": list(self.challenge),
            "rows": list(self.rows),
            "said": self.said,
            "reports": [list(rows) for rows in self.reports],
            "unfamiliar": list(self.unfamiliar),
            "listed": list(self.listed),
            "talked": list(self.talked),
            "listed_reports": list(self.listed_reports),
            "asker": self.asker,
            "bodies": list(self.bodies),
            "quoted": list(self.quoted),
            "told_before": None if self.told_before is None else list(self.told_before),
            "matter": self.matter,
        }
