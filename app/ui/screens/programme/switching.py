"""From one form of the programme to another: what is selected stays so, and what was in view is in view."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from app.ui.screens.programme.board.pane import BoardPane

if TYPE_CHECKING:
    from app.ui.screens.programme.list_form import ListForm


@dataclass(frozen=True, slots=True)
class Kept:
    """What one form leaves to the next: what is selected, whether it is seen, and the first day that is."""

    ids: Sequence[str]
    seen: bool
    day: date | None


class Looked(Protocol):
    """A form, as far as it can be looked at elsewhere and come back to."""

    def ids(self) -> Sequence[str]:
        """Return what is selected; the current one stands last."""

    def choose(self, ids: Sequence[str]) -> None:
        """Select these entries; nothing moves."""

    def sees(self, entry_id: str) -> bool:
        """Tell whether an entry is in view."""

    def reveal(self, entry_id: str) -> None:
        """Bring an entry into view, if it is not."""

    def day_of(self, entry_id: str) -> date | None:
        """Return the day on which an entry stands."""

    def days(self) -> Sequence[date]:
        """Return the days of which something is in view, the first one first."""

    def show_day(self, day: date) -> None:
        """Bring a day to where one begins to look."""


class Switching:
    """Carries what is looked at from form to form, and back to where each was."""

    def __init__(self) -> None:
        self._across = 0  # where the whole visit was scrolled to, in pixels

    def leave(self, form: str, looked: Looked, board: BoardPane | None) -> Kept:
        """Note what a form shows before another takes its place."""
        if form == "visit" and board is not None:
            self._across = board.view.horizontalScrollBar().value()
        ids, days = looked.ids(), looked.days()
        return Kept(ids, bool(ids) and looked.sees(ids[-1]), days[0] if days else None)

    def enter(self, form: str, looked: Looked, board: BoardPane | None, kept: Kept) -> None:
        """Show in a form that is in view now what another has left."""
        if form == "visit" and board is not None:
            board.view.horizontalScrollBar().setValue(self._across)
        looked.choose(kept.ids)
        current = kept.ids[-1] if kept.seen else ""
        day = (looked.day_of(current) if current else None) or kept.day
        # One day fills its form; of others several are seen, and those that are stay where they are.
        if day is not None and (form == "day" or day not in looked.days()):
            looked.show_day(day)
        if current:
            looked.reveal(current)


class BoardLooked:
    """The board, of all days or of one."""

    def __init__(self, board: BoardPane) -> None:
        self._board = board

    def ids(self) -> Sequence[str]:
        return self._board.selection.ids

    def choose(self, ids: Sequence[str]) -> None:
        looked_at = set(self._board.scene.looked_at())
        self._board.selection.set(one for one in ids if one in looked_at)

    def sees(self, entry_id: str) -> bool:
        view = self._board.view
        seen = view.mapToScene(view.viewport().rect()).boundingRect()
        return any(seen.intersects(block.rect()) for block in self._board.scene.blocks(entry_id))

    def reveal(self, entry_id: str) -> None:
        if not self.sees(entry_id):
            self._board.view.reveal(entry_id)

    def day_of(self, entry_id: str) -> date | None:
        blocks = self._board.scene.blocks(entry_id)
        return self._board.scene.plan.columns[blocks[0].box.piece.column].day if blocks else None

    def days(self) -> Sequence[date]:
        view, scene = self._board.view, self._board.scene
        left = view.horizontalScrollBar().value()
        return [
            scene.plan.columns[number].day
            for number in scene.measures.days_at(left + 1, left + view.viewport().width() - 1)
            if scene.plan.columns
        ]

    def show_day(self, day: date) -> None:
        self._board.days.show_day(day)


class ListLooked:
    """The list, however it is sorted and grouped."""

    def __init__(self, form: "ListForm") -> None:
        self._form = form

    def ids(self) -> Sequence[str]:
        return [line.id for line in self._form.chosen()]

    def choose(self, ids: Sequence[str]) -> None:
        self._form.view.select_rows(ids)

    def sees(self, entry_id: str) -> bool:
        return entry_id in self._form.view.ids_in_view()

    def reveal(self, entry_id: str) -> None:
        if not self.sees(entry_id):
            self._form.view.reveal_row(entry_id)

    def day_of(self, entry_id: str) -> date | None:
        line = self._form.line(entry_id)
        return None if line is None else line.day

    def days(self) -> Sequence[date]:
        days = (self.day_of(entry_id) for entry_id in self._form.view.ids_in_view())
        return list(dict.fromkeys(day for day in days if day is not None))

    def show_day(self, day: date) -> None:
        self._form.show_day(day)
