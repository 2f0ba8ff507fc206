"""Whose entry is it: the entries that one person attends."""

from app.domain.errors import PlanningError
from app.domain.words import Side
from app.planning.released import Entry, Member, ReleasedVisit


def entries_of(visit: ReleasedVisit, person_id: str) -> tuple[Entry, ...]:
    """Return the entries that a person attends, by the id of the person or of a member.

    An entry that names its people is theirs; else one for parties is for the parties' members; else it is
    for everyone on our side who is with the visit on that local day.

    Raises:
        PlanningError: ``person_missing``.
    """
    mine = [row for row in visit.members if person_id in {row.id, row.person_id}]
    if not mine:
        raise PlanningError("person_missing", field="person", person=person_id)
    ours = {row.id for row in visit.members if row.side is Side.OURS}
    parties = {(row.party_id, row.member_id) for row in visit.party_members}
    return tuple(
        entry for entry in visit.entries if any(_attends(visit, entry, row, ours, parties) for row in mine)
    )


def _attends(
    visit: ReleasedVisit, entry: Entry, member: Member, ours: set[str], parties: set[tuple[str, str]]
) -> bool:
    named = {row.member_id for row in visit.participations_of.get(entry.id, ())}
    if member.id in named or named & ours:
        return member.id in named
    for_parties = visit.parties_of.get(entry.id, ())
    if for_parties:
        return any((party.id, member.id) in parties for party in for_parties)
    if member.side is not Side.OURS:
        return False
    day = entry.start_wall.date()
    return (member.joins_on or day) <= day <= (member.leaves_on or day)
