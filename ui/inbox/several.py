"""Several papers at once: what all are given, and each one's own proposals accepted with it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archive.records import Partnership, Program
from ui.editors.choices import partnership_words
from ui.inbox.controls import ChoiceBox, Entries, term_entries
from ui.inbox.form_fields import Level, levels
from ui.inbox.prepared import Shelf
from ui.language import _, ngettext

Choices = list[tuple[Any, str]]


class SeveralForm(QWidget):
    """`wanted` brings the common values, and whether each one's own proposals are accepted too."""

    wanted = Signal(dict, bool)

    def __init__(self, level: Level, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf: Shelf | None = None
        self._count = 0
        self.heading, self.hint = QLabel(), QLabel()
        self.boxes = {
            "kind": _box(partial(term_entries, "document_kinds")),
            "partnership": _box(self._partnerships),
            "programs": _box(self._programs),
            "access": _box(partial(levels, level)),
            "language": _box(partial(term_entries, "languages")),
            "level": _box(partial(term_entries, "description_levels")),
        }
        self.names = {name: QLabel() for name in self.boxes}
        self.own, self.only = QPushButton(), QPushButton()
        self._lay_out()
        self.boxes["partnership"].edited.connect(self._follow)
        self.own.clicked.connect(self.accept)
        self.only.clicked.connect(lambda: self.wanted.emit(self.values(), False))
        self.retranslate()

    def show_count(self, count: int, shelf: Shelf | None) -> None:
        """So many are selected; what they can be given."""
        self._count = count
        if shelf is not None and shelf is not self._shelf:
            self._shelf = shelf
            self._follow()
        self._say_count()

    def clear(self) -> None:
        """Nothing is given any more."""
        for box in self.boxes.values():
            box.show_value(None)

    def accept(self) -> None:
        """Accept each one's own proposals, with what all are given."""
        self.wanted.emit(self.values(), True)

    def values(self) -> dict[str, Any]:
        """What all are given; fields that are left alone are not in."""
        said = {name: box.value() for name, box in self.boxes.items()}
        if said["programs"] is not None:
            said["programs"] = (said["programs"],)
        return {name: value for name, value in said.items() if value is not None}

    def set_writable(self, *, writable: bool) -> None:
        """Whether a person may say anything here."""
        for widget in (*self.boxes.values(), self.own, self.only):
            widget.setEnabled(writable)

    def retranslate(self) -> None:
        """Write every word in the language in use."""
        words = {
            "kind": _("Kind"),
            "partnership": _("Partnership"),
            "programs": _("Program"),
            "access": _("Access"),
            "language": _("Language"),
            "level": _("Level of description"),
        }
        for name, box in self.boxes.items():
            self.names[name].setText(words[name])
            box.setAccessibleName(words[name])
            box.retranslate()
        self.hint.setText(
            _("What is chosen here goes to all of them; what is left alone stays as it is.")
        )
        self._say_count()

    def _say_count(self) -> None:
        count = self._count
        selected = ngettext("{n} paper selected", "{n} papers selected", count)
        self.heading.setText(selected.format(n=count))
        own = ngettext("Accept proposals for {n} paper", "Accept proposals for {n} papers", count)
        self.own.setText(own.format(n=count))
        self.own.setToolTip(_("Each paper is given its own proposals (Ctrl+Enter)"))
        self.only.setText(_("Accept only what is chosen here"))

    def _follow(self) -> None:
        self.boxes["programs"].setCurrentIndex(-1)  # another partnership has other programs
        for name in ("partnership", "programs"):
            self.boxes[name].retranslate()

    def _partnerships(self) -> Choices:
        every: tuple[Partnership, ...] = self._shelf.partnerships if self._shelf else ()
        ordered = sorted(every, key=lambda each: not each.own)
        return [(each.id, partnership_words(each)) for each in ordered]

    def _programs(self) -> Choices:
        home = self.boxes["partnership"].value() if hasattr(self, "boxes") else None
        known: tuple[Program, ...] = self._shelf.programs.get(home or 0, ()) if self._shelf else ()
        return [(each.id, each.name) for each in known]

    def _lay_out(self) -> None:
        self.heading.setObjectName("heading")
        self.hint.setObjectName("faint")
        self.hint.setWordWrap(True)
        self.own.setDefault(True)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, box in self.boxes.items():
            self.names[name].setBuddy(box)
            form.addRow(self.names[name], box)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.hint)
        column.addLayout(form)
        column.addStretch()
        column.addWidget(self.only)
        column.addWidget(self.own)


def _box(entries: Entries) -> ChoiceBox:
    return ChoiceBox(lambda: [(None, _("– leave as it is –")), *entries()])
