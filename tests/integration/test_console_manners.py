"""How commands behave: one line and exit 2, help, languages, strange names, two at once."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from archive.archive import Archive, Mode
from tests import papers
from tests.integration.kembar import command, kembar, surroundings, well

COMMANDS = (
    "import unlock search show link status print verify backup restore reindex sample".split()  # noqa: SIM905
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one document, to be copied."""
    place = tmp_path_factory.mktemp("made")
    paper = papers.text_pdf(place / "Nota kesepahaman.pdf")
    well("--archive", place / "arsip", "import", paper)
    return place / "arsip"


@pytest.fixture
def archive(tmp_path: Path, made: Path) -> Path:
    """An archive with one document."""
    return shutil.copytree(made, tmp_path / "arsip")


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_help_stands_behind_every_command(name: str | None) -> None:
    told = well(*([name] if name else []), "--help")
    assert "--help" in told.out and not told.messages


@pytest.mark.parametrize(
    "words",
    [
        ["--archive", "{missing}", "search", "x"],
        ["--archive", "{missing}", "status", "--json"],
        ["--archive", "{missing}", "import"],
        ["--archive", "{archive}", "show", "99999", "--json"],
        ["--archive", "{archive}", "show", "no such title"],
        ["--archive", "{archive}", "search"],
        ["--archive", "{archive}", "search", "x", "--year", "yesterday"],
        ["--archive", "{archive}", "search", "x", "--kind", "poem"],
        ["--archive", "{archive}", "search", "x", "--partnership", "Atlantis–El Dorado"],
        ["--archive", "{archive}", "search", "x", "--limit", "many"],
        ["--archive", "{archive}", "search", "x", "--colour", "red"],
        ["--archive", "{archive}", "link", "1", "--pages", "1"],
        ["--archive", "{archive}", "link", "1", "--pages", "2..1", "--program", "1"],
        ["--archive", "{archive}", "link", "1", "--pages", "1", "--program", "none of this name"],
        ["--archive", "{archive}", "print", "poster"],
        ["--archive", "{archive}", "print"],
        ["--archive", "{archive}", "print", "partnership_summary"],
        ["--archive", "{archive}", "restore", "{missing}", "{missing}"],
        ["--archive", "{archive}", "sample", "{archive}"],
        ["--archive", "{archive}", "--access", "royal", "status"],
        ["--archive", "{archive}", "dance"],
        ["--language", "klingon", "status"],
        ["status"],
    ],
    ids=" ".join,
)
def test_errors_are_one_readable_line(words: list[str], archive: Path) -> None:
    places = {"archive": str(archive), "missing": str(archive.parent / "nowhere")}
    told = kembar(*[word.format(**places) for word in words])
    assert told.code == 2, told
    assert told.out == ""
    assert len(told.messages.splitlines()) == 1 and len(told.messages) > 10
    assert "Traceback" not in told.messages and "Error(" not in told.messages


def test_messages_speak_both_languages(tmp_path: Path) -> None:
    words = ["--archive", str(tmp_path / "nowhere"), "status"]
    english = kembar(*words, LANG="en_US.UTF-8").messages
    indonesian = kembar(*words, LANG="id_ID.UTF-8").messages
    assert english != indonesian
    assert kembar("--language", "id", *words, LANG="en_US.UTF-8").messages == indonesian
    assert "Options" in well("--help").out
    assert "Options" not in kembar("--help", LANG="id_ID.UTF-8").out


