"""A page as a picture file: drawn as finely as asked, turned as it is looked at."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QStandardPaths
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from archive.exchange.tables import outside, whole
from archive.records.history import Exported
from ui.language import _
from ui.listings.files import ended
from ui.reader.engine import engine
from ui.reader.originals import safe_name
from ui.reader.paper import MAX_PIXELS, Paper, Shot
from ui.reader.source import Source

if TYPE_CHECKING:
    from archive.archive import Archive
    from ui.desk import Desk

DOTS = (300, 150)  # an inch
INCH = 0.0254  # metres
FOLDER = "exports/folder"


@dataclass(frozen=True)
class Wanted:
    """A page (from 1) of a paper, its dots an inch and its quarter turns, and what it is called."""

    opener: Callable[[], Paper]
    page: int
    dots: int
    turn: int
    title: str
    source: str
    document: int | None = None


class PageFiles:
    """Asks for a file and for how fine it is, then saves the page there."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self.dialog: QFileDialog | None = None

    def ask(self, source: Source, page: int, turn: int) -> None:
        """Save this page of a document, turned as it is seen."""
        title = source.document.description.title
        filters = {_("PNG picture, {n} dots per inch (*.png)").format(n=n): n for n in DOTS}
        dialog = QFileDialog(self._parent.window(), _("Save the page as a picture"), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix("png")
        called = _("{title} p. {page}").format(title=title, page=page)
        dialog.selectFile(safe_name(f"{called}.png", ".png"))

        def chosen(file: str) -> None:
            dots = filters[dialog.selectedNameFilter()]
            told = f"sha256:{source.document.original.sha256} p. {page}"
            wanted = Wanted(source.opener(), page, dots, turn, title, told, source.document.id)
            self.save(wanted, ended(file, "png"))

        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def save(self, wanted: Wanted, target: Path) -> None:
        """Draw the page and save it, in a job."""
        archive = self._desk.archive
        if archive is not None:
            self._desk.settings.set_value(FOLDER, str(target.parent))
            done, say = partial(self._saved, wanted), _("Saving a copy")
            self._desk.jobs.run(save_page, archive, wanted, target, done=done, title=say)

    def _saved(self, wanted: Wanted, target: Path) -> None:
        archive = self._desk.archive
        self._desk.say(_("Saved: {name}").format(name=target.name))
        if archive is not None and archive.writable:
            told = Exported(wanted.title, "png", 1, target.name, wanted.document)
            self._desk.jobs.run(archive.events.exported, told)

    def _folder(self) -> str:
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        return str(self._desk.settings.value(FOLDER, usual))


def save_page(archive: Archive, wanted: Wanted, target: Path) -> Path:
    """Draw a page into a file. Runs in a job. Raises `FileUnusable`, `DiskFull`."""
    outside(target, archive.folder)
    data = png(picture(wanted), wanted)
    whole(target, lambda part: part.write_bytes(data))
    return target


def picture(wanted: Wanted) -> QImage:
    """The page as it is drawn; a page of enormous size with fewer dots an inch."""
    handle = engine().open(wanted.opener)
    try:
        width, height = handle.wait_for(lambda paper: paper.facts()).sizes[wanted.page - 1]
        scale = min(wanted.dots / 72, math.sqrt(MAX_PIXELS / (width * height)))
        size = (width, height) if wanted.turn % 2 == 0 else (height, width)
        pixels = [max(1, round(side * scale)) for side in size]
        shot = Shot(wanted.page, pixels[0], pixels[1], wanted.turn)
        image = handle.wait_for(lambda paper: paper.draw(shot))
    finally:
        handle.close()
    for set_dots in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        set_dots(round(scale * 72 / INCH))
    return image


def png(image: QImage, wanted: Wanted) -> bytes:
    """The picture as PNG; it says what it is of."""
    image.setText("Title", wanted.title)
    image.setText("Source", wanted.source)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
