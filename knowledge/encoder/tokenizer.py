"""Text into pieces of words, as multilingual-e5-small was trained on (Kudo 2018, unigram language model).

The library ``tokenizers`` does the same with 260 MB for 250,000 pieces; the hashes here take four.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from knowledge.encoder.weights import Vocabulary

_LONGEST = 16
"""Characters of the longest piece."""
_FACTORS = np.cumprod(np.full(_LONGEST, 0x9E3779B97F4A7C15, dtype=np.uint64), dtype=np.uint64)
"""A text's hash is the sum of its characters, each times the factor of its place, modulo 2**64."""
_SPACE = "▁"
_SPACES = re.compile(" {2,}")
_UNKNOWN_BELOW = 10.0
"""An unknown character is so much less likely than the rarest piece."""
_BITS = 21
"""Of a hash, the first bits tell most texts that are no piece, without a search among all the pieces."""
_TOLD_BY = np.uint64(64 - _BITS)
Hashes = npt.NDArray[np.uint64]


class Tokenizer:
    """The likeliest division of a text into the vocabulary's pieces."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._normal = vocabulary.normal
        self._unknown = vocabulary.unknown
        self._unknown_score = float(vocabulary.scores.min()) - _UNKNOWN_BELOW
        hashes = _piece_hashes(vocabulary)
        order = np.argsort(hashes)
        order = order[order != vocabulary.unknown]
        self._hashes, self._pieces = hashes[order], order.astype(np.int32)
        self._scores = vocabulary.scores[order]
        self._begun = np.zeros(1 << _BITS, dtype=bool)
        self._begun[self._hashes >> _TOLD_BY] = True
        if (self._hashes[1:] == self._hashes[:-1]).any():
            raise ValueError("two pieces of the vocabulary have one hash")

    def pieces(self, text: str) -> list[int]:
        """Numbers of the pieces of the text, without those that begin and end it."""
        text = _SPACES.sub(" ", text.translate(self._normal))
        points = _points((text if text.startswith(" ") else " " + text).replace(" ", _SPACE))
        length = len(points)
        best = [0.0] + [float("-inf")] * length
        before = [(0, self._unknown)] * (length + 1)
        for start, end, piece, score in self._candidates(points):
            total = best[start] + score
            if total > best[end]:
                best[end], before[end] = total, (start, piece)
        found = []
        place = length
        while place:
            place, piece = before[place]
            found.append(piece)
        return found[::-1]

    def _candidates(self, points: Hashes) -> list[tuple[int, int, int, float]]:
        """Start, end, number and score of every piece that stands somewhere in the text, by its start."""
        each = np.arange(len(points))
        after = np.concatenate([points, np.zeros(_LONGEST - 1, dtype=np.uint64)])
        windows = np.lib.stride_tricks.sliding_window_view(after, _LONGEST)
        hashes = np.cumsum(windows * _FACTORS, axis=1).ravel()
        known = np.flatnonzero(self._begun[hashes >> _TOLD_BY])
        place = np.searchsorted(self._hashes, hashes[known])
        place[place == len(self._hashes)] = 0
        start, end = known // _LONGEST, known // _LONGEST + known % _LONGEST + 1
        same = (self._hashes[place] == hashes[known]) & (end <= len(points))
        place, start, end = place[same], start[same], end[same]
        # every character may stand alone as an unknown one: the last choice of its start
        start, end = np.concatenate([start, each]), np.concatenate([end, each + 1])
        piece = np.concatenate([self._pieces[place], np.full(len(points), self._unknown, dtype=np.int32)])
        score = np.concatenate([self._scores[place], np.full(len(points), self._unknown_score)])
        order = np.argsort(start, kind="stable")
        columns = (start[order], end[order], piece[order], score[order])
        return list(zip(*(column.tolist() for column in columns), strict=True))


def _points(text: str) -> Hashes:
    return np.frombuffer(text.encode("utf-32-le", "replace"), "<u4").astype(np.uint64)


def _piece_hashes(vocabulary: Vocabulary) -> Hashes:
    points = _points(vocabulary.text)
    starts, sizes = vocabulary.bounds[:-1], np.diff(vocabulary.bounds)
    if sizes.min() < 1 or sizes.max() > _LONGEST:
        raise ValueError("the vocabulary has pieces of unexpected length")
    hashes = np.zeros(len(sizes), dtype=np.uint64)
    for place in range(_LONGEST):
        longer = np.flatnonzero(sizes > place)
        hashes[longer] += points[starts[longer] + place] * _FACTORS[place]
    return hashes
