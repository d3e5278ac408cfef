"""Any path a person can make is one SQLite can open, and no other."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archive.storage.address import address, uri


@pytest.mark.parametrize(
    "name", ["a b", "100%", "a%20b", "apa?", "c#", "é 档案 📄", "a&b=c;d", "+"]
)
def test_a_path_is_taken_to_the_letter(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    with closing(sqlite3.connect(address(folder / "x.db"), uri=True)) as connection:
        connection.execute("CREATE TABLE a (b)")
    assert [path.name for path in folder.iterdir()] == ["x.db"]
    with (
        closing(sqlite3.connect(address(folder / "x.db", readonly=True), uri=True)) as connection,
        pytest.raises(sqlite3.OperationalError),
    ):
        connection.execute("CREATE TABLE c (d)")


@pytest.mark.parametrize(
    ("posix", "expected"),
    [
        ("/a b/c.db", "file:///a%20b/c.db?mode=ro"),
        ("C:/Arsip/c.db", "file:///C:/Arsip/c.db?mode=ro"),
        ("//server/bagian/c.db", "file:////server/bagian/c.db?mode=ro"),
    ],
)
def test_drives_and_shares_have_their_form(posix: str, expected: str) -> None:
    assert uri(posix, "ro") == expected
