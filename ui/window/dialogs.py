"""The windows beside the window: imports, settings, custody, help. Loaded when first wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from archive.records import Document
from ui.desk import Desk
from ui.imports.importer import Importer
from ui.scanning.eyes import Eyes

if TYPE_CHECKING:
    from ui.imports.dialog import ImportsDialog
    from ui.window.exports import Exports
    from ui.window.opening import Opening


class Dialogs:
    """Opens each; none of them blocks the window's thread."""

    def __init__(
        self,
        desk: Desk,
        importer: Importer,
        eyes: Eyes,
        opening: Opening,
        exports: Exports,
        window: QWidget,
    ) -> None:
        self._desk, self._importer, self._opening = desk, importer, opening
        self._eyes, self._exports, self._window = eyes, exports, window
        self._imports: ImportsDialog | None = None

    @property
    def shown_imports(self) -> ImportsDialog | None:
        """The window of imports, if it has been opened."""
        return self._imports

    def imports(self) -> None:
        """All imports; one window, brought forward when it is asked for again."""
        from ui.imports.dialog import ImportsDialog

        if self._imports is None:
            self._imports = ImportsDialog(self._desk, self._importer, self._window)
            self._exports.offer_imports(self._imports)
        self._imports.refresh()
        self._imports.show()
        self._imports.raise_()

    def settings(self) -> None:
        """Language, appearance, the reader's level."""
        from ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._desk, self._window)
        dialog.access_changed.connect(self._opening.reopen)
        dialog.languages_chosen.connect(self._eyes.use)
        dialog.open()

    def vocabularies(self) -> None:
        """The lists of terms an office chooses from."""
        from ui.vocabularies.dialog import VocabulariesDialog

        self._open(VocabulariesDialog(self._desk, self._window))

    def synonyms(self) -> None:
        """The words that search looks for beside those typed."""
        from ui.synonyms.dialog import SynonymsDialog

        SynonymsDialog(self._desk, self._window).open()

    def office(self) -> None:
        """Who keeps the archive, as its prints say."""
        from ui.editors.office_dialog import OfficeDialog

        self._open(OfficeDialog(self._desk, self._window))

    def verify(self) -> None:
        """Check the originals."""
        from ui.custody import VerifyDialog

        self._open(VerifyDialog(self._desk, self._window))

    def backup(self) -> None:
        """Back up to one file."""
        from ui.custody import BackupDialog

        BackupDialog(self._desk, self._window).open()

    def prints(self) -> None:
        """What was printed and kept."""
        from ui.prints.dialog import PrintsDialog

        self._open(PrintsDialog(self._desk, self._window))

    def restore(self) -> None:
        """Make an archive from a backup, and open it."""
        from ui.custody import RestoreDialog

        dialog = RestoreDialog(self._desk, self._window)
        dialog.restored.connect(self._opening.open)
        dialog.open()

    def trash(self) -> None:
        """What was removed, to be brought back."""
        from ui.history.trash_dialog import TrashDialog

        self._open(TrashDialog(self._desk, self._window))

    def compare(self) -> None:
        """Cases side by side."""
        from ui.comparison.dialog import ComparisonDialog

        ComparisonDialog(self._desk, self._window).show()

    def register(self) -> None:
        """Agreements out of an office's spreadsheet."""
        from ui.register import RegisterDialog

        RegisterDialog(self._desk, self._window).open()

    def astray(self) -> None:
        """Quotes that no longer stand on their pages; the window stays usable beside it."""
        from ui.scanning.astray_dialog import AstrayDialog

        AstrayDialog(self._desk, self._window).show()

    def events(self) -> None:
        """What was done, by whom, when."""
        from ui.history.events_dialog import EventsDialog

        dialog = EventsDialog(self._desk, self._window)
        self._exports.offer_events(dialog)
        dialog.open()

    def create(self) -> None:
        """Make an archive."""
        from ui.create_dialog import CreateDialog

        dialog = CreateDialog(self._window)
        dialog.wanted.connect(self._opening.create)
        dialog.open()

    def describe(self, document: int) -> None:
        """The description of a document."""
        archive = self._desk.archive
        if archive is not None:
            self._desk.jobs.run(archive.documents.get, document, done=partial(self._describe))

    def keys(self) -> None:
        """The keys."""
        from ui.about import KeysDialog

        KeysDialog(self._window).open()

    def about(self) -> None:
        """What this program is."""
        from ui.about import AboutDialog

        AboutDialog(self._window).open()

    def close(self) -> None:
        """The archive closes: what shows it goes too."""
        if self._imports is not None:
            self._imports.close()
            self._imports.deleteLater()
            self._imports = None

    def _open(self, dialog: QDialog) -> None:
        """Open a dialog whose tables can be exported as they are seen."""
        self._exports.offer(dialog)
        dialog.open()

    def _describe(self, document: Document) -> None:
        from ui.documents.describe import DescribeDialog

        DescribeDialog(self._desk, document, self._window).open()
