"""The tests' own strictness: what a test leaves behind, and a warning nobody expected, fail it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

LEAKY = """
import os, subprocess, sys, threading, time, warnings
import pytest

def test_clean(tmp_path):
    (tmp_path / "x").write_text("x")
    assert str(tmp_path.parent.parent) in os.environ["HOME"]

def test_warning():
    warnings.warn("unexpected")

def test_thread():
    threading.Thread(target=time.sleep, args=(40,), daemon=True).start()

def test_process():
    test_process.child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(40)"])

def test_window(qapp):
    from PySide6.QtWidgets import QLabel
    test_window.label = QLabel("forgotten")
    test_window.label.show()

def test_error_in_a_thread():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
"""


def test_leaks_and_warnings_fail(tmp_path: Path) -> None:
    path = tmp_path / "test_leaky.py"
    path.write_text(LEAKY, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider",
         "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path), "-rfE", str(path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "KEMBAR_PATIENCE": "0.3"},
        check=False,
    )  # fmt: skip
    told = set(re.findall(r"^(?:FAILED|ERROR) \S*::(\w+)", ran.stdout, re.MULTILINE))
    wanted = {
        "test_warning",
        "test_thread",
        "test_process",
        "test_window",
        "test_error_in_a_thread",
    }
    assert told == wanted, ran.stdout
