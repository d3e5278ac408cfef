"""The period a person has set for each partnership, remembered between starts."""

from __future__ import annotations

from ui.settings import Settings

KEY = "programs/period/"
Typed = tuple[int | None, int | None]


class Periods:
    """Kept by the partnership's uuid, so that another archive's do not mix with them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, uuid: str) -> Typed:
        """First and last year as they were typed; None where nothing was."""
        first, _dash, last = str(self._settings.value(KEY + uuid, "")).partition("-")
        return _year(first), _year(last)

    def keep(self, uuid: str, typed: Typed) -> None:
        """Remember a period; an empty one is forgotten."""
        first, last = (f"{year:04}" if year is not None else "" for year in typed)
        self._settings.set_value(KEY + uuid, f"{first}-{last}" if first or last else None)


def _year(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) == 4 else None
