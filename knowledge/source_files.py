"""Read and validate the YAML sources: every mistake is reported with file, entry and field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from knowledge import schema
from knowledge.errors import SourceMistake, SourcesRejected
from knowledge.report_cards import ReportCard, load_report_cards

SOURCES_DIR = Path(__file__).parent / "sources"


@dataclass
class Facts:
    """All entries of the source files, validated."""

    sources: list[schema.SourceEntry] = field(default_factory=list)
    promotions: list[schema.PromotionFile] = field(default_factory=list)
    programme: list[schema.Statement] = field(default_factory=list)
    challenges: list[schema.Challenge] = field(default_factory=list)
    administrations: list[schema.Administration] = field(default_factory=list)
    skills: list[schema.Tag] = field(default_factory=list)
    themes: list[schema.Tag] = field(default_factory=list)
    calls: list[schema.Call] = field(default_factory=list)
    steps: list[schema.Step] = field(default_factory=list)
    contacts: list[schema.ContactAddress] = field(default_factory=list)
    faq: list[schema.FaqEntry] = field(default_factory=list)
    cards: list[ReportCard] = field(default_factory=list)
    withdrawn_names: frozenset[str] = frozenset()
    origins: dict[int, str] = field(default_factory=dict)
    """File of each entry, by the entry's ``id()``: mistakes name it."""

    def statements(self) -> Iterator[tuple[str, schema.Statement]]:
        """Every statement with its subject: a promotion's id or « programme »; its place is its number."""
        for promotion in self.promotions:
            yield from ((promotion.id, statement) for statement in promotion.statements)
        yield from (("programme", statement) for statement in self.programme)


_LISTS: dict[str, tuple[str, type[schema.Model]]] = {
    "sources.yml": ("sources", schema.SourceEntry),
    "administrations.yml": ("administrations", schema.Administration),
    "skills.yml": ("skills", schema.Tag),
    "themes.yml": ("themes", schema.Tag),
    "calls.yml": ("calls", schema.Call),
    "timeline.yml": ("steps", schema.Step),
    "contacts.yml": ("contacts", schema.ContactAddress),
    "challenges/*.yml": ("challenges", schema.Challenge),
    "faq/*.yml": ("faq", schema.FaqEntry),
}


def load_facts(folder: Path = SOURCES_DIR) -> Facts:
    """Validate every source file under ``folder``.

    Raises :class:`SourcesRejected` with all mistakes at once, so that one run shows them all.
    """
    mistakes: list[SourceMistake] = []
    facts = Facts()
    for pattern, (name, model) in _LISTS.items():
        for path in sorted(folder.glob(pattern)) or _missing(folder, pattern, mistakes):
            for entry in _entries(path, folder, mistakes):
                _validate(model, entry, path, folder, getattr(facts, name), mistakes, facts.origins)
    for path in sorted(folder.glob("promotions/*.yml")) or _missing(folder, "promotions/*.yml", mistakes):
        content = _read(path, folder, mistakes)
        _validate(schema.PromotionFile, content, path, folder, facts.promotions, mistakes, facts.origins)
    programme: list[schema.ProgrammeFile] = []
    path = folder / "programme.yml"
    _validate(
        schema.ProgrammeFile, _read(path, folder, mistakes), path, folder, programme, mistakes, facts.origins
    )
    facts.programme = [statement for file in programme for statement in file.statements]
    cards = folder / "report_cards"
    if cards.is_dir():
        facts.cards = load_report_cards(cards)
    withdrawn = folder / "withdrawn_names.yml"
    facts.withdrawn_names = (
        frozenset(_read(withdrawn, folder, mistakes) or ()) if withdrawn.exists() else frozenset()
    )
    mistakes.extend(_broken_references(facts))
    if mistakes:
        raise SourcesRejected(mistakes)
    return facts


def _missing(folder: Path, pattern: str, mistakes: list[SourceMistake]) -> list[Path]:
    mistakes.append(SourceMistake(pattern, "file", "-", f"no such file under {folder.name}/"))
    return []


