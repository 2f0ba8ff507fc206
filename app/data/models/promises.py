"""What came of it: records of meetings, decisions, promises."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Date, DateTime, UniqueConstraint

from app.data.models.base import Owned, Word, field, guarded, level, position, ref
from app.domain.release import Carry
from app.domain.words import ActionState, Marking, Side

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Record(Owned):
    """What happened at a meeting: the memorandum of conversation and the public readout.

    ``marking`` is that of the memorandum and of who was present; the readout has its own, and may go further.
    """

    __tablename__ = "record"
    __constraints__ = (UniqueConstraint("entry_id"),)

    entry_id: Mapped[str] = ref("entry", owner=True)
    present: Mapped[str] = guarded("marking")
    memorandum: Mapped[str] = guarded("marking")
    marking: Mapped[Marking] = level()
    readout: Mapped[str] = guarded("readout_marking")
    readout_marking: Mapped[Marking] = level(Marking.OFFICIAL_USE)


class RecordPoint(Owned):
    """One point noted at a meeting, under an agenda item or on its own."""

    __tablename__ = "record_point"

    record_id: Mapped[str] = ref("record", owner=True)
    agenda_item_id: Mapped[str | None] = ref("agenda_item", optional=True)
    position: Mapped[int] = position()
    text: Mapped[str] = field()
    marking: Mapped[Marking] = level()


class Decision(Owned):
    """Something agreed at a meeting, in one sentence."""

    __tablename__ = "decision"

    entry_id: Mapped[str] = ref("entry", owner=True)
    agenda_item_id: Mapped[str | None] = ref("agenda_item", optional=True)
    position: Mapped[int] = position()
    text: Mapped[str] = field()
    marking: Mapped[Marking] = level()


class Action(Owned):
    """A promise, ours or theirs: what, who owes it, to whom, by when (a day), where it was made.

    ``agenda_item_id`` is the item under which it was made at its entry.
    """

    __tablename__ = "action"

    position: Mapped[int] = position()
    text: Mapped[str] = field()
    owed_by: Mapped[Side] = field(Word(Side), default=Side.OURS)
    owner_id: Mapped[str | None] = ref("member", optional=True)
    owner_organisation_id: Mapped[str | None] = ref("organisation", optional=True)
    counterpart_organisation_id: Mapped[str | None] = ref("organisation", optional=True)
    due_on: Mapped[date | None] = field(Date, optional=True)
    state: Mapped[ActionState] = field(Word(ActionState), default=ActionState.OPEN)
    entry_id: Mapped[str | None] = ref("entry", optional=True)
    topic_id: Mapped[str | None] = ref("topic", optional=True)
    agenda_item_id: Mapped[str | None] = ref("agenda_item", optional=True)
    evidence: Mapped[str] = field()
    marking: Mapped[Marking] = level()


class ActionNote(Owned):
    """One step of progress on an action; ``noted_at`` is UTC."""

    __tablename__ = "action_note"

    action_id: Mapped[str] = ref("action", owner=True)
    text: Mapped[str] = field()
    noted_at: Mapped[datetime | None] = field(DateTime, Carry.INTERNAL, optional=True)
