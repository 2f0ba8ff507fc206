"""How far a meeting has got: its minutes against the slot, and those of the item in hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

_MINUTE = timedelta(minutes=1)
_LONG_OVER = timedelta(hours=6)  # a meeting may run over; what is ticked off later is no clock any more


@dataclass(frozen=True, slots=True)
class Pace:
    """Whole minutes at one moment.

    ``passed`` since the meeting began, below 0 before; ``slot`` is how many it has. ``in_hand`` since the
    item in hand began: with the meeting, or when the last one was ticked off.
    """

    passed: int
    slot: int
    in_hand: int

    @property
    def left(self) -> int:
        """How many minutes of the slot are left; below 0, how many it is over."""
        return self.slot - self.passed


def pace(start: datetime, end: datetime, ticks: Iterable[datetime], now: datetime) -> Pace | None:
    """Return how far a meeting is that was to last from ``start`` to ``end``; nothing when it is long over.

    All are naive UTC. A tick of before the meeting, or of after ``now``, says nothing of its course.
    """
    if now > end + _LONG_OVER:
        return None
    began = max([start, *(tick for tick in ticks if start <= tick <= now)])
    return Pace(
        passed=(now - start) // _MINUTE,
        slot=(end - start) // _MINUTE,
        in_hand=max(0, (now - began) // _MINUTE),
    )
