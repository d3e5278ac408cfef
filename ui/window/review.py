"""Tells the window of quotes that no longer stand on their pages: in its menu, and once as news."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject

from ui.language import _, language, ngettext
from ui.scanning.astray import AstrayQuotes
from ui.window.menus import Menus
from ui.window.notices import Notices


class QuoteReview(QObject):
    """Ties what watches the quotes to the menus and the notices."""

    def __init__(
        self, quotes: AstrayQuotes, menus: Menus, notices: Notices, look: Callable[[], object]
    ) -> None:
        super().__init__(quotes)
        self._menus, self._notices, self._look = menus, notices, look
        quotes.counted.connect(self._count)
        quotes.came.connect(self._tell)

    def _count(self, count: int) -> None:
        self._menus.show_astray(count)

    def _tell(self, count: int) -> None:
        words = ngettext(
            "{n} quote is no longer found on its page, because that was read anew.",
            "{n} quotes are no longer found on their pages, because those were read anew.",
            count,
        ).format(n=QLocale(language()).toString(count))
        self._notices.offer(words, _("Look at them…"), self._look)
