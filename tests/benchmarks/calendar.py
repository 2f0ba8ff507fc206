"""The calendar of 5,000 entries, from frozen view to bytes, beside icalendar making the same."""

import random
import uuid
from datetime import datetime, timedelta
from typing import Any

from icalendar import Calendar, Component, Event

from app.domain.release import Audience
from app.domain.time import from_utc
from app.domain.words import EntryKind, Marking
from app.planning.released import Entry, Head, Place, ReleasedVisit
from app.publish.calendar import build, describe, vtimezone
from app.wording import dates
from tests.benchmarks.measure import Row, in_turn

ENTRIES, ROUNDS, GOAL = 5_000, 7, 1.2
ZONES = ("Asia/Seoul", "America/New_York", "Europe/Paris", "Europe/Berlin", "Asia/Tokyo", "Australia/Sydney")


def visit() -> ReleasedVisit:
    """Return a released visit of 5,000 entries in six zones, the same each time."""
    dice = random.Random(7)  # noqa: S311 - a repeatable visit, not a secret
    places = tuple(
        Place(
            id=f"place-{n}",
            name=f"Hall {n}",
            street=f"{n} Rue de l’Été",
            city="Paris",
            latitude=48.8,
            longitude=2.3,
        )
        for n in range(50)
    )
    entries = []
    for number in range(ENTRIES):
        start = datetime(2026, 1, 5) + timedelta(minutes=30 * number)
        end = start + timedelta(minutes=45)
        zone = dice.choice(ZONES)
        (start_wall, start_fold), (end_wall, end_fold) = from_utc(start, zone), from_utc(end, zone)
        entries.append(
            Entry(
                id=str(uuid.UUID(int=number)),
                title=f"Meeting {number}: données, größe, 회의",
                kind=dice.choice(list(EntryKind)),
                start_wall=start_wall,
                start_zone=zone,
                start_fold=start_fold,
                end_wall=end_wall,
                end_zone=zone,
                end_fold=end_fold,
                start_utc=start,
                end_utc=end,
                place_id=f"place-{number % 50}",
                room=f"Room {number % 9}",
                summary="Agree the working group; name a point of contact, and the date of the next meeting.",
                dress="Business",
                calendar_uid=str(uuid.UUID(int=number + 10**6)),
            )
        )
    head = Head(id="visit", title="Five thousand", home_city="Seoul", home_zone="Asia/Seoul")
    return ReleasedVisit(
        audience=Audience.parse("delegation"),
        ceiling=Marking.RESTRICTED,
        marking_names=("PUBLIC", "OFFICIAL USE", "RESTRICTED", "CONFIDENTIAL"),
        visit=head,
        entries=tuple(entries),
        places=places,
    )


def parts(data: bytes) -> tuple[list[Component], list[list[tuple[str, Any]]]]:
    """Take a calendar apart: its zones, and for each event the values as icalendar's users hold them."""
    calendar = Calendar.from_ical(data)
    zones = [part for part in calendar.subcomponents if part.name == "VTIMEZONE"]
    events = [part for part in calendar.subcomponents if part.name == "VEVENT"]
    return zones, [[(name, _plain(name, value)) for name, value in event.items()] for event in events]


def _plain(name: str, value: Any) -> Any:
    if name == "CATEGORIES":
        return [str(word) for word in value.cats]
    if name == "GEO":
        return (value.latitude, value.longitude)
    if name == "SEQUENCE":
        return int(value)
    return value.dt if hasattr(value, "dt") else str(value)


def rebuild(zones: list[Component], events: list[list[tuple[str, Any]]]) -> bytes:
    """Build and serialise the same calendar with icalendar alone."""
    calendar = Calendar()
    for name, value in (("VERSION", "2.0"), ("PRODID", "-//Bench//EN"), ("METHOD", "PUBLISH")):
        calendar.add(name, value)
    for zone in zones:
        calendar.add_component(zone)
    for values in events:
        event = Event()
        for name, value in values:
            event.add(name, value)
        calendar.add_component(event)
    return bytes(calendar.to_ical(sorted=False))


def forget() -> None:
    """Empty our caches, so that each round does the work of a first one."""
    for cache in (build.clean, build._ambiguous, build._stamp, describe._abbreviation, describe._difference):
        cache.cache_clear()
    dates._formatted.cache_clear()
    vtimezone.observances.cache_clear()


def fresh(frozen: ReleasedVisit) -> bytes:
    """Build the calendar as a new process would."""
    forget()
    return build.build_calendar(frozen)


def run() -> list[Row]:
    """Measure and return the row."""
    frozen = visit()
    zones, events = parts(build.build_calendar(frozen))
    ours, other, ratio = in_turn(lambda: fresh(frozen), lambda: rebuild(zones, events), ROUNDS)
    figure = f"{ours:.2f} s : {other:.2f} s = {ratio:.2f} times"
    return [
        Row(f"calendar of {ENTRIES} entries : icalendar, the same", figure, f"{GOAL} times", ratio <= GOAL)
    ]
