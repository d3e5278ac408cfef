"""Remembers the last settings of a print between starts, the partnership by its archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.language import language
from ui.reports.form import Wish

if TYPE_CHECKING:
    from ui.settings import Settings


def remember(settings: Settings, archive: Path, wish: Wish) -> None:
    """Keep what was chosen last."""
    settings.set_value("reports/report", wish.report)
    settings.set_value("reports/language", wish.language)
    settings.set_value("reports/first", wish.first)
    settings.set_value("reports/last", wish.last)
    settings.set_value("reports/archive", str(archive))
    settings.set_value("reports/partnership", wish.partnership)


def recall(settings: Settings, archive: Path) -> Wish:
    """What was chosen last; subject and years only of the same archive."""
    report = str(settings.value("reports/report", ""))
    tongue = str(settings.value("reports/language", language()))
    if settings.value("reports/archive") != str(archive):
        return Wish(report, language=tongue)
    partnership, first, last = (
        _number(settings, name) for name in ("partnership", "first", "last")
    )
    return Wish(report, partnership, first, last, tongue)


def _number(settings: Settings, name: str) -> int | None:
    found = str(settings.value(f"reports/{name}", ""))
    return int(found) if found.isdigit() else None
