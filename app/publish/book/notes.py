"""Words prepared beforehand: press lines, questions and answers, speeches, glossary, country notes."""

from dataclasses import replace

from app.domain.words import NoteKind
from app.planning.released import Note
from app.publish.book.blocks import Anchor, Block, para
from app.publish.book.parts import heading, portion, tab_link, text, title
from app.publish.book.rows import row
from app.publish.book.styles import SMALL, STRONG
from app.publish.book.text import Span
from app.publish.book.view import Book
from app.wording import _

COLUMNS = (0.35, 0.65)


def compose(book: Book) -> list[Block]:
    """Return the notes by kind; nothing where none was released."""
    names = {
        NoteKind.PRESS_LINE: _("Press lines"),
        NoteKind.QUESTION: _("Questions and answers"),
        NoteKind.SPEECH: _("Speeches"),
        NoteKind.GLOSSARY: _("Glossary"),
        NoteKind.COUNTRY: _("Country notes"),
    }
    blocks: list[Block] = []
    for kind, name in names.items():
        rows = [row for row in book.visit.notes if row.kind is kind and (row.title or row.text)]
        if rows:
            blocks.append(heading(name, anchor=Anchor(f"notes-{kind}", name)))
            blocks += [block for one in rows for block in _note(book, one)]
    return [title(_("Press lines and notes")), *blocks] if blocks else []


def _note(book: Book, note: Note) -> list[Block]:
    mark = note.marking
    tail = portion(book, mark, book.base)
    if note.kind is NoteKind.GLOSSARY:
        return [row(COLUMNS, text(note.title, mark, STRONG), text(note.text, mark), pad=2.5)]
    name = replace(STRONG, before=7, keep_next=bool(note.text))
    heads: list[Block] = [para(note.title, *tail, style=name, marking=mark)] if note.title else []
    entry = book.entry.get(note.entry_id or "")
    if entry is not None and entry.title:
        link = tab_link(book, entry)
        line = [Span("  "), *link] if link else []
        heads.append(para(entry.title, *line, style=replace(SMALL, keep_next=True), marking=entry.marking))
    body = [para(note.text, *(tail if not note.title else []), marking=mark)] if note.text else []
    return [*heads, *body]
