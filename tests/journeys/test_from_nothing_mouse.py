"""From an empty file to a visit on paper, with the mouse, and keys only where it clicked."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.screens.export.screen import ExportScreen
from app.ui.screens.meetings.page import MeetingPage
from app.ui.tables.view import Table
from tests.journeys.hands import CTRL, NO_KEY, Flashes, Mouse, topics
from tests.journeys.story import (
    ACTION,
    CAR,
    HEADING,
    HOSTS,
    MEETING,
    OURS,
    PEOPLE,
    PLACE,
    TOPIC,
    VISIT,
    read_book,
    read_calendar,
)
from tests.ui.windows import Windows

MINUTE_MS = 60_000


def test_from_an_empty_file_to_calendar_and_book(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    windows.answers.paths = [tmp_path / "방문 2027.aide"]
    window = windows.window()
    with qtbot.waitActive(window):
        window.activateWindow()
    with Flashes() as flashes:
        hand = Mouse(window)
        hand.push("New visit…")
        begin(hand)
        stops(hand)
        people(hand)
        meeting(hand)
        assert topics(hand) == 1  # the heading is none
        cars(hand)
        action(hand)
        calendar, book = tmp_path / "visit.ics", tmp_path / "book.pdf"
        for room, path in (("Calendar", calendar), ("Briefing book", book)):
            windows.answers.paths = [path]
            hand.push(room)
            save(qtbot, hand)
    assert flashes.seen == []
    read_calendar(calendar)
    read_book(book)


def begin(hand: Mouse) -> None:
    hand.fill("Title", VISIT)
    hand.fill("Principal", "KIM Min-jun 김민준")
    hand.fill("Home city", "Seoul")
    hand.take("Seoul")
    hand.fill("First day", "8 Mar 2027")
    hand.fill("Last day", "12 Mar 2027")
    hand.push("Create the visit")


def stops(hand: Mouse) -> None:
    hand.push("Visit & stops")
    hand.push("Stops")
    for city, last in (("Washington", "10 Mar"), ("Paris", "12 Mar")):
        hand.fill("Add a stop", city)
        hand.take(city)
        hand.fill("Leaves", last)


def people(hand: Mouse) -> None:
    hand.push("People")
    for family, given, native, _side in PEOPLE[1:]:
        hand.push("Add person")
        hand.fill("Family name", family)
        hand.fill("Given name", given)
        if native:
            hand.fill("Name in their own script", native)
    table = hand.see("People", Table)
    assert isinstance(table, Table)
    for side, words in (("ours", "our side"), ("host", "host")):
        names = [family for family, _given, _native, of in PEOPLE[1:] if of == side]
        for at, name in enumerate(names):
            hand.click_line(table, name, CTRL if at else NO_KEY)
        hand.ask(table, names[-1])
        hand.choose(words)


def meeting(hand: Mouse) -> None:
    hand.push("Meetings")
    hand.push("Add meeting")
    hand.fill("Title of the meeting", MEETING)
    hand.press(Qt.Key.Key_Return)
    hand.fill("Starts: time", "1015")
    hand.press(Qt.Key.Key_Return)
    hand.fill("Place", PLACE)
    hand.take("Create")
    page = hand.window.findChild(MeetingPage)
    assert page is not None
    for side, names in (("Host side", HOSTS), ("Our side", OURS)):
        hand.push(f"{side}: add a person", within=page)
        for name in names:
            hand.fill(f"{side}: person to add", name, within=page)
            hand.take(name)
        hand.press(Qt.Key.Key_Escape)
    hand.fill("Add to the agenda", TOPIC)
    hand.take("Create")
    item(hand, "30", "KIM")
    hand.fill("Add to the agenda", HEADING)
    hand.push("Add as heading")
    item(hand, "20", "Ellis")


def item(hand: Mouse, minutes: str, lead: str) -> None:
    hand.fill("Minutes", minutes)
    hand.press(Qt.Key.Key_Return)
    hand.fill("Lead", lead)
    hand.take(lead)


def cars(hand: Mouse) -> None:
    hand.push("Logistics")
    hand.fill("Another entry to give cars to", "State")
    hand.take(MEETING)
    hand.push("Add car")
    hand.choose("New car")
    hand.fill("Name", CAR)
    hand.press(Qt.Key.Key_Return)
    for name in OURS:
        hand.fill(f"{CAR}: add a person", name)
        hand.take(name)


def action(hand: Mouse) -> None:
    hand.push("Actions")
    hand.push("Add action")
    hand.fill("Action", ACTION)
    hand.fill("Due", "30 Apr 2027")
    for name, found in (("Owner", "Lee"), ("Meeting", MEETING)):
        hand.fill(name, found)
        hand.take(found)


def save(qtbot: QtBot, hand: Mouse) -> None:
    screen = hand.window.findChild(ExportScreen)
    assert screen is not None
    with qtbot.waitSignal(screen.making.saved, timeout=MINUTE_MS):
        hand.push("Save…")
