"""A meeting while it runs: ticking off, noting, agreeing, promising, who was there; nothing typed is lost."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.domain.words import Side
from app.planning.verbs.entries import delete_entry
from app.planning.views.actions import action_detail
from app.planning.views.record import RecordAt, record_at
from app.ui.screens.meetings.phases import RUN
from app.ui.screens.meetings.run_pane import RunPane
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.theme.style import apply_theme
from tests.helpers.planner import contents
from tests.ui.meetings.rooms import desk_of, open_page, room, settle

_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(qapp: QApplication, tmp_path: Path) -> Iterator[MeetingsScreen]:
    apply_theme(qapp, "light")
    with room(tmp_path, size=(1200, 800)) as made:
        made.activateWindow()
        open_page(made)
        made.page.phases.select(RUN)
        settle()
        yield made


@pytest.fixture
def pane(screen: MeetingsScreen) -> RunPane:
    return screen.page.late.record.run


def record(screen: MeetingsScreen) -> RecordAt:
    return desk_of(screen).ask(record_at, screen.page.entry_id)


def press(key: Qt.Key) -> None:
    """Press a key where the cursor stands."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    QApplication.processEvents()


def write(text: str) -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)
    return focused


def at(screen: MeetingsScreen, pane: RunPane, minutes: int) -> None:
    """Let the clock stand so many minutes after the start of the meeting."""
    moment = record(screen).entry.start_utc + timedelta(minutes=minutes)
    pane.clock.now = lambda: moment
    pane.clock.tell()


def test_the_phases_are_entered_by_keys_and_the_inspector_gives_way(
    qtbot: QtBot, screen: MeetingsScreen
) -> None:
    page = screen.page
    assert not screen.inspects
    assert page.late.record.run.agenda.hasFocus()
    with qtbot.waitSignal(screen.turned):
        QTest.keyClick(page.late.record.run.agenda, Qt.Key.Key_1, _ALT)
    assert (page.phases.current(), screen.inspects) == ("prepare", True)
    assert page.prepared.agenda.isVisibleTo(screen)
    QTest.keyClick(page, Qt.Key.Key_2, _ALT)
    assert page.phases.current() == RUN
    assert not page.parts.isVisibleTo(screen)
    screen.open_row(page.entry_id)  # the same meeting stays as it is
    assert page.phases.current() == RUN


def test_space_ticks_off_and_goes_on_to_the_next_item(screen: MeetingsScreen, pane: RunPane) -> None:
    before = desk_of(screen).ask(contents)
    agenda = pane.agenda
    assert (agenda.currentRow(), agenda.in_hand()) == (0, record(screen).items[0].id)
    press(Qt.Key.Key_Space)
    assert record(screen).items[0].ticked_at is not None
    assert (agenda.currentRow(), agenda.in_hand()) == (1, record(screen).items[1].id)
    assert pane.card.accessibleName() == "Notes of the meeting"
    box = agenda.visualItemRect(agenda.item(0)).topLeft()
    QTest.mouseClick(
        agenda.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box + type(box)(16, 24)
    )
    assert record(screen).items[0].ticked_at is None
    assert agenda.currentRow() == 1
    for _step in range(2):
        desk_of(screen).undo()
    assert desk_of(screen).ask(contents) == before


def test_the_clock_runs_against_the_slot_and_the_item_in_hand(screen: MeetingsScreen, pane: RunPane) -> None:
    at(screen, pane, -10)
    assert pane.clock.words() == "09:20 EST, begins in 10 min"
    at(screen, pane, 37)
    assert pane.clock.words() == "10:07 EST, 37 of 105 min"
    spoken = pane.agenda.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "1 · Artemis participation, 37 of 25 min · Yoon Se-ryeong, in hand"
    at(screen, pane, 110)
    assert pane.clock.words() == "11:20 EST, 5 min over the slot"
    at(screen, pane, 60 * 24)
    assert pane.clock.words() == "09:30 EST, Tue 23 Jan"


