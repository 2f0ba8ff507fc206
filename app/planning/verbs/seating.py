"""Who sits where at a meeting: by the rule of a table, and changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.data.models import Member, Participation, Seat
from app.domain.errors import PlanningError
from app.domain.seating import LEAST_PLACES, Sitter, TableRow, TableShape, seated
from app.planning.asked import asked_entry, chosen
from app.planning.rows import fresh

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MOST_PLACES = 200


def seat_by_rule(
    session: Session,
    /,
    entry_id: str,
    *,
    shape: TableShape = TableShape.FACING,
    places: int | None = None,
    interpreters_beside: bool = False,
) -> None:
    """Seat everybody who is at an entry anew, by the rule of a table (:mod:`app.domain.seating`).

    ``places`` is how many chairs stand at the table, ``None`` for as many as are needed.

    Raises:
        PlanningError: ``entry_missing``; ``choice_unknown`` for the shape; ``number_wanted`` for the places.
    """
    asked_entry(session, entry_id)
    if places is not None and not LEAST_PLACES <= places <= MOST_PLACES:
        raise PlanningError("number_wanted", field="places", least=LEAST_PLACES, most=MOST_PLACES)
    query = (
        select(Participation.id, Member.side, Participation.role)
        .join(Member.__table__, Member.id == Participation.member_id)
        .where(Participation.entry_id == entry_id)
        .order_by(Member.precedence, Participation.position, Participation.id)
    )
    sitters = [Sitter(*row) for row in session.execute(query)]
    chairs = seated(
        sitters,
        chosen("shape", TableShape, shape),
        places=places,
        interpreters_beside=interpreters_beside,
    )
    for chair in chairs:
        _sit(session, chair.id, chair.row, chair.place)


def move_seat(session: Session, /, participation_id: str, *, row: TableRow, place: int) -> None:
    """Seat a participant in a row before whom sits at a place there; at the end where nobody does.

    Those in that row, and in the row left, move up.

    Raises:
        PlanningError: ``participant_missing``; ``choice_unknown`` for the row.
    """
    participation = _participation(session, participation_id)
    row = chosen("row", TableRow, row)
    seats = {seat.participation_id: seat for seat in _seats(session, participation.entry_id)}
    before = seats.get(participation_id)
    left = before.table_side if before else ""
    rows = {
        name: [s.participation_id for s in seats.values() if s.table_side == name] for name in {left, row}
    }
    for sitters in rows.values():
        if participation_id in sitters:
            sitters.remove(participation_id)
    rows[row].insert(min(max(place, 0), len(rows[row])), participation_id)
    for name, sitters in rows.items():
        for number, sitter in enumerate(sitters):
            _sit(session, sitter, name, number)


def swap_seats(session: Session, /, participation_id: str, *, with_id: str) -> None:
    """Have two participants of an entry change places; who has none takes the other's, who then has none.

    Raises:
        PlanningError: ``participant_missing``; ``reference_missing`` where they are at different entries.
    """
    one, other = (_participation(session, each) for each in (participation_id, with_id))
    if one.entry_id != other.entry_id:
        raise PlanningError("reference_missing", field="with_id")
    if one is other:
        return
    seats = {seat.participation_id: seat for seat in _seats(session, one.entry_id)}
    taken = {each.id: seats.get(each.id) for each in (one, other)}
    places = {key: (seat.table_side, seat.position) for key, seat in taken.items() if seat}
    for sitter, gives in ((one.id, other.id), (other.id, one.id)):
        seat = taken[sitter]
        if gives in places:
            _sit(session, sitter, *places[gives])
        elif seat is not None:
            session.delete(seat)


def clear_seat(session: Session, /, participation_id: str) -> None:
    """Take a participant's seat away; those after it in its row move up.

    Raises:
        PlanningError: ``participant_missing``.
    """
    participation = _participation(session, participation_id)
    seats = _seats(session, participation.entry_id)
    gone = next((seat for seat in seats if seat.participation_id == participation_id), None)
    if gone is None:
        return
    session.delete(gone)
    row = [seat for seat in seats if seat.table_side == gone.table_side and seat is not gone]
    for number, seat in enumerate(row):
        _sit(session, seat.participation_id, seat.table_side, number)


def clear_seating(session: Session, /, entry_id: str) -> None:
    """Take all seats of an entry away.

    Raises:
        PlanningError: ``entry_missing``.
    """
    asked_entry(session, entry_id)
    for seat in _seats(session, entry_id):
        session.delete(seat)


def _participation(session: Session, participation_id: str) -> Participation:
    row = session.get(Participation, participation_id)
    if row is None:
        raise PlanningError("participant_missing")
    return row


def _seats(session: Session, entry_id: str) -> list[Seat]:
    query = (
        select(Seat)
        .join(Participation.__table__, Participation.id == Seat.participation_id)
        .where(Participation.entry_id == entry_id)
        .order_by(Seat.table_side, Seat.position, Seat.id)
    )
    return list(session.scalars(query))


def _sit(session: Session, participation_id: str, row: str, place: int) -> None:
    """Put a participant in a place; a seat that is there already is moved, so that its history goes on."""
    found = select(Seat).where(Seat.participation_id == participation_id)
    seat = session.scalars(found).one_or_none()
    if seat is None:
        visit_id = _participation(session, participation_id).visit_id
        where = {"table_side": str(row), "position": place}
        fresh(session, Seat, visit_id=visit_id, participation_id=participation_id, **where)
        return
    if seat.table_side != row:
        seat.table_side = str(row)
    if seat.position != place:
        seat.position = place
