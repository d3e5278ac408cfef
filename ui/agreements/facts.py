"""What stands in an agreement, as a list of names and values; what is not known is left out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from archive.catalogue.register import Registered
from ui.agreements.words import (
    date_words,
    ends_words,
    fields_words,
    notice_words,
    signatory_words,
    signed_words,
    term,
)
from ui.language import _

ROWS = 9


class Facts(QScrollArea):
    """Rolls when there is more than fits; the values can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 8, 0)
        self._form = QFormLayout()
        column.addLayout(self._form)
        column.addStretch()  # the rows stay together at the top
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(5)
        self._rows = tuple((_name(), _value()) for _row in range(ROWS))
        for name, value in self._rows:
            self._form.addRow(name, value)
        self.setWidget(self._body)
        for ground in (self.viewport(), self._body):
            ground.setAutoFillBackground(False)

    def show_facts(self, each: Registered) -> None:
        """Show what is known of this agreement."""
        for (label, words), (name, value) in zip(self._rows, _facts(each), strict=True):
            label.setText(name)
            words.setText(value)
            words.setAccessibleName(name)
            self._form.setRowVisible(words, bool(value))

    def words(self) -> dict[str, str]:
        """What is shown, by name."""
        return {name.text(): value.text() for name, value in self._rows if value.text()}

    def retranslate(self) -> None:
        """Name it in the language in use."""
        self.setAccessibleName(_("What stands in the agreement"))


def _name() -> QLabel:
    label = QLabel()
    label.setObjectName("faint")
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label


def _value() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _facts(each: Registered) -> Iterator[tuple[str, str]]:
    agreement = each.agreement
    yield _("Signed"), signed_words(agreement)
    yield (
        _("Signatories"),
        "\n".join(signatory_words(who, each) for who in agreement.signatories),
    )
    yield _("In force from"), date_words(agreement.effective)
    yield _("Ends"), ends_words(agreement)
    yield _("Terminated on"), date_words(agreement.terminated)
    yield _("Renewal"), term("renewals", agreement.renewal)
    yield _("Notice"), notice_words(each)
    yield _("Fields"), fields_words(agreement)
    yield _("Note"), agreement.note
