"""Measured figures as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Measurement:
    """One figure beside what it is held against.

    Attributes:
        measure: what was measured.
        figure: the median of the runs.
        unit: of figure and floor.
        floor: the least it could be here and now, measured in the same run; None where there is none.
        bound: how many times the floor the figure may be, or the largest figure where there is no floor
            or the bound is absolute.
        is_absolute: whether the bound is the largest figure, and the floor stands beside it only to compare.
    """

    measure: str
    figure: float
    unit: str
    floor: float | None
    bound: float
    is_absolute: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the floor the figure is."""
        return None if self.floor is None else self.figure / self.floor

    @property
    def reached(self) -> bool:
        """Whether the goal is reached."""
        held = self.figure if self.ratio is None or self.is_absolute else self.ratio
        return held <= self.bound

    def as_json(self) -> dict[str, Any]:
        """The keys that other programs read."""
        rounded = {
            key: round(value, 3) if isinstance(value, float) else value for key, value in asdict(self).items()
        }
        ratio = None if self.ratio is None else round(self.ratio, 3)
        return {
            "measure": rounded["measure"],
            "figure": rounded["figure"],
            "unit": rounded["unit"],
            "floor": rounded["floor"],
            "ratio": ratio,
            "bound": rounded["bound"],
            "reached": self.reached,
        }


def table(measurements: list[Measurement]) -> str:
    """The measurements as lines under a head."""
    rows = [("measure", "figure", "unit", "floor", "ratio", "bound", "reached")]
    rows += [_row(measurement) for measurement in measurements]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, 2, 6) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def json_text(measurements: list[Measurement]) -> str:
    """The measurements as a list of objects."""
    return json.dumps([measurement.as_json() for measurement in measurements], indent=2) + "\n"


def _row(measurement: Measurement) -> tuple[str, ...]:
    return (
        measurement.measure,
        f"{measurement.figure:.1f}",
        measurement.unit,
        "-" if measurement.floor is None else f"{measurement.floor:.1f}",
        "-" if measurement.ratio is None else f"{measurement.ratio:.2f}",
        f"{measurement.bound:g}",
        "yes" if measurement.reached else "no",
    )
