"""The ground of a row in a list: selected, under the mouse, or plain."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from campaignplanner.ui.theme import Theme

_STRIPE = 3


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem, view: QWidget, now: Theme) -> None:
    """Paints a selected row's ground, with a stripe where keys work, or that of the row under the mouse."""
    state: QStyle.StateFlag = option.state
    rect: QRect = option.rect
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, now.selection)
        if view.hasFocus():
            painter.fillRect(QRect(rect.left(), rect.top(), _STRIPE, rect.height()), now.accent)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, now.hover)
