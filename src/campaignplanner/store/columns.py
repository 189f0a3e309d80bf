# No `from __future__ import annotations` here: SQLModel needs the annotations themselves.
"""What the tables are made of: their common base, and the columns that recur."""

import re
from typing import Any, ClassVar

from sqlalchemy import BigInteger, MetaData, Text
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""A constraint without a name can never be dropped by a migration."""


def key_column() -> Any:  # noqa: ANN401 - what Field returns
    """The column that identifies a row."""
    return Field(primary_key=True)


def reference_column(table: str, *, key: bool = False, index: bool = True) -> Any:  # noqa: ANN401
    """A column that names a row of another table, which cannot be deleted before this one.

    Without the index, each deleted parent would be looked for in all rows.
    """
    return Field(foreign_key=f"{table}.id", ondelete="RESTRICT", index=index, primary_key=key)


def amount_column() -> Any:  # noqa: ANN401
    """A column of minor units: 64 bits."""
    return Field(sa_type=BigInteger)


def json_column() -> Any:  # noqa: ANN401
    """A column with a value embedded in the record, as JSON text."""
    return Field(sa_type=Text)


class Row(SQLModel):
    """What all tables share: their metadata, and names in the manner of ``budget_line``."""

    # Rows are never validated here (the domain does that), so nothing that validates them is built on start.
    model_config = {"defer_build": True}

    metadata: ClassVar[MetaData] = MetaData(  # pyright: ignore[reportIncompatibleVariableOverride]
        naming_convention=NAMING_CONVENTION
    )

    @declared_attr.directive
    def __tablename__(  # pyright: ignore[reportIncompatibleVariableOverride]
        cls,  # noqa: N805 - a class is what SQLAlchemy hands over
    ) -> str:
        """Return the name of the class without ``Row``, in small letters with underscores."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__.removesuffix("Row")).lower()
