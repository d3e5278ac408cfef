"""Why a file ended as it did: the codes of `Reason`, with what each carries.

Every code has a sentence in `ui.messages`; a new one is a new line here and there.
"""

from __future__ import annotations

import errno

from archive.records import Reason

WINDOWS_TOO_LONG = 206

REASONS: dict[str, tuple[str, ...]] = {  # code: the data it carries
    "empty": (),
    "vanished": (),
    "no_rights": (),
    "unreadable": ("reason",),
    "path_too_long": (),
    "not_supported": ("ending",),
    "not_a_pdf": (),
    "not_as_named": ("ending",),
    "not_text": (),
    "damaged": (),
    "picture_damaged": (),
    "file_damaged": (),
    "kept_unread": (),
    "no_pages": (),
    "password": (),
    "pages_damaged": ("pages",),
    "crashes_reader": (),
    "too_slow": (),
    "too_large": (),
    "already_kept": ("title",),
    "in_trash": ("title",),
    "disk_full": (),
    "failed": ("reason",),
}


class Refuse(Exception):
    """The file is not taken in."""

    def __init__(self, code: str, **data: str) -> None:
        super().__init__(code)
        self.reason = reason(code, **data)


def reason(code: str, **data: str) -> Reason:
    """A reason of the list, with its data."""
    if set(data) != set(REASONS[code]):
        raise KeyError((code, *data))
    return Reason(code, data)


def of_disk(error: OSError) -> Reason:
    """Why the disk gives no file or folder."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return reason("vanished")
    if isinstance(error, PermissionError):
        return reason("no_rights")
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == WINDOWS_TOO_LONG:
        return reason("path_too_long")
    return reason("unreadable", reason=error.strerror or str(error))
