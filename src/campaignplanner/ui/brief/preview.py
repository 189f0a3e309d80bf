"""Makes the pictures of a brief's pages again and again while people type, the page they work on first.

A whole brief takes longer than people want to wait for a letter. So once it is known which pages a section
takes, a change is first made visible on the pages of the section that is being worked on, and then, when
nothing new comes for a moment, on all of them. One run at a time: what is asked for meanwhile waits, and only
the newest of it is made. Where a run fails, the pictures that there are stay.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from campaignplanner.ui.tasks import Cancelled, Task, TaskControl, TaskRunner
from campaignplanner.ui.typesetter import TypesetterKeeper

if TYPE_CHECKING:  # the typesetter is imported when the page is first shown
    from campaignplanner.brief.edition import Edition
    from campaignplanner.brief.options import BriefOptions, Section
    from campaignplanner.brief.printable import Unprintable
    from campaignplanner.brief.render import BriefRenderer, RenderedBrief
    from campaignplanner.brief.spots import Spot
    from campaignplanner.domain.plan import Plan

_AFTER_TYPING = 30
"""Milliseconds without a new wish after which the pages that are worked on are made."""
_AFTER_PAUSE = 350
"""Milliseconds after which all pages are made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be seen.

    Attributes:
        plan: the campaign, with what is being typed.
        options: how the brief is to be.
        edition: which state of it.
        today: the day that stands on it.
        pixels_per_inch: of the pictures.
        section: what is being worked on; its pages come first.
    """

    plan: Plan
    options: BriefOptions
    edition: Edition
    today: date
    pixels_per_inch: float
    section: Section | None = None


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pages that were made.

    Attributes:
        pages: one PNG for each.
        spots: what is said where on them, with pages counted as in the whole brief.
        first: the number of the first of them, from 1.
        is_whole: whether these are all pages.
        unprintable: the characters that could not be printed as themselves.
    """

    pages: tuple[bytes, ...]
    spots: tuple[Spot, ...]
    first: int
    is_whole: bool
    unprintable: tuple[Unprintable, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """Some pages of a brief: those of one section, as they lay in the last whole one.

    What a draft lacks may stand on the first of them.
    """

    sections: tuple[Section, ...]
    first: int
    count: int
    in_all: int


class PreviewMaker(QObject):
    """Makes pictures of briefs.

    Signals:
        made: carries Pictures.
        failed: carries a sentence that says why nothing new is to be seen.
        busy: carries whether a run is under way.
    """

    made = Signal(object)
    failed = Signal(object)
    busy = Signal(object)

    def __init__(self, tasks: TaskRunner, typesetter: TypesetterKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._typesetter = typesetter
        self._wish: Wish | None = None
        self._parts: dict[Section, _Part] = {}
        self._task: Task | None = None
        self._part: _Part | None = None
        self._soon = self._timer(_AFTER_TYPING, self._make_part)
        self._later = self._timer(_AFTER_PAUSE, self._make_whole)

    def _timer(self, milliseconds: int, step: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(step)
        return timer

    @property
    def is_idle(self) -> bool:
        """Whether everything that was wished for has been made, or has failed."""
        return self._task is None and not self._soon.isActive() and not self._later.isActive()

    def ask(self, wish: Wish) -> None:
        """Wishes for the pages of a brief; an earlier wish that is not made yet is forgotten."""
        known = self._wish
        if known is not None and _is_laid_out_otherwise(known, wish):
            self._parts.clear()
        self._wish = wish
        if wish.section is not None and wish.section in self._parts:
            self._soon.start()
            self._later.start()
        else:
            self._later.start(_AFTER_TYPING if self._task is None else _AFTER_PAUSE)

    def forget(self) -> None:
        """Wishes for nothing any more; a run that is under way is told to nobody."""
        self._soon.stop()
        self._later.stop()
        self._wish = None
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _make_part(self) -> None:
        wish = self._wish
        if wish is None or wish.section is None or self._task is not None:
            return
        part = self._parts.get(wish.section)
        if part is not None:
            self._start(replace(wish, options=replace(wish.options, sections=part.sections)), part)

    @Slot()
    def _make_whole(self) -> None:
        if self._task is not None:
            self._later.start()
        elif self._wish is not None:
            self._start(self._wish, None)

    def _start(self, wish: Wish, part: _Part | None) -> None:
        job = partial(_typeset, wish, part, self._typesetter.renderer)
        self._part = part
        self._task = self._tasks.start(self.tr("Typesetting the preview"), job)
        self._task.succeeded.connect(self._take)
        self._task.refused.connect(self.failed)
        self._task.ended.connect(self._end)
        self.busy.emit(True)

    @Slot(object)
    def _take(self, made: RenderedBrief) -> None:
        if self._wish is None:
            return
        part, first = self._part, 1 if self._part is None else self._part.first
        if part is not None and made.pages != part.count:
            return  # the pages that follow move: all of them are made in a moment
        spots = tuple(replace(each, page=each.page + first - 1) for each in made.spots)
        if part is None:
            self._parts = _parts_of(spots, made.pages)
        self.made.emit(Pictures(made.files, spots, first, part is None, made.unprintable))

    @Slot()
    def _end(self) -> None:
        self._task = self._part = None
        self.busy.emit(False)


def _is_laid_out_otherwise(one: Wish, other: Wish) -> bool:
    return one.options != other.options or one.plan.campaign.id != other.plan.campaign.id


def _parts_of(spots: tuple[Spot, ...], pages: int) -> dict[Section, _Part]:
    """Which pages each section has for itself; sections that share a page with others are left out."""
    from campaignplanner.brief.options import Section

    begins: list[tuple[int, Section]] = []
    names = {each.value: each for each in Section}
    for spot in spots:
        section = Section.CAMPAIGN if spot.name == "head" else names.get(spot.name)
        known = {each for _, each in begins}
        on_page_one = spot.page == 1 and Section.CAMPAIGN in known
        if section is not None and section not in known and not on_page_one:
            begins.append((spot.page, section))
    ends = [page - 1 for page, _ in begins[1:]] + [pages]
    on_page_one = any(each.page == 1 and each.name == Section.OPEN_POINTS.value for each in spots)
    return {
        section: _Part(_with_open_points(section, on_page_one), first, last - first + 1, pages)
        for (first, section), last in zip(begins, ends, strict=True)
        if last >= first and sum(1 for page, _ in begins if page == first) == 1
    }


def _with_open_points(section: Section, on_page_one: bool) -> tuple[Section, ...]:
    """The section alone, but for the campaign on a page that ends with what a draft lacks."""
    is_there = on_page_one and section is type(section).CAMPAIGN
    return (section, type(section).OPEN_POINTS) if is_there else (section,)


def _typeset(wish: Wish, part: _Part | None, renderer: BriefRenderer, control: TaskControl) -> RenderedBrief:
    """Runs on a pool thread; the pages are worked out in the typesetter's process."""
    from campaignplanner.brief.orders import BriefOrder
    from campaignplanner.brief.render import Cancelled as NotWanted

    order = BriefOrder.of(wish.plan, wish.options, wish.today, wish.pixels_per_inch, wish.edition)
    if part is not None:
        order = replace(order, pages_before=part.first - 1, pages=part.in_all)
    try:
        return renderer.render(order, control.is_cancelled)
    except NotWanted:
        raise Cancelled from None
