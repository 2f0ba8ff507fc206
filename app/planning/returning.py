"""What a brief that came back from a desk would change here."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from app.data.models import AgendaItem, Brief, BriefParagraph, Entry, TalkingPoint, Topic
from app.domain.errors import PlanningError
from app.domain.first_marking import first_marking
from app.domain.returned import AGENDA, ReturnedBrief, name_of, one_line
from app.domain.returning import compare
from app.domain.returning_rows import Ours, SectionChange
from app.domain.words import Marking


def brief_changes(
    connection: Connection, entry_id: str, returned: ReturnedBrief, left: Collection[str] = ()
) -> tuple[SectionChange, ...]:
    """Return what taking a brief that came back would change in that of an entry, section by section.

    ``left`` are the keys of changes that would not be taken. Each new row has the marking that it would get.

    Raises:
        PlanningError: ``entry_missing``; ``brief_of_another_meeting``.
    """
    marking = connection.scalar(select(Entry.marking).where(Entry.id == entry_id))
    if marking is None:
        raise PlanningError("entry_missing")
    if returned.meeting not in {"", name_of(entry_id)}:
        raise PlanningError("brief_of_another_meeting")
    ours = (
        *_paragraphs(connection, entry_id),
        *_items(connection, entry_id),
        *_points(connection, entry_id),
    )
    changes = compare(ours, returned, left)
    first = dict(_first_markings(connection, entry_id))
    for change in (change for each in changes if each.section == AGENDA for change in each.paragraphs):
        first.setdefault(change.key, marking if change.marking is None else change.marking)
    return tuple(_marked(each, first.get(each.section, marking)) for each in changes)


def _marked(section: SectionChange, first: Marking) -> SectionChange:
    """Return a section in which whatever is new has a marking."""
    rows = (replace(each, marking=first) if each.marking is None else each for each in section.paragraphs)
    return replace(section, paragraphs=tuple(rows))


def _first_markings(connection: Connection, entry_id: str) -> Iterator[tuple[str, Marking]]:
    """Yield the items by name, each with the marking that a new talking point gets under it."""
    query = select(AgendaItem.id, AgendaItem.marking, AgendaItem.intent).where(
        AgendaItem.entry_id == entry_id
    )
    for item_id, marking, intent in connection.execute(query):
        yield name_of(item_id), first_marking(marking, intent)


def _paragraphs(connection: Connection, entry_id: str) -> Iterator[Ours]:
    query = (
        select(BriefParagraph.id, BriefParagraph.section, BriefParagraph.text, BriefParagraph.marking)
        .join(Brief.__table__, Brief.id == BriefParagraph.brief_id)
        .where(Brief.entry_id == entry_id)
        .order_by(BriefParagraph.position, BriefParagraph.id)
    )
    return (Ours(*row) for row in connection.execute(query))


def _items(connection: Connection, entry_id: str) -> Iterator[Ours]:
    """Yield the items as they are called: one without a title of its own as its topic, marked as that."""
    query = (
        select(AgendaItem.id, AgendaItem.title, AgendaItem.marking, Topic.title, Topic.marking.label("above"))
        .outerjoin(Topic.__table__, Topic.id == AgendaItem.topic_id)
        .where(AgendaItem.entry_id == entry_id)
        .order_by(AgendaItem.position, AgendaItem.id)
    )
    for item_id, title, marking, topic, above in connection.execute(query):
        borrowed = not title and above is not None
        yield Ours(item_id, AGENDA, one_line(title or topic or ""), above if borrowed else marking)


def _points(connection: Connection, entry_id: str) -> Iterator[Ours]:
    query = (
        select(
            TalkingPoint.id,
            TalkingPoint.agenda_item_id,
            TalkingPoint.text,
            TalkingPoint.marking,
            TalkingPoint.kind,
        )
        .join(AgendaItem.__table__, AgendaItem.id == TalkingPoint.agenda_item_id)
        .where(AgendaItem.entry_id == entry_id)
        .order_by(TalkingPoint.position, TalkingPoint.id)
    )
    for point_id, item_id, text, marking, kind in connection.execute(query):
        yield Ours(point_id, name_of(item_id), text, marking, kind)
