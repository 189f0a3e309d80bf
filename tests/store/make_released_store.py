"""Makes the file of the present schema for ``tests/data/stores``.

``python -m tests.store.make_released_store`` is to be run once, when a schema is about to be released; the
files of schemas that were released stay as they are.
"""

from __future__ import annotations

from campaignplanner.store.migrations import MIGRATIONS
from tests.store.test_schema import RELEASED
from tests.store.whole import fill

if __name__ == "__main__":
    target = RELEASED / f"schema-{len(MIGRATIONS)}.sqlite"
    if target.exists():
        raise SystemExit(f"{target.name} is there already.")
    fill(target)
