"""Where the program keeps its own files, and how a file is written so that nobody ever sees half of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

APP_NAME = "campaignplanner"


def default_store_path() -> Path:
    """The store that is used when the person names none, in the platform's folder for data."""
    return platformdirs.user_data_path(APP_NAME, appauthor=False) / "campaigns.sqlite"


def log_path() -> Path:
    """The log file that a crash report points to."""
    return platformdirs.user_log_path(APP_NAME, appauthor=False) / "campaignplanner.log"


def preferences_path() -> Path:
    """The file with the person's preferences."""
    return platformdirs.user_config_path(APP_NAME, appauthor=False) / "preferences.json"


@contextmanager
def moved_into_place(path: Path) -> Iterator[Path]:
    """Gives a temporary name beside a file; what was written there takes the file's place when all went well.

    Until then an existing file stays as it was, and after a failure nothing is left lying beside it.
    A symbolic link stays a link: what it points to is replaced.

    Args:
        path: the file to make or replace; its folder must exist.

    Yields:
        The name to write to, in the same folder and not there yet.

    Raises:
        OSError: the folder cannot be written to, or the file cannot be replaced.
    """
    target = path.resolve()
    temporary = target.with_name(f".{target.name[:100]}.{os.urandom(8).hex()}.part")
    try:
        yield temporary
        _flush_to_disk(temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def write_in_place(path: Path, content: bytes) -> None:
    """Writes a whole file at once: afterwards it holds either all of the new content or all of the old.

    Raises:
        OSError: see `moved_into_place`.
    """
    with moved_into_place(path) as temporary:
        temporary.write_bytes(content)


def _flush_to_disk(path: Path) -> None:
    """Without this a power cut right after the move may leave an empty file under the final name."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
