"""The columns of the programme as a list."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from app.domain.time import from_utc
from app.domain.words import EntryKind, EntryStatus, Marking
from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.forms.words import vocabulary
from app.ui.screens.programme.board.asking import Question
from app.ui.screens.programme.cells import Cells
from app.ui.screens.programme.words import ListRow, day_words, ends, other_clock, parties, starts, where
from app.ui.tables.cell_edit import CellEdit
from app.ui.tables.column import Column
from app.wording import _
from app.wording.dates import duration
from app.wording.names import word_name

_TONES = {EntryStatus.CONFIRMED: "muted", EntryStatus.TENTATIVE: "warn", EntryStatus.CANCELLED: "bad"}


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
            width=100,
            keeps=True,
        ),
        Column(
            "start",
            _("Starts"),
            starts,
            sort=lambda row: row.line.order[1:],
            edit=CellEdit(partial(_reading, "start"), cells.start),
            width=104,
            keeps=True,
        ),
        Column(
            "end",
            _("Ends"),
            ends,
            sort=lambda row: row.line.end_utc,
            edit=CellEdit(partial(_reading, "end"), cells.end),
            width=112,
            keeps=True,
        ),
        Column(
            "other",
            _("Other clock"),
            other_clock,
            sort=lambda row: row.line.order[1:],
            width=128,
            keeps=True,
        ),
    )


def _what(cells: Cells) -> tuple[Column, ...]:
    return (
        Column(
            "title",
            _("Title"),
            lambda row: row.title,
            look=_look,
            tone=lambda row: "muted" if row.cut else "",
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
            keeps=True,
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
