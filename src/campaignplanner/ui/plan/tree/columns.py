"""The columns of the activities, the same everywhere: their headings and how wide they begin."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt

from campaignplanner.ui.translating import QT_TRANSLATE_NOOP


class Column(Enum):
    """The columns from left to right, with their headings."""

    SIDE = QT_TRANSLATE_NOOP("activities", "Side")
    KIND = QT_TRANSLATE_NOOP("activities", "Kind")
    TITLE = QT_TRANSLATE_NOOP("activities", "Title")
    DATES = QT_TRANSLATE_NOOP("activities", "Dates")
    STATUS = QT_TRANSLATE_NOOP("activities", "Status")
    OWNER = QT_TRANSLATE_NOOP("activities", "Owner")
    PLANNED = QT_TRANSLATE_NOOP("activities", "Planned")
    BRIDGES = QT_TRANSLATE_NOOP("activities", "Bridges")

    @property
    def heading(self) -> str:
        """The heading in the window's language."""
        return QCoreApplication.translate("activities", self.value)

    @property
    def place(self) -> int:
        """The number of the column in the model, which stays when people move it."""
        return _PLACES[self]

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Amounts stand right, so that they can be compared."""
        side = Qt.AlignmentFlag.AlignRight if self is Column.PLANNED else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


COLUMNS = tuple(Column)
_PLACES = {column: place for place, column in enumerate(COLUMNS)}

FIELD_OF = {
    Column.KIND: "kind",
    Column.TITLE: "title",
    Column.DATES: "flights",
    Column.STATUS: "status",
    Column.OWNER: "owner",
    Column.PLANNED: "lines",
    Column.BRIDGES: "bridges",
}
"""What of an activity stands in a column, as findings call it; side stands for all the rest."""

EDITED_IN_PLACE = (
    Column.KIND,
    Column.TITLE,
    Column.DATES,
    Column.STATUS,
    Column.OWNER,
    Column.PLANNED,
)
"""The columns whose cells are written in; money only where it is one line or none."""

ALWAYS_SHOWN = frozenset({Column.SIDE, Column.TITLE})
"""Side carries the tree, and without a title nobody knows what a row is."""

WIDEST_DATES_WITH_YEARS = "30 Sept – 30 Nov 2026"

WIDEST = {
    Column.KIND: "Display in a place",
    Column.DATES: "30 Sept – 30 Nov",
    Column.STATUS: "Cancelled",
    Column.OWNER: "Somebody",
    Column.PLANNED: "€9,999,999",
    Column.BRIDGES: "Bridges",
}
"""A long text of each column but side, which has a shape, and title, which takes what is left."""
