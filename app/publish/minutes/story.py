"""The words of the minutes: who was there, what was said, what came of it, what was told to all."""

from collections.abc import Iterator

from app.domain.words import Marking, Outcome, Side
from app.planning.released import AgendaItem, Decision, Entry, Member, Record, RecordPoint
from app.publish.book import agenda, seating
from app.publish.book.actions import promises_on
from app.publish.book.blocks import Block, para
from app.publish.book.meeting import when_line
from app.publish.book.parts import heading, points, portion, subtitle, text, title, under
from app.publish.book.rows import Row, table
from app.publish.book.styles import POINT, SMALL, STRONG, TEXT
from app.publish.book.text import joined
from app.publish.book.topic import side_labelled
from app.publish.book.view import Book, both_scripts
from app.wording import _, dates
from app.wording.names import word_name

_BULLETS = ("- ", "• ", "* ", "– ")
_OUTCOMES = (1.0, 92.0)
_APART = 6.0  # points where a line was left empty


def has_record(book: Book, entry: Entry) -> bool:
    """Tell whether anything of an entry's record was released: words, an outcome, or a promise."""
    record = _record(book, entry)
    words = record and (record.present or record.memorandum or record.readout)
    settled = any(item.outcome or item.outcome_note for item in book.visit.agenda_of.get(entry.id, ()))
    came_of_it = _points(book, entry) or _decisions(book, entry)
    return bool(words or settled or came_of_it or promises_on(book, entry))


def compose(book: Book, entry: Entry) -> list[Block]:
    """Return the minutes of an entry: for our own side all, for others the readout."""
    head = [
        title(entry.title or word_name(entry.kind), entry.marking),
        *subtitle(when_line(book, entry, day=dates.day_long), entry.marking),
    ]
    record = _record(book, entry)
    if not book.for_own_side:
        return [*head, *_readout(book, entry, record)]
    return [
        *head,
        *under(_("Those present"), _present(book, entry, record)),
        *_said(book, entry, record),
        *_agreed(book, entry),
        *under(_("What was promised"), promises_on(book, entry)),
        *under(_("Public readout"), _readout(book, entry, record)),
        *seating.compose(book, entry),
    ]


def _record(book: Book, entry: Entry) -> Record | None:
    return next((row for row in book.visit.records if row.entry_id == entry.id), None)


def _points(book: Book, entry: Entry) -> list[RecordPoint]:
    record = _record(book, entry)
    return [row for row in book.visit.record_points if record and row.record_id == record.id]


def _decisions(book: Book, entry: Entry) -> list[Decision]:
    return [row for row in book.visit.decisions if row.entry_id == entry.id]


def _present(book: Book, entry: Entry, record: Record | None) -> list[Block]:
    """Return who was there as somebody wrote it down, or else those of whom nobody said otherwise."""
    if record and record.present.strip():
        return _written(book, record.present, record.marking, entry)
    away = {
        part.member_id for part in book.visit.participations_of.get(entry.id, ()) if part.attended is False
    }
    host = book.organisation(entry.host_organisation_id) or word_name(Side.HOST)
    sides = [(book.our_side, Side.OURS), (host, Side.HOST)]
    cells: list[list[Block]] = []
    for name, side in sides:
        members = [member for member in book.present(entry, side) if member.id not in away]
        if members:
            own: list[Block] = [para(name, style=STRONG, marking=entry.marking)]
            cells.append([*own, *(_person(book, entry, member) for member in members)])
    columns = (0.5, 0.5) if len(cells) > 1 else (1.0,)
    return [Row(columns=columns, cells=cells, pad=0.0, rule=None)] if cells else []


def _person(book: Book, entry: Entry, member: Member) -> Block:
    name = both_scripts(book.person(member))
    title_there = book.title(member, entry.host_organisation_id)
    return para(joined(name, title_there, by=", "), style=TEXT, marking=entry.marking)


def _said(book: Book, entry: Entry, record: Record | None) -> list[Block]:
    """Return the memorandum where it is written, or else what was noted, item by item."""
    if record and record.memorandum.strip():
        words = _written(book, record.memorandum, record.marking, entry)
        return [*under(_("Memorandum of conversation"), words), *_outcomes(book, entry)]
    noted = _points(book, entry)
    blocks: list[Block] = []
    for number, item in enumerate(book.visit.agenda_of.get(entry.id, ()), start=1):
        own = [(row.text, row.marking) for row in noted if row.agenda_item_id == item.id]
        body = [*points(book, own, item.marking), *_outcome(item)]
        if body:
            blocks += [heading(f"{number}  {agenda.name_of(book, item)}", agenda.name_marking(book, item))]
            blocks += body
    alone = [(row.text, row.marking) for row in noted if row.agenda_item_id is None]
    return [*blocks, *under(_("Also said"), points(book, alone, entry.marking))]


def _outcome(item: AgendaItem) -> list[Block]:
    words = joined(_word(item.outcome), item.outcome_note, by=": ")
    return side_labelled(_("Outcome"), text(words, item.marking))


def _word(outcome: Outcome | None) -> str:
    return word_name(outcome) if outcome else ""


def _outcomes(book: Book, entry: Entry) -> list[Block]:
    """Return what came of each item in a table, for a memorandum tells of them in its own way."""
    items = [item for item in book.visit.agenda_of.get(entry.id, ()) if item.outcome or item.outcome_note]
    cells = (
        [
            [
                para(agenda.name_of(book, item), style=STRONG, marking=agenda.name_marking(book, item)),
                *text(item.outcome_note, item.marking, SMALL),
            ],
            text(_word(item.outcome), item.marking),
        ]
        for item in items
    )
    return table(_OUTCOMES, (_("Item"), _("Outcome")), cells)


def _agreed(book: Book, entry: Entry) -> list[Block]:
    rows = [(decision.text, decision.marking) for decision in _decisions(book, entry)]
    return under(_("What was agreed"), points(book, rows, entry.marking))


def _readout(book: Book, entry: Entry, record: Record | None) -> list[Block]:
    return _written(book, record.readout, record.readout_marking, entry) if record else []


def _written(book: Book, words: str, marking: Marking, entry: Entry) -> list[Block]:
    """Return a text line by line, with bullets; where it is held closer than its meeting, the end says so."""
    found = list(_split(words))
    blocks: list[Block] = []
    for place, (line, bullet, before) in enumerate(found, start=1):
        tail = portion(book, marking, entry.marking) if place == len(found) else []
        block = para(line, *tail, style=POINT if bullet else TEXT, marking=marking, bullet=bullet)
        block.before = before
        blocks.append(block)
    return blocks


def _split(words: str) -> Iterator[tuple[str, str, float]]:
    """Yield the lines of a text, each with its bullet and the room before it where a line was left empty."""
    before = 0.0
    for line in words.splitlines():
        plain = line.strip()
        if plain.startswith(_BULLETS):
            yield plain[2:].strip(), "•", before
        elif plain:
            yield plain, "", before
        before = 0.0 if plain else _APART
