"""What is written where a cell of the list is edited: one step, asked about where a time needs it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum
from functools import partial
from typing import Any

from app.domain.errors import PlanningError
from app.planning.moving import Start
from app.planning.verbs.entries import edit_entry, move_entry
from app.planning.verbs.typed import type_end, type_start
from app.ui.desk import Desk
from app.ui.forms.clock_text import read_clock, read_day
from app.ui.inspector.acts import act
from app.ui.screens.programme.board.asking import Question, name_city, question
from app.ui.screens.programme.words import ListRow
from app.ui.tables.cell_edit import CellEdit
from app.wording import _


class Cells:
    """Writes what is typed into cells, each as one step that undo names as the inspector's fields do.

    ``ask`` gets a :class:`Question` where a time is skipped or comes twice: nothing is written until it
    is answered. ``done`` gets the sentence of an act of which others may have to be told: another time.
    """

    def __init__(self, desk: Desk, ask: Callable[[Question], object], done: Callable[[str], object]) -> None:
        self.desk = desk
        self._ask = ask
        self._done = done

    def edit(self, column: str, text: Callable[[ListRow], str], **how: Any) -> CellEdit:
        """Return how a column of words is edited."""
        return CellEdit(text, partial(self._set, column, str), **how)

    def choice(self, column: str, words: Sequence[tuple[Enum, str]]) -> CellEdit:
        """Return how a column is edited that holds one of these words, each with its name."""
        known = {word_key(word): word for word, _name in words}
        return CellEdit(
            lambda row: word_key(getattr(row.line, column)),
            partial(self._set, column, known.__getitem__),
            choices=[(word_key(word), name) for word, name in words],
        )

    def _set(self, column: str, means: Callable[[str], object], row: ListRow, text: str) -> None:
        self.do(column, row, edit_entry, **{column: means(text)})

    def do(self, column: str, row: ListRow, verb: Callable[..., object], **fields: Any) -> None:
        """Run a verb on an entry.

        Raises:
            AideError: it is refused, or the file is.
        """
        self.desk.do(act(column).format(name=row.title), partial(verb, entry_id=row.id, **fields))

    def day(self, row: ListRow, text: str) -> None:
        """Move an entry to a day."""
        found = read_day(text, row.line.day)
        if found is None:
            raise PlanningError("day_unreadable", field="start_wall")
        wall = datetime.combine(found, row.line.start_wall.time())
        self._timed(
            "start",
            row,
            partial(move_entry, start_wall=wall),
            lambda chosen: {"start_wall": chosen.wall, "start_fold": chosen.fold},
        )

    def start(self, row: ListRow, text: str) -> None:
        """Let an entry start at a clock."""
        self._clock("start", type_start, row, text)

    def end(self, row: ListRow, text: str) -> None:
        """Let an entry end at a clock."""
        self._clock("end", type_end, row, text)

    def place(self, row: ListRow, text: str) -> None:
        """Put an entry at a place, or at none."""
        self.do("place_id", row, edit_entry, place_id=text or None)

    def _clock(self, end: str, verb: Callable[..., object], row: ListRow, text: str) -> None:
        clock = read_clock(text)
        if clock is None:
            raise PlanningError("clock_unreadable", field=f"{end}_wall")
        self._timed(
            end,
            row,
            partial(verb, clock=clock, home=row.home),
            lambda chosen: {"clock": chosen.wall.time(), "on": chosen.wall.date(), "fold": chosen.fold},
        )

    def _timed(
        self,
        column: str,
        row: ListRow,
        verb: Callable[..., object],
        instead: Callable[[Start], dict[str, Any]],
    ) -> None:
        """Run a verb that sets a time; where that is skipped or comes twice, ask which is meant, and run it.

        ``instead`` returns with what fields the verb takes a chosen time.
        """

        def run(**fields: Any) -> None:
            self.do(column, row, verb, **fields)
            self._done(_told(column).format(title=row.title))

        def again(chosen: Start) -> None:
            run(**instead(chosen))

        def fits(chosen: Start) -> bool:
            return self.desk.refusal(verb, entry_id=row.id, **instead(chosen)) is None

        try:
            run()
        except PlanningError as error:
            name_city(self.desk, error, row.id)
            asked = question(error, "", fits, again)
            if asked is None:
                raise
            self._ask(asked)


def _told(end: str) -> str:
    return _("The length of “{title}” changed.") if end == "end" else _("“{title}” moved.")


def word_key(word: Enum) -> str:
    """Return by what a word of a vocabulary is known in a cell."""
    return str(word.value)
