"""Documents like one document, beside it: a person joins them or keeps them apart."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from archive.errors import ArchiveError
from archive.likeness.finding import keep_apart
from archive.likeness.joining import join
from archive.records import Document
from archive.records.likeness import FileRole, Likeness, LikenessKind
from ui.custody.growing import trouble_label
from ui.desk import Desk
from ui.jobs import Questions
from ui.language import _
from ui.likeness.gathering import Beside, Found, Marks, look_for, put_beside
from ui.likeness.side import Side
from ui.likeness.words import kind_words, reasons_words
from ui.messages import sentence

SIZE, LIST_WIDTH = (1160, 720), 250
HELD = Qt.ItemDataRole.UserRole


class SimilarDialog(QDialog):
    """The left document stays; the right one is joined to it. Stays open for the next pair."""

    def __init__(self, desk: Desk, document: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._document = desk, document
        self._questions = Questions()
        self._pair: tuple[Document, Document] | None = None
        self._likeness: Likeness | None = None
        self._marks: Marks = (None, None)
        self.explained, self.why, self.outcome = QLabel(self), QLabel(self), QLabel(self)
        self.trouble = trouble_label()
        self.box, self.list = QLineEdit(self), QListWidget(self)
        self.left, self.right = Side(desk, self), Side(desk, self)
        self.swap, self.apart = QPushButton(self), QPushButton(self)
        self.join, self.close_it = QPushButton(self), QPushButton(self)
        self.ways = QMenu(self.join)
        self._write()
        self._lay_out()
        self._connect()
        self._look()

    def _look(self) -> None:
        """What is suggested, or what the words typed in the box find."""
        archive = self._desk.archive
        if archive is not None:
            job = self._desk.jobs.run(
                look_for,
                archive,
                self._document,
                self.box.text(),
                done=self._show,
                failed=self._refused,
            )
            self._questions.ask("list", job)

    def _show(self, found: Found) -> None:
        self._document = found.document.id
        self.setWindowTitle(_("Like “{title}”").format(title=found.document.description.title))
        self.list.clear()
        for likeness in found.suggested:
            words = f"{kind_words(likeness)}:\n{likeness.other.description.title}"
            self._add(words, likeness.other, likeness)
        for document in found.others:
            self._add(f"{document.description.title}\n{document.original.name}", document, None)
        if self.list.count():
            self.list.setCurrentRow(0)
        else:
            self._let_go()
            self.explained.setText(_none(self.box.text()))
            self.left.show_document(found.document, None)
        self._enable()

    def _add(self, words: str, document: Document, likeness: Likeness | None) -> None:
        item = QListWidgetItem(words, self.list)
        item.setToolTip(words)
        item.setData(HELD, (document, likeness))

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is None or self._desk.archive is None:
            return
        other, self._likeness = item.data(HELD)
        near = self._likeness is None or self._likeness.kind is LikenessKind.NEAR
        turned = self._likeness is not None and not self._likeness.earlier
        values = self._desk.archive, self._document, other.id, near, turned
        job = self._desk.jobs.run(put_beside, *values, done=self._put, failed=self._refused)
        self._questions.ask("pair", job)

    def _put(self, beside: Beside) -> None:
        self._pair = beside.pair
        self.why.setText(reasons_words(self._likeness) if self._likeness else "")
        self.why.setVisible(bool(self.why.text()))
        self.explained.setText(_("The left document stays; the right one is joined to it."))
        self._marks = beside.marks
        self._show_sides()
        self._enable()

    def _show_sides(self) -> None:
        if self._pair is not None:
            for side, document, mark in zip(
                (self.left, self.right), self._pair, self._marks, strict=True
            ):
                side.show_document(document, mark)

    def _swap(self) -> None:
        if self._pair is not None:
            self._pair, self._marks = self._pair[::-1], self._marks[::-1]
            self._show_sides()

    def _join(self, role: FileRole) -> None:
        if self._pair is None or self._desk.archive is None or not self._desk.writable:
            return
        left, right = self._pair
        self._lock()
        values = self._desk.archive, left.id, right.id, role
        self._desk.jobs.run(join, *values, done=partial(self._joined, right), failed=self._refused)

    def _joined(self, gone: Document, kept: Document) -> None:
        self._document = kept.id
        words = _("“{gone}” is joined to “{kept}”. Undo (Ctrl+Z) takes it apart again.")
        self._say(words.format(gone=gone.description.title, kept=kept.description.title))
        self.left.paper.clear()
        self.box.clear()
        self._look()

    def _keep_apart(self) -> None:
        if self._pair is None or self._desk.archive is None or not self._desk.writable:
            return
        ids = (each.id for each in self._pair)
        self._lock()
        self._desk.jobs.run(
            keep_apart, self._desk.archive, *ids, done=self._kept_apart, failed=self._refused
        )

    def _kept_apart(self, _nothing: object) -> None:
        self._say(_("They are kept apart, and not suggested again."))
        self._look()

    def _refused(self, error: BaseException) -> None:
        self._enable()
        if isinstance(error, ArchiveError):
            self.trouble.setText(sentence(error))
            self.trouble.show()
        else:
            self._desk.jobs.failed.emit(error)

    def _say(self, words: str) -> None:
        self.trouble.hide()
        self.outcome.setText(words)
        self.outcome.show()

    def _let_go(self) -> None:
        self._pair, self._likeness = None, None
        self.why.hide()
        self.right.clear()

    def _lock(self) -> None:
        for button in (self.join, self.apart, self.swap):
            button.setEnabled(False)

    def _enable(self) -> None:
        some = self._pair is not None
        self.swap.setEnabled(some)
        self.join.setEnabled(some and self._desk.writable)
        self.apart.setEnabled(some and self._desk.writable)
        self.right.setVisible(some)

    def done(self, result: int) -> None:
        """Let the papers go."""
        self._questions.forget()
        self.left.clear()
        self.right.clear()
        super().done(result)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._choose)
        self.box.returnPressed.connect(self._look)
        self.box.textChanged.connect(lambda words: None if words else self._look())
        self.swap.clicked.connect(self._swap)
        self.apart.clicked.connect(self._keep_apart)
        self.close_it.clicked.connect(self.close)
        self._desk.archive_closing.connect(self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.box.setFocus)

    def _write(self) -> None:
        self.box.setPlaceholderText(_("Look for another one…"))
        self.box.setToolTip(_("Words of its title or file name, then Enter (Ctrl+F)"))
        self.box.setAccessibleName(_("Look for another document"))
        self.box.setClearButtonEnabled(True)
        self.list.setAccessibleName(_("Similar documents"))
        self.swap.setText(_("&Swap sides"))
        self.apart.setText(_("&Keep apart"))
        self.apart.setToolTip(_("They are two documents; this is not suggested again."))
        self.join.setText(_("&Join"))
        self.close_it.setText(_("Close"))
        ways = {
            FileRole.PART: _("As the next &part: its pages follow those on the left"),
            FileRole.RESCAN: _("As a &better scan: its pages are shown instead"),
            FileRole.SIGNED: _("As the &signed version: its pages are shown instead"),
        }
        for role, words in ways.items():
            self.ways.addAction(words).triggered.connect(partial(self._join, role))

    def _lay_out(self) -> None:
        self.resize(*SIZE)
        for label in (self.explained, self.why, self.outcome):
            label.setWordWrap(True)
        self.explained.setObjectName("faint")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setSpacing(2)
        self.join.setMenu(self.ways)
        self.close_it.setAutoDefault(False)
        for button in (self.swap, self.apart, self.join):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._middle(), 1)
        for label in (self.why, self.explained, self.outcome, self.trouble):
            column.addWidget(label)
        column.addLayout(self._foot())
        self.why.hide()
        self.outcome.hide()
        self.trouble.hide()
        self.list.setFocus()

    def _middle(self) -> QWidget:
        split, choice = QSplitter(self), QWidget(self)
        within = QVBoxLayout(choice)
        within.setContentsMargins(0, 0, 8, 0)
        within.addWidget(self.box)
        within.addWidget(self.list, 1)
        for part in (choice, self.left, self.right):
            split.addWidget(part)
            split.setStretchFactor(split.count() - 1, int(part is not choice))
        split.setChildrenCollapsible(False)
        rest = (SIZE[0] - LIST_WIDTH) // 2
        split.setSizes([LIST_WIDTH, rest, rest])
        return split

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self.join)
        foot.addWidget(self.apart)
        foot.addWidget(self.swap)
        foot.addStretch()
        foot.addWidget(self.close_it)
        return foot


def _none(asked: str) -> str:
    if asked.strip():
        return _("No other document has these words in its title or name.")
    return _("Nothing like this document is known. Another one can be looked for on the left.")
