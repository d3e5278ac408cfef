"""An answer is shown in stages: its list, what stands around it, the rest when nobody types."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

BREATH = 10  # milliseconds: the list is painted before what stands around it
REST = 150  # milliseconds after an answer: nobody types now
LONG_REST = 600  # most likely nobody goes on typing: what takes long can be done


class Stages(QObject):
    """Counts from the last answer; a new question puts off what can wait."""

    late = Signal(object)
    around = Signal()
    rested = Signal()
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: object = None
        self._breath, self._rest, self._long = QTimer(self), QTimer(self), QTimer(self)
        for timer, wait, due in (
            (self._breath, BREATH, self.around),
            (self._rest, REST, self._come_to_rest),
            (self._long, LONG_REST, self.idle),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(due)

    @property
    def waiting(self) -> bool:
        """Whether an answer has come just now, and it does not rest yet."""
        return self._rest.isActive()

    def begin(self) -> None:
        """An answer has come."""
        self._held = None
        for timer in (self._breath, self._rest, self._long):
            timer.start()

    def hold(self, answer: object) -> None:
        """An answer has come that is shown (`late`) only if nothing else is asked meanwhile."""
        self._held = answer
        self._rest.start()

    def put_off(self) -> None:
        """Something else is asked: what can wait does so until its answer has come."""
        self._held = None
        self._rest.stop()
        self._long.stop()

    def stop(self) -> None:
        """There is no answer any more."""
        self._breath.stop()
        self.put_off()

    def _come_to_rest(self) -> None:
        if self._held is not None:
            self.late.emit(self._held)
            self._rest.stop()  # it has waited
        self.rested.emit()
