"""What an organisation and we promised and said, over all visits: the minister's question, on a page."""

from collections.abc import Collection, Sequence
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
from app.publish.minutes.fitting import on_one_page
from app.publish.minutes.owed import Promise, promise_table, settled, still_owed
from app.publish.minutes.said import all_said, said_table
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

    What was said stands there, too. All stands on one page: where there is too much, the page says how many
    more there are. ``family`` are the ids of the organisation and all below it. ``now`` is naive UTC;
    ``today`` is the day on this desk. ``paper`` is ``a4`` or ``letter``.

    Raises:
        PlanningError: ``promises_empty``, there is nothing that this reader may see; ``glyph_missing``.
    """
    page = _Page([Book(visit) for visit in visits], organisation_id, family, now, today)
    if page.empty:
        raise PlanningError("promises_empty")
    fonts.register()
    with naming_glyphs(*visits):
        story = on_one_page(page.sizes, page.compose, SHEETS[paper])
        edges = Edges(
            name=page.name,
            foot=_("Promises of both sides"),
            marking=Marking.PUBLIC,
            subject=_("Promises of an organisation"),
            marking_names=visits[0].marking_names,
        )
        return bind_loose(story, SHEETS[paper], edges)


class _Page:
    """The lists of one organisation's page: what is owed either way, what was said, what is settled."""

    def __init__(
        self,
        books: Sequence[Book],
        organisation_id: str,
        family: Collection[str],
        now: datetime,
        today: date,
    ) -> None:
        self._today = today
        meetings = [
            (book, entry)
            for book in books
            for entry in book.visit.entries
            if _takes_part(book, entry, family)
        ]
        met = [each for each in meetings if each[1].end_utc < now]
        coming = [each for each in meetings if each[1].end_utc >= now]
        self._last = max(met, key=lambda each: (each[1].end_utc, each[1].id), default=None)
        self._next = min(coming, key=lambda each: (each[1].start_utc, each[1].id), default=None)
        last = self._last[0] if self._last else None
        found = [
            Promise(book, row, last=book is last)
            for book in books
            for row in book.visit.actions
            if _is_with(book, row, family)
        ]
        self._theirs, self._ours = still_owed(found, Side.HOST), still_owed(found, Side.OURS)
        self._settled = settled(found)
        self._said = all_said(meetings)
        names = (book.organisation_in_full(organisation_id) for book in books)
        self.name = next(filter(None, names), "")

    @property
    def sizes(self) -> list[int]:
        """How many lines each list has, the most important first."""
        return [len(rows) for rows in (self._theirs, self._ours, self._said, self._settled)]

    @property
    def empty(self) -> bool:
        """Whether there is nothing that this reader may see."""
        return not any(self.sizes)

    def compose(self, most: Sequence[int]) -> list[Block]:
        """Return the page with so many lines of each list."""
        theirs, ours, said, done = most
        today = self._today
        return [
            title(self.name or _("Promises")),
            *subtitle(_("As of {day}").format(day=dates.day_long(today)), Marking.PUBLIC),
            *_meeting(_("Last met on {day}"), self._last),
            *_meeting(_("Next meeting on {day}"), self._next),
            *promise_table(_("What they owe us"), self._theirs, today, most=theirs),
            *promise_table(_("What we owe them"), self._ours, today, most=ours),
            *said_table(self._said, most=said),
            *promise_table(_("Kept, or no longer owed"), self._settled, None, most=done),
        ]


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


def _meeting(words: str, found: tuple[Book, Entry] | None) -> list[Block]:
    if found is None:
        return []
    book, entry = found
    day = words.format(day=dates.day_long(entry.start_wall.date()))
    line = joined(day, entry.title, book.visit.visit.title)
    return text(line, max(entry.marking, book.base), SMALL)
