"""The reader's toolbar: where one is, how large it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.language import _
from ui.reader.hit_bar import HitBar
from ui.reader.layout import Fit, Zoom
from ui.reader.view import PageView
from ui.widgets.icons import icon

PERCENTS = (50, 75, 100, 125, 150, 200, 300, 400)


class ReaderBar(QWidget):
    """Follows one page view. Actions are made by the reader; the bar only shows them."""

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.pages = PageBoxes(view, self)
        self.zoom = QComboBox(self)
        self.hits = HitBar(view.hits, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(4)
        self.zoom.activated.connect(self._choose_zoom)
        view.zoom_changed.connect(self._show_zoom)
        view.opened.connect(self._show_zoom)

    def arrange(self, left: list[QAction], right: list[QAction], more: list[QAction]) -> None:
        """Put the actions into the bar."""
        for action in left:
            self._row.addWidget(self._button(action))
        self._row.addSpacing(4)
        self._row.addWidget(self.pages)
        self._row.addSpacing(8)
        self._row.addWidget(self.zoom)
        self._row.addStretch(1)
        self._row.addWidget(self.hits)
        self._row.addStretch(1)
        for action in right:
            self._row.addWidget(self._button(action, words=action is right[0]))
        self._row.addWidget(self._menu(more))
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self.zoom.clear()
        self.zoom.addItem(_("Fit width"), Fit.WIDTH)
        self.zoom.addItem(_("Whole page"), Fit.PAGE)
        for percent in PERCENTS:
            self.zoom.addItem(f"{percent} %", percent / 100)
        self.zoom.setAccessibleName(_("Zoom"))
        self._more.setIcon(icon("more"))  # in the colours of the theme
        self._more.setToolTip(_("More"))
        self._more.setAccessibleName(_("More"))
        self.pages.retranslate()
        self.hits.retranslate()
        self._show_zoom()

    def _button(self, action: QAction, *, words: bool = False) -> QToolButton:
        from PySide6.QtCore import Qt

        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAutoRaise(not words)
        if words:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _menu(self, actions: list[QAction]) -> QToolButton:
        self._more = QToolButton(self)
        self._more.setIcon(icon("more"))
        self._more.setAutoRaise(True)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        menu.addActions(actions)
        self._more.setMenu(menu)
        return self._more

    def _choose_zoom(self, index: int) -> None:
        zoom: Zoom = self.zoom.itemData(index)
        self._view.set_zoom(zoom)
        self._view.setFocus()

    def _show_zoom(self) -> None:
        """Show the zoom as it is; one between the usual ones is named in the box only."""
        for index in range(self.zoom.count()):
            if self.zoom.itemData(index) == self._view.zoom:
                self.zoom.setCurrentIndex(index)
                return
        self.zoom.setCurrentIndex(-1)
        self.zoom.setPlaceholderText(f"{round(100 * self._view.zoom_factor())} %")


class PageBoxes(QWidget):
    """The physical page of how many, and the printed number where there is one; both go there."""

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.number, self.printed = QLineEdit(self), QLineEdit(self)
        self.of, self.called = QLabel(self), QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.number, self.of, self.called, self.printed):
            row.addWidget(part)
        for box in (self.number, self.printed):
            box.setFixedWidth(box.fontMetrics().horizontalAdvance("00000") + 16)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.number.setValidator(QIntValidator(1, 1_000_000, self))
        self._connect(self.number, self._go_to_number)
        self._connect(self.printed, self._go_to_label)
        view.page_changed.connect(self.refresh)
        view.opened.connect(self.refresh)

    def _connect(self, box: QLineEdit, go: Callable[[], None]) -> None:
        box.returnPressed.connect(go)
        box.editingFinished.connect(self.refresh)

    def retranslate(self) -> None:
        """Write every word in the language of the window."""
        self.number.setAccessibleName(_("Page number"))
        self.number.setToolTip(_("Go to a page: counted from the first sheet"))
        self.printed.setAccessibleName(_("Printed page number"))
        self.printed.setToolTip(_("Go to a page by the number printed on it"))
        self.called.setText(_("printed"))
        self.refresh()

    def refresh(self) -> None:
        """Show where one is."""
        facts, page = self._view.facts, self._view.page
        labelled = facts is not None and any(facts.labels)
        self.number.setText(str(page) if page else "")
        self.number.setEnabled(facts is not None)
        self.of.setText(_("of {count}").format(count=self._view.page_count) if facts else "")
        self.called.setVisible(labelled)
        self.printed.setVisible(labelled)
        self.printed.setText(self._view.label(page) if page else "")

    def _go_to_number(self) -> None:
        if self.number.text():
            self._view.go_to(int(self.number.text()))
        self._view.setFocus()

    def _go_to_label(self) -> None:
        wanted = self.printed.text().strip().casefold()
        labels = self._view.facts.labels if self._view.facts else ()
        found = [page for page, label in enumerate(labels, 1) if label.casefold() == wanted]
        if found:
            self._view.go_to(min(found, key=lambda page: abs(page - self._view.page)))
        self._view.setFocus()
