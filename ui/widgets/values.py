"""The role under which a model gives a cell's plain value: a number, a day, not words for it."""

from __future__ import annotations

from PySide6.QtCore import Qt

VALUE = Qt.ItemDataRole.UserRole + 64
