"""The columns of the programme as a list, and what is written where a cell is edited."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum
from functools import partial
from typing import Any

from app.domain.errors import PlanningError
from app.domain.time import from_utc
from app.domain.words import EntryKind, EntryStatus, Marking
from app.planning.moving import Start
from app.planning.verbs.entries import edit_entry, move_entry
from app.planning.verbs.typed import type_end, type_start
from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.forms.clock_text import read_clock, read_day
from app.ui.forms.words import vocabulary
from app.ui.inspector.acts import act
from app.ui.screens.programme.board.asking import Question, name_city, question
from app.ui.screens.programme.words import ListRow, day_words, ends, other_clock, parties, starts, where
from app.ui.tables.cell_edit import CellEdit
from app.ui.tables.column import Column
from app.wording import _
from app.wording.dates import duration
from app.wording.names import word_name

_TONES = {EntryStatus.CONFIRMED: "muted", EntryStatus.TENTATIVE: "warn", EntryStatus.CANCELLED: "bad"}


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
        known = {_key(word): word for word, _name in words}
        return CellEdit(
            lambda row: _key(getattr(row.line, column)),
            partial(self._set, column, known.__getitem__),
            choices=[(_key(word), name) for word, name in words],
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


def columns(
    desk: Desk,
    markings: Sequence[str],
    ask: Callable[[Question], object],
    done: Callable[[str], object],
) -> tuple[Column, ...]:
    """Return the columns; ``markings`` are the planner's names, the others are as with :class:`Cells`."""
    cells = Cells(desk, ask, done)
    return (*_when(cells), *_what(cells), *_how(cells, markings))


def _when(cells: Cells) -> tuple[Column, ...]:
    return (
        Column(
            "day",
            _("Day"),
            day_words,
            sort=lambda row: row.line.order,
            edit=CellEdit(day_words, cells.day),
            hidden=True,
            width=120,
        ),
        Column(
            "start",
            _("Starts"),
            starts,
            sort=lambda row: row.line.order[1:],
            edit=CellEdit(partial(_reading, "start"), cells.start),
            width=96,
        ),
        Column(
            "end",
            _("Ends"),
            ends,
            sort=lambda row: row.line.end_utc,
            edit=CellEdit(partial(_reading, "end"), cells.end),
            width=108,
        ),
        Column("other", _("Other clock"), other_clock, sort=lambda row: row.line.order[1:], width=132),
    )


def _what(cells: Cells) -> tuple[Column, ...]:
    return (
        Column(
            "title",
            _("Title"),
            lambda row: row.title,
            look=_look,
            edge=lambda row: row.line.kind,
            badge=lambda row: None if row.line.marking is row.head.marking else row.line.marking,
            edit=cells.edit("title", lambda row: row.title),
            width=248,
        ),
        Column(
            "place",
            _("Place"),
            lambda row: where(row.line),
            edit=CellEdit(
                lambda row: row.line.place or "",
                cells.place,
                finder=finders(cells.desk).places,
                allowed=lambda row: row.line.kind is not EntryKind.TRAVEL,  # a way has two ends
            ),
            width=146,
        ),
        Column(
            "room",
            _("Room"),
            lambda row: row.line.room,
            edit=cells.edit("room", lambda row: row.line.room),
            hidden=True,
            width=120,
        ),
        Column(
            "kind",
            _("Kind"),
            lambda row: word_name(row.line.kind),
            edit=cells.choice("kind", vocabulary(EntryKind)),
            hidden=True,
            width=96,
        ),
    )


def _how(cells: Cells, markings: Sequence[str]) -> tuple[Column, ...]:
    return (
        Column(
            "status",
            _("Status"),
            lambda row: word_name(row.line.status),
            tone=lambda row: _TONES[row.line.status],
            edit=cells.choice("status", vocabulary(EntryStatus)),
            width=100,
        ),
        Column(
            "parties",
            _("For"),
            lambda row: parties(row.line),
            tone=lambda row: "" if row.line.parties else "muted",
            width=132,
        ),
        Column(
            "people",
            _("People"),
            lambda row: str(row.line.participants or ""),
            sort=lambda row: row.line.participants,
            align_right=True,
            hidden=True,
            width=70,
        ),
        Column(
            "length",
            _("Takes"),
            lambda row: duration(_minutes(row)),
            sort=_minutes,
            hidden=True,
            width=80,
        ),
        Column(
            "marking",
            _("Marking"),
            lambda _row: "",
            badge=lambda row: row.line.marking,
            sort=lambda row: int(row.line.marking),
            edit=cells.choice("marking", list(zip(Marking, markings, strict=True))),
            hidden=True,
            width=120,
        ),
    )


def _key(word: Enum) -> str:
    return str(word.value)


def _reading(end: str, row: ListRow) -> str:
    """Return the clock of an end, as it is typed over."""
    line = row.line
    wall: datetime = getattr(line, f"{end}_wall")
    if row.home:
        wall = from_utc(getattr(line, f"{end}_utc"), row.head.home_zone).time
    return f"{wall:%H:%M}"


def _look(row: ListRow) -> str:
    looks = {EntryStatus.CANCELLED: "struck", EntryStatus.TENTATIVE: "slanted"}
    return looks.get(row.line.status, "strong")


def _minutes(row: ListRow) -> int:
    return int((row.line.end_utc - row.line.start_utc).total_seconds()) // 60
