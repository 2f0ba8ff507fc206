"""The notes of a visit, in their order, and one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from app.data.models import Entry, Note
from app.domain.errors import PlanningError
from app.domain.words import Marking, NoteKind


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note with all its columns; ``entry`` is the title of the entry it is for, or nothing."""

    id: str
    visit_id: str
    kind: NoteKind
    entry_id: str | None
    position: int
    title: str
    text: str
    marking: Marking
    entry: str


def note_rows(connection: Connection, visit_id: str) -> tuple[NoteRow, ...]:
    """Return the notes of a visit in their own order."""
    query = _notes().where(Note.visit_id == visit_id).order_by(Note.position, Note.id)
    return tuple(_row(values) for values in connection.execute(query).mappings())


def note_detail(connection: Connection, note_id: str) -> NoteRow:
    """Return one note.

    Raises:
        PlanningError: ``row_missing``.
    """
    values = connection.execute(_notes().where(Note.id == note_id)).mappings().one_or_none()
    if values is None:
        raise PlanningError("row_missing", table="note")
    return _row(values)


def _notes() -> Select[*tuple[Any, ...]]:
    own = (getattr(Note, name) for name in NoteRow.__slots__ if name != "entry")
    joined = Note.__table__.outerjoin(Entry.__table__, Entry.id == Note.entry_id)
    return select(*own, Entry.title.label("entry")).select_from(joined)


def _row(values: Any) -> NoteRow:
    return NoteRow(**dict(values) | {"entry": values["entry"] or ""})
