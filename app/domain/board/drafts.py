"""Entries as a text has them: a day, clock times, a title and the words for a place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from app.domain.board.spans import Span
from app.domain.time import zone_abbreviation

BETWEEN = " · "
_DOTS = re.compile(r"(?: ·)+ ")
_CODES = re.compile(r"([A-Z0-9]{3,4}) → ([A-Z0-9]{3,4})")
_EDGES = " ·-–—−~:,;.|*•>→"  # what a reader takes for a bullet or for what parts a time from a title


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry as it is written down. ``start`` and ``end`` are wall times; ``None`` is not decided.

    ``end_days`` is how many days after the start's local day it ends by the clock there (a flight over the
    date line: −1). Zones are short names, "" for the day's own. ``note`` is a word such as "tentative".
    """

    day: date | None
    start: time | None
    end: time | None
    title: str
    place: str = ""
    end_days: int = 0
    start_zone: str = ""
    end_zone: str = ""
    about: bool = False
    note: str = ""

    @property
    def codes(self) -> tuple[str, str] | None:
        """The two stations of a way that is written ``ICN → IAD``."""
        found = _CODES.fullmatch(self.place)
        return (found[1], found[2]) if found else None


def draft_of(
    span: Span,
    *,
    title: str,
    place: str = "",
    about: bool = False,
    decided: bool = True,
    tell_zone: bool = False,
    note: str = "",
    short: Callable[[datetime, str], str] = zone_abbreviation,
) -> Draft:
    """Return what is written of an entry: in its own clocks, both of them where its zones differ.

    ``tell_zone`` has the zone written in any case, as on a day of two zones. ``short`` gives a zone's short
    name at an instant (naive UTC). An entry that is not ``decided`` has a day only.
    """
    told = decided and (tell_zone or span.start_zone != span.end_zone)
    return Draft(
        day=span.start_wall.date(),
        start=span.start_wall.time() if decided else None,
        end=span.end_wall.time() if decided else None,
        title=title_line(title),
        place=place_line(place),
        end_days=(span.end_wall.date() - span.start_wall.date()).days if decided else 0,
        start_zone=short(span.start_utc, span.start_zone) if told else "",
        end_zone=short(span.end_utc, span.end_zone) if told else "",
        about=about and decided,
        note=note,
    )


def title_line(text: str) -> str:
    """Return a title as one line that can be told from the time before it and the place after it."""
    return _DOTS.sub(" – ", " ".join(text.split()).lstrip(_EDGES))


def place_line(text: str) -> str:
    """Return the words for a place as one line that can be told from the title before them."""
    return _DOTS.sub(", ", " ".join(text.split()).strip(" ·"))
