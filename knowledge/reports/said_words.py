"""Which passages of a report say which words, told without reading a passage.

A search looks through all passages of the ten best reports for some dozens of words. The words of each
passage are stored as numbers, one row a report, and compared all at once.
"""

import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_NUMBER = np.dtype("<u4")
_ENDS = np.uint32(1 << 16)
"""Numbers are first told apart by their last bits."""

Says = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class SaidWords:
    """Whether each passage (row) of a report says each word (column); ``columns`` gives their places."""

    columns: Mapping[str, int]
    says: Says

    def of(self, words: Collection[str]) -> Says:
        """The columns of some of the words, in the order given, shape (passages, words)."""
        return self.says[:, [self.columns[word] for word in words]]

    def all_of(self, words: Collection[str]) -> Says:
        """Whether each passage says all of some words, shape (passages,)."""
        result: Says = self.of(words).all(axis=1)
        return result


def pack(passages: Sequence[Collection[str]]) -> bytes:
    """The words of each passage as 32-bit numbers: how many passages, how many words in each, the words.

    A word is its checksum: of a million words one in four thousand would be taken for another.
    """
    numbers = [sorted({_number(word) for word in passage}) for passage in passages]
    head = [len(numbers), *map(len, numbers)]
    return np.array([*head, *(n for passage in numbers for n in passage)], dtype=_NUMBER).tobytes()


def said_words(packed: bytes, words: Sequence[str]) -> SaidWords:
    """Which passages of a report packed by `pack` say each of `words`, none of them twice."""
    stored = np.frombuffer(packed, dtype=_NUMBER)
    count = int(stored[0])
    says = np.zeros((count, len(words)), dtype=np.bool_)
    if words and len(stored) > count + 1:
        wanted = np.array([_number(word) for word in words], dtype=_NUMBER)
        spoken = stored[count + 1 :]
        ends = np.zeros(_ENDS, dtype=np.bool_)
        ends[wanted % _ENDS] = True
        alike = np.flatnonzero(ends[spoken % _ENDS])  # all others are none of the words
        order = np.argsort(wanted)
        place = np.minimum(np.searchsorted(wanted, spoken[alike], sorter=order), len(words) - 1)
        column = order[place]
        found = wanted[column] == spoken[alike]
        passages = np.repeat(np.arange(count), stored[1 : count + 1])
        says[passages[alike[found]], column[found]] = True
    return SaidWords({word: place for place, word in enumerate(words)}, says)


def _number(word: str) -> int:
    return zlib.crc32(word.encode())
