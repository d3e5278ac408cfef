"""What can be done with the chosen documents: names, icons and keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from archive.records import Document
from archive.storage.kinds import PDF
from ui.language import _, ngettext
from ui.models.document_words import number
from ui.widgets.icons import icon

KEYS = {
    "describe": "F2",
    "link": "Ctrl+L",
    "print": "Ctrl+P",
    "citation": "Ctrl+Shift+C",
    "preview": "Space",
    "remove": "Del",
}
SHOWN_KEYS = {"open": "Enter", **KEYS}
ICONS = {
    "open": "documents",
    "describe": "edit",
    "link": "link",
    "open_original": "open",
    "save_copy": "save",
    "show_in_folder": "folder",
    "print": "print",
    "citation": "copy",
    "descriptions": "save",
    "citations": "save",
    "preview": "side",
    "unlock": "lock",
    "similar": "copy",
    "split": "split",
    "read_again": "retry",
    "remove": "remove",
}
OF_MANY = ("describe", "link", "read_again", "remove")
TO_READ = ("descriptions", "citations")  # of many too, also while the archive is only looked at
ON_DEMAND = (
    *("show_in_folder", "citation", "descriptions", "citations"),
    *("unlock", "similar", "split", "read_again", "remove"),
)  # in the menu only
NOT_PRINTED = (
    *("damaged", "no_pages", "crashes_reader", "too_slow"),
    *("kept_unread", "picture_damaged", "file_damaged"),
)


class DocumentActions:
    """One action for each thing; `does` says what happens."""

    def __init__(self, room: QWidget, does: Mapping[str, Callable[[], object]]) -> None:
        self._actions = {name: self._make(room, name, slot) for name, slot in does.items()}
        self["preview"].setCheckable(True)
        self._count = 0
        self.enable(None, 0, writable=False)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def bar(self, parent: QWidget) -> QToolBar:
        """A row of buttons; those that find no room are behind its arrow."""
        bar = QToolBar(parent)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setIconSize(QSize(18, 18))
        bar.addActions([each for name, each in self._actions.items() if name not in ON_DEMAND])
        bar.insertSeparator(self["preview"])
        if (layout := bar.layout()) is not None:
            layout.setContentsMargins(0, 0, 0, 0)
        return bar

    def menu(self, parent: QWidget) -> QMenu:
        """The same as a menu."""
        menu = QMenu(parent)
        menu.addActions(list(self._actions.values()))
        menu.insertSeparator(self["open_original"])
        menu.insertSeparator(self["print"])
        menu.insertSeparator(self["citation"])
        menu.insertSeparator(self["preview"])
        menu.insertSeparator(self["remove"])
        menu.setDefaultAction(self["open"])
        return menu

    def enable(self, document: Document | None, count: int, *, writable: bool) -> None:
        """What there is to be done with this document, or with so many."""
        one = document is not None and count <= 1
        for name, action in self._actions.items():
            action.setEnabled(one or name == "preview")
        for name in OF_MANY:
            self[name].setEnabled((one or count > 1) and writable)
        for name in TO_READ:
            self[name].setEnabled(one or count > 1)
        several = document is not None and document.pages > 1
        self["split"].setEnabled(one and several and writable)
        self["unlock"].setVisible(document is not None and one and _is_locked(document))
        printable = document is not None and document.trouble not in NOT_PRINTED
        self["print"].setEnabled(one and printable)
        if count != self._count:
            self._count = count
            self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language in use; icons in its colours."""
        for name, words in (_words() | _words_of_many(self._count)).items():
            action, keys = self._actions[name], SHOWN_KEYS.get(name)
            shown = QKeySequence(keys or "").toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(words)
            action.setIconText(words)  # else Qt takes away the dots
            action.setToolTip(f"{words} ({shown})" if keys else words)
            action.setIcon(icon(ICONS[name]))

    def _make(self, room: QWidget, name: str, slot: Callable[[], object]) -> QAction:
        action = QAction(room)
        if name in KEYS:
            action.setShortcut(QKeySequence(KEYS[name]))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: slot())
        return action


def _is_locked(document: Document) -> bool:
    """Whether a password can open it here; other programs open their own files."""
    return document.trouble == "password" and document.original.media_type == PDF


def _words() -> dict[str, str]:
    return {
        "open": _("Open"),
        "describe": _("Describe…"),
        "link": _("Link as evidence…"),
        "open_original": _("Open the original"),
        "save_copy": _("Save a copy…"),
        "show_in_folder": _("Show in its folder"),
        "print": _("Print pages…"),
        "citation": _("Copy citation"),
        "descriptions": _("Export descriptions…"),
        "citations": _("Export citations…"),
        "preview": _("Preview"),
        "read_again": _("Read the pictures again"),
        "unlock": _("Open with a password…"),
        "similar": _("Similar…"),
        "split": _("Split by pages…"),
        "remove": _("Move to the trash"),
    }


def _words_of_many(count: int) -> dict[str, str]:
    """Deeds on more than one say how many."""
    if count <= 1:
        return {}
    words = {
        "describe": ngettext("Describe {n} document…", "Describe {n} documents…", count),
        "link": ngettext("Link {n} document…", "Link {n} documents…", count),
        "descriptions": ngettext("Export {n} description…", "Export {n} descriptions…", count),
        "citations": ngettext("Export {n} citation…", "Export {n} citations…", count),
        "remove": ngettext("Move {n} to the trash…", "Move {n} to the trash…", count),
    }
    return {name: said.format(n=number(count)) for name, said in words.items()}
