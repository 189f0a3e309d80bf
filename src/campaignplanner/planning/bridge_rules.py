"""When each pattern of bridge holds: one function per pattern, in the order of the design's table.

Each takes the two ends of a dated bridge and gives a ``Verdict``. The thresholds are the campaign's
settings. Sources of the usual ones: half of all paying guests decide about a month ahead and half of
all tickets go in the last 20 days, hence 28 and 14 days (the cut-offs are ours); reminders on the next
day lower the number of reviews and reminders after 13 days raise it (Jung, Ryu, Han and Cho, Journal of
Marketing 2023), hence 2 and 13; following up within 7 days is a convention; 30 days for rewards follow the
FTC's rule for ordered goods.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from campaignplanner.domain.activity import Activity
from campaignplanner.domain.bridge import Bridge, OwnPattern, Pattern
from campaignplanner.domain.campaign import Thresholds
from campaignplanner.domain.days import Span, shifted_day
from campaignplanner.domain.errors import PlanError
from campaignplanner.domain.review import Severity
from campaignplanner.planning.sentences import quoted


@dataclass(frozen=True, slots=True)
class BridgeFix:
    """Moving an activity so that it starts on a day mends the bridge."""

    activity_id: str
    first_day: date


@dataclass(frozen=True, slots=True)
class Ends:
    """Both ends of a dated bridge, with what it is measured against."""

    bridge: Bridge
    source: Activity
    target: Activity
    source_span: Span
    target_span: Span
    thresholds: Thresholds
    own_pattern: OwnPattern | None

    @property
    def gap_days(self) -> int:
        """Days from the source's last to the target's first; negative where the target starts earlier."""
        return (self.target_span.first_day - self.source_span.last_day).days

    @property
    def lead_days(self) -> int:
        """Days from the source's first to the target's first."""
        return (self.target_span.first_day - self.source_span.first_day).days

    def starting_source(self, day: date, days_later: int = 0) -> BridgeFix | None:
        """Return the fix that starts the source some days after a day; None beyond the calendar."""
        return _fix(self.source, day, days_later)

    def starting_target(self, day: date, days_later: int = 0) -> BridgeFix | None:
        """Return the fix that starts the target some days after a day; None beyond the calendar."""
        return _fix(self.target, day, days_later)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says: the sentence and, unless it simply holds, how bad it is and what would mend it."""

    message: str
    severity: Severity | None = None
    days_off: int = 0
    fix: BridgeFix | None = None

    @property
    def broken(self) -> bool:
        """Whether it does not hold; a hint goes with one that holds."""
        return self.severity in (Severity.ERROR, Severity.WARNING)


def verdict_on(ends: Ends) -> Verdict:
    """Return what the rule of the bridge's pattern says."""
    return _RULES[ends.bridge.pattern](ends)


def announces(ends: Ends) -> Verdict:
    """Hold while the source starts at least so many days before the target."""
    source, target, lead = _quoted(ends.source), _quoted(ends.target), ends.lead_days
    least, better = ends.thresholds.announce_warning_days, ends.thresholds.announce_hint_days
    target_starts = ends.target_span.first_day
    if lead >= better:
        return Verdict(f"{source} announces {target} {_days(lead)} ahead.")
    if lead >= least:
        message = f"{source} announces {target} {_days(lead)} ahead. {_days(better)} reach more people."
        fix = ends.starting_source(target_starts, -better)
        return Verdict(message, Severity.HINT, better - lead, fix)
    if lead > 0:
        late = f"starts only {_days(lead)} before {target}."
    elif lead == 0:
        late = f"starts on the same day as {target}, too late to announce it."
    else:
        late = f"starts {_days(-lead)} after {target} has begun, too late to announce it."
    message = f"{source} {late} Start it at least {_days(least)} before."
    fix = ends.starting_source(target_starts, -least)
    return Verdict(message, Severity.WARNING, least - lead, fix)


def carries_on_as(ends: Ends) -> Verdict:
    """Hold while the target starts soon after the source ends, or already runs, and lasts longer."""
    source, target = _quoted(ends.source), _quoted(ends.target)
    gap, most = ends.gap_days, ends.thresholds.carry_on_days
    source_ends = ends.source_span.last_day
    if ends.target_span.last_day <= source_ends:
        return _ends_too_early(ends, "so nobody carries it on.")
    if gap > most:
        message = (
            f"Nobody carries {source} on for {_days(gap)} after it ends. "
            f"Start {target} {_within(most)}, or add a follow-up."
        )
        return Verdict(message, Severity.WARNING, gap - most, ends.starting_target(source_ends, min(1, most)))
    if gap <= 0:
        return Verdict(f"{target} is already running when {source} ends, and carries it on.")
    return Verdict(f"{target} carries {source} on {_after(gap)} it ends.")