def test_the_clock_stands_still_while_nobody_sees_it(screen: MeetingsScreen, pane: RunPane) -> None:
    assert pane.clock._minute.isActive()
    screen.page.phases.select("prepare")
    assert not pane.clock._minute.isActive()
    pane.clock.tell()
    assert not pane.clock._minute.isActive()
    at(screen, pane, 37)
    pane.clock.now = lambda: record(screen).entry.start_utc + timedelta(minutes=40)
    screen.page.phases.select(RUN)
    assert pane.clock._minute.isActive()
    assert pane.clock.words() == "10:10 EST, 40 of 105 min"


def chord(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)
    QApplication.processEvents()


def test_the_whole_record_is_taken_without_leaving_the_line(screen: MeetingsScreen, pane: RunPane) -> None:
    press(Qt.Key.Key_Return)
    write("They will mirror it.")
    chord(Qt.Key.Key_PageDown)
    first, second = record(screen).items[:2]
    assert [point.text for point in first.points] == ["They will mirror it."]
    assert pane.agenda.current_id() == second.id
    assert QApplication.focusWidget() is pane.card.notes.new
    write("They wait.")
    chord(Qt.Key.Key_T)
    assert record(screen).items[1].ticked_at is not None
    assert pane.agenda.current_id() == second.id  # it was not the one in hand
    chord(Qt.Key.Key_PageUp)
    assert [point.text for point in record(screen).items[1].points] == ["They wait."]
    assert pane.agenda.current_id() == first.id
    press(Qt.Key.Key_F7)
    chord(Qt.Key.Key_T)
    assert record(screen).items[0].ticked_at is not None
    assert pane.agenda.current_id() == record(screen).items[2].id  # the next that is not ticked off
    assert QApplication.focusWidget() is pane.card.entry
    for _step in range(9):
        chord(Qt.Key.Key_PageDown)
    assert pane.agenda.current_id() == ""
    assert QApplication.focusWidget() is pane.alone.notes.new
    chord(Qt.Key.Key_T)  # there is nothing to tick off
    chord(Qt.Key.Key_PageUp)
    assert QApplication.focusWidget() is pane.under_item.entry  # where it was left


def test_two_keys_lead_back_to_the_agenda(screen: MeetingsScreen, pane: RunPane) -> None:
    for begin in (Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_Return):
        press(begin)
        assert not pane.agenda.hasFocus()
        press(Qt.Key.Key_Escape)
        assert pane.agenda.hasFocus()
        press(begin)
        chord(Qt.Key.Key_2, _ALT)
        assert pane.agenda.hasFocus()
    press(Qt.Key.Key_F8)
    write("Half")
    press(Qt.Key.Key_Escape)  # takes out what is typed first
    assert pane.card.decisions.new.hasFocus()
    press(Qt.Key.Key_Escape)
    assert pane.agenda.hasFocus()
    assert "Ctrl+T" in pane.agenda.item(0).toolTip()
    QTest.keyClick(screen.page, Qt.Key.Key_1, _ALT)
    screen.page.title.setFocus()
    chord(Qt.Key.Key_1, _ALT)
    assert screen.page.prepared.agenda.view.hasFocus()


def test_enter_makes_the_next_point_and_the_same_words_become_a_decision(
    screen: MeetingsScreen, pane: RunPane
) -> None:
    before = desk_of(screen).ask(contents)
    press(Qt.Key.Key_Return)
    for text in ("They will mirror the archive.", "They ask for two months."):
        write(text)
        press(Qt.Key.Key_Return)
    write("A group meets in April.")
    press(Qt.Key.Key_F8)
    assert QApplication.focusWidget() is pane.card.decisions.new
    press(Qt.Key.Key_Return)
    item = record(screen).items[0]
    assert [point.text for point in item.points] == [
        "They will mirror the archive.",
        "They ask for two months.",
    ]
    assert [decision.text for decision in item.decisions] == ["A group meets in April."]
    pane.agenda.select("")
    press(Qt.Key.Key_F8)
    write("They meet again.")
    pane.agenda.select(item.id or "")
    assert [decision.text for decision in record(screen).alone.decisions] == ["They meet again."]
    for _step in range(4):
        desk_of(screen).undo()
    assert desk_of(screen).ask(contents) == before


