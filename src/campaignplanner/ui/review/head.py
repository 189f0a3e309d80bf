"""The head of the review: how far the two sides carry each other, and what is listed how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from campaignplanner.domain.review import Finding, Severity
from campaignplanner.ui import theme
from campaignplanner.ui.fonts import small_font, strong_font
from campaignplanner.ui.formats import counted
from campaignplanner.ui.review.rows import Grouping
from campaignplanner.ui.widgets.lines import ElidedLabel, label
from campaignplanner.ui.widgets.severity_mark import SIZE, paint_severity

_SIDE = 20


class ReviewHead(QWidget):
    """The summary, a switch for the groups, and a button for each sort of findings.

    Signals:
        grouping_chosen: carries the Grouping, or None for the coverage maps.
        severities_chosen: carries the frozenset of each Severity that is to be listed.
    """

    grouping_chosen = Signal(object)
    severities_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = ElidedLabel(font=strong_font())
        self.filters = {severity: self._filter(severity) for severity in Severity}
        self.groupings = {
            Grouping.AIM: switch_button(self.tr("By aim"), self.tr("Group the findings by aim")),
            Grouping.FAMILY: switch_button(self.tr("By topic"), self.tr("Group the findings by topic")),
        }
        self._group = QButtonGroup(self)
        for button in self.groupings.values():
            self._group.addButton(button)
        self.groupings[Grouping.AIM].setChecked(True)
        self.coverage = switch_button(self.tr("Coverage"), self.tr("Show what is covered, and what is not"))
        self._group.addButton(self.coverage)
        self._group.buttonClicked.connect(self._choose_grouping)
        self._counts: dict[Severity, str] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        self._line = line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(label(self.tr("Show"), role="muted", font=small_font()))
        for button in self.filters.values():
            line.addWidget(button)
        line.addStretch(1)
        for button in self.groupings.values():
            line.addWidget(button)
        line.addWidget(self.coverage)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 12, _SIDE - 8, 8)
        column.setSpacing(6)
        column.addWidget(self.summary)
        column.addLayout(line)

    def _filter(self, severity: Severity) -> QToolButton:
        button = _button()
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(round(SIZE), round(SIZE)))
        button.setIcon(_icon_of(severity))
        button.clicked.connect(self._choose_severities)
        return button

    def say(self, sentence: str) -> None:
        """Says how far the two sides carry each other."""
        self.summary.show_text(sentence)

    def show_counts(self, findings: Iterable[Finding]) -> None:
        """Says how many there are of each sort."""
        counts = Counter(each.severity for each in findings)
        words = {
            Severity.ERROR: (self.tr("%1 error"), self.tr("%1 errors")),
            Severity.WARNING: (self.tr("%1 warning"), self.tr("%1 warnings")),
            Severity.HINT: (self.tr("%1 hint"), self.tr("%1 hints")),
        }
        for severity, button in self.filters.items():
            text = counted(counts[severity], *words[severity])
            self._counts[severity] = counted(counts[severity], "%1", "%1")
            button.setAccessibleName(text)
            button.setToolTip(self.tr("List %1 or leave them out").replace("%1", text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says numbers alone where there is no room for words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for button in self.filters.values():
            button.setText(f" {button.accessibleName()}")
        self._line.invalidate()
        if self._line.sizeHint().width() > self.contentsRect().width() - 2 * _SIDE + 8:
            for severity, button in self.filters.items():
                button.setText(f" {self._counts.get(severity, '')}")

    def show_choice(self, grouping: Grouping, severities: frozenset[Severity]) -> None:
        """Shows what is chosen."""
        self.groupings[grouping].setChecked(True)
        for severity, button in self.filters.items():
            button.setChecked(severity in severities)
            button.setEnabled(True)

    def show_coverage(self) -> None:
        """Shows that a map of what is covered is chosen, in which no findings are listed."""
        self.coverage.setChecked(True)
        for button in self.filters.values():
            button.setEnabled(False)

    def ink(self) -> None:
        """Draws the marks in the colours of the theme."""
        for severity, button in self.filters.items():
            button.setIcon(_icon_of(severity))

    @Slot()
    def _choose_grouping(self) -> None:
        """Coverage is no grouping: None stands for it."""
        chosen = (each for each, button in self.groupings.items() if button.isChecked())
        self.grouping_chosen.emit(next(chosen, None))

    @Slot()
    def _choose_severities(self) -> None:
        chosen = frozenset(each for each, button in self.filters.items() if button.isChecked())
        self.severities_chosen.emit(chosen)


def switch_button(text: str, tooltip: str) -> QToolButton:
    """A button that is on while its choice counts."""
    button = _button()
    button.setText(text)
    button.setToolTip(tooltip)
    return button


def _button() -> QToolButton:
    button = QToolButton()
    button.setCheckable(True)
    button.setFont(small_font())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _icon_of(severity: Severity) -> QIcon:
    icon = QIcon()
    for density in (1, 2, 3):
        picture = QPixmap(round(SIZE) * density, round(SIZE) * density)
        picture.setDevicePixelRatio(density)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_severity(painter, QPointF(SIZE / 2, SIZE / 2), severity, theme.current())
        painter.end()
        icon.addPixmap(picture)
    return icon
