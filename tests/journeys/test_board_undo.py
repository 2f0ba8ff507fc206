"""Each kind of act on the programme is one step with a name: undo takes it back whole, redo does it again."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.words import EntryStatus
from app.ui.forms.field import Field
from app.ui.inspector.inspector import EntryInspector
from app.ui.inspector.leg import LegEndField
from app.ui.screens.programme.panels.days import ShiftVisit
from app.ui.screens.programme.panels.later import ShiftLater
from app.ui.screens.programme.panels.tying import TiePanel
from tests.journeys.board import BILATERAL, CAR, Spoken, choose, hand_on, id_of
from tests.ui.programme.board.hand import ALT, CTRL, SHIFT, BoardHand
from tests.ui.windows import Windows

_Key = Qt.Key


def _by_mouse(hand: BoardHand) -> None:
    start = hand.middle(id_of(hand, BILATERAL))
    hand.drag(start, hand.by_minutes(start, 90))


def _to_another_day(hand: BoardHand) -> None:
    hand.drag(hand.middle(id_of(hand, BILATERAL)), hand.spot(date(2024, 1, 24), "20:00"))


def _edge(hand: BoardHand) -> None:
    edge = hand.edge(id_of(hand, BILATERAL), end=False)
    hand.drag(edge, hand.by_minutes(edge, -30))


def _draw(hand: BoardHand) -> None:
    hand.drag(hand.spot(date(2024, 1, 23), "05:00"), hand.spot(date(2024, 1, 23), "06:30"))
    hand.title("Coffee")


def _copy(hand: BoardHand) -> None:
    hand.drag(hand.middle(id_of(hand, BILATERAL)), hand.spot(date(2024, 1, 24), "06:00"), ALT)


def _nudge(hand: BoardHand) -> None:
    choose(hand, BILATERAL)
    hand.hold(_Key.Key_Down, 7)
    hand.let_up(_Key.Key_Down)


def _stretch(hand: BoardHand) -> None:
    choose(hand, BILATERAL)
    hand.key(_Key.Key_Down, SHIFT)


def _delete(hand: BoardHand) -> None:
    choose(hand, BILATERAL)
    hand.key(_Key.Key_Delete)


def _retitle(hand: BoardHand) -> None:
    hand.double_click(hand.middle(choose(hand, BILATERAL)))
    QTest.keyClicks(hand.pane.titling.editor, "Talks")
    QTest.keyClick(hand.pane.titling.editor, _Key.Key_Return)


def _paste(hand: BoardHand) -> None:
    choose(hand, BILATERAL)
    QApplication.clipboard().setText("16:00 Coffee\n17:00–18:00 Tea · NASA Headquarters")
    hand.key(_Key.Key_V, CTRL)


def _cut(hand: BoardHand) -> None:
    choose(hand, BILATERAL)
    hand.key(_Key.Key_X, CTRL)
    choose(hand, "Lunch, Korean")
    hand.key(_Key.Key_V, CTRL)


def _later(hand: BoardHand) -> None:
    choose(hand, BILATERAL)
    hand.key(_Key.Key_L, CTRL)
    panel = hand.screen.commands.panel
    assert isinstance(panel, ShiftLater)
    QTest.keyClicks(panel.minutes, "25")
    QTest.keyClick(panel.minutes, _Key.Key_Return)


def _visit(hand: BoardHand) -> None:
    hand.screen.commands.actions["visit"].trigger()
    panel = hand.screen.commands.panel
    assert isinstance(panel, ShiftVisit)
    QTest.keyClicks(panel.days, "63")
    QTest.keyClick(panel.days, _Key.Key_Return)


def _tie(hand: BoardHand) -> None:
    choose(hand, "Breakfast, walk")
    hand.key(_Key.Key_T, CTRL)
    panel = hand.screen.commands.panel
    assert isinstance(panel, TiePanel)
    QTest.keyClick(panel.minutes, _Key.Key_Return)


def _untie(hand: BoardHand) -> None:
    choose(hand, CAR)
    hand.key(_Key.Key_T, CTRL | SHIFT)


def _status(hand: BoardHand) -> None:
    choose(hand, BILATERAL)
    hand.screen.commands.actions["tentative"].trigger()
    assert hand.line(hand.screen.selected()).status is EntryStatus.TENTATIVE


def _duplicate(hand: BoardHand) -> None:
    choose(hand, BILATERAL)
    hand.key(_Key.Key_D, CTRL)


def _call_off(hand: BoardHand) -> None:
    choose(hand, BILATERAL)
    hand.screen.commands.actions["cancel"].trigger()


def _lane(hand: BoardHand) -> None:
    """Carry an entry of one party into the other's lane."""
    hand.screen.bar.lanes.setChecked(True)
    line = next(line for line in hand.view.board.lines.values() if len(line.party_ids) == 1)
    (own,) = line.party_ids
    block = next(iter(hand.view.board.blocks(line.id)))
    lanes = hand.view.board.plan.lanes
    to = (1.5 - lanes.index(own)) / len(lanes)
    column, part = block.box.place
    measures = hand.view.board.measures
    there = QPointF(
        measures.left(column, part) + measures.inner_width(column) * to, block.rect().center().y()
    )
    hand.drag(block.rect().center(), there)
    assert hand.line(line.id).party_ids == frozenset(lanes) - {own}
    hand.screen.bar.lanes.setChecked(False)


