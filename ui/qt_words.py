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
    N_("Save All"),
    N_("Don't Save"),
    N_("Ignore"),
    N_("Retry"),
    N_("Abort"),
    N_("Yes to &All"),
    N_("N&o to All"),
    N_("&Delete"),
    N_("&Rename"),
    N_("&New Folder"),
    N_("New Folder"),
    N_("Show "),
    N_("Show &hidden files"),
    N_("Back"),
    N_("Go back"),
    N_("Forward"),
    N_("Go forward"),
    N_("Parent Directory"),
    N_("Go to the parent directory"),
    N_("Create New Folder"),
    N_("Create a New Folder"),
    N_("List View"),
    N_("Change to list view mode"),
    N_("Detail View"),
    N_("Change to detail view mode"),
    N_("Sidebar"),
    N_("List of places and bookmarks"),
    N_("Files"),
    N_("File"),
    N_("Folder"),
    N_("Drive"),
    N_("Unknown"),
    N_("All Files (*)"),
    N_("Recent Places"),
    N_("Remove"),
    N_("My Computer"),
    N_("Find Directory"),
    N_("Name"),
    N_("%1 already exists.\nDo you want to replace it?"),
    N_("%1 already exists.\nDo you want to overwrite it?"),
    N_("%1\nFile not found.\nPlease verify the correct file name was given."),
    N_("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    N_("'%1' is write protected.\nDo you want to delete it anyway?"),
    N_("Are you sure you want to delete '%1'?"),
    N_("Could not delete directory."),
    N_("%1 is a directory.\nPlease choose a different file name."),
    N_("File %1 is not writable.\nPlease choose a different file name."),
    N_("The 'From' value cannot be greater than the 'To' value."),
    N_("&Name:"),
    N_("Location:"),
    N_("Type:"),
    N_("P&roperties"),
    N_("Preview"),
    N_("Form"),
    N_("Output &file:"),
    N_("&Options >>"),
    N_("&Options <<"),
    N_("Print to File (PDF)"),
    N_("Local file"),
    N_("Write PDF file"),
    N_("All Pages"),
    N_("Odd Pages"),
    N_("Even Pages"),
    N_("Current Page"),
    N_("Selection"),
    N_("Print all"),
    N_("Print range"),
    N_("Pages from"),
    N_("to"),
    N_(
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated"
        " by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
    ),
    N_("Output Settings"),
    N_("Copies:"),
    N_("Collate"),
    N_("Reverse"),
    N_("Page &Set:"),
    N_("Color Mode"),
    N_("Color"),
    N_("Grayscale"),
    N_("Double Sided Printing"),
    N_("Off"),
    N_("Long side binding"),
    N_("Short side binding"),
    N_("Page Setup"),
    N_("Page Layout"),
    N_("Page &order:"),
    N_("Pages &per sheet:"),
    N_("Left to Right, Top to Bottom"),
    N_("Left to Right, Bottom to Top"),
    N_("Right to Left, Top to Bottom"),
    N_("Right to Left, Bottom to Top"),
    N_("Top to Bottom, Left to Right"),
    N_("Top to Bottom, Right to Left"),
    N_("Bottom to Top, Left to Right"),
    N_("Bottom to Top, Right to Left"),
    N_("Page size:"),
    N_("Paper source:"),
    N_("Width:"),
    N_("Height:"),
    N_("Custom"),
    N_("Orientation"),
    N_("Portrait"),
    N_("Landscape"),
    N_("Reverse landscape"),
    N_("Reverse portrait"),
    N_("Margins"),
    N_("top margin"),
    N_("bottom margin"),
    N_("left margin"),
    N_("right margin"),
    N_("Millimeters (mm)"),
    N_("Inches (in)"),
    N_("Points (pt)"),
    N_("Scroll Left"),
    N_("Scroll Right"),
)
INSTEAD = {"Paper": N_("Sheet of paper")}  # which is a written one in the program's own words


class QtWords(QTranslator):
    """Answers Qt in the language in use; what is not in the catalogue stays as Qt has it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = frozenset((*KNOWN, *INSTEAD.values()))

    def isEmpty(self) -> bool:
        """Qt asks an empty translator nothing."""
        return False

    def translate(
        self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str:
        """The words for one of Qt's own; others as they are, for an empty answer blanks them."""
        said = INSTEAD.get(source, source)
        return words().gettext(said) if said in self._known else source
