"""The board beside the drawer that comes over it in a small window: nothing that matters lies under it."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.screens.programme.board.view import BoardView
from app.ui.screens.programme.screen import ProgrammeScreen
from app.ui.window.frame import PlannerFrame
from tests.ui.languages.tour import settle
from tests.ui.windows import Windows

SMALL = (1024, 700)
_STOPS = 60


def room(windows: Windows) -> tuple[PlannerFrame, ProgrammeScreen]:
    frame = windows.frame(SMALL)
    frame.enter("programme")
    settle()
    screen = frame.findChild(ProgrammeScreen)
    assert screen is not None
    return frame, screen


def pull(frame: PlannerFrame, screen: ProgrammeScreen, title: str) -> QRect:
    """Click an entry, which brings the drawer, and return where that lies."""
    view = screen.board().view
    (line,) = [each for each in screen.board().scene.lines.values() if each.title.startswith(title)]
    view.reveal(line.id)
    at = view.mapFromScene(view.board.blocks(line.id)[0].rect().center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    settle()
    assert view.selection.current == line.id
    assert frame.panes.is_drawer
    assert frame.panes.inspector_is_shown()
    return globally(frame.panes.holder)


def globally(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint()), widget.size())


def current(view: BoardView) -> QRect:
    """Return where the selected entry's first box is seen."""
    box = view.mapFromScene(view.board.blocks(view.selection.current)[0].rect()).boundingRect()
    return QRect(view.viewport().mapToGlobal(box.topLeft()), box.size())


def test_what_is_selected_is_never_under_the_drawer(windows: Windows) -> None:
    frame, screen = room(windows)
    drawer = pull(frame, screen, "Planetary data")
    view = screen.board().view
    assert not drawer.intersects(current(view))
    seen = set()
    for _stop in range(_STOPS):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        QApplication.processEvents()
        seen.add(view.selection.current)
        assert globally(view.viewport()).contains(current(view).topLeft())
        assert not drawer.intersects(current(view))
    assert len(seen) > _STOPS - 10  # after the last the keys go on to the next widget
    before = view.viewport().width()
    frame.panes.hide_inspector()
    settle()
    assert view.viewport().width() == before + drawer.width()


def test_beside_the_inspector_the_board_has_all_its_room(windows: Windows) -> None:
    frame = windows.frame()
    frame.enter("programme")
    settle()
    screen = frame.findChild(ProgrammeScreen)
    assert screen is not None
    assert not frame.panes.is_drawer
    assert screen.board().mapTo(screen, QPoint()).x() == 0
    assert screen.board().width() == screen.width()


def test_the_ways_of_a_day_are_added_beside_the_drawer(windows: Windows) -> None:
    frame, screen = room(windows)
    drawer = pull(frame, screen, "NASA Headquarters")
    screen.open_ways()
    settle()
    buttons = [each for each in screen.ways.findChildren(QWidget) if each.focusPolicy() and each.isVisible()]
    assert len(buttons) > 2
    assert not any(drawer.intersects(globally(each)) for each in buttons)
