"""Records as plain JSON values and back, driven by the types of their fields.

Days are ISO text, decimals plain text, enums their values, tuples lists. The journal and the campaign file
both build on this.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Encode: TypeAlias = Callable[[Any], object]
Decode: TypeAlias = Callable[[object, str], Any]
T = TypeVar("T")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_TIME = re.compile(r"\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?\Z", re.ASCII)
_DECIMAL = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d{1,3})?\Z", re.ASCII)
LONGEST_NUMBER = 60


class DecodeError(ValueError):
    """A value does not fit its field.

    Attributes:
        path: where, such as ``flights[0].last_day``; empty for the value itself.
        sentence: what is wrong there.
    """

    def __init__(self, path: str, sentence: str) -> None:
        super().__init__(f"{path}: {sentence}" if path else sentence)
        self.path = path
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class FieldCodec:
    """How one field is written and read, and what type it is said to be of."""

    name: str
    hint: object
    encode: Encode | None
    decode: Decode
    required: bool
    default: Callable[[], Any]


def encode(record: object, *, without_defaults: bool = False) -> dict[str, Any]:
    """Return a dataclass as JSON values, field by field.

    Args:
        record: any dataclass of the domain.
        without_defaults: leave out the fields that hold their defaults.
    """
    result: dict[str, Any] = {}
    for codec in codecs_of(type(record)):
        value = getattr(record, codec.name)
        if without_defaults and not codec.required and value == codec.default():
            continue
        if value is not None and codec.encode is not None:
            value = _encode_inside(value, codec.encode, without_defaults)
        result[codec.name] = value
    return result


def _encode_inside(value: object, encode_value: Encode, without_defaults: bool) -> object:
    if without_defaults and is_dataclass(value):
        return encode(value, without_defaults=True)
    return encode_value(value)


def decode(record_type: type[T], value: object, path: str = "") -> T:
    """Return the dataclass that JSON values stand for.

    Raises:
        DecodeError: a field is missing, unknown or of the wrong type, with its path below ``path``.
    """
    if not isinstance(value, Mapping):
        raise DecodeError(path, "a group of fields in braces is expected here")
    codecs = codecs_of(record_type)
    known = {codec.name for codec in codecs}
    for name in value:
        if name not in known:
            raise DecodeError(joined_path(path, str(name)), _unknown(str(name), known))
    arguments: dict[str, Any] = {}
    for codec in codecs:
        if codec.name in value:
            arguments[codec.name] = codec.decode(value[codec.name], joined_path(path, codec.name))
        elif codec.required:
            raise DecodeError(joined_path(path, codec.name), "this field is missing")
    return record_type(**arguments)


def joined_path(path: str, name: str) -> str:
    """Return the path of a field below another path."""
    return f"{path}.{name}" if path else name


def codecs_of(record_type: type[object]) -> tuple[FieldCodec, ...]:
    """Return how each field of a dataclass is written and read, in order; made once per type."""
    return _codecs_of(cast("Hashable", record_type))


@cache
def _codecs_of(record_type: Any) -> tuple[FieldCodec, ...]:  # noqa: ANN401 - mypy takes classes for unhashable
    hints = get_type_hints(record_type)
    return tuple(_codec(each, hints[each.name]) for each in fields(record_type))


def _codec(each: Field[Any], hint: object) -> FieldCodec:
    encode_value, decode_value = _pair(hint)
    required = each.default is MISSING and each.default_factory is MISSING
    default = each.default_factory if each.default_factory is not MISSING else lambda: each.default
    return FieldCodec(each.name, hint, encode_value, decode_value, required, default)


def _pair(hint: object) -> tuple[Encode | None, Decode]:
    """Return how values of a type are written (None: as they are) and read."""
    origin = get_origin(hint)
    if origin in (UnionType, Union):
        (inner,) = (each for each in get_args(hint) if each is not NoneType)
        encode_value, decode_value = _pair(inner)
        return encode_value, _or_none(decode_value)
    if origin is tuple:
        return _pair_of_tuple(get_args(hint)[0])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _encode_enum, _decode_enum(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return encode, _decode_dataclass(hint)
    return _SIMPLE[hint]


def _pair_of_tuple(inner: object) -> tuple[Encode, Decode]:
    encode_item, decode_item = _pair(inner)

    def encode_items(values: tuple[Any, ...]) -> list[Any]:
        return list(values) if encode_item is None else [encode_item(value) for value in values]

    def decode_items(value: object, path: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise DecodeError(path, "a list in square brackets is expected here")
        return tuple(decode_item(item, f"{path}[{index}]") for index, item in enumerate(value))

    return encode_items, decode_items


def _or_none(decode_value: Decode) -> Decode:
    def decode_optional(value: object, path: str) -> object:
        return None if value is None else decode_value(value, path)

    return decode_optional


def _decode_dataclass(record_type: type[Any]) -> Decode:
    def decode_nested(value: object, path: str) -> object:
        return decode(record_type, value, path)

    return decode_nested


def _encode_enum(member: Enum) -> object:
    return member.value


def _decode_enum(enum_type: type[Enum]) -> Decode:
    members = {member.value: member for member in enum_type}

    def decode_member(value: object, path: str) -> Enum:
        if isinstance(value, str) and value in members:
            return members[value]
        raise DecodeError(path, f"one of these is expected: {', '.join(members)}")

    return decode_member


def _decode_text(value: object, path: str) -> str:
    if isinstance(value, str):
        return value
    raise DecodeError(path, "text in quotation marks is expected here")


def _decode_whole(value: object, path: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise DecodeError(path, "a whole number is expected here")


def _decode_yes_no(value: object, path: str) -> bool:
    if isinstance(value, bool):
        return value
    raise DecodeError(path, "true or false is expected here")


def _decode_day(value: object, path: str) -> date:
    if isinstance(value, str) and _DAY.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise DecodeError(path, f"{value} is not a day of the calendar") from None
    raise DecodeError(path, "a day such as 2026-09-10 is expected here")


def _decode_time(value: object, path: str) -> time:
    if isinstance(value, str) and _TIME.match(value):
        try:
            return time.fromisoformat(value)
        except ValueError:
            raise DecodeError(path, f"{value} is not a time of day") from None
    raise DecodeError(path, "a time such as 18:30 is expected here")


def decode_decimal(value: object, path: str) -> Decimal:
    """Return an exact number written as text, such as ``"0.10"``, or as a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and len(value) <= LONGEST_NUMBER and _DECIMAL.match(value):
        return Decimal(value)
    raise DecodeError(path, 'a number in quotation marks such as "0.10" is expected here')


def encode_decimal(value: Decimal) -> str:
    """Return an exact number as text that ``decode_decimal`` reads back."""
    plain = f"{value:f}"
    return plain if len(plain) <= LONGEST_NUMBER else str(value)


def _encode_time(value: time) -> str:
    return value.isoformat(timespec="auto" if value.second or value.microsecond else "minutes")


def _unknown(name: str, known: set[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f"there is no such field; did you mean {near[0]}?" if near else "there is no such field"


_SIMPLE: dict[Any, tuple[Encode | None, Decode]] = {
    str: (None, _decode_text),
    int: (None, _decode_whole),
    bool: (None, _decode_yes_no),
    date: (date.isoformat, _decode_day),
    time: (_encode_time, _decode_time),
    Decimal: (encode_decimal, decode_decimal),
}
