"""A process beside the window that goes on from one test to the next, as it does between prints."""

from __future__ import annotations

from ui.desk import Desk
from ui.side_process import SideProcess


class WarmProcess(SideProcess):
    """The real one; a desk that is left takes its work from it and lets it live."""

    def stop(self) -> None:
        """What it has in hand ends at its next step."""
        for errand in list(self._errands.values()):
            errand.cancel()

    def end(self) -> None:
        """It ends now."""
        super().stop()


def lend(desk: Desk, press: WarmProcess) -> Desk:
    """Have the desk print in this process."""
    desk.jobs._beside["press"] = press
    return desk
