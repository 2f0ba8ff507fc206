"""Words prepared beforehand: press lines, questions and answers, speeches, glossary, country notes."""

from dataclasses import replace

from app.domain.glossary import meaning
from app.domain.words import NoteKind
from app.planning.released import Note
from app.publish.book.blocks import Anchor, Block, para
from app.publish.book.parts import heading, portion, tab_link, text, title
from app.publish.book.prose import prose
from app.publish.book.rows import row
from app.publish.book.styles import SMALL, STRONG
from app.publish.book.text import Span
from app.publish.book.view import Book
from app.wording import _
from app.wording.notes import about_text, said_in

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
        return [row(COLUMNS, text(note.title, mark, STRONG), _meaning(note), pad=2.5)]
    name = replace(STRONG, before=7, keep_next=bool(note.text))
    heads: list[Block] = [para(note.title, *tail, style=name, marking=mark)] if note.title else []
    entry = book.entry.get(note.entry_id or "")
    if entry is not None and entry.title:
        link = tab_link(book, entry)
        line = [Span("  "), *link] if link else []
        heads.append(para(entry.title, *line, style=replace(SMALL, keep_next=True), marking=entry.marking))
    if note.kind is NoteKind.SPEECH:
        heads += text(about_text(note.kind, note.text), mark, replace(SMALL, keep_next=True))
    body = prose(note.text, mark, *(tail if not note.title else [])) if note.text.strip() else []
    return [*heads, *body]


def _meaning(note: Note) -> list[Block]:
    """Return the word in other languages, a line each, and what it means."""
    found = meaning(note.text)
    words = [para(said_in(term), marking=note.marking) for term in found.terms]
    return [*words, *(prose(found.definition, note.marking) if found.definition else [])]