def test_one_line_makes_an_action(screen: MeetingsScreen, pane: RunPane) -> None:
    before = desk_of(screen).ask(contents)
    press(Qt.Key.Key_F7)
    entry = pane.card.entry
    write("Send the list of receivers @NAS")
    assert entry.offered() == ["National Aeronautics and Space Administration"]
    press(Qt.Key.Key_Tab)
    write("@Yoon")
    press(Qt.Key.Key_Return)
    assert entry.offered() == []
    write("due in two weeks")
    due = date(2024, 1, 23) + timedelta(days=14)  # from the day of the meeting, whenever it is noted
    assert f"{due:%Y}" in pane.card._read.text()
    assert pane.card._read.text().startswith(
        "Theirs · National Aeronautics and Space Administration → Yoon Se-ryeong · due "
    )
    press(Qt.Key.Key_Return)
    assert entry.text() == ""
    item = record(screen).items[0]
    promise = item.promises[-1]
    assert (promise.text, promise.due_on, promise.owed_by) == ("Send the list of receivers", due, Side.HOST)
    detail = desk_of(screen).ask(action_detail, promise.id)
    assert (detail.topic_id, detail.entry_id) == (item.topic_id, screen.page.entry_id)
    assert detail.owner_organisation == "National Aeronautics and Space Administration"
    desk_of(screen).undo()
    assert desk_of(screen).ask(contents) == before


def test_what_cannot_be_read_stays_and_is_told_at_the_line(screen: MeetingsScreen, pane: RunPane) -> None:
    press(Qt.Key.Key_F7)
    entry, before = pane.card.entry, record(screen).items[0].promises
    for text, told in (
        ("Send it due some day", "“some day” is no day."),
        ("Send it by 3/4", "“3/4” may be Wed 3 Apr 2024 or Mon 4 Mar 2024. Write the name of the month."),
        ("Send it @Nobody", "Nobody at this meeting is called “Nobody”."),
    ):
        entry.clear()
        write(text)
        press(Qt.Key.Key_Return)
        assert entry.text() == text
        assert pane.card._read.text().startswith(told)
        assert entry.accessibleDescription().startswith(told)
    assert record(screen).items[0].promises == before
    entry.clear()
    write("Send it due some")
    entry.pause()
    assert pane.card._read.text().startswith("“some” is no day.")


def test_what_is_being_noted_stays_where_an_action_or_a_decision_is_begun(
    screen: MeetingsScreen, pane: RunPane
) -> None:
    press(Qt.Key.Key_F7)
    write("Send it @")
    press(Qt.Key.Key_Escape)
    pane.card.decisions.new.setPlainText("We agree")
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F8):
        pane.card.notes.new.setFocus()
        write("Half a note")
        press(key)
        assert pane.card.entry.text() == "Send it @"
        kept = [point.text for point in record(screen).items[0].points]
        assert "Half a note" in (pane.card.notes.new.toPlainText(), *kept)


def test_a_name_that_is_nobodys_is_told_at_the_pause_whatever_follows_it(pane: RunPane) -> None:
    press(Qt.Key.Key_F7)
    write("Send it @Zzz due tomorrow")
    assert "Ours" not in pane.card._read.text()  # whose it is cannot be known yet
    pane.card.entry.pause()
    assert pane.card._read.text() == "Nobody at this meeting is called “Zzz”."
    pane.card.entry.clear()
    write("Send it @NAS")
    pane.card.entry.pause()  # it can still become a name
    assert pane.card.entry.accessibleDescription() == ""


def test_a_hangul_name_is_offered_while_it_is_composed(pane: RunPane) -> None:
    press(Qt.Key.Key_F7)
    write("Draft @")
    QApplication.sendEvent(pane.card.entry, QInputMethodEvent("세", []))
    assert pane.card.entry.offered() == ["Yoon Se-ryeong"]
    press(Qt.Key.Key_Escape)
    assert pane.card.entry.offered() == []


