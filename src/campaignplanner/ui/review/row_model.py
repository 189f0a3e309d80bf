"""The rows of the review as a Qt list."""

from __future__ import annotations

from PySide6.QtCore import Qt

from campaignplanner.ui.formats import tooltip_text
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.review.rows import ReviewRow
from campaignplanner.ui.widgets.rows_model import RowsModel


class ReviewRowModel(RowsModel[ReviewRow]):
    """Rows of which each is known by all that it says, so that any other one lists others."""

    def key_of(self, row: ReviewRow) -> ReviewRow:
        """See `RowsModel`."""
        return row

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can be seen but not chosen."""
        if index.isValid() and self.rows[index.row()].can_be_chosen:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def said_of(self, row: ReviewRow, role: int) -> object:
        """See `RowsModel`."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text("\n".join(part for part in (row.text, row.second) if part))
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _:
                return None
