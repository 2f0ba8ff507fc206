"""For whom a paper can be made: the visit's hosts, and the people a calendar can be narrowed to."""

from dataclasses import dataclass

from app.domain.words import Side
from app.planning.released import ReleasedVisit
from app.publish.calendar.people import entries_of


@dataclass(frozen=True, slots=True)
class Reader:
    """A host organisation or a person, by id, and what people read for it."""

    id: str
    name: str


def hosts(whole: ReleasedVisit) -> list[Reader]:
    """Return the organisations, other than our own, that take part in an entry of the visit."""
    taking_part = {entry.host_organisation_id for entry in whole.entries}
    seated = {row.member_id for row in whole.participations}
    taking_part |= {
        row.organisation_id for row in whole.members if row.id in seated and row.side is Side.HOST
    }
    taking_part -= {None, whole.visit.organisation_id}
    found = [row for row in whole.organisations if row.id in taking_part]
    readers = [Reader(row.id, f"{row.acronym} · {row.name}" if row.acronym else row.name) for row in found]
    return sorted(readers, key=lambda reader: reader.name.casefold())


def people(released: ReleasedVisit) -> list[Reader]:
    """Return the people in a released calendar who attend anything of it, by side and precedence."""
    found: dict[str, Reader] = {}
    for member in released.members:
        person = released.person.get(member.person_id)
        if person is None or member.person_id in found or not entries_of(released, member.person_id):
            continue
        title = f", {member.title}" if member.title else ""
        found[member.person_id] = Reader(member.person_id, f"{person.name}{title}")
    return list(found.values())
