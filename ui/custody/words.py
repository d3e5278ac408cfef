"""Sizes and faults of originals in words."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from archive.records import FixityFault
from ui.language import _, language


def size_words(size: int) -> str:
    """So many bytes as people say it: `1,2 GB`."""
    locale = QLocale(language())
    return locale.formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def problem_words(fault: FixityFault) -> str:
    """What is wrong with an original."""
    sentences = {
        "missing": _("its file is missing"),
        "altered": _("its file has been altered"),
        "unreadable": _("its file cannot be read"),
    }
    return sentences.get(fault.problem, fault.problem)


def title_words(fault: FixityFault) -> str:
    """The document an original belongs to, as far as the reader's level lets name it."""
    return fault.title or _("(above this desk's reading level)")
