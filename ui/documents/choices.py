"""What can be chosen in the fields of a description, in the language in use."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox

from archive.records import Access
from archive.vocabulary import terms
from ui.language import _
from ui.listings.words import term_label
from ui.models.document_words import access_label

VOCABULARIES = {
    "kind": "document_kinds",
    "language": "languages",
    "level": "description_levels",
    "copy_status": "copy_statuses",
    "classification": "classifications",
}


class Choice(NamedTuple):
    """What is said, and the value that it stands for."""

    words: str
    value: object


def choices(name: str) -> list[Choice]:
    """The terms of a field; with none, where the field may stay open."""
    vocabulary = VOCABULARIES[name]
    known = [Choice(term_label(vocabulary, each.code), each.code) for each in terms(vocabulary)]
    if name == "kind":
        return known
    return [Choice(_("not known") if name == "language" else _("not stated"), ""), *known]


def levels(highest: Access) -> list[Choice]:
    """The levels of access up to the reader's own."""
    return [Choice(access_label(level), int(level)) for level in Access if level <= highest]


def fill(box: QComboBox, offered: Callable[[], list[Choice]]) -> None:
    """Put the choices in their words; one that is not in the list is kept below them."""
    chosen, words = box.currentData(), box.currentText()
    box.clear()
    for each in offered():
        box.addItem(each.words, each.value)
    if chosen is not None:
        choose(box, chosen, words)


def choose(box: QComboBox, value: object, words: str) -> None:
    """Choose a value; one that is not offered is put below the others, by these words."""
    if box.findData(value) < 0:
        box.addItem(words, value)
    box.setCurrentIndex(box.findData(value))
