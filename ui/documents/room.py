"""The room of documents: everything kept, as a table that stays quick when it is long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from archive.changes import Changes, Kind
from archive.records import Document
from ui.citing.copying import copy_citation
from ui.desk import Desk
from ui.documents.actions import KEYS, DocumentActions
from ui.documents.filter_bar import Filter, FilterBar
from ui.documents.many import ManyDeeds
from ui.documents.originals import ChosenOriginal
from ui.documents.pages import TablePages
from ui.documents.picked import Ids, Picked
from ui.documents.table import DocumentTable, Spot
from ui.exporting.documents import ask_citations, ask_descriptions
from ui.exporting.saving import Exporting
from ui.imports.unlock_dialog import UnlockDialog
from ui.language import _
from ui.likeness.notes import show_similar, split_pages
from ui.models.document_table import DocumentTableModel
from ui.reader.preview import PagePreview
from ui.room import Room
from ui.widgets.banner import Banner
from ui.widgets.table_menu import add_exports

SPLITTER, PREVIEW = "documents/splitter", "documents/preview"
PREVIEW_PAUSE = 120  # milliseconds a row is stood on before its paper is opened


@dataclass(frozen=True, slots=True)
class DocumentsPlace:
    """What was shown, and where in it."""

    filter: Filter
    spot: Spot


class DocumentsRoom(Room):
    """Everything kept; what is needed of the archive is fetched in jobs."""

    name = "documents"
    icon_name = "documents"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._stale = False
        self._previewed: int | None = None
        self.model = DocumentTableModel(desk, self)
        self.table = DocumentTable(self.model, desk.settings, self)
        self.filter_bar, self.pages = FilterBar(self), TablePages(self.table, self)
        self.picked = Picked(desk, self.table, self.model, self)
        self.many, self.banner = ManyDeeds(desk, self), Banner(self, closable=True)
        self.preview = PagePreview(desk, self)
        self.original, self.exporting = ChosenOriginal(desk, self), Exporting(desk, self)
        self.doings = DocumentActions(self, self._doings())
        self.bar, self.splitter = self.doings.bar(self), QSplitter(self)
        self._preview_soon = QTimer(self)
        self._preview_soon.setSingleShot(True)
        self._preview_soon.setInterval(PREVIEW_PAUSE)
        self._lay_out()
        self._connect()
        self._recall()
        self.retranslate()

    # what the window asks of a room

    def title(self) -> str:
        """What the side list calls it."""
        return _("Documents")

    def opened(self) -> None:
        """Show everything from the top."""
        self.filter_bar.show_filter(Filter())
        self.filter_bar.show_count(None)
        self.pages.setCurrentWidget(self.table)
        self.pages.retranslate(writable=self.desk.writable)
        self._stale = False
        self._ask()

    def closing(self) -> None:
        """Remember how the table looks, and let all rows and the paper go."""
        self._remember()
        self.table.forget()
        self.picked.forget()
        self.banner.hide()
        self._preview_soon.stop()
        self._previewed = None
        self.model.clear()
        self.preview.clear()
        self.filter_bar.show_count(None)

    def entered(self) -> None:
        """The keys are the table's."""
        self.table.setFocus()

    def refresh(self, changes: Changes) -> None:
        """Documents, or what is counted of them, have changed."""
        if not changes.touches(Kind.DOCUMENT, Kind.LINK) or self.desk.archive is None:
            return
        if self.isVisible():
            self.model.renew(self.table.rows_in_use())
        else:
            self._stale = True

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.doings.retranslate()
        self.banner.retranslate()
        self.filter_bar.retranslate()
        self.model.retranslate()
        self.pages.retranslate(writable=self.desk.writable)
        self.preview.retranslate()
        self.table.setAccessibleName(_("Documents"))
        self.bar.setWindowTitle(_("Chosen document"))
        self.preview.setAccessibleName(_("Preview"))
        self._say_preview()

    def place(self) -> object:
        """The filter, the row at the top and the chosen document."""
        return DocumentsPlace(self.filter_bar.filter(), self.table.spot())

    def go(self, place: object) -> None:
        """Come back to what was shown."""
        if not isinstance(place, DocumentsPlace) or self.desk.archive is None:
            return
        self.filter_bar.show_filter(place.filter)
        if place.filter.narrow(self.model.query) == self.model.shown:
            self.table.go(place.spot)
        else:
            self.table.go_when_settled(place.spot)
            self._ask()

    # the table

    def _ask(self) -> None:
        self.model.ask(self.filter_bar.filter().narrow(self.model.query))

    def _settled(self, _fresh: bool) -> None:
        shown = self.model.shown
        self.pages.show_rows(self.model.total, narrowed=Filter().narrow(shown) != shown)
        self.filter_bar.show_count(self.model.total)

    def _counted(self, count: int) -> None:
        self.filter_bar.show_chosen(count)
        self._enable()

    def _lost(self) -> None:
        """What was chosen is not certain any more; nothing is done to what nobody has seen."""
        self.banner.say(_("The table has changed meanwhile. Please choose the documents again."))

    def _enable(self) -> None:
        self.doings.enable(self.table.document, self.picked.count, writable=self.desk.writable)

    def _chosen(self, _document: Document | None) -> None:
        self._enable()
        if self.doings["preview"].isChecked():
            self._preview_soon.start()

    def _show_menu(self, place: QPoint) -> None:
        if self.picked.count and self.table.indexAt(place).isValid():
            menu = self.doings.menu(self)
            add_exports(menu, self.table)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.table.viewport().mapToGlobal(place))

    def _doings(self) -> dict[str, Callable[[], object]]:
        def with_chosen(does: Callable[[Document], object]) -> Callable[[], object]:
            return lambda: does(self.table.document) if self.table.document else None

        return {
            "open": with_chosen(lambda document: self.desk.open_document(document.id)),
            "describe": lambda: self.picked.then(self._describe),
            "link": lambda: self.picked.then(self._link),
            "unlock": with_chosen(self._unlock),
            "open_original": with_chosen(self.original.open),
            "save_copy": with_chosen(self.original.save_copy),
            "show_in_folder": with_chosen(self.original.show_in_folder),
            "print": with_chosen(self.original.print),
            "citation": with_chosen(lambda document: copy_citation(self.desk, document.id)),
            "descriptions": lambda: self.picked.then(
                partial(ask_descriptions, self.exporting, self)
            ),
            "citations": lambda: self.picked.then(partial(ask_citations, self.exporting, self)),
            "preview": self._toggle_preview,
            "similar": with_chosen(lambda document: show_similar(self.desk, document.id, self)),
            "split": with_chosen(lambda document: split_pages(self.desk, document.id, self)),
            "read_again": lambda: self.picked.then(self._read_again),
            "remove": lambda: self.picked.then(self.many.remove),
        }

    def _describe(self, ids: Ids) -> None:
        if len(ids) == 1:
            self.desk.describe(ids[0])
        else:
            self.many.describe(ids)

    def _link(self, ids: Ids) -> None:
        self.many.link(ids, self.table.document)

    def _read_again(self, ids: Ids) -> None:
        """What comes of it is seen in the table, page by page."""
        if self.desk.archive is not None and self.desk.writable:
            self.desk.jobs.run(self.desk.archive.scans.read_again, ids)

    def _unlock(self, document: Document) -> None:
        UnlockDialog(self.desk, (document.id,), self).open()

    def _toggle_preview(self) -> None:
        on = self.doings["preview"].isChecked()
        self.preview.setVisible(on)
        self.desk.settings.set_value(PREVIEW, "on" if on else "off")
        self._show_preview()

    def _show_preview(self) -> None:
        document = self.table.document
        if self.preview.isHidden() or document is None or self.desk.archive is None:
            self._previewed = None
            self.preview.clear()
            self._say_preview()
        elif document.id != self._previewed:  # the same paper stays at its page
            self._previewed = document.id
            self.preview.show_document(document.id)

    def _say_preview(self) -> None:
        if self.table.document is None:
            self.preview.say(_("Choose a document to see its pages here."))

    # laying out

    def _lay_out(self) -> None:
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self.preview)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.preview.setMinimumWidth(240)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.filter_bar)
        column.addWidget(self.bar)
        column.addWidget(self.banner)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self._ask)
        self.filter_bar.left.connect(self._to_table)
        self.pages.clear_wanted.connect(self.filter_bar.clear)
        self.model.settled.connect(self._settled)
        self.table.chosen.connect(self._chosen)
        self.picked.counted.connect(self._counted)
        self.picked.lost.connect(self._lost)
        self.many.said.connect(self.banner.say)
        self.table.opened.connect(self.doings["open"].trigger)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.addActions([self.doings[name] for name in KEYS])
        self._preview_soon.timeout.connect(self._show_preview)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._to_filter)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _to_filter(self) -> None:
        self.filter_bar.box.setFocus()
        self.filter_bar.box.selectAll()

    def _to_table(self) -> None:
        self.table.setFocus()
        if self.table.document is None and self.model.total:
            self.table.selectRow(0)

    def _recall(self) -> None:
        on = self.desk.settings.value(PREVIEW) == "on"
        self.doings["preview"].setChecked(on)
        self.preview.setVisible(on)
        if not self.splitter.restoreState(self.desk.settings.state(SPLITTER)):
            self.splitter.setSizes([620, 420])

    def _remember(self) -> None:
        self.table.columns.remember()
        self.desk.settings.set_state(SPLITTER, self.splitter.saveState())

    def showEvent(self, event: QShowEvent) -> None:
        """What changed meanwhile is read now."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.model.renew(self.table.rows_in_use())

    def hideEvent(self, event: QHideEvent) -> None:
        """Another room is shown: how this one looks is remembered."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._remember()

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "pages"):
            self.doings.retranslate()
            self.pages.retranslate(writable=self.desk.writable)
