"""Above the tree: a line to find activities by, and which side and status are shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from campaignplanner.domain.activity import ActivityStatus, Side
from campaignplanner.ui.plan.tree.cell_fields import statuses
from campaignplanner.ui.plan.tree.facts import side_text
from campaignplanner.ui.plan.tree.finding import Search
from campaignplanner.ui.widgets.chooser import Chooser
from campaignplanner.ui.widgets.search_line import SearchLine

_ROOM_FOR_LINE = 190
"""What the line needs beside the choices, with its margins."""


class FindBar(QWidget):
    """What somebody looks for.

    Signals:
        changed: carries the Search.
        left: Down or Enter: on to what was found.
        entered: the line has the focus: words are about to come.
    """

    changed = Signal(object)
    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("Find an activity by title, kind, owner, channel or place")
        self._line = _ActivityLine(self.tr("Find an activity"), name)
        self._line.setMinimumWidth(90)
        self._line.textChanged.connect(self._tell)
        self._line.left.connect(self.left)
        self._line.entered.connect(self.entered)
        self._side = self._build_side()
        self._status = self._build_status()
        self._done = self._build_done()
        self._side.chosen.connect(self._tell)
        self._status.chosen.connect(self._tell)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 8, 8)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(4)
        self._is_narrow: bool | None = None
        self._lay_out(is_narrow=False)

    def _lay_out(self, *, is_narrow: bool) -> None:
        """All in one row, or the choices below the line where there is no room beside it."""
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        row, column = (1, 0) if is_narrow else (0, 1)
        self._grid.addWidget(self._line, 0, 0, 1, 4 if is_narrow else 1)
        for place, button in enumerate(self._choices):
            self._grid.addWidget(button, row, column + place, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(0, 0 if is_narrow else 1)
        self._grid.setColumnStretch(3, 1 if is_narrow else 0)

    @property
    def _choices(self) -> tuple[QToolButton, QToolButton, QToolButton]:
        return self._side, self._status, self._done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the choices where there is room for them."""
        super().resizeEvent(event)
        beside = sum(button.sizeHint().width() + 4 for button in self._choices)
        self._lay_out(is_narrow=event.size().width() < beside + _ROOM_FOR_LINE)

    def minimumSizeHint(self) -> QSize:
        """The choices below the line, as narrow as they can be read."""
        widths = [button.sizeHint().width() + 4 for button in self._choices]
        return QSize(sum(widths) + 20, super().minimumSizeHint().height())

    @property
    def line(self) -> QLineEdit:
        """Where words are typed."""
        return self._line

    @property
    def search(self) -> Search:
        """What is looked for now."""
        return Search(
            words=tuple(self._line.text().casefold().split()),
            side=self._side.value,
            status=self._status.value,
            hides_done=self._done.isChecked(),
        )

    def clear(self) -> None:
        """Looks for nothing in particular."""
        if not self.search:
            return
        self.blockSignals(True)
        self._line.clear()
        self._done.setChecked(False)
        self._side.show_value(None)
        self._status.show_value(None)
        self.blockSignals(False)
        self._tell()

    def choose_side(self, side: Side | None) -> None:
        """Shows one side, or both for None."""
        self._side.choose(side)

    def choose_status(self, status: ActivityStatus | None) -> None:
        """Shows one status, or all for None."""
        self._status.choose(status)

    def hide_done(self, is_hidden: bool) -> None:
        """Leaves out what is done or cancelled."""
        self._done.setChecked(is_hidden)

    def _build_side(self) -> Chooser[Side | None]:
        both: tuple[Side | None, str] = (None, self.tr("Both sides"))
        return Chooser(self.tr("Side that is shown"), [both, *((side, side_text(side)) for side in Side)])

    def _build_status(self) -> Chooser[ActivityStatus | None]:
        every: tuple[ActivityStatus | None, str] = (None, self.tr("Any status"))
        return Chooser(self.tr("Status that is shown"), [every, *statuses()])

    def _build_done(self) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("Hide done"))
        button.setToolTip(self.tr("Leave out what is done or cancelled"))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(self._tell)
        return button

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(self.search)


class _ActivityLine(SearchLine):
    """Says when the focus comes, so that what is searched can be made ready before the first letter."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """See the class."""
        super().focusInEvent(event)
        self.entered.emit()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(160, super().sizeHint().height())
