"""Chooses how the brief is to be: language, paper, sections and their order, money, accent, logo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from babel.localedata import exists
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from campaignplanner.brief.colours import USUAL_ACCENT, check_accent
from campaignplanner.brief.logo import Logo
from campaignplanner.brief.options import ONE_PAGE, Paper, Section
from campaignplanner.brief.words import languages
from campaignplanner.domain.errors import FileTrouble
from campaignplanner.ui.brief.remembered import Layout
from campaignplanner.ui.dialogs.files import FileDoor
from campaignplanner.ui.fields.choices import ChoiceField, YesNoField
from campaignplanner.ui.fields.form import Form
from campaignplanner.ui.fields.typed import TypedField
from campaignplanner.ui.regional import locale_choices
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP
from campaignplanner.ui.widgets.lines import label

_SECTIONS = {
    Section.CAMPAIGN: QT_TRANSLATE_NOOP("LayoutForm", "The campaign on a page"),
    Section.INTEGRATION: QT_TRANSLATE_NOOP("LayoutForm", "How it integrates"),
    Section.TIMELINE: QT_TRANSLATE_NOOP("LayoutForm", "The timeline"),
    Section.MONEY: QT_TRANSLATE_NOOP("LayoutForm", "The money"),
    Section.MEASURES: QT_TRANSLATE_NOOP("LayoutForm", "How will we know"),
    Section.AUDIENCES: QT_TRANSLATE_NOOP("LayoutForm", "Where audiences gather"),
    Section.PRACTICALITIES: QT_TRANSLATE_NOOP("LayoutForm", "Practicalities"),
    Section.ACTIVITIES: QT_TRANSLATE_NOOP("LayoutForm", "Every activity"),
    Section.APPROVALS: QT_TRANSLATE_NOOP("LayoutForm", "Approvals, with lines to sign on"),
    Section.OPEN_POINTS: QT_TRANSLATE_NOOP("LayoutForm", "What is still open, in drafts"),
    Section.CHANGES: QT_TRANSLATE_NOOP("LayoutForm", "What changed since the last version"),
}
_PAPERS = ((Paper.A4, "A4"), (Paper.LETTER, "US Letter"), (Paper.A3, "A3"))


class AccentField(TypedField):
    """A colour such as #0b6bcb; empty for the usual one."""

    def value_of(self, text: str) -> str:
        """The colour, if it can be read on white."""
        colour = text.strip()
        if colour:
            check_accent(colour)
        return colour


