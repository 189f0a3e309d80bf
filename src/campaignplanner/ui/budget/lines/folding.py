"""Folding the groups of the grid away, by the mouse and by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from campaignplanner.exchange.line_words import LineColumn
from campaignplanner.ui.budget.lines.cells import FOLD_ROOM
from campaignplanner.ui.budget.lines.columns import place_of
from campaignplanner.ui.budget.lines.grid import LinesGrid
from campaignplanner.ui.budget.lines.grouping import Group
from campaignplanner.ui.budget.lines.model import LinesModel

_TURNS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class GroupFolding(QObject):
    """A click on the sign of a head, or two on the head, fold its lines away and bring them back.

    On a head Space and Enter do so too; Left folds away, Right brings back.
    """

    def __init__(self, grid: LinesGrid, model: LinesModel) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = model
        grid.installEventFilter(self)
        grid.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the class; everything else is the grid's own."""
        if isinstance(event, QMouseEvent) and watched is self._grid.viewport():
            return self._take_mouse(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return False

    def _take_mouse(self, event: QMouseEvent) -> bool:
        index = self._grid.indexAt(event.position().toPoint())
        group = self._group_at(index)
        if group is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        from_left = event.position().x() - self._grid.visualRect(index).left()
        is_on_sign = index.column() == place_of(LineColumn.LABEL) and from_left < FOLD_ROOM
        pressed = event.type() == QEvent.Type.MouseButtonPress and is_on_sign
        if pressed or (event.type() == QEvent.Type.MouseButtonDblClick and not is_on_sign):
            self._turn(group)
            return True
        return event.type() == QEvent.Type.MouseButtonDblClick

    def _take_key(self, event: QKeyEvent) -> bool:
        group, key = self._group_at(self._grid.currentIndex()), Qt.Key(event.key())
        if group is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        is_open = group not in self._model.wish.collapsed
        is_at_edge = self._grid.current_column is self._grid.heads.in_sight()[0]
        folds = key is Qt.Key.Key_Left and is_open and is_at_edge
        if key in _TURNS or folds or (key is Qt.Key.Key_Right and not is_open):
            self._turn(group)
            return True
        return False

    def _group_at(self, index: QModelIndex) -> Group | None:
        row = self._model.row_at(index)
        return row if isinstance(row, Group) else None

    def _turn(self, group: Group) -> None:
        wish = self._model.wish
        self._grid.hold_still(True)
        self._model.wish_for(replace(wish, collapsed=wish.collapsed ^ {group}))
        self._grid.hold_still(False)
