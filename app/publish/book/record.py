"""What was released of an entry's record, in the order in which papers tell it."""

from collections.abc import Iterator

from app.domain.words import Side
from app.planning.released import Decision, Entry, Member, Record, RecordPoint
from app.publish.book.view import Book
from app.wording.names import word_name


def record_of(book: Book, entry: Entry) -> Record | None:
    """Return the record of an entry, where it has one."""
    return next((row for row in book.visit.records if row.entry_id == entry.id), None)


def points_of(book: Book, entry: Entry) -> list[RecordPoint]:
    """Return what was noted at an entry; that of each item of its agenda is in order."""
    record = record_of(book, entry)
    return [row for row in book.visit.record_points if record and row.record_id == record.id]


def decisions_of(book: Book, entry: Entry) -> list[Decision]:
    """Return what was agreed at an entry: item by item of its agenda, and after them what stands alone."""
    items = book.visit.agenda_of.get(entry.id, ())
    places = {item.id: place for place, item in enumerate(items)}
    rows = (row for row in book.visit.decisions if row.entry_id == entry.id)
    return sorted(rows, key=lambda row: (places.get(row.agenda_item_id or "", len(places)), row.position))


def present_of(book: Book, entry: Entry) -> Iterator[tuple[str, list[tuple[Member, str]]]]:
    """Yield what each side is called, and those of it who came, as :meth:`Book.came` tells."""
    host = book.organisation(entry.host_organisation_id) or word_name(Side.HOST)
    for name, side in ((book.our_side, Side.OURS), (host, Side.HOST)):
        members = book.came(entry, side)
        if members:
            yield name, members
