"""“Not for us”: a quiet button that asks for the reason, without which nothing is set aside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from campaignplanner.ui.fields.text import LineField

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class AsideForm(QWidget):
    """Asks why a finding is not for these people. `wanted` carries the reason."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opener = QPushButton(self.tr("Not for us…"))
        self.opener.setAutoDefault(True)
        self.opener.setToolTip(self.tr("Set this finding aside, with the reason (Del in the list)"))
        self.opener.clicked.connect(self.open)
        self.reason = LineField(
            self.tr("Why is this not for you?"), self.tr("such as: the venue announces it itself")
        )
        self.button = QPushButton(self.tr("Set aside"))
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.take)
        self._asking = QWidget()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self.reason)
        asking.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._asking)
        self._asking.hide()

    @Slot()
    def open(self) -> None:
        """Asks for the reason."""
        self.opener.hide()
        self._asking.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def take(self) -> None:
        """Passes the reason on; says so where none is given."""
        if not self.reason.finish(again=True):
            return
        reason = str(self.reason.value or "").strip()
        if not reason:
            self.reason.show_error(self.tr("Say in a few words why; others will wonder."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.wanted.emit(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sets aside; Escape does not."""
        if event.key() in _ENTER:
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self._asking.hide()
            self.opener.show()
            self.opener.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
