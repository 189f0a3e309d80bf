"""What the budget page says besides its numbers: names of states and parts, shares, findings."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from campaignplanner.domain.budget import BudgetLine, Meets
from campaignplanner.domain.plan import Plan
from campaignplanner.planning.money_sums import MoneyState
from campaignplanner.ui.formats import counted, money_text, shortened

_MOST_NAMES = 3
_NAME_LENGTH = 40


def said(text: str, *fillings: object) -> str:
    """A text of the budget page in the window's language, with `%1`, `%2` and so on filled in."""
    words = QCoreApplication.translate("budget", text)
    for number in range(len(fillings), 0, -1):  # from behind, so that `%1` is not taken out of `%10`
        words = words.replace(f"%{number}", str(fillings[number - 1]))
    return words


def state_name(state: MoneyState) -> str:
    """What a state of money is called in a head or a chooser."""
    return said(
        {
            MoneyState.PLANNED: "Planned",
            MoneyState.FORECAST: "Forecast",
            MoneyState.COMMITTED: "Committed",
            MoneyState.ACTUAL: "Actual",
            MoneyState.EXPOSURE: "Exposure",
        }[state]
    )


def meets_name(meets: Meets) -> str:
    """What the customer meets, as a head says it."""
    return said(
        {
            Meets.ONLINE: "Online",
            Meets.OFFLINE: "Offline",
            Meets.BOTH: "Both",
            Meets.NOT_SAID: "Not said",
        }[meets]
    )


def percent_text(percent: int) -> str:
    """Whole percent as the locale writes them: `46 %`."""
    locale = QLocale()
    return f"{locale.toString(percent)}\u00a0{locale.percent()}"


def part_percent_text(percent: int, amount: int) -> str:
    """A part in whole percent; one that is there but rounds to nothing is told by `<1 %`."""
    return f"<{percent_text(1)}" if amount and not percent else percent_text(percent)


def share_text(share: Decimal) -> str:
    """A fraction of 1 as percent, with one place where it is not whole: `46 %`, `45.6 %`."""
    locale = QLocale()
    percent = (share * 100).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
    places = 0 if percent == percent.to_integral_value() else 1
    return f"{locale.toString(float(percent), 'f', places)}\u00a0{locale.percent()}"


def money_of(plan: Plan, amount: int) -> str:
    """An amount in the campaign's currency."""
    return money_text(amount, plan.campaign.currency)


def line_names(lines: Iterable[BudgetLine]) -> str:
    """The lines by their labels, the first few of many: `“Venue”, “Samples” and 4 more`."""
    found = list(lines)
    names = [f"\u201c{shortened(line.label, _NAME_LENGTH)}\u201d" for line in found[:_MOST_NAMES]]
    left = len(found) - len(names)
    if left:
        return said("%1 and %2 more", ", ".join(names), QLocale().toString(left))
    return ", ".join(names)


def lines_counted(count: int) -> str:
    """A number of lines with its noun."""
    return counted(count, said("%1 line"), said("%1 lines"))
