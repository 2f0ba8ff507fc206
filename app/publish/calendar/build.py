"""A released visit as an iCalendar file that clients of all makers read alike (RFC 5545).

It publishes and invites nobody: no ATTENDEE, no ORGANIZER; people stand in the description. UID and
SEQUENCE come from the planner, DTSTAMP from the row, so that the same data gives the same bytes. An entry
whose time is undecided is an all-day event; a cancelled one stays, as CANCELLED.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from icalendar import Calendar, Event, vDDDTypes, vDuration, vText

from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus
from app.domain.zones import zone
from app.planning.released import Entry, ReleasedVisit
from app.publish.calendar.describe import Describer
from app.publish.calendar.people import entries_of
from app.publish.calendar.vtimezone import vtimezone
from app.wording import _
from app.wording.names import word_name

Progress = Callable[[int, int], None]

REFRESH = timedelta(hours=6)  # how often a subscriber may ask again
_STATUS = {
    EntryStatus.CONFIRMED: "CONFIRMED",
    EntryStatus.TENTATIVE: "TENTATIVE",
    EntryStatus.CANCELLED: "CANCELLED",
}
_REPORT_EVERY = 100
_LEAST_DEGREES = 1e-4
#: Control characters but line end and tab, halves of surrogate pairs, and what Unicode says is no character.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def build_calendar(
    visit: ReleasedVisit, *, person_id: str | None = None, progress: Progress | None = None
) -> bytes:
    """Return the visit's calendar: UTF-8, CRLF, lines of 75 octets at the most.

    ``person_id`` (of a person or a member) keeps only the entries which that person attends.

    Raises:
        PlanningError: ``person_missing`` where the released visit holds no such person.
    """
    entries = visit.entries if person_id is None else entries_of(visit, person_id)
    calendar = _frame(visit)
    for name in sorted(_zones(entries)):
        years = [time.year for entry in entries for time in (entry.start_wall, entry.end_wall)]
        calendar.add_component(vtimezone(name, min(years), max(years)))
    describer = Describer(visit)
    for number, entry in enumerate(entries):
        calendar.add_component(_event(visit, entry, describer))
        if progress and number % _REPORT_EVERY == 0:
            progress(number, len(entries))
    return bytes(calendar.to_ical(sorted=False))


def _frame(visit: ReleasedVisit) -> Calendar:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//Aide-Memoire//Aide-Memoire//EN")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    if visit.visit.title:
        calendar.add("NAME", vText(clean(visit.visit.title)))
        calendar.add("X-WR-CALNAME", vText(clean(visit.visit.title)))
    calendar.add("REFRESH-INTERVAL", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(REFRESH))
    return calendar


def _event(visit: ReleasedVisit, entry: Entry, describer: Describer) -> Event:
    event = Event()
    event.add("UID", clean(entry.calendar_uid))
    event["DTSTAMP"] = event["LAST-MODIFIED"] = _stamp(entry.updated_at)
    event["CREATED"] = _stamp(entry.created_at)
    event.add("SEQUENCE", entry.calendar_sequence)
    event.add("SUMMARY", clean(_title(entry)))
    if _undecided(entry):
        event.add("DTSTART", entry.start_wall.date())
        event.add("DTEND", max(entry.end_wall.date(), entry.start_wall.date()) + timedelta(days=1))
    else:
        event.add("DTSTART", _moment(entry.start_wall, entry.start_zone, entry.start_utc))
        event.add("DTEND", _moment(entry.end_wall, entry.end_zone, entry.end_utc))
    event.add("STATUS", _STATUS[entry.status])
    event.add("CATEGORIES", [word_name(entry.kind)])
    _add_place(event, visit, entry, describer)
    event.add("DESCRIPTION", clean(describer.describe(entry)))
    busy = _busy(entry)
    event.add("TRANSP", "TRANSPARENT" if busy == "FREE" else "OPAQUE")
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", vText(busy))
    return event


@lru_cache(maxsize=4096)
def _stamp(utc: datetime) -> vDDDTypes:
    return vDDDTypes(utc.replace(tzinfo=UTC))


def _title(entry: Entry) -> str:
    if entry.status is EntryStatus.CANCELLED:
        return _("Cancelled: {title}").format(title=entry.title)
    if _undecided(entry):
        return _("{title} (time to be decided)").format(title=entry.title)
    if Precision.ABOUT in {entry.start_precision, entry.end_precision}:
        return _("{title} (time approximate)").format(title=entry.title)
    return entry.title


def _undecided(entry: Entry) -> bool:
    return entry.start_precision is Precision.UNDECIDED


def _moment(wall: datetime, name: str, utc: datetime) -> datetime:
    # A VTIMEZONE cannot tell the two passes of an autumn hour apart: such an end is written in UTC.
    return utc.replace(tzinfo=UTC) if _ambiguous(wall, name) else wall.replace(tzinfo=zone(name))


@lru_cache(maxsize=4096)
def _ambiguous(wall: datetime, name: str) -> bool:
    # Where the two folds read differently, the clock shows the time twice or, by newer zone data, never.
    local = wall.replace(tzinfo=zone(name))
    return local.utcoffset() != local.replace(fold=1).utcoffset()


def _zones(entries: Iterable[Entry]) -> set[str]:
    return {name for entry in entries if not _undecided(entry) for name in _zones_written(entry)}


def _zones_written(entry: Entry) -> Iterator[str]:
    if not _ambiguous(entry.start_wall, entry.start_zone):
        yield entry.start_zone
    if not _ambiguous(entry.end_wall, entry.end_zone):
        yield entry.end_zone


def _busy(entry: Entry) -> str:
    if entry.status is EntryStatus.CANCELLED or _undecided(entry):
        return "FREE"
    if entry.status is EntryStatus.TENTATIVE or entry.kind is EntryKind.HOLD:
        return "TENTATIVE"
    return "OOF" if entry.kind is EntryKind.TRAVEL else "BUSY"


def _add_place(event: Event, visit: ReleasedVisit, entry: Entry, describer: Describer) -> None:
    location = describer.location(entry)
    if location:
        event.add("LOCATION", clean(location))
    place = visit.place.get(entry.place_id or "")
    if place is not None and place.latitude is not None and place.longitude is not None:
        event.add("GEO", (_degrees(place.latitude), _degrees(place.longitude)))


def _degrees(value: float) -> float:
    # Nearer to zero than 11 m, Python would write an exponent, which a calendar's number must not have.
    return round(value, 6) if abs(value) >= _LEAST_DEGREES else 0.0


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """Return user text fit for a calendar: NFC, without control characters but line ends and tabs."""
    # Letters can compose only once nothing stands between them: what is unfit goes first.
    fit = _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", fit)
