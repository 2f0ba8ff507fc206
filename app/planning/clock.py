"""What time it is: the one clock that the program reads, so that a test can set it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime


def _machine() -> datetime:
    return datetime.now(UTC)


_read: list[Callable[[], datetime]] = [_machine]


def now_utc() -> datetime:
    """Return the instant, as naive UTC."""
    return _read[-1]().astimezone(UTC).replace(tzinfo=None)


def today() -> date:
    """Return the day on this desk's calendar: that of the machine's own zone."""
    return _read[-1]().astimezone().date()


@contextmanager
def clock(read: Callable[[], datetime]) -> Iterator[None]:
    """Read another clock for a while; it returns an aware instant."""
    _read.append(read)
    try:
        yield
    finally:
        _read.remove(read)
