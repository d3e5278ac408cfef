"""*Export table…*: one action for each table of the window, the same wherever a table stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget

from ui.exporting.saving import Exporting, Source
from ui.exporting.sheet import table_of
from ui.language import _
from ui.widgets.icons import icon

KEY = "Ctrl+E"


def table_formats() -> dict[str, str]:
    """What a table can be written as."""
    return {"xlsx": _("Excel workbook"), "csv": _("CSV table")}


class TableExport(QObject):
    """Belongs to a view and goes with it; its action stands among the view's own."""

    def __init__(
        self,
        exporting: Exporting,
        view: QAbstractItemView,
        title: Callable[[], str],
        gather: Callable[[], Source] | None = None,
        sections: Callable[[], Sequence[int]] = tuple,
    ) -> None:
        """`gather` is for views that do not hold all their rows; else what they show is taken."""
        super().__init__(view)
        self.view = view
        self._exporting, self._title = exporting, title
        self.gather, self._sections = gather or self._shown, sections
        self.action = QAction(view)
        self.action.setObjectName("export")
        self.action.triggered.connect(self.ask)
        self._place()
        self.retranslate()

    def ask(self) -> None:
        """Ask where to, then write the table."""
        self._exporting.ask(self.view, self._title(), table_formats(), self.gather)

    def retranslate(self) -> None:
        """Write its words in the language in use."""
        self.action.setText(_("Export table…"))
        self.action.setIcon(icon("save"))

    def _shown(self) -> Source:
        return table_of(self.view, self._title(), self._sections())

    def _place(self) -> None:
        """In a dialog it has its own key and menu; in the window the menu bar has the key."""
        self.view.addAction(self.action)
        if isinstance(self.view.window(), QDialog):
            self.action.setShortcut(QKeySequence(KEY))
            self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if self.view.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu:
            self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)


def front(within: QWidget) -> TableExport | None:
    """The export of the table in front: where the cursor stands, else the largest in sight."""
    found = [each for each in within.findChildren(TableExport) if each.view.isVisible()]
    focus = QApplication.focusWidget()
    for each in found:
        if focus is not None and (each.view is focus or each.view.isAncestorOf(focus)):
            return each
    return max(found, key=lambda each: each.view.width() * each.view.height(), default=None)
