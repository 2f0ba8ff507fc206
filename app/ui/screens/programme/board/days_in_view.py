"""Which of the board's days are in view: all of them to be scrolled over, or one that fills the room."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QRectF, Slot

from app.domain.board.days import Part
from app.ui.screens.programme.board.view import BoardView


class DaysInView(QObject):
    """Scrolls a view from day to day. ``leave`` saves what is being typed before a day is turned."""

    def __init__(self, view: BoardView, leave: Callable[[], object]) -> None:
        super().__init__(view)
        self._view = view
        self._scene = view.board
        self._leave = leave
        self._alone = False
        self._stood: QRectF | None = None

    @property
    def alone(self) -> bool:
        """Whether one day fills the room."""
        return self._alone

    def show_alone(self, *, alone: bool) -> bool:
        """Let one day fill the room, or show all; tell whether that is another way than before."""
        changed = alone != self._alone
        self._alone = alone
        return changed

    def meant(self) -> int:
        """Return the number of the day that is meant: that of the selected entry, else the first one seen."""
        current = self._view.selection.current
        blocks = self._scene.blocks(current) if current else []
        if blocks:
            return blocks[0].box.piece.column
        left = self._view.horizontalScrollBar().value()
        days = self._scene.measures.days_at(left + 1, left + 2)
        return days[0] if days else 0

    def day(self) -> date | None:
        """Return the day that is meant; ``None`` where the board has none."""
        columns = self._scene.plan.columns
        return columns[self.meant()].day if columns else None

    def part(self) -> Part | None:
        """Return the last part of the day that is meant; nothing where there are no days."""
        columns = self._scene.plan.columns
        return columns[self.meant()].parts[-1] if columns else None

    def seen_first(self) -> tuple[date, float] | None:
        """Return the day at the left edge, and which share of it has gone over the edge."""
        columns, measures = self._scene.plan.columns, self._scene.measures
        left = self._view.horizontalScrollBar().value()
        number = next(iter(measures.days_at(left + 1, left + 1)), None)
        if number is None:
            return None
        start, end = measures.column_left(number), measures.column_right(number)
        return columns[number].day, (left - start) / (end - start)

    def see_first(self, day: date, share: float) -> None:
        """Have a day at the left edge again, whatever it measures now."""
        measures = self._scene.measures
        for number, column in enumerate(self._scene.plan.columns):
            if column.day == day:
                start, end = measures.column_left(number), measures.column_right(number)
                self._view.horizontalScrollBar().setValue(round(start + share * (end - start)))

    def show_day(self, wanted: date) -> None:
        """Scroll to a day."""
        for number, column in enumerate(self._scene.plan.columns):
            if column.day == wanted:
                self.stand_on(number)

    def stand_on(self, number: int) -> None:
        """Scroll so that a day begins at the left edge."""
        if number < len(self._scene.plan.columns):
            left = round(self._scene.measures.column_left(number))
            self._view.horizontalScrollBar().setValue(left)

    @Slot(int)
    def reach(self, number: int) -> None:
        """Bring a day into view, if it is not."""
        measures, seen = self._scene.measures, self._seen()
        if self._alone:
            self._view.selection.set(())
        if measures.column_left(number) < seen.left() or measures.column_right(number) > seen.right():
            self.stand_on(number)

    def stay_with_current(self) -> None:
        """Bring the current entry into view where an act, undo or redo has put it out of view."""
        blocks = self._scene.blocks(self._view.selection.current) if self._view.selection.current else []
        rect = blocks[0].rect() if blocks else None
        if self._alone:
            self.stand_on(self.meant())
        moved = rect is not None and self._stood is not None and rect != self._stood
        if moved and rect is not None and not self._seen().contains(rect.topLeft()):
            self._view.reveal(self._view.selection.current)
        self._stood = rect

    @Slot()
    def show_next(self) -> None:
        """Show the day after the one in view."""
        self._turn(1)

    @Slot()
    def show_before(self) -> None:
        """Show the day before the one in view."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        number = self.meant() + by
        if 0 <= number < len(self._scene.plan.columns):
            self._leave()
            self._view.selection.set(())  # what is selected says which day is meant
            self.stand_on(number)

    def _seen(self) -> QRectF:
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()
