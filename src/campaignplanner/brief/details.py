"""In detail: each measure with how it is taken, each audience with where it gathers and what it passes on."""

from __future__ import annotations

from campaignplanner.brief.campaign_page import filled, measured
from campaignplanner.brief.contents import AudienceDetail, MeasureDetail, Passed, TextField
from campaignplanner.brief.context import BriefContext, side_by_side, unique
from campaignplanner.domain.aim import Kpi
from campaignplanner.domain.audience import Influence


def measure_details(context: BriefContext) -> tuple[MeasureDetail, ...]:
    """Every KPI in full: those of the aims in their order, then those of activities by their days."""
    plan = context.plan
    entries = [
        _measure(context, kpi, aim.statement)
        for aim in plan.aims_in_order
        for kpi in plan.kpis_of_aim(aim.id)
    ]
    entries += [
        _measure(context, kpi, activity.title)
        for activity in context.activities
        for kpi in plan.kpis_of_activity(activity.id)
    ]
    return tuple(entries)


def practicalities(context: BriefContext) -> tuple[TextField, ...]:
    """What binds the work, and the notes on the campaign with its sources; only what is filled in."""
    campaign = context.plan.campaign
    names = ("mandatories", "legal", "brand_rules", "fixed_dates", "suppliers")
    texts = {name: str(getattr(campaign.brief, name)) for name in names}
    return filled(context, {**texts, "notes": campaign.notes})


def _measure(context: BriefContext, kpi: Kpi, of: str) -> MeasureDetail:
    formats = context.formats
    baseline, target, due = measured(context, kpi)
    unit = "" if formats.is_short(kpi.unit) else kpi.unit
    readings = context.plan.readings_of(kpi.id)
    return MeasureDetail(
        name=f"{kpi.name} ({unit})" if unit and unit.casefold() != kpi.name.casefold() else kpi.name,
        of=of,
        stage=context.words.choice(kpi.stage) if kpi.stage is not None else "",
        baseline=baseline,
        target=target,
        due=due,
        how=", ".join(unique((kpi.how_measured, kpi.by_whom))),
        latest=formats.measured(readings[-1].value, kpi.unit) if readings else "",
        latest_day=formats.day(readings[-1].day) if readings else "",
    )


def audience_details(context: BriefContext) -> tuple[AudienceDetail, ...]:
    """Where audiences gather and what they pass on, ambassadors last; only those with something to say."""
    entries = [
        AudienceDetail(each.name, each.gathers_online, each.gathers_offline, _passed(context, each.id))
        for each in context.plan.audiences_in_order
    ]
    entries.append(AudienceDetail(context.words.say("ambassadors"), "", "", _passed(context, None)))
    return tuple(each for each in entries if each.online or each.offline or each.passed)


def _passed(context: BriefContext, audience_id: str | None) -> tuple[Passed, ...]:
    influences = context.plan.influences.by("from_audience_id").get(audience_id, ())
    found = (_influence(context, each) for each in influences)
    return tuple(sorted(found, key=lambda each: (each.what, each.detail)))


def _influence(context: BriefContext, influence: Influence) -> Passed:
    words = context.words
    whom = context.plan.audiences[influence.to_audience_id].name
    given = influence.given_to_pass_on.strip()
    return Passed(
        influence.passed_on or words.say("something"),
        side_by_side(
            words.say("passes_to", whom=whom), words.say("passes_given", given=given) if given else ""
        ),
    )
