"""When the entry is that a gift, a booking or a request belongs to, as the lists of logistics say it."""

from datetime import date

from app.planning.views.access import AccessRow
from app.planning.views.logistics import GiftRow, InterpreterRow
from app.wording import dates

OfEntry = GiftRow | InterpreterRow | AccessRow


def start_words(row: OfEntry) -> str:
    """Return the day and the clock at which the entry begins."""
    wall = row.start_wall
    return f"{day_words(wall.date(), row)} {dates.clock(wall)}" if wall else ""


def day_words(day: date, row: OfEntry) -> str:
    """Return a day as it is said among those of the visit."""
    return dates.day_within(day, row.visit_first, row.visit_last)


def by_start(row: OfEntry) -> tuple[bool, str]:
    """Return what a row is sorted by: when its entry begins; those of no entry stand last."""
    return row.start_wall is None, row.start_wall.isoformat() if row.start_wall else ""
