"""What the review page says of findings, their subjects and the campaign as a whole."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from campaignplanner.domain.bridge import Bridge
from campaignplanner.domain.plan import Plan
from campaignplanner.domain.records import NAMES, Record, title_of
from campaignplanner.planning.review.grouping import FindingGroup
from campaignplanner.planning.review.rule import Family
from campaignplanner.planning.review.summary import Summary
from campaignplanner.ui.formats import counted, shortened
from campaignplanner.ui.translating import QT_TRANSLATE_NOOP

_FAMILIES = {
    Family.AIMS: QT_TRANSLATE_NOOP("review", "Aims and KPIs"),
    Family.BRIDGES: QT_TRANSLATE_NOOP("review", "Bridges between online and offline"),
    Family.PEOPLE: QT_TRANSLATE_NOOP("review", "People"),
    Family.BUSINESS: QT_TRANSLATE_NOOP("review", "The rest of the business"),
    Family.MONEY: QT_TRANSLATE_NOOP("review", "Money"),
    Family.TIME_AND_PLACE: QT_TRANSLATE_NOOP("review", "Time and place"),
    Family.BRIEF: QT_TRANSLATE_NOOP("review", "Brief"),
}
_LONGEST_TITLE = 60


def translated(text: str) -> str:
    """A text of the review in the window's language."""
    return QCoreApplication.translate("review", text)


def group_title(plan: Plan, group: FindingGroup) -> str:
    """What a group is called: a family, an aim's statement, or the campaign as a whole."""
    if isinstance(group.key, Family):
        return translated(_FAMILIES[group.key])
    if group.key is None:
        return translated("The campaign as a whole")
    return " ".join(plan.aims[group.key].statement.split())


def subject_title(plan: Plan, record: Record) -> str:
    """What people call a subject; a bridge by its two ends."""
    if isinstance(record, Bridge):
        ends = (plan.activities[each].title for each in (record.source_id, record.target_id))
        return " \u2192 ".join(shortened(each, _LONGEST_TITLE) for each in ends)
    return shortened(title_of(record), _LONGEST_TITLE) or NAMES[type(record)][0]


def summary_text(summary: Summary) -> str:
    """How far the sides carry each other, in one line and without a grade."""
    parts = (_aims_text(summary), _touchpoints_text(summary), _bridges_text(summary))
    said = " \u00b7 ".join(part for part in parts if part)
    return said or translated("Nothing is planned yet that could carry anything on.")


def _aims_text(summary: Summary) -> str:
    if summary.aims == 1:
        if summary.aims_on_both_sides:
            return translated("The aim is served on both sides")
        return translated("The aim is not served on both sides")
    text = translated("%1 of %2 aims served on both sides")
    return _filled(text, summary.aims_on_both_sides, summary.aims)


def _touchpoints_text(summary: Summary) -> str:
    if summary.offline_touchpoints == 1:
        is_carried = summary.carried_on == 1
        return translated(
            "The offline touchpoint is carried on"
            if is_carried
            else "The offline touchpoint is not carried on"
        )
    text = translated("%1 of %2 offline touchpoints carried on")
    return _filled(text, summary.carried_on, summary.offline_touchpoints)


def _bridges_text(summary: Summary) -> str:
    if summary.bridges == 1:
        if summary.bridges_broken:
            return translated("The bridge between the sides is broken")
        if summary.bridges_holding:
            return translated("The bridge between the sides holds")
        return translated("The bridge between the sides has no dates yet")
    text = translated("%1 of %2 bridges between the sides hold")
    return _filled(text, summary.bridges_holding, summary.bridges)


def _filled(text: str, count: int, of: int) -> str:
    """The text with its numbers; nothing where there is none of it."""
    numbers = (counted(each, "%1", "%1") for each in (count, of))
    return "" if not of else text.replace("%1", next(numbers)).replace("%2", next(numbers))