def is_talked_about_in(ends: Ends) -> Verdict:
    """Hold while the target lasts longer than the source and people are not asked too soon."""
    source, target, thresholds = _quoted(ends.source), _quoted(ends.target), ends.thresholds
    if ends.target_span.last_day <= ends.source_span.last_day:
        return _ends_too_early(ends, "so nobody can talk about it there afterwards.")
    asked_after = ends.bridge.ask_after_days
    if asked_after is None:
        asked_after = thresholds.ask_after_usual_days
    least = thresholds.ask_after_least_days
    if asked_after < least:
        when = f"{_days(asked_after)} after" if asked_after > 0 else "on the day of"
        message = (
            f"People are asked {when} {source}, too soon to have an opinion. Ask them after "
            f"{_days(least)} at the earliest, best after {_days(thresholds.ask_after_usual_days)}."
        )
        return Verdict(message, Severity.WARNING, least - asked_after)
    return Verdict(f"{source} is talked about in {target}; people are asked after {_days(asked_after)}.")


def is_shown_at(ends: Ends) -> Verdict:
    """Hold while the source starts no later than the target."""
    source, target, lead = _quoted(ends.source), _quoted(ends.target), ends.lead_days
    if lead >= 0:
        return Verdict(f"{target} can show {source} from its first day.")
    message = (
        f"{target} starts {_days(-lead)} before {source}, with nothing to show yet. Start {source} by then."
    )
    return Verdict(message, Severity.WARNING, -lead, ends.starting_source(ends.target_span.first_day))


def is_rewarded_by(ends: Ends) -> Verdict:
    """Hold while the target starts no earlier than the source and soon enough after it ends."""
    source, target, gap = _quoted(ends.source), _quoted(ends.target), ends.gap_days
    most = ends.thresholds.reward_days
    if ends.lead_days < 0:
        early = -ends.lead_days
        message = f"{target} starts {_days(early)} before {source}, with nothing to reward yet."
        fix = ends.starting_target(ends.source_span.first_day)
        return Verdict(message, Severity.WARNING, early, fix)
    if gap > most:
        message = f"People wait {_days(gap)} for {target} after {source} ends. Start it {_within(most)}."
        fix = ends.starting_target(ends.source_span.last_day, min(1, most))
        return Verdict(message, Severity.WARNING, gap - most, fix)
    if gap <= 0:
        return Verdict(f"{target} rewards {source} while it still runs.")
    return Verdict(f"{target} rewards {source} {_after(gap)} it ends.")


def is_streamed_as(ends: Ends) -> Verdict:
    """Hold while both share a day."""
    source, target = _quoted(ends.source), _quoted(ends.target)
    if ends.source_span.overlaps(ends.target_span):
        return Verdict(f"{target} shows {source} while it happens.")
    before = (ends.source_span.first_day - ends.target_span.last_day).days
    days_off = max(before, ends.gap_days)
    when = f"ends {_days(before)} before" if before > 0 else f"starts {_days(ends.gap_days)} after"
    other_end = "starts" if before > 0 else "has ended"
    message = f"{target} {when} {source} {other_end}, so there is nothing to stream. Let both share a day."
    return Verdict(message, Severity.ERROR, days_off, ends.starting_target(ends.source_span.first_day))


def leads_to(ends: Ends) -> Verdict:
    """Hold while the target does not end before the source starts."""
    source, target = _quoted(ends.source), _quoted(ends.target)
    early = (ends.source_span.first_day - ends.target_span.last_day).days
    if early <= 0:
        return Verdict(f"{source} leads to {target}.")
    message = f"{target} ends {_days(early)} before {source} starts, so nobody can be led there."
    return Verdict(message, Severity.WARNING, early, ends.starting_target(ends.source_span.first_day))


def own(ends: Ends) -> Verdict:
    """Hold while the gap lies within the bounds of the users' own pattern."""
    source, target, gap = _quoted(ends.source), _quoted(ends.target), ends.gap_days
    pattern = _known(ends.own_pattern)
    found = f"{target} starts {_gap_in_words(gap, source)}"
    source_ends = ends.source_span.last_day
    earliest, latest = pattern.earliest_gap_days, pattern.latest_gap_days
    if earliest is not None and gap < earliest:
        message = f"{found}; {quoted(pattern.name)} wants it no earlier than {_bound_in_words(earliest)}."
        fix = ends.starting_target(source_ends, earliest)
        return Verdict(message, Severity.WARNING, earliest - gap, fix)
    if latest is not None and gap > latest:
        message = f"{found}; {quoted(pattern.name)} wants it no later than {_bound_in_words(latest)}."
        fix = ends.starting_target(source_ends, latest)
        return Verdict(message, Severity.WARNING, gap - latest, fix)
    return Verdict(f"{found}.")


