"""The programme on a real file: what one does, what stays where it was."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.domain.words import EntryStatus
from app.planning.verbs.entries import move_entry, set_parties
from app.planning.views.entry import entry_detail
from app.planning.views.programme import Line, programme
from app.planning.views.visits import choices
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.programme.bar import ProgrammeBar
from app.ui.screens.programme.screen import ProgrammeScreen
from app.ui.tables.model import TableModel
from app.ui.tables.view import Table
from app.ui.widgets.buttons import PrimaryButton
from tests.ui.planner import add, add_many, edit


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot, tmp_path: Path) -> ProgrammeScreen:
    preferences = Preferences(tmp_path / "window.ini")
    preferences.programme_form = "list"
    made = ProgrammeScreen(desk, preferences)
    qtbot.addWidget(made)
    made.resize(880, 600)
    with qtbot.waitExposed(made):
        made.show()
    _view(made).setFocus()
    return made


def _view(screen: ProgrammeScreen) -> Table:
    return screen.list().view


def _model(screen: ProgrammeScreen) -> TableModel:
    model = _view(screen).model()
    assert isinstance(model, TableModel)
    return model


def _index(screen: ProgrammeScreen, entry_id: str) -> QModelIndex:
    return _model(screen).index(_model(screen).place(entry_id), 0)


def _line(screen: ProgrammeScreen, entry_id: str) -> Line:
    line = screen.list().line(entry_id)
    assert line is not None
    return line


def _titles(screen: ProgrammeScreen) -> list[str]:
    view = _view(screen)
    return [view.row(row_id).title for row_id in view.ids()]


def _add_first(screen: ProgrammeScreen) -> PrimaryButton:
    """Return the button that is offered where there are no entries."""
    return next(each for each in screen.findChildren(PrimaryButton) if each.isVisible())


def test_an_empty_visit_has_its_days_and_takes_what_is_pasted(screen: ProgrammeScreen, desk: Desk) -> None:
    screen.show_form("visit")
    board = screen.board()
    assert board.isVisible()
    assert len(board.scene.plan.columns) == 12
    hint = _add_first(screen)
    QApplication.clipboard().setText("9:30 Arrival")
    board.view.setFocus()
    QTest.keyClick(board.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (line,) = desk.ask(programme, desk.visit_id).lines
    assert (line.title, line.start_wall) == ("Arrival", datetime(2024, 3, 25, 9, 30))
    assert not hint.isVisible()
    desk.undo()
    assert hint.isVisible()


def test_an_empty_programme_says_the_next_step(screen: ProgrammeScreen, desk: Desk) -> None:
    assert not _view(screen).isVisible()
    made: list[str] = []
    screen.entry_created.connect(made.append)
    QTest.mouseClick(_add_first(screen), Qt.MouseButton.LeftButton)
    assert _view(screen).isVisible()
    (line,) = desk.ask(programme, desk.visit_id).lines
    assert (line.title, line.start_wall, line.start_zone) == (
        "New entry",
        datetime(2024, 3, 25, 9),
        "Europe/Paris",
    )
    assert made == [line.id] == [screen.selected()]


def test_a_new_entry_follows_the_selected_one(screen: ProgrammeScreen, desk: Desk) -> None:
    first = add(desk, "First", datetime(2024, 3, 26, 9), 90)
    screen.select(first)
    QTest.keyClick(_view(screen), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    line = _line(screen, screen.selected())
    assert (line.title, line.start_wall, line.end_wall) == (
        "New entry",
        datetime(2024, 3, 26, 10, 30),
        datetime(2024, 3, 26, 11, 30),
    )


@pytest.mark.parametrize("form", ["day", "visit", "list"])
def test_a_new_entry_is_of_the_day_in_view_where_none_is_selected(
    screen: ProgrammeScreen, desk: Desk, form: str
) -> None:
    for day in range(25, 32):
        for hour in range(9, 18):
            add(desk, "Talk", datetime(2024, 3, day, hour))
    screen.show_form(form)
    QApplication.processEvents()
    if form == "list":
        screen.list().show_day(date(2024, 3, 28))
        screen.list().view.setCurrentIndex(QModelIndex())
    else:
        screen.board().view.set_zoom(600, 44)
        screen.board().days.show_day(date(2024, 3, 28))
        screen.board().selection.set(())
    QApplication.processEvents()
    assert screen.selected() == ""
    screen.create_entry()
    screen.leave()  # on the board it is added with its title
    made = desk.ask(entry_detail, screen.selected())
    assert (made.title, made.start_wall) == ("New entry", datetime(2024, 3, 28, 9))


def test_keys_copy_and_delete_and_undo_brings_back(screen: ProgrammeScreen, desk: Desk) -> None:
    first = add(desk, "Premier", datetime(2024, 3, 26, 9))
    screen.select(first)
    told: list[tuple[str, bool]] = []
    screen.told.connect(lambda text, undoable: told.append((text, undoable)))
    QTest.keyClick(_view(screen), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert _titles(screen) == ["Premier", "Premier"]
    assert screen.selected() not in {"", first}
    QTest.keyClick(_view(screen), Qt.Key.Key_Delete)
    assert _titles(screen) == ["Premier"]
    assert told == [("“Premier” deleted.", True)]
    desk.undo()
    assert _titles(screen) == ["Premier", "Premier"]


def test_arrows_pass_over_headings(screen: ProgrammeScreen, desk: Desk) -> None:
    ids = [
        add(desk, title, datetime(2024, 3, 26 + n, 9))
        for n, title in enumerate(("Ankunft", "Bonn", "Cottbus"))
    ]
    screen.select(ids[0])
    seen: list[str] = []
    screen.entry_selected.connect(seen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(_view(screen), key)
    assert seen == [ids[1], ids[2], ids[0]]


def test_selection_and_scroll_survive_edits_and_undo(screen: ProgrammeScreen, desk: Desk) -> None:
    ids = desk.do("Many", add_many, desk.visit_id, 120)
    screen.select(ids[70])
    bar = _view(screen).verticalScrollBar()
    QApplication.processEvents()
    place = bar.value()
    assert place > 0
    edit(desk, ids[71], title="Renamed")
    desk.do("Move", move_entry, ids[75], start_wall=datetime(2024, 3, 27, 20))
    QApplication.processEvents()
    assert (screen.selected(), bar.value()) == (ids[70], place)
    desk.undo()
    desk.undo()
    QApplication.processEvents()
    assert (screen.selected(), bar.value()) == (ids[70], place)


def test_an_edit_among_500_touches_its_row_alone(screen: ProgrammeScreen, desk: Desk) -> None:
    ids = desk.do("Many", add_many, desk.visit_id, 500)
    model = _model(screen)
    touched: list[int] = []
    steps: list[str] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        touched.extend(range(first.row(), last.row() + 1))

    model.dataChanged.connect(note)
    for signal, name in (
        (model.modelReset, "reset"),
        (model.rowsInserted, "insert"),
        (model.rowsRemoved, "remove"),
        (model.rowsMoved, "move"),
    ):
        signal.connect(lambda *_args, name=name: steps.append(name))
    edit(desk, ids[250], title="Renamed")
    assert touched == [model.place(ids[250])]
    assert steps == []
    touched.clear()
    party = desk.ask(choices, desk.visit_id).parties[0]
    desk.do("For", set_parties, ids[250], party_ids=frozenset({party.id}))
    assert touched == [model.place(ids[250])]
    assert steps == []
    desk.do("Move", move_entry, ids[250], start_wall=datetime(2024, 4, 1, 23))
    assert steps == ["move"]


class _Painted(QObject):
    """Notes what a widget is asked to paint."""

    def __init__(self) -> None:
        super().__init__()
        self.rects: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.region().boundingRect())
        return super().eventFilter(watched, event)


def test_an_edit_paints_its_row_alone(screen: ProgrammeScreen, desk: Desk) -> None:
    ids = desk.do("Many", add_many, desk.visit_id, 60)
    view = _view(screen)
    for _round in range(3):  # the list comes into view, and then has the room it wants
        QApplication.processEvents()
    painted = _Painted()
    view.viewport().installEventFilter(painted)
    edit(desk, ids[3], title="Renamed")
    QApplication.processEvents()
    row = view.visualRect(_index(screen, ids[3]).siblingAtColumn(view._head.shown()[0]))
    assert [(rect.top(), rect.height()) for rect in painted.rects] == [(row.top(), row.height())]


def test_a_hidden_screen_asks_only_when_it_is_shown(screen: ProgrammeScreen, desk: Desk) -> None:
    first = add(desk, "Before", datetime(2024, 3, 26, 9))
    screen.hide()
    edit(desk, first, title="After")
    assert _titles(screen) == ["Before"]
    screen.show()
    assert _titles(screen) == ["After"]


def test_status_by_menu(screen: ProgrammeScreen, desk: Desk, qtbot: QtBot) -> None:
    first = add(desk, "First", datetime(2024, 3, 26, 9))
    screen.select(first)
    view = _view(screen)
    view.customContextMenuRequested.emit(view.visualRect(_index(screen, first)).center())
    menu = screen.findChild(QMenu)
    assert isinstance(menu, QMenu)
    words = {action.text(): action for action in menu.actions()}
    assert next(iter(words)) == "Add entry"
    menu.close()
    words["Mark as cancelled"].trigger()
    assert _line(screen, first).status is EntryStatus.CANCELLED
    words["Mark as confirmed"].trigger()
    assert _line(screen, first).status is EntryStatus.CONFIRMED
    words["Mark as tentative"].trigger()
    assert _line(screen, first).status is EntryStatus.TENTATIVE
    qtbot.wait(1)


def test_the_clock_at_home_can_lead(screen: ProgrammeScreen, desk: Desk) -> None:
    first = add(desk, "First", datetime(2024, 3, 26, 9))
    bar = screen.findChild(ProgrammeBar)
    assert isinstance(bar, ProgrammeBar)
    control = bar.clocks
    assert control.button("home").words() == "Seoul time"
    assert _said(screen, first)[:3] == ["09:00", "10:00", "17:00–18:00"]
    control.select("home")
    assert _said(screen, first)[:3] == ["17:00", "18:00", "09:00–10:00"]


def _said(screen: ProgrammeScreen, entry_id: str) -> list[str]:
    """Return what the columns in view say of an entry, as a screen reader has it."""
    model, at = _model(screen), _index(screen, entry_id).row()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(at, column).data(role)) for column in _view(screen)._head.shown()]


def test_tab_reaches_clocks_and_adding_before_the_list(screen: ProgrammeScreen, desk: Desk) -> None:
    add(desk, "First", datetime(2024, 3, 26, 9))
    _view(screen).setFocus()
    reached: list[str] = []
    while "Programme" not in reached:
        QTest.keyClick(screen.focusWidget() or screen, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
    assert reached[0] == "Columns"
    assert reached[2:] == [
        *("Local time", "Add entry", "More for this programme"),
        *("How the list is grouped", "Filter the list", "Programme"),
    ]
