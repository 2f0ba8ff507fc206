"""Topics over meetings: walked by the arrows, filled by keys and by dragging, each one step of undo."""

from functools import partial
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from app.domain.words import Intent
from app.planning.verbs.agenda import add_agenda_item
from app.planning.verbs.entries import edit_entry
from app.planning.verbs.topics import create_topic, delete_topic, edit_topic, order_topics
from app.planning.views.coverage import Cell, Coverage, coverage
from app.ui.screens.topics.screen import TopicsScreen
from app.ui.theme.style import apply_theme
from tests.helpers.planner import contents
from tests.ui.topics.rooms import desk_of, room

_KEY = Qt.Key
_COPY, _LEFT, _NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


def stored(screen: TopicsScreen) -> Coverage:
    return desk_of(screen).ask(coverage, desk_of(screen).visit_id)


def empty_cell(found: Coverage) -> tuple[str, str]:
    """Return a topic, and a meeting that does not have it."""
    return next(
        (topic.id, meeting.id)
        for topic in found.topics
        for meeting in found.meetings
        if found.cell(topic.id, meeting.id) is None
    )


def at(screen: TopicsScreen, key: tuple[str, str]) -> None:
    table = screen.coverage.table
    table.setCurrentIndex(table.rows.at(*key))
    table.setFocus()


def press(screen: TopicsScreen, key: Qt.Key) -> None:
    QTest.keyClick(screen.coverage.table, key)


def drop(screen: TopicsScreen, mime: QMimeData, entry_id: str) -> bool:
    """Carry something over a meeting and let go; tell whether it was taken."""
    table = screen.coverage.table
    index = table.rows.at(stored(screen).topics[0].id, entry_id)
    place = table.visualRect(index).center()
    over = QDragEnterEvent(QPoint(place), _COPY, mime, _LEFT, _NONE)
    QApplication.sendEvent(table.viewport(), over)
    if not over.isAccepted():
        return False
    event = QDropEvent(QPointF(place), _COPY, mime, _LEFT, _NONE)
    QApplication.sendEvent(table.viewport(), event)
    return event.isAccepted()


def test_the_room_begins_with_all_topics_over_all_meetings(tmp_path: Path) -> None:
    with room(tmp_path, part="coverage") as screen:
        found, model = stored(screen), screen.coverage.table.rows
        assert screen.coverage.isVisible()
        assert [model.topic(row).id for row in range(model.rowCount())] == [each.id for each in found.topics]
        columns = [model.meeting(column).id for column in range(model.columnCount())]
        assert columns == [each.id for each in found.meetings]
        assert screen.coverage.summary.text() == "9 topics · 7 meetings · 2 led at several meetings"
        said = set(screen.coverage.said.sentences())
        assert "The agenda of State Department, OES is 10 min over its slot." in said


@pytest.mark.parametrize("key", [_KEY.Key_Space, _KEY.Key_Return])
def test_a_key_puts_a_topic_on_an_agenda_and_undo_takes_it_off(tmp_path: Path, key: Qt.Key) -> None:
    with room(tmp_path, part="coverage") as screen:
        desk, place = desk_of(screen), empty_cell(stored(screen))
        before = desk.ask(contents)
        at(screen, place)
        press(screen, key)
        cell = stored(screen).cell(*place)
        assert cell is not None
        assert (cell.intent, cell.minutes) == (Intent.RAISE, 10)  # it is led elsewhere already
        assert screen.coverage.table.rows.at(*place) == screen.coverage.table.currentIndex()
        desk.undo()
        assert desk.ask(contents) == before


def test_a_topic_that_nobody_leads_yet_is_put_there_to_be_led(tmp_path: Path) -> None:
    with room(tmp_path, part="coverage") as screen:
        desk = desk_of(screen)
        topic = desk.do("Add", create_topic, desk.visit_id, title="Quantum")
        place = (topic, stored(screen).meetings[2].id)
        assert "Quantum is on no agenda." in screen.coverage.said.sentences()
        at(screen, place)
        press(screen, _KEY.Key_Space)
        cell = stored(screen).cell(*place)
        assert cell is not None
        assert cell.intent is Intent.LEAD


