"""Promises of several visits in tables: what a side still owes, what is late first, and what is settled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.words import Side
from app.planning.released import Action
from app.publish.book.actions import COLUMNS, OPEN, cells
from app.publish.book.blocks import Block, para
from app.publish.book.parts import heading, text
from app.publish.book.rows import table
from app.publish.book.styles import BAD, SMALL
from app.publish.book.view import Book, released_day
from app.wording import _, dates
from app.wording.actions import days_left
from app.wording.names import word_name

_LATE = replace(SMALL, colour=BAD)


@dataclass(frozen=True, slots=True)
class Promise:
    """An action, with the visit that it was made on."""

    book: Book
    action: Action


def owed(name: str, found: Sequence[Promise], side: Side, today: date) -> list[Block]:
    """Return what a side still owes, by the day on which it is due: what is overdue comes first."""
    rows = [each for each in found if each.action.owed_by is side and each.action.state in OPEN]
    rows.sort(key=lambda each: (each.action.due_on is None, each.action.due_on or today, each.action.id))
    return _table(name, rows, today)


def settled(found: Sequence[Promise]) -> list[Block]:
    """Return what was kept by either side, or need not be kept any more."""
    return _table(
        _("Kept, or no longer owed"), [each for each in found if each.action.state not in OPEN], None
    )


def _table(name: str, rows: Sequence[Promise], today: date | None) -> list[Block]:
    lines = table(COLUMNS, (_("Action"), _("Owed by"), _("Due")), (_cells(each, today) for each in rows))
    return [heading(name), *lines] if lines else []


def _cells(promise: Promise, today: date | None) -> list[list[Block]]:
    action, mark = promise.action, promise.action.marking
    what, who, _when = cells(promise.book, action)
    visit = text(promise.book.visit.visit.title, promise.book.base, SMALL)
    day = released_day(action.due_on)
    when = text(dates.day_with_year(day) if day else "", mark)  # of any year, unlike those of one visit
    return [
        [*what, *visit],
        who,
        [*when, para(word_name(action.state), style=SMALL, marking=mark), *_how_late(action, today)],
    ]


def _how_late(action: Action, today: date | None) -> list[Block]:
    if today is None or action.due_on is None:
        return []
    left = (action.due_on - today).days
    return [para(days_left(left), style=_LATE if left < 0 else SMALL, marking=action.marking)]
