"""Between what in a day's lane a way is missing: not where one is planned, nor where none is needed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.geo import Point
from app.domain.hops import missing, unknown
from app.domain.ways import SAME_SITE_KM

START = (48.0, 11.0)


@dataclass(frozen=True)
class Stay:
    id: str
    hour: float
    begins_at: Point | None = START
    travels: bool = False
    tied_to_id: str | None = None
    lands_at: Point | None = None
    site_km: float = SAME_SITE_KM

    @property
    def start_utc(self) -> datetime:
        return datetime(2026, 3, 1) + timedelta(hours=self.hour)

    @property
    def ends_at(self) -> Point | None:
        return self.lands_at or self.begins_at


FAR, FARTHER = (48.18, 11.0), (48.5, 11.0)


def hops(*lane: Stay) -> list[str]:
    return [f"{before.id}{after.id}" for before, after in missing(lane)]


def test_a_way_is_missing_between_two_places() -> None:
    assert hops(Stay("a", 9), Stay("b", 11, FAR), Stay("c", 14)) == ["ab", "bc"]


def test_no_way_is_missing_where_one_is_planned_or_none_is_needed() -> None:
    assert hops(Stay("a", 9), Stay("way", 10, None, travels=True), Stay("b", 11, FAR)) == []
    assert hops(Stay("a", 9), Stay("b", 11)) == []
    assert hops(Stay("a", 9), Stay("b", 11, None), Stay("c", 13, FAR)) == []
    assert hops(Stay("a", 9)) == []


def test_a_flight_is_got_to_and_away_from() -> None:
    flight = Stay("f", 10, FAR, lands_at=FARTHER, site_km=3)
    assert hops(Stay("a", 9), flight, Stay("c", 12)) == ["af", "fc"]
    assert hops(Stay("a", 9, (48.2, 11.0)), flight, Stay("c", 12, (48.51, 11.0))) == []  # on its ground
    assert hops(flight, Stay("g", 14, FARTHER, lands_at=START, site_km=3)) == []
    unplaced = Stay("f", 10, None, site_km=3)
    assert [f"{one.id}{two.id}" for one, two in unknown([Stay("a", 9), unplaced])] == ["af"]


def test_a_way_that_leads_away_from_what_it_is_tied_to_leads_not_to_it() -> None:
    way = Stay("way", 12, None, travels=True, tied_to_id="b")
    assert hops(Stay("a", 9), Stay("b", 11, FAR), way) == ["ab"]


def test_a_way_that_begins_before_what_it_leads_away_from_is_planned_all_the_same() -> None:
    way = Stay("way", 8.5, None, travels=True, tied_to_id="b")
    assert hops(way, Stay("a", 9), Stay("b", 9.5, FAR), Stay("c", 12)) == ["bc"]
