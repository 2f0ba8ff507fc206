"""From an empty file to a visit on paper, with the keys alone: Tab, arrows, Enter, shortcuts, the palette."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.screens.export.screen import ExportScreen
from tests.journeys.hands import CTRL, Flashes, Keys, focused, named, topics, write
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
        hand = Keys(window)
        hand.tab_to("New visit…")
        hand.press(Qt.Key.Key_Space)
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
            hand.run(room)
            save(qtbot, hand)
    assert flashes.seen == []
    read_calendar(calendar)
    read_book(book)


def begin(hand: Keys) -> None:
    hand.fill("Title", VISIT)
    hand.fill("Principal", "KIM Min-jun 김민준")
    hand.fill("Home city", "Seoul")
    hand.press(Qt.Key.Key_Return)
    hand.fill("First day", "8 Mar 2027")
    hand.fill("Last day", "12 Mar 2027")
    hand.press(Qt.Key.Key_Return)


def stops(hand: Keys) -> None:
    hand.run("Visit & stops")
    hand.tab_to("Particulars")
    hand.press(Qt.Key.Key_Right)
    for city, last in (("Washington", "10 Mar"), ("Paris", "12 Mar")):
        hand.fill("Add a stop", city, back=city == "Paris")
        hand.press(Qt.Key.Key_Return)
        hand.fill("Leaves", last)


def people(hand: Keys) -> None:
    hand.run("People")
    for family, given, native, _side in PEOPLE[1:]:
        hand.press(Qt.Key.Key_N, CTRL)
        assert named(focused()) == "Family name"
        hand.fill("Family name", family)
        hand.fill("Given name", given)
        if native:
            hand.fill("Name in their own script", native)


def meeting(hand: Keys) -> None:
    hand.run("Meetings")
    hand.press(Qt.Key.Key_N, CTRL)
    hand.fill("Title of the meeting", MEETING)
    hand.press(Qt.Key.Key_Return)
    for side, names in (("Host side", (*HOSTS, "Dubois")), ("Our side", OURS)):
        hand.tab_to(f"{side}: add a person", back=side == "Our side")
        hand.press(Qt.Key.Key_Space)
        for name in names:
            hand.fill(f"{side}: person to add", name)
            hand.press(Qt.Key.Key_Return)
        hand.press(Qt.Key.Key_Escape)
    hand.fill("Add to the agenda", TOPIC, back=True)
    hand.press(Qt.Key.Key_Return)
    item(hand, "30", "KIM")
    hand.fill("Add to the agenda", HEADING, back=True)
    hand.press(Qt.Key.Key_Return, CTRL)
    item(hand, "20", "Ellis")
    hand.fill("Starts: time", "1015")
    hand.fill("Place", PLACE)
    hand.press(Qt.Key.Key_Return)


def item(hand: Keys, minutes: str, lead: str) -> None:
    hand.fill("Lead", lead)
    hand.press(Qt.Key.Key_Return)
    hand.fill("Minutes", minutes)


def cars(hand: Keys) -> None:
    hand.run("Logistics")
    hand.fill("Another entry to give cars to", "State")
    hand.press(Qt.Key.Key_Return)
    hand.tab_to("Add car")
    hand.press(Qt.Key.Key_Space)
    hand.choose("New car")
    assert named(focused()) == "Name"
    hand.fill("Name", CAR)
    hand.press(Qt.Key.Key_Return)
    for name in OURS:
        hand.fill(f"{CAR}: add a person", name)
        hand.press(Qt.Key.Key_Return)


def action(hand: Keys) -> None:
    hand.run("Actions")
    hand.press(Qt.Key.Key_N, CTRL)
    assert named(focused()) == "Action"
    write(ACTION)
    hand.fill("Due", "30 Apr 2027")
    for name, found in (("Owner", "Lee"), ("Meeting", MEETING)):
        hand.fill(name, found)
        hand.press(Qt.Key.Key_Return)


def save(qtbot: QtBot, hand: Keys) -> None:
    screen = hand.window.findChild(ExportScreen)
    assert screen is not None
    hand.tab_to("Save…")
    with qtbot.waitSignal(screen.making.saved, timeout=MINUTE_MS):
        hand.press(Qt.Key.Key_Space)
