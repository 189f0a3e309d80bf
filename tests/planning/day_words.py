"""Days as people of Britain and of America write them, without asking Qt."""

from campaignplanner.planning.day_words import DayOrder, DayWords

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_KNOWN = {
    "months": {name: number for number, name in enumerate(_MONTHS, 1)},
    "weekdays": {name: number for number, name in enumerate(_WEEKDAYS)},
    "days_from_today": {"today": 0, "tomorrow": 1, "yesterday": -1},
}

BRITISH = DayWords(order=DayOrder.DAY_FIRST, is_day_before_month=True, **_KNOWN)
AMERICAN = DayWords(order=DayOrder.MONTH_FIRST, is_day_before_month=False, **_KNOWN)
SWEDISH = DayWords(order=DayOrder.YEAR_FIRST, is_day_before_month=True, **_KNOWN)
JAPANESE = DayWords(order=DayOrder.YEAR_FIRST, is_day_before_month=False, **_KNOWN)