def test_what_is_being_typed_is_kept_at_a_pause_and_comes_back(
    qtbot: QtBot, screen: MeetingsScreen, pane: RunPane
) -> None:
    press(Qt.Key.Key_Return)
    write("Half a sentence")
    with qtbot.waitSignal(desk_of(screen).unfinished, timeout=1000):
        pass
    owner = record(screen).items[0].id
    assert desk_of(screen).draft(f"agenda_item/{owner}/new_note") == "Half a sentence"
    press(Qt.Key.Key_F7)  # it goes along, and is kept there
    assert pane.card.entry.text() == "Half a sentence"
    assert desk_of(screen).draft(f"agenda_item/{owner}/new_action") == "Half a sentence"
    assert desk_of(screen).draft(f"agenda_item/{owner}/new_note") is None


def test_who_was_there_is_ticked(screen: MeetingsScreen, pane: RunPane) -> None:
    first, *others = pane.present.ticks()
    assert first.accessibleName().endswith("not noted yet")
    assert pane.present._legend.isVisibleTo(screen)
    states = {True: "Checked", False: "Unchecked", None: "PartiallyChecked"}
    for there in (True, False, None, True):
        QTest.keyClick(first, Qt.Key.Key_Space)
        assert record(screen).entry.people[0].attended is there
        assert first.checkState() is Qt.CheckState[states[there]]
    QTest.mouseClick(pane.present.all, Qt.MouseButton.LeftButton)
    assert all(person.attended for person in record(screen).entry.people)
    assert not pane.present.all.isVisibleTo(screen)
    assert not pane.present._legend.isVisibleTo(screen)
    desk_of(screen).undo()
    assert [tick.person.attended for tick in others] == [None] * len(others)


def test_a_meeting_that_is_gone_shuts_its_page(screen: MeetingsScreen) -> None:
    press(Qt.Key.Key_Return)
    write("Half a")
    desk_of(screen).do("Delete", delete_entry, screen.page.entry_id)
    assert not screen.is_page


def test_nothing_can_be_written_where_the_file_is_read(qapp: QApplication, tmp_path: Path) -> None:
    apply_theme(qapp, "light")
    with room(tmp_path, read_only=True) as screen:
        open_page(screen)
        screen.page.phases.select(RUN)
        settle()
        pane = screen.page.late.record.run
        QTest.keyClick(pane.agenda, Qt.Key.Key_Space)
        assert record(screen).items[0].ticked_at is None
        assert not pane.card.entry.isVisibleTo(screen)
        assert not pane.card.notes.new.isVisibleTo(screen)
        assert not pane.present.ticks()[0].isEnabled()
        screen.leave()


def test_a_note_and_a_decision_are_put_in_order_by_keys_and_moved_to_another_item_by_the_menu(
    screen: MeetingsScreen, pane: RunPane
) -> None:
    card = pane.under_item
    for lines, texts in ((card.notes, ("First", "Second")), (card.decisions, ("Agreed", "And agreed"))):
        for text in texts:
            lines.begin()
            write(text)
            press(Qt.Key.Key_Return)
    first, second = record(screen).items[:2]
    assert [point.text for point in first.points] == ["First", "Second"]
    row = card.notes.rows()[1]
    row.field.words.setFocus()
    QTest.keyClick(row.field.words, Qt.Key.Key_Up, _ALT)
    assert [point.text for point in record(screen).items[0].points] == ["Second", "First"]
    before = desk_of(screen).ask(contents)
    for lines, place in ((card.notes, f"2 · {second.heading}"), (card.decisions, "Off the agenda")):
        row = lines.rows()[0]
        QTest.keyClick(row.more, Qt.Key.Key_Space)
        move_to(place)
    after = record(screen)
    assert [point.text for point in after.items[1].points] == ["Second"]
    assert [point.text for point in after.items[0].points] == ["First"]
    assert [decision.text for decision in after.alone.decisions] == ["Agreed"]
    step = desk_of(screen).next_undo()
    assert step is not None
    assert step.label == "Move the decision “Agreed” to another item"
    desk_of(screen).undo()
    desk_of(screen).undo()
    assert desk_of(screen).ask(contents) == before


def move_to(place: str) -> None:
    """Choose a place in the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (elsewhere,) = (each.menu() for each in menu.actions() if each.menu())
    assert isinstance(elsewhere, QMenu)
    action = next(each for each in elsewhere.actions() if each.text() == place)
    menu.close()
    action.trigger()
    settle()
