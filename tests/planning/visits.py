"""A journey through clocks that the shipped sample does not meet, made by the verbs that people use.

It takes in the weeks of the switch on both sides of the Atlantic, half hours and quarters, a skipped day,
hours that come twice, Ramadan in Casablanca, winter time in Dublin that is "saved", and the date line in
both directions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app.data.engine import SCHEMA_HEAD
from app.data.snapshot import FORMAT
from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, LegMode
from app.planning.verbs.entries import cancel_entry, create_entry, set_leg
from app.planning.verbs.exchange import load_visit
from app.planning.workspace import Workspace

VISIT_ID = "journey"
SEOUL, LOS_ANGELES, NEW_YORK = "Asia/Seoul", "America/Los_Angeles", "America/New_York"
PARIS, DUBLIN, CASABLANCA, APIA = "Europe/Paris", "Europe/Dublin", "Africa/Casablanca", "Pacific/Apia"
LORD_HOWE, KATHMANDU, HONOLULU = "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Honolulu"


@dataclass(frozen=True)
class Planned:
    """One entry as somebody types it: local clocks at both ends, and which of two where they come twice."""

    title: str
    start: str
    start_zone: str
    end: str
    end_zone: str
    folds: tuple[int | None, int | None] = (None, None)
    more: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


def _at(zone: str, title: str, start: str, end: str, **more: Any) -> Planned:
    folds = more.pop("folds", (None, None))
    return Planned(title, start, zone, end, zone, folds, more)


def _flight(title: str, start: str, start_zone: str, end: str, end_zone: str) -> Planned:
    return Planned(title, start, start_zone, end, end_zone, more={"kind": EntryKind.TRAVEL})


JOURNEY = (
    # The date line eastward: it lands before it took off, by the clock.
    _flight("Fly Seoul – Los Angeles", "2026-03-06 14:40", SEOUL, "2026-03-06 08:50", LOS_ANGELES),
    # Washington's week of the switch: 8 March, 02:00.
    _at(NEW_YORK, "Saturday before the switch", "2026-03-07 10:00", "2026-03-07 11:30"),
    _at(NEW_YORK, "Night of the switch", "2026-03-07 23:30", "2026-03-08 03:30"),
    _at(NEW_YORK, "Last minute before the gap", "2026-03-08 01:59", "2026-03-08 03:00"),
    _at(NEW_YORK, "Monday after", "2026-03-09 10:00", "2026-03-09 11:30"),
    # Three weeks in which Europe and America stand closer than usual.
    _flight("Fly New York – Paris", "2026-03-27 18:25", NEW_YORK, "2026-03-28 06:50", PARIS),
    _at(PARIS, "Night of the European switch", "2026-03-28 23:00", "2026-03-29 04:00"),
    _at(DUBLIN, "Winter in Dublin", "2026-02-10 09:00", "2026-02-10 10:00"),
    _at(DUBLIN, "Switch in Dublin", "2026-03-29 00:59", "2026-03-29 02:01"),
    _at(DUBLIN, "Summer in Dublin", "2026-07-10 09:00", "2026-07-10 10:00"),
    # Hours that come twice.
    _at(PARIS, "First pass", "2026-10-25 02:15", "2026-10-25 02:45", folds=(0, 0)),
    _at(PARIS, "Second pass", "2026-10-25 02:15", "2026-10-25 02:45", folds=(1, 1)),
    _at(PARIS, "From pass to pass", "2026-10-25 02:30", "2026-10-25 02:30", folds=(0, 1)),
    _at(NEW_YORK, "Into the hour that comes twice", "2026-11-01 00:30", "2026-11-01 01:30", folds=(None, 1)),
    _at(DUBLIN, "Out of the hour that comes twice", "2026-10-25 01:30", "2026-10-25 03:00", folds=(0, None)),
    # Half hours, quarters, thirteen hours.
    _at(LORD_HOWE, "Half an hour twice", "2026-04-05 01:40", "2026-04-05 01:55", folds=(0, 1)),
    _at(LORD_HOWE, "Half an hour never", "2026-10-04 01:59", "2026-10-04 02:30"),
    _at(KATHMANDU, "A quarter to", "2026-05-11 09:45", "2026-05-11 11:15"),
    _at("Pacific/Chatham", "Chatham, night of the switch", "2026-09-27 02:00", "2026-09-27 04:30"),
    _at("America/St_Johns", "Newfoundland", "2026-03-08 01:30", "2026-03-08 03:30"),
    # Samoa left out 30 December 2011, and gave up summer time in 2021.
    _at(APIA, "Over the day that never was", "2011-12-29 22:00", "2011-12-31 09:00"),
    _at(APIA, "Summer without summer time", "2026-01-15 09:00", "2026-01-15 10:00"),
    # The date line: to yesterday, and to the day after tomorrow.
    _flight("Fly Apia – Honolulu", "2026-06-02 23:50", APIA, "2026-06-02 05:20", HONOLULU),
    _flight(
        "Fly Honolulu – Kiritimati", "2026-06-03 07:00", HONOLULU, "2026-06-04 10:00", "Pacific/Kiritimati"
    ),
    # Rules that no weekday tells.
    _at(CASABLANCA, "Before Ramadan", "2026-02-14 09:00", "2026-02-14 10:00"),
    _at(CASABLANCA, "In Ramadan", "2026-02-20 09:00", "2026-02-20 10:00"),
    _at(CASABLANCA, "Night after Ramadan", "2026-03-21 23:00", "2026-03-22 04:00"),
    _at("Africa/Cairo", "Cairo", "2026-04-23 22:00", "2026-04-24 02:00"),
    _at("America/Santiago", "Santiago", "2026-09-05 21:00", "2026-09-06 02:00"),
    _at("America/Nuuk", "Nuuk", "2026-03-28 21:00", "2026-03-29 02:00"),
    # How sure it is.
    _at(PARIS, "Perhaps", "2026-03-30 09:00", "2026-03-30 10:00", status=EntryStatus.TENTATIVE),
    _at(PARIS, "Towards noon", "2026-03-30 11:50", "2026-03-30 12:30", start_precision=Precision.ABOUT),
    _at(PARIS, "Some day", "2026-03-31 09:00", "2026-03-31 10:00", start_precision=Precision.UNDECIDED),
    _at(
        LORD_HOWE,
        "Some night",
        "2026-04-04 22:00",
        "2026-04-05 01:45",
        folds=(None, 1),
        start_precision=Precision.UNDECIDED,
        end_precision=Precision.UNDECIDED,
    ),
    _at(PARIS, "Called off", "2026-03-31 15:00", "2026-03-31 16:00"),
)


def create_journey(path: Path) -> dict[str, str]:
    """Make a planner with the journey and return the ids of its entries by title."""
    head = {
        "id": VISIT_ID,
        "title": "Round the clocks",
        "home_city": "Seoul",
        "home_zone": SEOUL,
        "starts_on": "2026-03-06",
        "ends_on": "2026-06-04",
    }
    document = {"format": FORMAT, "schema": SCHEMA_HEAD, "visit_id": VISIT_ID, "rows": {"visit": [head]}}
    with Workspace.create(path) as space:
        space.do("Load", load_visit, document)
        return {planned.title: _enter(space, planned) for planned in JOURNEY}


def _enter(space: Workspace, planned: Planned) -> str:
    verb = partial(
        create_entry,
        visit_id=VISIT_ID,
        title=planned.title,
        start_wall=datetime.fromisoformat(planned.start),
        start_zone=planned.start_zone,
        start_fold=planned.folds[0],
        end_wall=datetime.fromisoformat(planned.end),
        end_zone=planned.end_zone,
        end_fold=planned.folds[1],
        **planned.more,
    )
    entry_id: str = space.do("Add entry", verb)
    if planned.more.get("kind") is EntryKind.TRAVEL:
        _, _, way = planned.title.partition(" ")
        start, _, end = way.partition(" – ")
        space.do(
            "Leg", partial(set_leg, entry_id=entry_id, mode=LegMode.FLIGHT, from_name=start, to_name=end)
        )
    if planned.title == "Called off":
        space.do("Cancel entry", cancel_entry, entry_id)
    return entry_id
