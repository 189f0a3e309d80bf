"""Identifiers are made in Python, so that undoing a deletion restores the same one."""

from uuid import uuid4


def new_id() -> str:
    """Return a new identifier: 32 hexadecimal digits, unique everywhere."""
    return uuid4().hex
