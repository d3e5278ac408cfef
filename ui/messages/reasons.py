"""A sentence for each reason why bringing in a file ended as it did."""

from __future__ import annotations

from archive.records import Reason
from ui.language import _
from ui.messages.system import system_words


def reason_sentence(reason: Reason) -> str:
    """What was the matter with the file, and what to do."""
    words = _words().get(reason.code)
    if words is None:
        return reason.code
    data = {name: system_words(value) for name, value in reason.data.items()}
    return words.format_map(_Data(data))


class _Data(dict[str, str]):
    """What a reason carries; what it lacks is shown as a dash."""

    def __missing__(self, key: str) -> str:
        return "–"


def _words() -> dict[str, str]:
    return {**_files(), **_contents(), **_archive()}


def _files() -> dict[str, str]:
    return {
        "empty": _("The file is empty (0 bytes)."),
        "vanished": _("The file is no longer there. Check its folder or reconnect the disk."),
        "no_rights": _("You have no right to read it. Ask for access and try again."),
        "unreadable": _("It cannot be read: {reason}. Check the disk and try again."),
        "path_too_long": _("Its name or path is too long. Shorten it and try again."),
    }


def _contents() -> dict[str, str]:
    return {
        "not_supported": _(
            "This kind of file cannot be brought in. Possible are PDF, TXT, pictures (JPEG, PNG,"
            " TIFF), Word files and other office files, and e-mails."
        ),
        "not_a_pdf": _(
            "It is named PDF, but its content is not. Open it and save it as PDF again."
        ),
        "not_as_named": _(
            "It is named {ending}, but its content is not. Open it in the program it comes from"
            " and save it again."
        ),
        "not_text": _("It is named TXT, but its content is not text."),
        "damaged": _(
            "The PDF is damaged and cannot be read. It is kept as it is; look for a better copy."
        ),
        "no_pages": _("The PDF has no pages. It is kept as it is; look for a better copy."),
        "picture_damaged": _(
            "The picture is damaged and cannot be shown. It is kept as it is;"
            " look for a better copy."
        ),
        "file_damaged": _(
            "The file is damaged and cannot be read. It is kept as it is; look for a better copy."
        ),
        "kept_unread": _(
            "It is kept as it is and found by its name. Its content is not read;"
            " save it as PDF too if its words are to be found."
        ),
        "password": _("The file asks for a password. It is kept as it is, but not read."),
        "pages_damaged": _("Some pages could not be read: {pages}."),
        "crashes_reader": _("Reading it failed twice. It is kept as it is, but not read."),
        "too_slow": _(
            "Reading it took too long and was stopped. It is kept as it is, but not read."
        ),
        "too_large": _("It needs more memory than there is. It is kept as it is, but not read."),
    }


def _archive() -> dict[str, str]:
    return {
        "already_kept": _("The same file is already in the archive: “{title}”."),
        "in_trash": _(
            "The same file is already in the archive, in the trash: “{title}”. Restore it there."
        ),
        "disk_full": _("The archive's disk is full. Make room and try again."),
        "own_archive": _("This folder is the archive itself and is not brought in."),
        "failed": _("It could not be brought in because of a fault in the program ({reason})."),
    }
