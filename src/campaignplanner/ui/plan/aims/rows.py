"""The rows of the panel's two lists: plain data and its Qt model."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt

from campaignplanner.ui.formats import tooltip_text
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.widgets.rows_model import RowsModel
from campaignplanner.ui.widgets.share_bar import Shares

DRAFT_GROUP = ""
"""The group of the one row that stands for what is being added and is not in the plan yet."""


class Part(Enum):
    """What a row shows of its aim or audience."""

    HEAD = "head"
    KPI = "KPI"
    MONEY = "money"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One row.

    Attributes:
        part: what it shows.
        group: the identifier of the aim or audience; rows of one group stand together.
        text: what it says.
        picked: the record that is selected by it; None where it only belongs to the group.
        below: more about it, muted, in paragraphs that wrap.
        fraction: how far a KPI has come, from 0 to 1; None where that is not known.
        shares: the amounts of the split bar.
        spoken: the row for a screen reader, where the text alone does not say all.
        is_first: whether its group begins with it.
        is_last: whether its group ends with it.
    """

    part: Part
    group: str
    text: str
    picked: Picked | None = None
    below: tuple[str, ...] = ()
    fraction: float | None = None
    shares: Shares | None = None
    spoken: str = ""
    is_first: bool = True
    is_last: bool = True


class PanelModel(RowsModel[PanelRow]):
    """Rows of aims or audiences, each known by its record and by what it shows of it."""

    def key_of(self, row: PanelRow) -> tuple[Part, str, Picked | None]:
        """See `RowsModel`."""
        return row.part, row.group, row.picked

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups from top to bottom, without the draft."""
        return tuple(row.group for row in self.rows if row.part is Part.HEAD)

    def place_of(self, picked: Picked | None) -> int | None:
        """Where a record stands; None where it is not listed."""
        if picked is None:
            return None
        return next((place for place, row in enumerate(self.rows) if row.picked == picked), None)

    def places_of_group(self, group: str) -> range:
        """Where the rows of a group stand."""
        places = [place for place, row in enumerate(self.rows) if row.group == group]
        return range(places[0], places[-1] + 1) if places else range(0)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows that only belong to their group are passed by keys."""
        usual = super().flags(index)
        if index.isValid() and self.rows[index.row()].picked is None:
            return usual & ~(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
        return usual

    def said_of(self, row: PanelRow, role: int) -> object:
        """See `RowsModel`."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text("\n".join(line for line in (row.text, *row.below) if line))
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken or row.text
            case _:
                return None
