"""How well extraction agrees with recommendations listed from the files themselves."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from knowledge.reports.extracted import Recommendation
from knowledge.text import fold, words

CHECKED = Path(__file__).with_name("recommendations_checked.yml")
_REACH = 14


@dataclass(frozen=True)
class Expected:
    """A recommendation as it stands in a report: its printed number and first words."""

    number: str | None
    words: str

    def is_in(self, found: Recommendation) -> bool:
        """Whether `found` is this one: same number where one is printed in both, and the words near its
        beginning.
        """
        if self.number and found.number and self.number != found.number:
            return False
        wanted = words(self.words)
        start = words(found.text)[: _REACH + len(wanted)]
        return any(start[i : i + len(wanted)] == wanted for i in range(len(start) - len(wanted) + 1))


@dataclass(frozen=True)
class Agreement:
    """Expected and found recommendations of one report, and how many of the expected ones were found."""

    report: str
    expected: int
    found: int
    matched: int

    @property
    def exact(self) -> bool:
        """Right count and every text."""
        return self.expected == self.found == self.matched


def expectations() -> dict[str, list[Expected]]:
    """The checked recommendations by report."""
    entries = yaml.safe_load(CHECKED.read_text(encoding="utf-8"))
    return {
        e["report"]: [Expected(r["number"], fold(r["words"])) for r in e["recommendations"]] for e in entries
    }


def compare(report: str, expected: list[Expected], found: tuple[Recommendation, ...]) -> Agreement:
    """Match each expected recommendation with one found at most."""
    left = list(found)
    matched = 0
    for item in expected:
        twin = next((candidate for candidate in left if item.is_in(candidate)), None)
        if twin is not None:
            left.remove(twin)
            matched += 1
    return Agreement(report, len(expected), len(found), matched)
