"""Rooms with pages in the window: the way to a page and back, what stands beside it, and the foot."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget
from sqlalchemy import Connection, select

from app.data.models import Base
from app.domain.words import EntryKind, Side
from app.planning.verbs.people_at import remove_participant
from app.planning.views.entry import entry_detail
from app.planning.views.meetings import meeting_rows
from app.planning.views.organisations import organisation_rows
from app.planning.views.programme import programme
from app.planning.views.topics import topic_rows
from app.ui.inspector.person_at import PersonChip
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.screens.people.screen import PeopleScreen
from app.ui.screens.topics.screen import TopicsScreen
from app.ui.window.frame import PlannerFrame
from tests.helpers.planner import contents
from tests.ui.windows import Windows

LEFT = Qt.MouseButton.LeftButton
DELETED = (
    *("entry", "person", "organisation", "place", "topic", "action", "member", "note"),
    *("vehicle", "lodging", "room", "baggage_piece", "gift", "interpreter_booking", "access_request"),
)


def click(button: QWidget) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


def topics(frame: PlannerFrame) -> TopicsScreen:
    frame.enter("topics")
    screen = frame.rooms.currentWidget()
    assert isinstance(screen, TopicsScreen)
    return screen


def test_a_topic_is_opened_from_the_inspector_which_then_is_of_no_use(windows: Windows) -> None:
    frame = windows.frame()
    screen = topics(frame)
    topic = frame.desk.ask(topic_rows, frame.desk.visit_id)[1]
    screen.coverage.table.select(topic.id)
    assert frame.panes.inspector_is_shown()
    foot = frame.inspectors.of_kind("topic").foot
    assert foot.page.words() == "Open the topic"
    click(foot.page)
    assert (screen.is_page, screen.page.topic_id) == (True, topic.id)
    assert screen.page.body._head.text() == topic.title
    assert not frame.panes.inspector_is_shown()
    assert not frame.top.inspector.isEnabled()
    click(frame.navigation.room_button("topics"))
    assert not screen.is_page
    assert screen.coverage.table.current_id() == topic.id
    assert frame.panes.inspector_is_shown()
    assert frame.top.inspector.isEnabled()


def test_a_page_is_still_open_when_its_room_is_entered_again(windows: Windows) -> None:
    frame = windows.frame()
    screen = topics(frame)
    screen.open_row(frame.desk.ask(topic_rows, frame.desk.visit_id)[0].id)
    click(frame.navigation.room_button("people"))
    assert frame.panes.inspector_is_shown()
    click(frame.navigation.room_button("topics"))
    assert screen.is_page
    assert not frame.panes.inspector_is_shown()


def test_a_meeting_is_opened_from_the_programme(windows: Windows) -> None:
    frame = windows.frame()
    meeting = frame.desk.ask(meeting_rows, frame.desk.visit_id)[0]
    frame.inspectors.show_row("entry", meeting.id)
    foot = frame.inspector.foot
    assert foot.page.words() == "Open the meeting"
    click(foot.page)
    screen = frame.rooms.currentWidget()
    assert isinstance(screen, MeetingsScreen)
    assert (screen.is_page, screen.page.entry_id) == (True, meeting.id)
    assert frame.panes.inspector_is_shown()  # it has what the page has not
    assert not foot.page.isVisible()
    click(frame.navigation.room_button("meetings"))
    assert not screen.is_page
    assert foot.page.isVisible()


@pytest.mark.parametrize("name", ["actions", "meetings", "topics", "notes", "people"])
def test_a_room_entered_by_key_gives_the_keys_to_its_table(windows: Windows, name: str) -> None:
    frame = windows.frame()
    for each in ("places", name):
        frame._actions[f"room_{each}"].trigger()
    assert isinstance(frame.window().focusWidget(), QAbstractItemView)


def test_beside_its_page_the_people_of_a_meeting_stand_once(windows: Windows) -> None:
    frame = windows.frame()
    meeting = frame.desk.ask(meeting_rows, frame.desk.visit_id)[0]
    frame.enter("meetings")
    screen = frame.rooms.currentWidget()
    assert isinstance(screen, MeetingsScreen)
    screen.list.table.select(meeting.id)
    form = frame.inspector.form
    assert form.ours.isVisible()
    screen.open_row(meeting.id)
    assert not form.ours.isVisible()
    assert not form.hosts.isVisible()
    person = frame.desk.ask(entry_detail, meeting.id).side(Side.OURS)[-1]
    frame.desk.do("Out", remove_participant, person.id)
    click(screen.page.head.back)
    assert form.ours.isVisible()
    assert person not in [chip.person for chip in form.ours.findChildren(PersonChip) if chip.isVisible()]


def test_what_is_no_meeting_has_no_page(windows: Windows) -> None:
    frame = windows.frame()
    lines = frame.desk.ask(programme, frame.desk.visit_id).lines
    frame.inspectors.show_row("entry", next(line.id for line in lines if line.kind is EntryKind.TRAVEL))
    assert not frame.inspector.foot.page.isVisible()
    assert frame.inspector.foot.delete.isVisible()


def test_an_organisation_is_opened_and_left_again(windows: Windows) -> None:
    frame = windows.frame()
    frame.go("organisation", frame.desk.ask(organisation_rows)[0].id)
    foot = frame.inspectors.of_kind("organisation").foot
    screen = frame.rooms.currentWidget()
    assert isinstance(screen, PeopleScreen)
    assert screen.is_page  # asked for, it is answered at once
    assert not foot.page.isVisible()
    click(frame.navigation.room_button("people"))
    assert not screen.page.isVisible()
    click(foot.page)
    assert screen.page.isVisible()


def first_id(connection: Connection, table: str) -> str:
    column = Base.metadata.tables[table].c.id
    return str(connection.execute(select(column).order_by(column)).scalars().first())


@pytest.mark.parametrize("kind", DELETED)
def test_every_inspector_deletes_what_it_shows_and_undo_brings_it_back(windows: Windows, kind: str) -> None:
    frame = windows.frame()
    desk = frame.desk
    row_id = desk.ask(first_id, kind)
    before = desk.ask(contents)
    frame.inspectors.show_row(kind, row_id)
    inspector = frame.inspectors.of_kind(kind)
    name = inspector.record.kind.name(inspector.record.shown)
    assert name
    click(inspector.foot.delete)
    assert frame.toast._words.text().startswith(f"“{name}” deleted.")
    assert frame.top.undo.accessibleDescription() == f"Undo: Delete “{name}”"
    assert desk.ask(contents) != before
    click(frame.toast._button)
    assert desk.ask(contents) == before


@pytest.mark.parametrize("kind", DELETED)
def test_each_field_shows_the_beginning_of_its_text(windows: Windows, kind: str) -> None:
    frame = windows.frame()
    frame.inspectors.show_row(kind, frame.desk.ask(first_id, kind))
    sheet = frame.inspectors.of_kind(kind).sheet
    assert [line.text() for line in sheet.findChildren(QLineEdit) if line.cursorPosition()] == []
    texts = sheet.findChildren(QPlainTextEdit)
    assert [text.toPlainText() for text in texts if text.textCursor().position()] == []
    assert all(text.verticalScrollBar().value() == 0 for text in texts)


def test_what_is_being_typed_goes_with_what_is_deleted(windows: Windows) -> None:
    frame = windows.frame()
    desk = frame.desk
    topic_id = desk.ask(first_id, "topic")
    frame.inspectors.show_row("topic", topic_id)
    inspector = frame.inspectors.of_kind("topic")
    before = desk.ask(contents)
    ask = next(field for field in inspector.sheet.fields() if field.column == "ask")
    ask.editor.setFocus()
    QTest.keyClicks(ask.editor, "Never mind")
    inspector._delete()
    assert inspector.row_id() == ""
    desk.undo()
    assert desk.ask(contents) == before


def test_a_planner_to_read_has_nothing_to_delete(windows: Windows) -> None:
    windows.frame()
    frame = windows.frame(path=windows.folder / "visit.aide")
    assert frame.desk.read_only
    frame.inspectors.show_row("topic", frame.desk.ask(first_id, "topic"))
    foot = frame.inspectors.of_kind("topic").foot
    assert (foot.page.isVisible(), foot.delete.isVisible()) == (True, False)
    frame.inspectors.show_row("person", frame.desk.ask(first_id, "person"))
    assert not frame.inspectors.of_kind("person").foot.isVisible()
