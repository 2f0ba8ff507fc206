"""The board with its days on top and its hours at the left, kept in step with the planner."""

from collections.abc import Collection

from PySide6.QtCore import QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.planning.clock import now_utc
from app.planning.settings import marking_names
from app.planning.views.board import Board, BoardLine, board, board_lines
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.days_in_view import DaysInView
from app.ui.screens.programme.board.plan import Choice
from app.ui.screens.programme.board.scene import BoardScene
from app.ui.screens.programme.board.sides import Sides
from app.ui.screens.programme.board.speaking import Speaker
from app.ui.screens.programme.board.titling import Titling
from app.ui.screens.programme.board.view import BoardView

_NOW_MS = 30_000
_HINT_PX = 12


class BoardPane(QWidget):
    """A visit's board: all its days, or one that fills the room.

    ``told`` carries a sentence for the toast and whether it can be undone; ``menu_wanted`` a place on the
    screen and whether there is an entry; ``day_opened`` a day that is to be seen alone;
    ``day_menu_wanted`` a day and a place on the screen; ``everyone_wanted`` tells that an entry is selected
    that the chosen parties hide.
    """

    told = Signal(str, bool)
    day_opened = Signal(object)
    day_menu_wanted = Signal(object, QPoint)
    menu_wanted = Signal(QPoint, bool)
    everyone_wanted = Signal()

    def __init__(
        self, desk: Desk, acts: BoardActs, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        self._zoom = preferences.board_zoom
        self._gone: frozenset[str] = frozenset()
        self.acts = acts
        self.scene = BoardScene(self)
        self.view = BoardView(self.scene, self.acts)
        self.selection = self.view.selection
        self._sides = Sides(self.view)
        self._speaker = Speaker(self.view, self.scene, self._sides.header)
        self.titling = Titling(self.view, acts)
        self.days = DaysInView(self.view, self.leave)
        self._hint: QWidget | None = None
        self._lay_out()
        self.scene.measure(*self._zoom)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.zoom.changed.connect(self._on_zoomed)
        self.titling.changed.connect(self._place_hint)
        self.selection.changed.connect(self._see_selected)
        self._sides.header.day_opened.connect(self._on_day)
        self._sides.header.day_reached.connect(self.days.reach)
        self._sides.header.menu_wanted.connect(self._on_day_menu)
        self._clock = QTimer(self)
        self._clock.setInterval(_NOW_MS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._sides.corner, 0, 0)
        grid.addWidget(self._sides.header, 0, 1)
        grid.addWidget(self._sides.hours, 1, 0)
        grid.addWidget(self.view, 1, 1)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(1, 1)

    # What is shown

    def show_visit(self, visit_id: str) -> Board:
        """Ask for a visit's board and show it.

        Raises:
            AideError: what the views raise.
        """
        found, names = self._desk.ask(board, visit_id), self._desk.ask(marking_names)
        self.scene.show_board(found, names)
        self._after_drawing()
        return found

    def show_some(self, ids: Collection[str]) -> None:
        """Ask for these entries alone and show them.

        Raises:
            AideError: what the view raises.
        """
        self.scene.take(ids, self._desk.ask(board_lines, self._desk.visit_id, ids))
        self._after_drawing()

    def show_as(self, form: str) -> None:
        """Show the whole ``visit``, or one ``day`` as wide as the room."""
        if self.days.show_alone(alone=form == "day"):
            number = self.days.meant()
            self._measure_form()
            self.days.stand_on(number)

    def _measure_form(self) -> None:
        self.view.zoom.set_floor(float(self.view.viewport().width()) if self.days.alone else 0.0)
        self.view.set_zoom(*self._zoom)

    def select(self, entry_id: str) -> None:
        """Select an entry and bring it into view."""
        if entry_id in self.scene.lines:
            self.selection.set([entry_id])
            self.view.reveal(entry_id)

    def chosen(self) -> list[BoardLine]:
        """Return the rows of the selected entries; the current one stands last."""
        return self.view.chosen_lines()

    def count(self) -> int:
        """Return how many entries there are."""
        return len(self.scene.lines)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._measure_form()
        self._place_hint()
        self.view.zoom.changed.emit()  # the same height of an hour is nearer or farther in another window

    def lay_over(self, hint: QWidget) -> None:
        """Show this over the days while there are no entries on them."""
        card = QFrame(self)  # the lines of the hours must not run through its words
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(_HINT_PX, _HINT_PX, _HINT_PX, _HINT_PX)
        inside.addWidget(hint)
        self._hint = card
        self._place_hint()

    @Slot()
    def _place_hint(self) -> None:
        if self._hint is not None:
            rect = QRect(QPoint(), self._hint.sizeHint())
            rect.moveCenter(self.view.geometry().center())
            self._hint.setGeometry(rect)
            self._hint.setVisible(not self.scene.lines and not self.titling.draws)
            self._hint.raise_()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._sides.almanac.go_on()

    def hideEvent(self, event: QHideEvent, /) -> None:
        self._sides.almanac.rest()
        super().hideEvent(event)

    @Slot()
    def _on_zoomed(self) -> None:
        measures = self.scene.measures
        width = self._zoom[0] if self.days.alone else measures.column_px
        self._zoom = (width, measures.hour_px)
        self._preferences.board_zoom = self._zoom
        self._sides.measure()
        self.titling.follow()

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        point = self.view.mapToScene(at)
        block = self.scene.block_at(point.x(), point.y())
        if block is not None and block.entry_id not in self.selection.ids:
            self.selection.set([block.entry_id])
        self.menu_wanted.emit(self.view.viewport().mapToGlobal(at), block is not None)

    def choose(self, choice: Choice) -> None:
        """Look at the board in another way: another clock, lanes, some parties."""
        first = self.days.seen_first()
        self.scene.choose(choice)
        if first is not None:  # in lanes days are wider, at home they have other parts
            self.days.see_first(*first)
        self.selection.keep_only(self.scene.looked_at())  # nobody acts on what is not seen
        self._after_drawing()

    def _after_drawing(self) -> None:
        self._bring_back()
        self.selection.keep_only(self.scene.lines)
        self._see_selected()
        self.days.stay_with_current()
        self._place_hint()
        self.titling.follow()
        self._show_now()
        self._sides.draw()
        self._speaker.speak()

    @Slot()
    def _see_selected(self) -> None:
        """Have all parties looked at where those chosen hide something that is selected."""
        hidden = set(self.selection.ids) & self.scene.lines.keys() - set(self.scene.looked_at())
        if hidden:
            self.everyone_wanted.emit()
            self.view.reveal(self.selection.current)

    def _bring_back(self) -> None:
        """Select again what was selected when it was deleted, once undo has brought it back."""
        back = [entry_id for entry_id in self._gone if entry_id in self.scene.lines]
        gone = {entry_id for entry_id in self.selection.ids if entry_id not in self.scene.lines}
        if back:
            self.selection.set(sorted(back, key=lambda entry_id: self.scene.lines[entry_id].order))
        if back or gone:
            self._gone = frozenset(gone)

    def _show_now(self) -> None:
        columns = self.scene.plan.columns
        now = now_utc()
        under_way = bool(columns) and columns[0].parts[0].starts_utc <= now < columns[-1].parts[-1].ends_utc
        self.scene.set_now(now if under_way else None)

    @Slot()
    def _tick(self) -> None:
        self._show_now()
        self._sides.draw()

    # What is done

    def leave(self) -> None:
        """Save what is being typed, and do what an arrow shows."""
        self.view.keys.finish()
        self.titling.editor.finish()

    @Slot(int)
    def _on_day(self, number: int) -> None:
        self.day_opened.emit(self.scene.plan.columns[number].day)

    @Slot(int, QPoint)
    def _on_day_menu(self, number: int, at: QPoint) -> None:
        self.day_menu_wanted.emit(self.scene.plan.columns[number].day, at)

    @Slot()
    def show_today(self) -> None:
        """Scroll to this moment while the visit is under way, else to its first morning."""
        self._show_now()
        self.view.start()
