"""What goes wrong in a process beside the window is written down, unless it was stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.progress import Progress
from ui.side_process import Outlet, _outcome


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
