"""What the room shows when nothing answers: what each filter costs, the statement, the way in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from search.records import Answer, Cost
from search.years import FIRST, LAST, years
from ui.language import _, ngettext
from ui.search.terms import shown, without
from ui.search.words import bare, nothing
from ui.widgets.empty import EmptyState

KINDS = {"kind", "field", "language"}


class NothingYet(EmptyState):
    """Stands in an archive without papers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("import", parent)
        self.bring = QPushButton()
        self.setFocusProxy(self.bring)
        self.add(self.bring)

    def explain(self, *, writable: bool) -> None:
        """Say how papers come in, where that can be done here."""
        self.say(*bare(writable=writable))
        self.bring.setVisible(writable)

    def retranslate(self) -> None:
        """Write the words of the button in the language of the window; the icon in its colours."""
        self.repaint_icon()
        self.bring.setText(_("Bring in files…"))


class NothingFound(EmptyState):
    """Says so, and offers the same question without one of its filters."""

    chosen = Signal(str)
    statement_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("search", parent)
        self.statement = QPushButton()
        self.ways: list[QPushButton] = []
        self._offers = QWidget()
        column = QVBoxLayout(self._offers)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        self.add(self._offers)
        self.add(self.statement)
        self.statement.clicked.connect(self.statement_wanted)

    def explain(self, answer: Answer, unread: str = "") -> None:
        """Say what can be tried after this answer, and which pages nobody can search yet."""
        self.repaint_icon()
        heading, advice = nothing(filtered=any(cost.total for cost in answer.costs))
        self.say(heading, f"{advice}\n\n{unread}." if unread else advice)
        self.statement.setText(_("Statement of this search…"))
        self.statement.setToolTip(_("A print that says what was searched, and that nothing came"))
        self._clear()
        for cost in answer.costs:
            if cost.total:
                self._add(answer.query, cost)
        self._offers.setVisible(bool(self.ways))
        self.setFocusProxy(self.ways[0] if self.ways else self.statement)

    def _add(self, query: str, cost: Cost) -> None:
        count = ngettext("{n} document", "{n} documents", cost.total).format(n=cost.total)
        if cost.of_all:
            words = _("Without any filter: {count}").format(count=count)
        else:
            words = _("Without “{filter}”: {count}").format(filter=told(cost), count=count)
        button = QPushButton(words)
        button.setAutoDefault(True)
        button.clicked.connect(partial(self.chosen.emit, relaxed(query, cost)))
        layout = self._offers.layout()
        assert layout is not None
        layout.addWidget(button)
        self.ways.append(button)

    def _clear(self) -> None:
        for button in self.ways:
            button.hide()
            button.deleteLater()
        self.ways = []


def told(cost: Cost) -> str:
    """A filter as a person would say it: `laporan kegiatan`, `2018–2022`."""
    values = [_value(fact.name, fact.value) for fact in cost.facts]
    said = _(" or ").join(values)
    return _("not {filter}").format(filter=said) if cost.without else said


def relaxed(query: str, cost: Cost) -> str:
    """The query without a filter."""
    for fact in cost.facts:
        query = without(query, fact.name, fact.value)
    return query


def _value(name: str, value: str) -> str:
    if name == "year":
        return _years_told(value)
    return shown(name, value) if name in KINDS else value


def _years_told(value: str) -> str:
    first, last = years(value) or (FIRST, LAST)
    if last == LAST:
        return _("since {date}").format(date=first)
    if first == FIRST:
        return _("until {date}").format(date=last)
    return "–".join(dict.fromkeys((str(first), str(last))))
