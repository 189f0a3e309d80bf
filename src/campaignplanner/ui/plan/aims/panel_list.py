"""What the lists of aims and of audiences share: rows, keys, writing in place, and the shared selection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu, QToolTip, QWidget

from campaignplanner.domain.aim import Aim, Kpi
from campaignplanner.domain.audience import Audience
from campaignplanner.planning.marks import Marks
from campaignplanner.ui.actions import Name
from campaignplanner.ui.fields.field import Field
from campaignplanner.ui.plan.aims.head_writer import HeadWriter
from campaignplanner.ui.plan.aims.in_place import InPlaceEditor
from campaignplanner.ui.plan.aims.row_painter import PanelRowPainter
from campaignplanner.ui.plan.aims.row_texts import draft_row
from campaignplanner.ui.plan.aims.rows import DRAFT_GROUP, PanelModel, PanelRow, Part
from campaignplanner.ui.plan.inspector.deleting import delete
from campaignplanner.ui.selection import Picked
from campaignplanner.ui.widgets.row_list import dress_row_list

if TYPE_CHECKING:
    from campaignplanner.domain.errors import FileTrouble, PlanError
    from campaignplanner.domain.plan import Plan
    from campaignplanner.services.commands.command import Command
    from campaignplanner.ui.pages import PageTools

_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})
_DELETES = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_OWN_KEYS = frozenset({Qt.Key.Key_Insert, *_OPENS, *_DELETES})
_LISTED = (Aim, Kpi, Audience)
_NOT_SELECTED = QItemSelectionModel.SelectionFlag.NoUpdate


class PanelList(QListView):
    """Rows in groups. Subclasses say what is listed and which commands write it.

    Signals:
        details_asked: somebody wants to edit the selected record where only the inspector has room.
        content_changed: the rows, or what lies over them, need another height.
        current_at: carries where the current row is, in the list's own pixels.
    """

    details_asked = Signal()
    content_changed = Signal()
    current_at = Signal(object)

    def __init__(
        self, tools: PageTools, name: str, *, has_black_bar: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.tools = tools
        self._plan: Plan | None = None
        self._model = PanelModel(self)
        self._painter = PanelRowPainter(self, has_black_bar=has_black_bar)
        self.finding_at = self._painter.finding_at
        self._is_following = False
        self.writer = HeadWriter(self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self._dress()
        self.selectionModel().selectionChanged.connect(self._note_picked)
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.doubleClicked.connect(self._open)
        tools.selection.changed.connect(self._follow)

    def _dress(self) -> None:
        dress_row_list(self)
        self.viewport().installEventFilter(self)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    # -- what subclasses say -------------------------------------------------------------------------

    def rows_of(self, plan: Plan) -> Sequence[PanelRow]:
        """The rows as the plan has them now."""
        raise NotImplementedError

    def make_field(self) -> Field:
        """What a head is written in."""
        raise NotImplementedError

    def text_of(self, plan: Plan, group: str) -> str | None:
        """What is written in a head; None when it is not in the plan any more."""
        raise NotImplementedError

    def changing(self, group: str, text: str) -> Command:
        """The command that writes a head."""
        raise NotImplementedError

    def making(self, plan: Plan, text: str) -> tuple[Command, Picked]:
        """The command that adds a group at the end, and what is selected then."""
        raise NotImplementedError

    # -- what everybody may ask ----------------------------------------------------------------------

    @property
    def rows(self) -> tuple[PanelRow, ...]:
        """The rows from top to bottom."""
        return self._model.rows

    @property
    def groups(self) -> tuple[str, ...]:
        """The aims or audiences from top to bottom."""
        return self._model.groups

    @property
    def current_row(self) -> PanelRow | None:
        """The row on which keys work."""
        place = self.currentIndex().row()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    @property
    def editor(self) -> InPlaceEditor | None:
        """What is open over a row."""
        return self.writer.editor

    @property
    def is_adding(self) -> bool:
        """Whether something new is being written."""
        return self.writer.is_adding

    def height_needed(self) -> int:
        """The height at which nothing scrolls."""
        self.executeDelayedItemsLayout()
        editor = self.editor
        lowest = 0 if editor is None else editor.geometry().bottom() + self.verticalOffset()
        return max(self.contentsSize().height(), lowest)

    def show_plan(self, plan: Plan) -> None:
        """Shows the plan as it is now; what is being written, the focus and the place stay."""
        if self._plan is not None and self._plan.campaign.id != plan.campaign.id:
            self.writer.drop()
            self.verticalScrollBar().setValue(0)
        self._plan = plan
        self.show_rows()
        self._show_selection(with_scroll=False)
        if self.editor is not None and not self.is_adding:
            self.writer.show_text(self.text_of(plan, self.editor.group))

    def rect_of_group(self, group: str) -> QRect:
        """Where a group is, in pixels of the viewport."""
        rect = QRect()
        for place in self._model.places_of_group(group):
            rect = rect.united(self.visualRect(self._model.index(place)))
        return rect

    # -- rows and selection --------------------------------------------------------------------------

    def show_rows(self) -> None:
        """Shows the rows as they are now; scroll and current row stay."""
        if self._plan is None:
            return
        rows = [*self.rows_of(self._plan), *((draft_row(),) if self.is_adding else ())]
        if tuple(rows) == self.rows:
            return
        scrolled, place, row = self.verticalScrollBar().value(), self.currentIndex().row(), self.current_row
        self._painter.forget_layout()
        self._is_following = True
        try:
            if self._model.show_rows(rows) and place >= 0:
                self._stay_at(row, place)
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(scrolled)
        finally:
            self._is_following = False
        self.writer.place()
        self.content_changed.emit()

    def _stay_at(self, row: PanelRow | None, place: int) -> None:
        """Keys go on at the row where they were, or at the one that took its place."""
        found = self._model.place_of(None if row is None else row.picked)
        if found is None:
            near = range(min(place, len(self.rows) - 1), -1, -1)
            found = next((each for each in near if self.rows[each].picked is not None), None)
        if found is not None:
            self.selectionModel().setCurrentIndex(self._model.index(found), _NOT_SELECTED)

    @Slot()
    def _follow(self) -> None:
        """Selects here what is selected elsewhere."""
        self._show_selection(with_scroll=True)

    def _show_selection(self, *, with_scroll: bool) -> None:
        wanted = [each for each in self.tools.selection.picked if each.record_type in _LISTED]
        places = [place for each in wanted if (place := self._model.place_of(each)) is not None]
        self._painter.lit_group = next(
            (self.rows[each].group for each in reversed(places) if self.rows[each].part is Part.HEAD), None
        )
        self._is_following = True
        try:
            self._select(places, with_scroll=with_scroll)
        finally:
            self._is_following = False
        self.viewport().update()

    def _select(self, places: list[int], *, with_scroll: bool) -> None:
        selection = self.selectionModel()
        shown = [index.row() for index in selection.selectedIndexes()]
        if sorted(shown) == sorted(places):
            return
        selection.clearSelection()
        for place in places:
            selection.select(self._model.index(place), QItemSelectionModel.SelectionFlag.Select)
        if places:
            index = self._model.index(places[-1])
            bar, before = self.verticalScrollBar(), self.verticalScrollBar().value()
            selection.setCurrentIndex(index, _NOT_SELECTED)
            if with_scroll:
                self.scrollTo(index)
            else:
                bar.setValue(before)

    @Slot()
    def _note_picked(self) -> None:
        if self._is_following:
            return
        rows = [self.rows[index.row()] for index in self.selectionModel().selectedIndexes()]
        self.tools.selection.pick(*(row.picked for row in rows if row.picked is not None))

    @Slot()
    def _tell_current(self) -> None:
        if self.currentIndex().isValid() and not self._is_following:
            self.current_at.emit(self.visualRect(self.currentIndex()))

    def go_to(self, picked: Picked) -> None:
        """Makes the row of a record the current one and selects it."""
        place = self._model.place_of(picked)
        if place is not None:
            self.setCurrentIndex(self._model.index(place))

    # -- writing -------------------------------------------------------------------------------------

    def edit_head(self, group: str) -> bool:
        """Opens a field over the head of a group."""
        text = None if self._plan is None else self.text_of(self._plan, group)
        return text is not None and self.writer.open(group, text)

    @Slot()
    def begin_new(self) -> None:
        """Opens a field at the end, in which something new is written."""
        if self._plan is not None:
            self.writer.open(DRAFT_GROUP, "")

    def write(self, group: str, text: str) -> tuple[PlanError | FileTrouble | None, Picked | None]:
        """Writes a head, or adds one; gives why it was refused, and what was added."""
        if self._plan is None:
            return None, None
        if group != DRAFT_GROUP:
            return self.tools.live.refusal_of(self.changing(group, text)), None
        command, made = self.making(self._plan, text)
        return self.tools.live.refusal_of(command), made

    def bring_up(self, group: str) -> None:
        """Scrolls to a group."""
        places = self._model.places_of_group(group)
        if places:
            self.scrollTo(self._model.index(places[0]))

    # -- mouse, keys and changes of size -------------------------------------------------------------

    def show_marks(self, marks: Marks) -> None:
        """Marks what the review says something about."""
        self._painter.marks = marks
        self.viewport().update()

    def row_at(self, y: int) -> PanelRow | None:
        """The row at a height of the viewport."""
        index = self.indexAt(self.viewport().rect().topLeft() + QRect(4, y, 1, 1).topLeft())
        return self.rows[index.row()] if index.isValid() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A tooltip tells only what is cut; not in ``viewportEvent``, see ``MainWindow``."""
        if watched is not self.viewport():
            return super().eventFilter(watched, event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.row_at(event.pos().y())
            if row is None or not self._painter.is_cut(row):
                QToolTip.hideText()
                return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A row that only belongs to an aim selects the aim."""
        row = self.row_at(round(event.position().y()))
        if row is not None and row.picked is None and row.part is Part.MONEY:
            self.setCurrentIndex(self._model.index(self._model.places_of_group(row.group).start))
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moving with the button down does not select what is passed."""
        if not event.buttons():
            super().mouseMoveEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self.rows[index.row()] if index.isValid() else None
        if row is None:
            return
        if row.part is Part.KPI:
            self.details_asked.emit()
        else:
            self.edit_head(row.group)

    def event(self, event: QEvent) -> bool:
        """Keeps the keys that it knows from being shortcuts of the window meanwhile."""
        if _is_own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 and Enter edit, Insert adds, Delete deletes; everything else is the list's own."""
        row = self.current_row
        if _is_plain(event) and event.key() == Qt.Key.Key_Insert:
            self.begin_new()
        elif _is_plain(event) and event.key() in _OPENS and row is not None:
            self._open(self.currentIndex())
        elif _is_plain(event) and event.key() in _DELETES and row is not None:
            self.delete_current()
        else:
            super().keyPressEvent(event)

    @Slot()
    def delete_current(self) -> None:
        """Deletes what the current row stands for, says what went along, and offers to undo it."""
        row = self.current_row
        if row is not None and row.picked is not None:
            delete(self.tools, row.picked)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers what the keys do, at the mouse or at the current row."""
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def context_menu(self) -> QMenu:
        """What can be done with the current row."""
        menu = QMenu(self)
        if self.current_row is not None:
            menu.addAction(self.tr("Edit"), self._open_current)
            self.add_to_menu(menu)
            menu.addAction(self.tools.actions[Name.SHOW_FINDING])
            menu.addAction(self.tr("Delete"), self.delete_current)
        return menu

    def add_to_menu(self, menu: QMenu) -> None:
        """Subclasses put in what only they can do."""

    @Slot()
    def _open_current(self) -> None:
        self._open(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts wrap anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._painter.forget_layout()
            self.scheduleDelayedItemsLayout()
            self.content_changed.emit()
        self.updateGeometries()
        self.writer.place()

    def changeEvent(self, event: QEvent) -> None:
        """Another font takes other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._painter.forget_layout()
            self.scheduleDelayedItemsLayout()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What is open over a row scrolls with it."""
        super().scrollContentsBy(dx, dy)
        self.writer.place()


def _is_own_key(event: QEvent) -> bool:
    """Whether a shortcut of the window would take a key away that the list knows."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    return _is_plain(event) and event.key() in _OWN_KEYS


def _is_plain(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
