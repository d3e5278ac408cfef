"""Remembers the last settings of a print between starts, for each archive its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.reports.request import ChosenCase
from ui.language import language
from ui.reports.wish import Wish

if TYPE_CHECKING:
    from ui.settings import Settings

KEY = "reports/wishes"
MOST = 20  # archives


def remember(settings: Settings, archive: Path, wish: Wish) -> None:
    """Keep what was chosen last."""
    wishes = _read(settings)
    wishes.pop(str(archive), None)
    wishes[str(archive)] = asdict(wish)
    settings.set_value(KEY, json.dumps(dict(list(wishes.items())[-MOST:])))


def recall(settings: Settings, archive: Path) -> Wish:
    """What was chosen last in this archive; elsewhere, in the archive before, only the language."""
    wishes = _read(settings)
    found = wishes.get(str(archive))
    last: object = next(reversed(wishes.values()), None)
    wish = _wish(found) if isinstance(found, dict) else None
    tongue = last.get("language") if isinstance(last, dict) else None
    return wish or Wish(language=str(tongue or language()))


def _read(settings: Settings) -> dict[str, Any]:
    try:
        found = json.loads(str(settings.value(KEY, "{}")))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _wish(found: Mapping[str, Any]) -> Wish | None:
    """None for what no longer can be understood."""
    try:
        cases = tuple(_case(each) for each in found["cases"])
        return Wish(**{**found, "cases": cases})
    except (KeyError, TypeError, ValueError):
        return None


def _case(found: Mapping[str, Any]) -> ChosenCase:
    years = found["years"]
    first_last = (int(years[0]), int(years[1])) if years else None
    return ChosenCase(int(found["partnership"]), str(found["field"]), first_last)
