"""The fields of a finding; those of one kind only are shown for that kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from archive.errors import Invalid
from archive.records import FindingDraft, Source
from archive.records.findings import DETERMINANT, UNNUMBERED
from ui.editors.choices import TermBox
from ui.editors.home_picker import HomePicker
from ui.editors.link_form import read_span, written_span
from ui.editors.side_box import SideBox
from ui.language import _

ONLY = {
    "value": ("verdict",),
    "framework": (DETERMINANT,),
    "addressee": ("recommendation",),
}
NEVER = {"number": UNNUMBERED}
HIGHEST = 99
LINES = 3
BESIDE = 96  # the width of the name of the second field in a row


class MaybeTermBox(TermBox):
    """A term of a vocabulary, or none: its code is then empty."""

    def __init__(self, vocabulary: str, code: str) -> None:
        super().__init__(vocabulary, code)
        self.insertItem(0, "–", "")
        self.setCurrentIndex(max(0, self.findData(code)))


class FindingForm:
    """The widgets of a finding, filled from a draft; `read` gives them back as one."""

    def __init__(self, draft: FindingDraft) -> None:
        source = draft.source
        self.kind, self.home = TermBox("finding_kinds", draft.kind), HomePicker()
        self.empty = QCheckBox(_("The source names this but says nothing"))
        self.statement = _lines(draft.statement, _("What the source says, in your own words"))
        self.value = MaybeTermBox("verdicts", draft.value)
        self.number, self.framework = QLineEdit(), QLineEdit(draft.framework)
        self.addressee = QLineEdit(draft.addressee)
        self.follow_up = MaybeTermBox("follow_ups", draft.follow_up)
        self.theme = MaybeTermBox("finding_themes", draft.theme)
        self.polarity = MaybeTermBox("polarities", draft.polarity)
        self.side = SideBox(draft.side)
        self.field = MaybeTermBox("fields", draft.field)
        self.years = QLineEdit(written_span(draft.first_year, draft.last_year))
        self.pages = QLineEdit(written_span(source.first_page, source.last_page))
        self.quote = _lines(source.quote, "")
        self.number.setValidator(QIntValidator(1, HIGHEST, self.number))
        self.number.setText(str(draft.number or ""))
        self.years.setPlaceholderText(_("for example 2018 or 2018-2019; may stay empty"))
        self.framework.setPlaceholderText(_("whose list of factors"))
        self.empty.toggled.connect(self._leave_empty)
        self.empty.setChecked(draft.empty)
        self.home.changed.connect(self._name_sides)

    def rows(self, add: Callable[[str, str, QWidget], None]) -> None:
        """Put the fields in their order, each with its name."""
        add("kind", _("Kind"), self.kind)
        add("home", _("Belongs to"), self.home)
        add("statement", _("Statement"), self.statement)
        add("empty", "", self.empty)
        self.empty.setAccessibleName(self.empty.text())
        add("value", _("Verdict"), self.value)
        add("number", _("Number"), self.number)
        add("framework", _("Framework"), self.framework)
        add("addressee", _("Addressee"), pair(self.addressee, _("Follow-up"), self.follow_up))
        add("theme", _("Theme"), pair(self.theme, _("Polarity"), self.polarity))
        add("side", _("Side"), pair(self.side, _("Field"), self.field))
        add("years", _("Years"), self.years)
        add("pages", _("Pages"), self.pages)
        add("quote", _("Quote"), self.quote)

    def wanted(self, name: str) -> bool:
        """Whether a row belongs to the chosen kind."""
        kind = self.kind.code
        return kind in ONLY.get(name, (kind,)) and kind not in NEVER.get(name, ())

    def unclear(self) -> str | None:
        """The name of the first field that should hold numbers and does not."""
        for name, line in (("years", self.years), ("pages", self.pages)):
            try:
                read_span(name, line.text())
            except Invalid:
                return name
        return None

    def read(self, draft: FindingDraft) -> FindingDraft:
        """The draft with everything as the fields say but where it belongs. Raises `Invalid`."""
        first_year, last_year = read_span("years", self.years.text())
        first_page, last_page = read_span("pages", self.pages.text())
        if first_page is None or last_page is None:
            raise Invalid("pages", "below_one", "")
        quote = self.quote.toPlainText().strip()
        numbered, advice = self.wanted("number"), self.wanted("addressee")
        return replace(
            draft,
            kind=self.kind.code,
            source=Source(draft.source.document, first_page, last_page, quote),
            statement="" if self.empty.isChecked() else self.statement.toPlainText().strip(),
            empty=self.empty.isChecked(),
            value=self.value.code if self.wanted("value") else "",
            number=int(self.number.text()) if numbered and self.number.text() else None,
            framework=self.framework.text() if self.wanted("framework") else "",
            addressee=self.addressee.text() if advice else "",
            follow_up=self.follow_up.code if advice else "",
            theme=self.theme.code,
            polarity=self.polarity.code,
            side=self.side.code,
            field=self.field.code,
            first_year=first_year,
            last_year=last_year,
        )

    def _name_sides(self) -> None:
        """The sides are the two cities of the chosen partnership."""
        chosen = self.home.chosen
        self.side.call(chosen.sides if chosen is not None else None)

    def _leave_empty(self, empty: bool) -> None:
        """What the source does not say has no statement; unticked, the quote is offered again."""
        words = "" if empty else " ".join(self.quote.toPlainText().split())
        self.statement.setPlainText(words)
        self.statement.setEnabled(not empty)


def pair(first: QWidget, label: str, second: QWidget) -> QWidget:
    """Two fields in one row; the second has its name before it."""
    both = QWidget()
    both.setFocusProxy(first)
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    said = QLabel(label)
    said.setBuddy(second)
    said.setMinimumWidth(BESIDE)
    second.setAccessibleName(label)
    row.addWidget(first, 1)
    row.addWidget(said)
    row.addWidget(second, 1)
    return both


def _lines(words: str, hint: str) -> QPlainTextEdit:
    box = QPlainTextEdit(words)
    box.setPlaceholderText(hint)
    box.setTabChangesFocus(True)
    box.setFixedHeight(box.fontMetrics().lineSpacing() * LINES + 18)
    return box
