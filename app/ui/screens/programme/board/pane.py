"""The board with its days on top and its hours at the left, kept in step with the planner."""

from collections.abc import Collection
from datetime import UTC, date, datetime

from PySide6.QtCore import QPoint, QRect, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.domain.board.days import Part
from app.planning.settings import marking_names
from app.planning.views.board import Board, BoardLine, board, board_lines
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.naming import TitleEditor
from app.ui.screens.programme.board.plan import Choice
from app.ui.screens.programme.board.scene import BoardScene
from app.ui.screens.programme.board.sides import Sides
from app.ui.screens.programme.board.speaking import Speaker
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
        self._form = "visit"
        self._zoom = preferences.board_zoom
        self._gone: frozenset[str] = frozenset()
        self._stood: QRectF | None = None
        self.acts = acts
        self.scene = BoardScene(self)
        self.view = BoardView(self.scene, self.acts)
        self.selection = self.view.selection
        self._sides = Sides(self.view)
        self._speaker = Speaker(self.view, self.scene, self._sides.header)
        self._editor = TitleEditor(self.view.viewport())
        self._hint: QWidget | None = None
        self._lay_out()
        self.scene.measure(*self._zoom)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.zoom.changed.connect(self._on_zoomed)
        self.view.title_wanted.connect(self.edit_title)
        self.selection.changed.connect(self._see_selected)
        self.view.hands.created.connect(self._on_created)
        self._editor.done.connect(self._on_title)
        self._sides.header.day_opened.connect(self._on_day)
        self._sides.header.day_reached.connect(self._reach_day)
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
        if form != self._form:
            self._form = form
            column = self.day_in_view()
            self._measure_form()
            self._stand_on(column)

    def day_in_view(self) -> int:
        """Return the number of the day that is meant: that of the selected entry, else the first one seen."""
        blocks = self.scene.blocks(self.selection.current) if self.selection.current else []
        if blocks:
            return blocks[0].box.piece.column
        left = self.view.horizontalScrollBar().value()
        days = self.scene.measures.days_at(left + 1, left + 2)
        return days[0] if days else 0

    def seen_part(self) -> Part | None:
        """Return the last part of the day that is meant; nothing where there are no days."""
        columns = self.scene.plan.columns
        return columns[self.day_in_view()].parts[-1] if columns else None

    def _measure_form(self) -> None:
        self.view.zoom.set_floor(float(self.view.viewport().width()) if self._form == "day" else 0.0)
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

    def _place_hint(self) -> None:
        if self._hint is not None:
            rect = QRect(QPoint(), self._hint.sizeHint())
            rect.moveCenter(self.view.geometry().center())
            self._hint.setGeometry(rect)
            self._hint.setVisible(not self.scene.lines)
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
        width = self._zoom[0] if self._form == "day" else measures.column_px
        self._zoom = (width, measures.hour_px)
        self._preferences.board_zoom = self._zoom
        self._sides.measure()
        rect = self._box(self._editor.entry_id)
        if rect is not None:
            self._editor.follow(self._on_screen(rect))

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        point = self.view.mapToScene(at)
        block = self.scene.block_at(point.x(), point.y())
        if block is not None and block.entry_id not in self.selection.ids:
            self.selection.set([block.entry_id])
        self.menu_wanted.emit(self.view.viewport().mapToGlobal(at), block is not None)

    def choose(self, choice: Choice) -> None:
        """Look at the board in another way: another clock, lanes, some parties."""
        self.scene.choose(choice)
        self.selection.keep_only(self.scene.looked_at())  # nobody acts on what is not seen
        self._after_drawing()

    def _after_drawing(self) -> None:
        self._bring_back()
        self.selection.keep_only(self.scene.lines)
        self._see_selected()
        self._stay_with_current()
        self._place_hint()
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

    def _stay_with_current(self) -> None:
        """Bring the current entry into view where an act, undo or redo has put it out of view."""
        rect = self._box(self.selection.current)
        if self._form == "day":
            self._stand_on(self.day_in_view())
        if rect is not None and self._stood is not None and rect != self._stood:
            seen = self.view.mapToScene(self.view.viewport().rect()).boundingRect()
            if not seen.contains(rect.topLeft()):
                self.view.reveal(self.selection.current)
        self._stood = rect

    def _box(self, entry_id: str) -> QRectF | None:
        """Return where an entry's first box stands; ``None`` where it has none."""
        blocks = self.scene.blocks(entry_id) if entry_id else []
        return blocks[0].rect() if blocks else None

    def _stand_on(self, number: int) -> None:
        """Scroll so that a day begins at the left edge."""
        if number < len(self.scene.plan.columns):
            self.view.horizontalScrollBar().setValue(round(self.scene.measures.column_left(number)))

    @Slot()
    def show_next_day(self) -> None:
        """Show the day after the one in view."""
        self._turn(1)

    @Slot()
    def show_day_before(self) -> None:
        """Show the day before the one in view."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        number = self.day_in_view() + by
        if 0 <= number < len(self.scene.plan.columns):
            self.leave()
            self.selection.set(())  # what is selected says which day is meant
            self._stand_on(number)

    def _show_now(self) -> None:
        columns = self.scene.plan.columns
        now = datetime.now(UTC).replace(tzinfo=None)
        under_way = bool(columns) and columns[0].parts[0].starts_utc <= now < columns[-1].parts[-1].ends_utc
        self.scene.set_now(now if under_way else None)

    @Slot()
    def _tick(self) -> None:
        self._show_now()
        self._sides.draw()

    # What is done

    @Slot(str)
    def edit_title(self, entry_id: str) -> None:
        """Have an entry's title typed in place."""
        self.view.keys.finish()
        line = self.scene.lines.get(entry_id)
        blocks = self.scene.blocks(entry_id)
        if line is None or not blocks or self.acts.idle:
            return
        self.view.reveal(entry_id)
        self._editor.begin(entry_id, line.title, self._on_screen(blocks[0].rect()))

    def leave(self) -> None:
        """Save what is being typed, and do what an arrow shows."""
        self.view.keys.finish()
        self._editor.finish()

    def _on_screen(self, rect: QRectF) -> QRectF:
        return QRectF(self.view.mapFromScene(rect).boundingRect())

    @Slot(str, str)
    def _on_title(self, entry_id: str, title: str) -> None:
        line = self.scene.lines.get(entry_id)
        if line is not None and title.strip() != line.title and not self.acts.rename(line, title):
            blocks = self.scene.blocks(entry_id)
            if blocks:
                self._editor.put_back(entry_id, self._on_screen(blocks[0].rect()))
                return
        self.view.setFocus()

    @Slot(str)
    def _on_created(self, entry_id: str) -> None:
        self.selection.set([entry_id])
        self.edit_title(entry_id)

    @Slot(int)
    def _on_day(self, number: int) -> None:
        self.day_opened.emit(self.scene.plan.columns[number].day)

    @Slot(int)
    def _reach_day(self, number: int) -> None:
        measures, seen = self.scene.measures, self.view.mapToScene(self.view.viewport().rect()).boundingRect()
        if self._form == "day":
            self.selection.set(())
        if measures.column_left(number) < seen.left() or measures.column_right(number) > seen.right():
            self._stand_on(number)

    @Slot(int, QPoint)
    def _on_day_menu(self, number: int, at: QPoint) -> None:
        self.day_menu_wanted.emit(self.scene.plan.columns[number].day, at)

    def day(self) -> date | None:
        """Return the day that is meant; ``None`` where the board has none."""
        columns = self.scene.plan.columns
        return columns[self.day_in_view()].day if columns else None

    @Slot()
    def show_today(self) -> None:
        """Scroll to this moment while the visit is under way, else to its first morning."""
        self._show_now()
        self.view.start()

    def show_day(self, wanted: date) -> None:
        """Scroll to a day."""
        for number, column in enumerate(self.scene.plan.columns):
            if column.day == wanted:
                self._stand_on(number)
