"""The few places where Fusion with a palette is not calm enough, as one Qt style sheet.

Widgets say what they are by a dynamic property `role`; nothing is styled by class name of ours
or by object name, so a new page gets the look by using the same roles.
"""

from __future__ import annotations

from string import Template

from campaignplanner import resources

_RULES = Template("""
QToolTip { background: $surface_raised; color: $text; border: 1px solid $hairline; padding: 4px 6px; }
QLabel[role="bubble"] {
    background: $surface_raised; color: $text; border: 1px solid $control_edge; border-radius: 6px;
    padding: 6px 8px;
}

QPushButton {
    background: $surface; color: $text; border: 1px solid $control_edge; border-radius: 6px;
    padding: 5px 14px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $hairline; }
QPushButton:focus { border-color: $accent; outline: none; }
QPushButton:disabled { color: $text_disabled; border-color: $hairline; }
QPushButton[role="primary"] {
    background: $accent; color: $on_accent; border-color: $accent;
}
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border-color: $text; }
QPushButton[role="primary"]:disabled {
    background: $hairline; color: $text_disabled; border-color: $hairline;
}
QPushButton[role="danger"] { color: $error; }
QPushButton[role="danger"]:focus { border-color: $error; }

QToolButton { background: transparent; color: $text_muted; border: 1px solid transparent;
    border-radius: 6px; padding: 4px 8px; }
QToolButton[role="slim"] { padding: 1px 5px; }
QToolButton:hover { background: $hover; color: $text; }
QToolButton:pressed, QToolButton:open { background: $hairline; color: $text; }
QToolButton:checked { background: $surface; color: $text; border-color: $hairline; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $text_disabled; }
QToolButton::menu-indicator { image: none; width: 0; }

QTabBar[role="pages"] { background: transparent; }
QTabBar[role="pages"]::tab {
    background: transparent; color: $text; border: 1px solid transparent; border-radius: 6px;
    padding: 6px 17px; margin: 0 2px;
}
QTabBar[role="narrow pages"] { background: transparent; }
QTabBar[role="narrow pages"]::tab {
    background: transparent; color: $text; border: 1px solid transparent; border-radius: 6px;
    padding: 6px 8px; margin: 0;
}
QTabBar[role="narrow pages"]::tab:hover { background: $hover; }
QTabBar[role="narrow pages"]::tab:selected { background: $surface; border-color: $hairline; }
QTabBar[role="narrow pages"]::tab:selected:focus { border-color: $accent; }
QTabBar[role="narrow pages"]::tab:disabled { color: $text_disabled; }
QTabBar[role="pages"]::tab:hover { background: $hover; }
QTabBar[role="pages"]::tab:selected { background: $surface; border-color: $hairline; }
QTabBar[role="pages"]::tab:selected:focus { border-color: $accent; }
QTabBar[role="pages"]::tab:disabled { color: $text_disabled; }

QTabBar[role="segments"] { background: transparent; }
QTabBar[role="segments"]::tab {
    background: transparent; color: $text_muted; border: 1px solid transparent; border-radius: 6px;
    padding: 5px 12px; margin: 0 2px;
}
QTabBar[role="segments"]::tab:hover { background: $hover; color: $text; }
QTabBar[role="segments"]::tab:selected {
    background: $surface_raised; color: $text; border-color: $control_edge;
}
QTabBar[role="segments"]::tab:selected:focus { border-color: $accent; }
QTabBar[role="segments"]::tab:disabled { color: $text_disabled; }

QLineEdit, QDateEdit {
    background: $surface; color: $text; border: 1px solid $control_edge; border-radius: 6px;
    padding: 5px 8px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QDateEdit:focus { border-color: $accent; }
QLineEdit:disabled, QDateEdit:disabled { color: $text_disabled; border-color: $hairline; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator {
    width: 15px; height: 15px; background: $surface; border: 1px solid $control_edge; border-radius: 4px;
}
QCheckBox::indicator:hover, QCheckBox::indicator:focus, QCheckBox:focus::indicator { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:indeterminate { background: $both; border-color: $both; }
QCheckBox::indicator:disabled { border-color: $hairline; background: $surface_raised; }
QCheckBox:focus { color: $accent; }

QComboBox {
    combobox-popup: 0;
    background: $surface; color: $text; border: 1px solid $control_edge; border-radius: 6px;
    padding: 5px 10px;
}
QComboBox:hover { background: $hover; }
QComboBox:focus, QComboBox:on { border-color: $accent; }
QComboBox:disabled { color: $text_disabled; border-color: $hairline; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$drop_down"); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
    background: $surface; color: $text; border: 1px solid $control_edge; padding: 4px; outline: 0;
    selection-background-color: $selection; selection-color: $text;
}

QFrame[role="popup"] { background: $surface; border: 1px solid $control_edge; border-radius: 6px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { color: $text; padding: 4px 6px; }
QCalendarWidget QAbstractItemView {
    background: $surface; color: $text; outline: 0; border: none;
    selection-background-color: $accent; selection-color: $on_accent;
}

QDateEdit::drop-down { border: none; width: 28px; }
QDateEdit::down-arrow { image: url("$drop_down"); width: 16px; height: 16px; }

QMenu { background: $surface; color: $text; border: 1px solid $control_edge; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 16px; height: 16px; padding-left: 6px; }

QProgressBar { background: $track; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QSplitter::handle { background: $hairline; }

QHeaderView { background: $surface; border: none; }
QHeaderView::section {
    background: $surface; color: $text_muted; border: none; border-bottom: 1px solid $hairline;
    padding: 6px 12px;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }

QTreeView, QListView { background: transparent; outline: 0; show-decoration-selected: 0; }
QTreeView::item, QListView::item { background: transparent; border: none; }
QComboBox QListView::item { min-height: 24px; padding: 0 6px; border-radius: 4px; }
QComboBox QListView::item:selected { background: $selection; color: $text; }

QListView[role="words"] { background: $surface; color: $text; border: 1px solid $control_edge; padding: 4px; }
QListView[role="words"]::item { min-height: 24px; padding: 0 6px; border-radius: 4px; }
QListView[role="words"]::item:selected, QListView[role="words"]::item:hover {
    background: $selection; color: $text;
}

QListWidget[role="rows"] { background: $surface; border: 1px solid $control_edge; border-radius: 6px; }
QListWidget[role="rows"]:focus { border-color: $accent; }
QListWidget[role="rows"]::item { color: $text; padding: 6px 8px; }
QListWidget[role="rows"]::item:selected { background: $selection; color: $text; }

QTableView { background: transparent; outline: 0; }
QTableCornerButton::section {
    background: $surface; border: none; border-bottom: 1px solid $hairline;
}

QAbstractScrollArea { border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QPlainTextEdit, QTextEdit {
    background: $surface; color: $text; border: 1px solid $control_edge; border-radius: 6px;
    padding: 5px 10px; selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit:focus, QTextEdit:focus { border-color: $accent; }
QPlainTextEdit:disabled, QTextEdit:disabled { color: $text_disabled; border-color: $hairline; }

QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QTextEdit[wrong="true"], QComboBox[wrong="true"] {
    border: 1px solid $error; background: $error_fill;
}
QLineEdit[wrong="true"]:focus, QComboBox[wrong="true"]:focus { border-width: 2px; padding: 4px 7px; }
QPlainTextEdit[wrong="true"]:focus, QTextEdit[wrong="true"]:focus { border-width: 2px; padding: 4px 9px; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"], QTextEdit[readOnly="true"] {
    background: transparent; border-color: $hairline; color: $text_muted;
}

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $control_edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: $waterline; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QLineEdit[role="bare"] { background: transparent; border: none; padding: 12px 15px; }
QFrame[role="box"] { background: $surface; border: 1px solid $control_edge; border-radius: 10px; }
QFrame[role="side"] { background: $surface_raised; border: none; border-left: 1px solid $hairline; }
QFrame[role="raised"] { background: $surface_raised; }
QFrame[role="hairline"] { background: $hairline; border: none; }
QFrame[role="page"] { background: $surface; }
QLabel { background: transparent; }
QLabel[role="drop"] { background: $selection; border: 2px dashed $accent; border-radius: 10px; }
QLabel[role="muted"] { color: $text_muted; }
QLabel[role="error"] { color: $error; }
""")


def style_sheet(colours: dict[str, str]) -> str:
    """The sheet with the theme's colours filled in; a colour that is missing raises KeyError."""
    drop_down = resources.resource_path("icons/drop-down.svg").as_posix()
    ink = "white" if colours["on_accent"] == "#ffffff" else "dark"
    tick = resources.resource_path(f"icons/tick-{ink}.svg").as_posix()
    return _RULES.substitute(colours, drop_down=drop_down, tick=tick)
