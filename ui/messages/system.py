"""What the operating system says of files and disks, in the language in use."""

from __future__ import annotations

import errno
import os
import sys

from ui.language import _

WINDOWS = {
    2: errno.ENOENT,
    3: errno.ENOENT,
    5: errno.EACCES,
    19: errno.EROFS,
    21: errno.ENODEV,
    32: errno.EBUSY,
    33: errno.EBUSY,
    112: errno.ENOSPC,
    145: errno.ENOTEMPTY,
    206: errno.ENAMETOOLONG,
}  # its own numbers, which it words in its own language
SQLITE = {
    "unable to open database file": errno.EACCES,
    "attempt to write a readonly database": errno.EROFS,
    "disk I/O error": errno.EIO,
    "database or disk is full": errno.ENOSPC,
}


def system_words(said: str) -> str:
    """A reason of the system, as `OSError.strerror` has it, in the language in use; as it stands
    where it is none of those that people meet."""
    return _words().get(_numbers().get(said, 0), said)


def fault_words(error: OSError) -> str:
    """What the system said of which file."""
    said = system_words(error.strerror or str(error))
    return f"{said}: {error.filename}" if error.filename and error.strerror else said


def _numbers() -> dict[str, int]:
    """The number of each sentence the system has, as it words them here and now."""
    numbers = {os.strerror(number): number for number in _words()} | SQLITE
    if sys.platform == "win32":
        import ctypes

        said = {ctypes.FormatError(code).rstrip(". \r\n"): own for code, own in WINDOWS.items()}
        numbers |= said
    return numbers


def _words() -> dict[int, str]:
    return {
        errno.EACCES: _("access is denied"),
        errno.EPERM: _("access is denied"),
        errno.EROFS: _("it can only be read, not written"),
        errno.EISDIR: _("it is a folder, not a file"),
        errno.ENOTDIR: _("part of its path is a file, not a folder"),
        errno.ENOENT: _("the file or its folder is not there"),
        errno.EEXIST: _("there is something of this name already"),
        errno.ENOTEMPTY: _("the folder is not empty"),
        errno.ENOSPC: _("the disk is full"),
        errno.EIO: _("the disk does not answer as it should"),
        errno.ENODEV: _("the disk is not connected"),
        errno.ENXIO: _("the disk is not connected"),
        errno.EBUSY: _("another program is using it"),
        errno.ENAMETOOLONG: _("its name or path is too long"),
        errno.EMFILE: _("too many files are open"),
    }
