"""What comes in on the console beside `import` itself: passwords, and watched folders."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests import papers
from tests.integration.kembar import command, kembar, surroundings, well

SECRET = "kunci arsip é"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with two documents under one password, and one under another."""
    folder = tmp_path / "berkas"
    folder.mkdir()
    papers.encrypted_pdf(folder / "satu.pdf", ["Kesepakatan Surabaya"], SECRET)
    papers.encrypted_pdf(folder / "dua.pdf", ["Laporan Surabaya"], SECRET)
    papers.encrypted_pdf(folder / "tiga.pdf", ["Surat Surabaya"], "lain")
    well("--archive", tmp_path / "arsip", "import", folder)
    return tmp_path / "arsip"


def _hits(archive: Path) -> int:
    found = well("--archive", archive, "search", "Surabaya", "--json").json
    return len(found["hits"])


def test_one_password_for_all_that_it_opens(archive: Path) -> None:
    assert _hits(archive) == 0
    done = kembar("--archive", archive, "unlock", "--password-stdin", "--json", stdin=SECRET + "\n")
    assert done.code == 1  # one stays locked
    assert {line["title"]: line["opened"] for line in done.lines[:-1]} == {
        "satu": True, "dua": True, "tiga": False,
    }  # fmt: skip
    assert done.last["summary"] == {"tried": 3, "opened": 2, "locked": 1}
    assert _hits(archive) == 2
    shown = well("--archive", archive, "show", "satu", "--json").json
    assert shown["trouble"] == "password"  # it was not kept


def test_chosen_ones_and_kept(archive: Path) -> None:
    named = ["unlock", "tiga", "--password", "lain", "--keep", "--json"]
    assert well("--archive", archive, *named).last["summary"]["opened"] == 1
    assert well("--archive", archive, "show", "tiga", "--json").json["trouble"] is None
    dump = archive.parent / "katalog.json"
    well("--archive", archive, "catalogue", "dump", dump)
    assert '"lain"' not in dump.read_text("utf-8")


def test_without_a_password_it_says_so(archive: Path) -> None:
    refused = kembar("--archive", archive, "--language", "en", "unlock")
    assert refused.code == 2 and "--password-stdin" in refused.messages
    wrong = kembar("--archive", archive, "unlock", "--password", "salah")
    assert wrong.code == 1 and _hits(archive) == 0


def test_a_watched_folder_until_ctrl_c(tmp_path: Path) -> None:
    archive, inbox = tmp_path / "arsip", tmp_path / "masuk"
    inbox.mkdir()
    papers.text_pdf(inbox / "nota.pdf", ["Kesepakatan Surabaya"])
    watching = subprocess.Popen(
        command("--archive", archive, "import", "--watch", inbox, "--json"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
        start_new_session=sys.platform != "win32",
    )
    guard = threading.Timer(60, watching.kill)
    guard.start()
    assert watching.stdout is not None
    first = json.loads(watching.stdout.readline())
    assert first["outcome"] == "imported" and first["path"].endswith("nota.pdf")
    if sys.platform == "win32":
        watching.kill()
    else:
        os.killpg(watching.pid, signal.SIGINT)
    out, messages = watching.communicate(timeout=30)
    guard.cancel()
    if sys.platform != "win32":
        assert watching.returncode == 0, messages.decode()
        assert json.loads(out)["summary"]["imported"] == 1
        assert _hits(archive) == 1
    assert [path.name for path in inbox.iterdir()] == ["nota.pdf"]


def test_the_archives_own_folder_is_not_watched(archive: Path) -> None:
    refused = kembar("--archive", archive, "import", "--watch", archive / "files")
    assert refused.code == 2 and len(refused.messages.splitlines()) <= 2, refused.messages
    assert kembar("--archive", archive, "import", "--watch").code == 2
