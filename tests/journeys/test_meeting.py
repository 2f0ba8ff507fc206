"""One meeting from its preparation to what the next one is told of it, on the real window, mouse and keys."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.words import Outcome
from app.planning.verbs.entries import create_entry
from app.planning.verbs.visits import create_visit
from app.planning.views.actions import action_rows
from app.planning.views.dossier import topic_dossier
from app.planning.views.entry import entry_detail
from app.planning.views.meeting import meeting
from app.planning.views.meetings import meeting_rows
from app.planning.views.organisation_page import organisation_page
from app.planning.views.persons import person_rows
from app.planning.views.promises import owed_at
from app.planning.views.record import record_at
from app.ui.desk import Desk
from app.ui.inspector.links import LinkButton
from app.ui.inspector.offered import OfferedPanel
from app.ui.inspector.person import PersonInspector
from app.ui.screens.actions.screen import ActionsScreen
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.window.frame import PlannerFrame
from tests.journeys.hands import Flashes, Keys, Mouse, focused, named, write
from tests.ui.windows import Windows

W = TypeVar("W", bound=QWidget)
ALT = Qt.KeyboardModifier.AltModifier
WORDS = "Send the list of ground receivers"
OWNER = "Desmond Achterberg"


def next_visit(desk: Desk, entry_id: str) -> str:
    """Plan another visit, a year later, with a meeting with the same host; return that meeting."""
    entry = desk.ask(entry_detail, entry_id)
    visit = desk.do(
        "Visit",
        partial(
            create_visit,
            title="The year after",
            home_city=entry.home_city,
            home_zone=entry.home_zone,
            starts_on=date(2028, 1, 10),
            ends_on=date(2028, 1, 12),
        ),
    )
    return desk.do(
        "Meeting",
        partial(
            create_entry,
            visit_id=visit,
            title="NASA again",
            start_wall=datetime(2028, 1, 11, 9),
            start_zone=entry.start_zone,
            end_wall=datetime(2028, 1, 11, 10),
            end_zone=entry.start_zone,
            host_organisation_id=entry.host_organisation_id,
        ),
    )


def test_a_meeting_is_prepared_run_and_followed_up(qtbot: QtBot, windows: Windows) -> None:
    window = windows.window()
    assert window.open_planner(windows.planner())
    frame = window.frame
    assert frame is not None
    with qtbot.waitActive(window):
        window.activateWindow()
    desk = frame.desk
    entry_id = desk.ask(meeting_rows, desk.visit_id)[0].id
    after = next_visit(desk, entry_id)
    with Flashes() as flashes:
        Mouse(window).click(frame.navigation.room_button("meetings"))
        table = window.findChildren(MeetingsScreen)[0].list.table
        Mouse(window).click_line(table, "Tue 23 Jan")
        prepare(Keys(window))
        run(Keys(window))
    assert flashes.seen == []
    follow_up(Mouse(window))
    found_everywhere(desk, entry_id, after)
    seen_everywhere(frame, entry_id, after)


def prepare(hand: Keys) -> None:
    hand.press(Qt.Key.Key_Return)
    hand.fill("Add a talking point", "We bring two names today.")
    hand.press(Qt.Key.Key_Return)


def run(hand: Keys) -> None:
    hand.press(Qt.Key.Key_2, ALT)
    assert named(focused()) == "Agenda to tick off"
    hand.press(Qt.Key.Key_Return)
    write("They welcome the two names.")
    hand.press(Qt.Key.Key_Return)
    write("The group meets in April.")
    hand.press(Qt.Key.Key_F8)
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_F7)
    write(f"{WORDS} @achter")
    hand.press(Qt.Key.Key_Tab)
    write("due in two weeks")
    hand.press(Qt.Key.Key_Return)
    hand.tab_to("Agenda to tick off", back=True)
    hand.press(Qt.Key.Key_Space)


def follow_up(hand: Mouse) -> None:
    hand.push("All were there")
    hand.push("Follow up")
    choose(hand, "Outcome of 1 · Artemis participation", "Continued")
    hand.push("Draft the record from the notes")
    hand.push("Draft the readout from the notes")
    choose(hand, "Next meeting with them", "NASA again")
    hand.push("Take over into its agenda")


def choose(hand: Mouse, name: str, words: str) -> None:
    """Open a box of choices, and go down to the one that has these words."""
    box = hand.see(name)
    assert isinstance(box, QComboBox)
    hand.click(box)
    hand.press(Qt.Key.Key_Home)
    for _each in range(box.count()):
        if words in str(box.view().currentIndex().data()):
            break
        hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)


def found_everywhere(desk: Desk, entry_id: str, after: str) -> None:
    record = desk.ask(record_at, entry_id)
    today = record.entry.start_wall.date()  # "in two weeks" counts from the meeting
    item = record.items[0]
    assert [point.text for point in item.points] == ["They welcome the two names."]
    assert (item.outcome, item.ticked_at is not None) == (Outcome.CONTINUED, True)
    assert all(person.attended for person in record.entry.people)
    assert f"To do: {WORDS} ({OWNER} → MSIT, by" in record.memorandum
    assert "- Agreed: The group meets in April." in record.memorandum
    assert record.readout.startswith("Yoon Se-ryeong, Vice Minister of Science, met Marguerite")
    assert "The group meets in April." not in record.readout  # nobody has marked it for the public
    promise = item.promises[-1]
    assert (promise.text, promise.due_on) == (WORDS, today + timedelta(days=14))
    assert item.topic_id is not None
    talked = desk.ask(topic_dossier, item.topic_id)
    assert promise.id in {each.id for at in talked.occasions for each in at.promises}
    assert promise.id in {row.id for row in desk.ask(action_rows, today, desk.visit_id)}
    host = record.entry.host_organisation_id
    assert host is not None
    now = record.entry.end_utc + timedelta(hours=1)
    page = desk.ask(organisation_page, host, now, today)
    assert promise.id in {one.id for one in page.promises if page.of_last_time(one)}
    assert promise.id in {line.id for line in desk.ask(owed_at, after, today)}
    assert [each.heading for each in desk.ask(meeting, after).items] == [item.heading]


def seen_everywhere(frame: PlannerFrame, entry_id: str, after: str) -> None:
    """Look for the promise where people do: in the visit's actions, at who owes it, at the next meeting."""
    promise = frame.desk.ask(record_at, entry_id).items[0].promises[-1]
    frame.enter("actions")
    QApplication.processEvents()
    assert promise.id in shown(frame, ActionsScreen).table.ids()
    (owner,) = [row for row in frame.desk.ask(person_rows, date(2024, 1, 23)) if row.name == OWNER]
    frame.go("person", owner.id)
    QApplication.processEvents()
    assert any(WORDS in words for words in links(shown(frame, PersonInspector)))
    frame.go("meeting", after)
    QApplication.processEvents()
    offered = shown(frame, OfferedPanel)
    assert WORDS in links(offered)
    frame.go("action", promise.id)
    assert (
        frame.desk.visit_id != frame.desk.ask(entry_detail, after).visit_id
    )  # the action is of its own visit


def shown(frame: PlannerFrame, kind: type[W]) -> W:
    """Return the widget of a kind that can be seen."""
    (found,) = [widget for widget in frame.findChildren(kind) if widget.isVisible()]
    return found


def links(within: QWidget) -> list[str]:
    return [link.words() for link in within.findChildren(LinkButton) if link.isVisible()]
