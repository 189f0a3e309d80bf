"""Money: what does not fit the total, the target band, the dates or what was promised."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.budget import BudgetLine, Meets, Posting, PostingKind
from campaignplanner.domain.campaign import USUAL_CONTINGENCY_RATE, Campaign
from campaignplanner.domain.review import Finding, Severity, Spot
from campaignplanner.planning.budgeting import money_totals, reserve, within_band
from campaignplanner.planning.review import facts
from campaignplanner.planning.review.fix import Blank, FieldEdit, Fix
from campaignplanner.planning.review.making import Workshop, editing, some_of
from campaignplanner.planning.review.rule import (
    CONVENTION,
    NOTHING,
    PLAIN_LOGIC,
    Evidence,
    Family,
    Rule,
    Said,
    Sight,
    say,
)
from campaignplanner.planning.sentences import listed, money_in_words, quoted

MOST_NAMED = 3


def _amount(campaign: Campaign, amount: int) -> str:
    return money_in_words(amount, campaign.currency)


def _percent(share: Decimal) -> str:
    return f"{share * 100:.0f} %"


# -- the whole -------------------------------------------------------------------------------------------


def over_total(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say so when the lines need more than there is, or eat up what is kept back."""
    kept, total, exposed = reserve(sight.plan), campaign.budget_total, sight.facts.exposed
    if kept is None or total is None:
        return NOTHING
    if exposed > total:
        over = _amount(campaign, exposed - total)
        return say(
            f"The lines need {over} more than the total of {_amount(campaign, total)}.",
            campaign.id,
            severity=Severity.ERROR,
        )
    if exposed + kept.left > total:
        eaten = _amount(campaign, exposed + kept.left - total)
        return say(
            f"The lines need {eaten} of what is kept back as reserve. Draw it from there, or plan less.",
            campaign.id,
        )
    return NOTHING


