"""What must be set before Rasa and TensorFlow are imported; every entry point calls it first."""

from __future__ import annotations

import logging
import os
import warnings

_DEFAULTS = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "LOG_LEVEL": "ERROR",
    "CUDA_VISIBLE_DEVICES": "-1",
    "OMP_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
}
"""One thread for each library: messages are short, and threads of several libraries fight over few cores."""

_NOISY = ("rasa", "apscheduler", "matplotlib", "tensorflow", "sqlalchemy", "absl", "asyncio")


def prepare_environment() -> None:
    """Set the variables (unless the operator did) and quieten libraries that log every message."""
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.ERROR)
    for module in (
        "rasa",
        "tensorflow",
        "keras",
        "sanic",
        "pkg_resources",
        "sqlalchemy",
        "jsonpickle",
        "randomname",
    ):
        warnings.filterwarnings("ignore", module=module)
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.filterwarnings("ignore", message=".*declarative_base.*")
