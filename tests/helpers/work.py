"""Long work for the tests of jobs, as a job's process calls it."""

import os
import signal
import threading
import time
from collections.abc import Callable
from datetime import datetime

from app.domain.errors import DataError, PlanningError

Report = Callable[[int, int], None]


def counts(total: int, report: Report) -> list[int]:
    for number in range(total):
        report(number + 1, total)
    return list(range(total))


def echoes(value: object, report: Report) -> object:
    report(1, 1)
    return value


def makes_bytes(size: int, report: Report) -> bytes:
    report(0, 1)
    return b"\xe2" * size


def refuses(report: Report) -> None:
    report(0, 1)
    raise PlanningError("glyph_missing", field="title", word="𒀀", when=datetime(2026, 1, 1))


def finds_no_disk(report: Report) -> None:
    report(0, 1)
    raise DataError("file_missing", path="/nowhere")


def has_a_bug(report: Report) -> None:
    report(0, 1)
    raise ZeroDivisionError("a bug")


def returns_what_cannot_be_sent(_report: Report) -> object:
    return threading.Lock()


def dies(report: Report) -> None:
    report(1, 2)
    os.kill(os.getpid(), signal.SIGKILL)


def leaves(_report: Report) -> None:
    raise SystemExit(3)


def sleeps(report: Report) -> None:
    report(1, 9)
    time.sleep(600)
