"""What can be done in the reader: names, icons and keys of its actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.language import _
from ui.widgets.icons import icon

KEYS = {
    "back": ("Esc",),
    "side": ("F9",),
    "find": ("Ctrl+F",),
    "zoom_in": ("Ctrl++", "Ctrl+="),
    "zoom_out": ("Ctrl+-",),
    "rotate": ("Ctrl+R",),
    "next_hit": ("Ctrl+G",),
    "hit_before": ("Ctrl+Shift+G",),
    "link": ("Ctrl+L",),
    "file": ("Ctrl+Shift+L",),
    "print": ("Ctrl+P",),
    "copy": ("Ctrl+C",),
    "citation": ("Ctrl+Shift+C",),
    "transcribe": ("Ctrl+T",),
    "tables": ("Ctrl+Shift+T",),
    "describe": ("F2",),
}
ICONS = {
    "back": "back",
    "side": "side",
    "find": "search",
    "zoom_in": "zoom-in",
    "zoom_out": "zoom-out",
    "rotate": "rotate",
    "link": "link",
    "file": "finding",
    "print": "print",
    "copy": "copy",
    "citation": "copy",
    "picture": "save",
    "describe": "edit",
    "transcribe": "edit",
    "read_again": "retry",
    "tables": "programs",
    "open_original": "open",
    "save_copy": "save",
    "show_in_folder": "folder",
}
BAR = {
    "left": ("side", "zoom_out", "zoom_in", "rotate"),
    "right": ("link", "file", "find", "print"),
    "more": (
        *("describe", "copy", "link_page", "file_page", "tables", "transcribe", "read_again"),
        *("citation", "picture", "open_original", "save_copy", "show_in_folder"),
    ),
}
CHANGING = (
    *("link", "link_page", "file", "file_page", "describe"),
    *("transcribe", "read_again", "tables"),
)


class ReaderActions:
    """One action for each thing a reader can be told to do; `does` says what happens."""

    def __init__(self, reader: QWidget, does: Mapping[str, Callable[[], object]]) -> None:
        self._actions = {name: self._make(reader, name, slot) for name, slot in does.items()}
        self["side"].setCheckable(True)
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def some(self, names: Iterable[str]) -> list[QAction]:
        """Several by name."""
        return [self._actions[name] for name in names]

    def enable(self, *, shown: bool, here: bool, writable: bool) -> None:
        """What needs pages, what needs the original, and what changes the archive."""
        for name, action in self._actions.items():
            if name in ("back", "side"):
                continue
            needed = here if name in ("open_original", "save_copy", "show_in_folder") else shown
            if name in ("describe", "citation"):
                needed = True
            changing = name in CHANGING
            action.setEnabled(needed and (writable or not changing))

    def retranslate(self) -> None:
        """Write every word in the language of the window; icons in its colours."""
        for name, words in _words().items():
            action = self._actions[name]
            action.setText(words)
            action.setIconText(words)  # else Qt takes away the dots
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words} ({keys})" if keys else words)
            if name in ICONS:
                action.setIcon(icon(ICONS[name]))

    def _make(self, reader: QWidget, name: str, slot: Callable[[], object]) -> QAction:
        action = QAction(reader)
        action.setShortcuts([QKeySequence(keys) for keys in KEYS.get(name, ())])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: slot())
        reader.addAction(action)
        return action


def _words() -> dict[str, str]:
    return {
        "back": _("Back"),
        "side": _("Pages and outline"),
        "find": _("Find in this document"),
        "zoom_in": _("Larger"),
        "zoom_out": _("Smaller"),
        "rotate": _("Turn right"),
        "next_hit": _("Next hit"),
        "hit_before": _("Hit before"),
        "link": _("Link as evidence"),
        "link_page": _("Link the whole page as evidence…"),
        "file": _("File as finding…"),
        "file_page": _("File the whole page as finding…"),
        "print": _("Print pages…"),
        "copy": _("Copy the selected text"),
        "citation": _("Copy citation"),
        "picture": _("Save page as PNG…"),
        "transcribe": _("Transcribe the page…"),
        "read_again": _("Read the pictures again"),
        "tables": _("Read a table…"),
        "describe": _("Describe…"),
        "open_original": _("Open the original"),
        "save_copy": _("Save a copy…"),
        "show_in_folder": _("Show in its folder"),
    }
