"""All imports, new and old: every file with its outcome and the reason, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from archive.intake.paths import file_of, spelled
from archive.progress import Step
from archive.records import ImportItem, ImportRun, InHand, Outcome
from ui.desk import Desk
from ui.imports.from_trash import RestoreButton
from ui.imports.importer import Importer
from ui.imports.words import file_name, outcome_word, run_words
from ui.language import _, ngettext
from ui.messages import reason_sentence

WINDOW = 500
REFRESH = 400
Index = QModelIndex | QPersistentModelIndex


class ItemsModel(QAbstractTableModel):
    """The files of one import, fetched a window at a time as they are scrolled to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[ImportItem] = []
        self._total = 0
        self.hands: dict[int, InHand] = {}

    def show(self, items: tuple[ImportItem, ...], total: int) -> None:
        """Show these files, the first of so many."""
        self.beginResetModel()
        self._items, self._total = list(items), total
        self.endResetModel()

    def items(self) -> tuple[ImportItem, ...]:
        """The files fetched so far."""
        return tuple(self._items)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("File"), _("Outcome"), _("Pages"), _("Reason"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(item, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            reason = reason_sentence(item.reason) if item.reason else ""
            return f"{spelled(str(file_of(item.path)))}\n{reason}".strip()
        return None

    def _cell(self, item: ImportItem, column: int) -> object:
        if column == 0:
            return file_name(item.path)
        if column == 1:
            return outcome_word(item, self.hands.get(item.id))
        if column == 2:
            return item.pages or ""
        return reason_sentence(item.reason) if item.reason else ""


class ImportsDialog(QDialog):
    """Watches the import in hand and looks back at earlier ones. Stays open beside the window."""

    def __init__(self, desk: Desk, importer: Importer, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._importer = desk, importer
        self._runs: tuple[ImportRun, ...] = ()
        self.setWindowTitle(_("Imports"))
        self.resize(860, 480)
        self.choice, self.bar, self.now = QComboBox(), QProgressBar(), QLabel()
        self.model, self.table = ItemsModel(self), QTableView()
        self.cancel = QPushButton(_("Cancel the import"))
        self.again = QPushButton(_("Try the rejected ones again"))
        self.restore = RestoreButton(desk)
        self.unlock = QPushButton(_("Open with a password…"))
        self.shut = QPushButton(_("Close"))
        self._lay_out()
        self._connect()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REFRESH)
        self._soon.timeout.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the imports again."""
        if self._desk.archive is not None:
            self._desk.jobs.run(self._desk.archive.imports.runs, done=self._show_runs)

    def chosen(self) -> ImportRun | None:
        """The import that is shown."""
        at = self.choice.currentIndex()
        return self._runs[at] if 0 <= at < len(self._runs) else None

    def _lay_out(self) -> None:
        self.choice.setAccessibleName(_("Import"))
        self.bar.setTextVisible(False)
        self.now.setObjectName("faint")
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("Files of this import"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((290, 170, 70)):
            self.table.setColumnWidth(column, width)
        buttons = QHBoxLayout()
        buttons.addWidget(self.again)
        buttons.addWidget(self.restore)
        buttons.addWidget(self.unlock)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.shut)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.choice, self.bar, self.now):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.choice.activated.connect(lambda _at: self._show_items())
        self.cancel.clicked.connect(self._importer.cancel)
        self.again.clicked.connect(self._try_again)
        self.unlock.clicked.connect(self._unlock)
        self.shut.clicked.connect(self.close)
        self.table.doubleClicked.connect(self._open)
        # methods, not lambdas: these connections end with the dialog
        self._importer.queued.connect(self._refresh_soon)
        self._importer.item_ended.connect(self._refresh_soon)
        self._importer.stepped.connect(self._step)
        self._importer.ended.connect(self.refresh)

    def _refresh_soon(self, _record: object) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _show_runs(self, runs: tuple[ImportRun, ...]) -> None:
        before = self.chosen()
        self._runs = runs
        self.choice.clear()
        self.choice.addItems([run_words(run) for run in runs])
        ids = [run.id for run in runs]
        newest = before is None or not self._importer.busy
        self.choice.setCurrentIndex(0 if newest or before is None else ids.index(before.id))
        self._show_items()

    def _show_items(self) -> None:
        run, archive = self.chosen(), self._desk.archive
        if run is not None and archive is not None:
            self._desk.jobs.run(archive.imports.items, run.id, WINDOW, 0, done=self._show_window)
        else:
            self.model.show((), 0)
        self._settle()

    def _show_window(self, items: tuple[ImportItem, ...]) -> None:
        run = self.chosen()
        self.model.show(items, run.total if run else 0)
        self._settle()

    def _step(self, step: Step) -> None:
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)
        hands = step.detail if isinstance(step.detail, tuple) else ()
        self.model.hands = {hand.item: hand for hand in hands}
        self.now.setText(
            ngettext(
                "{done} of {total} file · {name}", "{done} of {total} files · {name}", step.total
            ).format(done=step.done, total=step.total, name=step.subject)
        )

    def _settle(self) -> None:
        busy = self._importer.busy
        self.bar.setVisible(busy)
        self.now.setVisible(busy)
        self.cancel.setVisible(busy)
        rejected = any(item.outcome is Outcome.REJECTED for item in self.model.items())
        self.again.setVisible(rejected and self._desk.writable)
        self.unlock.setVisible(bool(self._locked()))
        self.restore.show_items(self.model.items())

    def _try_again(self) -> None:
        self._importer.retry(
            [item.id for item in self.model.items() if item.outcome is Outcome.REJECTED]
        )

    def _locked(self) -> tuple[int, ...]:
        """The documents of this import that ask for a password."""
        asking = (item for item in self.model.items() if item.outcome is Outcome.PASSWORD)
        return tuple(item.document for item in asking if item.document is not None)

    def _unlock(self) -> None:
        from ui.imports.unlock_dialog import UnlockDialog

        dialog = UnlockDialog(self._desk, self._locked(), self)
        dialog.finished.connect(self.refresh)
        dialog.open()

    def _open(self, index: Index) -> None:
        document = self.model.items()[index.row()].document
        if document is not None:
            self._desk.open_document(document)
