"""What stands on the board from one wall clock to another. Walls are naive and local, instants naive UTC."""

from datetime import date, datetime, timedelta
from typing import Protocol

MOMENT = timedelta(microseconds=1)


class Span(Protocol):
    """What stands on the board from one wall clock to another."""

    @property
    def id(self) -> str:
        """Its key."""

    @property
    def start_wall(self) -> datetime:
        """What the clock shows where it starts."""

    @property
    def start_zone(self) -> str:
        """The zone of that clock."""

    @property
    def start_utc(self) -> datetime:
        """The instant at which it starts."""

    @property
    def end_wall(self) -> datetime:
        """What the clock shows where it ends."""

    @property
    def end_zone(self) -> str:
        """The zone of that clock."""

    @property
    def end_utc(self) -> datetime:
        """The instant at which it ends."""


def last_day(span: Span) -> date:
    """Return the local day on which a span ends: what ends at midnight ends on the day before.

    Something without length that stands at midnight ends where it starts.
    """
    if span.end_utc <= span.start_utc:
        return span.end_wall.date()
    return (span.end_wall - MOMENT).date()
