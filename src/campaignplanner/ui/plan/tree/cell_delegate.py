"""Opens a field over a cell, keeps it open while something is wrong in it, and carries out the edit."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QCompleter,
    QFrame,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.errors import FileTrouble, PlanError
from campaignplanner.domain.plan import Plan
from campaignplanner.ui import theme
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.fields.message import FieldMessage
from campaignplanner.ui.model_index import Index
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.plan.telling import tell
from campaignplanner.ui.plan.tree import cell_fields
from campaignplanner.ui.plan.tree.columns import COLUMNS, Column
from campaignplanner.ui.plan.tree.model import ActivityModel
from campaignplanner.ui.plan.tree.row_painter import row_height

_END_HINT = QAbstractItemDelegate.EndEditHint
_HINTS = {
    Qt.Key.Key_Return: _END_HINT.SubmitModelCache,
    Qt.Key.Key_Enter: _END_HINT.SubmitModelCache,
    Qt.Key.Key_Tab: _END_HINT.EditNextItem,
    Qt.Key.Key_Backtab: _END_HINT.EditPreviousItem,
}
_STAYS = frozenset(
    {
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
_SENTENCE_MARGIN = 6
_LEAST_WIDTH = {
    Column.DATES: 240,
    Column.KIND: 170,
    Column.STATUS: 130,
    Column.OWNER: 150,
    Column.TITLE: 180,
    Column.PLANNED: 150,
}


class CellEditor(QFrame):
    """A field over a cell; it is as high as what the field has to say."""

    def __init__(self, field: Field, activity_id: str, column: Column, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.activity_id = activity_id
        self.column = column
        self.setFocusProxy(field.editor)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(field)
        for message in field.findChildren(FieldMessage):
            message.setContentsMargins(_SENTENCE_MARGIN, 0, 0, 0)

    def event(self, event: QEvent) -> bool:
        """Grows and shrinks with the sentence below the field."""
        if event.type() == QEvent.Type.LayoutRequest:
            margin = _SENTENCE_MARGIN if self.field.message else 0
            self._column.setContentsMargins(0, 0, margin, margin)
            self.resize(self.width(), self.height_needed())
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Covers what lies under it; with a sentence it has an edge, as it lies over other rows then."""
        del event
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(now.control_edge if self.field.message else now.surface)
        painter.setBrush(now.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def height_needed(self) -> int:
        """The height at its present width."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            return max(layout.heightForWidth(self.width()), layout.minimumSize().height())
        return self.sizeHint().height()


class CellDelegate(QStyledItemDelegate):
    """The rows are drawn by the view; this is for editing, and says how high a row is."""

    def __init__(self, tools: PageTools, model: ActivityModel, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._model = model
        self._editors: list[CellEditor] = []

    @property
    def editors(self) -> tuple[CellEditor, ...]:
        """What is open now."""
        return tuple(self._editors)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows have one height."""
        del option, index
        return QSize(40, row_height())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field with the cell's value; None, which opens nothing, for a cell that is not written in."""
        del option
        activity, column = self._activity_at(index), COLUMNS[index.column()]
        plan = self._model.plan
        if plan is None or activity is None or not cell_fields.can_be_edited(column, plan, activity.id):
            return None  # type: ignore[return-value]
        field = cell_fields.field_for(column, plan, activity, self._tools.words)
        editor = CellEditor(field, activity.id, column, parent)
        field.show_value(cell_fields.value_in(column, plan, activity))
        field.edited.connect(self._write)
        field.editor.installEventFilter(self)
        if isinstance(field.editor, QComboBox):
            field.editor.activated.connect(self._take_choice)
        self._editors.append(editor)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The value is shown already, and again whenever the plan changes."""
        del editor, index

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Takes what is typed; what is refused stays in the field."""
        del model, index
        if isinstance(editor, CellEditor):
            editor.field.finish()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell, at least as wide as what is typed in it needs, within the view."""
        rect = option.rect
        if not isinstance(editor, CellEditor):
            return
        width = max(rect.width(), _LEAST_WIDTH[COLUMNS[index.column()]])
        editor.resize(width, editor.sizeHint().height())
        height = editor.height_needed()
        over = editor.parentWidget()
        room = width if over is None else over.width()
        left = max(0, min(rect.left(), room - width))
        top = rect.top() + (rect.height() - _line_height(editor.field)) // 2
        editor.setGeometry(left, top, width, height)

    def show_values(self) -> None:
        """Shows in what is open what the plan says now."""
        plan = self._model.plan
        for editor in self._editors:
            activity = None if plan is None else plan.activities.get(editor.activity_id)
            if plan is not None and activity is not None:
                editor.field.show_value(cell_fields.value_in(editor.column, plan, activity))

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Also when its row is gone."""
        self.let_go(editor)
        super().destroyEditor(editor, index)

    def open_choices(self, editor: CellEditor) -> None:
        """Opens the list of a choice at once: nobody edits such a cell to look at its one value."""
        box = editor.field.editor
        if isinstance(box, QComboBox):
            box.showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab take and close, Escape only closes; leaving takes, and closes unless refused."""
        editor = next((each for each in self._editors if each.field.editor is watched), None)
        if editor is None:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes_key(editor, event)
        elif _is_left(event) and not _is_choosing(editor.field) and editor.field.finish():
            self._close(editor, _END_HINT.NoHint)
        return False

    def _takes_key(self, editor: CellEditor, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if _is_choosing(editor.field):
            return False
        if key == Qt.Key.Key_Escape:
            editor.field.restore()
            self._close(editor, _END_HINT.RevertModelCache)
            return True
        if key not in _HINTS:
            return False
        if editor.field.finish(again=True):
            self._close(editor, _HINTS[key])
        return True

    def let_go(self, editor: QWidget) -> None:
        """The view closes what is open over a cell."""
        self._editors = [each for each in self._editors if each is not editor]

    def _close(self, editor: CellEditor, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if editor in self._editors:
            self.closeEditor.emit(editor, hint)

    @Slot()
    def _take_choice(self) -> None:
        """A choice is taken at once, also the one that was there already."""
        for editor in self._editors:
            if editor.field.editor is self.sender() and not editor.field.error:
                self._close(editor, _END_HINT.SubmitModelCache)
                return

    @Slot(object)
    def _write(self, value: object) -> None:
        """Carries out one finished edit; a refusal is said below the field."""
        field = self.sender()
        editor = next((each for each in self._editors if each.field is field), None)
        plan = self._model.plan
        if editor is None or plan is None:
            return
        activity = plan.activities.get(editor.activity_id)
        if activity is None:
            return
        refusal = self._refusal(editor.column, plan, activity, value)
        if refusal is not None:
            editor.field.show_error(refusal.sentence)
        else:
            tell(self._tools, cell_fields.told(editor.column, plan, activity, value))

    def _refusal(
        self, column: Column, plan: Plan, activity: Activity, value: object
    ) -> PlanError | FileTrouble | None:
        try:
            command = cell_fields.command_for(column, plan, activity, value)
        except PlanError as error:  # dates beyond the calendar
            return error
        return self._tools.live.refusal_of(command)

    def _activity_at(self, index: Index) -> Activity | None:
        activity_id, facts = self._model.activity_at(index), self._model.facts
        return None if activity_id is None or facts is None else facts.activities.get(activity_id)


def is_refused(editor: QWidget) -> bool:
    """Whether what is typed in an open cell was not taken."""
    return isinstance(editor, CellEditor) and bool(editor.field.error)


def _is_left(event: QEvent) -> bool:
    if not isinstance(event, QFocusEvent) or event.type() != QEvent.Type.FocusOut:
        return False
    return event.reason() not in _STAYS


def _is_choosing(field: Field) -> bool:
    """Whether a list of words or choices is open, to which keys go first."""
    editor = field.editor
    if isinstance(editor, QLineEdit):
        completer = cast("QCompleter | None", editor.completer())
        return completer is not None and cast("QWidget", completer.popup()).isVisible()
    return isinstance(editor, QComboBox) and cast("QWidget", editor.view()).isVisible()


def _line_height(field: Field) -> int:
    return field.editor.sizeHint().height()
