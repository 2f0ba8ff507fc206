"""Who said what at which meeting: notes, what was agreed, and what came of an item, the latest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.words import Marking
from app.planning.released import AgendaItem, Entry
from app.publish.book import agenda
from app.publish.book.actions import COLUMNS
from app.publish.book.blocks import Block, para
from app.publish.book.parts import portion, text
from app.publish.book.rows import table
from app.publish.book.styles import SMALL
from app.publish.book.view import Book
from app.publish.minutes.owed import headed
from app.wording import _, dates
from app.wording.names import word_name


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said at a meeting; ``how`` tells what came of it, or that it was agreed."""

    book: Book
    entry: Entry
    item: AgendaItem | None
    words: str
    marking: Marking
    how: str = ""


def all_said(meetings: Iterable[tuple[Book, Entry]]) -> list[Said]:
    """Return what was said at meetings, that of the latest first; in each, notes before what was agreed."""
    latest_first = sorted(meetings, key=lambda each: (each[1].start_utc, each[1].id), reverse=True)
    return [said for book, entry in latest_first for said in _at(book, entry) if said.words.strip()]


def said_table(rows: Sequence[Said], *, most: int) -> list[Block]:
    """Return the first of what was said, under a heading, and how much more there is."""
    labels = (_("What was said"), _("On"), _("When"))
    return headed(_("Who said what"), table(COLUMNS, labels, map(_cells, rows[:most])), len(rows[most:]))


def _at(book: Book, entry: Entry) -> Iterator[Said]:
    items = {item.id: item for item in book.visit.agenda_of.get(entry.id, ())}
    records = {row.id for row in book.visit.records if row.entry_id == entry.id}
    for point in book.visit.record_points:
        if point.record_id in records:
            yield Said(book, entry, items.get(point.agenda_item_id or ""), point.text, point.marking)
    for row in book.visit.decisions:
        if row.entry_id == entry.id:
            item = items.get(row.agenda_item_id or "")
            yield Said(book, entry, item, row.text, row.marking, _("Agreed"))
    for item in items.values():
        how = word_name(item.outcome) if item.outcome else ""
        yield Said(book, entry, item, item.outcome_note, item.marking, how)


def _cells(said: Said) -> list[list[Block]]:
    book, item, mark = said.book, said.item, said.marking
    about: list[Block] = []
    if item is not None:
        about += text(agenda.name_of(book, item), max(mark, agenda.name_marking(book, item)))
        about += text(book.name(item.speaker_id), mark, SMALL)
    day = dates.day_with_year(said.entry.start_wall.date())
    return [
        [
            para(said.words, *portion(book, mark, book.base), marking=mark),
            *text(said.entry.title, said.entry.marking, SMALL),
        ],
        about,
        [*text(day, said.entry.marking), *text(said.how, mark, SMALL)],
    ]
