"""What a brief says, as plain data: every text ready to print, every drawing as numbers.

The templates read these dataclasses as JSON, field by field; they work nothing out. Texts that are empty and
lists without entries are left out of the page by the templates, so that they leave no hole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from campaignplanner.brief.figure_contents import Cells, Fact
from campaignplanner.brief.money_contents import MoneyContents


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What the PDF says about itself, and what stands at the foot of each page.

    Attributes:
        country: where the campaign runs, for the forms of characters that countries write differently.
        day: year, month and day.
        running: the foot's text beside the page number.
        page_of: the page number's text, with {page} and {pages}.
        fits_a_page: whether it is worth trying to set page 1 smaller so that it stays one page.
    """

    title: str
    authors: Cells
    keywords: Cells
    description: str
    language: str
    region: str | None
    country: str
    day: tuple[int, int, int]
    running: str
    page_of: str
    fits_a_page: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of page 1; ``byline`` is days, author and day of the brief, ``standing`` a ``Standing``."""

    title: str
    brand: str
    organisation: str
    stamp: str
    standing: str
    byline: Cells


@dataclass(frozen=True, slots=True)
class TextField:
    """A text with its label; ``name`` is the field that it comes from."""

    name: str
    label: str
    text: str
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """One KPI of an aim, in short."""

    name: str
    baseline: str
    target: str
    due: str


@dataclass(frozen=True, slots=True)
class AimEntry:
    """One aim with its measures; its id marks where on the page it stands."""

    id: str
    statement: str
    why: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class AudienceEntry:
    """One audience."""

    name: str
    now: str
    wanted: str


@dataclass(frozen=True, slots=True)
class MessageEntry:
    """The one message, and what supports it."""

    text: str
    fields: tuple[TextField, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """The online end of a bridge.

    Attributes:
        tie: names the bridge and how people get across.
        number: of the bridge in the key to the bridges, where there is one.
        trouble: what keeps the bridge from holding.
        is_broken: whether that is more than dates that are not known yet.
    """

    title: str
    tie: str
    number: str = ""
    trouble: str = ""
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """An offline moment with what happens online around it."""

    title: str
    detail: str
    owner: str
    before: tuple[Partner, ...]
    during: tuple[Partner, ...]
    after: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class Integration:
    """How offline and online carry each other, in short."""

    moments: tuple[Moment, ...]
    notes: Cells


@dataclass(frozen=True, slots=True)
class UnjoinedEntry:
    """An offline moment or an online activity that no bridge joins to the other side."""

    title: str
    side: str
    detail: str


@dataclass(frozen=True, slots=True)
class IntegrationPage:
    """Every offline moment with what happens online around it, and what stands alone on either side."""

    note: str
    moments: tuple[Moment, ...]
    unjoined: tuple[UnjoinedEntry, ...]
    reasons: Cells


@dataclass(frozen=True, slots=True)
class ApprovalEntry:
    """One approval."""

    who: str
    role: str
    decision: str
    day: str
    note: str


@dataclass(frozen=True, slots=True)
class Approvals:
    """Who approved the latest version, or that nobody did yet."""

    entries: tuple[ApprovalEntry, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A thing that changed: what it is called, its side where it has one, and what changed in words."""

    title: str
    side: str
    texts: Cells


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """What changed of one kind, such as the aims."""

    name: str
    entries: tuple[ChangeEntry, ...]


@dataclass(frozen=True, slots=True)
class ChangesContents:
    """What changed since an earlier version."""

    heading: str
    note: str
    groups: tuple[ChangeGroup, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """The page: Typst's name of the paper with its size in points, the accent colour, the watermark.

    Attributes:
        watermark: stands behind each page; empty for none.
        logo_alt: what a logo shows, for those who do not see it.
        pages_before: how many pages come before the first, where only some of a brief are made.
        pages: how many pages the whole brief has then; 0 counts them.
    """

    paper: str
    width: float
    height: float
    accent: str
    watermark: str
    logo_alt: str
    pages_before: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDetail:
    """One KPI in full; ``of`` is the aim or the activity that it measures."""

    name: str
    of: str
    stage: str
    baseline: str
    target: str
    due: str
    how: str
    latest: str
    latest_day: str


@dataclass(frozen=True, slots=True)
class Passed:
    """What an audience passes on; ``detail`` says to whom, and what it is given for that."""

    what: str
    detail: str


@dataclass(frozen=True, slots=True)
class AudienceDetail:
    """Where an audience gathers and what it passes on."""

    name: str
    online: str
    offline: str
    passed: tuple[Passed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityEntry:
    """One activity in the list of all."""

    title: str
    side: str
    kind: str
    what: str
    days: Cells
    prepared: str
    where: str
    aims: Cells
    owner: str
    status: str


@dataclass(frozen=True, slots=True)
class ActivityGroup:
    """A part of the list of all activities; its name is empty where the list has only one.

    Attributes:
        begins_page: whether the pages before it hold enough for it to begin on one of its own.
    """

    name: str
    begins_page: bool
    entries: tuple[ActivityEntry, ...]


@dataclass(frozen=True, slots=True)
class ActivityList:
    """Every activity, by its first day; undated ones last. A long list is in groups, one for each quarter."""

    note: str
    groups: tuple[ActivityGroup, ...]

    @property
    def entries(self) -> tuple[ActivityEntry, ...]:
        """All activities of all groups."""
        return tuple(entry for group in self.groups for entry in group.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeEntry:
    """One line of the key to the bridges."""

    number: str
    glyph: str
    pattern: str
    source: str
    source_side: str
    target: str
    target_side: str
    gap: str
    state: str
    state_text: str
    mechanism: str


@dataclass(frozen=True, slots=True)
class UndatedEntry:
    """An activity that waits for its dates."""

    title: str
    side: str
    kind: str
    where: str
    owner: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineContents:
    """The pages of the timeline; ``drawing`` is None where nothing has dates."""

    note: str
    drawing: Mapping[str, object] | None
    bridges: tuple[BridgeEntry, ...]
    undated: tuple[UndatedEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefDocument:
    """All that a brief says; see the module."""

    words: Mapping[str, str]
    look: Look
    sections: Cells
    meta: Meta
    head: Head
    facts: tuple[Fact, ...]
    now: tuple[TextField, ...]
    aims: tuple[AimEntry, ...]
    audiences: tuple[AudienceEntry, ...]
    message: MessageEntry
    integration: Integration
    integration_page: IntegrationPage
    approvals: Approvals
    timeline: TimelineContents
    money: MoneyContents | None
    measures: tuple[MeasureDetail, ...]
    audience_details: tuple[AudienceDetail, ...]
    activities: ActivityList
    practicalities: tuple[TextField, ...]
    open_points: Cells
    changes: ChangesContents | None
