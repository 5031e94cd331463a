"""Which words there are, how often they are used, and one after another: what a misspelt word may have been.

Two sources: the words of the base and of the training examples, which say what people speak of
here, and everyday words, which keep a right word of another subject from being taken for a
misspelt one of ours.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.base import KnowledgeBase
from knowledge.database_uri import read_only_uri
from knowledge.everyday import Everyday, behind_an_elision, everyday_words
from knowledge.extraction.places import departments
from knowledge.reports.demonyms import is_demonym
from knowledge.text import fold, stem

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[.?!;:,]")
_WORD = re.compile(r"[^\W_]+")
_SURE_OF_ACCENTS = 3
_TOWNS = Path(__file__).parent / "towns.txt"
START, GAP = "^", "#"
"""What stands before the first word of a sentence, and in the place of a number or an unknown word."""
_EXAMPLE_WEIGHT, _QUESTION_WEIGHT = 4, 2
_OF_EVERYDAY, _OF_PAIRS, _PAIRS_FROM = 0.25, 0.75, 20
_UNSEEN = 1e-9
_OFTENER, _SHORTEST_ELIDED = 3, 4
"""How much oftener than with an elision run into it a word is written, and its letters."""
_OFTEN = 5
"""Passages of the reports from which a word is one that they often say."""


@dataclass(frozen=True)
class Texts:
    """Texts to count the words of, each ``weight`` times.

    ``written`` ones were proofread; examples of what people type may be misspelt.
    """

    texts: Iterable[str]
    weight: int = 1
    written: bool = True


class Lexicon:
    """Words, folded, with the cost of each after another: the less likely, the dearer (natural logarithm)."""

    def __init__(
        self, everyday: Everyday, sources: Iterable[Texts] = (), said: frozenset[str] = frozenset()
    ) -> None:
        """``said`` are the stems that audit reports often say: words of another subject, and no mistakes."""
        self._everyday = everyday
        self._said = said
        self._uses: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._surfaces: Counter[str] = Counter()
        folded: dict[str, str] = {}
        for source in sources:
            self._count(source, folded)
        for word in [word for word in self._uses if self._has_lost_its_apostrophe(word)]:
            del self._uses[word]
            self._surfaces.pop(word, None)
        self._before: Counter[str] = Counter()
        for (before, _), uses in self._pairs.items():
            self._before[before] += uses
        self._total = max(1, self._uses.total())
        usual_last = sorted(self._surfaces, key=self._surfaces.__getitem__)
        self._spelling = {folded[surface]: surface for surface in usual_last}

    def _count(self, source: Texts, folded: dict[str, str]) -> None:
        for text in source.texts:
            before = START
            for token in _TOKEN.findall(text.lower()):
                word = folded.get(token) or folded.setdefault(token, fold(token))
                if not word.isalpha():
                    before = context(word)
                    continue
                self._uses[word] += source.weight
                self._pairs[before, word] += source.weight
                before = word
                if source.written:
                    self._surfaces[token] += 1

    def _has_lost_its_apostrophe(self, word: str) -> bool:
        """Whether a question writes « lentretien »: a rare word that is a usual one behind an elision."""
        rest = behind_an_elision(word)
        return (
            len(rest) >= _SHORTEST_ELIDED
            and word not in self._everyday.uses
            and self._uses[rest] > _OFTENER * self._uses[word]
        )

    def knows(self, word: str) -> bool:
        """Whether the word was ever seen."""
        return word in self._uses or word in self._everyday.uses

    def trusts(self, word: str) -> bool:
        """Whether the word is surely a word: written in the base, or usual; an example may be misspelt."""
        return word in self._spelling or self._everyday.is_usual(word) or word in self._everyday.english

    def is_written(self, word: str) -> bool:
        """Whether the base holds the word."""
        return word in self._spelling

    def is_said(self, word: str) -> bool:
        """Whether it is an everyday word that reports often say, or one for the people of an area: « arènes »
        is not « agents » there, « savoyard » not « savoir ».
        """
        return is_demonym(word) or word in self._everyday.uses and stem(word) in self._said

    def is_name(self, word: str) -> bool:
        """Whether people or places are called so, though the base names none."""
        return word in self._everyday.names

    def targets(self) -> Iterator[str]:
        """The words that a misspelt one may have been."""
        yield from self._spelling
        for word in self._everyday.uses:
            if word not in self._spelling and (word in self._uses or self._everyday.is_usual(word)):
                yield word

    def cost(self, word: str, before: str) -> float:
        """How unlikely ``word`` is after the word ``before``."""
        own = self._uses.get(word, 0) / self._total
        everyday = self._everyday.uses.get(word, 0) / self._everyday.total
        share = own * (1 - _OF_EVERYDAY) + everyday * _OF_EVERYDAY + _UNSEEN
        seen = self._before.get(before, 0)
        if seen:
            trust = _OF_PAIRS * seen / (seen + _PAIRS_FROM)
            share = trust * self._pairs.get((before, word), 0) / seen + (1 - trust) * share
        return -math.log(share)

    def accented(self, word: str) -> str:
        """A word typed without accents, with those it nearly always has; « paye » may be either and stays."""
        spelling = self.spelled(word)
        plain, accented = self._surfaces[word], self._surfaces[spelling]
        sure = word in self._everyday.accented or accented >= _SURE_OF_ACCENTS + 9 * plain
        return spelling if sure and accented >= plain else word

    def spelled(self, word: str) -> str:
        """The word with its accents, as it is most often written."""
        return self._spelling.get(word) or self._everyday.spelling.get(word, word)


def context(token: str) -> str:
    """What a token that is no word leaves before the next one."""
    return START if token in ".?!;:" else GAP


def build_lexicon(base: KnowledgeBase, examples: Iterable[str], reports: Path | None = None) -> Lexicon:
    """The words of ``base``, of training examples, and of the base of reports, if any: the bodies that it
    names, and what it often says.
    """
    prose = (row["text"] for row in base.rows(_PROSE) if row["text"])
    questions = (row["text"] for row in base.rows("select text from faq_question"))
    sources = (
        Texts(examples, _EXAMPLE_WEIGHT, written=False),
        Texts(questions, _QUESTION_WEIGHT),
        Texts(prose),
        Texts(place.name for place in departments().values()),
        Texts(_TOWNS.read_text("utf-8").splitlines()),
        Texts(_column(reports, "select alias from organisation_alias")),
    )
    said = frozenset(_column(reports, f"select term from term_frequency where doc >= {_OFTEN}"))
    return Lexicon(everyday_words(base.path.with_name("everyday.pickle")), sources, said)


_PROSE = (
    "select text_fr as text from statement union all select text_en from statement"
    " union all select answer_fr from faq union all select answer_en from faq"
    " union all select summary_fr from challenge union all select summary_en from challenge"
    " union all select distinct form from name"
)


def _column(path: Path | None, query: str) -> Iterator[str]:
    """The texts that a query of the base of reports gives; none when there is no readable one."""
    if path is None or not path.exists():
        return
    try:
        connection = sqlite3.connect(read_only_uri(path), uri=True)
        try:
            yield from (row[0] for row in connection.execute(query))
        finally:
            connection.close()
    except sqlite3.Error:
        return


def ordinary_words(base: KnowledgeBase) -> frozenset[str]:
    """Folded words that the base's prose uses twice or more in lower case: words before they are names.

    Questions are left out: people write « lyon ».
    """
    counts: dict[str, int] = defaultdict(int)
    prose = base.rows(
        "select text_fr as t from statement union all select answer_fr from faq"
        " union all select answer_en from faq union all select text_en from statement"
    )
    for row in prose:
        for token in set(_WORD.findall(row["t"])):
            if token[0].islower():
                counts[fold(token)] += 1
    return frozenset(word for word, count in counts.items() if count >= 2)
