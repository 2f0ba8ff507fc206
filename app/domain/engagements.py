"""When one person is wanted, and whether that is twice at once."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Engagement:
    """An entry at which somebody is wanted, from and to when (naive UTC)."""

    title: str
    start_utc: datetime
    end_utc: datetime
    cancelled: bool = False

    def meets(self, other: "Engagement") -> bool:
        """Tell whether both want somebody at the same time.

        As on the board, touching ends are fine, what is called off wants nobody, and what has no length
        neither.
        """
        held = not self.cancelled and not other.cancelled
        lasts = self.start_utc < self.end_utc and other.start_utc < other.end_utc
        return held and lasts and self.start_utc < other.end_utc and other.start_utc < self.end_utc
