"""The agenda of a meeting with its running clock, and each item in the depth of its intent."""

from dataclasses import replace
from itertools import accumulate

from app.domain.time import Precision
from app.domain.words import Intent, Marking, PointKind
from app.planning.released import EPOCH, AgendaItem, Entry
from app.publish.book import topic as topic_words
from app.publish.book.blocks import Block, para
from app.publish.book.clocks import minutes_of, running
from app.publish.book.parts import heading, label, points, text
from app.publish.book.rows import head_row, row
from app.publish.book.styles import BAD, COLUMN, MUTED, NUMBER, SMALL, SMALL_CELL, STRONG, TEXT, Align
from app.publish.book.text import Span, joined
from app.publish.book.view import Book
from app.wording import _, dates, ngettext
from app.wording.names import word_name

_RIGHT = replace(COLUMN, align=Align.RIGHT)
COLUMNS = (16.0, 74.0, 1.0, 110.0, 52.0, 34.0)


def compose(book: Book, entry: Entry) -> list[Block]:
    """Return the agenda and its items; nothing where the audience has no agenda."""
    items = book.visit.agenda_of.get(entry.id, ())
    if not items:
        return []
    details = [block for number, item in enumerate(items, 1) for block in _item(book, number, item)]
    return [label(_("Agenda")), *_table(book, entry, items), *details]


def name_of(book: Book, item: AgendaItem) -> str:
    """Return the title of an agenda item, that of its topic where it has none of its own."""
    topic = book.visit.topic.get(item.topic_id or "")
    return item.title or (topic.title if topic else "") or _("Any other business")


def name_marking(book: Book, item: AgendaItem) -> Marking:
    """Return the marking of an item's title, which may be its topic's."""
    topic = book.visit.topic.get(item.topic_id or "")
    return topic.marking if topic and not item.title else item.marking


def _table(book: Book, entry: Entry, items: tuple[AgendaItem, ...]) -> list[Block]:
    timed = any(item.minutes for item in items)
    clocked = timed and entry.start_wall != EPOCH and entry.start_precision is not Precision.UNDECIDED
    speakers = any(book.name(item.speaker_id) for item in items)
    labels = ("", _("Time"), _("Item"), _("Speaker"), _("Intent"), _("Min"))
    shown = (True, clocked, True, speakers, book.for_own_side, timed)
    columns = tuple(size for size, keep in zip(COLUMNS, shown, strict=True) if keep)
    kept = [name for name, keep in zip(labels, shown, strict=True) if keep]
    looks = [COLUMN if name != _("Min") else _RIGHT for name in kept]
    head = head_row(columns, *kept, styles=looks)
    starts = accumulate((item.minutes for item in items), initial=0)
    blocks: list[Block] = [head]
    for number, (item, start) in enumerate(zip(items, starts, strict=False), 1):
        cells = _cells(book, entry, item, number, start)
        blocks.append(row(columns, *_kept(cells, shown), head=head, pad=3.0))
    return [*blocks, *(_sum(entry, items) if timed else [])]


def _kept(cells: list[list[Block]], shown: tuple[bool, ...]) -> list[list[Block]]:
    return [cell for cell, keep in zip(cells, shown, strict=True) if keep]


def _cells(book: Book, entry: Entry, item: AgendaItem, number: int, start: int) -> list[list[Block]]:
    mark = item.marking
    span = ""
    if entry.start_wall != EPOCH:
        span = f"{running(entry, start)}–{running(entry, start + item.minutes)}"
    topic = book.visit.topic.get(item.topic_id or "")
    below = topic.title if topic and item.title and topic.title != item.title else ""
    return [
        [para(str(number), style=SMALL_CELL)],
        [para(span, style=SMALL_CELL, marking=mark)],
        [
            para(name_of(book, item), style=STRONG, marking=name_marking(book, item)),
            *text(below, topic.marking if topic else mark, SMALL),
        ],
        text(book.name(item.speaker_id), mark, TEXT),
        [para(word_name(item.intent), style=SMALL_CELL, marking=mark)],
        [para(str(item.minutes), style=NUMBER, marking=mark)],
    ]


def _sum(entry: Entry, items: tuple[AgendaItem, ...]) -> list[Block]:
    total = sum(item.minutes for item in items)
    spare = minutes_of(entry) - total
    words = ngettext("{count} minute", "{count} minutes", total).format(count=total)
    more = ""
    if entry.end_utc != EPOCH and spare >= 0:
        more = _("{time} to spare").format(time=dates.duration(spare))
    over = _("over by {time}").format(time=dates.duration(spare)) if spare < 0 else ""
    tail = Span(f" · {over or more}" if over or more else "", colour=BAD if over else MUTED)
    mark = max((entry.marking, *(item.marking for item in items)))
    return [para(words, tail, style=replace(SMALL, before=4), marking=mark)]


def _item(book: Book, number: int, item: AgendaItem) -> list[Block]:
    topic = book.visit.topic.get(item.topic_id or "")
    said = [*topic_words.wants(topic), *_points(book, item)]
    guarded = topic_words.guarded(book, topic)
    defensive = item.intent is Intent.IF_RAISED  # what to say if they raise it comes first then
    body = [*(guarded + said if defensive else said + guarded), *topic_words.ground(book, topic)]
    if not body:
        return []
    title = f"{number}  {name_of(book, item)}"
    name = heading(title, name_marking(book, item))
    minutes = _("{minutes} min").format(minutes=item.minutes) if item.minutes else ""
    area = word_name(topic.area) if topic else ""
    line = joined(word_name(item.intent), minutes, book.name(item.speaker_id), area)
    below = para(line, style=SMALL, marking=item.marking)
    below.keep_next = True
    below.after = 5.0
    again = heading(title, name.marking)
    again.parts = (title, Span(f"  {_('continued')}", font=SMALL.font, colour=MUTED))
    for block in body:
        block.head = again
    return [name, below, *body]


def _points(book: Book, item: AgendaItem) -> list[Block]:
    found = book.visit.points_of.get(item.id, ())
    names = {PointKind.SAY: _("Say"), PointKind.RESPOND: _("Respond"), PointKind.AVOID: _("Avoid")}
    blocks: list[Block] = []
    for kind, name in names.items():
        rows = [(row.text, row.marking) for row in found if row.kind is kind]
        blocks += topic_words.side_labelled(name, points(book, rows, item.marking))
    return blocks
