"""The programme as text, and back: what was written is read, and what people paste as well."""

from collections.abc import Sequence
from datetime import date, time
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.board.drafts import Draft, draft_of, place_line, title_line
from app.domain.board.text import Words, as_text, read_text, unread_lines
from app.ui.forms.clock_text import read_day
from tests.domain.board.spans import SEOUL, WASHINGTON, entry

DAY = date(2024, 1, 23)
WORDS = Words(notes=("tentative", "cancelled"))
KOREAN = Words(about="{time}쯤", undecided="미정", notes=("잠정", "취소"))
near = partial(read_day, near=DAY)


def heading(day: date) -> Sequence[str]:
    return f"{day:%a} {day.day} {day:%b} {day.year}", "Washington", "EST, Seoul +14 h"


def only(line: str, **known: tuple[str, ...]) -> Draft:
    (draft,) = read_text(line, day_of=near, words=WORDS, zones=known.get("zones", ()))
    return draft


def test_an_email_reads_well() -> None:
    flight = draft_of(
        entry("KE 093", "2024-01-22T10:30", SEOUL, "2024-01-22T10:10", WASHINGTON),
        title="KE 093",
        place="ICN → IAD",
    )
    night = draft_of(
        entry("AF 027", "2024-01-25T17:30", WASHINGTON, "2024-01-26T06:50", "Europe/Paris"),
        title="AF 027",
        place="IAD → CDG",
    )
    meeting = draft_of(
        entry("a", "2024-01-22T15:00", WASHINGTON, "2024-01-22T16:00"),
        title="Embassy briefing",
        place="Embassy, Room 2",
        tell_zone=True,
        note="tentative",
    )
    rest = entry("b", "2024-01-25T13:00", WASHINGTON, "2024-01-25T14:00")
    written = as_text(
        [
            flight,
            meeting,
            draft_of(rest, title="Lunch", about=True),
            draft_of(rest, title="Press", decided=False),
            night,
        ],
        heading=heading,
        words=WORDS,
    )
    assert written == (
        "Mon 22 Jan 2024 · Washington · EST, Seoul +14 h\n"
        "\n"
        "10:30 KST – 10:10 EST  KE 093 · ICN → IAD\n"
        "15:00–16:00 EST  Embassy briefing · Embassy, Room 2 [tentative]\n"
        "\n"
        "Thu 25 Jan 2024 · Washington · EST, Seoul +14 h\n"
        "\n"
        "about 13:00–14:00  Lunch\n"
        "to be decided  Press\n"
        "17:30 EST – 06:50 CET +1  AF 027 · IAD → CDG\n"
    )
    assert flight.codes == ("ICN", "IAD")
    assert meeting.codes is None
    assert as_text([], heading=heading) == ""
    assert as_text([Draft(None, time(9), None, "Call")], heading=heading) == "09:00  Call\n"


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("9:30 Call", "09:30", ""),
        ("09.30 – Call", "09:30", ""),
        ("9:30 am Call", "09:30", ""),
        ("9:30 a.m.: Call", "09:30", ""),
        ("9 PM Call", "21:00", ""),
        ("12 am Call", "00:00", ""),
        ("12:15 pm Call", "12:15", ""),
        ("오전 9:30 Call", "09:30", ""),
        ("오후 2시 30분 Call", "14:30", ""),
        ("오후 2시 ~ 4시 Call", "14:00", "16:00"),
        ("2시부터 4시까지 Call", "02:00", "04:00"),
        ("9시부터 Call", "09:00", ""),
        ("9:30-11:15 Call", "09:30", "11:15"),
        ("9.30 to 11.15 Call", "09:30", "11:15"),
        ("9:30 am to 1:15 pm Call", "09:30", "13:15"),
        ("9:30–11:15 am Call", "09:30", "11:15"),
        ("2–3:30 pm Call", "14:00", "15:30"),
        ("11:30–1:00 pm Call", "11:30", "13:00"),
        ("11 am – 1:00 Call", "11:00", "13:00"),
        ("1 pm – 2:30 Call", "13:00", "14:30"),
        ("9h30-11h15 Call", "09:30", "11:15"),
        ("9:30 Uhr Call", "09:30", ""),
        ("0930-1115 Call", "09:30", "11:15"),
        ("09:30\t11:15\tCall", "09:30", "11:15"),
        ("> • 09:30 — 11:15 | Call", "09:30", "11:15"),
        ("  9:30\u00a0– 11:15\u00a0Call", "09:30", "11:15"),
    ],
)
def test_times_as_people_write_them(line: str, start: str, end: str) -> None:
    draft = only(line)
    assert (f"{draft.start:%H:%M}", f"{draft.end:%H:%M}" if draft.end else "") == (start, end)
    assert (draft.title, draft.place, draft.day, draft.end_days, draft.about) == ("Call", "", None, 0, False)


