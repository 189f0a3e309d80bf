"""One aim that an activity serves: its statement, the weight, the share, and a way to end it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from campaignplanner.domain.errors import PlanError
from campaignplanner.ui import theme
from campaignplanner.ui.fields.amounts import WholeField
from campaignplanner.ui.fields.message import FieldMessage, Tone
from campaignplanner.ui.fonts import with_figures
from campaignplanner.ui.formats import tooltip_text
from campaignplanner.ui.icons import icon
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.timeline.words import one_line
from campaignplanner.ui.timeline.wrapping import wrapped
from campaignplanner.ui.widgets.lines import label

_WEIGHT_WIDTH = 62
_MOST_LINES = 2


class ContributionRow(QWidget):
    """Carries itself in its signals, so that no closure has to hold the part.

    Signals:
        weighed: another weight is wanted; 0 or none takes the aim away.
        typing: the weight is being typed.
        aim_wanted: carries the aim's identifier: the person wants to see it.
    """

    weighed = Signal(object)
    typing = Signal()
    aim_wanted = Signal(object)

    def __init__(self, aim_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aim_id = aim_id
        self.statement = WrappedLink(_MOST_LINES)
        self.weight = _WeightField(self.tr("Weight"))
        self._message = FieldMessage()
        self.weight.show_label_hidden()
        self.weight.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.share = label(role="muted", font=with_figures(self.font()))
        self.remove = QToolButton()
        self._build()
        self._ink()

    def _build(self) -> None:
        self.weight.setFixedWidth(_WEIGHT_WIDTH)
        # Tab would stop at the field a second time, where it stood in the order when the row was made.
        self.weight.setFocusProxy(None)  # type: ignore[arg-type]
        self.share.setFixedWidth(self.fontMetrics().horizontalAdvance("100\u00a0%") + 4)
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.statement, 1)
        for widget in (self.weight, self.share, self.remove):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._message)
        self.weight.said.connect(self._say)
        self.weight.edited.connect(self._tell_weight)
        self.weight.line.textChanged.connect(self.typing)
        self.statement.clicked.connect(self._tell_aim)
        self.remove.clicked.connect(self._take_away)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.statement, self.weight.editor, self.remove)

    @property
    def weight_typed(self) -> int:
        """The weight as it stands in the field; the known one while that is no weight."""
        try:
            typed = self.weight.read(self.weight.typed())
        except PlanError:
            typed = self.weight.value
        return typed if isinstance(typed, int) and typed >= 0 else 0

    def show_contribution(self, weight: int, statement: str) -> None:
        """Shows the weight and the aim as they are now."""
        self.weight.show_value(weight)
        self.statement.show_text(statement)
        said = self.tr("Weight for “%1”").replace("%1", one_line(statement))
        self.weight.editor.setAccessibleName(said)
        self.remove.setAccessibleName(self.tr("Do not serve “%1”").replace("%1", one_line(statement)))
        self.remove.setToolTip(self.tr("Do not serve this aim"))

    def show_share(self, percent: int) -> None:
        """Shows the share of the activity that goes to the aim."""
        self.share.setText(f"{QLocale().toString(percent)}\N{NO-BREAK SPACE}%")

    def changeEvent(self, event: QEvent) -> None:
        """Inks the icon anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._ink()
        super().changeEvent(event)

    def _ink(self) -> None:
        self.remove.setIcon(icon("close", theme.current()))

    @Slot()
    def _say(self) -> None:
        self._message.say(self.weight.message, Tone.ERROR if self.weight.error else Tone.HINT)

    @Slot()
    def _tell_weight(self) -> None:
        self.weighed.emit(self)

    @Slot()
    def _tell_aim(self) -> None:
        self.aim_wanted.emit(self.aim_id)

    @Slot()
    def _take_away(self) -> None:
        self.weight.restore()
        self.weight.put_typed("0")
        self.weight.finish(again=True)


class _WeightField(WholeField):
    """Leaves it to its row to say what is wrong: the field is as narrow as its number."""

    said = Signal()

    def _say(self, text: str, tone: Tone) -> None:
        super()._say(text, tone)
        if self._message is not None:
            self._message.hide()
        self.said.emit()


class WrappedLink(QAbstractButton):
    """Words that lead to another record, on a few lines; underlined under the mouse and with the focus."""

    def __init__(self, most_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self._whole = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def whole_text(self) -> str:
        """The words, uncut."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Shows the words."""
        self._whole = one_line(text)
        self.setAccessibleName(self._whole)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words take."""
        return max(1, len(self._lines(width))) * self._line_height()

    def sizeHint(self) -> QSize:
        """One line of a few words; the layout asks for the height at its width."""
        return QSize(120, self._line_height())

    def minimumSizeHint(self) -> QSize:
        """As high as at the width that it has."""
        return QSize(1, self.heightForWidth(max(1, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the lines."""
        del event
        font = QFont(self.font())
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(theme.current().text)
        lines = self._lines(self.width())
        top = (self.height() - len(lines) * self._line_height()) / 2
        for number, line in enumerate(lines):
            baseline = top + number * self._line_height() + QFontMetricsF(font).ascent()
            painter.drawText(QPointF(0, baseline), directed(line))
        self.setToolTip(tooltip_text(self._whole) if " ".join(lines) != self._whole else "")

    def _lines(self, width: int) -> list[str]:
        return wrapped(self._whole, self.font(), width, self._most_lines)

    def _line_height(self) -> int:
        return round(self.fontMetrics().height() * 1.15)
