"""A reading process begins with little: what pictures and office files need comes with them."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

SLOW = ("PIL", "img2pdf", "pikepdf", "reportlab", "pdfplumber", "zipfile", "email", "sqlalchemy")


def test_a_reading_process_imports_nothing_it_may_not_need() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, archive.intake.worker; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert not set(told.stdout.split()) & set(SLOW)
