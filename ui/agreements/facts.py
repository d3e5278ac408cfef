"""What stands in an agreement, as a list of names and values; what is not known is left out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QWidget

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


class Facts(QScrollArea):
    """Rolls when there is more than fits; the values can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def show_facts(self, each: Registered) -> None:
        """Show what is known of this agreement."""
        body = QWidget()
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 8, 0)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(5)
        for name, value in _facts(each):
            if value:
                form.addRow(_label(name, faint=True), _label(value, faint=False))
        self.setWidget(body)
        body.setAutoFillBackground(False)

    def retranslate(self) -> None:
        """Name it in the language in use."""
        self.setAccessibleName(_("What stands in the agreement"))


def _label(words: str, *, faint: bool) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if faint:
        label.setObjectName("faint")
        return label
    label.setWordWrap(True)
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
