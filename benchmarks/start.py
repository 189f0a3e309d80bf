"""How soon the window is painted, and how soon the last campaign can be worked on.

Each figure is the median of fresh processes, taken in turns with its floor, so that a slow minute of the
machine is in both.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.generator import plan_of_size
from benchmarks.report import Measurement

RUNS = 9
ACTIVITIES = 1_000
FLOORS = {"first_paint": ("empty_window", 2.0), "last_campaign": ("empty_window_and_sqlmodel", 1.5)}
"""For each figure the probe that is its floor, and how many times that it may take."""

_MEASURES = {
    "first_paint": "start: first paint",
    "last_campaign": f"start: last campaign of {ACTIVITIES:,} activities usable",
}


def measure(runs: int = RUNS) -> list[Measurement]:
    """Starts each probe so many times, in turns."""
    names = [name for figure, (floor, _) in FLOORS.items() for name in (floor, figure)]
    taken: dict[str, list[float]] = {name: [] for name in names}
    with TemporaryDirectory() as folder:
        prepare(Path(folder))
        for name in names:
            milliseconds(name, Path(folder))  # fills the system's caches and is not counted
        for _ in range(runs):
            for name in names:
                taken[name].append(milliseconds(name, Path(folder)))
    return [
        Measurement(_MEASURES[figure], median(taken[figure]), "ms", median(taken[floor]), bound)
        for figure, (floor, bound) in FLOORS.items()
    ]


def prepare(folder: Path) -> None:
    """Lays down a store with the campaign, and preferences that say it was open last."""
    from campaignplanner.exchange.campaign_file import CampaignFileFormat
    from campaignplanner.preferences import Preferences, write_preferences
    from campaignplanner.services.workspace import Workspace

    store = folder / "campaigns.sqlite"
    workspace = Workspace.open(store, CampaignFileFormat())
    campaign_id = workspace.import_plan(plan_of_size(ACTIVITIES))
    workspace.close()
    write_preferences(
        Preferences(last_store=store, last_campaign_id=campaign_id), folder / "preferences.json"
    )


def milliseconds(probe: str, folder: Path) -> float:
    """How long a fresh process took from before it was made until the probe was done.

    Raises:
        subprocess.CalledProcessError: the probe failed.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that was installed has its bytecode
    started = str(time.monotonic_ns())
    words = [sys.executable, "-m", "benchmarks.probes", probe, started, str(folder)]
    ended = subprocess.run(words, env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=120)
    return float(ended.stdout)
