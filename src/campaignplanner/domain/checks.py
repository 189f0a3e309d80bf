"""The few checks that many records share; each raises PlanError with a plain sentence."""

from __future__ import annotations

from decimal import Decimal

from campaignplanner.domain.errors import PlanError

LARGEST_COUNT = 10**9
LARGEST_DECIMAL = Decimal(10) ** 15
_SURROGATES = range(0xD800, 0xE000)


def check_text(text: str, field: str) -> None:
    """Refuse what no file can hold: NUL characters and halves of surrogate pairs."""
    if text.isascii() and "\0" not in text:
        return
    if "\0" in text or any(ord(character) in _SURROGATES for character in text):
        raise PlanError("The text holds a character that cannot be kept; please remove it.", field)


def check_texts(record: object, *fields: str) -> None:
    """Check every named text field of a record."""
    for field in fields:
        check_text(getattr(record, field), field)


def check_named(text: str, field: str, sentence: str) -> None:
    """Refuse a title or name that is blank, with the sentence given."""
    if not text.strip():
        raise PlanError(sentence, field)
    check_text(text, field)


def check_id(identifier: str, field: str = "id") -> None:
    """Refuse an empty identifier."""
    if not identifier:
        raise PlanError("The identifier is empty.", field)
    check_text(identifier, field)


def check_count(count: int | None, field: str, what: str) -> None:
    """Refuse a count that is negative or absurd."""
    if count is not None and not 0 <= count <= LARGEST_COUNT:
        raise PlanError(f"{what} must be between 0 and a thousand million.", field)


def check_decimal(value: Decimal | None, field: str, what: str) -> None:
    """Refuse a number that is not finite or absurdly large."""
    if value is not None and not (value.is_finite() and abs(value) < LARGEST_DECIMAL):
        raise PlanError(f"{what} must be an ordinary number.", field)


def check_share(share: Decimal | None, field: str, what: str) -> None:
    """Refuse a share outside 0 to 1."""
    check_decimal(share, field, what)
    if share is not None and not 0 <= share <= 1:
        raise PlanError(f"{what} must be between 0 % and 100 %.", field)
