"""What a line of the programme has of its entry, however the programme is shown."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, Marking


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry's own columns. Walls are local and naive; ``utc`` instants are naive UTC."""

    id: str
    title: str
    kind: EntryKind
    status: EntryStatus
    marking: Marking
    start_wall: datetime
    start_zone: str
    start_fold: int
    start_precision: Precision
    start_utc: datetime
    end_wall: datetime
    end_zone: str
    end_fold: int
    end_precision: Precision
    end_utc: datetime
    room: str

    @property
    def day(self) -> date:
        """The local day on which it starts."""
        return self.start_wall.date()

    @property
    def order(self) -> tuple[date, datetime, datetime, str]:
        """Its place in the programme."""
        return self.day, self.start_utc, self.end_utc, self.id


def in_order(line: EntryLine) -> tuple[date, datetime, datetime, str]:
    """Return a line's place in the programme, as a key to sort by."""
    return line.order
