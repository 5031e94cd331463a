"""Plain log lines (``HH:MM:SS message``), without what libraries say of every message."""

from __future__ import annotations

import logging
import sys

from bot.environment import prepare_environment

_OURS = ("greffier", "knowledge", "nlu", "actions", "bot", "api")


def configure_logging(verbose: bool = False) -> None:
    """Log to standard error: our own steps, and of libraries only what went wrong."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S"))
    logging.basicConfig(level=logging.ERROR, handlers=[handler], force=True)
    logging.captureWarnings(True)  # libraries warn at import, of themselves
    for name in _OURS:
        logging.getLogger(name).setLevel(logging.DEBUG if verbose else logging.INFO)
    prepare_environment()


def quieten_libraries() -> None:
    """After Rasa's import, which sets up logging of its own: structlog would print a line an event."""
    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    logging.getLogger("rasa").setLevel(logging.ERROR)
    logging.getLogger("tensorflow").setLevel(logging.ERROR)
