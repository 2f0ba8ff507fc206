"""Drawing an entry and typing its title is one act: nothing is added before, and one step takes it back."""

from datetime import date, datetime
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from app.domain.errors import DataError
from app.planning.verbs.visits import create_visit
from app.planning.views.programme import programme
from app.ui.desk import Desk
from app.ui.screens.programme.bar import ProgrammeBar
from app.ui.widgets.empty import EmptyState
from tests.ui.planner import add
from tests.ui.programme.board.hand import CTRL, BoardHand
from tests.ui.programme.board.steps import Told, everything, labels

WED = date(2024, 3, 27)
_Key = Qt.Key


def draw(hand: BoardHand) -> QLineEdit:
    """Draw an entry on empty ground, and return the field in which its title is typed."""
    hand.drag(hand.spot(WED, "09:00"), hand.spot(WED, "10:30"))
    return editor(hand)


def editor(hand: BoardHand) -> QLineEdit:
    """Return the field, which has the keys."""
    (field,) = hand.view.viewport().findChildren(QLineEdit)
    assert field.isVisible()
    assert field.hasFocus()
    return field


def titles(desk: Desk) -> list[str]:
    return sorted(line.title for line in desk.ask(programme, desk.visit_id).lines)


def test_what_is_drawn_and_titled_is_one_step(hand: BoardHand, desk: Desk) -> None:
    before, steps = everything(desk), labels(desk)
    field = draw(hand)
    assert (everything(desk), labels(desk)) == (before, steps)
    assert (field.text(), field.placeholderText()) == ("", "New entry")
    made = hand.title("ESA")
    assert (hand.line(made).title, hand.walls(made)[0]) == ("ESA", datetime(2024, 3, 27, 9))
    assert hand.view.hasFocus()
    assert labels(desk) == ["Add an entry", *steps]
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    assert hand.line(made).title == "ESA"


@pytest.mark.parametrize("words", ["", "Typed"])
def test_escape_lets_go_and_nothing_was_added(hand: BoardHand, desk: Desk, words: str) -> None:
    before, steps = everything(desk), labels(desk)
    field = draw(hand)
    QTest.keyClicks(field, words)
    hand.key(_Key.Key_Escape, widget=field)
    assert (everything(desk), labels(desk)) == (before, steps)
    assert not field.isVisible()
    assert hand.view.hasFocus()
    hand.key(_Key.Key_Escape)
    assert desk.next_redo() is None


@pytest.mark.parametrize(("words", "title"), [("ESA", "ESA"), ("", "New entry"), ("  ", "New entry")])
def test_a_press_elsewhere_adds_it(hand: BoardHand, desk: Desk, meeting: str, words: str, title: str) -> None:
    QTest.keyClicks(draw(hand), words)
    hand.click(hand.middle(meeting))
    assert titles(desk) == sorted(("CNES", title))
    assert hand.screen.selected() == meeting
    assert len(labels(desk)) == 3


def test_another_act_finds_it_added(hand: BoardHand, desk: Desk) -> None:
    field = draw(hand)
    QTest.keyClicks(field, "ESA")
    hand.key(_Key.Key_D, CTRL, field)
    assert titles(desk) == ["CNES", "ESA", "ESA"]
    assert labels(desk)[:2] == ["Copy “ESA”", "Add an entry"]


def test_another_form_finds_it_added(hand: BoardHand, desk: Desk) -> None:
    QTest.keyClicks(draw(hand), "ESA")
    hand.screen.show_form("list")
    assert titles(desk) == ["CNES", "ESA"]


def test_another_visit_leaves_it_to_its_own(hand: BoardHand, desk: Desk) -> None:
    own = desk.visit_id
    where = {"home_city": "Seoul", "home_zone": "Asia/Seoul"}
    other = desk.do("Other", partial(create_visit, title="Other", starts_on=WED, ends_on=WED, **where))
    QTest.keyClicks(draw(hand), "ESA")
    desk.show_visit(other)
    assert titles(desk) == []
    desk.show_visit(own)
    assert titles(desk) == ["CNES", "ESA"]


def test_what_was_typed_outlives_a_refusal(
    hand: BoardHand, desk: Desk, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_fields: object) -> None:
        raise DataError("write_failed", path="visit.aide", detail="full")

    field = draw(hand)
    with monkeypatch.context() as patched:
        patched.setattr("app.planning.new_entry.create_entry", refuse)
        hand.title("ESA")
    assert len(told.words) == 1
    assert editor(hand).text() == "ESA"
    assert titles(desk) == ["CNES"]
    hand.key(_Key.Key_Return, widget=field)
    assert titles(desk) == ["CNES", "ESA"]


def test_the_key_for_a_new_entry_draws_it_after_the_selected_one(
    hand: BoardHand, desk: Desk, meeting: str
) -> None:
    hand.click(hand.middle(meeting))
    before = labels(desk)
    made: list[str] = []
    hand.screen.entry_created.connect(made.append)
    hand.key(_Key.Key_N, CTRL)
    assert labels(desk) == before
    line = hand.line(hand.title("Lunch"))
    assert (line.title, line.start_wall) == ("Lunch", datetime(2024, 3, 26, 11))
    assert labels(desk) == ["Add an entry", *before]
    assert made == []  # its title was typed on the board, not in the inspector


def test_beyond_the_board_it_is_added_first(hand: BoardHand, desk: Desk) -> None:
    far = add(desk, "Far", datetime(2024, 9, 1, 10))
    assert far in hand.view.board.beyond()
    hand.view.selection.set([far])
    hand.view.setFocus()
    made: list[str] = []
    hand.screen.entry_created.connect(made.append)
    hand.key(_Key.Key_N, CTRL)
    assert made == [hand.screen.selected()]
    assert titles(desk) == ["CNES", "Far", "New entry"]


def test_the_field_and_its_box_go_along(hand: BoardHand, desk: Desk) -> None:
    field = draw(hand)
    bar = hand.screen.findChild(ProgrammeBar)
    assert isinstance(bar, ProgrammeBar)
    for change in (
        lambda: hand.view.zoom.by(1.3),
        lambda: bar.lanes.setChecked(True),
        lambda: add(desk, "Else", datetime(2024, 3, 25, 9)),
    ):
        change()
        spot = hand.view.mapFromScene(hand.spot(WED, "09:00"))
        assert abs(field.geometry().top() - spot.y()) <= 2
        assert field.isVisible()
    made = hand.title("ESA")
    assert hand.walls(made)[0] == datetime(2024, 3, 27, 9)


def test_the_menu_of_the_field_does_not_end_the_typing(hand: BoardHand, desk: Desk) -> None:
    field = draw(hand)
    QTest.keyClicks(field, "ES")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), field.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(field, event)
    (menu,) = [each for each in field.findChildren(QMenu) if each.isVisible()]
    assert titles(desk) == ["CNES"]
    menu.close()
    hand.title("A")
    assert titles(desk) == ["CNES", "ESA"]


def test_the_hint_of_an_empty_board_makes_room_for_what_is_drawn(
    hand: BoardHand, desk: Desk, meeting: str
) -> None:
    hand.click(hand.middle(meeting))
    hand.key(_Key.Key_Delete)
    (hint,) = hand.pane.findChildren(EmptyState)
    assert hint.isVisible()
    field = draw(hand)
    assert not hint.isVisible()
    hand.key(_Key.Key_Escape, widget=field)
    assert hint.isVisible()
    assert titles(desk) == []
