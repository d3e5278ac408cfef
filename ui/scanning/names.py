"""What the languages of reading are called, and how missing ones are added."""

from __future__ import annotations

from collections.abc import Iterable

from archive.intake.ocr.languages import Installing
from ui.language import _


def language_name(code: str) -> str:
    """A language as Tesseract names it, in the language of the window."""
    names = {
        "ind": _("Indonesian"),
        "eng": _("English"),
        "jpn": _("Japanese"),
        "chi_sim": _("Chinese (simplified)"),
        "chi_tra": _("Chinese (traditional)"),
        "kor": _("Korean"),
    }
    return names.get(code, code)


def language_names(codes: Iterable[str]) -> str:
    """Several, as a list within a sentence."""
    return ", ".join(map(language_name, codes))


def how_to_install(how: Installing) -> str:
    """What a person does to add languages; the command itself stands beside it."""
    if how.command and not how.files:
        return _("Whoever looks after this computer can install them with this line:")
    files = _("Put the files {files} into the folder {folder}.").format(
        files=", ".join(how.files), folder=how.folder
    )
    if not how.command:
        return files
    first = _("Whoever looks after this computer can install the reader with this line:")
    return f"{files} {first}" if how.files else first
