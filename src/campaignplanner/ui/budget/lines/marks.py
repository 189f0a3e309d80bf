"""What was typed or pasted into cells and not understood: it stays there until it is put right."""

from __future__ import annotations

from dataclasses import dataclass

from campaignplanner.exchange.line_words import LineColumn

Place = tuple[str, LineColumn]
"""The cell of a line; the row for a new line is called by the empty text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A text that a cell could not take, and why."""

    text: str
    sentence: str


class Marks:
    """The marked cells of one campaign."""

    def __init__(self) -> None:
        self._marks: dict[Place, Mark] = {}

    def __len__(self) -> int:
        """How many cells are marked."""
        return len(self._marks)

    def of(self, line_id: str, column: LineColumn) -> Mark | None:
        """What is wrong in a cell."""
        return self._marks.get((line_id, column))

    def put(self, line_id: str, column: LineColumn, mark: Mark) -> None:
        """Keeps a text in a cell."""
        self._marks[line_id, column] = mark

    def take(self, line_id: str, column: LineColumn) -> None:
        """The cell is right again, or what was typed is given up."""
        self._marks.pop((line_id, column), None)

    def places(self) -> tuple[Place, ...]:
        """The marked cells in the order in which they were."""
        return tuple(self._marks)

    def clear(self) -> None:
        """Another campaign begins without any."""
        self._marks.clear()
