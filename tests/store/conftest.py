from collections.abc import Iterator
from pathlib import Path

import pytest

from campaignplanner.store.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "stores" / "campaigns.sqlite"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database.open(path, patience_ms=50)
    yield database
    database.close()


@pytest.fixture
def other_window(database: Database) -> Iterator[Database]:
    """The same file, opened a second time."""
    other = Database.open(database.path, patience_ms=50)
    yield other
    other.close()
