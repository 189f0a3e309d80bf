"""``python -m benchmarks [--only NAME] [--json FILE]`` measures and says which goals are reached."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path

from benchmarks import brief, money, money_lines, money_page, plan, review, review_frames, start, timeline
from benchmarks.report import Measurement, json_text, table


def measure_money() -> list[Measurement]:
    """Measures the figures below the window, the page that shows them, and its grid."""
    return [*money.measure(), *money_page.measure(), *money_lines.measure()]


def measure_review() -> list[Measurement]:
    """Measures the review itself, and the timeline while it is at work."""
    return [*review.measure(), *review_frames.measure()]


BENCHMARKS = {
    "start": start.measure,
    "plan": plan.measure,
    "timeline": timeline.measure,
    "review": measure_review,
    "money": measure_money,
    "brief": brief.measure,
}
"""A module for each name."""


def main(words: list[str] | None = None) -> int:
    """Measures and prints; the exit status is 0 whether or not the goals are reached."""
    parser = ArgumentParser(prog="python -m benchmarks", description="Measure the speed goals.")
    parser.add_argument("--only", choices=sorted(BENCHMARKS), metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON, too")
    asked = parser.parse_args(words)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    names = [asked.only] if asked.only else list(BENCHMARKS)
    measurements = [measurement for name in names for measurement in BENCHMARKS[name]()]
    print(table(measurements))
    if asked.json:
        asked.json.write_text(json_text(measurements), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
