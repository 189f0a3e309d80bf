"""A list inside a form: as high as its rows, up to a limit, and used by keys as well as by the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu, QSizePolicy, QWidget

from campaignplanner.domain.review import Finding
from campaignplanner.planning.marks import Marks
from campaignplanner.ui.plan.inspector.row_painter import RowPainter, mark_box
from campaignplanner.ui.plan.inspector.rows import Row, RowModel
from campaignplanner.ui.widgets.row_list import dress_row_list

_HEIGHT_TO_SCROLL = 300
"""Beyond this many pixels a list scrolls in itself, with half a row in sight that says so."""

_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})
_DELETES = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class RowList(QListView):
    """Rows of which one is the current one.

    Signals:
        opened: carries the key of a row that was clicked, or at which Enter was pressed.
        current_moved: carries the key of the current row, or None.
        new_wanted: Insert was pressed.
        deletion_wanted: Delete was pressed or chosen; carries the key of the row.
    """

    opened = Signal(object)
    current_moved = Signal(object)
    new_wanted = Signal()
    deletion_wanted = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """An empty list.

        Args:
            name: what a screen reader calls it.
            parent: the widget that it lies in.
        """
        super().__init__(parent)
        self._rows = RowModel(self)
        self._painter = RowPainter(self)
        self.setAccessibleName(name)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        dress_row_list(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._tell_current)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows from top to bottom."""
        return self._rows.rows

    @property
    def current_key(self) -> str | None:
        """The record whose row is the current one."""
        place = self.currentIndex().row()
        return self.rows[place].key if 0 <= place < len(self.rows) else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows the rows as they are now; the current one stays, or the one that took its place."""
        key, place = self.current_key, self.currentIndex().row()
        if self._rows.show_rows(rows) and key is not None and self.rows:
            found = self._rows.place_of(key)
            self._go_to(min(place, len(self.rows) - 1) if found is None else found)
        self.setVisible(bool(self.rows))
        self._fit()

    def show_marks(self, marks: Marks) -> None:
        """Marks the rows of which the review says something."""
        if marks != self._painter.marks:
            self._painter.marks = marks
            self.viewport().update()

    def finding_at(self, point: QPointF) -> Finding | None:
        """The finding whose mark is at a point."""
        index = self.indexAt(point.toPoint())
        if not index.isValid() or not mark_box(self.visualRect(index)).contains(point):
            return None
        return self._painter.finding_of(self.rows[index.row()])

    def make_current(self, key: str) -> None:
        """Makes a record's row the current one, where it is listed."""
        place = self._rows.place_of(key)
        if place is not None:
            self._go_to(place)

    def event(self, event: QEvent) -> bool:
        """Keeps the keys that it knows from being shortcuts of the window meanwhile."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if is_plain and event.key() in {Qt.Key.Key_Insert, *_OPENS, *_DELETES}:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Insert adds, Delete deletes; everything else is the list's own."""
        key, current = event.key(), self.current_key
        has_no_more_keys = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if has_no_more_keys and key == Qt.Key.Key_Insert:
            self.new_wanted.emit()
        elif has_no_more_keys and key in _OPENS and current is not None:
            self.opened.emit(current)
        elif has_no_more_keys and key in _DELETES and current is not None:
            self.deletion_wanted.emit(current)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers what the keys do, at the mouse or at the current row."""
        key = self.current_key
        if key is None:
            return
        menu = QMenu(self)
        opening = menu.addAction(self.tr("Open"))
        deleting = menu.addAction(self.tr("Delete"))
        chosen = menu.exec(event.globalPos())
        menu.deleteLater()
        if chosen is opening:
            self.opened.emit(key)
        elif chosen is deleting:
            self.deletion_wanted.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:
        """As high as the rows, up to a limit beyond which they scroll."""
        width = self.viewport().width()
        height = 0
        for row in self.rows:
            if height >= _HEIGHT_TO_SCROLL:
                return QSize(super().sizeHint().width(), height + self.fontMetrics().height())
            height += self._painter.height_of(row, width)
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """The list is never squeezed: the panel around it scrolls."""
        return QSize(0, self.sizeHint().height())

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def _go_to(self, place: int) -> None:
        self.setCurrentIndex(self._rows.index(place))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.rows[index.row()].key)

    @Slot()
    def _tell_current(self) -> None:
        self.current_moved.emit(self.current_key)
