"""The rows of the inspector's lists: plain data and its Qt model."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from campaignplanner.planning.bridges import Glyph
from campaignplanner.ui.formats import tooltip_text
from campaignplanner.ui.widgets.rows_model import RowsModel


@dataclass(frozen=True, slots=True)
class Row:
    """A record in words, as a list shows it.

    Attributes:
        key: the record's identifier.
        first: what leads, on one line.
        end: what stands at the right of it: a number, money, a state.
        second: more about it, muted, on one line.
        advice: a muted sentence that wraps.
        trouble: a sentence that says what is wrong, which wraps.
        glyph: the sign of a bridge's pattern, at the left.
        is_muted: whether the first line stands back, as for what is cancelled.
    """

    key: str
    first: str
    end: str = ""
    second: str = ""
    advice: str = ""
    trouble: str = ""
    glyph: Glyph | None = None
    is_muted: bool = False

    @property
    def sentence(self) -> str:
        """What wraps below: what is wrong, or what could be better."""
        return self.trouble or self.advice

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        return ", ".join(part for part in (self.first, self.end, self.second, self.sentence) if part)


class RowModel(RowsModel[Row]):
    """Records, each known by its identifier."""

    def key_of(self, row: Row) -> str:
        """See `RowsModel`."""
        return row.key

    def place_of(self, key: str | None) -> int | None:
        """Where a record stands; None where it is not listed."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), None)

    def said_of(self, row: Row, role: int) -> object:
        """See `RowsModel`."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.first
            case Qt.ItemDataRole.ToolTipRole:
                lines = (row.first, row.second, row.sentence)
                return tooltip_text("\n".join(line for line in lines if line))
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _:
                return None
