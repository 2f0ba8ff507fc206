"""The room of the topics on a real file: the list, the page, and what both write."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.words import Area, Marking
from app.planning.verbs.topics import delete_topic, edit_topic
from app.planning.views.actions import action_detail
from app.planning.views.attachments import topic_attachments
from app.planning.views.topics import topic_detail
from app.ui.inspector.topic import TopicInspector, TopicSheet
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.helpers.planner import contents
from tests.ui.notes.dropping import carried, drop
from tests.ui.topics.rooms import desk_of, field, on_page, room, rows_of, sheet_of, topic_of, type_into

_KEY = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


def test_the_list_shows_the_topics_in_the_visits_own_order(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        rows = rows_of(screen)
        assert len(rows) > 1
        assert screen.list.table.ids() == [row.id for row in rows]


def test_enter_opens_the_page_and_alt_left_goes_back(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        told: list[tuple[str, str]] = []
        screen.selected.connect(lambda kind, row_id: told.append((kind, row_id)))
        second = rows_of(screen)[1]
        screen.list.table.select(second.id)
        screen.list.table.setFocus()
        QTest.keyClick(screen.list.table, _KEY.Key_Return)
        assert on_page(screen)
        assert topic_of(screen).title == second.title
        assert told[-1] == ("topic", second.id)
        QTest.keyClick(screen.page.back, _KEY.Key_Left, _ALT)
        assert not on_page(screen)
        assert screen.list.table.current_id() == second.id


def test_a_page_that_opens_gives_the_keys_to_what_is_read(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        screen.activateWindow()
        before = desk_of(screen).ask(contents)
        first, second = (row.id for row in rows_of(screen)[:2])
        screen.open_row(first)
        words = QApplication.focusWidget()
        assert isinstance(words, QPlainTextEdit)
        assert words.toPlainText() == topic_of(screen).title
        assert not words.textCursor().hasSelection()  # nothing is typed over by chance
        screen.page.show_part("dossier")
        screen.open_row(second)
        shown = QApplication.focusWidget()
        assert shown is not None
        assert screen.page.dossier.isAncestorOf(shown)
        QTest.keyClick(shown, Qt.Key.Key_Space)
        assert (on_page(screen), screen.page.topic_id) == (True, second)
        assert desk_of(screen).ask(contents) == before


def test_a_new_topic_is_typed_at_once_and_undone_in_two_steps(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        before = desk_of(screen).ask(contents)
        screen.list.table.setFocus()
        QTest.keyClick(screen.list.table, _KEY.Key_N, _CTRL)
        assert on_page(screen)
        title = field(sheet_of(screen), "title").editor
        QTest.keyClicks(title, "Quantum link")
        QTest.keyClick(title, _KEY.Key_Tab)
        assert topic_of(screen).title == "Quantum link"
        assert rows_of(screen)[-1].title == "Quantum link"
        desk_of(screen).undo()
        assert topic_of(screen).title == "New topic"
        desk_of(screen).undo()
        assert not on_page(screen)  # it is gone, and so is its page
        assert desk_of(screen).ask(contents) == before


@pytest.mark.parametrize(
    "column", ["objective", "ask", "offer", "likely_position", "red_line", "if_raised", "background"]
)
def test_each_text_is_saved_when_it_is_left_and_taken_back(tmp_path: Path, column: str) -> None:
    with room(tmp_path) as screen:
        screen.open_row(rows_of(screen)[0].id)
        before = topic_of(screen)
        editor = field(sheet_of(screen), column).editor
        type_into(editor, "Agree a point of contact")
        QTest.keyClick(editor, _KEY.Key_Tab)
        assert getattr(topic_of(screen), column) == "Agree a point of contact"
        desk_of(screen).undo()
        assert topic_of(screen) == before


def test_a_guarded_text_has_a_marking_of_its_own(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        screen.open_row(rows_of(screen)[0].id)
        red = field(sheet_of(screen), "red_line")
        desk_of(screen).do("Mark", partial(edit_topic, topic_id=screen.page.topic_id, marking=Marking.PUBLIC))
        type_into(red.editor, "No exclusive period")
        menu = red.make_menu()  # type: ignore[attr-defined]
        next(each for each in menu.actions() if each.data() == int(Marking.CONFIDENTIAL)).trigger()
        menu.deleteLater()
        found = topic_of(screen)
        assert (found.red_line, found.red_line_marking) == ("No exclusive period", Marking.CONFIDENTIAL)
        assert (found.marking, found.if_raised_marking) == (Marking.PUBLIC, Marking.RESTRICTED)
        assert red.badge.text() == "CONFIDENTIAL"  # type: ignore[attr-defined]


def test_an_owner_is_found_by_a_part_of_the_name_and_a_stranger_refused(tmp_path: Path) -> None:
    with room(tmp_path, kind="small") as screen:
        screen.list._add()
        owner = field(sheet_of(screen), "owner_id")
        type_into(owner.editor, "kim 1")
        QTest.keyClick(owner.editor, _KEY.Key_Return)
        assert topic_of(screen).owner == "Min Kim 1"
        type_into(owner.editor, "Nobody here")
        QTest.keyClick(owner.editor, _KEY.Key_Tab)
        assert owner.error()
        assert owner.text() == "Nobody here"
        assert topic_of(screen).owner == "Min Kim 1"


def test_organisations_are_added_made_and_removed(tmp_path: Path) -> None:
    with room(tmp_path, kind="small") as screen:
        screen.list._add()
        before = desk_of(screen).ask(contents)
        chips = sheet_of(screen).organisations
        type_into(chips.box, "agen")
        QTest.keyClick(chips.box, _KEY.Key_Return)
        assert [each.id for each in topic_of(screen).organisations] == ["org"]
        type_into(chips.box, "Orbit Works")
        QTest.keyClick(chips.box, _KEY.Key_Return)
        assert {each.name for each in topic_of(screen).organisations} == {"Agency", "Orbit Works"}
        QTest.keyClick(chips.chips()[0], _KEY.Key_Delete)
        assert [each.name for each in topic_of(screen).organisations] == ["Orbit Works"]
        for _step in range(3):  # the new organisation is made and related in one
            desk_of(screen).undo()
        assert desk_of(screen).ask(contents) == before


def test_what_was_typed_of_an_organisation_stays_where_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.inspector.by_name.create_organisation", lambda _session, name: f"no {name}")
    with room(tmp_path, kind="small") as screen:
        screen.list._add()
        desk = desk_of(screen)
        before = desk.ask(contents)
        chips = sheet_of(screen).organisations
        told: list[str] = []
        chips.told.connect(lambda words, _undo: told.append(words))
        type_into(chips.box, "Orbit Works")
        QTest.keyClick(chips.box, _KEY.Key_Return)
        assert len(told) == 1
        assert chips.box.text() == "Orbit Works"
        assert (chips.rows(), desk.ask(contents)) == ((), before)


def test_a_precedent_is_pointed_at(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        screen.open_row(next(row.id for row in rows_of(screen)))
        chips = sheet_of(screen).precedents
        there = {each.id for each in topic_of(screen).precedents}
        type_into(chips.box, "e")
        picks = chips.box.found()
        assert picks
        assert not there & {each.id for each in picks}
        QTest.keyClick(chips.box, _KEY.Key_Return)
        assert topic_of(screen).precedents[-1].id == picks[0].id
        assert chips.box.text() == ""


def test_follow_up_actions_are_added_with_enter_and_lead_to_the_actions(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        screen.open_row(rows_of(screen)[0].id)
        went: list[tuple[str, str]] = []
        screen.go.connect(lambda kind, row_id: went.append((kind, row_id)))
        topic, follow = topic_of(screen), sheet_of(screen).follow_ups
        type_into(follow.line, "Send the draft annex")
        QTest.keyClick(follow.line, _KEY.Key_Return)
        made = topic_of(screen).actions[-1]
        assert made.text == "Send the draft annex"
        assert follow.line.text() == ""
        assert desk_of(screen).ask(action_detail, made.id).topic_id == topic.id
        QTest.mouseClick(follow.stops()[-2], Qt.MouseButton.LeftButton)
        assert went == [("action", made.id)]
        desk_of(screen).undo()
        assert topic_of(screen) == topic


def test_a_follow_up_comes_of_the_topic_it_was_typed_for(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        first, second = (row.id for row in rows_of(screen)[:2])
        desk = desk_of(screen)
        before = [len(desk.ask(topic_detail, each).actions) for each in (first, second)]
        screen.open_row(first)
        line = sheet_of(screen).follow_ups.line
        type_into(line, "Promised about the first")
        screen.open_row(second)
        assert line.text() == ""
        QTest.keyClick(line, _KEY.Key_Return)
        assert [len(desk.ask(topic_detail, each).actions) for each in (first, second)] == [
            before[0] + 1,
            before[1],
        ]


def test_a_meeting_where_it_is_raised_is_a_link(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        row = next(row for row in rows_of(screen) if row.raised)
        screen.open_row(row.id)
        went: list[tuple[str, str]] = []
        screen.go.connect(lambda kind, row_id: went.append((kind, row_id)))
        QTest.mouseClick(sheet_of(screen).raised.stops()[0], Qt.MouseButton.LeftButton)
        assert went == [("meeting", row.raised[0].entry_id)]
        words = [label.text() for label in sheet_of(screen).raised.findChildren(QLabel)]
        assert words[:2] == ["25 min", "Tue 23 Jan · Lead · Yoon Se-ryeong"]  # the minutes are cut by no name


def test_a_topic_moves_in_the_order_by_alt_and_arrows(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        order = [row.id for row in rows_of(screen)]
        screen.list.table.select(order[0])
        screen.list.table.setFocus()
        QTest.keyClick(screen.list.table, _KEY.Key_Down, _ALT)
        moved = [order[1], order[0], *order[2:]]
        assert [row.id for row in rows_of(screen)] == moved
        assert screen.list.table.ids() == moved
        assert screen.list.table.current_id() == order[0]
        QTest.keyClick(screen.list.table, _KEY.Key_Up, _ALT)
        QTest.keyClick(screen.list.table, _KEY.Key_Up, _ALT)  # there is no place above the first
        assert [row.id for row in rows_of(screen)] == order


def test_many_topics_change_their_area_and_are_deleted_as_one_step(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        desk, table = desk_of(screen), screen.list.table
        before = desk.ask(contents)
        table.selectAll()
        words, values = screen.list.bulk_fields()[0]
        assert words == "Area"
        verb = next(verb for name, verb in values if name == "Policy")
        screen.list._change_rows("Area", verb, table.selected_ids())
        assert {row.area for row in rows_of(screen)} == {Area.POLICY}
        desk.undo()
        told: list[tuple[str, bool]] = []
        screen.told.connect(lambda words, undo: told.append((words, undo)))
        table.selectAll()
        table.setFocus()
        QTest.keyClick(table, _KEY.Key_Delete)
        assert rows_of(screen) == ()
        assert told[-1][1]
        desk.undo()
        assert desk.ask(contents) == before


def test_the_page_goes_when_its_topic_does(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        screen.open_row(rows_of(screen)[0].id)
        desk_of(screen).do("Gone", delete_topic, screen.page.topic_id)
        assert not on_page(screen)


def test_reveal_selects_in_the_list_and_turns_the_page(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        first, second = rows_of(screen)[:2]
        screen.reveal("topic", second.id)
        assert screen.list.table.current_id() == second.id
        screen.open_row(second.id)
        screen.reveal("topic", first.id)
        assert on_page(screen)
        assert screen.page.topic_id == first.id
        screen.reveal("person", "x")
        assert screen.page.topic_id == first.id


def test_what_is_typed_is_saved_when_the_room_is_left(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        screen.open_row(rows_of(screen)[0].id)
        type_into(field(sheet_of(screen), "ask").editor, "Half a senten")
        screen.leave()
        assert topic_of(screen).ask == "Half a senten"


def test_a_planner_that_is_only_read_shows_everything_and_changes_nothing(tmp_path: Path) -> None:
    with room(tmp_path, read_only=True) as screen:
        row = next(row for row in rows_of(screen) if row.raised)
        screen.open_row(row.id)
        sheet = sheet_of(screen)
        assert sheet.follow_ups.line.isHidden()
        assert sheet.organisations.box.isHidden()
        screen.create_row()
        screen.list._add()
        assert len(rows_of(screen)) == screen.list.table.total()
        assert all(
            field_.editor.isReadOnly() for field_ in sheet.fields() if isinstance(field_.editor, QLineEdit)
        )


def test_pictures(tmp_path: Path, qapp: QApplication) -> None:
    with room(tmp_path) as screen:
        row = next(row for row in rows_of(screen) if row.raised)
        pane = TopicInspector(desk_of(screen))
        pane.resize(348, 830)
        pane.show()
        pane.show_row(row.id)
        for look in ("light", "dark"):
            apply_theme(qapp, look)
            for width, height in ((884, 830), (700, 600)):
                screen.resize(width, height)
                screen.show_all()
                screen.list.table.select(row.id)
                grab(screen, f"topics-list-{look}-{width}")
                screen.open_row(row.id)
                grab(screen, f"topics-page-{look}-{width}")
            grab(pane, f"topics-pane-{look}")
        assert pane.row_id() == row.id
        pane.close()
        pane.deleteLater()


@pytest.mark.parametrize("wide", [True, False])
def test_files_are_kept_with_a_topic(tmp_path: Path, qtbot: QtBot, wide: bool) -> None:  # noqa: FBT001
    path = tmp_path / "Hintergrund.pdf"
    path.write_bytes(b"%PDF-1.7")
    with room(tmp_path) as screen:
        desk, topic_id = desk_of(screen), rows_of(screen)[0].id
        screen.open_row(topic_id)
        inspector = screen.page.body if wide else TopicInspector(desk)
        inspector.show_row(topic_id)
        sheet = inspector.sheet
        assert isinstance(sheet, TopicSheet)
        before = desk.ask(contents)
        with qtbot.waitSignal(inspector.told) as told:
            assert drop(sheet, carried(path))
        assert told.args == ["“Hintergrund.pdf” added.", True]
        (kept,) = desk.ask(topic_attachments, topic_id)
        assert (kept.name, kept.topic_id, kept.entry_id) == ("Hintergrund.pdf", topic_id, None)
        assert [line.row.name for line in sheet.files.lines] == ["Hintergrund.pdf"]
        with qtbot.waitSignal(inspector.go) as go:
            QTest.mouseClick(sheet.files.lines[0].name, Qt.MouseButton.LeftButton)
        assert go.args == ["attachment", kept.id]
        if wide:
            screen.page.body._scroll.ensureWidgetVisible(sheet.files)
            grab(screen, "topic-files")
        desk.undo()
        assert sheet.files.lines == []
        assert desk.ask(contents) == before
        objective = field(sheet, "objective").editor
        assert isinstance(objective, QPlainTextEdit)
        drop(objective.viewport(), carried(path))  # it is no text
        assert len(desk.ask(topic_attachments, topic_id)) == 1
        inspector.show_row(None)
        drop(sheet, carried(path))
        assert len(desk.ask(topic_attachments, topic_id)) == 1
        if not wide:
            inspector.deleteLater()


def test_the_files_of_a_topic_can_only_be_read_in_a_planner_to_read(tmp_path: Path) -> None:
    with room(tmp_path, read_only=True) as screen:
        screen.open_row(rows_of(screen)[0].id)
        files = sheet_of(screen).files
        assert not files.add.isVisibleTo(screen)
        assert files._none.text() == "No files are kept with this topic."


def test_ask_and_offer_are_of_one_height_whichever_is_longer(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        screen.open_row(rows_of(screen)[0].id)
        ask, offer = (field(sheet_of(screen), column).editor for column in ("ask", "offer"))
        for longer in (ask, offer):
            type_into(longer, "A sentence that is told at length, again and again. " * 6)
            assert ask.height() == offer.height()
        high = ask.height()
        for each in (ask, offer):
            type_into(each, "Short")
        assert ask.height() == offer.height() < high
