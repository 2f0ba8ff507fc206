"""Five hundred acts of mouse and keys in any order: model, view and database agree after each of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import Session

from app.planning.verbs.entries import create_entry, set_parties
from app.planning.views.board import board
from app.planning.views.visits import choices
from app.ui.desk import Desk
from app.ui.screens.programme.panels.which import WhichTime
from tests.journeys.board import Spoken
from tests.ui.planner import PARIS
from tests.ui.programme.board.boards import plan
from tests.ui.programme.board.hand import ALT, CTRL, NO_KEY, SHIFT, BoardHand
from tests.ui.programme.board.steps import everything

_RUNS, _ACTS = 12, 52  # the first run is that in which nothing is done
_MOST = 25  # entries, beyond which a board is only slower
_BEGIN = "Begin"
_Key = Qt.Key
_SEOUL = "Asia/Seoul"
_FIRST = datetime(2024, 3, 30, 22, 30)
_PARTS = 1000  # into which a choice is parted
_T = TypeVar("_T")


@dataclass(frozen=True)
class Act:
    """Something to do; the numbers say to what, where, and how, each as a part of what there is."""

    name: str
    which: int
    across: int
    down: int
    how: int
    answer: int


class Restless:
    """A hand that does anything it is told, and answers what is asked."""

    def __init__(self, hand: BoardHand, desk: Desk) -> None:
        self.hand, self.desk = hand, desk
        self.told = Act("rest", 0, 0, 0, 0, 0)

    def act(self, told: Act) -> None:
        """Do something, and answer what is asked."""
        self.told = told
        getattr(self, told.name)()
        panel = self.hand.screen.commands.panel
        while isinstance(panel, WhichTime) and panel.isVisible():
            _of([*panel.offers, panel.shut_button], told.answer).click()
            after = self.hand.screen.commands.panel
            panel = after if after is not panel else None
        self.hand.screen.commands.shut()
        if len(self.hand.view.board.lines) > _MOST:
            self.undo()

    # Where

    def some(self, part: int = -1) -> str:
        """Return an entry that is shown."""
        order = self.hand.view.keys.order()
        return _of(order, self.told.which if part < 0 else part) if order else ""

    def point(self, *, end: bool = False) -> QPointF:
        """Return a point of the board; that at the end of an act is another."""
        measures, told = self.hand.view.board.measures, self.told
        across, down = (told.down, told.across) if end else (told.across, told.down)
        return QPointF(1 + across * (measures.width - 2) / _PARTS, 1 + down * (measures.height - 2) / _PARTS)

    def on(self, entry_id: str) -> QPointF:
        """Return a point of a box of an entry."""
        boxes = self.hand.view.board.blocks(entry_id)
        return self.hand.middle(entry_id, self.told.how % len(boxes))

    # What

    def rest(self) -> None:
        """Do nothing: what an act comes to that does not matter to a failure."""

    def click(self) -> None:
        if entry_id := self.some():
            self.hand.click(self.on(entry_id), _of((NO_KEY, CTRL, SHIFT), self.told.how))

    def nudge(self) -> None:
        key = _of((_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right), self.told.which)
        self.hand.key(key, _of((NO_KEY, CTRL), self.told.how))

    def hold(self) -> None:
        key = _of((_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right), self.told.which)
        self.hand.hold(key, 1 + self.told.how % 30)
        self.hand.let_up(key)

    def stretch(self) -> None:
        key = _of((_Key.Key_Up, _Key.Key_Down), self.told.which)
        self.hand.hold(key, 1 + self.told.how % 20, SHIFT)
        self.hand.let_up(key)

    def drag(self) -> None:
        if entry_id := self.some():
            self.hand.drag(self.on(entry_id), self.point(), _of((NO_KEY, CTRL), self.told.how))

    def copy(self) -> None:
        if entry_id := self.some():
            self.hand.drag(self.on(entry_id), self.point(), ALT)

    def duplicate(self) -> None:
        self.hand.screen._adding.copy()

    def pull(self) -> None:
        if entry_id := self.some():
            self.hand.drag(self.hand.edge(entry_id, end=self.told.how % 2 == 1), self.point())

    def draw(self) -> None:
        start = self.point()
        self.hand.drag(start, start + QPointF(0, (self.told.how - _PARTS / 2) / 4))
        self.hand.view.setFocus()

    def band(self) -> None:
        self.hand.press(self.point(), SHIFT)
        self.hand.move(self.point(end=True), SHIFT)
        self.hand.release(SHIFT)

    def give_up(self) -> None:
        self.hand.press(self.point())
        self.hand.move(self.point(end=True))
        self.hand.key(_Key.Key_Escape)
        self.hand.release()

    def delete(self) -> None:
        if len(self.hand.view.selection.ids) < len(self.hand.view.board.lines):
            self.hand.key(_Key.Key_Delete)

    def clip(self) -> None:
        self.hand.key(_Key.Key_C, CTRL)
        if self.told.how % 3 == 0:
            QApplication.clipboard().setText(QApplication.clipboard().text())
        self.click()
        self.hand.key(_Key.Key_V, CTRL)

    def cut(self) -> None:
        self.hand.key(_Key.Key_X, CTRL)
        self.click()
        self.hand.key(_Key.Key_V, CTRL)

    def undo(self) -> None:
        step = self.desk.next_undo()
        if step is not None and step.label != _BEGIN:
            self.desk.undo()

    def redo(self) -> None:
        self.desk.redo()

    def status(self) -> None:
        action = _of(("confirm", "tentative", "cancel"), self.told.how)
        self.hand.screen.commands.actions[action].trigger()

    def later(self) -> None:
        if lines := self.hand.view.chosen_lines():
            self.hand.screen.acts.shift_later(lines[-1], self.told.how % 600 - 300)

    def visit(self) -> None:
        self.hand.screen.acts.shift_visit(_of((-7, -1, 1, 2, 7), self.told.how))

    def tie(self) -> None:
        lines = self.hand.view.chosen_lines()
        other = self.hand.view.board.lines.get(self.some())
        if lines and other is not None:
            self.hand.screen.acts.tie(lines[-1], other, self.told.how % 120 - 60)

    def untie(self) -> None:
        if tied := [line for line in self.hand.view.chosen_lines() if line.tied_to_id]:
            self.hand.screen.acts.untie(tied)

    def look(self) -> None:
        bar = self.hand.screen.bar
        looks: tuple[Callable[[], object], ...] = (
            lambda: bar.lanes.setChecked(not bar.lanes.isChecked()),
            lambda: bar.clocks.select("home"),
            lambda: bar.clocks.select("local"),
        )
        _of(looks, self.told.how)()


#: What is done often stands here several times; what a failing act is made into stands first.
_NAMES = (
    *("rest", "click", "click", "nudge", "nudge", "hold", "stretch", "drag", "drag", "drag", "pull", "draw"),
    *("copy", "duplicate", "band", "delete", "clip", "cut", "undo", "undo", "redo", "status", "later"),
    *("visit", "tie", "untie", "look", "give_up"),
)
_part = st.integers(0, _PARTS - 1)
_acts = st.lists(
    st.builds(Act, st.sampled_from(_NAMES), _part, _part, _part, _part, _part), min_size=_ACTS, max_size=_ACTS
)


def _of(some: Sequence[_T], part: int) -> _T:
    return some[part * len(some) // _PARTS]


def _agree(hand: BoardHand, desk: Desk) -> None:
    """Check that what is painted, what the scene holds and what the file has are the same."""
    scene = hand.view.board
    stored = desk.ask(board, desk.visit_id)
    assert scene.lines == {line.id: line for line in stored.lines}
    assert scene.plan == plan(stored, stored.lines, scene.choice)
    assert {block.box.key for block in scene.blocks()} == set(scene.plan.boxes)
    for block in scene.blocks():
        assert block.box == scene.plan.boxes[block.box.key]
        assert block.rect() == scene.measures.rect(block.box)
        assert block.face.title == scene.lines[block.entry_id].title
    assert set(hand.view.selection.ids) <= scene.lines.keys()
    assert not hand.view.ghost.isVisible()
    for line in stored.lines:
        assert line.end_utc > line.start_utc


def settle(hand: BoardHand) -> None:
    """Look at the board as at first, with nothing selected, held or kept."""
    hand.screen.commands.shut()
    hand.screen.bar.lanes.setChecked(False)
    hand.screen.bar.clocks.select("local")
    hand.view.selection.set(())
    hand.view.scroll_to(QPointF(0, 0))
    QApplication.clipboard().clear()


def _begin(session: Session, visit_id: str, entry_id: str, party_id: str) -> None:
    """Let the meeting be for one party, and add what crosses zones and the night of the switch."""
    set_parties(session, entry_id, frozenset({party_id}))
    create_entry(
        session,
        visit_id,
        title="Flight",
        start_wall=_FIRST - timedelta(days=1),
        start_zone=_SEOUL,
        end_wall=_FIRST - timedelta(days=1, minutes=-200),
        end_zone=PARIS,
    )
    create_entry(
        session,
        visit_id,
        title="Over the night of the switch",
        start_wall=_FIRST,
        start_zone=PARIS,
        end_wall=_FIRST + timedelta(hours=5),
        end_zone=PARIS,
    )


@settings(
    max_examples=_RUNS,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.large_base_example,
        HealthCheck.data_too_large,
    ],
)
@given(told=_acts)
def test_everything_agrees_after_each_act(
    hand: BoardHand, desk: Desk, meeting: str, capsys: pytest.CaptureFixture[str], told: list[Act]
) -> None:
    """Each example begins with what the one before left undone, and takes it all back."""
    shown = Spoken(desk.path, capsys)
    while (step := desk.next_undo()) is not None and step.label not in {"Add", "Make"}:
        desk.undo()  # an example that failed took nothing back
    settle(hand)
    before = everything(desk), shown.text()
    party = desk.ask(choices, desk.visit_id).parties[told[0].answer % 2].id
    desk.do(_BEGIN, _begin, desk.visit_id, meeting, party)
    restless = Restless(hand, desk)
    for act in told:
        restless.act(act)
        _agree(hand, desk)
    while (step := desk.next_undo()) is not None and step.label != "Make":
        desk.undo()
        if step.label == _BEGIN:
            break
    assert (everything(desk), shown.text()) == before
    _agree(hand, desk)
