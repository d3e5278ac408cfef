"""Which rooms may import what, and what linter and type checker say, over the whole project."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.mirror.sources import modules, name, tree

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


def test_nothing_imports_the_door() -> None:
    """`main` stands above all rooms; the contracts know packages only."""
    knocking = [name(path) for path in modules() if "main" in _imported(path)]
    assert not knocking


def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def _plain_environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": "120"}
