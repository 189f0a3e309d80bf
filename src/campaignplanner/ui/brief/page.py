"""The brief's page: the fields at the left, the pages that people sign at the right, always in step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from campaignplanner.brief.margin import MarginNote, margin_notes, place_to_answer
from campaignplanner.brief.options import Section
from campaignplanner.brief.spots import Spot, spot_at
from campaignplanner.ui.actions import Name
from campaignplanner.ui.brief.layout_form import LayoutForm
from campaignplanner.ui.brief.margin_marks import MarginMarks
from campaignplanner.ui.brief.open_points import OpenPoints
from campaignplanner.ui.brief.pages_view import PagePoint, PagesView
from campaignplanner.ui.brief.preview import Pictures, PreviewMaker, Wish
from campaignplanner.ui.brief.remembered import Layout
from campaignplanner.ui.brief.texts_form import TextsForm
from campaignplanner.ui.brief.toolbar import PagesBar
from campaignplanner.ui.brief.versions_panel import Shown, VersionsPanel
from campaignplanner.ui.brief_export import BRIEF_STATE
from campaignplanner.ui.fields.record_form import change_campaign
from campaignplanner.ui.pages import PageTools
from campaignplanner.ui.widgets.lines import hairline

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.planning.review.brief_points import OpenPoint

_SIDE, _LEAST_SIDE, _MARGIN = 400, 320, 16
_DOTS = 110.0
_MOST_DOTS = 220.0
_PAGES_OF = {
    "aims": Name.PLAN,
    "audiences": Name.PLAN,
    "measures": Name.PLAN,
    "money": Name.BUDGET,
    "activities": Name.PLAN,
    "integration": Name.TIMELINE,
    "timeline": Name.TIMELINE,
}
"""Where what the pages show is changed, if not in the fields beside them."""
_PRACTICAL = frozenset({"mandatories", "legal", "brand_rules", "fixed_dates", "suppliers", "notes"})


class BriefPage(QWidget):
    """Shows the brief of a campaign as it will be printed, beside what it is made of."""

    def __init__(
        self, tools: PageTools, parent: QWidget | None = None, *, today: Callable[[], date] = date.today
    ) -> None:
        """Builds the page.

        Args:
            tools: what every page works with.
            parent: the widget that owns it.
            today: gives the day that stands on the brief.
        """
        super().__init__(parent)
        self._tools = tools
        self._today = today
        self._plan: Plan | None = None
        self._waiting: Plan | None = None
        self._spots: tuple[Spot, ...] = ()
        self._dots = _DOTS
        self._logo = ""
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Brief of the campaign"))
        self.texts = TextsForm(self._tools)
        self.layout_form = LayoutForm(self._tools.files)
        self.versions = VersionsPanel(self._tools, self._today)
        self.open_points = OpenPoints(self._today)
        self.tabs, self._stack = self._build_tabs(), QStackedWidget()
        self._areas: dict[QWidget, QScrollArea] = {}
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        for widget, words in (
            (self.texts, self.tr("Texts")),
            (self.layout_form, self.tr("Layout")),
            (self.versions, self.tr("Versions")),
            (self.open_points, self.tr("Open points")),
        ):
            area = self._areas[widget] = _scrolled(widget)
            self._stack.addWidget(area)
            self.tabs.addTab(words)
        self.view = PagesView()
        self.marks = MarginMarks(self.view)
        self.bar = PagesBar(self.view, self._tools)
        self.preview = PreviewMaker(self._tools.tasks, self._tools.typesetter, self)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._left = self._build_left()
        self._split.addWidget(self._left)
        self._split.addWidget(self._build_right())
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([_SIDE, 2 * _SIDE])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)

    def _build_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setAccessibleName(self.tr("What the brief is made of"))
        tabs.setProperty("role", "pages")
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setUsesScrollButtons(False)
        tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return tabs

    def _build_left(self) -> QWidget:
        left, head = QWidget(), QHBoxLayout()
        head.setContentsMargins(_MARGIN - 6, 6, _MARGIN, 6)
        head.addWidget(self.tabs)
        head.addStretch(1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addWidget(self._stack, 1)
        left.setMinimumWidth(_LEAST_SIDE)
        return left

    def _build_right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(hairline())
        column.addWidget(self.view, 1)
        return right

    def _connect(self) -> None:
        self.texts.draft_changed.connect(self._ask)
        self.texts.entered.connect(self._reveal_spot)
        self.layout_form.chosen.connect(self._choose_layout)
        self.versions.chosen.connect(self._ask)
        self.view.pointed.connect(self._follow_point)
        self.view.sharper_wanted.connect(self._sharpen)
        self.preview.made.connect(self._show_pictures)
        self.preview.failed.connect(self.bar.say_trouble)
        self.preview.busy.connect(self.bar.show_busy)
        self.open_points.chosen.connect(self._answer)
        self.open_points.judged.connect(self._mark_margins)
        self.marks.chosen.connect(self._answer_first)
        self.bar.which.clicked.connect(self._show_open_points)

    # -- the page of a campaign ----------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        """Shows a plan, at once or when the page is next seen."""
        if not self.isVisible():
            self._waiting = plan
            return
        self._waiting = None
        is_another = self._plan is None or self._plan.campaign.id != plan.campaign.id
        self._plan = plan
        if is_another:
            self.view.show_pages([], _DOTS)
        self._show_layout(plan)
        self.texts.show_record(plan, plan.campaign.id)
        self.versions.show_plan(plan)
        self.open_points.show_plan(plan)
        self._ask()

    def begin(self) -> None:
        """Gives the focus to where people begin."""
        if self.tabs.currentIndex() == 0:
            self.texts.focus_first()
            self._show_focus()
        else:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> Mapping[str, str]:
        """The logo, to be remembered with the campaign on this machine; the campaign keeps all else."""
        return {BRIEF_STATE: self._logo}

    def restore(self, states: Mapping[str, str]) -> None:
        """Takes back the logo."""
        self._logo = states.get(BRIEF_STATE, "")
        if self._plan is not None:
            self._show_layout(self._plan)
            self._ask()

    @property
    def shown(self) -> Shown | None:
        """The state of the brief that is shown, with what is being typed."""
        if self._plan is None:
            return None
        return self.versions.state_of(self.texts.plan_as_typed(self._plan))

    def showEvent(self, event: QShowEvent) -> None:
        """Shows what came in while the page was hidden."""
        super().showEvent(event)
        if self._waiting is not None:
            self.show_plan(self._waiting)

    def _show_layout(self, plan: Plan) -> None:
        """Shows how the campaign wants its brief; what is being typed is left alone where that is shown."""
        wanted = Layout.of(plan.campaign.brief_layout, self._logo)
        if wanted != self.layout_form.layout_shown:
            self.layout_form.show_layout(wanted)

    @Slot(object)
    def _choose_layout(self, layout: Layout) -> None:
        """Has the campaign keep what was chosen; a logo alone changes nothing of the campaign."""
        plan = self._plan
        if plan is None:
            return
        self._logo = layout.remembered
        if layout.kept == Layout.of(plan.campaign.brief_layout).kept:
            self._ask()
        elif not self._tools.live.execute(change_campaign(plan.campaign.id, {"brief_layout": layout.kept})):
            self._show_layout(plan)

    # -- pictures ------------------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        shown = self.shown
        if shown is None or not self.isVisible():
            return
        self.preview.ask(
            Wish(
                plan=shown.plan,
                options=self.layout_form.layout_shown.with_logo(),
                edition=shown.edition,
                today=self._today(),
                pixels_per_inch=self._dots,
                section=self._section_in_work(),
            )
        )

    def _section_in_work(self) -> Section | None:
        name = self.texts.spot_in_work
        if name is None:
            return None
        return Section.PRACTICALITIES if name in _PRACTICAL else Section.CAMPAIGN

    @Slot(object)
    def _show_pictures(self, made: Pictures) -> None:
        pictures = [QImage.fromData(each) for each in made.pages]
        if made.is_whole:
            self._spots = made.spots
            self.view.show_pages(pictures, self._dots)
        else:
            pages = range(made.first, made.first + len(pictures))
            kept = (each for each in self._spots if each.page not in pages)
            self._spots = (*kept, *made.spots)
            self.view.replace_pages(made.first, pictures, self._dots)
        self._mark_margins()
        self.bar.say_made(made)
        if made.is_whole:
            self.open_points.show_unprintable(made.unprintable)

    @Slot()
    def _sharpen(self) -> None:
        """Makes the pictures anew with as many dots as they are shown with."""
        wanted = min(_MOST_DOTS, self.view.pixels_per_inch)
        if wanted > self._dots * 1.15:
            self._dots = wanted
            self._ask()

    # -- from the pages to the fields and back -------------------------------------------------------

    @Slot(object)
    def _follow_point(self, point: PagePoint) -> None:
        spot = spot_at(self._spots, point.page, point.x, point.y)
        if spot is None:
            return
        self._go_to(spot.name)

    def _go_to(self, name: str) -> None:
        """Leads to where what stands at a place of the pages is changed."""
        if name in ("approvals", "changes"):
            self.tabs.setCurrentIndex(2)
        elif name == "open_points":
            self.tabs.setCurrentIndex(3)
        elif self._plan is not None and name in self._plan.aims:
            self._tools.actions[Name.PLAN].trigger()
            self._tools.selection.pick_records([self._plan.aims[name]])
        elif name in _PAGES_OF:
            self._tools.actions[_PAGES_OF[name]].trigger()
        else:
            self._go_to_field(name)

    @Slot()
    def _show_open_points(self) -> None:
        self.tabs.setCurrentIndex(3)

    @Slot()
    def _mark_margins(self) -> None:
        """Puts what is open beside its places; a version as it was kept has nothing to mend any more."""
        plan = self._plan
        is_now = self.versions.version is None
        points = self.open_points.points if plan is not None and is_now else ()
        self.marks.show_notes(margin_notes(plan, points, self._spots) if plan is not None else ())

    @Slot(object)
    def _answer_first(self, note: MarginNote) -> None:
        self._answer(note.points[0])

    @Slot(object)
    def _answer(self, point: OpenPoint) -> None:
        """Leads to where an open point is answered."""
        if self._plan is not None:
            self._go_to(place_to_answer(self._plan, point))

    @Slot(object)
    def _go_to_field(self, name: str) -> None:
        self.tabs.setCurrentIndex(0)
        self.texts.focus_spot(name)
        self._show_focus()

    def _show_focus(self) -> None:
        """Scrolls to the field that has the focus, which Qt does for the Tab key alone."""
        field = _last_focused(self.texts)
        if field is not None:
            self._areas[self.texts].ensureWidgetVisible(field, 0, 3 * _MARGIN)

    # -- keys ----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Looks around on the pages from wherever one types; F6 goes from there to the pages, and back."""
        if event.key() == Qt.Key.Key_F6:
            self._change_sides()
        elif not self.view.take_key_from_beside(event):
            super().keyPressEvent(event)

    def _change_sides(self) -> None:
        goes_to: QWidget = self.view
        if self.view.hasFocus():
            goes_to = _last_focused(self._left) or self.tabs
        seen = goes_to if goes_to.isVisible() else self.tabs
        seen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _reveal_spot(self, name: str) -> None:
        spot = next((each for each in self._spots if each.name == name), None)
        if spot is not None:
            self.view.reveal(PagePoint(spot.page, spot.x, spot.y))


def _last_focused(part: QWidget) -> QWidget | None:
    """What in a part has the focus, or had it last; Qt's types forget that nothing may ever have had it."""
    return part.focusWidget()


def _scrolled(widget: QWidget) -> QScrollArea:
    """A part of the side, as long as it needs."""
    area, inner = QScrollArea(), QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    column.addWidget(widget)
    column.addStretch(1)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
