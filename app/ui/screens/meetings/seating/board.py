"""The seating plan under the hand: people are carried from chair to chair by the mouse or by keys."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.seating import TableShape
from app.planning.views.seating import Seated, SeatingPlan
from app.ui.screens.meetings.seating.chair import ChairButton
from app.ui.screens.meetings.seating.face import HIGH_PX
from app.ui.screens.meetings.seating.ghost import Ghost
from app.ui.screens.meetings.seating.seats import SeatAt, is_offered
from app.ui.screens.meetings.seating.table import TableView
from app.ui.screens.meetings.seating.waiting import WaitingRoom
from app.ui.screens.meetings.seating.walking import STEPS, neighbour
from app.ui.screens.meetings.seating.words import landing_words
from app.wording import _

_PICK = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select}
_AWAY = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_CTRL = Qt.KeyboardModifier.ControlModifier
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_MARGIN_PX = 24  # how near to the edge of what is seen a hand moves the plan along
_NOWHERE = SeatAt("", 0)  # where nobody has a seat


class SeatingBoard(QWidget):
    """The table and those without a seat, walked along by arrows with one stop for Tab.

    ``put`` carries the seat of whom was carried, and the one where they were put down: of no row, where they
    are to have none. ``menu_wanted`` carries a seat, and a point of the screen.
    """

    put = Signal(object, object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Seating plan"))
        self.table = TableView()
        self.waiting = WaitingRoom()
        self._ghost = Ghost(self)
        self._current: ChairButton | None = None
        self._carried: ChairButton | None = None
        self._follows = ""  # who was put down last: the cursor goes along
        for pool in (self.table.pool, self.waiting.pool):
            pool.made.connect(self._welcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.waiting)
        column.addWidget(self.table)

    # What is shown

    def show_plan(self, plan: SeatingPlan, shape: TableShape, *, read_only: bool) -> None:
        """Show a plan at a table of a shape; what is carried is let go."""
        self.let_go()
        focused = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        before = self._current.seat if self._current else None
        self.table.show_plan(plan, shape, free=not read_only)
        self.waiting.show_plan(plan, movable=not read_only)
        wanted = self._follows or (before.sitter.id if before and before.sitter else "")
        self._follows = ""
        same = [chair for chair in self.chairs() if chair.seat.sitter and chair.seat.sitter.id == wanted]
        kept = [self._current] if self._current in self.chairs() else []
        self._make_current(next(iter((*same, *kept, *self.chairs())), None))
        if inside and self._current is not None:
            self._current.setFocus(Qt.FocusReason.OtherFocusReason)

    def chairs(self) -> list[ChairButton]:
        """Return those without a seat, then the chairs at the table."""
        return [*self.waiting.pool.chairs, *self.table.pool.chairs]

    @property
    def current(self) -> ChairButton | None:
        """Where Tab stops."""
        return self._current

    def _make_current(self, chair: ChairButton | None) -> None:
        for one in self.chairs():
            stops = one is chair
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)
        self._current = chair

    def _welcome(self, chair: ChairButton) -> None:
        chair.lifted.connect(partial(self._lift, chair))
        chair.carried.connect(self._carry_to)
        chair.dropped.connect(self._drop_at)
        chair.asked.connect(partial(self._ask, chair))
        chair.entered.connect(partial(self._enter, chair))
        chair.clicked.connect(partial(self._press, chair))

    # Carried

    @property
    def carries(self) -> bool:
        """Whether somebody is being carried."""
        return self._carried is not None

    @property
    def landing(self) -> str:
        """What letting go now would do, as the ghost says it; nothing where the mouse carries nobody."""
        return self._ghost.words if self._ghost.isVisibleTo(self) else ""

    @Slot()
    def let_go(self) -> None:
        """Leave whom is carried where they sit."""
        if self._carried is None:
            return
        self._carried.set_lifted(lifted=False)
        self._carried.drop_grip()
        self._carried = None
        self._ghost.hide()
        self._light(None)

    def _take_up(self, chair: ChairButton) -> None:
        self.let_go()
        self._carried = chair
        chair.set_lifted(lifted=True)

    def _put_down(self, target: SeatAt | None) -> None:
        carried = self._carried
        self.let_go()
        if carried is None or carried.seat.sitter is None or target in {None, carried.seat}:
            return
        self._follows = carried.seat.sitter.id
        self.put.emit(carried.seat, target)

    def _light(self, target: SeatAt | None) -> None:
        """Show where whom is carried would be put down."""
        for chair in self.table.pool.chairs:
            chair.set_target(target=chair.seat == target and chair is not self._carried)
        self.waiting.set_target(target=target == _NOWHERE)

    # By the mouse

    def _lift(self, chair: ChairButton) -> None:
        assert chair.seat.sitter is not None
        self._take_up(chair)
        self._ghost.lift(chair.seat.sitter, chair.width())

    @Slot(QPoint)
    def _carry_to(self, where: QPoint) -> None:
        if self._carried is None:
            return
        here = self.mapFromGlobal(where)
        target = self._target_at(here)
        self._light(target)
        self._ghost.follow(here, landing_words(self._carried.seat, target) if target else "")
        _keep_in_view(self, here)

    @Slot(QPoint)
    def _drop_at(self, where: QPoint) -> None:
        self._put_down(self._target_at(self.mapFromGlobal(where)))

    def _target_at(self, here: QPoint) -> SeatAt | None:
        """Return the seat at a point of the board: none between the chairs, that of nobody off the table."""
        chairs = {chair: QRect(chair.mapTo(self, QPoint()), chair.size()) for chair in self.table.pool.chairs}
        under = next((chair for chair, box in chairs.items() if box.contains(here)), None)
        if under is not None:
            return under.seat
        around = QRect()
        for box in chairs.values():
            around = around.united(box)
        return _NOWHERE if self.rect().contains(here) and not around.contains(here) else None

    def _ask(self, chair: ChairButton, where: QPoint) -> None:
        self._enter(chair)
        self.menu_wanted.emit(chair.seat, where)

    # By keys

    def _enter(self, chair: ChairButton) -> None:
        if chair is not self._current:
            self._make_current(chair)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self._current is None or not self._obey(self._current, event):
            super().keyPressEvent(event)

    def _obey(self, chair: ChairButton, event: QKeyEvent) -> bool:
        """Do what a key says on a chair; tell whether it says anything."""
        key = Qt.Key(event.key())
        if key in STEPS and not event.modifiers() & ~(_CTRL | Qt.KeyboardModifier.KeypadModifier):
            self._step(chair, key, along=bool(event.modifiers() & _CTRL))
        elif key in _PICK and not event.isAutoRepeat():
            self._press(chair)
        elif key in _AWAY and chair.seat.row and chair.seat.sitter is not None and chair.movable:
            self.let_go()
            self.put.emit(chair.seat, _NOWHERE)
        elif key == Qt.Key.Key_Escape and self.carries:
            self._say_let_go()
        elif key in _ENDS:
            self.chairs()[_ENDS[key]].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def _step(self, chair: ChairButton, key: Qt.Key, *, along: bool) -> None:
        """Go to the next chair, or have who sits here change places with it."""
        chairs = self.table.pool.chairs if along and chair.seat.row else self.chairs()
        boxes = [QRect(one.mapTo(self, QPoint()), one.size()) for one in chairs]
        found = neighbour(boxes, chairs.index(chair), key)
        if found is None:
            return
        if along and chair.movable and chair.seat.row:
            self._take_up(chair)
            self._put_down(chairs[found].seat)
        else:
            chairs[found].setFocus(Qt.FocusReason.TabFocusReason)
            _keep_in_view(self, boxes[found].center())

    def _press(self, chair: ChairButton) -> None:
        """Pick up who sits here, or put down here whom is carried; on a free chair, ask for whom."""
        if not chair.movable:
            return
        if self.carries:
            self._put_down(chair.seat if chair.seat.row else _NOWHERE)
        elif chair.seat.sitter is None:
            self._ask(chair, chair.mapToGlobal(chair.rect().bottomLeft()))
        else:
            self._pick_up(chair, chair.seat.sitter)

    def _pick_up(self, chair: ChairButton, sitter: Seated) -> None:
        self._take_up(chair)
        said = _("{name} picked up. The arrows lead to a chair, Space puts down, Escape lets go.")
        self._say(said.format(name=sitter.name))
        if not chair.seat.row:  # nobody goes far for a seat: the cursor is put where one is likely meant
            offered = [one for one in self.table.pool.chairs if is_offered(one.seat, sitter.side)]
            next(iter([*offered, *self.table.pool.chairs])).setFocus(Qt.FocusReason.TabFocusReason)

    def _say_let_go(self) -> None:
        carried = self._carried
        self.let_go()
        if carried is not None and carried.seat.sitter is not None:
            carried.setFocus(Qt.FocusReason.OtherFocusReason)
            self._say(_("{name} stays.").format(name=carried.seat.sitter.name))

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _keep_in_view(widget: QWidget, point: QPoint) -> None:
    """Move what a widget stands in along, so that a point of it is seen."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    inside = around.widget() if around is not None else None
    if around is not None and inside is not None:
        at = widget.mapTo(inside, point)
        around.ensureVisible(at.x(), at.y(), _MARGIN_PX, _MARGIN_PX + HIGH_PX // 2)
