"""The way of a visit: which places in which order, by what, and what its map has to show."""

from datetime import date

import pytest

from app.domain.geo import Point
from app.domain.words import LegMode
from app.planning.route import Route, RoutePoint, Trip, airport_at, charted, city_at, make_route

SEOUL, WASHINGTON, PARIS = (37.57, 126.98), (38.9, -77.04), (48.85, 2.35)
NOORDWIJK, GARCHING, TOULOUSE = (52.24, 4.45), (48.25, 11.65), (43.6, 1.44)


def _day(number: int) -> date:
    return date(2024, 1, number)


def _point(city: str, at: Point | None, first: int, last: int, stop: str = "") -> RoutePoint:
    return RoutePoint(stop, city, at, _day(first), _day(last))


def _route(*stops: RoutePoint, trips: tuple[Trip, ...] = (), home: Point | None = SEOUL) -> Route:
    return make_route(_point("Seoul", home, 1, 1), _point("Seoul", home, 20, 20), stops, trips)


def test_home_stands_at_both_ends() -> None:
    route = _route(_point("Paris", PARIS, 2, 5, "p"))
    assert [point.city for point in route.points] == ["Seoul", "Paris", "Seoul"]
    assert route.modes == (None, None)


def test_a_stop_at_home_takes_the_place_of_home_and_leads_to_itself() -> None:
    route = _route(_point("Seoul", (37.5, 127.0), 1, 1, "s"), _point("Paris", PARIS, 2, 5, "p"))
    assert [(point.city, point.stop_id) for point in route.points] == [
        ("Seoul", "s"),
        ("Paris", "p"),
        ("Seoul", ""),
    ]


def test_stops_near_each_other_with_the_same_name_are_one_where_nobody_knows_where() -> None:
    route = _route(_point("X", None, 2, 3, "1"), _point("X", None, 3, 4, "2"), home=None)
    assert [point.city for point in route.points] == ["Seoul", "X", "Seoul"]


def test_the_mode_is_that_of_what_goes_farthest_on_the_days_between() -> None:
    trips = (
        Trip(_day(2), LegMode.CAR),
        Trip(_day(2), LegMode.FLIGHT, "ICN", "CDG"),
        Trip(_day(5), LegMode.CAR),
        Trip(_day(5), LegMode.TRAIN),
        Trip(_day(5), LegMode.WALK),
        Trip(_day(20), LegMode.FLIGHT, "AMS", "ICN"),
    )
    route = _route(_point("Paris", PARIS, 2, 5, "p"), _point("Noordwijk", NOORDWIJK, 5, 7, "n"), trips=trips)
    assert route.modes == (LegMode.FLIGHT, LegMode.TRAIN, LegMode.FLIGHT)


def test_a_flight_of_the_same_day_that_leads_elsewhere_is_not_taken() -> None:
    trips = (Trip(_day(5), LegMode.FLIGHT, "CDG", "MUC"), Trip(_day(5), LegMode.CAR))
    route = _route(
        _point("Noordwijk", NOORDWIJK, 2, 5, "n"),
        _point("Paris", PARIS, 5, 5, "p"),
        _point("Garching", GARCHING, 5, 9, "g"),
        trips=trips,
    )
    assert route.modes == (None, LegMode.CAR, LegMode.FLIGHT, None)


def test_neither_a_walk_nor_a_car_leads_over_an_ocean() -> None:
    trips = (Trip(_day(2), LegMode.WALK), Trip(_day(2), LegMode.CAR))
    assert _route(_point("Washington", WASHINGTON, 2, 5, "w"), trips=trips).modes[0] is None


def test_a_trip_counts_only_on_its_days() -> None:
    trips = (Trip(_day(8), LegMode.FLIGHT),)
    assert _route(_point("Paris", PARIS, 2, 5, "p"), trips=trips).modes[0] is None


def test_the_chart_goes_round_the_world_without_a_cut() -> None:
    trips = tuple(Trip(_day(day), LegMode.FLIGHT) for day in (2, 5, 20))
    chart = charted(
        _route(_point("Washington", WASHINGTON, 2, 5, "w"), _point("Paris", PARIS, 5, 8, "p"), trips=trips)
    )
    longitudes = [mark.at[1] for mark in chart.marks]
    assert longitudes == pytest.approx([126.98, 282.96, 362.35, 486.98])
    assert [mark.home for mark in chart.marks] == [True, False, False, True]
    assert all(len(way.points) > 20 for way in chart.ways)
    assert [way.points[0] for way in chart.ways] == [mark.at for mark in chart.marks[:-1]]


def test_there_and_back_is_one_dot_each() -> None:
    chart = charted(_route(_point("Paris", PARIS, 2, 5, "p")))
    assert [mark.city for mark in chart.marks] == ["Seoul", "Paris"]
    assert len(chart.ways) == 2


def test_what_rolls_is_drawn_straight_and_what_nobody_planned_as_it_may_be_travelled() -> None:
    near = _route(_point("Paris", PARIS, 2, 5, "p"), _point("Noordwijk", NOORDWIJK, 5, 6, "n"), home=TOULOUSE)
    first, second, third = charted(near).ways
    assert len(first.points) > 2  # 590 km: may be flown
    assert len(second.points) == 2  # 390 km
    assert first.mode is second.mode is third.mode is None


def test_what_nobody_knows_where_it_is_is_told_and_left_out() -> None:
    route = _route(_point("Atlantis", None, 2, 3, "a"), _point("Paris", PARIS, 3, 5, "p"))
    chart = charted(route)
    assert chart.unknown == ("Atlantis",)
    assert [mark.city for mark in chart.marks] == ["Seoul", "Paris"]
    assert len(chart.ways) == 2


def test_without_home_the_first_stop_begins_the_map() -> None:
    chart = charted(_route(_point("Paris", PARIS, 3, 5, "p"), home=None))
    assert [(mark.city, mark.home) for mark in chart.marks] == [("Paris", False)]
    assert chart.ways == ()
    assert charted(Route((), ())).marks == ()


def test_cities_and_airports_are_known() -> None:
    assert city_at("Seoul", "Asia/Seoul") == pytest.approx((37.57, 126.98), abs=0.1)
    assert city_at("Paris", "America/Chicago") == pytest.approx((33.66, -95.56), abs=0.1)
    assert city_at("파리", "Europe/Paris") == pytest.approx((48.85, 2.35), abs=0.1)
    assert city_at("Paris", "Asia/Tokyo") == pytest.approx((48.85, 2.35), abs=0.1)
    assert city_at("Xyzzyville", "Europe/Paris") is None
    assert city_at(" ", "Europe/Paris") is None
    assert airport_at("ICN") == pytest.approx((37.47, 126.45), abs=0.01)
    assert airport_at("") is None
    assert airport_at("QQQ") is None
