"""Topics over meetings: what is brought up where, and what is led nowhere or twice."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, Select, select

from app.data.models import AgendaItem
from app.domain.coverage import CoverageFinding, gaps, strongest
from app.domain.words import EntryKind, EntryStatus, Intent
from app.planning.views.meetings import Agenda, MeetingRow, agendas, meeting_rows
from app.planning.views.topics import RaisedAt, TopicRow, raised_of, topic_rows

_FEW: Final = 8  # topics; beyond it the whole is asked for sooner than each of them


@dataclass(frozen=True, slots=True)
class Cell:
    """A topic at a meeting: its items there in order, how it is brought up, and for how many minutes."""

    item_ids: tuple[str, ...]
    intent: Intent
    minutes: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The topics of a visit against its meetings. A meeting that is called off covers nothing.

    ``cells`` are keyed by topic and entry. ``findings`` name topics in their order, then meetings.
    """

    topics: tuple[TopicRow, ...]
    meetings: tuple[MeetingRow, ...]
    cells: Mapping[tuple[str, str], Cell]
    findings: tuple[CoverageFinding, ...]

    def cell(self, topic_id: str, entry_id: str) -> Cell | None:
        """Return how a topic stands at a meeting, or ``None`` where it does not."""
        return self.cells.get((topic_id, entry_id))

    def of_topic(self, topic_id: str) -> CoverageFinding | None:
        """Return what is wrong with a topic."""
        return next((each for each in self.findings if each.topic_id == topic_id), None)


def coverage(connection: Connection, visit_id: str) -> Coverage:
    """Return the coverage of a visit's topics: six queries, whatever its size."""
    topics = topic_rows(connection, visit_id)
    meetings = tuple(
        row for row in meeting_rows(connection, visit_id) if row.status is not EntryStatus.CANCELLED
    )
    held = {meeting.id for meeting in meetings}
    cells = {key: cell for topic in topics for key, cell in _cells(topic, held)}
    return _covered(topics, meetings, cells)


def coverage_after(
    connection: Connection, visit_id: str, before: Coverage, item_ids: Collection[str]
) -> Coverage:
    """Return the coverage of a visit whose agendas were changed at these items, and in nothing else.

    Only the topics concerned are asked for again; all others, with their cells, are the very objects of
    ``before``. Where that would not be all, the whole is.
    """
    placed = {(row.topic_id, row.entry_id) for row in connection.execute(_placed(item_ids))}
    known = {meeting.id for meeting in before.meetings}
    gone = {
        topic for (topic, _entry), cell in before.cells.items() if not set(cell.item_ids).isdisjoint(item_ids)
    }
    concerned = gone | {topic for topic, _entry in placed if topic is not None}
    used = agendas(connection, visit_id)
    meetings = tuple(_with_agenda(meeting, used.get(meeting.id)) for meeting in before.meetings)
    # An entry of another kind is a meeting here for as long as it has an agenda.
    comes = any(entry not in known for _topic, entry in placed)
    goes = any(not meeting.items and meeting.kind is not EntryKind.MEETING for meeting in meetings)
    if comes or goes or len(concerned) > _FEW:
        return coverage(connection, visit_id)
    topics = tuple(
        replace(topic, raised=raised_of(connection, topic.id)) if topic.id in concerned else topic
        for topic in before.topics
    )
    cells = {key: cell for key, cell in before.cells.items() if key[0] not in concerned}
    cells |= {key: cell for topic in topics if topic.id in concerned for key, cell in _cells(topic, known)}
    return _covered(topics, meetings, cells)


def _covered(
    topics: tuple[TopicRow, ...], meetings: tuple[MeetingRow, ...], cells: Mapping[tuple[str, str], Cell]
) -> Coverage:
    raised_at = {
        topic.id: [
            (meeting.id, cells[topic.id, meeting.id].intent)
            for meeting in meetings
            if (topic.id, meeting.id) in cells
        ]
        for topic in topics
    }
    return Coverage(topics, meetings, cells, gaps(raised_at, [(one.id, one.over) for one in meetings]))


def _cells(topic: TopicRow, held: Collection[str]) -> Iterator[tuple[tuple[str, str], Cell]]:
    there: dict[str, list[RaisedAt]] = {}
    for raised in topic.raised:
        if raised.entry_id in held:
            there.setdefault(raised.entry_id, []).append(raised)
    for entry_id, found in there.items():
        yield (topic.id, entry_id), _cell(found)


def _cell(found: list[RaisedAt]) -> Cell:
    return Cell(
        item_ids=tuple(one.id for one in found),
        intent=strongest(one.intent for one in found),
        minutes=sum(one.minutes for one in found),
    )


def _with_agenda(meeting: MeetingRow, agenda: Agenda | None) -> MeetingRow:
    now = agenda or Agenda(0, 0)
    same = (meeting.items, meeting.used) == now
    return meeting if same else replace(meeting, items=now.items, used=now.used)


def _placed(item_ids: Collection[str]) -> Select[str | None, str]:
    return select(AgendaItem.topic_id, AgendaItem.entry_id).where(AgendaItem.id.in_(item_ids))
