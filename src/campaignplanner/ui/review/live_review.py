"""Keeps the review in step with every edit, a few milliseconds at a time, so that nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from campaignplanner.domain.days import Span
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.review import Finding, Severity
from campaignplanner.planning.marks import Marking, Marks
from campaignplanner.planning.review.engine import Review, SetAside
from campaignplanner.planning.review.fix import Fix
from campaignplanner.planning.review.rule import ReviewContext
from campaignplanner.planning.review.summary import Summary, summary_of
from campaignplanner.services.reviewing import other_campaigns, review_context
from campaignplanner.services.workspace import WorkspaceEvent
from campaignplanner.ui.fields.days import today
from campaignplanner.ui.live_plan import LivePlan

SLICE = 0.005
"""Seconds of work between two looks at what people do meanwhile, while they do nothing."""

SHORT_SLICE = 0.0015
"""The same while something else was done since the last look, such as painting: it goes on in a moment."""

_NOTHING_DONE = 0.001
"""Seconds between two slices in which nothing else was done."""

_HOLIDAYS_AFTER = timedelta(days=31)
"""So far beyond the last day holidays are known; see `review_context`."""


class LiveReview(QObject):
    """Reads the open plan, and again what each edit touches.

    Signals:
        changed: `findings` are those of the plan as it is now.

    Attributes:
        clock: gives the day that counts as today.
    """

    changed = Signal()

    def __init__(self, live: LivePlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.clock: Callable[[], date] = today
        self._review: Review | None = None
        self._steps: Iterator[None] | None = None
        self._known: tuple[date, str, Span | None] | None = None
        self._marking = Marking(())
        self._rested_since = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        live.changed.connect(self._follow)
        if live.plan is not None:
            self._begin(live.plan)

    # -- what it says --------------------------------------------------------------------------------

    @property
    def is_done(self) -> bool:
        """Whether all that is said is about the plan as it is now."""
        return self._review is not None and self._review.is_done

    @property
    def plan(self) -> Plan | None:
        """The plan that it reads; None where no campaign is open."""
        return None if self._review is None else self._review.plan

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is found, the gravest first; what was found last while it still reads."""
        return () if self._review is None else self._review.findings

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """What people said is not for them."""
        return () if self._review is None else self._review.set_aside

    @property
    def count(self) -> int:
        """How many errors and warnings there are; hints do not call anybody."""
        return sum(each.severity is not Severity.HINT for each in self.findings)

    @property
    def summary(self) -> Summary | None:
        """How far the two sides carry each other; None before the plan was read."""
        return summary_of(self._review.sight) if self._review is not None and self.is_done else None

    @property
    def gravest(self) -> Mapping[str, Finding]:
        """The gravest finding about each record, by the record's identifier."""
        return self._marking.gravest

    @property
    def marks(self) -> Marks:
        """What is marked of each field of each record."""
        return self._marking.marks

    def finding_about(self, record_id: str) -> Finding | None:
        """The gravest finding whose subject is a record, else the gravest that is marked at it."""
        return self.gravest.get(record_id) or next(iter(self.marks.get(record_id, {}).values()), None)

    def fixes(self, finding: Finding) -> tuple[Fix, ...]:
        """What would mend a finding; nothing while the plan is still read."""
        return () if self._review is None else self._review.fixes(finding)

    def finish(self) -> None:
        """Reads to the end now, for whoever cannot wait."""
        while self._steps is not None:
            self._work()

    def rest(self) -> None:
        """Reads no further until the next edit."""
        self._timer.stop()

    # -- following -----------------------------------------------------------------------------------

    @Slot(object)
    def _follow(self, event: WorkspaceEvent) -> None:
        plan = event.plan
        if plan is None:
            self._forget()
        elif self._review is None or event.change_set is None or self._needs_new_context(plan):
            self._begin(plan)
        else:
            self._review.follow(plan, event.change_set)
            self._go_on()

    def _begin(self, plan: Plan) -> None:
        is_another = self._review is None or self._review.plan.campaign.id != plan.campaign.id
        context = self._context(plan)
        if self._review is None or is_another:
            self._review, self._steps = Review(plan, context), None
            self._marking = Marking(())
        else:
            self._review.begin(plan, context)
        self._go_on()

    def _forget(self) -> None:
        self._timer.stop()
        self._review = self._steps = None
        self._marking = Marking(())
        self.changed.emit()

    def _context(self, plan: Plan) -> ReviewContext:
        others = self._live.asked(partial(other_campaigns, self._live.workspace, plan.campaign.id))
        day = self.clock()
        self._known = (day, plan.campaign.country, _with_holidays(plan.dated_span()))
        return review_context(plan, day, others or ())

    def _needs_new_context(self, plan: Plan) -> bool:
        """On another day, in another country, or beyond the days whose holidays are known."""
        if self._known is None:
            return True
        day, country, known = self._known
        if day != self.clock() or country != plan.campaign.country:
            return True
        span = plan.dated_span() if country else None
        if span is None or known is None:
            return span is not known
        return not (known.contains(span.first_day) and known.contains(span.last_day))

    # -- reading -------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._steps is None and self._review is not None:
            self._steps = self._reading(self._review)
        self._timer.start()

    def _reading(self, review: Review) -> Iterator[None]:
        """Reads, then works out what is marked where; begins again where an edit came in between."""
        while True:
            yield from review.steps()
            marking = Marking(review.findings)
            yield from marking.steps()
            if review.is_done:
                self._marking = marking
                return

    @Slot()
    def _work(self) -> None:
        if self._steps is None:
            self._timer.stop()
            return
        begins = perf_counter()
        is_alone = begins - self._rested_since < _NOTHING_DONE
        until = begins + (SLICE if is_alone else SHORT_SLICE)
        while perf_counter() < until:
            if next(self._steps, _END) is _END:
                self._timer.stop()
                self._steps = None
                self.changed.emit()
                return
        self._rested_since = perf_counter()


_END = object()


def _with_holidays(span: Span | None) -> Span | None:
    if span is None or date.max - span.last_day < _HOLIDAYS_AFTER:
        return span
    return Span(span.first_day, span.last_day + _HOLIDAYS_AFTER)
