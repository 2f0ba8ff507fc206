"""The promises between us and an organisation over all visits: the minister's question, on a page."""

from collections.abc import Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.errors import PlanningError
from app.domain.words import EntryKind, EntryStatus, Marking, Side
from app.planning.released import Action, Entry, ReleasedVisit
from app.publish.book import fonts
from app.publish.book.actions import COLUMNS, OPEN, cells
from app.publish.book.blocks import Block, para
from app.publish.book.glyphs import naming_glyphs
from app.publish.book.loose import Edges, bind_loose
from app.publish.book.parts import heading, subtitle, text, title
from app.publish.book.rows import table
from app.publish.book.styles import BAD, SHEETS, SMALL
from app.publish.book.text import joined
from app.publish.book.view import Book, released_day
from app.wording import _, dates
from app.wording.actions import days_left
from app.wording.names import word_name

_ROADS = {EntryKind.TRAVEL, EntryKind.HOLD, EntryKind.REST, EntryKind.PRIVATE}
_LATE = replace(SMALL, colour=BAD)


@dataclass(frozen=True, slots=True)
class Promise:
    """An action, with the visit that it was made on."""

    book: Book
    action: Action


def build_promises(
    visits: Sequence[ReleasedVisit],
    organisation_id: str,
    family: Collection[str],
    *,
    paper: str,
    now: datetime,
    today: date,
) -> bytes:
    """Return the promises of both sides with an organisation as a PDF, from visits released for one reader.

    ``family`` are the ids of the organisation and all below it. ``now`` is naive UTC; ``today`` is the day
    on this desk. ``paper`` is ``a4`` or ``letter``.

    Raises:
        PlanningError: ``promises_empty``, there is none that this reader may see; ``glyph_missing``.
    """
    books = [Book(visit) for visit in visits]
    found = [
        Promise(book, row) for book in books for row in book.visit.actions if _is_with(book, row, family)
    ]
    if not found:
        raise PlanningError("promises_empty")
    name = next((full for book in books if (full := book.organisation_in_full(organisation_id))), "")
    fonts.register()
    with ExitStack() as naming:
        for visit in visits:
            naming.enter_context(naming_glyphs(visit))
        story = [
            title(name or _("Promises")),
            *subtitle(_("As of {day}").format(day=dates.day_long(today)), Marking.PUBLIC),
            *_last_met(books, family, now),
            *_next_meeting(books, family, now),
            *_owed(_("What they owe us"), found, Side.HOST, today),
            *_owed(_("What we owe them"), found, Side.OURS, today),
            *_settled(found),
        ]
        edges = Edges(
            name=name,
            foot=_("Promises of both sides"),
            marking=Marking.PUBLIC,
            subject=_("Promises of an organisation"),
            marking_names=visits[0].marking_names,
        )
        return bind_loose(story, SHEETS[paper], edges)


def _is_with(book: Book, action: Action, family: Collection[str]) -> bool:
    """Tell whether an action names the organisation, or was made at a meeting with it and names nobody."""
    named = {action.owner_organisation_id, action.counterpart_organisation_id} - {None}
    if named:
        return bool(named & set(family))
    entry = book.entry.get(action.entry_id or "")
    return entry is not None and _takes_part(book, entry, family)


def _takes_part(book: Book, entry: Entry, family: Collection[str]) -> bool:
    if entry.status is EntryStatus.CANCELLED or entry.kind in _ROADS:
        return False
    hosts = (member.organisation_id for member in book.present(entry, Side.HOST))
    return entry.host_organisation_id in family or any(host in family for host in hosts)


def _last_met(books: Sequence[Book], family: Collection[str], now: datetime) -> list[Block]:
    met = [
        (entry.end_utc, entry.id, book, entry)
        for book in books
        for entry in book.visit.entries
        if entry.end_utc < now and _takes_part(book, entry, family)
    ]
    if not met:
        return []
    *_when, book, entry = max(met, key=lambda each: each[:2])
    return _meeting(_("Last met on {day}"), book, entry)


def _next_meeting(books: Sequence[Book], family: Collection[str], now: datetime) -> list[Block]:
    coming = [
        (entry.start_utc, entry.id, book, entry)
        for book in books
        for entry in book.visit.entries
        if entry.end_utc >= now and _takes_part(book, entry, family)
    ]
    if not coming:
        return []
    *_when, book, entry = min(coming, key=lambda each: each[:2])
    return _meeting(_("Next meeting on {day}"), book, entry)


def _meeting(words: str, book: Book, entry: Entry) -> list[Block]:
    day = words.format(day=dates.day_long(entry.start_wall.date()))
    line = joined(day, entry.title, book.visit.visit.title)
    return text(line, max(entry.marking, book.base), SMALL)


def _owed(name: str, found: Sequence[Promise], side: Side, today: date) -> list[Block]:
    """Return what a side still owes, by the day on which it is due: what is overdue comes first."""
    rows = [each for each in found if each.action.owed_by is side and each.action.state in OPEN]
    rows.sort(key=lambda each: (each.action.due_on is None, each.action.due_on or today, each.action.id))
    return _table(name, rows, today)


def _settled(found: Sequence[Promise]) -> list[Block]:
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
