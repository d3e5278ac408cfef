"""Sizes and faults of originals and kept prints in words."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from archive.records import FixityFault
from ui.language import _, language
from ui.messages.prints import print_words


def size_words(size: int) -> str:
    """So many bytes as people say it: `1,2 GB`."""
    locale = QLocale(language())
    return locale.formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def problem_words(fault: FixityFault) -> str:
    """What is wrong with an original or a kept print."""
    sentences = {
        "missing": _("its file is missing"),
        "altered": _("its file has been altered"),
        "unreadable": _("its file cannot be read"),
    }
    return sentences.get(fault.problem, fault.problem)


def title_words(fault: FixityFault) -> str:
    """The print, or the document of an original, as far as the reader's level lets name it."""
    if fault.kind == "print" and fault.title:
        return _("Kept print “{name}”").format(name=print_words(fault.title))
    return fault.title or _("(above this desk's reading level)")
