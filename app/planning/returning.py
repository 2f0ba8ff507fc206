"""What a brief that came back from a desk would change here."""

from sqlalchemy import Connection, select

from app.data.models import Brief, BriefParagraph, Entry
from app.domain.errors import PlanningError
from app.domain.returned import ReturnedBrief, name_of
from app.domain.returning import Ours, SectionChange, compare


def brief_changes(
    connection: Connection, entry_id: str, returned: ReturnedBrief
) -> tuple[SectionChange, ...]:
    """Return what taking a brief that came back would change in that of an entry, section by section.

    Raises:
        PlanningError: ``entry_missing``; ``brief_of_another_meeting``.
    """
    if connection.scalar(select(Entry.id).where(Entry.id == entry_id)) is None:
        raise PlanningError("entry_missing")
    if returned.meeting not in {"", name_of(entry_id)}:
        raise PlanningError("brief_of_another_meeting")
    query = (
        select(BriefParagraph.id, BriefParagraph.section, BriefParagraph.text, BriefParagraph.marking)
        .join(Brief.__table__, Brief.id == BriefParagraph.brief_id)
        .where(Brief.entry_id == entry_id)
        .order_by(BriefParagraph.position, BriefParagraph.id)
    )
    return compare((Ours(*row) for row in connection.execute(query)), returned)
