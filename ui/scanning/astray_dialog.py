"""Quotes that no longer stand on their pages: looked at one by one, chosen anew, or let be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from archive.changes import Changes, Kind
from archive.records.scans import Astray
from ui.desk import Desk
from ui.jobs import Questions
from ui.language import _
from ui.messages import kind_word
from ui.scanning.requote_dialog import RequoteDialog
from ui.widgets.empty import EmptyState

SIZE = 860, 460
WIDTHS = {0: 230, 1: 80, 2: 130}
ROW = Qt.ItemDataRole.UserRole


class AstrayDialog(QDialog):
    """Stays beside the window, so that pages can be read meanwhile; closes with the archive."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._questions = Questions()
        self.explained, self.list = QLabel(self), QTreeWidget(self)
        self.empty = EmptyState("check", self)
        self.open_page, self.again = QPushButton(self), QPushButton(self)
        self.leave, self.shut = QPushButton(self), QPushButton(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(*SIZE)
        self._ask()

    @property
    def chosen(self) -> Astray | None:
        """The quote a person stands on."""
        item = self.list.currentItem()
        found = item.data(0, ROW) if item is not None else None
        return found if isinstance(found, Astray) else None

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self.setWindowTitle(_("Quotes to be looked at"))
        self.explained.setText(
            _(
                "The text of these pages has changed since the quotes were taken, and the words are"
                " no longer found there. Each quote is kept as it was taken."
            )
        )
        self.list.setHeaderLabels([_("Document"), _("Page"), _("Taken as"), _("Quote")])
        self.list.setAccessibleName(_("Quotes to be looked at"))
        self.open_page.setText(_("Open the page"))
        self.open_page.setToolTip(_("Open the page (Enter)"))
        self.again.setText(_("Choose the words again…"))
        self.leave.setText(_("Let it be"))
        self.leave.setToolTip(_("Keep the quote as it was taken and take it off this list"))
        self.shut.setText(_("Close"))
        self.empty.say(
            _("No quote needs to be looked at"),
            _("All quotes stand on their pages, or have been accepted as they are."),
        )

    def done(self, result: int) -> None:
        """What is still asked is not waited for."""
        self._questions.forget()
        super().done(result)

    def _ask(self) -> None:
        archive = self._desk.archive
        if archive is not None:
            self._questions.ask(
                "astray", self._desk.jobs.run(archive.scans.astray, done=self._show)
            )

    def _show(self, found: tuple[Astray, ...]) -> None:
        row = max(0, self.list.currentIndex().row())
        self.list.clear()
        self.list.addTopLevelItems(list(map(_item, found)))
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.list.model().index(min(row, len(found) - 1), 0))
        self._enable()

    def _changed(self, changes: Changes) -> None:
        if changes.touches(Kind.LINK, Kind.FINDING, Kind.DOCUMENT):
            self._ask()

    def _open(self) -> None:
        if self.chosen is not None:
            self._desk.open_document(self.chosen.document, self.chosen.page)

    def _choose_again(self) -> None:
        if self.chosen is not None and self._desk.writable:
            RequoteDialog(self._desk, self.chosen, self).open()

    def _let_be(self) -> None:
        archive, chosen = self._desk.archive, self.chosen
        if archive is not None and chosen is not None and self._desk.writable:
            self._desk.jobs.run(archive.scans.let_be, chosen.noun, chosen.id)

    def _enable(self) -> None:
        there = self.chosen is not None
        self.open_page.setEnabled(there)
        for button in (self.again, self.leave):
            button.setEnabled(there and self._desk.writable)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda _now, _before: self._enable())
        self.list.itemDoubleClicked.connect(lambda _item, _column: self._open())
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            enter = QShortcut(QKeySequence(key), self.list, self._open)
            enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.open_page.clicked.connect(self._open)
        self.again.clicked.connect(self._choose_again)
        self.leave.clicked.connect(self._let_be)
        self.shut.clicked.connect(self.reject)
        self._desk.changed.connect(self._changed)
        self._desk.archive_closing.connect(self.reject)
        self._desk.language_changed.connect(self.retranslate)

    def _lay_out(self) -> None:
        self.explained.setObjectName("faint")
        self.explained.setWordWrap(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setColumnCount(4)
        for column, width in WIDTHS.items():
            self.list.setColumnWidth(column, width)
        self.list.header().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        foot = QHBoxLayout()
        for button in (self.open_page, self.again, self.leave):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        self.shut.setAutoDefault(False)
        foot.addWidget(self.shut)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(16, 16, 16, 16)
        column_of.setSpacing(12)
        column_of.addWidget(self.explained)
        column_of.addWidget(self.list, 1)
        column_of.addWidget(self.empty, 1)
        column_of.addLayout(foot)


def _item(astray: Astray) -> QTreeWidgetItem:
    quote = " ".join(astray.quote.split())
    item = QTreeWidgetItem([astray.title, str(astray.page), kind_word(Kind(astray.noun)), quote])
    item.setData(0, ROW, astray)
    item.setToolTip(0, astray.title)
    item.setToolTip(3, astray.quote)
    return item
