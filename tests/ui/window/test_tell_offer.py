"""After a move the toast offers to tell those whom it concerns, and leads to the room of telling."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.words import VisitState
from app.planning.verbs.visits import edit_visit
from app.ui.screens.programme.screen import ProgrammeScreen
from app.ui.screens.tell.screen import TellScreen
from app.ui.widgets.buttons import PlainButton
from app.ui.window.frame import PlannerFrame
from tests.ui.windows import Windows

_MEETING = "NASA Headquarters — bilateral"


def _moved(windows: Windows, state: VisitState) -> PlannerFrame:
    """Open the sample and move a meeting by an arrow."""
    frame = windows.frame()
    desk = frame.desk
    desk.do("State", edit_visit, desk.visit_id, state=state)
    screen = frame.findChild(ProgrammeScreen)
    assert isinstance(screen, ProgrammeScreen)
    screen.show_form("visit")
    lines = screen.board().scene.lines.values()
    screen.select(next(line.id for line in lines if line.title == _MEETING))
    screen.board().view.setFocus()
    QTest.keyClick(screen.board().view, Qt.Key.Key_Down)
    return frame


def _offers(frame: PlannerFrame) -> list[str]:
    buttons = frame.toast.findChildren(PlainButton)
    return [button.words() for button in buttons if button.isVisible()]


def test_after_a_move_those_concerned_can_be_told(windows: Windows, qtbot: QtBot) -> None:
    frame = _moved(windows, VisitState.CONFIRMED)
    told = f"“{_MEETING}” moved to Tue 23 Jan, 09:35. “Depart hotel for NASA HQ” moved along."
    assert frame.toast.shows(told)
    assert _offers(frame) == ["Undo"]
    qtbot.waitUntil(lambda: len(_offers(frame)) == 2)
    (words,) = [words for words in _offers(frame) if words.startswith("Tell ")]
    button = next(each for each in frame.toast.findChildren(PlainButton) if each.words() == words)
    step = frame.desk.next_undo()
    assert step is not None
    button.click()
    assert frame.room == "tell"
    tell = frame.findChild(TellScreen)
    assert isinstance(tell, TellScreen)
    assert tell.since.step() == step.number
    assert words == f"Tell {len(tell.people.ids())} people"


def test_undo_in_the_toast_takes_the_move_back(windows: Windows) -> None:
    frame = _moved(windows, VisitState.CONFIRMED)
    next(each for each in frame.toast.findChildren(PlainButton) if each.words() == "Undo").click()
    assert frame.toast.shows(f"Undone: Move “{_MEETING}”")


def test_nobody_is_to_be_told_of_a_draft(windows: Windows) -> None:
    frame = _moved(windows, VisitState.DRAFT)
    frame._tell_offer._offer()
    QApplication.processEvents()
    assert _offers(frame) == ["Undo"]
