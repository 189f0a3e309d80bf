"""The heads of pasted columns: what each is called in the spreadsheet, and a choice of what it says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from campaignplanner.exchange.row_words import Column
from campaignplanner.ui import theme
from campaignplanner.ui.fields.choices import ChoiceField
from campaignplanner.ui.fonts import small_font
from campaignplanner.ui.plain_text import directed
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

_WORDS = {
    Column.TITLE: QT_TRANSLATE_NOOP("PastedHeader", "Title"),
    Column.WHAT_PEOPLE_DO: QT_TRANSLATE_NOOP("PastedHeader", "What people do"),
    Column.SIDE: QT_TRANSLATE_NOOP("PastedHeader", "Side"),
    Column.KIND: QT_TRANSLATE_NOOP("PastedHeader", "Kind"),
    Column.DAYS: QT_TRANSLATE_NOOP("PastedHeader", "First and last day"),
    Column.FIRST_DAY: QT_TRANSLATE_NOOP("PastedHeader", "First day"),
    Column.LAST_DAY: QT_TRANSLATE_NOOP("PastedHeader", "Last day"),
    Column.STATUS: QT_TRANSLATE_NOOP("PastedHeader", "Status"),
    Column.OWNER: QT_TRANSLATE_NOOP("PastedHeader", "Owner"),
    Column.CHANNEL: QT_TRANSLATE_NOOP("PastedHeader", "Channel"),
    Column.PLACE: QT_TRANSLATE_NOOP("PastedHeader", "Place"),
    Column.WHERE: QT_TRANSLATE_NOOP("PastedHeader", "Channel or place"),
    Column.PLANNED: QT_TRANSLATE_NOOP("PastedHeader", "Planned"),
    Column.NOTES: QT_TRANSLATE_NOOP("PastedHeader", "Notes"),
}

_ABOVE, _BETWEEN, _BELOW, _BESIDE = 6, 3, 6, 4
_NARROWEST = 112


def words_of(column: Column | None) -> str:
    """What a column of a spreadsheet says, in words; None for one that is not used."""
    text = QT_TRANSLATE_NOOP("PastedHeader", "Not used") if column is None else _WORDS[column]
    return QCoreApplication.translate("PastedHeader", text)


class PastedHeader(QHeaderView):
    """A name above, a choice below, for each column of the spreadsheet; others have only a name.

    Signals:
        chosen: carries the place of a column, and what it says from now on.
        reached: carries the place of the column whose choice has got the focus.
    """

    chosen = Signal(object, object)
    reached = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._names: tuple[str, ...] = ()
        self._fields: list[ChoiceField] = []
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_NARROWEST)
        self.sectionResized.connect(self.place_fields)
        self.geometriesChanged.connect(self.place_fields)

    @property
    def fields(self) -> tuple[ChoiceField, ...]:
        """The choices, from left to right."""
        return tuple(self._fields)

    def show_columns(self, names: Sequence[str], columns: Sequence[Column | None]) -> None:
        """Shows columns.

        Args:
            names: what each section is called; those beyond the columns have no choice.
            columns: what each column of the spreadsheet says.
        """
        self._names = tuple(names)
        while len(self._fields) < len(columns):
            self._fields.append(self._made())
        for place, (field, column) in enumerate(zip(self._fields, columns, strict=False)):
            field.editor.setAccessibleName(self.tr("What “%1” says").replace("%1", names[place]))
            field.show_value(column)
        self.place_fields()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """High enough for a name and a choice."""
        choice = self._fields[0].editor.sizeHint().height() if self._fields else 0
        return QSize(super().sizeHint().width(), _ABOVE + self._name_height() + _BETWEEN + choice + _BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the choices over their columns."""
        super().resizeEvent(event)
        self.place_fields()

    @Slot()
    def place_fields(self) -> None:
        """Puts each choice below the name of its column, also after rolling sideways."""
        top = _ABOVE + self._name_height() + _BETWEEN
        for place, field in enumerate(self._fields):
            is_there = place < self.count() and not self.isSectionHidden(place)
            field.setVisible(is_there)
            if is_there:
                left, width = self.sectionViewportPosition(place), self.sectionSize(place)
                height = field.editor.sizeHint().height()
                field.setGeometry(left + _BESIDE, top, width - 2 * _BESIDE, height)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The name of the column, cut where it is long."""
        if section >= len(self._names):
            return
        now = theme.current()
        painter.save()
        painter.fillRect(rect, now.surface)
        painter.setFont(small_font())
        painter.setPen(now.text_muted)
        room = rect.adjusted(_BESIDE + 2, _ABOVE, -_BESIDE, 0)
        room.setHeight(self._name_height())
        metrics = QFontMetrics(small_font())
        name = metrics.elidedText(self._names[section], Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, directed(name))
        painter.setPen(now.hairline)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A choice that is reached by Tab is brought into sight."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn:
            places = [place for place, each in enumerate(self._fields) if each.editor is watched]
            for place in places:
                self.reached.emit(place)
        return super().eventFilter(watched, event)

    def _made(self) -> ChoiceField:
        field = ChoiceField(self.tr("What the column says"))
        field.show_label_hidden()
        field.show_choices((each, words_of(each)) for each in (None, *_WORDS))
        field.setParent(self.viewport())
        field.editor.installEventFilter(self)
        field.edited.connect(self._choose)
        return field

    @Slot(object)
    def _choose(self, column: object) -> None:
        field = self.sender()
        for place, each in enumerate(self._fields):
            if each is field:
                self.chosen.emit(place, column)

    def _name_height(self) -> int:
        return QFontMetrics(small_font()).height()
