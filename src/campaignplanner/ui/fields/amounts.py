"""Money, numbers and shares, written and read in the ways of the window's locale."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QLocale

from campaignplanner.planning.typed_amounts import read_money, read_number, read_share, read_whole
from campaignplanner.ui.fields.locale_words import number_words
from campaignplanner.ui.fields.parsed import ParsedField
from campaignplanner.ui.fonts import with_figures
from campaignplanner.ui.formats import money_text

_NO_BREAK = "\u00a0"


def number_text(value: Decimal, locale: QLocale | None = None) -> str:
    """A number with every digit that it has, as the locale writes it; never by way of floating point."""
    chosen = locale or QLocale()
    whole, _, fraction = f"{abs(value):f}".partition(".")
    zero = ord(chosen.zeroDigit()[0])
    digits = "".join(chr(zero + int(digit)) for digit in fraction)
    sign = chosen.negativeSign() if value < 0 else ""
    return f"{sign}{chosen.toString(int(whole))}{chosen.decimalPoint() if digits else ''}{digits}"


def share_text(share: Decimal, locale: QLocale | None = None) -> str:
    """A fraction of 1 in percent: `30 %`."""
    chosen = locale or QLocale()
    percent = share.scaleb(2)
    plain = percent.quantize(Decimal(1)) if percent == percent.to_integral_value() else percent.normalize()
    return f"{number_text(plain, chosen)}{_NO_BREAK}{chosen.percent()}"


class _AmountField(ParsedField):
    """A number of any sort: figures of one width."""

    def __init__(self, label: str, *, required: bool = False, placeholder: str = "") -> None:
        super().__init__(label, required=required, placeholder=placeholder)
        self.line.setFont(with_figures(self.line.font()))

    def understood(self, text: str) -> str:
        """What the text is taken for, where it is not written just so."""
        value = self.value_of(text)
        written = self.text_of(value)
        return "" if written == text.strip() else written


class MoneyField(_AmountField):
    """An amount in minor units of a currency, or None."""

    def __init__(self, label: str, currency: str, *, required: bool = False) -> None:
        """A field for money.

        Args:
            label: what the money is for.
            currency: ISO 4217 code; what is typed may name it, but no other.
            required: whether None is refused.
        """
        self._currency = currency
        super().__init__(label, required=required)

    @property
    def currency(self) -> str:
        """The currency of the amount."""
        return self._currency

    def show_currency(self, currency: str) -> None:
        """Takes amounts of another currency; what is being typed stays."""
        if currency != self._currency:
            was_dirty = self.is_dirty
            self._currency = currency
            if not was_dirty:
                self.restore()

    def write(self, value: object) -> str:
        """See `ParsedField`."""
        return money_text(value, self._currency) if isinstance(value, int) else ""

    def parse(self, text: str) -> int:
        """See `ParsedField`."""
        return read_money(text, self._currency, number_words())


class NumberField(_AmountField):
    """A Decimal, or None."""

    def write(self, value: object) -> str:
        """See `ParsedField`."""
        return number_text(value) if isinstance(value, Decimal) else ""

    def parse(self, text: str) -> Decimal:
        """See `ParsedField`."""
        return read_number(text, number_words())


class WholeField(_AmountField):
    """A whole number, or None."""

    def write(self, value: object) -> str:
        """See `ParsedField`."""
        return number_text(Decimal(value)) if isinstance(value, int) else ""

    def parse(self, text: str) -> int:
        """See `ParsedField`."""
        return read_whole(text, number_words())


class ShareField(_AmountField):
    """A fraction of 1, typed and shown in percent, or None."""

    def write(self, value: object) -> str:
        """See `ParsedField`."""
        return share_text(value) if isinstance(value, Decimal) else ""

    def parse(self, text: str) -> Decimal:
        """See `ParsedField`."""
        return read_share(text, number_words())
