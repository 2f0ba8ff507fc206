"""The brief on a meeting's page: paragraphs by section, who drafts it, and its clearance."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.domain.words import BriefSection
from app.ui.screens.meetings.brief_pane import BriefPane
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.theme.style import apply_theme
from tests.ui.meetings.rooms import desk_of, meeting_of, open_page, room, settle


@pytest.fixture
def screen(qapp: QApplication, tmp_path: Path) -> Iterator[MeetingsScreen]:
    apply_theme(qapp, "light")
    with room(tmp_path) as made:
        open_page(made)
        made.page.parts.select("brief")
        settle()
        yield made


@pytest.fixture
def pane(screen: MeetingsScreen) -> BriefPane:
    return screen.page.late.brief


def texts(screen: MeetingsScreen, section: BriefSection) -> list[str]:
    return [paragraph.text for paragraph in meeting_of(screen).brief.section(section)]


def test_a_paragraph_takes_the_clearance_back_and_the_brief_is_cleared_again(
    screen: MeetingsScreen, pane: BriefPane
) -> None:
    assert pane.reopen.isVisibleTo(pane)
    new = pane.sections[BriefSection.SCENE].new
    new.setFocus()
    QTest.keyClicks(new, "They are new in office.")
    QTest.keyClick(new, Qt.Key.Key_Return)
    assert texts(screen, BriefSection.SCENE)[-1] == "They are new in office."
    assert meeting_of(screen).brief.cleared_at is None
    assert not pane.reopen.isVisibleTo(pane)
    pane.clearer.setFocus()
    QTest.keyClicks(pane.clearer, "Yoon Se-ryeong")
    QTest.keyClick(pane.clearer, Qt.Key.Key_Return)
    assert meeting_of(screen).brief.cleared_by == "Yoon Se-ryeong"
    assert pane._state.text().startswith("Cleared by Yoon Se-ryeong on ")
    QTest.mouseClick(pane.reopen, Qt.MouseButton.LeftButton)
    assert meeting_of(screen).brief.cleared_at is None


def test_a_changed_word_takes_the_clearance_back_which_is_said_and_undo_brings_it_again(
    screen: MeetingsScreen, pane: BriefPane
) -> None:
    cleared = meeting_of(screen).brief
    told: list[tuple[str, bool]] = []
    screen.told.connect(lambda words, undo: told.append((words, undo)))
    row = pane.sections[BriefSection.PURPOSE].rows()[0]
    row.field.words.setFocus()
    QTest.keyClicks(row.field.words, "Now: ")
    pane.clearer.setFocus()
    pane.leave()
    assert meeting_of(screen).brief.cleared_at is None
    said = "The brief was cleared by {name}. As its words changed, it is to be cleared again."
    assert told == [(said.format(name=cleared.cleared_by), True)]
    assert pane._state.text().startswith("Not cleared.")
    desk_of(screen).undo()
    assert meeting_of(screen).brief == cleared
    assert pane._state.text().startswith(f"Cleared by {cleared.cleared_by} on ")
    pane.reopen.click()
    desk_of(screen).undo()
    assert len(told) == 1  # who takes it back by the button need not be told


def test_a_paragraph_has_emphasis_and_a_list_by_keys(screen: MeetingsScreen, pane: BriefPane) -> None:
    new = pane.sections[BriefSection.SCENE].new
    new.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClicks(new, "Bring now")
    QTest.keyClick(new, Qt.Key.Key_B, control)
    QTest.keyClick(new, Qt.Key.Key_End)
    QTest.keyClicks(new, ":")
    QTest.keyClick(new, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(new, "- the ")
    QTest.keyClick(new, Qt.Key.Key_I, control)
    QTest.keyClicks(new, "map")
    assert new.toPlainText() == "Bring **now**:\n- the *map*"
    QTest.keyClick(new, Qt.Key.Key_Return)
    assert texts(screen, BriefSection.SCENE)[-1] == "Bring **now**:\n- the *map*"
    words = pane.sections[BriefSection.SCENE].rows()[-1].field.words
    words.setFocus()
    QTest.keyClick(words, Qt.Key.Key_Home, control)
    QTest.keyClick(words, Qt.Key.Key_B, control)
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert texts(screen, BriefSection.SCENE)[-1] == "**Bring** **now**:\n- the *map*"
    desk_of(screen).undo()
    assert texts(screen, BriefSection.SCENE)[-1] == "Bring **now**:\n- the *map*"


def test_nobody_clears_nothing(qtbot: QtBot, screen: MeetingsScreen, pane: BriefPane) -> None:
    QTest.mouseClick(pane.reopen, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(screen.told) as told:
        QTest.mouseClick(pane.clear_button, Qt.MouseButton.LeftButton)
    assert told.args == ["Say who clears the brief.", False]
    assert pane.clearer.hasFocus()


def test_a_paragraph_moves_to_another_section(screen: MeetingsScreen, pane: BriefPane) -> None:
    row = pane.sections[BriefSection.PURPOSE].rows()[0]
    text = row.shown.text
    QTest.keyClick(row.more, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Background").trigger()
    menu.close()
    assert texts(screen, BriefSection.PURPOSE) == []
    assert texts(screen, BriefSection.BACKGROUND)[-1] == text
    desk_of(screen).undo()
    assert texts(screen, BriefSection.PURPOSE) == [text]


def test_the_first_word_makes_the_brief_of_a_new_meeting(screen: MeetingsScreen, pane: BriefPane) -> None:
    screen.create_row()
    screen.page.parts.select("brief")
    assert meeting_of(screen).brief.brief_id is None
    assert not pane.clear_button.isVisibleTo(pane)
    line = pane.asked_by.editor
    assert isinstance(line, QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "The host")
    pane.due_on.editor.setFocus()
    QTest.keyClicks(pane.due_on.editor, "20 Jan 2024")
    pane.drafter.box.setFocus()
    QTest.keyClicks(pane.drafter.box, "Bae")
    QTest.keyClick(pane.drafter.box, Qt.Key.Key_Return)
    brief = meeting_of(screen).brief
    assert (brief.asked_by, str(brief.due_on), brief.drafter) == ("The host", "2024-01-20", "Bae Yun-seok")


def test_a_day_that_is_none_is_told_at_its_field(screen: MeetingsScreen, pane: BriefPane) -> None:
    line = pane.due_on.editor
    assert isinstance(line, QLineEdit)
    before = meeting_of(screen).brief.due_on
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "some day")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert pane.due_on.error().startswith("Write a day")
    assert (line.text(), meeting_of(screen).brief.due_on) == ("some day", before)
