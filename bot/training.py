"""Train the Rasa model when it is missing or older than what it was made from."""

from __future__ import annotations

import contextlib
import hashlib
import io
import logging
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.environment import prepare_environment
from bot.stopping import stopped_with_us
from knowledge.abandoned import remove_abandoned
from knowledge.embedding import load_embedder
from knowledge.settings import ROOT, Settings

logger = logging.getLogger(__name__)
MODEL = "greffier"
DOMAIN = ROOT / "bot"
TEMPORARY = "tmp"
WITHOUT_VECTORS = " without sentence vectors"
"""Follows the fingerprint of a model that was trained without them."""
LEARN = ("-m", "nlu.span_training")
"""What Python runs to learn which words of a message are its question: base and file to write follow."""
CONFIG = ROOT / "config.yml"


class TrainingFailed(RuntimeError):
    """Rasa could not make a model; the message says why."""


def model_path(settings: Settings) -> Path:
    """Where the model in use is."""
    return settings.models_dir / f"{MODEL}.tar.gz"


def span_path(settings: Settings) -> Path:
    """Where the model is that finds the question in a message."""
    return settings.models_dir / f"{MODEL}.span"


def model_fingerprint() -> str:
    """A hash of the examples, the rules, the pipeline and the code of our components."""
    digest = hashlib.sha256()
    files = [
        CONFIG,
        *DOMAIN.rglob("*.yml"),
        *(ROOT / "nlu").glob("*.yml"),
        *(ROOT / "nlu" / "around").glob("*.yml"),
    ]
    files += [
        ROOT / "nlu" / "question_span.py",
        ROOT / "nlu" / "span_training.py",
        ROOT / "nlu" / "intent_model.py",
        ROOT / "nlu" / "weights.py",
        ROOT / "nlu" / "entities.py",
        ROOT / "nlu" / "spelling.py",
        *(ROOT / "nlu" / "components").glob("*.py"),
    ]
    files += [ROOT / "knowledge" / name for name in ("names.py", "references.py", "text.py")]
    for path in sorted(set(files)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_stale(settings: Settings) -> bool:
    """Whether the model is missing, was made from something else, or without the sentence vectors of now.

    One made with vectors serves without them as well.
    """
    stamp = settings.models_dir / f"{MODEL}.fingerprint"
    there = model_path(settings).exists() and span_path(settings).exists() and stamp.exists()
    if not there:
        return True
    made_from, present = stamp.read_text(), model_fingerprint()
    if made_from == present + WITHOUT_VECTORS:
        return load_embedder() is not None
    return made_from != present


def train(settings: Settings) -> Path:
    """Train and put the models in place at once; a failed training leaves the old ones.

    The one that finds questions learns in a process of its own meanwhile.
    """
    prepare_environment()
    from rasa.model_training import train as rasa_train

    settings.models_dir.mkdir(parents=True, exist_ok=True)
    remove_abandoned(settings.models_dir, TEMPORARY)
    fingerprint = model_fingerprint() + ("" if load_embedder() else WITHOUT_VECTORS)
    said = io.StringIO()
    with tempfile.TemporaryDirectory(prefix=TEMPORARY, dir=settings.models_dir) as folder:
        span = Path(folder) / "span"
        with _learning(settings.knowledge_path, span) as learnt, contextlib.redirect_stdout(said):
            result = rasa_train(
                str(DOMAIN), str(CONFIG), [str(path) for path in _training_files()], output=folder,
                fixed_model_name=MODEL, force_training=True,
            )  # fmt: skip
            if result.model is None:
                raise TrainingFailed(f"Rasa made no model: {said.getvalue().strip()[-500:]}")
            learnt()
        shutil.move(span, span_path(settings))
        shutil.move(result.model, model_path(settings))
    (settings.models_dir / f"{MODEL}.fingerprint").write_text(fingerprint)
    return model_path(settings)


@contextlib.contextmanager
def _learning(base: Path, path: Path) -> Iterator[Callable[[], None]]:
    """Learn beside what finds the question in a message; what is given waits for it, or says what failed."""
    errors = path.with_suffix(".errors")
    with errors.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, *LEARN, str(base), str(path)], cwd=ROOT, stdout=file, stderr=file
        )

    def wait() -> None:
        if process.wait():
            said = errors.read_text(errors="replace").strip()[-500:]
            raise TrainingFailed(f"no model that finds the question in a message: {said}")

    try:
        with stopped_with_us(process.kill):
            yield wait
    finally:
        process.wait()


def _training_files() -> list[Path]:
    return [*sorted((ROOT / "nlu").glob("*.yml")), ROOT / "bot" / "topics"]
