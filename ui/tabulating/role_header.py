"""The header of the rows: what heads each column on the page, and a box that says what it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView, QWidget

from archive.intake.table_columns import Roles
from archive.tabulating.sheet import CHOICES
from ui.language import _
from ui.messages.tables import role_words

GAP = 3
ARROW = 56  # pixels beside the words of a box
WIDEST = 240  # of what is chosen from


class RoleHeader(QHeaderView):
    """Boxes under the names of the columns from `first` on; `chosen` comes when one was changed."""

    chosen = Signal()

    def __init__(self, first: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._first = first
        self.boxes: list[QComboBox] = []
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.sectionResized.connect(self._place)
        self.geometriesChanged.connect(self._place)

    @property
    def roles(self) -> Roles:
        """What each column is chosen to be."""
        return tuple(box.currentData() or None for box in self.boxes)

    @property
    def widths(self) -> tuple[int, ...]:
        """How wide each box would be to show all of what is chosen, in pixels."""
        said = (box.currentText() for box in self.boxes)
        return tuple(self.fontMetrics().horizontalAdvance(each) + ARROW for each in said)

    def offer(self, roles: Roles, names: Sequence[str], cities: Sequence[str]) -> None:
        """Boxes for so many columns, called so on the page."""
        while len(self.boxes) > len(roles):
            self.boxes.pop().deleteLater()
        while len(self.boxes) < len(roles):
            self.boxes.append(self._box())
        for at, (box, role) in enumerate(zip(self.boxes, roles, strict=True)):
            _fill(box, role, cities)
            name = names[at] if names else str(at + 1)
            box.setAccessibleName(_("What the column “{column}” is").format(column=name))
        self._place()

    def sizeHint(self) -> QSize:
        """As high as a name with a box beneath."""
        hint = super().sizeHint()
        return QSize(hint.width(), self._named() + self._boxed() + GAP)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """The name stands above the box."""
        painter.fillRect(rect, self.palette().window())
        above = QRect(rect.left(), rect.top(), rect.width(), self._named())
        super().paintSection(painter, above, logical_index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel moves the table; a box that is come to by the keys comes into sight."""
        if event.type() == QEvent.Type.Wheel and watched in self.boxes:
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QComboBox):
            self._show_box(watched)
        return super().eventFilter(watched, event)

    def _box(self) -> QComboBox:
        box = QComboBox(self.viewport())
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setMinimumContentsLength(1)
        box.installEventFilter(self)
        box.currentIndexChanged.connect(self._choose)
        box.show()
        return box

    def _choose(self, _index: int) -> None:
        self.chosen.emit()

    def _show_box(self, box: QComboBox) -> None:
        view = self.parent()
        if box in self.boxes and isinstance(view, QTableView):
            column = self.boxes.index(box) + self._first
            view.scrollTo(self.model().index(view.rowAt(0), column))

    def _place(self, *_changed: object) -> None:
        """Each box under its name, wherever the table has been scrolled to."""
        for at, box in enumerate(self.boxes, start=self._first):
            if at >= self.count():
                return
            left, width = self.sectionViewportPosition(at), self.sectionSize(at)
            box.setGeometry(left + GAP, self._named(), max(0, width - 2 * GAP), self._boxed())

    def _named(self) -> int:
        return self.fontMetrics().height() + 12

    def _boxed(self) -> int:
        return self.fontMetrics().height() + 14


def _fill(box: QComboBox, role: str | None, cities: Sequence[str]) -> None:
    box.blockSignals(True)
    box.clear()
    box.addItem(_("– left out –"), "")
    for each in CHOICES:
        box.addItem(role_words(each, cities), each)
    box.setCurrentIndex(max(0, box.findData(role or "")))
    box.setToolTip(box.currentText())
    box.view().setMinimumWidth(WIDEST)
    box.blockSignals(False)
