"""What of a released visit one person's sheet is made of: their own entries, and what those need."""

from dataclasses import replace

from app.planning.released import Entry, ReleasedVisit
from app.publish.calendar.people import entries_of


def own_part(visit: ReleasedVisit, member_id: str) -> ReleasedVisit:
    """Return the part of a visit that a member's sheet may be made of, by the id of the member.

    No topics, no notes, nothing of a person but the name; of entries neither summary nor notes.

    Raises:
        PlanningError: ``person_missing``.
    """
    mine = tuple(_bare(entry) for entry in _entries(visit, member_id))
    ids = {entry.id for entry in mine}
    present = {row.member_id for row in visit.participations if row.entry_id in ids} | {member_id}
    members = tuple(row for row in visit.members if row.id in present)
    persons = {row.person_id for row in members}
    return ReleasedVisit(
        visit.audience,
        visit.ceiling,
        visit.marking_names,
        replace(visit.visit, purpose="", objectives="", desired_outcomes="", steering="", disclaimer=""),
        organisation_id=visit.organisation_id,
        stops=tuple(replace(row, notes="") for row in visit.stops),
        entries=mine,
        legs=tuple(replace(row, booking_reference="") for row in visit.legs if row.entry_id in ids),
        organisations=tuple(replace(row, profile="") for row in visit.organisations),
        persons=tuple(
            replace(row, biography="", languages="", pronunciation="")
            for row in visit.persons
            if row.id in persons
        ),
        places=tuple(replace(row, access_rule="", phones_policy="") for row in visit.places),
        members=members,
        participations=tuple(row for row in visit.participations if row.entry_id in ids),
        vehicles=visit.vehicles,
        rides=tuple(row for row in visit.rides if row.entry_id in ids),
        riders=visit.riders,
        lodgings=visit.lodgings,
        rooms=visit.rooms,
        room_guests=tuple(row for row in visit.room_guests if row.member_id == member_id),
    )


def _entries(visit: ReleasedVisit, member_id: str) -> tuple[Entry, ...]:
    """Return what a member attends, and what a member only rides to."""
    attended = {entry.id for entry in entries_of(visit, member_id)}
    ridden = {row.ride_id for row in visit.riders if row.member_id == member_id}
    attended |= {row.entry_id for row in visit.rides if row.id in ridden}
    return tuple(entry for entry in visit.entries if entry.id in attended)


def _bare(entry: Entry) -> Entry:
    return replace(entry, summary="", notes="", press="", fallback="")