def test_letters_set_the_intent_signs_the_minutes_and_delete_takes_it_off(tmp_path: Path) -> None:
    with room(tmp_path, part="coverage") as screen:
        desk = desk_of(screen)
        place = empty_cell(stored(screen))
        before = desk.ask(contents)

        def now() -> Cell | None:
            return stored(screen).cell(*place)

        at(screen, place)
        for key, intent, minutes in (
            (_KEY.Key_I, Intent.IF_RAISED, 10),
            (_KEY.Key_L, Intent.LEAD, 10),
            (_KEY.Key_Plus, Intent.LEAD, 15),
            (_KEY.Key_Minus, Intent.LEAD, 10),
            (_KEY.Key_Minus, Intent.LEAD, 5),
            (_KEY.Key_R, Intent.RAISE, 5),
        ):
            press(screen, key)
            cell = now()
            assert cell is not None
            assert (cell.intent, cell.minutes) == (intent, minutes)
        told: list[tuple[str, bool]] = []
        screen.told.connect(lambda words, undo: told.append((words, undo)))
        press(screen, _KEY.Key_Delete)
        assert now() is None
        assert len(told) == 1
        assert told[0][1]
        for _step in range(7):
            desk.undo()
        assert desk.ask(contents) == before


def test_the_arrows_walk_and_the_inspector_follows_the_topic(tmp_path: Path) -> None:
    with room(tmp_path, part="coverage") as screen:
        found = stored(screen)
        at(screen, (found.topics[0].id, found.meetings[0].id))
        went: list[tuple[str, str]] = []
        screen.selected.connect(lambda kind, row_id: went.append((kind, row_id)))
        press(screen, _KEY.Key_Down)
        press(screen, _KEY.Key_Right)
        assert went == [("topic", found.topics[1].id)]
        index = screen.coverage.table.currentIndex()
        assert (index.row(), index.column()) == (1, 1)


def test_a_topic_is_dragged_onto_a_meeting(tmp_path: Path) -> None:
    with room(tmp_path, part="coverage") as screen:
        desk, place = desk_of(screen), empty_cell(stored(screen))
        model = screen.coverage.table.rows
        before = desk.ask(contents)
        mime = model.mime_of_topic(model.row_of(place[0]))
        assert drop(screen, mime, place[1])
        assert stored(screen).cell(*place) is not None
        # Where it stands already it cannot be let go.
        assert not drop(screen, mime, place[1])
        desk.undo()
        assert desk.ask(contents) == before


def test_an_item_is_dragged_to_another_meeting_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    with room(tmp_path, part="coverage") as screen:
        desk, found = desk_of(screen), stored(screen)
        before = desk.ask(contents)
        topic, entry = next(iter(found.cells))
        other = next(each.id for each in found.meetings if found.cell(topic, each.id) is None)
        model = screen.coverage.table.rows
        mime = model.mimeData([model.at(topic, entry)])
        assert drop(screen, mime, other)
        after = stored(screen)
        assert after.cell(topic, entry) is None
        assert after.cell(topic, other) == found.cell(topic, entry)
        desk.undo()
        assert desk.ask(contents) == before


def test_nothing_else_is_taken(tmp_path: Path) -> None:
    with room(tmp_path, part="coverage") as screen:
        mime = QMimeData()
        mime.setText("Artemis")
        assert not drop(screen, mime, stored(screen).meetings[0].id)


def test_the_menu_offers_what_can_be_done_and_leads_on(tmp_path: Path) -> None:
    with room(tmp_path, part="coverage") as screen:
        found = stored(screen)
        topic, entry = next(iter(found.cells))
        acts = screen.coverage.acts
        went: list[tuple[str, str]] = []
        screen.go.connect(lambda kind, row_id: went.append((kind, row_id)))
        menu = acts.menu(topic, entry)
        by_words = {action.text().split("\t")[0]: action for action in menu.actions()}
        checked = [words for words, action in by_words.items() if action.isChecked()]
        assert len(checked) == 1
        by_words["5 minutes more"].trigger()
        cell, was = stored(screen).cell(topic, entry), found.cell(topic, entry)
        assert cell is not None
        assert was is not None
        assert cell.minutes == was.minutes + 5
        by_words["Open the meeting"].trigger()
        assert went == [("meeting", entry)]
        by_words["Open the topic"].trigger()
        assert screen.is_page
        assert screen.page.topic_id == topic
        screen.show_all()
        assert screen.coverage.isVisible()
        assert screen.coverage.table.current_id() == topic


