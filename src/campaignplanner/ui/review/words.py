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
    parts = []
    if summary.aims:
        text = translated("%1 of %2 served on both sides")
        of = counted(summary.aims, translated("%1 aim"), translated("%1 aims"))
        parts.append(_filled(text, summary.aims_on_both_sides, of))
    if summary.offline_touchpoints:
        text = translated("%1 of %2 carried on")
        one, many = translated("%1 offline touchpoint"), translated("%1 offline touchpoints")
        of = counted(summary.offline_touchpoints, one, many)
        parts.append(_filled(text, summary.carried_on, of))
    if summary.bridges:
        is_one = summary.bridges_holding == 1
        text = translated("%1 of %2 between the sides holds" if is_one else "%1 of %2 between the sides hold")
        of = counted(summary.bridges, translated("%1 bridge"), translated("%1 bridges"))
        parts.append(_filled(text, summary.bridges_holding, of))
    return " \u00b7 ".join(parts) or translated("Nothing is planned yet that could carry anything on.")


def _filled(text: str, count: int, of: str) -> str:
    return text.replace("%1", counted(count, "%1", "%1")).replace("%2", of)
