"""The rest of the business: who else should have a part in it."""

from __future__ import annotations

from collections.abc import Iterator

from campaignplanner.domain.activity import Kind
from campaignplanner.domain.campaign import Campaign
from campaignplanner.domain.review import Finding, Severity
from campaignplanner.planning.review import facts
from campaignplanner.planning.review.fix import Fix
from campaignplanner.planning.review.making import Workshop, days_to_begin, new_activity_sentence
from campaignplanner.planning.review.people import named
from campaignplanner.planning.review.rule import CONVENTION, NOTHING, Family, Rule, Said, Sight, say


def service_apart(sight: Sight, campaign: Campaign) -> tuple[Said, ...]:
    """Say so when a community runs and customer service is nowhere in the plan."""
    del campaign
    if sight.facts.count(facts.SERVED):
        return NOTHING
    communities = sorted(sight.facts.members(facts.COMMUNITIES))
    if not communities:
        return NOTHING
    return say(
        f"People will ask you things in {named(sight, communities)}, and customer service has no part in it.",
        *communities,
    )


def let_service_answer(sight: Sight, finding: Finding) -> Iterator[Fix]:
    """Offer an answer desk for as long as the community runs."""
    plan = sight.plan
    found = [plan.activities[each] for each in sorted(sight.facts.members(facts.COMMUNITIES))]
    like = next((each for each in found if plan.span_of(each.id) is not None), found[0])
    span = plan.span_of(like.id) or days_to_begin(plan, sight.context.today)
    title, kind = "Customer service answers", Kind.CUSTOMER_ANSWERS
    yield Fix(
        label="Add an answer desk",
        preview=(new_activity_sentence(title, kind, span, sight.days),),
        makes=Workshop(plan, finding, "service").activity(
            title, kind, span, like, "Ask what they are stuck with, and get an answer on the same day"
        ),
    )


RULES = (
    Rule(
        code="business.service_apart",
        title="Customer service left out",
        family=Family.BUSINESS,
        severity=Severity.HINT,
        why="Who speaks in public gets asked in public; an unanswered question is read by everybody.",
        evidence=CONVENTION,
        judges=Campaign,
        judge=service_apart,
        fixes=let_service_answer,
    ),
)
