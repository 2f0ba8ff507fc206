"""The brief of one meeting: its marked paragraphs, who drafts it, and whether it is cleared."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, String, bindparam, select

from app.data.models import Brief, BriefParagraph, Member, Person
from app.domain.words import BriefSection, Marking
from app.planning.views.named import name_columns, name_in


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One marked paragraph of the brief."""

    id: str
    section: BriefSection
    text: str
    marking: Marking


@dataclass(frozen=True, slots=True)
class BriefAt:
    """The brief of an entry, whose ``id`` it bears; ``brief_id`` is none where nothing is written yet.

    ``due_on`` is a day at home, ``cleared_at`` an instant (naive UTC).
    """

    id: str
    brief_id: str | None
    asked_by: str
    drafter_id: str | None
    drafter: str
    due_on: date | None
    cleared_by: str
    cleared_at: datetime | None
    paragraphs: tuple[Paragraph, ...]

    def section(self, section: BriefSection) -> tuple[Paragraph, ...]:
        """Return the paragraphs of one section, in order."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.section is section)


def brief_of(connection: Connection, entry_id: str) -> BriefAt:
    """Return the brief of an entry: two queries."""
    wanted = {"entry_id": entry_id}
    paragraphs = tuple(Paragraph(*row) for row in connection.execute(_paragraphs(), wanted))
    found = connection.execute(_brief(), wanted).one_or_none()
    if found is None:
        return BriefAt(entry_id, None, "", None, "", None, "", None, ())
    return BriefAt(
        id=entry_id,
        brief_id=found.id,
        asked_by=found.asked_by,
        drafter_id=found.drafter_id,
        drafter=name_in(found),
        due_on=found.due_on,
        cleared_by=found.cleared_by,
        cleared_at=found.cleared_at,
        paragraphs=paragraphs,
    )


# The statements are built once: building one takes longer than asking it.

_WANTED: BindParameter[str] = bindparam("entry_id", type_=String())


@cache
def _brief() -> Select[*tuple[Any, ...]]:
    own = ("id", "asked_by", "drafter_id", "due_on", "cleared_by", "cleared_at")
    return (
        select(*(getattr(Brief, name) for name in own), *name_columns())
        .join(Member.__table__, Member.id == Brief.drafter_id, isouter=True)
        .join(Person.__table__, Person.id == Member.person_id, isouter=True)
        .where(Brief.entry_id == _WANTED)
    )


@cache
def _paragraphs() -> Select[*tuple[Any, ...]]:
    return (
        select(*(getattr(BriefParagraph, name) for name in Paragraph.__slots__))
        .join(Brief.__table__, Brief.id == BriefParagraph.brief_id)
        .where(Brief.entry_id == _WANTED)
        .order_by(BriefParagraph.position, BriefParagraph.id)
    )
