"""Qt's own words – buttons, menus of text fields, print dialogs – from the program's catalogue."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from ui.language import words


def N_(msgid: str) -> str:
    """Marks words that Qt says; they are looked up by `QtWords`."""
    return msgid


KNOWN = (
    N_("OK"),
    N_("&OK"),
    N_("Cancel"),
    N_("&Cancel"),
    N_("Close"),
    N_("&Close"),
    N_("Save"),
    N_("&Save"),
    N_("Open"),
    N_("&Open"),
    N_("&Yes"),
    N_("&No"),
    N_("Apply"),
    N_("Help"),
    N_("Discard"),
    N_("&Undo"),
    N_("&Redo"),
    N_("Cu&t"),
    N_("&Copy"),
    N_("&Paste"),
    N_("Delete"),
    N_("Select All"),
    N_("Look in:"),
    N_("&Look in:"),
    N_("File &name:"),
    N_("Files of type:"),
    N_("Files of &type:"),
    N_("Directories"),
    N_("Computer"),
    N_("Date Modified"),
    N_("Size"),
    N_("Type"),
    N_("&Choose"),
    N_("Directory:"),
    N_("Print"),
    N_("&Print"),
    N_("Printer"),
    N_("Copies"),
    N_("Pages"),
    N_("All"),
    N_("Options"),
)


class QtWords(QTranslator):
    """Answers Qt in the language in use; what is not in the catalogue stays as Qt has it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = frozenset(KNOWN)

    def isEmpty(self) -> bool:
        """Qt asks an empty translator nothing."""
        return False

    def translate(
        self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str:
        """The words for one of Qt's own; others as they are, for an empty answer blanks them."""
        return words().gettext(source) if source in self._known else source
