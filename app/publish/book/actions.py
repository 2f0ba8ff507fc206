"""Promises that are still open: ours, and theirs."""

from collections.abc import Iterable

from app.domain.words import ActionState, Side
from app.planning.released import Action, Entry
from app.publish.book.blocks import Block, para
from app.publish.book.parts import heading, portion, tab_link, text, title
from app.publish.book.rows import table
from app.publish.book.styles import SMALL, TEXT
from app.publish.book.text import Span, joined
from app.publish.book.view import Book
from app.wording import _
from app.wording.names import word_name

COLUMNS = (1.0, 118.0, 84.0)
OPEN = {ActionState.OPEN, ActionState.IN_PROGRESS}


def compose(book: Book) -> list[Block]:
    """Return the open actions of both sides; nothing where none was released."""
    rows = [row for row in book.visit.actions if row.state in OPEN and row.text]
    blocks = [
        *_side(book, _("What we promised"), [row for row in rows if row.owed_by is Side.OURS]),
        *_side(book, _("What they promised"), [row for row in rows if row.owed_by is Side.HOST]),
    ]
    return [title(_("Open actions")), *blocks] if blocks else []


def promises_on(book: Book, entry: Entry) -> list[Block]:
    """Return what was promised at an entry by either side, kept or not; nothing where nothing was."""
    rows = [row for row in book.visit.actions if row.entry_id == entry.id and row.text]
    ours_first = sorted(rows, key=lambda row: row.owed_by is Side.HOST)
    return _table(book, ours_first, said_at=entry)


def _table(book: Book, rows: Iterable[Action], *, said_at: Entry | None = None) -> list[Block]:
    return table(COLUMNS, (_("Action"), _("Owed by"), _("Due")), (cells(book, row, said_at) for row in rows))


def _side(book: Book, name: str, rows: list[Action]) -> list[Block]:
    found = _table(book, rows)
    return [heading(name), *found] if found else []


def promise_line(book: Book, action: Action, *, state: bool = False) -> str:
    """Return an action in a sentence, with who owes it by when, and if asked how far it has got."""
    who = book.name(action.owner_id) or book.organisation(action.owner_organisation_id)
    how_far = word_name(action.state) if state else ""
    return joined(
        action.text, joined(who or word_name(action.owed_by), book.day(action.due_on), how_far), by=" — "
    )


def cells(book: Book, action: Action, said_at: Entry | None = None) -> list[list[Block]]:
    """Return an action as the cells of a line; what was promised at ``said_at`` does not say so again."""
    mark = action.marking
    owner = joined(book.name(action.owner_id), book.organisation(action.owner_organisation_id))
    other = book.organisation(action.counterpart_organisation_id)
    return [
        [para(action.text, *portion(book, mark, book.base), marking=mark), *_origin(book, action, said_at)],
        [
            *text(owner, mark, TEXT),
            *text(_("to {organisation}").format(organisation=other) if other else "", mark, SMALL),
        ],
        [
            *text(book.day(action.due_on), mark, TEXT),
            para(word_name(action.state), style=SMALL, marking=mark),
        ],
    ]


def _origin(book: Book, action: Action, said_at: Entry | None) -> list[Block]:
    entry = None if said_at else book.entry.get(action.entry_id or "")
    topic = book.visit.topic.get(action.topic_id or "")
    words = joined(entry.title if entry else "", topic.title if topic else "")
    if not words:
        return []
    mark = max(row.marking for row in (entry, topic) if row is not None)
    link = tab_link(book, entry)
    return [para(words, *([Span("  "), *link] if link else []), style=SMALL, marking=mark)]
