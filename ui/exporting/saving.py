"""Where an export goes, asked of a person; and the export itself, made beside the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from archive.exchange.tables import Table
from archive.progress import Progress
from archive.records.history import Exported
from ui.language import _, language, ngettext
from ui.listings.errands import export_documents, export_table
from ui.listings.files import ENDINGS, Place, Wanted, Written, ended
from ui.reader.originals import safe_name

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.jobs import Job

FOLDER, FORMAT = "exports/folder", "exports/format-{of}"


@dataclass(frozen=True, slots=True)
class Documents:
    """Documents to be gathered where they are written; `columns` of a table, all when none."""

    wanted: Wanted
    columns: tuple[str, ...] = ()


Later = Callable[[Progress], "Table | Documents"]
Source = Table | Documents | Later


class Exporting(QObject):
    """Makes one export after the other; `made` tells of each that is whole."""

    made = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._job: Job | None = None
        self.dialog: QFileDialog | None = None

    def ask(
        self,
        parent: QWidget,
        title: str,
        formats: Mapping[str, str],
        gather: Callable[[], Source],
        of: str = "table",
    ) -> None:
        """Ask for a file in one of these formats (code, words), then write what is gathered."""
        dialog = QFileDialog(parent.window(), _("Export"), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = {f"{words} (*.{ENDINGS[code]})": code for code, words in formats.items()}
        dialog.setNameFilters(list(filters))
        self._choose_format(dialog, filters, of)
        dialog.selectFile(file_name(title))
        dialog.fileSelected.connect(partial(self._chosen, dialog, filters, title, gather, of))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def export(self, title: str, source: Source, place: Place) -> None:
        """Write a source to a file; it may take a while."""
        archive = self._desk.archive
        if archive is None:
            return
        if callable(source):
            done = partial(self._write, title, place)
            self._job = self._desk.jobs.run(
                source_of, source, done=done, title=_("Exporting"), progress=True
            )
        else:
            self._write(title, place, source)

    def _write(self, title: str, place: Place, source: Table | Documents) -> None:
        archive = self._desk.archive
        if archive is None:
            return
        reader = archive.folder, archive.access, language()
        done, say = partial(self._made, title, place), _("Exporting")
        if isinstance(source, Table):
            values: tuple[object, ...] = (reader, source, place)
            self._job = self._desk.jobs.beside("press", export_table, *values, done=done, title=say)
        else:
            values = (reader, source.wanted, place, source.columns)
            self._job = self._desk.jobs.beside(
                "press", export_documents, *values, done=done, title=say
            )

    def _made(self, title: str, place: Place, written: Written) -> None:
        """Say it, and put it down where this archive can be written to."""
        archive = self._desk.archive
        if archive is not None and archive.writable:
            told = Exported(title, place.format, written.count, written.path.name)
            self._desk.jobs.run(archive.events.exported, told)
        words = ngettext("Exported: {name}, {n} row", "Exported: {name}, {n} rows", written.count)
        number = QLocale(language()).toString(written.count)
        self._desk.say(words.format(name=written.path.name, n=number))
        self.made.emit(written)

    def _chosen(
        self,
        dialog: QFileDialog,
        filters: Mapping[str, str],
        title: str,
        gather: Callable[[], Source],
        of: str,
        chosen: str,
    ) -> None:
        path, format_ = placed(chosen, filters[dialog.selectedNameFilter()], filters.values())
        self._desk.settings.set_value(FOLDER, str(path.parent))
        self._desk.settings.set_value(FORMAT.format(of=of), format_)
        self.export(title, gather(), Place(path, format_, parted_by()))

    def _choose_format(self, dialog: QFileDialog, filters: Mapping[str, str], of: str) -> None:
        """The format that was chosen last; the file's ending follows the format."""

        def follow(words: str) -> None:
            dialog.setDefaultSuffix(ENDINGS[filters[words]])

        last = self._desk.settings.value(FORMAT.format(of=of))
        first = next(
            (words for words, code in filters.items() if code == last), next(iter(filters))
        )
        dialog.filterSelected.connect(follow)
        dialog.selectNameFilter(first)
        follow(first)

    def _folder(self) -> str:
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(self._desk.settings.value(FOLDER, usual))


def source_of(later: Later, progress: Progress) -> Table | Documents:
    """Gather what takes time. Runs in a job."""
    return later(progress)


def placed(chosen: str, format_: str, formats: Iterable[str]) -> tuple[Path, str]:
    """The file and its format: an ending that was typed and is of another format counts."""
    typed = Path(chosen).suffix.lower().lstrip(".")
    known = [code for code in formats if ENDINGS[code] == typed]
    code = format_ if not known or format_ in known else known[0]
    return ended(chosen, ENDINGS[code]), code


def file_name(title: str) -> str:
    """A name of what is exported and today, without an ending."""
    today = date.today().isoformat()  # noqa: DTZ011 - the day on the wall
    return safe_name(f"{title.replace('.', ' ')} {today}", "")


def parted_by() -> str:
    """What parts the cells of CSV on this computer: where numbers have a comma, a semicolon."""
    return ";" if QLocale.system().decimalPoint() == "," else ","
