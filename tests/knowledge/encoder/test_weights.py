"""A file of another form is refused, not misread."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.encoder import weights
from knowledge.encoder.weights import Weights, weights_path


@pytest.mark.parametrize("size", [0, 3, 40, 100_000, 2_000_000])
def test_a_file_that_ends_early_is_refused(size: int, tmp_path: Path) -> None:
    path = tmp_path / "short.bin"
    with weights_path().open("rb") as file:
        path.write_bytes(file.read(size))
    with pytest.raises(ValueError):
        Weights(path)


def test_a_tensor_that_ends_early_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "short.bin"
    with weights_path().open("rb") as file:
        path.write_bytes(file.read(10_000_000))
    with pytest.raises(ValueError, match=r"ends before the end of emb\.word"):
        Weights(path).rows("emb.word")


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ValueError, match="GGUF"):
        Weights(path)
    path.write_bytes(b"E5S1" + bytes(100))
    with pytest.raises(ValueError, match="share a scale"):
        Weights(path)


def test_tensors_are_asked_for_by_their_name_and_kind() -> None:
    opened = Weights(weights_path())
    assert opened.floats("emb.ln.w").shape == (384,)
    with pytest.raises(ValueError, match="emb.word"):
        opened.floats("emb.word")


def test_rows_are_those_of_the_whole_tensor() -> None:
    opened = Weights(weights_path())
    whole = opened.blocks("emb.word").reshape(opened.sizes.words, -1)
    numbers = [5, 250_000, 5]
    assert (opened.rows("emb.word").read(numbers) == weights.unpacked(whole[numbers])).all()


def test_without_the_package_there_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "find_spec", lambda _name: None)
    with pytest.raises(ImportError):
        weights_path()
