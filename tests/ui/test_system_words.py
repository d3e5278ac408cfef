"""What the system says of files is said in the language in use."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from archive.errors import FileUnusable, FolderUnusable
from ui.language import use
from ui.messages import sentence
from ui.messages.system import system_words


@pytest.mark.parametrize(
    ("number", "indonesian", "english"),
    [
        (errno.EACCES, "akses ditolak", "access is denied"),
        (errno.EISDIR, "itu folder, bukan berkas", "it is a folder, not a file"),
        (errno.EROFS, "hanya dapat dibaca", "it can only be read"),
    ],
)
def test_a_reason_of_the_system_is_translated(number: int, indonesian: str, english: str) -> None:
    for language, words in (("id", indonesian), ("en", english)):
        use(language)
        said = sentence(FileUnusable(Path("a.xlsx"), os.strerror(number)))
        assert words in said and os.strerror(number) not in said
        assert words in sentence(FolderUnusable(Path("arsip"), os.strerror(number)))


def test_a_fault_that_nobody_foresaw_is_told_without_its_number() -> None:
    use("id")
    said = sentence(PermissionError(errno.EACCES, os.strerror(errno.EACCES), "a.pdf"))
    assert "akses ditolak: a.pdf" in said and "Errno" not in said


def test_what_is_not_known_stands_as_the_system_said_it() -> None:
    use("id")
    assert system_words("Protocol error") == "Protocol error"
