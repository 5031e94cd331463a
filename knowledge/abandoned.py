"""What processes that were killed left behind them, while they were making something."""

import shutil
import time
from contextlib import suppress
from pathlib import Path

ABANDONED_SECONDS = 3600
"""Age from which a temporary file or folder is that of a process that was killed."""


def remove_abandoned(folder: Path, prefix: str) -> None:
    """Remove files and folders of `folder` that begin with `prefix` and are too old to be still in use."""
    for left in folder.glob(f"{prefix}*"):
        with suppress(OSError):  # another process may sweep at the same time
            if time.time() - left.stat().st_mtime <= ABANDONED_SECONDS:
                continue
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink()
