"""Promises of several visits in tables: what a side still owes, what is late first, and what is settled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.words import ActionState, Marking, Side
from app.planning.released import Action
from app.publish.book.actions import COLUMNS, OPEN, cells
from app.publish.book.blocks import Block, para
from app.publish.book.parts import heading, text
from app.publish.book.rows import table
from app.publish.book.styles import BAD, SMALL
from app.publish.book.text import joined
from app.publish.book.view import Book, released_day
from app.wording import _, dates, ngettext
from app.wording.actions import days_left
from app.wording.names import word_name

_LATE = replace(SMALL, colour=BAD)
_MORE = replace(SMALL, before=4)


@dataclass(frozen=True, slots=True)
class Promise:
    """An action, with the visit that it was made on; ``last`` where both sides last met there."""

    book: Book
    action: Action
    last: bool = False


def still_owed(found: Sequence[Promise], side: Side) -> list[Promise]:
    """Return what a side still owes, by the day on which it is due: what is overdue comes first."""
    rows = [each for each in found if each.action.owed_by is side and each.action.state in OPEN]
    rows.sort(key=lambda each: (each.action.due_on or date.max, each.action.id))
    return rows


def settled(found: Sequence[Promise]) -> list[Promise]:
    """Return what was kept by either side, or need not be kept any more."""
    return [each for each in found if each.action.state not in OPEN]


def promise_table(
    name: str, rows: Sequence[Promise], today: date | None, *, most: int | None = None
) -> list[Block]:
    """Return promises under a heading, and how many more there are where ``most`` cuts them.

    With ``today`` each says how many days are left, or how late it is.
    """
    lines = (_cells(each, today) for each in rows[:most])
    found = table(COLUMNS, (_("Action"), _("Owed by"), _("Due")), lines)
    return headed(name, found, len(rows[most:]) if most is not None else 0)


def headed(name: str, lines: Sequence[Block], more: int) -> list[Block]:
    """Return lines under a heading, and below how many ``more`` there are; nothing where there is none."""
    if not lines and not more:
        return []
    words = ngettext("and {count} more", "and {count} more", more).format(count=more)
    return [heading(name), *lines, *text(words if more else "", Marking.PUBLIC, _MORE)]


def _cells(promise: Promise, today: date | None) -> list[list[Block]]:
    action, mark = promise.action, promise.action.marking
    what, who, _when = cells(promise.book, action)
    from_where = text(joined(promise.book.visit.visit.title, _made(promise)), promise.book.base, SMALL)
    day = released_day(action.due_on)
    when = text(dates.day_with_year(day) if day else "", mark)  # of any year, unlike those of one visit
    late = _how_late(action, today)
    if action.state is not ActionState.OPEN or not late:  # that it is open is plain where it is late
        when += text(word_name(action.state), mark, SMALL)
    return [[*what, *from_where], who, [*when, *late]]


def _made(promise: Promise) -> str:
    """Return when a promise was made; nothing where it was made at no meeting that the reader may see."""
    entry = promise.book.entry.get(promise.action.entry_id or "")
    if entry is None:
        return ""
    words = _("promised last time, {day}") if promise.last else _("promised {day}")
    return words.format(day=dates.day_with_year(entry.start_wall.date()))


def _how_late(action: Action, today: date | None) -> list[Block]:
    if today is None or action.due_on is None:
        return []
    left = (action.due_on - today).days
    return [para(days_left(left), style=_LATE if left < 0 else SMALL, marking=action.marking)]
