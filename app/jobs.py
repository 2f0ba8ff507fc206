"""Long work in a process of its own: progress, cancel, and errors carried back.

A job is a function named as ``package.module:function``; it is called in a spawned process with its
arguments and a ``report(done, total)`` and returns its result. What goes in and out is pickled through a
pipe. Whoever started it polls from time to time; nothing here needs Qt or a thread.
"""

import importlib
import multiprocessing
import traceback
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection
from typing import Any

from app.domain.errors import AideError
from app.domain.zones import use_shipped_zones


class JobState(StrEnum):
    """Where a job stands."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Crash:
    """An error that nobody foresaw, in the words of the process it happened in."""

    summary: str
    trace: str


class Job:
    """One piece of long work. ``result`` is there once ``state`` is done, ``error`` once it failed."""

    def __init__(self, function: str, *args: Any) -> None:
        """Start ``function`` (``package.module:function``) in a process of its own."""
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, function), daemon=True)
        self._process.start()
        theirs.close()
        self.state = JobState.RUNNING
        self.done, self.total = 0, 0
        self.result: Any = None
        self.error: AideError | Crash | None = None
        try:
            self._pipe.send(args)
        except OSError:
            self._fail_silently()
        except Exception:  # what cannot be sent is a bug of the caller's, who then has no job to end
            self._end(JobState.FAILED)
            raise

    def poll(self) -> JobState:
        """Take in what the process has said since the last look; never waits."""
        try:
            while self.state is JobState.RUNNING and self._pipe.poll():
                self._hear(*self._pipe.recv())
        except (EOFError, OSError):
            self._fail_silently()
        return self.state

    def wait(self, seconds: float) -> JobState:
        """Wait for the job to end, ``seconds`` at the most."""
        import time

        until = time.monotonic() + seconds
        while self.poll() is JobState.RUNNING and time.monotonic() < until:
            try:
                self._pipe.poll(min(0.05, max(0.0, until - time.monotonic())))
            except OSError:
                self._fail_silently()
        return self.state

    def cancel(self) -> None:
        """End the process; a job that has ended already stays as it ended."""
        if self.state is JobState.RUNNING:
            self._end(JobState.CANCELLED)

    def _hear(self, word: str, *values: Any) -> None:
        if word == "progress":
            self.done, self.total = values
        elif word == "done":
            self.result = values[0]
            self._end(JobState.DONE)
        else:
            self.error = values[0]
            self._end(JobState.FAILED)

    def _fail_silently(self) -> None:
        self.error = Crash("the process ended without a word", "")
        self._end(JobState.FAILED)

    def _end(self, state: JobState) -> None:
        self.state = state
        self._process.terminate()
        self._process.join()
        self._process.close()
        self._pipe.close()


def _work(pipe: Connection, function: str) -> None:
    """Run in the spawned process: call the function and say how it ended."""
    use_shipped_zones()
    try:
        args = pipe.recv()
        module, _, name = function.partition(":")
        work = getattr(importlib.import_module(module), name)
        pipe.send(("done", work(*args, lambda done, total: pipe.send(("progress", done, total)))))
    except AideError as error:
        pipe.send(("failed", error))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is carried back
        pipe.send(("failed", Crash(f"{type(error).__name__}: {error}", traceback.format_exc())))
