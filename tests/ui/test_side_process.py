"""A process beside the window gives way to it; what goes wrong there is written down."""

from __future__ import annotations

import os
import queue
from pathlib import Path

import pytest

from archive.progress import Progress
from ui.jobs import _Ears
from ui.side_process import GIVING_WAY, Outlet, SideProcess, _outcome


def _write_where_nothing_is(outlet: Outlet, folder: Path, stopped: bool) -> None:
    """The archive is closed meanwhile: the work is stopped and its folder taken away."""
    if stopped:
        outlet.progress.cancel()
    (folder / "gone" / "1.pdf").write_bytes(b"")


@pytest.mark.parametrize("stopped", [True, False])
def test_a_failure_is_logged_while_somebody_waits(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, stopped: bool
) -> None:
    kind, _number, error = _outcome(
        1, _write_where_nothing_is, (tmp_path, stopped), Progress(), lambda *_told: None
    )
    assert kind == "failed"
    assert isinstance(error, FileNotFoundError)
    assert ("an errand failed" in caplog.text) is not stopped


def _niceness(_outlet: Outlet) -> int:
    return os.nice(0)


@pytest.mark.skipif(not hasattr(os, "nice"), reason="priorities are no numbers here")
@pytest.mark.parametrize("gives_way", [True, False])
def test_what_nobody_waits_for_gives_way_to_who_types(gives_way: bool) -> None:
    told, process = queue.Queue[object](), SideProcess("engine", gives_way=gives_way)
    process.send(_niceness, (), _Ears(print, print, told.put, told.put))
    try:
        assert told.get(timeout=30) == min(19, os.nice(0) + gives_way * GIVING_WAY)
    finally:
        process.stop()
