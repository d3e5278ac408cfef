"""The office on the console: shown, changed in part, its emblem refused with a sentence."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from archive.archive import Archive, Mode
from archive.records import Office
from tests.archive.stock import fresh
from tests.integration.kembar import Ended, kembar


def office(folder: Path, *words: str | Path) -> Ended:
    return kembar("--language", "en", "--archive", folder, "office", *words)


def test_what_is_not_given_stays(tmp_path: Path) -> None:
    folder = tmp_path / "arsip"
    fresh(folder).close()
    Image.new("RGB", (20, 30), "red").save(tmp_path / "lambang.png")
    assert office(folder, "--name", "Biro", "--emblem", tmp_path / "lambang.png").code == 0
    ended = office(folder, "--line", "Jalan Merdeka")
    assert ended.out == "Name\tBiro\nLine under the name\tJalan Merdeka\nEmblem\tyes\n"
    assert office(folder).out == ended.out
    assert office(folder, "--emblem", "").out.endswith("no\n")
    with Archive.open(folder, Mode.READ) as archive:
        assert archive.office.get() == Office("Biro", "Jalan Merdeka")


def test_a_file_that_is_no_picture_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "arsip"
    fresh(folder).close()
    (tmp_path / "surat.txt").write_text("Yth.")
    ended = office(folder, "--name", "Biro", "--emblem", tmp_path / "surat.txt")
    assert (ended.code, ended.out) == (2, "")
    assert ended.messages.startswith("Emblem:") and ended.messages.count("\n") == 1
    with Archive.open(folder, Mode.READ) as archive:
        assert archive.office.get() == Office()
