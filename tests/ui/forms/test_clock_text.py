"""Days and clocks as people type them."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.forms.clock_text import read_clock, read_day

NEAR = date(2024, 1, 22)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("9:30", time(9, 30)),
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        ("9.30", time(9, 30)),
        (" 9h30 ", time(9, 30)),
        ("9", time(9)),
        ("21시", time(21)),
        ("9pm", time(21)),
        ("12 am", time(0)),
        ("12 p.m.", time(12)),
        ("9:30 PM", time(21, 30)),
        ("930pm", time(21, 30)),
        ("00:00", time(0)),
        ("24:00", None),
        ("9:60", None),
        ("9:3", None),
        ("13pm", None),
        ("93000", None),
        ("soon", None),
        ("", None),
    ],
)
def test_clocks(text: str, meant: time | None) -> None:
    assert read_clock(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("23 Jan", date(2024, 1, 23)),
        ("Tue 23 Jan", date(2024, 1, 23)),
        ("Tue 24 Jan", date(2024, 1, 24)),
        ("Jan 23, 2025", date(2025, 1, 23)),
        ("23 January 2024", date(2024, 1, 23)),
        ("2024-01-23", date(2024, 1, 23)),
        ("23.1.", date(2024, 1, 23)),
        ("23.1", date(2024, 1, 23)),
        ("23/1/24", date(2024, 1, 23)),
        ("1월 23일", date(2024, 1, 23)),
        ("2025년 1월 23일 (목)", date(2025, 1, 23)),
        ("mar. 23 janv.", date(2024, 1, 23)),
        ("Di 23 März", date(2024, 3, 23)),
        ("23 mar", date(2024, 3, 23)),
        ("23", date(2024, 1, 23)),
        ("23rd", date(2024, 1, 23)),
        ("31 Dec", date(2023, 12, 31)),
        ("29 Feb", date(2024, 2, 29)),
        ("30 Feb", None),
        ("23 jui", None),
        ("23 foo", None),
        ("1 2 3 Jan", None),
        ("Jan Feb 3", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_days(text: str, meant: date | None) -> None:
    assert read_day(text, NEAR) == meant


@given(st.times())
def test_a_clock_is_read_as_it_is_shown(moment: time) -> None:
    wanted = moment.replace(second=0, microsecond=0)
    for pattern in ("%H:%M", "%H%M", "%H.%M", "%Hh%M"):
        assert read_clock(wanted.strftime(pattern)) == wanted


@given(st.dates(date(1950, 1, 2), date(2149, 12, 30)), st.integers(-150, 150))
def test_a_day_is_read_as_it_is_shown(day: date, away: int) -> None:
    near = day + timedelta(days=away)
    assert read_day(day.isoformat(), near) == day
    if (day.month, day.day) != (2, 29):
        assert read_day(f"{day:%a} {day.day} {day:%b}", near) == day
        assert read_day(f"{day.day}.{day.month}.", near) == day


@given(st.text(max_size=24))
def test_no_text_breaks_it(text: str) -> None:
    read_clock(text)
    read_day(text, NEAR)


def test_a_day_at_the_edge_of_the_calendar() -> None:
    assert read_day("23 Jan", date.max) is not None
    assert read_day("23 Jan", date.min) is not None
