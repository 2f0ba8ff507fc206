"""The dossier of a topic: what is still owed on it, and all that was said and agreed, meeting by meeting."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.errors import PlanningError
from app.domain.words import EntryStatus, Marking, Side
from app.planning.released import Action, AgendaItem, Entry, ReleasedVisit, Topic
from app.publish.book import fonts
from app.publish.book.actions import promise_line
from app.publish.book.blocks import Block, para
from app.publish.book.glyphs import naming_glyphs
from app.publish.book.loose import Edges, bind_loose
from app.publish.book.parts import heading, points, portion, subtitle, text, title
from app.publish.book.rows import labelled
from app.publish.book.styles import SHEETS, SMALL
from app.publish.book.text import joined
from app.publish.book.topic import side_labelled
from app.publish.book.view import Book
from app.publish.minutes.owed import Promise, promise_table, settled, still_owed
from app.wording import _, dates
from app.wording.names import word_name


@dataclass(frozen=True, slots=True)
class _Occasion:
    """A meeting that had the topic on its agenda, and what was promised on it there."""

    book: Book
    entry: Entry
    item: AgendaItem
    promises: tuple[Action, ...]


def build_dossier(
    visits: Sequence[ReleasedVisit], topic_ids: Collection[str], *, paper: str, today: date
) -> bytes:
    """Return the dossier of a topic as a PDF, from visits in the order of time, released for one reader.

    ``topic_ids`` are the topic's in each of them. ``today`` is the day on this desk. ``paper`` is ``a4`` or
    ``letter``. The same visits give the same bytes.

    Raises:
        PlanningError: ``dossier_empty``, there is nothing on it that this reader may see; ``glyph_missing``.
    """
    books = [Book(visit) for visit in visits]
    taken_up = [(book, row) for book in books for row in book.visit.topics if row.id in topic_ids]
    if not taken_up:
        raise PlanningError("dossier_empty")
    fonts.register()
    with naming_glyphs(*visits):
        _book, topic = taken_up[-1]
        edges = Edges(
            name=topic.title,
            foot=_("Dossier"),
            marking=topic.marking,
            subject=_("Dossier of a topic"),
            marking_names=visits[0].marking_names,
        )
        return bind_loose(_story(books, topic, topic_ids, today), SHEETS[paper], edges)


def _story(books: Sequence[Book], topic: Topic, topic_ids: Collection[str], today: date) -> list[Block]:
    items = {item.id for book in books for item in book.visit.agenda_items if item.topic_id in topic_ids}
    promises = [
        Promise(book, row)
        for book in books
        for row in book.visit.actions
        if row.topic_id in topic_ids or row.agenda_item_id in items
    ]
    said = [block for occasion in _occasions(promises, books, topic_ids) for block in _meeting(occasion)]
    return [
        title(topic.title, topic.marking),
        *subtitle(
            _("All that was said and promised, as of {day}").format(day=dates.day_long(today)), Marking.PUBLIC
        ),
        *side_labelled(_("Objective"), text(topic.objective, topic.marking)),
        *promise_table(_("What they owe us"), still_owed(promises, Side.HOST), today),
        *promise_table(_("What we owe them"), still_owed(promises, Side.OURS), today),
        *(said or text(_("It stood on no agenda yet."), Marking.PUBLIC, SMALL)),
        *promise_table(_("Kept, or no longer owed"), settled(promises), None),
    ]


def _occasions(
    promises: Sequence[Promise], books: Sequence[Book], topic_ids: Collection[str]
) -> list[_Occasion]:
    """Return the meetings in the order of time; a promise stands under its item, or under the first there."""
    rows = [
        (book.entry[item.entry_id], item, book)
        for book in books
        for item in book.visit.agenda_items
        if item.topic_id in topic_ids and item.entry_id in book.entry
    ]
    rows.sort(key=lambda row: (row[0].start_utc, row[0].id, row[1].position))
    first = {entry.id: item.id for entry, item, _book in reversed(rows)}
    there = {item.id for _entry, item, _book in rows}
    made: dict[str, list[Action]] = {}
    for action in (each.action for each in promises):
        item_id = action.agenda_item_id or ""
        under = item_id if item_id in there else first.get(action.entry_id or "", "")
        made.setdefault(under, []).append(action)
    return [_Occasion(book, entry, item, tuple(made.get(item.id, ()))) for entry, item, book in rows]


def _meeting(occasion: _Occasion) -> list[Block]:
    """Return one meeting: when and with whom, what was said, what was agreed, what was promised."""
    book, entry, item = occasion.book, occasion.entry, occasion.item
    off = _("called off") if entry.status is EntryStatus.CANCELLED else ""
    day = dates.day_long(entry.start_wall.date())
    second = joined(
        book.visit.visit.title,
        book.organisation(entry.host_organisation_id),
        book.name(item.speaker_id),
        word_name(item.intent),
    )
    came = list(_came_of_it(occasion))
    if not came:
        came = text(_("Nothing of it was written down."), Marking.PUBLIC, SMALL)
    head = heading(joined(day, entry.title or word_name(entry.kind), off), entry.marking)
    line = text(second, max(entry.marking, item.marking, book.base), SMALL)
    for block in line:
        block.keep_next = True  # something follows always, if only that nothing was written down
    return [head, *line, *came]


def _came_of_it(occasion: _Occasion) -> Iterator[Block]:
    book, item = occasion.book, occasion.item
    outcome = joined(word_name(item.outcome) if item.outcome else "", item.outcome_note, by=": ")
    noted = [(row.text, row.marking) for row in book.visit.record_points if row.agenda_item_id == item.id]
    agreed = [(row.text, row.marking) for row in book.visit.decisions if row.agenda_item_id == item.id]
    promised = [(promise_line(book, row, state=True), row.marking) for row in occasion.promises]
    yield from side_labelled(_("Said"), points(book, noted, book.base))
    yield from side_labelled(_("Agreed"), points(book, agreed, book.base))
    yield from side_labelled(_("Promised"), points(book, promised, book.base))
    if outcome:
        tail = portion(book, item.marking, book.base)
        yield labelled(_("Outcome"), para(outcome, *tail, marking=item.marking))
