"""The ways knowledge can be missing or wrong; each message says what to do."""

from __future__ import annotations

from pathlib import Path


class KnowledgeError(Exception):
    """Base of every error about the knowledge base; its text is one clear line."""


class SourceMistake(KnowledgeError):
    """An entry of a source file that cannot be used."""

    def __init__(self, file: str, entry: str, field: str, reason: str) -> None:
        super().__init__(f"{file}: {entry}: {field}: {reason}")
        self.file, self.entry, self.field, self.reason = file, entry, field, reason


class SourcesRejected(KnowledgeError):
    """The build stopped on one or more mistakes; the previous base was kept."""

    def __init__(self, mistakes: list[SourceMistake]) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes


class NoKnowledgeBase(KnowledgeError):
    """The base file does not exist."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no knowledge base at {path}: run « greffier knowledge build »")


class DamagedKnowledgeBase(KnowledgeError):
    """The base file is there but is not a knowledge base this version can read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"cannot read {path} ({reason}): run « greffier knowledge build » to make it again")
