"""Gaps between entries at different places: known, unknown and too short ways, lane by lane."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from app.domain.board.gaps import Gap, gaps
from app.domain.geo import Point
from app.domain.words import EntryKind, EntryStatus

NINE = datetime(2024, 1, 23, 14)
HQ, GODDARD, GATE = (38.883, -77.017), (38.997, -76.848), (38.8835, -77.017)


@dataclass(frozen=True)
class Stop:
    id: str
    start_utc: datetime
    end_utc: datetime
    place_id: str | None
    latitude: float | None
    longitude: float | None
    kind: EntryKind = EntryKind.MEETING
    status: EntryStatus = EntryStatus.CONFIRMED
    badge_minutes: int | None = None
    party_ids: frozenset[str] = field(default=frozenset())


def stop(key: str, start: int, place: str | None, point: Point | None, *parties: str) -> Stop:
    begins = NINE + timedelta(minutes=start)
    latitude, longitude = point or (None, None)
    return Stop(
        *(key, begins, begins + timedelta(minutes=60), place, latitude, longitude),
        party_ids=frozenset(parties),
    )


def way(_start: Point, _end: Point) -> int | None:
    return 42


NASA, LAB = stop("nasa", 0, "hq", HQ), stop("lab", 120, "goddard", GODDARD)


def test_the_way_and_the_badges_must_fit_into_the_time_between() -> None:
    assert gaps([NASA, LAB], way) == (Gap("nasa", "lab", 60, 42, 0, enough=True),)
    assert gaps([replace(LAB, badge_minutes=18), NASA], way) == (Gap("nasa", "lab", 60, 42, 18, enough=True),)
    assert gaps([NASA, replace(LAB, badge_minutes=19)], way) == (
        Gap("nasa", "lab", 60, 42, 19, enough=False),
    )


def test_an_unknown_way_is_unknown_and_never_zero() -> None:
    assert gaps([NASA, stop("lab", 120, "goddard", None)], way) == (Gap("nasa", "lab", 60, None, 0, None),)
    assert gaps([NASA, LAB], lambda _start, _end: None) == (Gap("nasa", "lab", 60, None, 0, None),)


def test_there_is_no_gap_at_one_site_beside_travel_or_where_two_overlap() -> None:
    assert gaps([NASA, replace(LAB, place_id="hq")], way) == ()
    assert gaps([NASA, stop("gate", 120, "gate", GATE)], way) == ()
    assert gaps([NASA, replace(stop("car", 70, None, None), kind=EntryKind.TRAVEL), LAB], way) == ()
    assert gaps([NASA, stop("lab", 30, "goddard", GODDARD)], way) == ()
    assert gaps([NASA, replace(LAB, status=EntryStatus.CANCELLED)], way) == ()
    assert gaps([NASA, stop("call", 60, None, None), LAB], way) == ()
    assert gaps([], way) == ()


def test_who_is_elsewhere_has_a_gap_of_their_own() -> None:
    team = stop("team", 60, "annex", (38.9, -77.03), "team")
    end = replace(LAB, party_ids=frozenset({"principal"}))
    assert [(gap.before, gap.after) for gap in gaps([NASA, team, end], way)] == [
        ("nasa", "lab"),
        ("nasa", "team"),
    ]
    assert [(gap.before, gap.after) for gap in gaps([NASA, team, LAB], way)] == [
        ("nasa", "team"),
        ("team", "lab"),
    ]
    both = [replace(each, party_ids=frozenset({"team", "principal"})) for each in (NASA, LAB)]
    assert len(gaps(both, way)) == 1