def test_names_of_all_kinds(tmp_path: Path) -> None:
    folder = tmp_path / "nama"
    folder.mkdir()
    names = ["berkas 😀.pdf", "n" * 251 + ".pdf", "[bold]titik.pdf", "日本語.pdf", "-mulai.pdf"]
    for number, name in enumerate(names):
        papers.text_pdf(folder / name, [f"Isi berkas nomor {number}"])
    if sys.platform.startswith("linux"):  # a name that is no text at all
        odd = os.fsdecode(b"caf\xe9.pdf")
        papers.text_pdf(folder / odd, ["Isi berkas nomor sembilan"])
        names.append(odd)
    archive = tmp_path / "arsip"
    *files, last = well("--archive", archive, "import", folder, "--json").lines
    assert {Path(file["path"]).name for file in files} == set(names)
    assert last["summary"]["imported"] == len(names)
    well("--archive", archive, "search", "berkas")
    assert well("--archive", archive, "search", "berkas", "--json").json["total"] == len(names)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_broken_pipe_is_quiet(archive: Path) -> None:
    asking = subprocess.Popen(
        command("--archive", archive, "search", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
    )
    assert asking.stdin and asking.stdout and asking.stderr
    asking.stdout.close()
    try:
        asking.stdin.write(b"pemuda\n" * 5000)
        asking.stdin.close()
    except BrokenPipeError:
        pass
    messages = asking.stderr.read()
    asking.stderr.close()
    asking.wait(60)
    assert messages == b""


def test_the_second_writer_is_told_who_writes(archive: Path, tmp_path: Path) -> None:
    paper = papers.text_pdf(tmp_path / "kedua.pdf", ["Berkas kedua"])
    with Archive.open(archive, Mode.WRITE):
        told = kembar("--archive", archive, "import", paper)
        assert told.code == 2 and len(told.messages.splitlines()) == 1
        assert kembar("--archive", archive, "link", "1", "--pages", "1", "--program", "1").code == 2
        looking = well("--archive", archive, "search", "olahraga", "--json").json
        assert looking["total"] == 1
        well("--archive", archive, "status", "--json")
        well("--archive", archive, "show", "1", "--json")
    assert well("--archive", archive, "import", paper, "--json").last["summary"]["imported"] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_killed_and_gone_on(tmp_path: Path) -> None:
    folder, archive = tmp_path / "berkas", tmp_path / "arsip"
    papers.folder_of_papers(folder, 120, pages=4)
    importing = _begin_import(archive, folder)
    _wait_for(archive, documents=5)
    importing.kill()
    importing.communicate(timeout=30)
    _looks_whole(archive)
    done = well("--archive", archive, "import", folder, "--json")
    assert done.last["summary"]["files"] == 120
    status = well("--archive", archive, "status", "--json").json
    assert status["documents"] == 120 and status["queued"] == 0 and status["index"]["behind"] == 0
    assert well("--archive", archive, "search", "", "--json").json["total"] == 120
    assert well("--archive", archive, "verify", "--json").json["checked"] == 120


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C as a signal")
def test_ctrl_c_leaves_the_queue_to_go_on(tmp_path: Path) -> None:
    folder, archive = tmp_path / "berkas", tmp_path / "arsip"
    papers.folder_of_papers(folder, 150, pages=4)
    importing = _begin_import(archive, folder)
    _wait_for(archive, documents=5)
    os.killpg(importing.pid, signal.SIGINT)
    _out, messages = importing.communicate(timeout=30)
    assert importing.returncode == 130
    assert len(messages.decode().splitlines()) == 1, messages.decode()
    _looks_whole(archive)
    assert well("--archive", archive, "status", "--json").json["queued"] > 0
    assert kembar("--archive", archive, "import", folder).code == 0
    assert well("--archive", archive, "status", "--json").json["documents"] == 150


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C as a signal")
@pytest.mark.parametrize("megabytes", [20, 35, 50])
def test_ctrl_c_while_it_starts_is_quiet(tmp_path: Path, megabytes: int) -> None:
    starting = _begin_import(tmp_path / "arsip", papers.text_pdf(tmp_path / "nota.pdf"))
    while psutil.Process(starting.pid).memory_info().rss < megabytes << 20:
        time.sleep(0.001)  # so much of it is loaded
    starting.send_signal(signal.SIGINT)
    _out, messages = starting.communicate(timeout=30)
    assert starting.returncode in (0, 130)
    assert len(messages.decode().splitlines()) <= 1, messages.decode()


def _begin_import(archive: Path, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command("--archive", archive, "import", folder, "--json"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=surroundings(),
        start_new_session=True,
    )


def _wait_for(archive: Path, documents: int) -> None:
    """Look straight into the catalogue: a command of our own would take longer than the import."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if _documents(archive) >= documents:
            return
        time.sleep(0.01)
    pytest.fail("the import did not get on")


def _documents(archive: Path) -> int:
    catalogue = f"{(archive / 'catalogue.db').as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(catalogue, uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:  # not made yet
        return 0


def _looks_whole(archive: Path) -> None:
    """No document is half there: each has its original and all its pages."""
    with Archive.open(archive, Mode.READ) as opened:
        for document in opened.documents.ids():
            kept = opened.documents.get(document)
            assert len(opened.documents.pages(document)) == kept.pages > 0
            assert opened.documents.original_path(document).is_file()