def raise_total(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer the smallest total that carries the lines and keeps the reserve."""
    del finding
    campaign = sight.plan.campaign
    free = 1 - Fraction(campaign.contingency_rate)
    if free <= 0:
        return
    drawn = sum(draw.amount for draw in sight.plan.reserve_draws.values())
    needed = max(sight.facts.exposed, int((sight.facts.exposed - drawn) / free))
    step = 10 ** max(0, len(str(needed)) - 3)
    total = (needed // step + 1) * step
    if total == campaign.budget_total:
        total += step
    yield editing(
        f"Raise the total to {_amount(campaign, total)}",
        f"The budget total becomes {_amount(campaign, total)}; somebody has to agree to that.",
        FieldEdit(Campaign, campaign.id, {"budget_total": total}),
    )


def no_reserve(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say so when less is kept back than is expected."""
    if not campaign.budget_total or campaign.contingency_rate >= sight.thresholds.least_reserve:
        return NOTHING
    kept = "Nothing" if campaign.contingency_rate == 0 else f"Only {campaign.contingency_rate * 100:.1f} %"
    return say(f"{kept} of the budget is kept back for what nobody foresees.", campaign.id)


def keep_reserve(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer the usual share."""
    del finding
    rate = max(USUAL_CONTINGENCY_RATE, sight.thresholds.least_reserve)
    yield editing(
        f"Keep {_percent(rate)} back",
        f"The contingency rate becomes {_percent(rate)}.",
        FieldEdit(Campaign, sight.plan.campaign.id, {"contingency_rate": rate}),
    )


def outside_band(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say so when the online share of the planned money is not where it should be."""
    totals = money_totals(sight.facts.planned)
    share = totals.online_share
    if share is None or within_band(campaign, share) is not False:
        return NOTHING
    low, high = campaign.online_share_from, campaign.online_share_to
    bounds = [
        *([] if low is None else [f"at least {_percent(low)}"]),
        *([] if high is None else [f"at most {_percent(high)}"]),
    ]
    found, wanted = _percent_of_share(share, campaign), listed(bounds)
    message = f"{found} of the planned money is met online; you wanted {wanted}."
    if totals.not_said:
        message += f" For {_amount(campaign, totals.not_said)} nobody has said where."
    return say(message, campaign.id, spots=(Spot(campaign.id, _nearest_bound(campaign, share)[0]),))


def _percent_of_share(share: Decimal, campaign: Campaign) -> str:
    """Return a share that does not look like the bound that it misses."""
    bounds = (campaign.online_share_from, campaign.online_share_to)
    rounded = _percent(share)
    if any(each is not None and _percent(each) == rounded for each in bounds):
        return f"{share * 100:.2f} %"
    return rounded


def change_band(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer a band with the share in it, and say how many lines do not say where they are met."""
    del finding
    plan = sight.plan
    share = money_totals(sight.facts.planned).online_share
    if share is None:
        return
    name, bound = _nearest_bound(plan.campaign, share)
    open_lines = sum(line.meets is Meets.NOT_SAID and line.planned > 0 for line in plan.lines.values())
    preview = [f"The target band reaches to {_percent(bound)}."]
    if open_lines:
        preview.append(
            f"{open_lines} of the lines do not say where they are met: that may be the better way."
        )
    edit = FieldEdit(Campaign, plan.campaign.id, {name: bound})
    yield Fix(label=f"Aim for {_percent(bound)} instead", preview=tuple(preview), edits=(edit,))


def _nearest_bound(campaign: Campaign, share: Decimal) -> tuple[str, Decimal]:
    whole = Decimal(int(share * 100)) / 100
    low = campaign.online_share_from
    if low is not None and share < low:
        return "online_share_from", whole
    return "online_share_to", min(Decimal(1), whole + Decimal("0.01"))


# -- lines -----------------------------------------------------------------------------------------------


def overdue(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say once for all lines that what they pay for is over and nothing was booked; not after closing."""
    found = sorted(sight.facts.members(facts.OVERDUE))
    if not found or sight.is_over:
        return NOTHING
    names = [quoted(sight.plan.lines[each].label) for each in found[:MOST_NAMED]]
    if len(found) > MOST_NAMED:
        names.append(f"{len(found) - MOST_NAMED} more")
    del campaign
    pay = "it pays" if len(found) == 1 else "they pay"
    return say(f"Nothing is booked yet on {listed(names)}, though what {pay} for is over.", *found)


def close_lines(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer to close them, or to book what was planned as spent today."""
    lines = [sight.plan.lines[each] for each in finding.subject_ids]
    workshop, today = Workshop(sight.plan, finding, "spent"), sight.context.today
    yield Fix(
        label="Book them as planned",
        preview=some_of(
            (
                f"{quoted(line.label)}: what was planned is spent on {sight.day_words(today)}."
                for line in lines
            ),
            "lines",
        ),
        makes=tuple(
            Posting(
                id=workshop.id(line.id),
                line_id=line.id,
                day=today,
                kind=PostingKind.ACTUAL,
                amount=line.planned,
            )
            for line in lines
        ),
    )
    yield Fix(
        label="Close them: nothing was spent",
        preview=some_of((f"{quoted(line.label)} is closed, with nothing spent." for line in lines), "lines"),
        edits=tuple(FieldEdit(BudgetLine, line.id, {"closed": True}) for line in lines),
    )


def above_committed(sight: Sight, line: BudgetLine) -> tuple[Said, ...]:
    """Say so of an open line on which more was spent than was committed."""
    postings = sight.postings_by_line.get(line.id)
    if not postings or line.closed:
        return NOTHING
    committed = sum(each.amount for each in postings if each.kind is PostingKind.COMMITTED)
    actual = sum(each.amount for each in postings if each.kind is PostingKind.ACTUAL)
    if committed <= 0 or actual <= committed:
        return NOTHING
    currency = line.currency or sight.plan.campaign.currency
    over = money_in_words(actual - committed, currency)
    return say(f"{over} more was spent on {quoted(line.label)} than was committed.", line.id)


def commit_rest(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer to commit the rest, and to close the line."""
    line = sight.plan.lines[finding.subject_ids[0]]
    postings = sight.plan.postings_of(line.id)
    over = sum(each.amount if each.kind is PostingKind.ACTUAL else -each.amount for each in postings)
    posting = Posting(
        id=Workshop(sight.plan, finding, "commit").id("posting"),
        line_id=line.id,
        day=sight.context.today,
        kind=PostingKind.COMMITTED,
        amount=over,
    )
    currency = line.currency or sight.plan.campaign.currency
    amount = money_in_words(over, currency)
    yield Fix(
        label=f"Commit {amount} more",
        preview=(f"{quoted(line.label)}: {amount} more are committed.",),
        makes=(posting,),
    )
    yield editing(
        "Close the line",
        f"{quoted(line.label)} is closed; it has cost what was spent.",
        FieldEdit(BudgetLine, line.id, {"closed": True}),
    )


def money_on_one_side(sight: Sight, bridge: Bridge) -> tuple[Said, ...]:
    """Say so of a crossing bridge of which one end has money and the other not even a line."""
    if not sight.plan.is_crossing(bridge):
        return NOTHING
    lines = sight.lines_by_activity
    source, target = lines.get(bridge.source_id, ()), lines.get(bridge.target_id, ())
    if bool(source) == bool(target) or not any(line.planned for line in (*source, *target)):
        return NOTHING
    rich, poor = bridge.source_id, bridge.target_id
    if target:
        rich, poor = poor, rich
    with_money, without = sight.plan.activities[rich], sight.plan.activities[poor]
    return say(
        f"{quoted(with_money.title)} has money, {quoted(without.title)} at the other end of the bridge has "
        "no line. If it costs nothing, a line with 0 says so.",
        bridge.id,
        spots=(Spot(bridge.id), Spot(without.id, "lines")),
    )


def add_line(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Ask what the other end costs."""
    plan, bridge = sight.plan, sight.plan.bridges[finding.subject_ids[0]]
    poor = next(
        plan.activities[each]
        for each in (bridge.source_id, bridge.target_id)
        if not plan.lines.by("activity_id").get(each)
    )
    line = BudgetLine(
        id=Workshop(plan, finding, "line").id("line"),
        label="Costs",
        activity_id=poor.id,
        meets=Meets(poor.side.value),
    )
    name = quoted(poor.title)
    yield Fix(
        label=f"Add a line for {name}",
        preview=(f"New budget line of {name}, with the amount that you fill in.",),
        makes=(line,),
        blanks=(Blank(BudgetLine, line.id, "planned", f"What {name} costs"),),
    )


_CONTINGENCY = Evidence(
    "Event trade advice runs from 5 to 20 %; convention only, with one practitioner's records behind it. We "
    "speak up under 5 % and advise 10 %.",
    "http://www.londoneventstoolkit.co.uk/finance/contingency/",
)
_BAND = Evidence("The band is your own; no study says which share is best.")

RULES = (
    Rule(
        code="money.over_total",
        title="Over the total",
        family=Family.MONEY,
        severity=Severity.WARNING,
        why="Money that is not there cannot be spent, and a reserve that is planned away is none.",
        evidence=PLAIN_LOGIC,
        judges=Campaign,
        judge=over_total,
        fixes=raise_total,
        field="budget_total",
    ),
    Rule(
        code="money.outside_band",
        title="Outside the target band",
        family=Family.MONEY,
        severity=Severity.WARNING,
        why="You have said how much of the money customers should meet online.",
        evidence=_BAND,
        judges=Campaign,
        judge=outside_band,
        fixes=change_band,
    ),
    Rule(
        code="money.above_committed",
        title="Spent above committed",
        family=Family.MONEY,
        severity=Severity.WARNING,
        why="A bill above what was agreed is a mistake, or a commitment that nobody wrote down.",
        evidence=PLAIN_LOGIC,
        judges=BudgetLine,
        judge=above_committed,
        fixes=commit_rest,
        field="postings",
    ),
    Rule(
        code="money.overdue",
        title="Over and not booked",
        family=Family.MONEY,
        severity=Severity.WARNING,
        why="Until a line is booked or closed its money is tied up, and nobody knows what is left.",
        evidence=PLAIN_LOGIC,
        judges=Campaign,
        judge=overdue,
        fixes=close_lines,
        field="postings",
    ),
    Rule(
        code="money.no_reserve",
        title="No reserve",
        family=Family.MONEY,
        severity=Severity.HINT,
        why="Rain, a second permit, a reprint: something always comes.",
        evidence=_CONTINGENCY,
        judges=Campaign,
        judge=no_reserve,
        fixes=keep_reserve,
        field="contingency_rate",
        settings=("least_reserve",),
    ),
    Rule(
        code="money.bridge_one_side",
        title="Bridge with money on one side",
        family=Family.MONEY,
        severity=Severity.HINT,
        why="A bridge falls where its far end has been given nothing.",
        evidence=CONVENTION,
        judges=Bridge,
        judge=money_on_one_side,
        fixes=add_line,
    ),
)
