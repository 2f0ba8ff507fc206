"""What the visit is for: topics, agendas, talking points, precedents, briefs, seats."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Date, DateTime, Integer, String, Text, UniqueConstraint

from app.data.models.base import Owned, Row, Word, field, guarded, level, new_id, position, ref
from app.domain.release import Carry
from app.domain.words import Area, BriefSection, Intent, Marking, Outcome, PointKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Topic(Owned):
    """What we want to talk about on a visit. ``thread_id`` is the same on every visit that takes it up."""

    __tablename__ = "topic"

    thread_id: Mapped[str] = field(String(36), Carry.KEY, default=new_id)
    position: Mapped[int] = position()
    title: Mapped[str] = field()
    area: Mapped[Area] = field(Word(Area), default=Area.JOINT_MISSIONS)
    marking: Mapped[Marking] = level()
    objective: Mapped[str] = field()
    ask: Mapped[str] = field()
    offer: Mapped[str] = field()
    background: Mapped[str] = field()
    likely_position: Mapped[str] = guarded("likely_position_marking")
    likely_position_marking: Mapped[Marking] = level(Marking.RESTRICTED)
    red_line: Mapped[str] = guarded("red_line_marking")
    red_line_marking: Mapped[Marking] = level(Marking.RESTRICTED)
    if_raised: Mapped[str] = guarded("if_raised_marking")
    if_raised_marking: Mapped[Marking] = level(Marking.RESTRICTED)
    owner_id: Mapped[str | None] = ref("member", optional=True)


class TopicOrganisation(Owned):
    """An organisation that a topic concerns."""

    __tablename__ = "topic_organisation"
    __constraints__ = (UniqueConstraint("topic_id", "organisation_id"),)

    topic_id: Mapped[str] = ref("topic", owner=True)
    organisation_id: Mapped[str] = ref("organisation", owner=True)


class Precedent(Row):
    """An earlier cooperation to point at; shared by all visits, taken from public sources."""

    __tablename__ = "precedent"

    title: Mapped[str] = field()
    years: Mapped[str] = field(String(40))
    area: Mapped[Area] = field(Word(Area), default=Area.JOINT_MISSIONS)
    description: Mapped[str] = field()
    lesson: Mapped[str] = field()
    source: Mapped[str] = field()


class PrecedentParty(Row):
    """An organisation that was a party to a precedent."""

    __tablename__ = "precedent_party"
    __constraints__ = (UniqueConstraint("precedent_id", "organisation_id"),)

    precedent_id: Mapped[str] = ref("precedent", owner=True)
    organisation_id: Mapped[str] = ref("organisation", owner=True)
    contribution: Mapped[str] = field()


class TopicPrecedent(Owned):
    """A precedent that a topic points at."""

    __tablename__ = "topic_precedent"
    __constraints__ = (UniqueConstraint("topic_id", "precedent_id"),)

    topic_id: Mapped[str] = ref("topic", owner=True)
    precedent_id: Mapped[str] = ref("precedent", owner=True)
    position: Mapped[int] = position()


class AgendaItem(Owned):
    """A topic, or a bare heading, on the agenda of one meeting.

    ``ticked_at`` is when it was ticked off there as talked of (UTC).
    """

    __tablename__ = "agenda_item"

    entry_id: Mapped[str] = ref("entry", owner=True)
    topic_id: Mapped[str | None] = ref("topic", optional=True)
    position: Mapped[int] = position()
    title: Mapped[str] = field()
    minutes: Mapped[int] = field(Integer, default=10)
    speaker_id: Mapped[str | None] = ref("member", optional=True)
    intent: Mapped[Intent] = field(Word(Intent), default=Intent.RAISE)
    marking: Mapped[Marking] = level()
    outcome: Mapped[Outcome | None] = field(Word(Outcome), optional=True)
    outcome_note: Mapped[str] = field()
    ticked_at: Mapped[datetime | None] = field(DateTime, Carry.INTERNAL, optional=True)


class TalkingPoint(Owned):
    """One sentence to say, respond with, or avoid, under an agenda item."""

    __tablename__ = "talking_point"

    agenda_item_id: Mapped[str] = ref("agenda_item", owner=True)
    position: Mapped[int] = position()
    kind: Mapped[PointKind] = field(Word(PointKind), default=PointKind.SAY)
    text: Mapped[str] = field()
    marking: Mapped[Marking] = level()


class Brief(Owned):
    """The written part of a meeting: who drafts it, by when (home day), who cleared it when (UTC)."""

    __tablename__ = "brief"
    __constraints__ = (UniqueConstraint("entry_id"),)

    entry_id: Mapped[str] = ref("entry", owner=True)
    asked_by: Mapped[str] = field()
    drafter_id: Mapped[str | None] = ref("member", optional=True)
    due_on: Mapped[date | None] = field(Date, Carry.INTERNAL, optional=True)
    cleared_by: Mapped[str] = field(Text, Carry.INTERNAL)
    cleared_at: Mapped[datetime | None] = field(DateTime, Carry.INTERNAL, optional=True)


class BriefParagraph(Owned):
    """One marked paragraph of a brief."""

    __tablename__ = "brief_paragraph"

    brief_id: Mapped[str] = ref("brief", owner=True)
    section: Mapped[BriefSection] = field(Word(BriefSection), default=BriefSection.PURPOSE)
    position: Mapped[int] = position()
    text: Mapped[str] = field()
    marking: Mapped[Marking] = level()


class Seat(Owned):
    """A place at a table for a participation: which row or side, which place counted from 0."""

    __tablename__ = "seat"
    __constraints__ = (UniqueConstraint("participation_id"),)

    participation_id: Mapped[str] = ref("participation", owner=True)
    table_side: Mapped[str] = field(String(20))
    position: Mapped[int] = position()