class SectionList(QListWidget):
    """The sections with ticks, in the order in which they are dragged; Alt and an arrow moves one too."""

    reordered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sections of the brief, in their order"))
        self.setToolTip(self.tr("Drag a section, or move it with Alt and an arrow key"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setProperty("role", "rows")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model().rowsMoved.connect(self.reordered)

    def show_sections(self, chosen: tuple[Section, ...]) -> None:
        """Shows those that are chosen, in their order, then the others."""
        others = tuple(each for each in Section if each not in chosen)
        with QSignalBlocker(self):
            self.clear()
            for section in (*chosen, *others):
                item = QListWidgetItem(self.tr(_SECTIONS[section]), self)
                item.setData(Qt.ItemDataRole.UserRole, section)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                checked = Qt.CheckState.Checked if section in chosen else Qt.CheckState.Unchecked
                item.setCheckState(checked)
        self.setFixedHeight(self.sizeHintForRow(0) * self.count() + 8)

    @property
    def chosen(self) -> tuple[Section, ...]:
        """The sections that are ticked, from top to bottom."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )

    def event(self, event: QEvent) -> bool:
        """Keeps Alt and an arrow, which elsewhere in the window leads back to all campaigns."""
        is_asking = event.type() is QEvent.Type.ShortcutOverride
        if is_asking and isinstance(event, QKeyEvent) and _step_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the current section with Alt and an arrow."""
        step = _step_of(event)
        if step:
            self._move(step)
        else:
            super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        row = self.currentRow()
        if 0 <= row + step < self.count():
            with QSignalBlocker(self):
                item = self.takeItem(row)
                self.insertItem(row + step, item)
                self.setCurrentRow(row + step)
            self.reordered.emit()


def _step_of(event: QKeyEvent) -> int:
    """By how many rows Alt and an arrow moves a section; 0 for any other key."""
    steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
    is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return steps.get(Qt.Key(event.key()), 0) if is_alt else 0


class LayoutForm(Form):
    """Shows a layout and lets people choose another. `chosen` carries the Layout."""

    chosen = Signal(object)

    def __init__(self, files: FileDoor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._layout = Layout.usual()
        self._build_ways()
        self._build_sections()
        self._build_looks()
        self.show_layout(self._layout)

    def _build_ways(self) -> None:
        names = tuple((code, each.name) for code, each in languages().items())
        self.language = ChoiceField(self.tr("Language of the fixed words"), names)
        self.language.edited.connect(self._choose_language)
        self.add_field(self.language, half=True)
        self.paper = ChoiceField(self.tr("Paper"), _PAPERS)
        self.paper.edited.connect(self._choose_paper)
        self.add_field(self.paper, half=True)
        ways = tuple((each.name, each.words) for each in locale_choices() if exists(each.name))
        self.locale_field = ChoiceField(self.tr("Dates and numbers"), ways)
        self.locale_field.edited.connect(self._choose_locale)
        self.add_field(self.locale_field)

    def _build_sections(self) -> None:
        self.add_section(self.tr("Sections"))
        self.one_page = YesNoField(self.tr("One page only"))
        self.one_page.edited.connect(self._choose_one_page)
        self.add_field(self.one_page, half=True)
        self.money = YesNoField(self.tr("With money"))
        self.money.edited.connect(self._choose_money)
        self.add_field(self.money, half=True)
        self.sections = SectionList()
        self.sections.itemChanged.connect(self._choose_sections)
        self.sections.reordered.connect(self._choose_sections)
        self.add_widget(self.sections)
        self.sections_trouble = label("", role="error")
        self.sections_trouble.setWordWrap(True)
        self.sections_trouble.hide()
        self.add_widget(self.sections_trouble)

    def _build_looks(self) -> None:
        self.add_section(self.tr("Looks"))
        self.accent = AccentField(self.tr("Accent colour"), placeholder=USUAL_ACCENT)
        self.accent.edited.connect(self._choose_accent)
        self.add_field(self.accent)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        self.logo_button = QPushButton(self.tr("Choose a logo…"))
        self.logo_button.clicked.connect(self._choose_logo)
        self.no_logo_button = QPushButton(self.tr("Take it away"))
        self.no_logo_button.clicked.connect(self._drop_logo)
        line.addWidget(self.logo_button)
        line.addWidget(self.no_logo_button)
        line.addStretch(1)
        self.add_widget(row)
        self.logo_words = label("", role="muted")
        self.logo_words.setWordWrap(True)
        self.add_widget(self.logo_words)

    # -- showing -------------------------------------------------------------------------------------

    @property
    def layout_shown(self) -> Layout:
        """The layout as it is chosen now."""
        return self._layout

    def show_layout(self, layout: Layout) -> None:
        """Shows a layout; nobody is told."""
        self._layout = layout
        options = layout.options
        self.language.show_value(options.language)
        self.paper.show_value(options.paper)
        self.locale_field.show_value(options.locale)
        self.one_page.show_value(options.sections == ONE_PAGE)
        self.money.show_value(options.with_money)
        self.accent.show_value(options.accent)
        if self.sections.chosen != options.sections or not self.sections.count():
            self.sections.show_sections(options.sections)
        self.sections_trouble.hide()
        self._say_logo("")

    def _say_logo(self, trouble: str) -> None:
        logo = self._layout.logo
        self.no_logo_button.setVisible(logo is not None)
        name = "" if logo is None else logo.name
        self.logo_words.setText(trouble or name or self.tr("PNG or JPEG, at the head of the first page."))

    # -- choosing ------------------------------------------------------------------------------------

    def _choose(self, **changes: object) -> None:
        options = self._layout.options
        self.show_layout(Layout(replace(options, **changes), self._layout.logo))  # type: ignore[arg-type]
        self.chosen.emit(self._layout)

    @Slot(object)
    def _choose_language(self, code: str) -> None:
        self._choose(language=code)

    @Slot(object)
    def _choose_locale(self, name: str) -> None:
        self._choose(locale=name)

    @Slot(object)
    def _choose_paper(self, paper: Paper) -> None:
        self._choose(paper=paper)

    @Slot(object)
    def _choose_money(self, with_money: bool) -> None:
        self._choose(with_money=with_money)

    @Slot(object)
    def _choose_one_page(self, is_one_page: bool) -> None:
        self._choose(sections=ONE_PAGE if is_one_page else tuple(Section))

    @Slot(object)
    def _choose_accent(self, colour: str) -> None:
        self._choose(accent=colour)

    @Slot()
    def _choose_sections(self) -> None:
        sections = self.sections.chosen
        if sections:
            self._choose(sections=sections)
        else:
            self.sections_trouble.setText(self.tr("Tick at least one section."))
            self.sections_trouble.show()

    @Slot()
    def _choose_logo(self) -> None:
        path = self._files.picture_to_read(self.window())
        if path is None:
            return
        try:
            Logo.read(path)
        except FileTrouble as trouble:
            self._say_logo(trouble.sentence)
            return
        self._take_logo(path)

    @Slot()
    def _drop_logo(self) -> None:
        self._take_logo(None)

    def _take_logo(self, path: Path | None) -> None:
        self._layout = Layout(self._layout.options, path)
        self._say_logo("")
        self.chosen.emit(self._layout)
