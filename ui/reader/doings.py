"""What a person does with the open document: find, link, copy, print, take it elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from ui.citing.copying import copy_citation
from ui.reader import originals
from ui.reader.actions import ReaderActions
from ui.reader.filing import Filing
from ui.reader.find_bar import FindBar
from ui.reader.hits import HitFinder
from ui.reader.linking import Linking
from ui.reader.marking import Ink
from ui.reader.page_files import PageFiles
from ui.reader.paper_prints import PaperPrints
from ui.reader.selection import Selected
from ui.reader.side import SidePanel
from ui.reader.source import Source
from ui.reader.tables import wanted_tables
from ui.reader.transcribing import TranscribeDialog
from ui.reader.typed_panel import TypedPanel
from ui.reader.view import PageView
from ui.tabulating import TabulateDialog

if TYPE_CHECKING:
    from ui.desk import Desk

SIDE = "reader/side"
Asks = Callable[[int, str, Selected, Callable[[object], object]], None]


class Doings:
    """Works on what the reader shows: a source, and what marks the hits of the search in it."""

    def __init__(
        self,
        desk: Desk,
        room: QWidget,
        view: PageView,
        find_bar: FindBar,
        panels: tuple[SidePanel, TypedPanel],
    ) -> None:
        self._desk, self._room = desk, room
        self.view, self.find_bar = view, find_bar
        self.side, self.typed = panels
        self.source: Source | None = None
        self.finder: HitFinder | None = None
        self.linking, self.filing = Linking(desk, room), Filing(desk, room)
        self.prints, self.pictures = PaperPrints(desk, room), PageFiles(desk, room)

    def take(self, source: Source | None, finder: HitFinder | None) -> None:
        """Work on this from now on."""
        self.source, self.finder = source, finder

    def all(self) -> dict[str, Callable[[], object]]:
        """Each by the name of its action."""
        view = self.view
        return {
            "back": self._back,
            "side": self._show_side,
            "find": self._find,
            "zoom_in": partial(view.zoom_by, 1),
            "zoom_out": partial(view.zoom_by, -1),
            "rotate": partial(view.rotate, 1),
            "next_hit": partial(view.hits.step, 1),
            "hit_before": partial(view.hits.step, -1),
            "link": partial(self._with_selection, self._link),
            "link_page": partial(self._with_page, self._link),
            "file": partial(self._with_selection, self._file),
            "file_page": partial(self._with_page, self._file),
            "print": self._print,
            "copy": self._copy,
            "citation": self._cite,
            "picture": self._save_picture,
            "transcribe": self._transcribe,
            "read_again": self._read_again,
            "tables": self._read_tables,
            "describe": self._of_document(self._desk.describe),
            "open_original": self._of_document(partial(originals.open_original, self._desk)),
            "save_copy": self._save_copy,
            "show_in_folder": self._of_document(partial(originals.show_in_folder, self._desk)),
        }

    def _of_document(self, does: Callable[[int], object]) -> Callable[[], object]:
        return lambda: does(self.source.document.id) if self.source is not None else None

    def _back(self) -> None:
        """Esc: first the find bar goes, then the selection, then the reader."""
        if self.find_bar.isVisible():
            self.find_bar.close_bar()
        elif self.typed.selected() is not None:
            self.typed.clear_selection()
        elif self.view.has_selection:
            self.view.select(None)
        else:
            self._desk.go_back()

    def _find(self) -> None:
        if self.view.has_selection:
            self.view.take_selection(lambda selected: self.find_bar.open_bar(selected.text))
        else:
            self.find_bar.open_bar()

    def _show_side(self) -> None:
        self.side.setVisible(self.side.isHidden())
        self._desk.settings.set_value(SIDE, int(not self.side.isHidden()))

    def _with_selection(self, does: Callable[[Selected], None]) -> None:
        typed = self.typed.selected()
        if typed is not None:
            does(typed)
        elif self.view.has_selection:
            self.view.take_selection(does)
        else:
            self._with_page(does)

    def _with_page(self, does: Callable[[Selected], None]) -> None:
        does(Selected(self.view.page, self.view.page, ""))

    def _copy(self) -> None:
        typed = self.typed.selected()
        if typed is not None:
            QGuiApplication.clipboard().setText(typed.text)
        else:
            self.view.copy()

    def _cite(self) -> None:
        """The document, and the page that is looked at where it has more than one."""
        if self.source is not None:
            page = self.view.page if self.source.document.pages > 1 else 0
            copy_citation(self._desk, self.source.document.id, page)

    def _save_picture(self) -> None:
        if self.source is not None and self.view.page:
            self.pictures.ask(self.source, self.view.page, self.view.turn)

    def _transcribe(self) -> None:
        """Type the page that is looked at; what is kept comes back as a change."""
        if self.source is not None and self._desk.writable and self.view.page:
            TranscribeDialog(self._desk, self.source, self.view.page, self._room).open()

    def _read_tables(self) -> None:
        """Read the table of the selection or the page; what is entered is told by the window."""
        if self.source is not None and self._desk.writable and self.view.page:
            wanted = wanted_tables(self.source, self.view)
            dialog = TabulateDialog(self._desk, wanted, self._room)
            dialog.entered.connect(self._desk.say)
            dialog.open()

    def _read_again(self) -> None:
        if self.source is not None and self._desk.writable and self._desk.archive is not None:
            again = self._desk.archive.scans.read_again
            self._desk.jobs.run(again, (self.source.document.id,))

    def _link(self, selected: Selected) -> None:
        self._ask(self.linking.link, selected)

    def _file(self, selected: Selected) -> None:
        self._ask(self.filing.file, selected)

    def _ask(self, asks: Asks, selected: Selected) -> None:
        if self.source is not None and self._desk.writable:
            document, title = self.source.document.id, self._title()
            asks(document, title, selected, lambda _made: self._unselect())

    def _unselect(self) -> None:
        self.view.select(None)
        self.typed.clear_selection()

    def _print(self) -> None:
        if self.source is not None:
            self.prints.ask(self.source, str(self.view.page), self.view.hits.finder)

    def _save_copy(self) -> None:
        if self.source is not None:
            original = self.source.document.original
            originals.save_copy(self._desk, self._room, self.source.document.id, original.name)

    def typed_menu(self, actions: ReaderActions, point: QPoint) -> None:
        """What can be done with the words beside the page."""
        menu = QMenu(self._room)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(actions.some(("copy", "link", "file", "transcribe")))
        menu.popup(self.typed.text.mapToGlobal(point))

    def menu(self, actions: ReaderActions, point: QPoint) -> None:
        """What can be done at a place of the pages."""
        menu = QMenu(self._room)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(
            actions.some(("copy", "citation", "link", "link_page", "file", "file_page", "tables"))
        )
        place = self.view.place_at(QPointF(point))
        if place is not None and self.source is not None and self._desk.writable:
            here = {(quote.ink, quote.id) for quote in self.view.quotes_at(*place)}
            links = tuple(x for x in self.source.links if (Ink.QUOTE, x.link.id) in here)
            findings = (x for x in self.source.findings if (Ink.FINDING, x.finding.id) in here)
            self.linking.add_to(menu, self._title(), links)
            self.filing.add_to(menu, tuple(findings))
        menu.addSeparator()
        menu.addActions(actions.some(("find", "print", "picture", "transcribe", "open_original")))
        menu.popup(self.view.viewport().mapToGlobal(point))

    def _title(self) -> str:
        return self.source.document.description.title if self.source is not None else ""
