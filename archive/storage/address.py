"""The address SQLite opens a file by, whatever signs its path holds and wherever it lies."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote


def address(path: Path, *, readonly: bool = False, immutable: bool = False) -> str:
    """A `file:` URI. `immutable` is for media where not even SQLite's side files can be made.

    `Path.as_uri` would name the server of a Windows share, which SQLite does not take.
    """
    mode = "ro" if readonly or immutable else "rwc"
    return uri(path.absolute().as_posix(), mode + ("&immutable=1" if immutable else ""))


def uri(posix: str, mode: str) -> str:
    """The URI of an absolute path with forward slashes (`/a/b`, `C:/a`, `//server/share/a`)."""
    root = "" if posix.startswith("/") else "/"
    return f"file://{root}{quote(posix, safe='/:')}?mode={mode}"
