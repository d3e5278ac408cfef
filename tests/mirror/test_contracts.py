"""Which rooms may import what, and what linter and type checker say, over the whole project."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

CHECKS = {
    "import contracts": ["-c", "from importlinter.cli import lint_imports_command as c; c()"],
    "ruff check": ["-m", "ruff", "check", "--no-fix", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy --strict": ["-m", "mypy"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_project_holds(check: str) -> None:
    """One check over the whole project ends without a complaint."""
    done = subprocess.run(
        [sys.executable, *CHECKS[check]],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env=_plain_environment(),
        check=False,
    )
    assert done.returncode == 0, f"{check}:\n{done.stdout}\n{done.stderr}"


def _plain_environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": "120"}
