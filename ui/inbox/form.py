"""The short form at the right of the inbox: what a paper is, as proposed and as a person says."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from archive.errors import Invalid
from archive.records import Description, Partnership
from ui.inbox.controls import TickBox
from ui.inbox.deed_part import DeedPart
from ui.inbox.field_grid import FieldGrid
from ui.inbox.form_fields import MORE, Level, main_fields, names
from ui.inbox.form_words import alike_words, homeless_words, unknown_words
from ui.inbox.home_box import HomeBox
from ui.inbox.learning import Learning
from ui.inbox.offers import offers, turned
from ui.inbox.prepared import Prepared
from ui.inbox.proposed_field import ProposedField
from ui.inbox.said import NEW, is_deed, same_agreement
from ui.language import _, ngettext
from ui.messages import rule_sentence

DRESS = """
QFrame#proposal-mark { border: 0; background: transparent; }
QFrame#proposal-mark[proposed="true"] { background: palette(accent); }
QLineEdit[proposed="true"], QComboBox[proposed="true"] { background: palette(alternate-base); }
QToolButton#small { padding: 0; }
"""
CALLED = {"first_year": "years", "last_year": "years", "number": "reference_code"}


class PaperForm(QWidget):
    """Shows one paper; `values` is what a person confirms.

    `asked_why` brings a suggestion whose words are to be shown, `refused` an offer;
    `refused_wanted` when what was refused is to be offered again.
    """

    asked_why = Signal(object)
    refused = Signal(object)
    alike_wanted = Signal()
    refused_wanted = Signal()
    left = Signal()

    def __init__(self, level: Level, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper: Prepared | None = None
        self._opened = False  # whether a person wants to see the other fields too
        self._entered: int | None = None  # a partnership entered just now, for this paper
        self._judged = False  # whether a person has chosen which agreement it is
        self.told_homeless = False  # that without a partnership the agreement is not recorded
        self.main, self.deed = main_fields(level), DeedPart()
        self.learning, self.alike = Learning(), QLabel()
        self.more, self.again = QPushButton(), QPushButton()
        self.grid = FieldGrid(self.main)
        self.homes, self.programs = self.main["partnership"].control, self.main["programs"].control
        self.setStyleSheet(DRESS)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def fields(self) -> dict[str, ProposedField]:
        """Every field by name."""
        return self.main | self.deed.fields

    @property
    def typed(self) -> bool:
        """Whether something would be lost by filling the form anew."""
        return self._judged or any(field.typed for field in self.fields.values())

    @property
    def home(self) -> Partnership | None:
        """The chosen partnership."""
        assert isinstance(self.homes, HomeBox)
        return self.paper.shelf.partnership(self.homes.chosen) if self.paper else None

    @property
    def focused(self) -> ProposedField | None:
        """The field the cursor stands in."""
        now = QApplication.focusWidget()
        return next((each for each in self.fields.values() if now and each.isAncestorOf(now)), None)

    def show_paper(self, paper: Prepared) -> None:
        """Fill the form; what was typed for the paper that is shown already stays."""
        same = self.paper is not None and self.paper.document.id == paper.document.id
        again = same and self.paper is not None and self.paper.refused and not paper.refused
        kept, self.paper = same and self.typed, paper
        assert isinstance(self.homes, HomeBox)
        self.homes.offer(paper.shelf.partnerships)
        if not kept:
            self._judged = False
        if not kept or again:
            self._fill(paper, whole=not kept)
        if paper.shelf.partnership(self._entered) is not None:
            self.main["partnership"].write(self._entered)
            self._entered = None
        self._follow()

    def values(self) -> dict[str, Any]:
        """What the fields say. Raises `Invalid`."""
        values = {name: field.value() for name, field in self.main.items()}
        if is_deed(values["kind"]):
            values |= self.deed.values() | {"agreement": self.deed.choice}
        return values | self.learning.values()

    def refuse(self, error: Invalid) -> bool:
        """Say beside its field what a rule refuses; whether there is such a field."""
        name = "validity" if error.field == "ends" else CALLED.get(error.field, error.field)
        field = self.fields.get(name)
        if field is not None:
            self._open()
            field.say_wrong(rule_sentence(error))
        return field is not None

    def say_homeless(self) -> None:
        """Say that the agreement cannot be recorded; the next yes is one to that."""
        self.told_homeless = True
        self.main["partnership"].say_wrong(homeless_words())

    def accept_all(self) -> None:
        """Take back what was refused."""
        self.told_homeless = False
        for field in self.fields.values():
            field.say_wrong("")

    def written(self) -> dict[str, Any]:
        """What a person has typed so far, by field; what cannot be understood is left out."""
        said = {name: _said(field) for name, field in self.fields.items() if field.typed}
        return {name: value for name, value in said.items() if value is not None}

    def write(self, written: dict[str, Any]) -> None:
        """Show again what was typed before."""
        for name, value in written.items():
            self.fields[name].write(value)

    def choose_entered(self, partnership: Partnership) -> None:
        """A partnership has been entered for this paper: choose it, once it is known here."""
        self._entered = partnership.id

    def enter(self) -> None:
        """Put the cursor into the first field."""
        self.main["title"].focus.setFocus(Qt.FocusReason.TabFocusReason)

    def set_writable(self, *, writable: bool) -> None:
        """Whether a person may say anything here."""
        for field in self.fields.values():
            field.set_writable(writable=writable)
        self.deed.which.setEnabled(writable)
        self.learning.setEnabled(writable)
        self.again.setEnabled(writable)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        self.grid.retranslate(names())
        self.deed.retranslate()
        self.learning.retranslate()
        self.again.setText(_("Offer again what was refused"))
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field, Esc out of the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # inside

    def _fill(self, paper: Prepared, *, whole: bool) -> None:
        """Show what is stored and proposed; unless it is `whole`, what was typed stays."""
        stored, offered = _stored(paper.document.description), offers(paper)
        self._unsay_homeless()
        for name, field in self.fields.items():
            if name == "programs":  # they hang on the partnership, which stands before them
                self._offer_programs()
            if whole or not field.typed:
                field.show_value(stored.get(name), offered.get(name, ()))
            else:
                field.offer_anew(offered.get(name, ()))

    def _follow(self) -> None:
        """What depends on kind and partnership."""
        paper, home = self.paper, self.home
        if paper is None:
            return
        self._offer_programs()
        there = paper.shelf.agreements.get(home.id, ()) if home else ()
        self.deed.offer(there, (home.a.name, home.b.name) if home else None)
        self.deed.setVisible(is_deed(self.main["kind"].value()))
        self._judge()
        self.main["partnership"].say_note(unknown_words(paper) if home is None else "")
        self.learning.follow(paper, home, self.main["programs"])
        self.alike.setText(alike_words(paper))
        self.alike.setVisible(bool(paper.alike))
        self.again.setVisible(paper.refused)
        self._show_more()

    def _offer_programs(self) -> None:
        """Those of the partnership; what is proposed among them is ticked until a person ticks."""
        field, home = self.main["programs"], self.home
        known = self.paper.shelf.programs.get(home.id, ()) if self.paper and home else ()
        assert isinstance(self.programs, TickBox)
        self.programs.offer([(each.id, each.name) for each in known])
        if not field.typed and field.offered:
            field.show_value(field.stored, field.offered)
        self.grid.show_field("programs", shown=bool(known))

    def _judge(self) -> None:
        """An agreement that is there already is chosen, until a person chooses himself."""
        if self._judged or self.paper is None:
            return
        said = {name: _said(self.fields[name]) for name in ("kind", "reference_code", "date")}
        said |= {"signed": _said(self.fields["signed"]), "partnership": _id(self.home)}
        same = same_agreement(said, self.paper.shelf)
        self.deed.choose(same.id if same else NEW)
        signatories = self.deed.fields["signatories"]
        if self.home is not None and signatories.offer is not None:
            shown = turned(signatories.offer.value, self.paper, self.home)
            signatories.control.show_value(shown)  # type: ignore[attr-defined]

    def _judge_himself(self) -> None:
        self._judged = True

    def _show_more(self) -> None:
        """Fields that are empty wait behind a button."""
        empty = [name for name in MORE if not self._has(name)]
        for name in MORE:
            self.grid.show_field(name, shown=self._opened or name not in empty)
        self.more.setVisible(bool(empty) and not self._opened)
        words = ngettext("{n} more field", "{n} more fields", len(empty))
        self.more.setText(words.format(n=len(empty)))

    def _has(self, name: str) -> bool:
        field = self.main[name]
        return bool(field.offered or field.typed or _said(field) or field.focus.hasFocus())

    def _unsay_homeless(self) -> None:
        if self.told_homeless:
            self.told_homeless = False
            self.main["partnership"].say_wrong("")

    def _open(self) -> None:
        self._opened = True
        self._show_more()

    def _connect(self) -> None:
        for field in self.fields.values():
            field.asked_why.connect(self.asked_why)
            field.refused.connect(self.refused)
        for name in ("kind", "date", "partnership", "reference_code", "programs"):
            self.main[name].edited.connect(self._follow)
        for name in ("kind", "partnership"):
            self.main[name].edited.connect(self._unsay_homeless)
        self.deed.fields["signed"].edited.connect(self._follow)
        self.deed.edited.connect(self._judge_himself)
        self.more.clicked.connect(self._open)
        self.again.clicked.connect(self.refused_wanted)
        self.alike.linkActivated.connect(lambda _link: self.alike_wanted.emit())

    def _lay_out(self) -> None:
        for link in (self.more, self.again):
            link.setObjectName("link")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        self.alike.setWordWrap(True)
        self.alike.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        for part in (self.alike, self.grid, self.learning):
            column.addWidget(part)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.deed)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()


def _stored(said: Description) -> dict[str, Any]:
    years = (said.first_year, said.last_year) if said.first_year is not None else None
    return asdict(said) | {"access": int(said.access), "years": years, "renewal": "unknown"}


def _said(field: ProposedField) -> Any:
    """What a field says; None for what cannot be understood yet."""
    try:
        return field.value()
    except Invalid:
        return None


def _id(home: Partnership | None) -> int | None:
    return home.id if home is not None else None
