"""Whose entry is it: the entries that one person attends."""

from app.domain.attending import Attendee, Gathering, attends
from app.domain.errors import PlanningError
from app.domain.words import Side
from app.planning.released import Entry, ReleasedVisit


def entries_of(visit: ReleasedVisit, person_id: str) -> tuple[Entry, ...]:
    """Return the entries that a person attends, by the id of the person or of a member.

    Raises:
        PlanningError: ``person_missing``.
    """
    mine = [row for row in visit.members if person_id in {row.id, row.person_id}]
    if not mine:
        raise PlanningError("person_missing", field="person", person=person_id)
    ours = {row.id for row in visit.members if row.side is Side.OURS}
    parties: dict[str, set[str]] = {}
    for link in visit.party_members:
        parties.setdefault(link.member_id, set()).add(link.party_id)
    people = [
        Attendee(row.id, row.side, row.joins_on, row.leaves_on, parties.get(row.id, set())) for row in mine
    ]
    return tuple(
        entry
        for entry in visit.entries
        if any(attends(_gathering(visit, entry, ours), person) for person in people)
    )


def _gathering(visit: ReleasedVisit, entry: Entry, ours: set[str]) -> Gathering:
    named = {row.member_id for row in visit.participations_of.get(entry.id, ())}
    parties = {party.id for party in visit.parties_of.get(entry.id, ())}
    return Gathering(entry.start_wall.date(), named, bool(named & ours), parties)
