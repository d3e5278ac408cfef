"""The header of the documents table: which columns, in what order, how wide – and remembers it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from ui.language import _
from ui.models.document_words import COLUMNS, heading
from ui.settings import Settings

STATE, OWN_WIDTH = "documents/columns-16", "documents/title-width"
NARROWEST = 180
FIRST = next(at for at, column in enumerate(COLUMNS) if column.order == "imported")


class Columns(QHeaderView):
    """The title takes what the other columns leave, until a person gives it a width."""

    def __init__(self, table: QTableView, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._settings = settings
        self._fitting = False
        self._own_width = settings.value(OWN_WIDTH) == "own"
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.sectionResized.connect(self._resized)

    def recall(self) -> None:
        """As they were left; as they usually are where nothing is remembered."""
        with self._by_itself():
            if not self.restoreState(self._settings.state(STATE)):
                self._set_usual()

    def remember(self) -> None:
        """Keep order, widths and sorting."""
        self._settings.set_state(STATE, self.saveState())
        self._settings.set_value(OWN_WIDTH, "own" if self._own_width else None)

    def fit(self) -> None:
        """Give the title what the others leave."""
        if self._own_width or not self.count():
            return
        others = self.length() - self.sectionSize(0)
        with self._by_itself():
            self.resizeSection(0, max(NARROWEST, self.viewport().width() - others))

    def menu(self) -> QMenu:
        """The columns to choose from."""
        menu = QMenu(self)
        for at, column in enumerate(COLUMNS):
            action = menu.addAction(heading(column))
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(at))
            action.setEnabled(at != 0)  # a row without a title is nobody's
            action.setData(at)
        menu.addSeparator()
        menu.addAction(_("Usual columns"))
        menu.triggered.connect(self._chosen)
        return menu

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(place))

    def _chosen(self, action: QAction) -> None:
        at = action.data()
        if at is None:
            self._own_width = False
            with self._by_itself():
                self._set_usual()
        else:
            self.setSectionHidden(at, not action.isChecked())
        self.fit()

    def _set_usual(self) -> None:
        for at, column in enumerate(COLUMNS):
            self.moveSection(self.visualIndex(at), at)
            self.setSectionHidden(at, False)
            self.resizeSection(at, column.width)
            self.setSectionHidden(at, column.hidden)
        self.setSortIndicator(FIRST, Qt.SortOrder.DescendingOrder)

    def _resized(self, section: int, _old: int, _new: int) -> None:
        if section == 0 and not self._fitting and self.isVisible():
            self._own_width = True

    @contextmanager
    def _by_itself(self) -> Iterator[None]:
        """What is resized now is not a person's wish."""
        self._fitting = True
        try:
            yield
        finally:
            self._fitting = False
