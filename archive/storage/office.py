"""The tables of the office that keeps the archive."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from archive.storage.base import Base


class OfficeRow(Base):
    """One row, or none as long as nobody has said who keeps the archive.

    `emblem` is the SHA-256 of one of the emblems, empty where there is none.
    """

    __tablename__ = "offices"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    line: Mapped[str] = mapped_column(default="")
    emblem: Mapped[str] = mapped_column(default="")


class EmblemRow(Base):
    """An emblem as PNG. None is ever removed, so that an earlier one can come back."""

    __tablename__ = "emblems"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    png: Mapped[bytes]
