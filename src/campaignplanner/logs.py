"""The log file: what a crash report points to."""

import logging
from pathlib import Path

_ROOT = "campaignplanner"
LARGEST_LOG = 1_000_000
"""Bytes after which a log is put aside at the next start; one old log is kept."""


def log_to(path: Path) -> None:
    """Sends what the program logs to a file, and to no other one any more.

    Where the file cannot be written, the standard error has to do.
    """
    handler: logging.Handler
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST_LOG:
            path.replace(path.with_suffix(".old.log"))
        path.open("ab").close()
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    stop_logging()
    logging.getLogger(_ROOT).addHandler(handler)


def stop_logging() -> None:
    """Lets go of the log file."""
    root = logging.getLogger(_ROOT)
    for handler in list(root.handlers):
        root.removeHandler(handler)
        handler.close()
