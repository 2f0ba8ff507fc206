"""The words of the minutes: who was there, what was said, what came of it, what was told to all."""

from collections.abc import Iterator

from app.domain.words import Marking, Outcome
from app.planning.released import AgendaItem, Entry, Member, Record
from app.publish.book import agenda, seating
from app.publish.book.actions import promises_on
from app.publish.book.blocks import Block, para
from app.publish.book.meeting import when_line
from app.publish.book.parts import heading, points, portion, subtitle, text, title, under
from app.publish.book.record import decisions_of, points_of, present_of, record_of
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
    record = record_of(book, entry)
    words = record and (record.present or record.memorandum or record.readout)
    settled = any(item.outcome or item.outcome_note for item in book.visit.agenda_of.get(entry.id, ()))
    came_of_it = points_of(book, entry) or decisions_of(book, entry)
    return bool(words or settled or came_of_it or promises_on(book, entry))


def compose(book: Book, entry: Entry) -> list[Block]:
    """Return the minutes of an entry: for our own side all, for others the readout."""
    head = [
        title(entry.title or word_name(entry.kind), entry.marking),
        *subtitle(when_line(book, entry, day=dates.day_long), entry.marking),
    ]
    record = record_of(book, entry)
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


def _present(book: Book, entry: Entry, record: Record | None) -> list[Block]:
    """Return who was there of each side, and below it what somebody wrote of others and of who was away."""
    cells: list[list[Block]] = []
    for name, members in present_of(book, entry):
        own: list[Block] = [para(name, style=STRONG, marking=entry.marking)]
        cells.append([*own, *(_person(book, entry, member, sure) for member, sure in members)])
    columns = (0.5, 0.5) if len(cells) > 1 else (1.0,)
    sides: list[Block] = [Row(columns=columns, cells=cells, pad=0.0, rule=None)] if cells else []
    return [*sides, *(_written(book, record.present, record.marking, entry) if record else [])]


def _person(book: Book, entry: Entry, member: Member, sure: str) -> Block:
    name = both_scripts(book.person(member))
    title_there = book.title(member, entry.host_organisation_id)
    return para(joined(name, title_there, sure, by=", "), style=TEXT, marking=entry.marking)


def _said(book: Book, entry: Entry, record: Record | None) -> list[Block]:
    """Return the memorandum where it is written, or else what was noted, item by item."""
    if record and record.memorandum.strip():
        words = _written(book, record.memorandum, record.marking, entry)
        return [*under(_("Memorandum of conversation"), words), *_outcomes(book, entry)]
    noted = points_of(book, entry)
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
    rows = [(decision.text, decision.marking) for decision in decisions_of(book, entry)]
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
