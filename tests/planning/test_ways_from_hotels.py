"""The ways that begin and end a day: from the hotel and back to it, to the airport and away from it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.data.models import Lodging, Member, Place, Room, RoomGuest, Stop
from app.domain.words import EntryKind, LegMode, Side
from app.planning.verbs.entries import create_entry, move_entry, set_leg, set_parties
from app.planning.verbs.ways import add_ways
from app.planning.views.entry import entry_detail
from app.planning.views.way_beds import Divided
from app.planning.views.ways import DayWays, MissingWay, day_ways
from app.planning.workspace import Workspace
from tests.helpers.planner import PARTIES, VISIT, at, contents, planner

DAY = date(2026, 3, 4)
PARIS, NEW_YORK, TOKYO, HONOLULU = "Europe/Paris", "America/New_York", "Asia/Tokyo", "Pacific/Honolulu"
#: Two places and two hotels in Paris, all some kilometres apart, and one on the ground of the airport.
PLACES = {
    "agency": (48.8483, 2.3030),
    "academy": (48.8570, 2.3370),
    "hotel": (48.8800, 2.3550),
    "inn": (48.8300, 2.3550),
    "lounge": (49.0040, 2.5700),
}
ADD = partial(add_ways, driven_title="Car to {place}", walked_title="Walk to {place}")


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        opened.do("Places", _plant)
        yield opened


def _plant(session: Session) -> None:
    for name, (latitude, longitude) in PLACES.items():
        session.add(Place(id=name, name=name.title(), zone=PARIS, latitude=latitude, longitude=longitude))


def lodge(
    space: Workspace, place: str | None, *guests: str, first: int = 2, last: int = 7, **fields: Any
) -> str:
    """Add a hotel from one day of March to another, with a room for each guest."""

    def verb(session: Session) -> str:
        given = {
            "name": f"The {place}",
            "starts_on": date(2026, 3, first),
            "ends_on": date(2026, 3, last),
        } | fields
        hotel = Lodging(visit_id=VISIT, place_id=place, **given)
        session.add(hotel)
        session.flush()
        for guest in guests:
            room = Room(visit_id=VISIT, lodging_id=hotel.id, number=guest)
            session.add(room)
            session.flush()
            session.add(RoomGuest(visit_id=VISIT, room_id=room.id, member_id=guest))
        return hotel.id

    return space.do("Hotel", verb)


def entry(space: Workspace, start: datetime, place: str | None, minutes: int = 60, **fields: Any) -> str:
    zone = fields.pop("zone", PARIS)
    given = {"end_wall": start + timedelta(minutes=minutes), "end_zone": zone} | fields
    verb = partial(create_entry, title=f"At {start:%H:%M}", start_wall=start, start_zone=zone, place_id=place)
    return space.do("Add", partial(verb, **given), VISIT)


def journey(space: Workspace, start: datetime, end: datetime, zones: tuple[str, str], **leg: Any) -> str:
    made = entry(space, start, None, zone=zones[0], end_wall=end, end_zone=zones[1], kind=EntryKind.TRAVEL)
    space.do("Leg", partial(set_leg, **{"mode": LegMode.FLIGHT, **leg}), made)
    return made


def found(space: Workspace, day: int = DAY.day) -> DayWays:
    return space.ask(day_ways, VISIT, date(2026, 3, day))


def hops(space: Workspace, day: int = DAY.day) -> list[tuple[str, str, str]]:
    """Return from where to where, and when the way begins."""
    return [(way.from_name, way.to_name, f"{way.start.time:%H:%M}") for way in found(space, day).ways]


def only(ways: DayWays) -> MissingWay:
    (way,) = ways.ways
    return way


def test_a_day_begins_and_ends_at_the_hotel(space: Workspace) -> None:
    hotel = lodge(space, "hotel")
    first, last = entry(space, at(4, 9), "agency"), entry(space, at(4, 19), "agency", 120)
    morning, evening = found(space).ways
    assert (morning.before_id, morning.after_id, morning.from_bed, morning.to_bed) == (
        hotel,
        first,
        True,
        False,
    )
    assert (morning.end.time, morning.tied_to_id, morning.free_minutes) == (at(4, 9), first, None)
    assert morning.start_utc == morning.end_utc - timedelta(minutes=morning.way.minutes)
    assert (evening.before_id, evening.after_id, evening.from_bed, evening.to_bed) == (
        last,
        hotel,
        False,
        True,
    )
    assert (evening.start.time, evening.tied_to_id) == (at(4, 21), last)
    assert morning.fits
    assert evening.fits
    assert (morning.from_name, morning.to_name, morning.party_ids) == ("Hotel", "Agency", frozenset())


def test_what_was_added_is_not_proposed_again_and_moves_with_its_entry(space: Workspace) -> None:
    lodge(space, "hotel")
    entry(space, at(4, 9), "agency")
    last = entry(space, at(4, 19), "academy", 120)
    before = space.ask(contents)
    ways = space.do("Add", ADD, VISIT, DAY)
    assert [space.ask(entry_detail, way).title for way in ways] == [
        *("Car to Agency", "Car to Academy", "Car to Hotel"),
    ]
    assert found(space).ways == ()
    space.do("Later", partial(move_entry, start_wall=at(4, 20)), last)
    assert [space.ask(entry_detail, way).start_wall.time().hour for way in ways[1:]] == [19, 22]
    space.undo()
    space.undo()
    assert space.ask(contents) == before


def test_a_way_that_was_added_away_hides_no_other(space: Workspace) -> None:
    """The way home is tied to the dinner, but does not lead to it."""
    lodge(space, "hotel")
    entry(space, at(4, 9), "agency")
    last = entry(space, at(4, 19), "academy")
    home = only(DayWays(tuple(way for way in found(space).ways if way.to_bed)))
    space.do("Home", partial(ADD, pairs=[(last, home.after_id)]), VISIT, DAY)
    assert [(start, end) for start, end, _when in hops(space)] == [("Hotel", "Agency"), ("Agency", "Academy")]


def test_none_where_one_is_planned_or_none_is_needed(space: Workspace) -> None:
    lodge(space, "hotel")
    assert hops(space) == []  # nothing on that day
    entry(space, at(4, 9), "hotel")
    assert hops(space) == []
    entry(space, at(4, 12), "agency")
    entry(space, at(4, 11), None, kind=EntryKind.TRAVEL)
    entry(space, at(4, 14), None, kind=EntryKind.TRAVEL)
    assert hops(space) == []


def test_a_way_between_the_same_two_is_planned_wherever_it_stands(space: Workspace) -> None:
    """A technical session for one party runs through what everybody does at the hotel."""
    lodge(space, "hotel")
    entry(space, at(4, 9), "hotel")
    session = entry(space, at(4, 9, 15), "agency", 120)
    assert hops(space)[0][:2] == ("Hotel", "Agency")
    ends = {"mode": LegMode.CAR, "from_name": "Hotel", "to_name": "agen"}
    way = entry(space, at(4, 8), None, 45, kind=EntryKind.TRAVEL)
    space.do("Leg", partial(set_leg, **ends), way)
    assert [end for _start, end, _when in hops(space)] == ["Hotel"]
    space.do("Later", partial(move_entry, start_wall=at(4, 14)), session)
    assert hops(space)[0][:2] == ("Hotel", "Agency")  # that drive was for another occasion


def test_a_way_home_after_midnight_belongs_to_the_evening(space: Workspace) -> None:
    lodge(space, "hotel")
    entry(space, at(4, 20), "agency", 270)  # until half past midnight
    entry(space, at(5, 9), "agency")
    assert [when for *_ends, when in hops(space)] == ["19:35", "00:30"]
    assert len(space.do("Add", ADD, VISIT, DAY)) == 2
    assert hops(space) == []
    assert [where for where, *_rest in hops(space, 5)] == ["Hotel", "Agency"]


def test_only_nights_that_are_slept_there_count(space: Workspace) -> None:
    lodge(space, "hotel", first=4, last=5)
    for day in (3, 4, 5, 6):
        entry(space, at(day, 9), "agency")
    assert {day: [start for start, *_rest in hops(space, day)] for day in (3, 4, 5, 6)} == {
        3: [],
        4: ["Agency"],
        5: ["Hotel"],
        6: [],
    }


def test_a_hotel_without_days_is_slept_in_while_its_stop_lasts(space: Workspace) -> None:
    def stop(session: Session) -> str:
        made = Stop(
            visit_id=VISIT, city="Paris", zone=PARIS, arrives_on=date(2026, 3, 4), leaves_on=date(2026, 3, 5)
        )
        session.add(made)
        session.flush()
        return made.id

    lodge(space, "hotel", starts_on=None, ends_on=None, stop_id=space.do("Stop", stop))
    entry(space, at(4, 9), "agency")
    assert [end for _start, end, _when in hops(space)] == ["Hotel"]


def test_each_party_leaves_from_where_it_sleeps(space: Workspace) -> None:
    """Members 0 and 2 are of the first party, member 1 is the other."""
    lodge(space, "hotel", "member-0", "member-2")
    lodge(space, "inn", "member-1")
    entry(space, at(4, 9), "agency")
    ways = found(space)
    assert sorted((way.from_name, way.to_name, *way.parties) for way in ways.ways) == [
        ("Agency", "Hotel", PARTIES[0]),
        ("Agency", "Inn", PARTIES[1]),
        ("Hotel", "Agency", PARTIES[0]),
        ("Inn", "Agency", PARTIES[1]),
    ]
    assert ways.divided == ()


def test_a_party_that_sleeps_in_two_hotels_has_no_way_and_it_is_said(space: Workspace) -> None:
    lodge(space, "hotel", "member-0", "member-1")
    lodge(space, "inn", "member-2")
    entry(space, at(4, 9), "agency")
    ways = found(space)
    assert {way.parties for way in ways.ways} == {(PARTIES[1],)}
    nights = (date(2026, 3, 3), date(2026, 3, 4))
    assert ways.divided == (Divided(nights, (PARTIES[0],), ("Hotel", "Inn")),)


def test_who_has_no_room_yet_goes_with_the_others_of_the_party(space: Workspace) -> None:
    lodge(space, "hotel", "member-0")
    entry(space, at(4, 9), "agency")
    assert {way.parties for way in found(space).ways} == {()}
    lodge(space, "inn")  # of two, and none has a room: it may be either
    assert {way.parties for way in found(space).ways} == {(PARTIES[0],)}
    assert {divided.parties for divided in found(space).divided} == {(PARTIES[1],)}


def test_a_way_for_everyone_is_for_those_of_no_party_too(space: Workspace) -> None:
    def adviser(session: Session) -> None:
        session.add(Member(id="adviser", visit_id=VISIT, person_id="person-0", side=Side.OURS))

    space.do("Adviser", adviser)
    lodge(space, "hotel", "member-0", "member-1", "member-2")
    lodge(space, "inn", "adviser")
    entry(space, at(4, 9), "agency")
    assert {way.parties for way in found(space).ways} == {PARTIES}


def test_who_has_left_does_not_divide_a_party(space: Workspace) -> None:
    def leave(session: Session) -> None:
        session.get_one(Member, "member-2").leaves_on = date(2026, 3, 3)

    lodge(space, "hotel", "member-0", "member-1")
    lodge(space, "inn", "member-2")
    space.do("Leaves", leave)
    entry(space, at(4, 9), "agency")
    assert {(way.from_name, way.parties) for way in found(space).ways} == {("Hotel", ()), ("Agency", ())}
    assert found(space).divided == ()


def test_the_parties_of_an_entry_are_those_of_its_way(space: Workspace) -> None:
    lodge(space, "hotel")
    space.do("For", partial(set_parties, party_ids=frozenset({PARTIES[1]})), entry(space, at(4, 9), "agency"))
    assert {way.parties for way in found(space).ways} == {(PARTIES[1],)}


def test_a_hotel_that_nobody_has_placed_is_told(space: Workspace) -> None:
    lodge(space, None, name="Hotel Somewhere")
    entry(space, at(4, 9), "agency")
    assert [(item.title, item.place) for item in found(space).unplaced] == [
        ("Hotel Somewhere", "Hotel Somewhere")
    ]
    assert found(space).ways == ()


def test_to_a_flight_with_time_to_board_it(space: Workspace) -> None:
    lodge(space, "hotel", last=4)
    flight = journey(space, at(4, 17), at(4, 19), (PARIS, NEW_YORK), from_code="CDG", to_code="IAD")
    way = only(found(space))
    assert (way.from_name, way.to_name, way.tied_to_id) == ("Hotel", "CDG", flight)
    assert (way.end.time, way.badge_minutes) == (at(4, 15), 120)
    entry(space, at(4, 14), "agency")
    _morning, way = found(space).ways
    assert (way.from_name, way.to_name, way.fits) == ("Agency", "CDG", False)
    assert way.needed_minutes == 120 + way.way.minutes > (way.free_minutes or 0) == 120


def test_from_a_flight_once_it_has_landed(space: Workspace) -> None:
    lodge(space, "hotel", first=4)
    flight = journey(space, at(4, 6), at(4, 7), (PARIS, PARIS), from_code="NCE", to_code="CDG")
    (to_hotel,) = found(space).ways
    assert (to_hotel.from_name, to_hotel.to_name, to_hotel.start.time) == ("CDG", "Hotel", at(4, 7, 30))
    entry(space, at(4, 15), "agency")
    way, _evening = found(space).ways
    assert (way.from_name, way.to_name, way.start.time, way.tied_to_id) == (
        "CDG",
        "Agency",
        at(4, 7, 30),
        flight,
    )
    assert (way.station_minutes, way.badge_minutes) == (30, 0)
    entry(space, at(4, 8), "lounge")
    assert [(start, end) for start, end, _when in hops(space)] == [("Lounge", "Agency"), ("Agency", "Hotel")]


def test_a_night_flight_is_slept_in(space: Workspace) -> None:
    lodge(space, "hotel", first=5)
    journey(space, at(4, 18), at(5, 7), (NEW_YORK, PARIS), from_code="IAD", to_code="CDG")
    entry(space, at(5, 15), "agency")
    assert hops(space, 4) == []
    assert [(start, end) for start, end, _when in hops(space, 5)] == [("CDG", "Agency"), ("Agency", "Hotel")]


def test_a_room_booked_from_the_night_of_the_flight_is_gone_to_first(space: Workspace) -> None:
    lodge(space, "hotel", first=4)
    journey(space, at(4, 18), at(5, 7), (NEW_YORK, PARIS), from_code="IAD", to_code="CDG")
    entry(space, at(5, 15), "agency")
    assert [start for start, _end, _when in hops(space, 4)] == []
    ends = [("CDG", "Hotel"), ("Hotel", "Agency"), ("Agency", "Hotel")]
    assert [(start, end) for start, end, _when in hops(space, 5)] == ends
    entry(space, at(5, 9), "academy")  # too soon for a hotel
    assert hops(space, 5)[0][:2] == ("CDG", "Academy")


def test_over_the_date_line_it_lands_on_the_day_before(space: Workspace) -> None:
    """It leaves Tokyo in the first hour of the fifth, and lands in Honolulu at noon of the fourth."""

    def hotel(session: Session) -> None:
        session.add(Place(id="beach", name="Beach", zone=HONOLULU, latitude=21.2793, longitude=-157.8292))

    space.do("Place", hotel)
    lodge(space, "beach", first=4, last=5)
    journey(space, at(5, 0, 30), at(4, 12, 30), (TOKYO, HONOLULU), from_code="HND", to_code="HNL")
    assert hops(space, 4) == [("HNL", "Beach", "13:00")]
    entry(space, at(5, 9), "beach", zone=HONOLULU)
    assert hops(space, 5) == []


def test_a_train_is_found_by_the_name_of_its_station(space: Workspace) -> None:
    lodge(space, "hotel", last=4)
    leg = {"mode": LegMode.TRAIN, "from_name": "Paris Gare de Lyon", "to_name": "Nowhere Halt"}
    journey(space, at(4, 10), at(4, 12), (PARIS, PARIS), **leg)
    assert [(start, end) for start, end, _when in hops(space)] == [("Hotel", "Paris Gare de Lyon")]
    entry(space, at(4, 15), "agency")
    assert [(item.title, item.place) for item in found(space).unplaced] == [("At 10:00", "Nowhere Halt")]


def test_two_airports_of_one_city(space: Workspace) -> None:
    first = journey(space, at(4, 8), at(4, 9), (PARIS, PARIS), from_code="NCE", to_code="ORY")
    journey(space, at(4, 15), at(4, 17), (PARIS, PARIS), from_code="CDG", to_code="NCE")
    way = only(found(space))
    assert (way.from_name, way.to_name, way.tied_to_id, way.fits) == ("ORY", "CDG", first, True)
    journey(space, at(4, 11), at(4, 12), (PARIS, PARIS), from_code="ORY", to_code="NCE")
    assert ("ORY", "ORY") not in [(start, end) for start, end, _when in hops(space)]


def test_a_leg_of_a_way_says_between_what_it_leads(space: Workspace) -> None:
    lodge(space, "hotel", last=4)
    entry(space, at(4, 9), "agency")
    (made,) = space.do("Add", ADD, VISIT, DAY)
    leg = space.ask(entry_detail, made).leg
    assert leg is not None
    assert (leg.from_name, leg.to_name, leg.estimated) == ("Hotel", "Agency", True)
