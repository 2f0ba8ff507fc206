"""The seating plan under the hand: by rule, by mouse, by keys, by menus; each act one step of undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.planning.verbs.people_at import remove_participant
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.screens.meetings.seating.part import SeatingPart
from app.ui.theme.style import apply_theme
from tests.helpers.planner import contents
from tests.ui.meetings.rooms import NASA, desk_of, open_page, room, settle
from tests.ui.meetings.seating.tables import call, chair, drag, free, plan_of, seating_of, words_of

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(qapp: QApplication, tmp_path: Path) -> Iterator[MeetingsScreen]:
    apply_theme(qapp, "light")
    with room(tmp_path) as made:
        yield made


@pytest.fixture
def part(screen: MeetingsScreen) -> SeatingPart:
    """The seating of four of ours and three hosts, seated by protocol."""
    made = seating_of(screen, call(screen, 4, 3))
    QTest.mouseClick(made.rule.seat, Qt.MouseButton.LeftButton)
    settle()
    return made


def names(screen: MeetingsScreen, row: str) -> list[str]:
    return [one.name for one in plan_of(screen).row(row)]


OURS = ["Lee ours", "Kim ours", "Choi ours", "Park ours"]
HOST = ["Lee host", "Kim host", "Park host"]


def test_everybody_waits_and_is_seated_by_protocol_in_one_step(screen: MeetingsScreen) -> None:
    part = seating_of(screen, call(screen, 4, 3))
    assert len(part.board.waiting.pool.chairs) == 7
    assert "7 people" in part.board.waiting.said()
    assert part.order == ""
    assert not part.clear_button.isVisible()
    before = desk_of(screen).ask(contents)
    QTest.mouseClick(part.rule.seat, Qt.MouseButton.LeftButton)
    assert (names(screen, "ours"), names(screen, "host")) == (OURS, HOST)
    assert part.order == "Seated by protocol."
    step = desk_of(screen).next_undo()
    assert step is not None
    assert step.label == "Seat “Joint committee” by protocol"
    desk_of(screen).undo()
    assert desk_of(screen).ask(contents) == before
    assert len(part.board.waiting.pool.chairs) == 7


def test_nobody_there_leads_to_where_people_are_added(screen: MeetingsScreen) -> None:
    part = seating_of(screen, call(screen, 0, 0))
    assert part.people.isVisible()
    QTest.mouseClick(part.people, Qt.MouseButton.LeftButton)
    assert screen.page.parts.current() == "agenda"
    assert screen.page.prepared.sides.panels[0].add.hasFocus()


def test_a_drag_onto_a_taken_chair_has_both_change_places(screen: MeetingsScreen, part: SeatingPart) -> None:
    desk, board = desk_of(screen), part.board
    before = desk.ask(contents)
    drag(chair(board, "Park ours"), chair(board, "Lee ours"), drop=False)
    assert board.carries
    assert board.landing == "Changes places with Lee ours"
    QTest.mouseRelease(chair(board, "Park ours"), Qt.MouseButton.LeftButton, pos=_over(board, "Park", "Lee"))
    assert names(screen, "ours") == ["Park ours", "Kim ours", "Choi ours", "Lee ours"]
    assert part.order == "2 seats depart from the protocol order."
    assert "Lee ours: Our row, seat 4. By protocol: Our row, seat 1." in part.details
    step = desk.next_undo()
    assert step is not None
    assert step.label == "Park ours and Lee ours change places"
    desk.undo()
    assert desk.ask(contents) == before
    assert part.order == "Seated by protocol."


def _over(board: QWidget, one: str, other: str) -> QPoint:
    source, target = chair(board, f"{one} ours"), chair(board, f"{other} ours")  # type: ignore[arg-type]
    return source.mapFromGlobal(target.mapToGlobal(QPoint(30, 20)))


def test_a_drag_to_a_free_chair_and_off_the_table(screen: MeetingsScreen, part: SeatingPart) -> None:
    desk, board = desk_of(screen), part.board
    before = desk.ask(contents)
    drag(chair(board, "Choi ours"), free(board, "behind"))
    assert names(screen, "behind") == ["Choi ours"]
    drag(chair(board, "Park host"), board.waiting.mapToGlobal(QPoint(60, 10)))
    assert [one.name for one in plan_of(screen).unseated] == ["Park host"]
    drag(chair(board, "Park host"), chair(board, "Lee host"))
    assert [one.name for one in plan_of(screen).unseated] == ["Lee host"]
    drag(chair(board, "Lee host"), free(board, "ours"))
    assert plan_of(screen).unseated == ()
    for _step in range(4):
        desk.undo()
    assert desk.ask(contents) == before


def test_what_the_ghost_says_stays_on_the_board(part: SeatingPart) -> None:
    board = part.board
    last = max(board.table.pool.chairs, key=lambda one: one.x())
    drag(chair(board, "Kim ours"), last.mapToGlobal(last.rect().center()), drop=False)
    assert board.landing
    assert board._ghost.geometry().right() <= board.rect().right()
    board.let_go()


def test_a_drag_is_let_go_by_escape_and_between_chairs(screen: MeetingsScreen, part: SeatingPart) -> None:
    board = part.board
    step = desk_of(screen).next_undo()
    source = chair(board, "Park ours")
    drag(source, chair(board, "Lee ours"), drop=False)
    source.setFocus()
    QTest.keyClick(source, Qt.Key.Key_Escape)
    assert not board.carries
    assert board.landing == ""
    QTest.mouseRelease(source, Qt.MouseButton.LeftButton, pos=_over(board, "Park", "Lee"))
    middle = board.table.mapToGlobal(board.table.rect().center())
    drag(source, middle)
    drag(source, board.mapToGlobal(QPoint(-60, 40)))
    assert desk_of(screen).next_undo() == step
    QTest.mouseClick(source, Qt.MouseButton.LeftButton)
    assert not board.carries
    assert board.current is source


def test_keys_walk_pick_up_put_down_and_take_away(screen: MeetingsScreen, part: SeatingPart) -> None:
    board = part.board
    chair(board, "Kim ours").setFocus()
    focused = chair(board, "Kim ours")
    QTest.keyClick(focused, Qt.Key.Key_Up)
    assert board.current is chair(board, "Kim host")
    QTest.keyClick(chair(board, "Kim host"), Qt.Key.Key_Right)
    assert board.current is chair(board, "Park host")
    QTest.keyClick(chair(board, "Park host"), Qt.Key.Key_Space)
    assert board.carries
    QTest.keyClick(chair(board, "Park host"), Qt.Key.Key_Left)
    QTest.keyClick(chair(board, "Kim host"), Qt.Key.Key_Return)
    assert names(screen, "host") == ["Lee host", "Park host", "Kim host"]
    assert board.current is chair(board, "Park host")  # the cursor goes along
    assert board.current.hasFocus()
    QTest.keyClick(chair(board, "Park host"), Qt.Key.Key_Right, _CTRL)
    assert names(screen, "host") == HOST
    QTest.keyClick(chair(board, "Park host"), Qt.Key.Key_Delete)
    assert [one.name for one in plan_of(screen).unseated] == ["Park host"]
    waits = chair(board, "Park host")
    waits.setFocus()
    QTest.keyClick(waits, Qt.Key.Key_Space)
    assert board.current is not None
    assert (board.current.seat.row, board.current.seat.sitter) == ("host", None)  # led to a free chair
    QTest.keyClick(board.current, Qt.Key.Key_Escape)
    assert waits.hasFocus()
    assert not board.carries


def test_tab_stops_once_at_the_plan_and_names_tell_all(part: SeatingPart) -> None:
    board = part.board
    strong = [one for one in board.chairs() if one.focusPolicy() is Qt.FocusPolicy.StrongFocus]
    assert strong == [board.current]
    name = chair(board, "Kim host").accessibleName()
    assert name.startswith("Host’s row, seat 2: Kim host, Director-General 0")
    assert name.endswith("Host side, Head of side")
    assert free(board, "behind").accessibleName() == "Behind us, seat 1: free"


def test_a_menu_offers_all_that_the_mouse_does(screen: MeetingsScreen, part: SeatingPart) -> None:
    board = part.board
    one = chair(board, "Park ours")
    menu = part._menus.of(one.seat, [each.seat for each in board.chairs()])
    assert words_of(menu) == ["Seat", "Change places with", "Take the seat away"]
    _choose(menu, "Take the seat away")
    assert [each.name for each in plan_of(screen).unseated] == ["Park ours"]
    menu = part._menus.of(free(board, "behind").seat, [each.seat for each in board.chairs()])
    assert words_of(menu) == ["Seat Park ours here"]
    _choose(menu, "Seat Park ours here")
    assert names(screen, "behind") == ["Park ours"]
    menu = part._menus.of(chair(board, "Park ours").seat, [each.seat for each in board.chairs()])
    swap = menu.actions()[1].menu()
    assert isinstance(swap, QMenu)
    assert "Kim host" in words_of(swap)
    _choose(swap, "Kim host")
    assert names(screen, "behind") == ["Kim host"]
    QTest.mouseClick(free(board, "behind"), Qt.MouseButton.LeftButton)
    assert QApplication.activePopupWidget() is None  # everybody sits


def _choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    settle()


def test_another_table_seats_those_who_sit_anew(screen: MeetingsScreen, part: SeatingPart) -> None:
    desk = desk_of(screen)
    before = desk.ask(contents)
    part.rule.shapes.select("round")
    assert list(plan_of(screen).rows) == ["round"]
    part.rule.shapes.select("horseshoe")
    assert set(plan_of(screen).rows) == {"head", "left", "right"}
    assert not [one for one in part.board.table.pool.chairs if one.seat.row == "head" and not one.seat.sitter]
    desk.undo()
    assert part.rule.shapes.current() == "round"
    desk.undo()
    assert part.rule.shapes.current() == "facing"
    assert desk.ask(contents) == before
    QTest.mouseClick(part.clear_button, Qt.MouseButton.LeftButton)
    assert dict(plan_of(screen).rows) == {}
    step = desk.next_undo()
    part.rule.shapes.select("round")  # nobody sits: nothing is written
    assert desk.next_undo() == step
    assert [one.seat.row for one in part.board.table.pool.chairs] == ["host_behind", "round", "behind"]
    QTest.mouseClick(part.rule.seat, Qt.MouseButton.LeftButton)
    assert list(plan_of(screen).rows) == ["round"]


def test_fewer_chairs_seat_the_lowest_behind_and_no_number_is_refused(
    screen: MeetingsScreen, part: SeatingPart
) -> None:
    told: list[tuple[str, bool]] = []
    part.told.connect(lambda words, undo: told.append((words, undo)))
    part.rule.chairs.setText("4")
    QTest.keyClick(part.rule.chairs, Qt.Key.Key_Return)
    assert [len(names(screen, row)) for row in ("ours", "host", "behind", "host_behind")] == [2, 2, 2, 1]
    assert part.order == "Seated by protocol."
    assert told == [("Seated by protocol.", True)]
    for text in ("many", "1"):
        part.rule.chairs.setText(text)
        QTest.mouseClick(part.rule.seat, Qt.MouseButton.LeftButton)
        assert told[-1][1] is False
        assert "200" in told[-1][0]


def test_who_comes_waits_and_who_leaves_takes_the_seat_along(
    screen: MeetingsScreen, part: SeatingPart
) -> None:
    desk_of(screen).do("Gone", remove_participant, chair(part.board, "Lee ours").seat.sitter.id)  # type: ignore[union-attr]
    assert "Lee ours" not in names(screen, "ours")
    desk_of(screen).undo()
    assert names(screen, "ours") == OURS
    screen.page.prepared.sides.panels[0]._make("Ahn Newcomer")
    settle()
    waiting = [one.seat.sitter.name for one in part.board.waiting.pool.chairs if one.seat.sitter]
    assert waiting == ["Ahn Newcomer"]


def test_a_reader_looks_and_changes_nothing(qapp: QApplication, tmp_path: Path) -> None:
    apply_theme(qapp, "light")
    with room(tmp_path, read_only=True) as screen:
        part = seating_of(screen, open_page(screen, NASA).entry.id)
        board = part.board
        assert all(one.seat.sitter for one in board.chairs())
        assert not part.rule.seat.isVisible()
        first = board.table.pool.chairs[0]
        drag(first, board.table.pool.chairs[1])
        for key in (Qt.Key.Key_Delete, Qt.Key.Key_Space):
            QTest.keyClick(first, key)
        assert not board.carries
