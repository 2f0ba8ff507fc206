"""Five hundred acts of mouse and keys in any order: model, view and database agree after each of them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from app.domain.words import EntryStatus
from app.planning.verbs.entries import create_entry, set_parties
from app.planning.views.board import board
from app.planning.views.visits import choices
from app.ui.desk import Desk
from app.ui.screens.programme.panels.which import WhichTime
from tests.ui.planner import PARIS, add
from tests.ui.programme.board.boards import plan
from tests.ui.programme.board.hand import ALT, CTRL, NO_KEY, SHIFT, BoardHand
from tests.ui.programme.board.steps import everything

_SEEDS, _ACTS = 10, 50
_MOST = 25  # entries, beyond which a board is only slower
_Key = Qt.Key
_SEOUL = "Asia/Seoul"


class Restless:
    """A hand that does anything, as chance has it."""

    def __init__(self, hand: BoardHand, desk: Desk, seed: int) -> None:
        self.hand, self.desk = hand, desk
        self.chance = Random(seed)  # noqa: S311 - it plays, it keeps no secret
        self.trail: list[str] = []
        self._acts: tuple[Callable[[], None], ...] = (
            *(self.click, self.click, self.nudge, self.nudge, self.hold, self.stretch),
            *(self.drag, self.drag, self.drag, self.pull, self.draw, self.copy, self.band),
            *(self.delete, self.clip, self.cut, self.undo, self.undo, self.redo),
            *(self.status, self.later, self.visit, self.tie, self.look, self.give_up),
        )

    def act(self) -> None:
        """Do something, and answer what is asked."""
        act = self.chance.choice(self._acts)
        self.trail.append(act.__name__)
        act()
        panel = self.hand.screen._commands.panel
        while isinstance(panel, WhichTime) and panel.isVisible():
            self.chance.choice([*panel.offers, panel.shut_button]).click()
            after = self.hand.screen._commands.panel
            panel = after if after is not panel else None
        self.hand.screen._commands.shut()
        if len(self.hand.view.board.lines) > _MOST:
            self.undo()

    # Where

    def some(self) -> str:
        """Return an entry that is shown."""
        shown = sorted({block.entry_id for block in self.hand.view.board.blocks()})
        return self.chance.choice(shown) if shown else ""

    def point(self) -> QPointF:
        """Return any point of the board."""
        measures = self.hand.view.board.measures
        return QPointF(
            self.chance.uniform(1, measures.width - 1), self.chance.uniform(1, measures.height - 1)
        )

    def on(self, entry_id: str) -> QPointF:
        """Return a point of a box of an entry."""
        boxes = len(self.hand.view.board.blocks(entry_id))
        return self.hand.middle(entry_id, self.chance.randrange(boxes))

    # What

    def click(self) -> None:
        if entry_id := self.some():
            self.hand.click(self.on(entry_id), self.chance.choice((NO_KEY, CTRL, SHIFT)))

    def nudge(self) -> None:
        key = self.chance.choice((_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right))
        self.hand.key(key, self.chance.choice((NO_KEY, CTRL)))

    def hold(self) -> None:
        key = self.chance.choice((_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right))
        self.hand.hold(key, self.chance.randrange(1, 30))
        self.hand.let_up(key)

    def stretch(self) -> None:
        key = self.chance.choice((_Key.Key_Up, _Key.Key_Down))
        self.hand.hold(key, self.chance.randrange(1, 20), SHIFT)
        self.hand.let_up(key)

    def drag(self) -> None:
        if entry_id := self.some():
            self.hand.drag(self.on(entry_id), self.point(), self.chance.choice((NO_KEY, CTRL)))

    def copy(self) -> None:
        if entry_id := self.some():
            self.hand.drag(self.on(entry_id), self.point(), ALT)

    def pull(self) -> None:
        if entry_id := self.some():
            self.hand.drag(self.hand.edge(entry_id, end=self.chance.random() < 0.5), self.point())

    def draw(self) -> None:
        start = self.point()
        self.hand.drag(start, start + QPointF(0, self.chance.uniform(-120, 120)))
        self.hand.view.setFocus()

    def band(self) -> None:
        self.hand.press(self.point(), SHIFT)
        self.hand.move(self.point(), SHIFT)
        self.hand.release(SHIFT)

    def give_up(self) -> None:
        self.hand.press(self.point())
        self.hand.move(self.point())
        self.hand.key(_Key.Key_Escape)
        self.hand.release()

    def delete(self) -> None:
        if len(self.hand.view.selection.ids) < len(self.hand.view.board.lines):
            self.hand.key(_Key.Key_Delete)

    def clip(self) -> None:
        self.hand.key(_Key.Key_C, CTRL)
        if self.chance.random() < 0.3:
            QApplication.clipboard().setText(QApplication.clipboard().text())
        self.click()
        self.hand.key(_Key.Key_V, CTRL)

    def cut(self) -> None:
        self.hand.key(_Key.Key_X, CTRL)
        self.click()
        self.hand.key(_Key.Key_V, CTRL)

    def undo(self) -> None:
        step = self.desk.next_undo()
        if step is not None and step.label != "Begin":
            self.desk.undo()

    def redo(self) -> None:
        self.desk.redo()

    def status(self) -> None:
        status = self.chance.choice(list(EntryStatus))
        self.hand.screen._commands.actions[
            {"confirmed": "confirm", "tentative": "tentative", "cancelled": "cancel"}[status.value]
        ].trigger()

    def later(self) -> None:
        lines = self.hand.view.chosen_lines()
        if lines:
            self.hand.screen._acts.shift_later(lines[-1], self.chance.randrange(-300, 300))

    def visit(self) -> None:
        self.hand.screen._acts.shift_visit(self.chance.choice((-7, -1, 1, 2, 7)))

    def tie(self) -> None:
        lines = self.hand.view.chosen_lines()
        other = self.hand.view.board.lines.get(self.some())
        if lines and other is not None:
            self.hand.screen._acts.tie(lines[-1], other, self.chance.randrange(-60, 60))

    def look(self) -> None:
        bar = self.hand.screen._bar
        self.chance.choice(
            (
                lambda: bar.lanes.setChecked(not bar.lanes.isChecked()),
                lambda: bar.clocks.select("home"),
                lambda: bar.clocks.select("local"),
            )
        )()


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


@pytest.mark.parametrize("seed", range(_SEEDS))
def test_everything_agrees_after_each_act(hand: BoardHand, desk: Desk, meeting: str, seed: int) -> None:
    first = datetime(2024, 3, 30, 22, 30)
    add(desk, "Over the night of the switch", first, 300)
    party = desk.ask(choices, desk.visit_id).parties[seed % 2].id
    desk.do("For", set_parties, meeting, party_ids=frozenset({party}))
    desk.do(
        "Begin",
        lambda session: create_entry(
            session,
            desk.visit_id,
            title="Flight",
            start_wall=first - timedelta(days=1),
            start_zone=_SEOUL,
            end_wall=first - timedelta(days=1, minutes=-200),
            end_zone=PARIS,
        ),
    )
    before = everything(desk)
    restless = Restless(hand, desk, seed)
    for _number in range(_ACTS):
        restless.act()
        try:
            _agree(hand, desk)
        except AssertionError as error:
            raise AssertionError(f"after {restless.trail}") from error
    while (step := desk.next_undo()) is not None and step.label != "Begin":
        desk.undo()
    assert everything(desk) == before
    _agree(hand, desk)
    QApplication.clipboard().clear()
