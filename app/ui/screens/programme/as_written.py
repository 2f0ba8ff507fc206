"""Entries as people write them in an e-mail, in the language in force, and read back from there."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from app.domain.board.drafts import Draft, draft_of
from app.domain.board.text import Words, as_text
from app.domain.time import Precision, zone_abbreviation
from app.domain.words import EntryStatus
from app.planning.views.board import BoardLine
from app.planning.views.programme import Head
from app.ui.forms.clock_text import read_day
from app.wording import _
from app.wording.dates import day
from app.wording.names import word_name


def words_in_force() -> Words:
    """Return the words with which times are written."""
    notes = tuple(word_name(each) for each in (EntryStatus.TENTATIVE, EntryStatus.CANCELLED))
    return Words(about=_("about {time}"), undecided=_("to be decided"), notes=notes)


def day_reader(near: date) -> Callable[[str], date | None]:
    """Return what reads a day; one without a year is the nearest to ``near``."""
    return lambda text: read_day(text, near)


def written(head: Head, lines: Iterable[BoardLine]) -> str:
    """Return entries as text, in the order of the programme, under a heading for each day.

    The zone stands beside each time on a day of which entries of several zones are written, and where it is
    another than that of the city in which the visit then is.
    """
    ordered = sorted(lines, key=lambda line: line.order)
    zones: dict[date, dict[str, str]] = {}
    for line in ordered:
        zones.setdefault(line.day, {}).setdefault(
            line.start_zone, zone_abbreviation(line.start_utc, line.start_zone)
        )

    def heading(on: date) -> Sequence[str]:
        cities = " → ".join(dict.fromkeys(head.city(on, zone) for zone in zones[on]))
        return day(on), cities, " | ".join(dict.fromkeys(zones[on].values()))

    drafts = [
        _draft(line, tell_zone=len(zones[line.day]) > 1 or line.start_zone != head.zone_on(line.day))
        for line in ordered
    ]
    return as_text(drafts, heading=heading, words=words_in_force())


def _draft(line: BoardLine, *, tell_zone: bool) -> Draft:
    stations = " → ".join(code for code in (line.from_code, line.to_code) if code)
    place = stations or ", ".join(part for part in (line.place or "", line.room) if part)
    return draft_of(
        line,
        title=line.title,
        place=place,
        about=line.start_precision is Precision.ABOUT,
        decided=line.start_precision is not Precision.UNDECIDED,
        tell_zone=tell_zone,
        note="" if line.status is EntryStatus.CONFIRMED else word_name(line.status),
    )
