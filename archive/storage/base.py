"""The root of all tables: constraints are named, and every noun has a UUID for exchange."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The root of all tables; constraints are named so that migrations can find them."""

    metadata = MetaData(naming_convention=NAMES)


def new_uuid() -> str:
    """A new identifier for exchange."""
    return str(uuid4())
