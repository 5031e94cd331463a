"""The twelve layers of multilingual-e5-small as a network for onnxruntime, multiplied in eight bits."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.encoder import onnx_format as onnx
from knowledge.encoder.weights import BLOCK, Floats, Weights, unpacked, whole_numbers

INPUT = "words"
_LARGEST = 64
"""Of a weight in eight bits: with 127, processors without VNNI would overflow when they add two products."""
_FINE = frozenset(("l0.fo", "l4.fo", "l5.fo"))
"""Multiplied in four bits with a scale for each 32 numbers, which takes thrice as long. In what these
multiply, the largest number is over 300 times the mean, and one scale for all would lose the small ones."""
_EVENED = 0.7
"""How much of the spread of the numbers to multiply is moved into the weights: 0 none, 1 all."""


def network(weights: Weights) -> bytes:
    """A file of ONNX: from the word vectors with their places, to the vectors of the last layer."""
    return _Network(weights).file()


class _Network:
    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._nodes: list[bytes] = []
        self._tensors: list[bytes] = []

    def file(self) -> bytes:
        sizes = self._weights.sizes
        (now,) = self._add("LayerNormalization", [INPUT, *self._scale_and_shift("emb.ln")], ["emb"], "",
                           epsilon=sizes.epsilon)  # fmt: skip
        for number in range(sizes.layers):
            now = self._layer(f"l{number}", now)
        shape = (1, "pieces", sizes.width)
        return onnx.model(self._nodes, self._tensors, {INPUT: shape}, {now: shape})

    def _layer(self, layer: str, before: str) -> str:
        """Attention, then two multiplications with a bend between; each is added to what came in."""
        sizes = self._weights.sizes
        asked = self._multiply(before, f"{layer}.qkv", [f"{layer}.{part}" for part in "qkv"], sizes.width)
        parts = self._add("Split", [asked], [f"{layer}.{part}" for part in "qkv"], "", axis=2, num_outputs=3)
        (heard,) = self._add("MultiHeadAttention", parts, [f"{layer}.att"], num_heads=sizes.heads)
        told = self._multiply(heard, f"{layer}.ao", [f"{layer}.ao"], sizes.width)
        middle = self._sum(told, before, f"{layer}.aln")
        wide = self._multiply(middle, f"{layer}.fi", [f"{layer}.fi"], sizes.width, f"{layer}.aln")
        (bent,) = self._add("Gelu", [wide], [f"{layer}.gelu"])
        narrow = self._multiply(bent, f"{layer}.fo", [f"{layer}.fo"], sizes.inner)
        return self._sum(narrow, middle, f"{layer}.oln")

    def _sum(self, new: str, before: str, name: str) -> str:
        inputs = [new, before, *self._scale_and_shift(name)]
        return self._add("SkipLayerNormalization", inputs, [name], epsilon=self._weights.sizes.epsilon)[0]

    def _scale_and_shift(self, name: str) -> list[str]:
        return [self._keep(f"{name}.{part}", self._weights.floats(f"{name}.{part}")) for part in "wb"]

    def _multiply(self, before: str, name: str, parts: list[str], inputs: int, uneven: str = "") -> str:
        """Times the matrices of the parts side by side, plus their shifts.

        ``uneven`` names the normalisation before, when some of what it gives is always large.
        """
        shift = self._keep(f"{name}.b", np.concatenate([self._weights.floats(f"{part}.b") for part in parts]))
        blocks = np.concatenate([self._weights.blocks(f"{part}.w") for part in parts])
        blocks = blocks.reshape(-1, inputs // BLOCK)
        if name in _FINE:
            return self._multiply_finely(before, name, blocks, shift)
        weights = unpacked(blocks)
        if uneven:
            factors = self._evening(uneven, weights)
            weights = weights * factors
            (before,) = self._add("Mul", [before, self._keep(f"{name}.e", 1 / factors)], [f"{name}.even"], "")
        matrix, scale = _in_eight_bits(weights)
        known = [self._keep(f"{name}.w", matrix), self._keep(f"{name}.s", scale), "", shift]
        return self._add("DynamicQuantizeMatMul", [before, *known], [name])[0]

    def _multiply_finely(self, before: str, name: str, blocks: npt.NDArray[Any], shift: str) -> str:
        numbers = whole_numbers(blocks)
        packed = self._keep(f"{name}.w", numbers[..., 0::2] | numbers[..., 1::2] << 4)
        scales = self._keep(f"{name}.s", blocks["scale"].astype(np.float32).reshape(-1))
        settings: dict[str, Any] = {"K": blocks.shape[1] * BLOCK, "N": len(blocks), "bits": 4}
        inputs = [before, packed, scales, "", "", shift]
        return self._add("MatMulNBits", inputs, [name], block_size=BLOCK, accuracy_level=4, **settings)[0]

    def _evening(self, normalised: str, weights: Floats) -> Floats:
        """What to divide each number by, and multiply its weights with, so that fewer are far above the rest.

        (Xiao et al. 2023, SmoothQuant; how large a number gets is read off the normalisation before it.)
        """
        usual = 3 * np.abs(self._weights.floats(f"{normalised}.w"))
        largest = usual + np.abs(self._weights.floats(f"{normalised}.b"))
        factors = largest**_EVENED / np.maximum(np.abs(weights).max(axis=0), 1e-9) ** (1 - _EVENED)
        return np.asarray(factors / np.exp(np.log(factors).mean()), dtype=np.float32)

    def _add(
        self, operator: str, inputs: list[str], outputs: list[str], domain: str = onnx.OWN, **settings: Any
    ) -> list[str]:
        self._nodes.append(onnx.node(operator, inputs, outputs, domain, **settings))
        return outputs

    def _keep(self, name: str, values: npt.NDArray[Any]) -> str:
        self._tensors.append(onnx.tensor(name, values))
        return name


def _in_eight_bits(matrix: Floats) -> tuple[npt.NDArray[np.int8], Floats]:
    """The matrix, a column for each output, in whole numbers, and the scale of each column."""
    scale = np.maximum(np.abs(matrix).max(axis=1, keepdims=True), 1e-9) / np.float32(_LARGEST)
    return np.rint(matrix / scale).astype(np.int8).T, scale[:, 0]
