"""Why a file ended as it did: the codes of `Reason`, with what each carries.

Every code has a sentence in `ui.messages`; a new one is a new line here and there.
"""

from __future__ import annotations

from archive.records import Reason

REASONS: dict[str, tuple[str, ...]] = {  # code: the data it carries
    "empty": (),
    "vanished": (),
    "no_rights": (),
    "unreadable": ("reason",),
    "path_too_long": (),
    "not_supported": ("ending",),
    "not_a_pdf": (),
    "not_text": (),
    "damaged": (),
    "no_pages": (),
    "password": (),
    "pages_damaged": ("pages",),
    "crashes_reader": (),
    "too_slow": (),
    "too_large": (),
    "already_kept": ("title",),
    "disk_full": (),
    "failed": ("reason",),
}


def reason(code: str, **data: str) -> Reason:
    """A reason of the list, with its data."""
    if set(data) != set(REASONS[code]):
        raise KeyError((code, *data))
    return Reason(code, data)
