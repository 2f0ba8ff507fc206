"""What the journeys from an empty file tell of, and what must stand in the papers at their end."""

from datetime import datetime
from pathlib import Path
from typing import Any

import icalendar
import pypdfium2

#: Family name, given name, name in their own script, side.
PEOPLE = (
    ("KIM", "Min-jun", "김민준", "ours"),
    ("Lee", "Seo-yeon", "이서연", "ours"),
    ("Park", "Ji-ho", "", "ours"),
    ("Ellis", "Morgan", "", "host"),
    ("Whitfield", "Dana", "", "host"),
    ("Dubois", "Claire", "", "host"),
)
OURS = ("KIM", "Lee", "Park")
HOSTS = ("Ellis", "Whitfield")
START = datetime(2027, 3, 8, 10, 15)
VISIT = "Washington and Paris"
MEETING = "Talks at the State Department"
PLACE = "Harry S Truman Building"
TOPIC = "Alliance coordination"
HEADING = "Next steps"
CAR = "Lead car"
ACTION = "Send the draft of the joint statement"


def read_calendar(path: Path) -> None:
    """Read the calendar back: the one meeting, when it is there and at home, with whom and about what."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    events: list[Any] = list(calendar.walk("VEVENT"))
    assert [str(event["SUMMARY"]) for event in events] == [MEETING]
    (event,) = events
    start = event["DTSTART"].dt
    assert start.replace(tzinfo=None) == START
    assert str(start.tzinfo) == "America/New_York"
    assert str(event["LOCATION"]) == PLACE
    words = str(event["DESCRIPTION"])
    for told in ("Mon 8 Mar 10:15 EST", "Seoul: Tue 9 Mar 00:15", *OURS, *HOSTS):
        assert told in words, told
    assert f"1. {TOPIC} · 30 min\n2. {HEADING} · 20 min" in words


def read_book(path: Path) -> None:
    """Read the text of the book back: the visit, its people, the meeting at both clocks, agenda and car."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    words = " ".join(text.split())
    assert VISIT in words
    for _family, _given, native, _side in PEOPLE:
        assert native in words, native
    for told in (*OURS, *HOSTS, "Dubois"):
        assert told in words, told
    assert "Washington 워싱턴 United States Mon 8 Mar – Wed 10 Mar" in words
    assert "Paris 파리 France Wed 10 Mar – Fri 12 Mar" in words
    assert f"{MEETING} Mon 8 Mar 10:15–11:15 EST · Seoul 00:15 +1 – 01:15 +1 · {PLACE}" in words
    assert f"1 10:15–10:45 {TOPIC} KIM Min-jun Raise 30" in words
    assert f"2 10:45–11:05 {HEADING} Morgan Ellis Raise 20" in words
    riders = words[words.index(f"{CAR} ") :]
    assert all(name in riders[:90] for name in OURS), riders[:90]
    assert f"{ACTION} {MEETING} → tab 3 Seo-yeon Lee Fri 30 Apr Open" in words
