"""Work for jobs to do in tests."""

import time
from collections.abc import Callable

from app.domain.errors import PlanningError

Report = Callable[[int, int], None]


def double(number: int, report: Report) -> int:
    report(1, 2)
    report(2, 2)
    return 2 * number


def refuse(word: str, _report: Report) -> None:
    raise PlanningError("glyph_missing", word=word, where="here")


def crash(_report: Report) -> float:
    return 1 / int("0")


def sleep(_report: Report) -> None:
    time.sleep(60)
