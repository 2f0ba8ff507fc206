"""Notes, attachments, editions, findings: what goes on paper and what is known of the paper."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import DateTime, Integer, LargeBinary, String, Text

from app.data.models.base import Base, Owned, Word, field, level, plain, position, ref
from app.domain.release import Carry
from app.domain.words import Marking, NoteKind, Severity

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Note(Owned):
    """A press line, a question with its answer, a speech, a glossary word, a country note."""

    __tablename__ = "note"

    kind: Mapped[NoteKind] = field(Word(NoteKind), default=NoteKind.PRESS_LINE)
    entry_id: Mapped[str | None] = ref("entry", optional=True)
    position: Mapped[int] = position()
    title: Mapped[str] = field()
    text: Mapped[str] = field()
    marking: Mapped[Marking] = level()


class AttachmentBlob(Base):
    """The bytes of attachments, one row for each SHA-256. Never journaled; collected when unused."""

    __tablename__ = "attachment_blob"

    sha256: Mapped[str] = plain(String(64), Carry.KEY, primary_key=True)
    size: Mapped[int] = plain(Integer)
    data: Mapped[bytes] = plain(LargeBinary, deferred=True)


class Attachment(Owned):
    """A file kept inside the planner, on the visit itself, an entry or a topic."""

    __tablename__ = "attachment"

    entry_id: Mapped[str | None] = ref("entry", optional=True)
    topic_id: Mapped[str | None] = ref("topic", optional=True)
    position: Mapped[int] = position()
    name: Mapped[str] = field()
    media_type: Mapped[str] = field(String(80))
    sha256: Mapped[str] = field(String(64), Carry.KEY)
    size: Mapped[int] = field(Integer, default=0)
    marking: Mapped[Marking] = level()


class Edition(Owned):
    """A numbered issue of a visit's papers; ``content`` is the canonical snapshot it froze."""

    __tablename__ = "edition"
    __info__: ClassVar[dict[str, Any]] = {"snapshot": False}

    number: Mapped[int] = field(Integer, default=1)
    issued_at: Mapped[datetime] = field(DateTime, default=None)
    issued_by: Mapped[str] = field()
    note: Mapped[str] = field()
    content: Mapped[str] = field(Text, Carry.INTERNAL)


class EditionMaster(Owned):
    """The master PDF of an edition for one audience."""

    __tablename__ = "edition_master"
    __info__: ClassVar[dict[str, Any]] = {"snapshot": False}

    edition_id: Mapped[str] = ref("edition", owner=True)
    audience: Mapped[str] = field(String(80), Carry.INTERNAL)
    sha256: Mapped[str] = field(String(64), Carry.INTERNAL)


class EditionCopy(Owned):
    """One numbered, named copy of an edition's book."""

    __tablename__ = "edition_copy"
    __info__: ClassVar[dict[str, Any]] = {"snapshot": False}

    edition_master_id: Mapped[str] = ref("edition_master", owner=True)
    number: Mapped[int] = field(Integer, Carry.INTERNAL, default=1)
    holder: Mapped[str] = field(Text, Carry.INTERNAL)


class Finding(Owned):
    """Something readiness checks noticed, kept as it stood when an edition was issued."""

    __tablename__ = "finding"
    __info__: ClassVar[dict[str, Any]] = {"snapshot": False}

    edition_id: Mapped[str | None] = ref("edition", owner=True, optional=True)
    rule: Mapped[str] = field(String(60), Carry.INTERNAL)
    severity: Mapped[Severity] = field(Word(Severity), Carry.INTERNAL, default=Severity.NOTE)
    subject_table: Mapped[str] = field(String(40), Carry.INTERNAL)
    subject_id: Mapped[str] = field(String(36), Carry.INTERNAL)
    sentence_data: Mapped[str] = field(Text, Carry.INTERNAL, default="{}")
    remedy: Mapped[str] = field(String(60), Carry.INTERNAL)


class Waiver(Owned):
    """A finding accepted by a person, with a reason."""

    __tablename__ = "waiver"

    rule: Mapped[str] = field(String(60), Carry.INTERNAL)
    subject_table: Mapped[str] = field(String(40), Carry.INTERNAL)
    subject_id: Mapped[str] = field(String(36), Carry.INTERNAL)
    accepted_by: Mapped[str] = field(Text, Carry.INTERNAL)
    reason: Mapped[str] = field(Text, Carry.INTERNAL)
