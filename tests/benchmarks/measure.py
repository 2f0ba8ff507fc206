"""Measuring two things in turn, and saying how they compare."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the results table."""

    what: str
    figure: str
    goal: str
    reached: bool


def seconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turn(
    ours: Callable[[], object], other: Callable[[], object], rounds: int
) -> tuple[float, float, float]:
    """Return the medians of both, and the median of the ratios of pairs, after one warm-up of each."""
    ours()
    other()
    pairs = [(seconds(ours), seconds(other)) for _round in range(rounds)]
    ratio = statistics.median(mine / theirs for mine, theirs in pairs)
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs), ratio


def percentile(values: list[float], share: float) -> float:
    """Return the value below which ``share`` (0 to 1) of the values lie."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
