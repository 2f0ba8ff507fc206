"""What the planner keeps about itself: steps, the journal of changes, drafts, settings."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import DateTime, Index, Integer, String, Text, UniqueConstraint

from app.data.models.base import Base, Row, field, plain
from app.domain.release import Carry

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Step(Base):
    """One act: its label, when (UTC) and by whom, and whether it can be undone or redone.

    ``kind`` is ``do``, ``undo``, ``redo`` or ``load``; ``state`` is ``done`` (undo takes it back),
    ``undone`` (redo brings it again) or ``closed`` (neither). ``of_step`` is the step undone or redone.
    """

    __tablename__ = "step"
    __constraints__ = (Index("ix_step_state_number", "state", "number"),)

    number: Mapped[int] = plain(Integer, primary_key=True)
    label: Mapped[str] = plain(Text)
    kind: Mapped[str] = plain(String(10))
    state: Mapped[str] = plain(String(10))
    of_step: Mapped[int | None] = plain(Integer, nullable=True)
    at: Mapped[datetime] = plain(DateTime)
    who: Mapped[str] = plain(Text)


class JournalRow(Base):
    """One row's change in a step: canonical JSON before and after, and a link of the hash chain.

    ``digest`` is SHA-256 over salt and payload, ``chain`` SHA-256 over the chain before it, the step,
    the row's name and the digest. A purge may empty payload and salt: digest and chain stay whole.
    """

    __tablename__ = "journal"

    number: Mapped[int] = plain(Integer, primary_key=True)
    step_number: Mapped[int] = plain(Integer, key_of="step.number", index=True)
    table: Mapped[str] = plain(String(40))
    row_id: Mapped[str] = plain(String(36))
    operation: Mapped[str] = plain(String(10))
    payload: Mapped[str | None] = plain(Text, nullable=True)
    salt: Mapped[str | None] = plain(String(32), nullable=True)
    digest: Mapped[str] = plain(String(64))
    chain: Mapped[str] = plain(String(64))


class Draft(Base):
    """Unfinished text of one field, kept at each pause; ``key`` is ``table/row/column``. Not journaled."""

    __tablename__ = "draft"

    key: Mapped[str] = plain(String(120), primary_key=True)
    text: Mapped[str] = plain(Text)
    at: Mapped[datetime] = plain(DateTime)


class Setting(Row):
    """A setting of this planner, as JSON: names of the markings, zone data version, home zone."""

    __tablename__ = "setting"
    __constraints__ = (UniqueConstraint("name"),)

    name: Mapped[str] = field(String(60), Carry.INTERNAL)
    value: Mapped[str] = field(Text, Carry.INTERNAL, default="null")
