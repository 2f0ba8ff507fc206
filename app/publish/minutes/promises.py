"""The promises between us and an organisation over all visits: the minister's question, on a page."""

from collections.abc import Collection, Sequence
from contextlib import ExitStack
from datetime import date, datetime

from app.domain.errors import PlanningError
from app.domain.words import EntryKind, EntryStatus, Marking, Side
from app.planning.released import Action, Entry, ReleasedVisit
from app.publish.book import fonts
from app.publish.book.blocks import Block
from app.publish.book.glyphs import naming_glyphs
from app.publish.book.loose import Edges, bind_loose
from app.publish.book.parts import subtitle, text, title
from app.publish.book.styles import SHEETS, SMALL
from app.publish.book.text import joined
from app.publish.book.view import Book
from app.publish.minutes.owed import Promise, owed, settled
from app.wording import _, dates

_ROADS = {EntryKind.TRAVEL, EntryKind.HOLD, EntryKind.REST, EntryKind.PRIVATE}


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
            *owed(_("What they owe us"), found, Side.HOST, today),
            *owed(_("What we owe them"), found, Side.OURS, today),
            *settled(found),
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
