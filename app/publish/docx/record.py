"""The record of a meeting and its readout for a word processor, to be worked on and handed on."""

from app.domain.errors import PlanningError
from app.domain.words import Marking
from app.planning.released import AgendaItem, Entry, ReleasedVisit
from app.publish.book.actions import promise_line
from app.publish.book.agenda import name_marking
from app.publish.book.agenda import name_of as item_name
from app.publish.book.meeting import when_line
from app.publish.book.record import decisions_of, points_of, present_of, record_of
from app.publish.book.text import joined
from app.publish.book.view import Book
from app.publish.docx import styles
from app.publish.docx.document import Document
from app.wording import _
from app.wording.names import word_name


def build_record(visit: ReleasedVisit, entry_id: str) -> bytes:
    """Return the record of a meeting as .docx, from the visit as it was released for its minutes.

    The memorandum as it is written, else the points as noted. The same visit gives the same bytes.

    Raises:
        PlanningError: ``entry_missing``, the meeting is not in this release; ``record_unwritten``, nothing of
            its record is.
    """
    book, entry = _found(visit, entry_id)
    return _Record(book, entry).build()


def build_readout(visit: ReleasedVisit, entry_id: str) -> bytes:
    """Return the readout of a meeting as .docx: a title and its words, without the marking of each portion.

    Raises:
        PlanningError: ``entry_missing``, the meeting is not in this release; ``readout_unwritten``, it has
            none for this reader.
    """
    book, entry = _found(visit, entry_id)
    record = record_of(book, entry)
    if record is None or not record.readout.strip():
        raise PlanningError("readout_unwritten")
    document = _begun(book, entry)
    document.paragraph(record.readout, record.readout_marking, portion=False)
    return document.finish()


def _found(visit: ReleasedVisit, entry_id: str) -> tuple[Book, Entry]:
    book = Book(visit)
    entry = book.entry.get(entry_id)
    if entry is None:
        raise PlanningError("entry_missing")
    return book, entry


def _begun(book: Book, entry: Entry) -> Document:
    title = entry.title or word_name(entry.kind)
    document = Document(title, book.visit.marking_names, entry.marking)
    document.given(title, style=styles.TITLE)
    document.given(when_line(book, entry), style=styles.SUBTITLE)
    return document


class _Record:
    """One meeting's record while it is written."""

    def __init__(self, book: Book, entry: Entry) -> None:
        self._book, self._entry = book, entry
        self._record = record_of(book, entry)
        self._document = _begun(book, entry)
        self._written = False

    def build(self) -> bytes:
        self._present()
        self._said()
        self._list(
            _("What was agreed"),
            [(row.text, row.marking) for row in decisions_of(self._book, self._entry)],
        )
        self._promises()
        if not self._written:
            raise PlanningError("record_unwritten")
        return self._document.finish()

    def _present(self) -> None:
        """Say who was there of each side, and below it what somebody wrote of others and of who was away."""
        self._document.heading(_("Those present"))
        for name, members in present_of(self._book, self._entry):
            self._document.given(name, style=styles.ITEM)
            for member, sure in members:
                title = self._book.title(member, self._entry.host_organisation_id)
                self._document.given(joined(self._book.name(member.id), title, sure, by=", "))
        if self._record is not None and self._record.present.strip():
            self._written = True
            self._document.paragraph(self._record.present, self._record.marking)

    def _said(self) -> None:
        record = self._record
        memorandum = record.memorandum if record is not None else ""
        self._document.heading(_("Memorandum of conversation"))
        if record is not None and memorandum.strip():
            self._written = True
            self._document.paragraph(memorandum, record.marking)
        for number, item in enumerate(self._book.visit.agenda_of.get(self._entry.id, ()), 1):
            self._item(number, item, noted=not memorandum.strip())
        if not memorandum.strip():
            self._points(None)

    def _item(self, number: int, item: AgendaItem, *, noted: bool) -> None:
        book, document = self._book, self._document
        document.marking = max(document.marking, item.marking, name_marking(book, item))
        document.given(f"{number}  {item_name(book, item)}", style=styles.ITEM)
        if noted:
            self._points(item.id)
        outcome = joined(word_name(item.outcome) if item.outcome else "", item.outcome_note, by=": ")
        self._written = self._written or bool(outcome)
        document.given(outcome, item.marking, label=_("Outcome"))

    def _points(self, item_id: str | None) -> None:
        rows = [row for row in points_of(self._book, self._entry) if row.agenda_item_id == item_id]
        if rows and item_id is None:
            self._document.given(_("Also said"), style=styles.ITEM)
        for row in rows:
            self._written = True
            self._document.paragraph(row.text, row.marking)

    def _promises(self) -> None:
        book = self._book
        there = [row for row in book.visit.actions if row.entry_id == self._entry.id]
        self._list(_("What was promised"), [(promise_line(book, row), row.marking) for row in there])

    def _list(self, heading: str, rows: list[tuple[str, Marking]]) -> None:
        if rows:
            self._written = True
            self._document.heading(heading)
        for words, marking in rows:
            self._document.paragraph(words, marking)