def test_read_only_nothing_can_be_put(tmp_path: Path) -> None:
    with room(tmp_path, part="coverage", read_only=True) as screen:
        found = stored(screen)
        place = empty_cell(found)
        at(screen, place)
        for key in (_KEY.Key_Space, _KEY.Key_L, _KEY.Key_Delete):
            press(screen, key)
        model = screen.coverage.table.rows
        assert not drop(screen, model.mime_of_topic(0), place[1])
        assert stored(screen) == found
        assert not screen.coverage.add.isEnabled()


def test_cells_and_heads_are_read_aloud(tmp_path: Path) -> None:
    with room(tmp_path, part="coverage") as screen:
        table = QAccessible.queryAccessibleInterface(screen.coverage.table)
        assert table is not None
        names = [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]
        found = stored(screen)
        assert names.count("not on the agenda") == len(found.topics) * len(found.meetings) - len(found.cells)
        assert "Lead, 25 min" in names
        assert any(name.startswith("State Department, OES, Wed 24 Jan") for name in names)
        assert sum("is led at" in name for name in names) == 2


def test_rows_and_columns_come_and_go_one_by_one(tmp_path: Path) -> None:
    with room(tmp_path, part="coverage") as screen:
        desk, draw = desk_of(screen), Random(7)  # noqa: S311 - repeatable
        model = screen.coverage.table.rows
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        tester = QAbstractItemModelTester(model, mode)
        resets: list[int] = []
        model.modelReset.connect(lambda: resets.append(1))
        steps = 0
        for number in range(30):
            found = stored(screen)
            topic, meeting = draw.choice(found.topics).id, draw.choice(found.meetings).id
            act = number % 6
            if act == 0:
                desk.do("Add", create_topic, desk.visit_id, title=f"Topic {number}")
            elif act == 1:
                order = [each.id for each in found.topics]
                draw.shuffle(order)
                desk.do("Order", order_topics, desk.visit_id, order)
            elif act == 2:
                desk.do("Put", partial(add_agenda_item, entry_id=meeting, topic_id=topic))
            elif act == 3:
                day = found.meetings[0].start_wall.replace(hour=draw.randrange(8, 12))
                end = day.replace(hour=13)
                desk.do("Move", edit_entry, found.meetings[-1].id, start_wall=day, end_wall=end)
            elif act == 4:
                desk.do("Rename", edit_topic, topic, title="한글 " * 30)
            else:
                desk.do("Delete", delete_topic, topic)
            steps += 1
            now = stored(screen)
            assert [model.topic(row).id for row in range(model.rowCount())] == [one.id for one in now.topics]
            columns = [model.meeting(column).id for column in range(model.columnCount())]
            assert columns == [one.id for one in now.meetings]
            QApplication.processEvents()
        for _step in range(steps):
            desk.undo()
        assert resets == []
        tester.deleteLater()


def test_without_topics_the_next_step_is_offered(tmp_path: Path) -> None:
    with room(tmp_path, part="coverage", kind="small") as screen:
        assert screen.coverage._stack.currentWidget() is screen.coverage._empty


def test_a_key_tells_of_its_cell_and_of_no_other(tmp_path: Path) -> None:
    with room(tmp_path, part="coverage") as screen:
        model = screen.coverage.table.rows
        key = empty_cell(stored(screen))
        at(screen, key)
        told: list[QModelIndex] = []
        heads: list[tuple[Qt.Orientation, int, int]] = []
        model.dataChanged.connect(lambda first, last, _roles: told.extend((first, last)))
        model.headerDataChanged.connect(lambda *about: heads.append(about))
        press(screen, _KEY.Key_R)
        there = model.at(*key)
        assert told == [there, there]
        assert heads == [
            (Qt.Orientation.Vertical, there.row(), there.row()),
            (Qt.Orientation.Horizontal, there.column(), there.column()),
        ]
        assert model.coverage == stored(screen)
        told.clear()
        press(screen, _KEY.Key_Plus)
        assert told == [there, there]
        desk_of(screen).undo()
        desk_of(screen).undo()
        assert model.coverage == stored(screen)
        assert model.cell(there.row(), there.column()) is None
