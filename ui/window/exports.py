"""Every table of the window as a file: which views there are, and how each is gathered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QTableView, QWidget

from archive.exchange.tables import Table
from archive.progress import Progress
from archive.records import DocumentQuery
from ui.exporting.documents import all_formats
from ui.exporting.saving import Documents, Exporting, Source
from ui.exporting.sheet import shown_sections, table_of
from ui.exporting.table_export import TableExport, front
from ui.language import _
from ui.listings.catalogue import LISTINGS
from ui.listings.narrowing import ALL, Only
from ui.listings.search import search_table
from ui.models.document_words import COLUMNS

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.history.events_dialog import EventsDialog
    from ui.imports.dialog import ImportsDialog
    from ui.window.rooms import Rooms

WAITING = ("title", "kind", "date", "pages", "trouble", "name", "imported")


class Exports:
    """Gives each table its export; `ask` is for the one in front."""

    def __init__(self, desk: Desk, rooms: Rooms, window: QWidget) -> None:
        self._desk, self._rooms, self._window = desk, rooms, window
        self.exporting = Exporting(desk, window)
        self._made: list[TableExport] = []
        self._of_rooms()
        self._of_dossier()

    def ask(self) -> None:
        """Export the table of the room one is in, as it is seen."""
        found = front(self._rooms.current)
        if found is None:
            self._desk.say(_("There is no table here to export."))
        else:
            found.ask()

    def ask_documents(self) -> None:
        """Export all documents: descriptions or citations."""
        wanted = Documents(DocumentQuery(order="title", descending=False))
        self.exporting.ask(
            self._window, _("Documents"), all_formats(), lambda: wanted, "descriptions"
        )

    def offer(self, dialog: QDialog, gather: Callable[[], Source] | None = None) -> None:
        """Give the tables of a dialog their export; `gather` where they do not hold all rows."""
        for view in dialog.findChildren(QTableView):
            TableExport(self.exporting, view, dialog.windowTitle, gather)

    def offer_events(self, dialog: EventsDialog) -> None:
        """The log, from its beginning."""
        from ui.history.listing import deeds_table

        archive = self._desk.archive
        if archive is not None:
            self.offer(dialog, lambda: partial(deeds_table, archive))

    def offer_imports(self, dialog: ImportsDialog) -> None:
        """All files of the import that is shown."""
        from ui.imports.listing import items_table

        def gather() -> Source:
            run, archive = dialog.chosen(), self._desk.archive
            if run is None or archive is None:
                return table_of(dialog.table, dialog.windowTitle())
            return partial(items_table, archive, run.id)

        self.offer(dialog, gather)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        for each in self._made:
            each.retranslate()

    def _add(
        self,
        view: QAbstractItemView,
        title: Callable[[], str],
        gather: Callable[[], Source] | None = None,
        *,
        whole: bool = False,
    ) -> None:
        def sections() -> tuple[int, ...]:
            return tuple(range(view.model().columnCount())) if whole else ()

        self._made.append(TableExport(self.exporting, view, title, gather, sections))

    def _of_rooms(self) -> None:
        rooms = self._rooms
        self._add(rooms.documents.table, rooms.documents.title, self._documents)
        self._add(rooms.agreements.table, lambda: _("Agreements register"))
        self._add(rooms.search.results, lambda: _("What was found"), self._found)
        self._add(rooms.inbox.list, lambda: _("Inbox"), self._waiting)
        self._add(rooms.partnerships.list.list, lambda: _("Partnerships"), self._partnerships)
        grid, pane = rooms.programs.grid, rooms.programs.pane
        for half in (grid.names, grid.cells):
            self._add(half, self._programs_title, whole=True)
        self._add(pane.activities, lambda: _("Activities"))
        self._add(pane.pages, lambda: _("Evidence"))

    def _of_dossier(self) -> None:
        view = self._rooms.partnerships.dossier
        view.overview.fields.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for name, tree in (("evidence", view.tree), ("findings", view.findings)):
            self._add(tree, partial(self._of, name), partial(self._of_shown, name))
        for name, table in (
            ("agreements", view.agreements),
            ("documents", view.documents),
            ("actors", view.actors),
            ("fields", view.overview.fields),
        ):
            self._add(table, partial(self._of, name))

    def _of(self, name: str) -> str:
        """`Agreements Jakarta–Tokyo`."""
        words = {
            "evidence": _("Evidence"),
            "agreements": _("Agreements"),
            "documents": _("Documents"),
            "findings": _("Findings"),
            "actors": _("Actors"),
            "fields": _("Fields of cooperation"),
        }
        shown = self._rooms.partnerships.dossier.shown
        return f"{words[name]} {shown.dossier.partnership.title if shown else ''}".strip()

    def _programs_title(self) -> str:
        seen = self._rooms.programs.seen
        return f"{_('Programs by year')} {seen.dossier.partnership.title if seen else ''}".strip()

    # what views do not hold

    def _documents(self) -> Source:
        """The filter and the order of the table, and the columns in sight."""
        room = self._rooms.documents
        columns = tuple(COLUMNS[at].order for at in shown_sections(room.table))
        return Documents(room.model.shown, columns)

    def _waiting(self) -> Source:
        papers = self._rooms.inbox.list.papers.papers
        return Documents(tuple(paper.id for paper in papers), WAITING)

    def _found(self) -> Source:
        request, finder = self._rooms.search.request(), self._desk.finder
        assert finder is not None
        return partial(search_table, finder, request)

    def _partnerships(self) -> Source:
        assert self._desk.archive is not None
        return partial(_listed, partial(LISTINGS["partnerships"], self._desk.archive, ALL))

    def _of_shown(self, name: str) -> Source:
        """A listing of the partnership one looks at."""
        shown, archive = self._rooms.partnerships.dossier.shown, self._desk.archive
        assert archive is not None and shown is not None
        only = Only(shown.dossier.partnership.id)
        return partial(_listed, partial(LISTINGS[name], archive, only))


def _listed(listing: Callable[[], Table], _progress: Progress) -> Table:
    """Runs in a job."""
    return listing()
