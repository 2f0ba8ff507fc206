"""Topics over meetings: what is brought up where, and what is led nowhere or twice."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.coverage import CoverageFinding, gaps, strongest
from app.domain.words import EntryStatus, Intent
from app.planning.views.meetings import MeetingRow, meeting_rows
from app.planning.views.topics import RaisedAt, TopicRow, topic_rows


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
    there: dict[tuple[str, str], list[RaisedAt]] = {}
    for topic in topics:
        for raised in topic.raised:
            if raised.entry_id in held:
                there.setdefault((topic.id, raised.entry_id), []).append(raised)
    cells = {key: _cell(found) for key, found in there.items()}
    raised_at = {
        topic.id: [
            (meeting.id, cells[topic.id, meeting.id].intent)
            for meeting in meetings
            if (topic.id, meeting.id) in cells
        ]
        for topic in topics
    }
    return Coverage(topics, meetings, cells, gaps(raised_at, [(one.id, one.over) for one in meetings]))


def _cell(found: list[RaisedAt]) -> Cell:
    return Cell(
        item_ids=tuple(one.id for one in found),
        intent=strongest(one.intent for one in found),
        minutes=sum(one.minutes for one in found),
    )