@pytest.mark.parametrize(
    "line",
    [
        *("", "Best regards,", "2024 review", "2 people", "1. Item", "9 Call", "25:00 Call", "9:75 Call"),
        *(
            "7시간 회의",
            "10:30:15 log",
            "23.10.2024 Call",
            "1900 Call",
            "2-3 people",
            "09:30",
            "Room 9.30pmx",
        ),
        *("9:30pmx", "24:30 Call", "10-12-2024 Call", "2460-0999 Call", "24:00-25:00 Call"),
    ],
)
def test_what_is_no_time_is_no_entry(line: str) -> None:
    assert read_text(line, day_of=lambda _text: None) == ()


def test_what_stands_beside_a_time() -> None:
    assert only("10:30 KST – 10:10 EST  KE 093 · ICN → IAD").start_zone == "KST"
    assert only("22:00-01:00 Dinner").end_days == 1
    assert only("22:00–24:00 Dinner").end_days == 1
    assert only("17:30–06:50 +2 Train").end_days == 2
    assert only("about 9:30 Call").about
    assert only("9:30경 Call").about
    assert only("약 9:30 Call").title == "Call"
    assert only("TBD: Press") == Draft(None, None, None, "Press")
    assert only("9:30 NASA visit").title == "NASA visit"
    assert only("9:30 EST Call", zones=("EST",)) == Draft(
        None, time(9, 30), None, "Call", "", 0, "EST", "EST"
    )
    assert only("9:30 - 2 cars for luggage").title == "2 cars for luggage"
    assert only("9:30 Call · Room · 9F") == Draft(None, time(9, 30), None, "Call – Room", "9F")


@pytest.mark.parametrize(
    "head",
    [
        *("Tue 23 Jan 2024 · Washington · EST", "Tuesday, 23 January 2024", "2024-01-23: Washington"),
        *(
            "23. Januar 2024 - Washington",
            "2024년 1월 23일 화요일",
            "> * mardi 23 janvier 2024, Washington",
            "23.1.",
        ),
    ],
)
def test_headings_as_people_write_them(head: str) -> None:
    drafts = read_text(f"8:00 Before\n{head}\n\n9:30 Call\nin Room 3\n10:00 Next\n", day_of=near)
    assert [(draft.day, draft.title) for draft in drafts] == [(None, "Before"), (DAY, "Call"), (DAY, "Next")]


titles = st.text(min_size=1, max_size=30).map(title_line).filter(bool) | st.sampled_from(
    [
        "Call",
        "PM's office",
        "am Rhein",
        "NASA HQ — bilateral",
        "경복궁 방문",
        "+1 guest",
        "2024-01-23",
        "to 11:00",
        "h",
    ]
)
places = st.text(max_size=20).map(place_line) | st.sampled_from(["ICN → IAD", "NASA HQ, Room 9F"])
zones = st.sampled_from(
    [("", ""), ("EST", "EST"), ("KST", "EST"), ("+0545", "+13"), ("-03", "CEST"), ("-03", "-03")]
)
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


@st.composite
def drafts(draw: st.DrawFn, notes: tuple[str, ...]) -> Draft:
    day, title, place = draw(st.dates(date(1950, 1, 1), date(2100, 1, 1))), draw(titles), draw(places)
    note = draw(st.sampled_from(("", *notes)))
    start = draw(st.none() | clocks)
    if start is None:
        return Draft(day, None, None, title, place, note=note)
    end, (start_zone, end_zone) = draw(st.none() | clocks), draw(zones)
    return Draft(
        *(day, start, end, title, place),
        end_days=draw(st.integers(-1, 1) | st.integers(-40, 40)) if end else 0,
        start_zone=start_zone,
        end_zone=end_zone if end else start_zone,
        about=draw(st.booleans()),
        note=note,
    )


@pytest.mark.parametrize("words", [WORDS, KOREAN])
@given(data=st.data())
def test_what_was_written_is_read_again(words: Words, data: st.DataObject) -> None:
    written = data.draw(st.lists(drafts(words.notes), max_size=6))
    text = as_text(written, heading=heading, words=words)
    assert list(read_text(text, day_of=near, words=words)) == written


@given(
    text=st.text()
    | st.lists(st.sampled_from("0123456789:.-–+ \tapm오전후시분약경부터·[]23JanKST"), max_size=40).map(
        "".join
    )
)
def test_reading_never_fails_and_what_was_read_is_stable(text: str) -> None:
    found = read_text(text, day_of=near, words=WORDS)
    assert all(draft.start is not None or draft.end is None for draft in found)
    written = as_text(found, heading=heading, words=WORDS)
    assert [draft.title for draft in read_text(written, day_of=near, words=WORDS) if draft.title] == [
        draft.title or draft.place for draft in found if draft.title or draft.place
    ]


@given(st.text(max_size=200))
def test_each_line_is_an_entry_a_heading_or_told_as_left_out(text: str) -> None:
    lines = [line for line in text.splitlines() if line.strip()]
    unread = unread_lines(text, day_of=near)
    headings = [line for line in lines if line.strip() not in unread and not read_text(line, day_of=near)]
    assert len(read_text(text, day_of=near)) + len(unread) + len(headings) == len(lines)


def test_what_is_left_out_of_an_email() -> None:
    text = "Dear all,\n\n2026-03-10\n* 09:30 Talks\n   Regards  \n"
    assert unread_lines(text, day_of=near) == ("Dear all,", "Regards")
