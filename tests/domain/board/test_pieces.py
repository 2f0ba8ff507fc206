"""Where entries stand on the board: across midnight, clocks that change, zones and the date line."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from hypothesis import given

from app.domain.board.columns import home_columns
from app.domain.board.days import DAY, Column, Part
from app.domain.board.pieces import Piece, pieces, whole_piece
from app.domain.board.spans import last_day
from tests.domain.board.spans import PARIS, SEOUL, WASHINGTON, Entry, days, entry, legs, stays


class Seen(NamedTuple):
    """A piece as it is seen: the day, its clock, from and to, and whether it starts and ends there."""

    day: int
    zone: str
    top: str
    bottom: str
    ends: str


def seen(columns: tuple[Column, ...], span: Entry) -> list[Seen]:
    return [
        Seen(
            columns[piece.column].day.day,
            columns[piece.column].parts[piece.part].zone,
            clock(piece.top),
            clock(piece.bottom),
            "start" * piece.starts + "end" * piece.ends,
        )
        for piece in pieces(columns, span)
    ]


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def test_an_entry_of_one_day_is_one_piece() -> None:
    meeting = entry("NASA", "2024-01-23T09:30", WASHINGTON, "2024-01-23T11:15")
    assert seen(days([meeting]), meeting) == [Seen(23, WASHINGTON, "09:30", "11:15", "startend")]


def test_midnight_cuts_an_entry_and_an_end_at_midnight_does_not() -> None:
    night = entry("train", "2024-01-23T22:40", PARIS, "2024-01-24T06:10")
    assert seen(days([night]), night) == [
        Seen(23, PARIS, "22:40", "24:00", "start"),
        Seen(24, PARIS, "00:00", "06:10", "end"),
    ]
    dinner = entry("dinner", "2024-01-23T20:00", PARIS, "2024-01-24T00:00")
    assert seen(days([dinner]), dinner) == [Seen(23, PARIS, "20:00", "24:00", "startend")]


def test_a_flight_that_lands_before_it_left_by_the_clock() -> None:
    flight = entry("KE 093", "2024-01-22T10:30", SEOUL, "2024-01-22T10:10", WASHINGTON)
    assert seen(days([flight]), flight) == [
        Seen(22, SEOUL, "10:30", "24:00", "start"),
        Seen(22, WASHINGTON, "00:00", "10:10", "end"),
    ]


def test_an_eastward_night_flight() -> None:
    flight = entry("AF 027", "2024-01-25T17:30", WASHINGTON, "2024-01-26T06:50", PARIS)
    assert seen(days([flight]), flight) == [
        Seen(25, WASHINGTON, "17:30", "24:00", "start"),
        Seen(26, PARIS, "00:00", "06:50", "end"),
    ]


def test_a_short_leg_between_zones_is_drawn_by_either_clock() -> None:
    train = entry("Eurostar", "2024-01-25T12:00", PARIS, "2024-01-25T13:20", "Europe/London")
    assert seen(days([train]), train) == [
        Seen(25, PARIS, "12:00", "14:20", "start"),
        Seen(25, "Europe/London", "11:00", "13:20", "end"),
    ]


def test_a_leg_between_clocks_that_are_alike_is_one_piece() -> None:
    train = entry("train", "2024-01-27T08:25", PARIS, "2024-01-27T11:44", "Europe/Amsterdam")
    assert seen(days([train], "2024-01-27"), train) == [
        Seen(27, "Europe/Amsterdam", "08:25", "11:44", "startend")
    ]


def test_eastward_over_the_date_line_it_lands_on_the_day_before() -> None:
    flight = entry("NZ", "2024-01-07T01:00", "Pacific/Auckland", "2024-01-06T09:00", "Pacific/Honolulu")
    assert flight.end_utc - flight.start_utc == timedelta(hours=7)
    assert seen(days([flight], "2024-01-06"), flight)[:2] == [
        Seen(7, "Pacific/Auckland", "01:00", "08:00", "start"),
        Seen(6, "Pacific/Honolulu", "02:00", "09:00", "end"),
    ]


def test_westward_over_the_date_line_it_loses_a_day() -> None:
    flight = entry("HA", "2024-01-06T20:00", "Pacific/Honolulu", "2024-01-08T05:00", "Pacific/Auckland")
    assert flight.end_utc - flight.start_utc == timedelta(hours=10)
    assert seen(days([flight], "2024-01-06"), flight) == [
        Seen(6, "Pacific/Honolulu", "20:00", "24:00", "start"),
        Seen(7, "Pacific/Honolulu", "00:00", "06:00", ""),
        Seen(8, "Pacific/Auckland", "00:00", "05:00", "end"),
    ]


def test_between_samoa_and_its_neighbours_of_another_day() -> None:
    hop = entry("hop", "2024-01-07T10:00", "Pacific/Apia", "2024-01-06T12:00", "Pacific/Pago_Pago")
    assert hop.end_utc - hop.start_utc == timedelta(hours=2)
    assert seen(days([hop], "2024-01-06"), hop)[:2] == [
        Seen(7, "Pacific/Apia", "10:00", "12:00", "start"),
        Seen(6, "Pacific/Pago_Pago", "10:00", "12:00", "end"),
    ]
    far = entry("far", "2024-01-07T01:00", "Pacific/Kiritimati", "2024-01-06T04:00", "Pacific/Honolulu")
    assert seen(days([far], "2024-01-06"), far)[:2] == [
        Seen(7, "Pacific/Kiritimati", "01:00", "04:00", "start"),
        Seen(6, "Pacific/Honolulu", "01:00", "04:00", "end"),
    ]


def test_a_voyage_passes_through_the_days_between() -> None:
    ship = entry("ship", "2024-01-06T18:00", SEOUL, "2024-01-09T08:00", PARIS)
    assert [(each.day, each.top, each.bottom) for each in seen(days([ship], "2024-01-06"), ship)] == [
        (6, "18:00", "24:00"),
        (7, "00:00", "24:00"),
        (8, "00:00", "24:00"),
        (9, "00:00", "08:00"),
    ]


def test_over_the_autumn_fold_a_piece_is_as_high_as_it_is_long() -> None:
    # From 02:30 for forty minutes, to 02:10 the second time the clock shows it.
    long = entry("vigil", "2024-10-27T02:30", PARIS, "2024-10-27T02:10", folds="01")
    assert long.end_utc - long.start_utc == timedelta(minutes=40)
    assert seen(days([long], "2024-10-27", "2024-10-27"), long)[0][2:4] == ("02:30", "03:10")


def test_in_home_time_everything_stands_by_the_clock_at_home() -> None:
    flight = entry("KE 093", "2024-01-22T10:30", SEOUL, "2024-01-22T10:10", WASHINGTON)
    day = date(2024, 1, 22)
    board = home_columns([flight], first=day, last=day, home_zone=SEOUL, home_city="Seoul")
    assert seen(board, flight) == [
        Seen(22, SEOUL, "10:30", "24:00", "start"),
        Seen(23, SEOUL, "00:00", "00:10", "end"),
    ]
    lunch = entry("lunch", "2024-01-22T12:00", WASHINGTON, "2024-01-22T12:00")
    board = home_columns([lunch], first=day, last=day, home_zone=SEOUL, home_city="Seoul")
    assert seen(board, lunch) == [Seen(23, SEOUL, "02:00", "02:01", "startend")]


def test_what_has_no_length_is_still_seen_and_a_board_without_days_holds_nothing() -> None:
    moment = entry("moment", "2024-01-22T12:00", SEOUL, "2024-01-22T12:00")
    assert seen(days([moment]), moment) == [Seen(22, SEOUL, "12:00", "12:01", "startend")]
    assert pieces((), moment) == ()
    wrong = entry("wrong", "2042-01-22T10:00", SEOUL, "2042-01-22T11:00")
    assert pieces(days([wrong]), wrong) == ()


@given(span=stays | legs)
def test_starts_and_ends_stand_where_the_clock_shows_them(span: Entry) -> None:
    board = days([span], span.start_wall.date().isoformat(), span.start_wall.date().isoformat())
    found = pieces(board, span)
    assert [piece.starts for piece in found] == [True, *(False,) * (len(found) - 1)]
    assert [piece.ends for piece in found] == [*(False,) * (len(found) - 1), True]
    for piece in found:
        assert 0 <= piece.top < piece.bottom <= DAY
        assert piece.entry_id == span.id
    start, end = found[0], found[-1]
    part = board[start.column].parts[start.part]
    assert (part.day, span.start_zone in part.zones) == (span.start_wall.date(), True)
    assert part.wall(start.top) == span.start_wall
    part = board[end.column].parts[end.part]
    assert (part.day, span.end_zone in part.zones) == (last_day(span), True)
    if len(found) > 1 or span.end_wall > span.start_wall:
        assert part.wall(end.bottom) == span.end_wall


@given(span=stays)
def test_every_instant_of_a_stay_is_covered(span: Entry) -> None:
    day = span.start_wall.date().isoformat()
    board = days([span], day, day)
    assert uncovered(board, span) == []


@given(span=legs)
def test_of_a_leg_only_the_hours_between_two_midnights_are_not_covered(span: Entry) -> None:
    """Westward, the day ends at the departure before it begins at the arrival; no column has those hours."""
    day = span.start_wall.date().isoformat()
    board = days([span], day, day)
    parts = [part for column in board for part in column.parts]
    departed = next(p for p in parts if p.day == span.start_wall.date() and span.start_zone in p.zones)
    arrived = next(p for p in parts if p.day == last_day(span) and span.end_zone in p.zones)
    assert all(departed.ends_utc <= instant < arrived.starts_utc for instant in uncovered(board, span))


@given(span=stays | legs)
def test_in_home_time_every_instant_is_covered_once(span: Entry) -> None:
    day = span.start_wall.date()
    board = home_columns([span], first=day, last=day, home_zone=PARIS, home_city="Paris")
    assert uncovered(board, span) == []
    found = pieces(board, span)
    assert len({(piece.column, piece.part) for piece in found}) == len(found)
    assert sum(piece.starts for piece in found) == sum(piece.ends for piece in found) == 1


def uncovered(board: tuple[Column, ...], span: Entry) -> list[datetime]:
    """Every seventh minute of an entry that none of its pieces shows.

    A clock that comes twice shows two instants at one height: those are left out.
    """
    shown = [(board[piece.column].parts[piece.part], piece) for piece in pieces(board, span)]
    minutes = int((span.end_utc - span.start_utc) / timedelta(minutes=1))
    instants = (span.start_utc + timedelta(minutes=passed) for passed in range(0, minutes, 7))
    return [instant for instant in instants if not any(shows(part, piece, instant) for part, piece in shown)]


def shows(part: Part, piece: Piece, instant: datetime) -> bool:
    minute = part.minute(instant)
    twice = any(low <= minute < high for low, high in part.repeated)
    return part.starts_utc <= instant < part.ends_utc and (twice or piece.top <= minute <= piece.bottom)


@given(stays, legs)
def test_a_piece_by_the_clock_alone_is_the_one_by_instants(stay: Entry, leg: Entry) -> None:
    columns = days([stay, leg])
    found = whole_piece(columns, stay.id, stay.start_wall, stay.start_zone, stay.end_utc - stay.start_utc)
    assert found is None or (found,) == pieces(columns, stay)
