"""The few messages of the ONNX format that a network needs, written as Protocol Buffers.

The package ``onnx`` does it too, with 64 MB. Numbers of fields are those of the public ``onnx.proto3``.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import Any

import numpy.typing as npt

FLOAT = 1
_TYPES = {"float32": FLOAT, "uint8": 2, "int8": 3}
_FLOAT_ATTRIBUTE, _INTEGER_ATTRIBUTE = 1, 2
_IR_VERSION, _OPERATORS, _OWN_OPERATORS = 9, 18, 1
OWN = "com.microsoft"
"""The domain of the operators that onnxruntime adds to the standard."""


def model(nodes: Iterable[bytes], tensors: Iterable[bytes], inputs: Any, outputs: Any) -> bytes:
    """A whole file; inputs and outputs are names with their dimensions, a free one by its name."""
    graph = b"".join(
        [
            *(_field(1, node) for node in nodes),
            _field(2, "sentence_encoder"),
            *(_field(5, tensor) for tensor in tensors),
            *(_field(11, _value(name, shape)) for name, shape in inputs.items()),
            *(_field(12, _value(name, shape)) for name, shape in outputs.items()),
        ]
    )
    standard = _field(8, _field(1, "") + _field(2, _OPERATORS))
    own = _field(8, _field(1, OWN) + _field(2, _OWN_OPERATORS))
    return _field(1, _IR_VERSION) + standard + own + _field(7, graph)


def node(operator: str, inputs: Sequence[str], outputs: Sequence[str], domain: str, **settings: Any) -> bytes:
    """One step of the computation; an input that is left out has an empty name."""
    return b"".join(
        [
            *(_field(1, name) for name in inputs),
            *(_field(2, name) for name in outputs),
            _field(4, operator),
            *(_field(5, _attribute(name, value)) for name, value in settings.items()),
            _field(7, domain),
        ]
    )


def tensor(name: str, values: npt.NDArray[Any]) -> bytes:
    """Numbers that belong to the network."""
    dimensions = b"".join(_field(1, size) for size in values.shape)
    return dimensions + _field(2, _TYPES[values.dtype.name]) + _field(8, name) + _field(9, values.tobytes())


def _attribute(name: str, value: int | float) -> bytes:
    if isinstance(value, float):
        return _field(1, name) + _key(2, 5) + struct.pack("<f", value) + _field(20, _FLOAT_ATTRIBUTE)
    return _field(1, name) + _field(3, value) + _field(20, _INTEGER_ATTRIBUTE)


def _value(name: str, shape: Iterable[int | str]) -> bytes:
    sizes = b"".join(_field(1, _field(2 if isinstance(size, str) else 1, size)) for size in shape)
    return _field(1, name) + _field(2, _field(1, _field(1, FLOAT) + _field(2, sizes)))


def _field(number: int, value: int | str | bytes) -> bytes:
    if isinstance(value, int):
        return _key(number, 0) + _varint(value)
    content = value.encode() if isinstance(value, str) else value
    return _key(number, 2) + _varint(len(content)) + content


def _key(number: int, kind: int) -> bytes:
    return _varint(number << 3 | kind)


def _varint(value: int) -> bytes:
    """Seven bits a byte, the lowest first; all but the last byte have the highest bit set."""
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*found, value])