_RULES: dict[Pattern, Callable[[Ends], Verdict]] = {
    Pattern.ANNOUNCES: announces,
    Pattern.CARRIES_ON_AS: carries_on_as,
    Pattern.IS_TALKED_ABOUT_IN: is_talked_about_in,
    Pattern.IS_SHOWN_AT: is_shown_at,
    Pattern.IS_REWARDED_BY: is_rewarded_by,
    Pattern.IS_STREAMED_AS: is_streamed_as,
    Pattern.LEADS_TO: leads_to,
    Pattern.OWN: own,
}


def expectation(
    bridge: Bridge,
    source: Activity,
    target: Activity,
    thresholds: Thresholds,
    own_pattern: OwnPattern | None,
) -> str:
    """Return in one sentence when the bridge's pattern holds between two activities, dated or not."""
    first, second = _quoted(source), _quoted(target)
    match bridge.pattern:
        case Pattern.ANNOUNCES:
            least, better = thresholds.announce_warning_days, thresholds.announce_hint_days
            return f"{first} starts at least {_days(least)} before {second}, better {_days(better)}."
        case Pattern.CARRIES_ON_AS:
            within = _within(thresholds.carry_on_days, first)
            return f"{second} starts {within}, or already runs, and lasts longer."
        case Pattern.IS_TALKED_ABOUT_IN:
            earliest, usual = thresholds.ask_after_least_days, thresholds.ask_after_usual_days
            asked = f"people are asked after {_days(usual)}, or {_days(earliest)} at the earliest"
            return f"{second} lasts longer than {first}; {asked}."
        case Pattern.IS_SHOWN_AT:
            return f"{first} starts no later than {second}."
        case Pattern.IS_REWARDED_BY:
            return f"{second} starts no earlier than {first} and {_within(thresholds.reward_days, 'it')}."
        case Pattern.IS_STREAMED_AS:
            return f"{first} and {second} share at least one day."
        case Pattern.LEADS_TO:
            return f"{second} does not end before {first} starts."
        case Pattern.OWN:
            return _own_expectation(first, second, _known(own_pattern))


def _own_expectation(first: str, second: str, pattern: OwnPattern) -> str:
    earliest, latest = pattern.earliest_gap_days, pattern.latest_gap_days
    bounds = [
        f"no {direction} than {_gap_in_words(gap, first)}"
        for direction, gap in (("earlier", earliest), ("later", latest))
        if gap is not None
    ]
    return f"{second} starts {' and '.join(bounds) or 'at any time'}."


def _ends_too_early(ends: Ends, consequence: str) -> Verdict:
    source, target = _quoted(ends.source), _quoted(ends.target)
    early = (ends.source_span.last_day - ends.target_span.last_day).days
    when = f"ends {_days(early)} before {source} does" if early > 0 else f"ends on the same day as {source}"
    message = f"{target} {when}, {consequence} Let it run on after that."
    fix = ends.starting_target(ends.source_span.last_day, 1)
    return Verdict(message, Severity.WARNING, early + 1, fix)


def _fix(activity: Activity, day: date, days_later: int) -> BridgeFix | None:
    try:
        return BridgeFix(activity.id, shifted_day(day, days_later))
    except PlanError:
        return None


def _known(pattern: OwnPattern | None) -> OwnPattern:
    if pattern is None:
        raise ValueError("A bridge of an own pattern needs that pattern.")
    return pattern


def _quoted(activity: Activity) -> str:
    return quoted(activity.title)


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _within(most: int, source: str = "") -> str:
    if most == 0:
        return f"by the day {source or 'it'} ends"
    return f"within {_days(most)} after {source} ends" if source else f"within {_days(most)}"


def _bound_in_words(gap: int) -> str:
    if gap == 0:
        return "that day"
    return f"{_days(gap)} after" if gap > 0 else f"{_days(-gap)} before"


def _after(gap: int) -> str:
    return "from the day after" if gap == 1 else f"from {_days(gap)} after"


def _gap_in_words(gap: int, source: str) -> str:
    if gap > 0:
        return f"{_days(gap)} after {source} ends"
    return f"{_days(-gap)} before {source} ends" if gap < 0 else f"on the day {source} ends"
