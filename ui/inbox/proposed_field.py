"""A field that may hold a proposal: its value, beneath it the reason, and what else was found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.inbox.marks import reason_words
from ui.inbox.offers import Offer
from ui.inbox.reason_link import ReasonLink
from ui.language import _, ngettext
from ui.widgets.icons import icon


class Control(Protocol):
    """What a field is edited with."""

    def show_value(self, value: Any) -> None:
        """Show a value."""

    def value(self) -> Any:
        """Give it back. Raises `Invalid`."""


class ProposedField(QWidget):
    """One field of the form.

    `asked_why` when a person wants to see a reason, `refused` when he refuses an offer, `edited`
    when he has changed the value or taken another offer.
    """

    asked_why = Signal(object)
    refused = Signal(object)
    edited = Signal()

    def __init__(self, control: QWidget, told: Callable[[Any], str] = str) -> None:
        super().__init__()
        self.control, self._told = control, told
        self.stored: Any = None
        self.offered: tuple[Offer, ...] = ()
        self.offer: Offer | None = None  # what is shown as proposed, until a person changes it
        self.typed = False
        self.name, self.wrong, self.note = QLabel(), QLabel(), QLabel()
        self.mark, self.reason = QFrame(), ReasonLink()
        self.others, self.refuse_button = QToolButton(), QToolButton()
        self.menu = QMenu(self)
        self._lay_out()
        self._connect()
        self.repaint_icons()

    @property
    def focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.control.focusProxy() or self.control

    def show_value(self, stored: Any, offered: tuple[Offer, ...] = ()) -> None:
        """What the document has, or what is proposed instead; what was typed is forgotten."""
        self.stored, self.offered, self.typed = stored, offered, False
        self.say_wrong("")
        self._show(next((each for each in offered if each.sure), None))

    def offer_anew(self, offered: tuple[Offer, ...]) -> None:
        """Other proposals, beside what was typed."""
        self.offered = offered
        self._say_reason()

    def value(self) -> Any:
        """What the field says. Raises `Invalid`."""
        return cast("Control", self.control).value()

    def take(self, offer: Offer) -> None:
        """A person takes this one of the offers."""
        self.typed = True
        self._show(offer)
        self.edited.emit()
        self.asked_why.emit(offer.why[0])

    def write(self, value: Any) -> None:
        """Show a value that a person has entered elsewhere, or before, for this field."""
        cast("Control", self.control).show_value(value)
        self._edit()
        self.offer = next((each for each in self.offered if each.value == value), None)
        self._say_reason()

    def turn(self, step: int) -> None:
        """Take the offer after the one shown, or before it."""
        if self.offered:
            at = self.offered.index(self.offer) + step if self.offer in self.offered else 0
            self.take(self.offered[at % len(self.offered)])

    def refuse(self) -> None:
        """A person refuses what is proposed: the next offer takes its place, or what was there."""
        if self.offer is None:
            return
        gone, self.offered = self.offer, tuple(one for one in self.offered if one is not self.offer)
        self._show(next((each for each in self.offered if each.sure), None))
        self.refused.emit(gone)
        self.edited.emit()

    def say_wrong(self, words: str) -> None:
        """Say what a rule refuses and go there; no words take it back."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        if words:
            self.focus.setFocus()

    def say_note(self, words: str) -> None:
        """Say something beneath; it may hold a link."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def call(self, name: str) -> None:
        """Name the field; a letter after & goes to it by keyboard."""
        self.name.setText(name)
        self.focus.setAccessibleName(name.replace("&", ""))
        self._say_reason()

    def repaint_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        self.refuse_button.setIcon(icon("close"))
        self.others.setIcon(icon("down"))

    def set_writable(self, *, writable: bool) -> None:
        """Whether a person may change it here."""
        self.control.setEnabled(writable)
        self.refuse_button.setEnabled(writable)
        self.others.setEnabled(writable)

    def _show(self, offer: Offer | None) -> None:
        self.offer = offer
        shown = offer.value if offer is not None else self.stored
        cast("Control", self.control).show_value(shown)
        self._say_reason()

    def _edit(self) -> None:
        """A person has changed the value: it is his now, not a proposal."""
        self.typed, self.offer = True, None
        self._say_reason()
        self.edited.emit()

    def _say_reason(self) -> None:
        offer = self.offer
        self.mark.setProperty("proposed", offer is not None)
        for widget in {self.mark, self.control, self.focus}:
            widget.setProperty("proposed", offer is not None)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.refuse_button.setVisible(offer is not None)
        self.refuse_button.setToolTip(_("Refuse this proposal (Alt+Del)"))
        self.refuse_button.setAccessibleName(_("Refuse this proposal"))
        self.reason.setVisible(bool(self.offered))
        self.focus.setAccessibleDescription("")
        if offer is not None:
            self._tell(offer)
        elif self.offered:
            count = len(self.offered)
            words = ngettext("{n} proposal", "{n} proposals", count).format(n=count)
            self.reason.say("", words)
        self._offer_others()

    def _tell(self, offer: Offer) -> None:
        where, words = reason_words(offer.why[0])
        more = len(offer.why) - 1
        extra = " " + _("and {n} more").format(n=more) if more else ""
        self.reason.say(f"{where}: ", f"‘{words}’{extra}")
        told = _("Proposed, {where}: {words}").format(where=where, words=words)
        self.focus.setAccessibleDescription(told)

    def _offer_others(self) -> None:
        """The menu: other offers to be taken; of a list, every reason to be seen."""
        self.menu.clear()
        for each in self.offered:
            if each is not self.offer:
                self._entry(self._told(each.value), partial(self.take, each))
            elif len(each.why) > 1:
                for why in each.why:
                    words = "{}: ‘{}’".format(*reason_words(why))
                    self._entry(words, partial(self.asked_why.emit, why))
        self.others.setVisible(not self.menu.isEmpty())
        self.others.setToolTip(_("What else was found (Ctrl+Down)"))
        self.others.setAccessibleName(_("What else was found"))

    def _entry(self, words: str, deed: Callable[[], None]) -> None:
        action = QAction(_shortened(words), self.menu)
        action.triggered.connect(lambda _checked=False: deed())
        self.menu.addAction(action)

    def ask_why(self) -> None:
        """Show why the value is proposed, or would be."""
        offer = self.offer or next(iter(self.offered), None)
        if offer is not None:
            self.asked_why.emit(offer.why[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the cursor comes, the page shows the reason."""
        if event.type() == QEvent.Type.FocusIn and self.offer is not None:
            self.asked_why.emit(self.offer.why[0])
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        cast("Any", self.control).edited.connect(self._edit)
        self.reason.clicked.connect(self.ask_why)
        self.refuse_button.clicked.connect(self.refuse)
        self.others.setMenu(self.menu)
        for widget in {self.control, self.focus}:
            widget.installEventFilter(self)

    def _lay_out(self) -> None:
        self.name.setWordWrap(True)
        self.name.setBuddy(self.focus)
        self.mark.setObjectName("proposal-mark")
        self.mark.setFixedWidth(3)
        self.others.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for button in (self.others, self.refuse_button):
            button.setObjectName("small")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for label, name in ((self.wrong, "wrong"), (self.note, "faint")):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.hide()
        foot = QHBoxLayout()
        foot.setSpacing(2)
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.others)
        foot.addWidget(self.refuse_button)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.control)
        column.addLayout(foot)
        column.addWidget(self.note)
        column.addWidget(self.wrong)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.mark)
        row.addLayout(column, 1)


def _shortened(words: str, limit: int = 70) -> str:
    plain = " ".join(words.split()).replace("&", "&&")
    return plain if len(plain) <= limit else plain[: limit - 1] + "…"
