"""What the planner keeps about itself: steps, the journal of changes, drafts, settings."""

from datetime import datetime

from sqlalchemy import DateTime, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.data.models.base import Base, Row, field
from app.domain.release import Carry

INTERNAL = {"carry": Carry.INTERNAL}


class Step(Base):
    """One act: its label, when (UTC) and by whom, and whether it can be undone or redone.

    ``kind`` is ``do``, ``undo``, ``redo`` or ``load``; ``state`` is ``done`` (undo takes it back),
    ``undone`` (redo brings it again) or ``closed`` (neither). ``of_step`` is the step undone or redone.
    """

    __tablename__ = "step"
    __table_args__ = (Index("ix_step_state_number", "state", "number"),)

    number: Mapped[int] = mapped_column(Integer, primary_key=True, info=INTERNAL)
    label: Mapped[str] = mapped_column(Text, info=INTERNAL)
    kind: Mapped[str] = mapped_column(String(10), info=INTERNAL)
    state: Mapped[str] = mapped_column(String(10), info=INTERNAL)
    of_step: Mapped[int | None] = mapped_column(Integer, info=INTERNAL)
    at: Mapped[datetime] = mapped_column(DateTime, info=INTERNAL)
    who: Mapped[str] = mapped_column(Text, info=INTERNAL)


class JournalRow(Base):
    """One row's change in a step: canonical JSON before and after, and a link of the hash chain.

    ``digest`` is SHA-256 over salt and payload, ``chain`` SHA-256 over the chain before it, the step,
    the row's name and the digest. A purge may empty payload and salt: digest and chain stay whole.
    """

    __tablename__ = "journal"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, info=INTERNAL)
    step_number: Mapped[int] = mapped_column(ForeignKey("step.number"), index=True, info=INTERNAL)
    table: Mapped[str] = mapped_column(String(40), info=INTERNAL)
    row_id: Mapped[str] = mapped_column(String(36), info=INTERNAL)
    operation: Mapped[str] = mapped_column(String(10), info=INTERNAL)
    payload: Mapped[str | None] = mapped_column(Text, info=INTERNAL)
    salt: Mapped[str | None] = mapped_column(String(32), info=INTERNAL)
    digest: Mapped[str] = mapped_column(String(64), info=INTERNAL)
    chain: Mapped[str] = mapped_column(String(64), info=INTERNAL)


class Draft(Base):
    """Unfinished text of one field, kept at each pause; ``key`` is ``table/row/column``. Not journaled."""

    __tablename__ = "draft"

    key: Mapped[str] = mapped_column(String(120), primary_key=True, info=INTERNAL)
    text: Mapped[str] = mapped_column(Text, info=INTERNAL)
    at: Mapped[datetime] = mapped_column(DateTime, info=INTERNAL)


class Setting(Row):
    """A setting of this planner, as JSON: names of the markings, zone data version, home zone."""

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str] = field(String(60), Carry.INTERNAL)
    value: Mapped[str] = field(Text, Carry.INTERNAL, default="null")
