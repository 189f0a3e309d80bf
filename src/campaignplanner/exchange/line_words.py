"""The columns of budget lines in a spreadsheet and in the grid, and the words that name them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from campaignplanner.domain.budget import CostType, Meets, PhasingMode, PostingKind
from campaignplanner.exchange.row_words import letters_of
from campaignplanner.planning.finding import folded

E = TypeVar("E", bound=Enum)


class LineColumn(Enum):
    """What a column says of a budget line; the value is what it is called in a spreadsheet."""

    LABEL = "Line"
    ACTIVITY = "Activity"
    COST_TYPE = "Cost type"
    MEETS = "Customers meet it"
    FILED_UNDER = "Filed under"
    WORKING = "Working"
    SUPPLIER = "Supplier"
    QUANTITY = "Quantity"
    UNIT_PRICE = "Price of one"
    PLANNED = "Planned"
    FORECAST = "Forecast"
    COMMITTED = "Committed"
    ACTUAL = "Actual"
    EXPOSURE = "Exposure"
    CLOSED = "Closed"
    PHASING = "Spread"
    CURRENCY = "Currency"
    EXCHANGE_RATE = "Exchange rate"
    EXCHANGE_RATE_DAY = "Rate of"
    TAX_NOTE = "Tax note"
    NOTE = "Note"


FIELD_OF: Mapping[LineColumn, str] = {
    LineColumn.LABEL: "label",
    LineColumn.ACTIVITY: "activity_id",
    LineColumn.COST_TYPE: "cost_type",
    LineColumn.MEETS: "meets",
    LineColumn.FILED_UNDER: "filed_under",
    LineColumn.WORKING: "working",
    LineColumn.SUPPLIER: "supplier",
    LineColumn.QUANTITY: "quantity",
    LineColumn.UNIT_PRICE: "unit_price",
    LineColumn.PLANNED: "planned",
    LineColumn.FORECAST: "forecast",
    LineColumn.CLOSED: "closed",
    LineColumn.PHASING: "phasing",
    LineColumn.CURRENCY: "currency",
    LineColumn.EXCHANGE_RATE: "exchange_rate",
    LineColumn.EXCHANGE_RATE_DAY: "exchange_rate_day",
    LineColumn.TAX_NOTE: "tax_note",
    LineColumn.NOTE: "note",
}
"""The field that a column is typed into; the others follow from postings and are not typed."""

_COLUMN_WORDS = {
    LineColumn.LABEL: "label, budget line, item, position, description, title, name, posten, bezeichnung",
    LineColumn.ACTIVITY: "aktivität, maßnahme, belongs to, gehört zu",
    LineColumn.COST_TYPE: "type of cost, cost, category, kostenart, kategorie, art",
    LineColumn.MEETS: "meets, touchpoint, met, side, online/offline, kontakt, begegnet",
    LineColumn.FILED_UNDER: "budget holder, budget of, holder, department, kostenstelle, etat, abteilung",
    LineColumn.WORKING: "working money, working y/n, wirksam",
    LineColumn.SUPPLIER: "vendor, agency, lieferant, agentur, dienstleister",
    LineColumn.QUANTITY: "qty, units, number, menge, anzahl, stück",
    LineColumn.UNIT_PRICE: "unit price, rate, price, einzelpreis, stückpreis, preis",
    LineColumn.PLANNED: "plan, budget, amount, net planned, total planned, geplant, betrag, summe",
    LineColumn.FORECAST: "estimate, latest estimate, prognose, erwartet",
    LineColumn.COMMITTED: "booked, ordered, beauftragt, gebucht",
    LineColumn.ACTUAL: "spent, invoiced, paid, ist, ausgegeben, bezahlt",
    LineColumn.EXPOSURE: "verpflichtet",
    LineColumn.CLOSED: "final, abgeschlossen",
    LineColumn.PHASING: "phasing, spread over time, verteilung",
    LineColumn.CURRENCY: "währung",
    LineColumn.EXCHANGE_RATE: "rate to base, fx, kurs, wechselkurs",
    LineColumn.EXCHANGE_RATE_DAY: "rate date, rate day, kurs vom",
    LineColumn.TAX_NOTE: "tax, vat, steuer, mwst",
    LineColumn.NOTE: "notes, comment, remark, notiz, bemerkung, kommentar",
}

_MEETS_WORDS = {
    Meets.ONLINE: "on, digital",
    Meets.OFFLINE: "off, vor ort",
    Meets.BOTH: "online and offline, on and off, beide, beides",
    Meets.NOT_SAID: "unknown, unclear, offen, unbekannt",
}
_COST_WORDS = {
    CostType.MEDIA: "medien",
    CostType.PRODUCTION: "produktion",
    CostType.PEOPLE: "staff, personal",
    CostType.VENUE: "location, rent, miete, raum",
    CostType.PRODUCT: "product, samples, produkt, proben, product/samples",
    CostType.REWARDS: "reward, prämien",
    CostType.TRAVEL: "reise, reisen",
    CostType.TECHNOLOGY: "tech, software, technik",
    CostType.RESEARCH: "marktforschung, forschung",
    CostType.AGENCY_FEE: "fee, agency, honorar, agenturhonorar",
    CostType.OTHER: "sonstiges, andere",
}
_PHASING_WORDS = {
    PhasingMode.EVEN: "evenly, gleichmäßig",
    PhasingMode.AT_START: "start, am anfang",
    PhasingMode.AT_END: "end, am ende",
    PhasingMode.BY_MONTH: "monthly, month, nach monaten",
    PhasingMode.BY_WEEK: "weekly, week, nach wochen",
}
_POSTING_WORDS = {
    PostingKind.COMMITTED: "booked, ordered, order, commitment, beauftragt, gebucht, auftrag",
    PostingKind.ACTUAL: "spent, invoiced, invoice, paid, ist, rechnung, bezahlt",
}
_YES_WORDS = {True: "yes, y, true, x, 1, ja, j, ✓", False: "no, n, false, 0, nein"}


def _by_letters(words: Mapping[E, str]) -> dict[str, E]:
    known = {letters_of(word): each for each, listed in words.items() for word in listed.split(",")}
    return {**known, **{letters_of(str(each.value)): each for each in words}}


LINE_COLUMNS = _by_letters(_COLUMN_WORDS)
MEETS = _by_letters(_MEETS_WORDS)
COST_TYPES = _by_letters(_COST_WORDS)
PHASINGS = _by_letters(_PHASING_WORDS)
POSTING_KINDS = _by_letters(_POSTING_WORDS)
YES_OR_NO = {word.strip(): meaning for meaning, listed in _YES_WORDS.items() for word in listed.split(",")}


def line_column_named(heading: str) -> LineColumn | None:
    """Return the column that a heading names, such as ``Planned (EUR)``; None where it names none."""
    words = folded(heading).split()
    for count in range(len(words), 0, -1):
        column = LINE_COLUMNS.get("".join(words[:count]))
        if column is not None:
            return column
    return None
