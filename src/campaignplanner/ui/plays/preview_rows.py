"""What a play will make, as rows: activities with their days, bridges with their lead and lag, money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from campaignplanner.domain.activity import Side
from campaignplanner.planning.bridges import BridgeState, glyph
from campaignplanner.ui.formats import money_text, span_text
from campaignplanner.ui.plan.inspector.rows import Row
from campaignplanner.ui.plan.tree.facts import kind_text

if TYPE_CHECKING:
    from campaignplanner.domain.plan import Plan
    from campaignplanner.planning.bridges import BridgeJudgement
    from campaignplanner.planning.plays import PlayPreview, PreviewActivity


def preview_rows(plan: Plan, preview: PlayPreview) -> list[Row]:
    """The rows in the order in which a plan grows: what happens, what carries it on, what it costs."""
    return [
        *(_activity(place, each) for place, each in enumerate(preview.activities)),
        *(_bridge(each) for each in preview.bridges),
        *(
            Row(
                f"line {place}",
                each.label,
                end=money_text(each.planned, plan.campaign.currency) if each.planned else "",
                second=each.activity,
            )
            for place, each in enumerate(preview.lines)
        ),
    ]


def _activity(place: int, activity: PreviewActivity) -> Row:
    side = _said("Online") if activity.side is Side.ONLINE else _said("Offline")
    return Row(
        f"activity {place}",
        activity.title,
        end=span_text(activity.span.first_day, activity.span.last_day),
        second=f"{side} \u00b7 {kind_text(activity.kind)}",
        advice=activity.what_people_do,
    )


def _bridge(judgement: BridgeJudgement) -> Row:
    bridge = judgement.bridge
    is_broken = judgement.state is BridgeState.BROKEN
    return Row(
        f"bridge {bridge.id}",
        bridge.pattern.value[:1].upper() + bridge.pattern.value[1:],
        advice="" if is_broken else judgement.message,
        trouble=judgement.message if is_broken else "",
        glyph=glyph(bridge.pattern),
    )


def _said(text: str) -> str:
    return QCoreApplication.translate("plays", text)
