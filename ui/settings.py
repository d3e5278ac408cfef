"""What the desk remembers between starts: language, archives, reader's level, sizes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from archive.records import Access

RECENT = 8


class Settings:
    """The desk's settings, one INI file in the user's own configuration."""

    def __init__(self) -> None:
        self._store = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "kembar", "kembar"
        )
        self._this_time: Access | None = None

    def value(self, key: str, default: Any = None) -> Any:
        """What is remembered under a key, or the default."""
        return self._store.value(key, default)

    def set_value(self, key: str, value: object) -> None:
        """Remember a value; None forgets it."""
        if value is None:
            self._store.remove(key)
        else:
            self._store.setValue(key, value)

    def state(self, key: str) -> QByteArray:
        """A remembered state of a window, splitter or header; empty when there is none."""
        found = self._store.value(f"state/{key}")
        return found if isinstance(found, QByteArray) else QByteArray()

    def set_state(self, key: str, state: QByteArray) -> None:
        """Remember a state of a window, splitter or header."""
        self._store.setValue(f"state/{key}", state)

    @property
    def language(self) -> str | None:
        """The chosen language, None until one is chosen."""
        found = self._store.value("language")
        return found if isinstance(found, str) else None

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        found = self._store.value("theme")
        return found if found in ("light", "dark") else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def access(self) -> Access:
        """The reader's level of this desk, the lowest until another is chosen."""
        if self._this_time is not None:
            return self._this_time
        try:
            return Access(int(str(self._store.value("access", 0))))
        except (TypeError, ValueError):
            return Access.OPEN

    @access.setter
    def access(self, level: Access) -> None:
        self._this_time = None
        self._store.setValue("access", int(level))

    def read_at(self, level: Access) -> None:
        """Read at this level until the program ends or another is chosen; it is not remembered."""
        self._this_time = level

    @property
    def recent(self) -> tuple[Path, ...]:
        """The archives opened last, the newest first."""
        found = self._store.value("recent", [])
        entries = found if isinstance(found, list) else [found] if found else []
        return tuple(Path(str(entry)) for entry in entries)

    def opened(self, folder: Path) -> None:
        """Put an archive first among the recent ones."""
        others = [path for path in self.recent if path != folder]
        self._store.setValue("recent", [str(path) for path in (folder, *others)][:RECENT])

    def forget(self, folder: Path) -> None:
        """Take an archive that is gone out of the recent ones."""
        self._store.setValue("recent", [str(path) for path in self.recent if path != folder])

    def save(self) -> None:
        """Write now what was set."""
        self._store.sync()
