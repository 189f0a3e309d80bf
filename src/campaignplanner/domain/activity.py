"""What people do, online or offline, on which days, and which aims it serves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from campaignplanner.domain import checks
from campaignplanner.domain.days import Span, check_order
from campaignplanner.domain.errors import PlanError

LARGEST_WEIGHT = 1000


class Side(Enum):
    """Where people meet an activity."""

    ONLINE = "online"
    OFFLINE = "offline"


class Kind(Enum):
    """What sort of activity it is; ``sides`` says where it can happen."""

    CONVERSATION = "conversation"
    CONTENT = "content"
    CHALLENGE = "challenge"
    LIVE_STREAM = "live stream"
    REVIEW_DRIVE = "review drive"
    AMBASSADOR_CIRCLE = "ambassador circle"
    CUSTOMER_ANSWERS = "customer answers"
    INVITATION = "invitation"
    PAID_SOCIAL = "paid social"
    PAID_SEARCH = "paid search"
    DISPLAY_ADVERTISING = "display advertising"
    E_MAIL = "e-mail"
    EVENT = "event"
    MEET_UP = "meet-up"
    PRODUCT_TRIAL = "product trial"
    SAMPLING = "sampling"
    REWARD = "reward"
    DISPLAY = "display in a place"
    POP_UP = "pop-up"
    SERVICE_CLINIC = "service clinic"
    PRINT = "print"
    DIRECT_MAIL = "direct mail"
    OUTDOOR = "outdoor"
    TV = "TV"
    RADIO = "radio"
    CINEMA = "cinema"
    SPONSORSHIP = "sponsorship"
    STAFF = "staff"
    OTHER = "other"

    @property
    def sides(self) -> frozenset[Side]:
        """The sides on which this kind can happen."""
        return _SIDES_OF_KINDS[self]


_ONLINE_KINDS = frozenset(
    {
        Kind.CONVERSATION,
        Kind.CONTENT,
        Kind.CHALLENGE,
        Kind.LIVE_STREAM,
        Kind.REVIEW_DRIVE,
        Kind.AMBASSADOR_CIRCLE,
        Kind.CUSTOMER_ANSWERS,
        Kind.INVITATION,
        Kind.PAID_SOCIAL,
        Kind.PAID_SEARCH,
        Kind.DISPLAY_ADVERTISING,
        Kind.E_MAIL,
    }
)


def _sides_of(kind: Kind) -> frozenset[Side]:
    if kind is Kind.OTHER:
        return frozenset(Side)
    return frozenset({Side.ONLINE if kind in _ONLINE_KINDS else Side.OFFLINE})


_SIDES_OF_KINDS = {kind: _sides_of(kind) for kind in Kind}


class ActivityStatus(Enum):
    """How far an activity has come."""

    IDEA = "idea"
    PLANNED = "planned"
    BOOKED = "booked"
    LIVE = "live"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnKind:
    """A kind of activity that users added for one side."""

    id: str
    side: Side
    name: str

    def check(self) -> None:
        """Raise PlanError when the kind breaks a rule."""
        checks.check_id(self.id)
        checks.check_named(self.name, "name", "A kind of your own needs a name.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Something people meet or do; its dates are those of its flights.

    ``kind`` is ``Kind.OTHER`` where ``own_kind_id`` names a kind of the users' own. ``capacity`` counts
    people; ``units`` counts what ``unit`` names (samples, posters).
    """

    id: str
    side: Side
    kind: Kind
    title: str
    own_kind_id: str | None = None
    what_people_do: str = ""
    status: ActivityStatus = ActivityStatus.PLANNED
    channel: str = ""
    place: str = ""
    capacity: int | None = None
    units: int | None = None
    unit: str = ""
    owner: str = ""
    audience_ids: tuple[str, ...] = ()
    preparation_from: date | None = None
    notes: str = ""

    def check(self) -> None:
        """Raise PlanError when the activity breaks a rule."""
        checks.check_id(self.id)
        checks.check_named(self.title, "title", "An activity needs a title.")
        checks.check_texts(self, "what_people_do", "channel", "place", "unit", "owner", "notes")
        checks.check_count(self.capacity, "capacity", "The capacity")
        checks.check_count(self.units, "units", "The number of units")
        self._check_kind()
        if len(set(self.audience_ids)) != len(self.audience_ids):
            raise PlanError(f"“{self.title}” names the same audience twice.", "audience_ids")

    def _check_kind(self) -> None:
        if self.side not in self.kind.sides:
            raise PlanError(
                f"“{self.title}” is {self.side.value}, but its kind, {self.kind.value}, is not.", "kind"
            )
        if self.own_kind_id is not None and self.kind is not Kind.OTHER:
            raise PlanError(f"“{self.title}” has two kinds; choose one of them.", "own_kind_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flight:
    """One run of an activity. Times are of the campaign's time zone; the last day is included."""

    id: str
    activity_id: str
    first_day: date
    last_day: date
    start_time: time | None = None
    end_time: time | None = None
    place: str = ""
    expected_people: int | None = None

    @property
    def span(self) -> Span:
        """The days of this flight."""
        return Span(self.first_day, self.last_day)

    def check(self) -> None:
        """Raise PlanError when the flight breaks a rule."""
        checks.check_id(self.id)
        check_order(self.first_day, self.last_day)
        checks.check_texts(self, "place")
        checks.check_count(self.expected_people, "expected_people", "The number of expected people")
        for field in ("start_time", "end_time"):
            moment: time | None = getattr(self, field)
            if moment is not None and moment.tzinfo is not None:
                raise PlanError("Times are of the campaign's time zone.", field)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """An activity serves an aim; its share is its weight over the sum of the activity's weights."""

    id: str
    activity_id: str
    aim_id: str
    weight: int = 1

    def check(self) -> None:
        """Raise PlanError when the contribution breaks a rule."""
        checks.check_id(self.id)
        if not 1 <= self.weight <= LARGEST_WEIGHT:
            raise PlanError("A weight is a whole number from 1 to 1000.", "weight")
