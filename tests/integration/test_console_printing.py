"""Printing on the console: one report, all of them, cases side by side; kept, and made again."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from archive.archive import Archive, Mode
from archive.records import CityDraft, PartnershipDraft
from tests.archive.stock import fresh, join
from tests.integration.kembar import Ended, command, kembar, surroundings, well


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Jakarta–Tokyo with a program, Jakarta–Beijing, and Seoul–Hanoi; tests only print of it."""
    place = tmp_path_factory.mktemp("cetak") / "arsip"
    with fresh(place, "Arsip Biro") as archive:
        joined = join(archive)
        jakarta = joined.partnership.a.id
        beijing, seoul, hanoi = (
            archive.cities.add(CityDraft(name)).id for name in ("Beijing", "Seoul", "Hanoi")
        )
        archive.partnerships.add(PartnershipDraft(jakarta, beijing))
        archive.partnerships.add(PartnershipDraft(seoul, hanoi))
    return place


def printed(folder: Path, *words: str | Path) -> Ended:
    return kembar("--language", "en", "--archive", folder, "print", *words)


def text(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


def test_the_list_says_what_each_report_is_of(folder: Path) -> None:
    lines = [
        line.split("\t") for line in well("--language", "en", "print", "--list").out.split("\n")
    ]
    assert ["partnership_summary", "Partnership summary", "partnership"] in lines
    assert ["comparison", "Comparison", "cases"] in lines
    assert not any(line[0] == "search_statement" for line in lines)


PAIR = ("Jakarta–Tokyo", "Jakarta–Beijing")


def test_cases_are_named_with_field_and_years(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "banding.pdf"
    cases = ["--case", "Jakarta–Tokyo:youth_sport:2017..2019", "--case", "Jakarta–Beijing::2018"]
    ended = printed(folder, "comparison", *cases, "--out", out)
    assert (ended.code, ended.out) == (0, f"{out}\n"), ended.messages
    assert "Youth and sport, 2017–2019" in text(out)
    with Archive.open(folder, Mode.READ) as archive:
        [kept, *_] = archive.prints.all()
        asked = json.loads(archive.prints.snapshot(kept.uuid))["request"]
        ids = [archive.partnerships.find(name).id for name in PAIR]
    assert asked["cases"] == [
        {"partnership": ids[0], "field": "youth_sport", "years": [2017, 2019]},
        {"partnership": ids[1], "field": "", "years": [2018, 2018]},
    ]


def test_partnerships_alone_are_cases_too(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "banding.pdf"
    pair = ["--partnership", "Jakarta–Tokyo", "--partnership", "Jakarta–Beijing"]
    assert printed(folder, "comparison", *pair, "--out", out).code == 0
    assert "Jakarta–Beijing" in text(out)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["comparison", "--partnership", "Jakarta–Tokyo"], "two to four cases"),
        (["comparison", "--case", "Jakarta–Tokyo:dance", "--case", "1"], "“dance” is none of"),
        (["comparison", "--case", "Atlantis", "--case", "1"], "Atlantis"),
        (["comparison", "--case", "1::20", "--case", "1"], "names no years"),
        (["partnership_summary", "--partnership", "1", "--partnership", "2"], "compares"),
        (["agreement_register", "--program", "1"], "whole archive"),
        (["search_statement"], "--statement"),
        (["--again", "f" * 32], "f" * 32),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_cannot_be_printed_is_said_in_a_line(
    folder: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    ended = printed(folder, *words, "--out", tmp_path / "x.pdf")
    assert ended.code == 2 and not ended.out
    assert said in ended.messages and ended.messages.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_all_prints_of_all_subjects_and_pairs_that_share_a_city(
    folder: Path, tmp_path: Path
) -> None:
    ended = printed(folder, "--all", tmp_path / "semua")
    assert ended.code == 0, ended.messages
    names = sorted(path.stem for path in (tmp_path / "semua").iterdir())
    assert sorted(Path(line).stem for line in ended.out.splitlines()) == names
    of = {
        code: [n.partition("--")[2] for n in names if n.startswith(f"{code}--")] for code in CODES
    }
    assert of["partnership_summary"] == ["Jakarta–Beijing", "Jakarta–Tokyo", "Seoul–Hanoi"]
    assert [{*pair.split("--")} for pair in of["comparison"]] == [
        {"Jakarta–Beijing", "Jakarta–Tokyo"}
    ]
    assert of["agreement_register"] == ["Arsip-Biro"]


CODES = ("partnership_summary", "comparison", "agreement_register")


def test_one_print_that_fails_never_stops_the_others(folder: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "partnership_summary--Jakarta–Beijing.pdf"
    in_the_way.mkdir()
    ended = printed(folder, "--all", tmp_path)
    assert ended.code == 1
    assert in_the_way.name in ended.messages and "1 of " in ended.messages.splitlines()[-1]
    others = [path for path in tmp_path.iterdir() if path != in_the_way]
    assert len(others) == len(ended.out.splitlines()) >= 5
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in others)
    assert not list(in_the_way.iterdir())


def test_each_print_is_kept_and_made_again_in_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first, again = tmp_path / "satu.pdf", tmp_path / "dua.pdf"
    words = ["partnership_summary", "--partnership", "Jakarta–Tokyo", "--years", "2017..2019"]
    assert printed(folder, *words, "--out", first).code == 0
    line = printed(folder, "--kept").out.splitlines()[0].split("\t")
    assert (line[3], *line[5:7]) == ("partnership_summary", "2017..2019", "en")
    assert line[4].startswith("Jakarta–Tokyo")
    with Archive.open(folder, Mode.READ) as archive:
        assert archive.prints.pdf(line[0]).read_bytes() == first.read_bytes()
        before = len(archive.prints.all())
    ended = printed(folder, "--again", line[0], "--out", again)
    assert (ended.code, ended.out) == (0, f"{again}\n")
    assert "same print" in ended.messages
    assert again.read_bytes() == first.read_bytes()
    with Archive.open(folder, Mode.READ) as archive:
        assert len(archive.prints.all()) == before


def test_a_print_that_cannot_be_kept_is_good_all_the_same(folder: Path, tmp_path: Path) -> None:
    with fresh(tmp_path / "lain", "Lain") as archive:
        join(archive)
    shutil.rmtree(tmp_path / "lain" / "prints")
    (tmp_path / "lain" / "prints").write_text("in the way")
    out = tmp_path / "x.pdf"
    ended = printed(tmp_path / "lain", "partnership_summary", "--partnership", "1", "--out", out)
    assert (ended.code, ended.out) == (0, f"{out}\n")
    assert "not kept" in ended.messages
    assert out.read_bytes().startswith(b"%PDF")


def test_why_prints_were_not_kept_is_said_once_with_their_count(
    folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "lain")
    shutil.rmtree(tmp_path / "lain" / "prints", ignore_errors=True)
    (tmp_path / "lain" / "prints").write_text("in the way")
    ended = printed(tmp_path / "lain", "--all", tmp_path / "semua")
    made = len(ended.out.splitlines())
    assert ended.code == 0 and made >= 5
    assert ended.messages.startswith(f"{made} × ") and ended.messages.count("\n") == 1


def test_without_a_name_no_file_is_replaced(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = printed(folder, "agreement_register")
    assert (first.code, first.out) == (0, "agreement_register--Arsip-Biro.pdf\n")
    uuid = printed(folder, "--kept").out.split("\t", 1)[0]
    for number in ("", " (2)", " (3)"):
        again = printed(folder, "--again", uuid)
        assert again.code == 0
        assert again.out == f"agreement_register--{date.today().isoformat()}{number}.pdf\n"  # noqa: DTZ011
    printed(folder, "agreement_register")
    assert Path("agreement_register--Arsip-Biro (2).pdf").exists()


def test_a_print_is_never_named_as_another_kind_of_file(folder: Path, tmp_path: Path) -> None:
    ended = printed(folder, "agreement_register", "--out", tmp_path / "daftar.docx")
    assert ended.code == 2 and ".pdf" in ended.messages
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C as a signal")
def test_ctrl_c_says_what_became_of_the_prints(folder: Path, tmp_path: Path) -> None:
    words = "--language", "en", "--archive", folder, "print", "--all", tmp_path
    printing = subprocess.Popen(
        command(*words),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
        start_new_session=True,
    )
    assert printing.stdout is not None and printing.stdout.readline()
    os.killpg(printing.pid, signal.SIGINT)
    _out, messages = printing.communicate(timeout=30)
    assert printing.returncode == 130
    assert messages.decode() == "Stopped. What was finished stays.\n"


def test_nothing_is_printed_into_the_archive(folder: Path) -> None:
    inside = folder / "files" / "x.pdf"
    both: list[list[str | Path]]
    both = [["agreement_register", "--out", inside], ["--all", folder / "cetak"]]
    for words in both:
        ended = printed(folder, *words)
        assert ended.code == 2 and "own folder" in ended.messages
    assert not inside.exists() and not (folder / "cetak").exists()


def test_a_folder_without_rights_is_said(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("no folder")
    for out in (tmp_path / "berkas" / "x.pdf", tmp_path):
        ended = printed(folder, "agreement_register", "--out", out)
        assert ended.code == 2 and not ended.out
        assert str(out if out == tmp_path else out.parent) in ended.messages
        assert ended.messages.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["berkas"]


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs a disk of its own")
def test_a_full_disk_is_said_for_each_print_and_leaves_no_broken_one(
    folder: Path, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no right to mount")
    try:
        one = printed(folder, "agreement_register", "--out", disk / "x.pdf")
        assert one.code == 2 and "disk is full" in one.messages
        every = printed(folder, "--all", disk)
        assert every.code == 1 and "disk is full" in every.messages
        assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in disk.iterdir())
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs a busy file")
def test_a_file_that_another_program_holds_is_said_and_stays(folder: Path, tmp_path: Path) -> None:
    held, out = tmp_path / "held", tmp_path / "x.pdf"
    held.write_text("open elsewhere")
    out.touch()
    bind = ["mount", "--bind", str(held), str(out)]  # a file that cannot be put in another's place
    if subprocess.run(bind, capture_output=True, check=False).returncode != 0:
        pytest.skip("no right to mount")
    try:
        ended = printed(folder, "agreement_register", "--out", out)
        assert ended.code == 2 and str(out) in ended.messages
        assert out.read_text() == "open elsewhere"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["held", "x.pdf"]
    finally:
        subprocess.run(["umount", str(out)], check=True)