def _party(hand: BoardHand) -> None:
    choose(hand, BILATERAL)
    field = _field(hand, "parties")
    QTest.mouseClick(field.stops()[1], Qt.MouseButton.LeftButton)


def _station(hand: BoardHand) -> None:
    """Type another airport: its name, code and zone come with it."""
    choose(hand, "KE 093")
    field = _field(hand, "to_name")
    assert isinstance(field, LegEndField)
    field.box.setFocus()
    field.box.selectAll()
    QTest.keyClicks(field.box, "jfk")
    QTest.keyClick(field.box, _Key.Key_Return)


def _carrier(hand: BoardHand) -> None:
    choose(hand, "KE 093")
    editor = _field(hand, "carrier").stops()[0]
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "Korean Air Lines")
    QTest.keyClick(editor, _Key.Key_Return)
    hand.view.setFocus()


def _ways(hand: BoardHand) -> None:
    """Add the ways that are missing on the first day that misses any."""
    panel = hand.screen.ways
    for number in range(len(hand.view.board.plan.columns)):
        panel.open(hand.view.board.plan.columns[number].day)
        if panel.add.isEnabled():
            break
    panel.add.click()
    panel.shut()


def _cell(hand: BoardHand) -> None:
    """Type another start into the list."""
    entry_id = id_of(hand, BILATERAL)
    hand.screen.show_form("list")
    view = hand.screen.list().view
    assert view.edit_cell(entry_id, "start")
    editor = view.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "10:00")
    QTest.keyClick(editor, _Key.Key_Return)
    hand.screen.show_form("visit")


def _field(hand: BoardHand, column: str) -> Field:
    """Return the inspector's field of what is selected."""
    inspector = hand.screen.window().findChild(EntryInspector)
    assert inspector is not None
    (found,) = (field for field in inspector.form.fields() if field.column == column)
    return found


_ACTS: tuple[Callable[[BoardHand], None], ...] = (
    *(_by_mouse, _to_another_day, _edge, _draw, _copy, _nudge, _stretch, _delete, _retitle),
    *(_paste, _cut, _later, _visit, _tie, _untie, _status, _call_off, _duplicate),
    *(_lane, _party, _station, _carrier, _ways, _cell),
)


def test_undo_takes_each_kind_of_act_back_whole_and_redo_brings_it_again(
    windows: Windows, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = windows.frame()
    hand, spoken = hand_on(frame), Spoken(frame.desk.path, capsys)
    before = spoken.text()
    for act in _ACTS:
        was = frame.desk.next_undo()
        act(hand)
        step = frame.desk.next_undo()
        assert step is not None, act.__name__
        assert step.number > (was.number if was else 0), act.__name__
        done = spoken.text()
        assert done != before, act.__name__
        hand.key(_Key.Key_Escape)
        hand.view.setFocus()
        assert step.label in frame.top.undo.toolTip(), act.__name__
        for keys, then in ((CTRL, before), (CTRL | SHIFT, done), (CTRL, before)):
            hand.key(_Key.Key_Z, keys)
            assert spoken.text() == then, act.__name__
        assert frame.desk.next_undo() == was, act.__name__
    QApplication.clipboard().clear()
