"""The window's menus: every action once, with its key; words in the language in use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.language import _, language
from ui.widgets.icons import icon

KEYS = {
    "new": "Ctrl+N",
    "open": "Ctrl+Shift+N",
    "bring_files": "Ctrl+O",
    "bring_folder": "Ctrl+Shift+O",
    "imports": "Ctrl+I",
    "settings": "Ctrl+,",
    "export": "Ctrl+E",
    "quit": "Ctrl+Q",
    "undo": "Ctrl+Z",
    "search": "Ctrl+K",
    "back": "Alt+Left",
    "forward": "Alt+Right",
    "keys": "F1",
}
ICONS = {
    "bring_files": "import",
    "bring_folder": "folder",
    "export": "save",
    "settings": "settings",
    "trash": "remove",
    "events": "history",
    "astray": "warning",
    "prints": "print",
    "search": "search",
    "back": "back",
    "forward": "forward",
}
NEEDS_ARCHIVE = (
    *("imports", "verify", "backup", "search", "close", "trash", "events", "compare"),
    "vocabularies",
    *("prints", "export", "export_documents"),
    "synonyms",
)
NEEDS_WRITING = ("bring_files", "bring_folder", "register", "office")
ARCHIVE = (
    ("new", "open", "RECENT", "sample", "close"),
    ("bring_files", "bring_folder", "register", "imports"),
    ("prints", "export", "export_documents"),
    ("verify", "backup", "restore"),
    ("vocabularies", "synonyms", "office", "settings", "quit"),
)
EDIT = (("undo",), ("trash", "events", "astray"))
GO = (("search", "back", "forward"), ("ROOMS",), ("compare",))
HELP = (("keys", "about"),)


class Menus:
    """Makes the actions and puts them into the window's menu bar."""

    def __init__(self, window: QMainWindow, does: Mapping[str, Callable[[], object]]) -> None:
        self._window = window
        self.actions = {name: self._make(name, slot) for name, slot in does.items()}
        self.recent = QMenu(window)
        self.rooms: list[QAction] = []
        self.show_astray(0)
        self._menus = [window.menuBar().addMenu("") for _menu in range(4)]

    def add_rooms(self, names: Sequence[str], go: Callable[[str], object]) -> None:
        """One action a room, Ctrl+1 and on; then all menus can be filled."""
        for number, name in enumerate(names, 1):
            action = QAction(self._window)
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(lambda _checked=False, name=name: go(name))
            self.rooms.append(action)
        for menu, groups in zip(self._menus, (ARCHIVE, EDIT, GO, HELP), strict=True):
            self._fill(menu, groups)

    def enable(self, *, opened: bool, writable: bool) -> None:
        """What needs an archive, and what needs to change it."""
        for name in NEEDS_ARCHIVE:
            self.actions[name].setEnabled(opened)
        for name in NEEDS_WRITING:
            self.actions[name].setEnabled(writable)
        for action in self.rooms:
            action.setEnabled(opened)

    def show_undo(self, words: str, *, possible: bool) -> None:
        """What *Undo* would undo."""
        self.actions["undo"].setText(words)
        self.actions["undo"].setEnabled(possible)

    def show_astray(self, count: int) -> None:
        """How many quotes are to be looked at; without any there is nothing to choose."""
        self._astray = count
        number = QLocale(language()).toString(count)
        words = _("Quotes to be looked at ({n})…").format(n=number)
        self.actions["astray"].setText(words)
        self.actions["astray"].setIcon(icon(ICONS["astray"]))
        self.actions["astray"].setVisible(count > 0)

    def retranslate(self, room_titles: Sequence[str]) -> None:
        """Write every word in the language of the window; icons in its colours."""
        titles = _("&Archive"), _("&Edit"), _("&Go"), _("&Help")
        for menu, words in zip(self._menus, titles, strict=True):
            menu.setTitle(words)
        self.recent.setTitle(_("Open a recent archive"))
        for name, words in _words().items():
            self.actions[name].setText(words)
            if name in ICONS:
                self.actions[name].setIcon(icon(ICONS[name]))
        self.name_rooms(room_titles)
        self.show_astray(self._astray)

    def name_rooms(self, titles: Sequence[str]) -> None:
        """What the rooms are called now; one counts what is due."""
        for action, title in zip(self.rooms, titles, strict=True):
            action.setText(title)

    def _make(self, name: str, slot: Callable[[], object]) -> QAction:
        action = QAction(self._window)
        if name in KEYS:
            action.setShortcut(QKeySequence(KEYS[name]))
        action.triggered.connect(lambda _checked=False: slot())
        if name == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        return action

    def _fill(self, menu: QMenu, groups: Sequence[Sequence[str]]) -> None:
        for number, group in enumerate(groups):
            if number:
                menu.addSeparator()
            for name in group:
                if name == "RECENT":
                    menu.addMenu(self.recent)
                elif name == "ROOMS":
                    menu.addActions(self.rooms)
                else:
                    menu.addAction(self.actions[name])


def _words() -> dict[str, str]:
    return {
        "new": _("New archive…"),
        "open": _("Open an archive…"),
        "sample": _("Look at the sample archive…"),
        "close": _("Close the archive"),
        "bring_files": _("Bring in files…"),
        "bring_folder": _("Bring in a folder…"),
        "register": _("Import a register…"),
        "imports": _("Imports…"),
        "export": _("Export table…"),
        "export_documents": _("Export all documents…"),
        "verify": _("Check the originals…"),
        "backup": _("Back up…"),
        "restore": _("Restore from a backup…"),
        "prints": _("Kept prints…"),
        "vocabularies": _("Vocabularies…"),
        "synonyms": _("Synonyms…"),
        "office": _("Identity of the office…"),
        "settings": _("Settings…"),
        "quit": _("Quit"),
        "trash": _("Trash…"),
        "events": _("What happened…"),
        "compare": _("Compare cases…"),
        "search": _("Search the whole archive"),
        "back": _("Back"),
        "forward": _("Forward"),
        "keys": _("Keys"),
        "about": _("About Kembar"),
    }
