"""Long work as the window sees it: one job at a time, looked at from time to time, told by signals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from app.jobs import Job

LOOK_MILLISECONDS = 50


class JobRunner(QObject):
    """Runs one job in a process of its own.

    ``progress`` carries steps done and steps in all; ``finished`` the result; ``failed`` an ``AideError`` or
    an ``app.jobs.Crash``. Exactly one of ``finished``, ``failed`` and ``cancelled`` ends each job.
    """

    progress = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._told = (0, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    def start(self, function: str, *args: Any) -> None:
        """Start ``package.module:function`` with these arguments; one that still runs is cancelled first."""
        # Processes cost time to import: most sessions of the window never start one.
        from app.jobs import Job

        self.cancel()
        self._told = (0, 0)
        self._job = Job(function, *args)
        self._timer.start()

    @Slot()
    def cancel(self) -> None:
        """End the job that runs, if one does."""
        if self._job is None:
            return
        job, self._job = self._job, None
        self._timer.stop()
        job.cancel()
        self.cancelled.emit()

    @Slot()
    def _look(self) -> None:
        job = self._job
        if job is None:
            return
        state = job.poll()
        if (job.done, job.total) != self._told:
            self._told = (job.done, job.total)
            self.progress.emit(*self._told)
        if state.value == "running":
            return
        self._job = None
        self._timer.stop()
        if job.error is not None:
            self.failed.emit(job.error)
        else:
            self.finished.emit(job.result)