def _read(path: Path, folder: Path, mistakes: list[SourceMistake]) -> Any:
    name = str(path.relative_to(folder))
    try:
        return yaml.load(
            path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
    except FileNotFoundError:
        mistakes.append(SourceMistake(name, "file", "-", "missing"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        where = getattr(error, "problem_mark", None)
        line = f"line {where.line + 1}" if where else "file"
        mistakes.append(SourceMistake(name, line, "-", f"not valid YAML: {getattr(error, 'problem', error)}"))
    return None


def _entries(path: Path, folder: Path, mistakes: list[SourceMistake]) -> Iterator[Any]:
    content = _read(path, folder, mistakes)
    if content is not None and not isinstance(content, list):
        mistakes.append(
            SourceMistake(str(path.relative_to(folder)), "file", "-", "must be a list of entries")
        )
        return
    yield from content or ()


def _validate(
    model: type[schema.Model],
    entry: Any,
    path: Path,
    folder: Path,
    into: list[Any],
    mistakes: list[SourceMistake],
    origins: dict[int, str],
) -> None:
    if entry is None:
        return
    try:
        into.append(model.model_validate(entry))
        origins[id(into[-1])] = str(path.relative_to(folder))
    except ValidationError as error:
        name = (
            str(entry.get("id", entry.get("name", "entry"))) if isinstance(entry, dict) else str(entry)[:40]
        )
        for problem in error.errors():
            where = ".".join(map(str, problem["loc"])) or "-"
            mistakes.append(SourceMistake(str(path.relative_to(folder)), name, where, problem["msg"]))


def _broken_references(facts: Facts) -> Iterator[SourceMistake]:
    known: dict[str, set[str]] = {
        "source": {entry.id for entry in facts.sources},
        "administration": {entry.id for entry in facts.administrations},
        "skill": {entry.id for entry in facts.skills},
        "theme": {entry.id for entry in facts.themes},
        "promotion": {entry.id for entry in facts.promotions},
    }
    for kind, owner, label, value in _references(facts):
        if value not in known[kind]:
            yield SourceMistake(
                facts.origins.get(id(owner), "programme.yml"), label, kind, f"unknown {kind} {value!r}"
            )
    for entries in (
        facts.sources, facts.challenges, facts.faq, facts.calls, facts.administrations, facts.skills,
        facts.themes, facts.contacts, facts.promotions,
    ):  # fmt: skip
        yield from _used_twice(entries, facts.origins)
    if facts.contacts and not any(contact.current for contact in facts.contacts):
        yield SourceMistake("contacts.yml", "file", "current", "no address is current")


def _used_twice(entries: Sequence[Any], origins: dict[int, str]) -> Iterator[SourceMistake]:
    count = Counter(entry.id for entry in entries)
    for entry in entries:
        if count[entry.id] > 1:
            yield SourceMistake(origins[id(entry)], entry.id, "id", f"used by {count[entry.id]} entries")


def _references(facts: Facts) -> Iterator[tuple[str, object, str, str]]:
    """(kind of thing referred to, entry that refers, its label, id referred to) for every reference."""
    for promotion in facts.promotions:
        for statement in promotion.statements:
            yield "source", promotion, f"{promotion.id} {statement.property}", statement.source
    for statement in facts.programme:
        yield "source", statement, statement.property, statement.source
    for step in facts.steps:
        yield "source", step, f"{step.promotion} {step.starts}", step.source
        yield "promotion", step, f"{step.promotion} {step.starts}", step.promotion
    for contact in facts.contacts:
        yield "source", contact, contact.id, contact.source
    cited: list[Any] = [*facts.challenges, *facts.calls, *facts.faq]
    for entry in cited:
        for citation in entry.citations:
            yield "source", entry, entry.id, citation.source
    for call in facts.calls:
        yield "promotion", call, call.id, call.promotion
        for variant in call.variants:
            yield "source", call, call.id, variant.source
    for challenge in facts.challenges:
        yield "promotion", challenge, challenge.id, challenge.promotion
        for kind in ("administration", "skill", "theme"):
            for identifier in getattr(challenge, f"{kind}s"):
                yield kind, challenge, challenge.id, identifier
    for administration in facts.administrations:
        if administration.parent:
            yield "administration", administration, administration.id, administration.parent
