"""What the review expects, setting by setting: what stands behind the usual values.

The settings are the campaign's ``Thresholds``; rules say by which of them they judge.
"""

from __future__ import annotations

from dataclasses import fields

from campaignplanner.domain.campaign import Thresholds
from campaignplanner.planning.review.rule import Evidence
from campaignplanner.planning.review.rules import RULES

_OURS = {
    "begun_activities": Evidence(
        "Our own number: of a plan that was just begun everybody knows that it has gaps."
    ),
    "one_side_activities": Evidence("Our own number: a first activity is always on one side only."),
    "short_run_days": Evidence("Our own number: what runs longer has a holiday in it sooner or later."),
}
"""Where what stands behind a rule does not stand behind the number by which it judges."""


def evidence_for(setting: str) -> Evidence:
    """Return what stands behind the usual value of a setting, by its name."""
    if setting in _OURS:
        return _OURS[setting]
    return next(rule.evidence for rule in RULES if setting in rule.settings)


def usual_value(setting: str) -> object:
    """Return the value that a setting has unless somebody changed it."""
    return getattr(Thresholds(), setting)


def changed_settings(thresholds: Thresholds) -> tuple[str, ...]:
    """Return the names of the settings that are not as usual."""
    usual = Thresholds()
    names = (each.name for each in fields(Thresholds))
    return tuple(name for name in names if getattr(thresholds, name) != getattr(usual, name))
