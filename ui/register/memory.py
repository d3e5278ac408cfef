"""Remembers how the columns of a register are mapped, by archive and by its headings."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from archive.exchange.register import Mapping, Options, Table
from archive.exchange.register.columns import guess, remembered, to_remember

if TYPE_CHECKING:
    from ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Chosen:
    """How a sheet is read: what its columns mean, and what is made of rows."""

    mapping: Mapping
    options: Options


def remember(settings: Settings, archive: str, table: Table, chosen: Chosen) -> None:
    """Keep what was chosen for sheets with these headings; `archive` is a UUID."""
    codes = to_remember(table.headings, chosen.mapping)
    kept = {"codes": codes, "options": asdict(chosen.options)}
    settings.set_value(_key(archive, table), json.dumps(kept))


def recall(settings: Settings, archive: str, table: Table) -> Chosen:
    """What was chosen for such a sheet before, else what its headings say."""
    try:
        kept = json.loads(str(settings.value(_key(archive, table), "")))
        mapping = remembered(table.headings, map(str, kept["codes"]))
        return Chosen(mapping, Options(**kept["options"]))
    except (ValueError, KeyError, TypeError):
        return Chosen(guess(table.headings), Options())


def _key(archive: str, table: Table) -> str:
    return f"register/{archive}/{table.fingerprint}"
