"""What can be done to cars: the cars themselves, on which way each drives, and who sits in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import Entry, Member, Ride, Rider, Vehicle
from app.domain.errors import PlanningError
from app.planning.rows import asked, asked_visit, change, fresh, next_position, own_columns, put_in_order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Vehicle, without={"position"})
MOST_SEATS = 100  # a coach; beyond it a number was mistyped


def create_vehicle(session: Session, /, visit_id: str, *, name: str, **fields: Any) -> str:
    """Add a car, last in the motorcade of its stop, and return its id.

    Raises:
        PlanningError: ``visit_missing``, or what :func:`edit_vehicle` refuses.
    """
    asked_visit(session, visit_id)
    place = next_position(session, Vehicle, visit_id=visit_id, stop_id=fields.get("stop_id"))
    row = fresh(session, Vehicle, visit_id=visit_id, position=place)
    _set(session, row, {"name": name} | fields)
    return row.id


def create_vehicle_on_way(
    session: Session, /, entry_id: str, *, name: str, stop_id: str | None = None
) -> str:
    """Add a car that drives the way of an entry, and return the car's id.

    Raises:
        PlanningError: ``row_missing``, or what :func:`edit_vehicle` refuses.
    """
    entry = asked(session, Entry, entry_id)
    vehicle_id = create_vehicle(session, entry.visit_id, name=name, stop_id=stop_id)
    add_ride(session, vehicle_id, entry_id=entry_id)
    return vehicle_id


def edit_vehicle(session: Session, /, vehicle_id: str, **fields: Any) -> None:
    """Set columns of a car. One that comes to another stop goes last there.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the name; ``number_out_of_range`` for the seats;
            ``reference_missing`` for the stop; ``text_too_long``.
    """
    row = asked(session, Vehicle, vehicle_id)
    old = row.stop_id
    _set(session, row, fields)
    if row.stop_id != old:
        row.position = 1 + max(
            (
                other.position
                for other in session.scalars(
                    select(Vehicle).where(Vehicle.visit_id == row.visit_id, Vehicle.stop_id == row.stop_id)
                )
                if other is not row
            ),
            default=-1,
        )


def delete_vehicle(session: Session, /, vehicle_id: str) -> None:
    """Delete a car with all its ways; its riders are without a car there.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Vehicle, vehicle_id))


def order_vehicles(session: Session, /, vehicle_ids: Sequence[str]) -> None:
    """Give the cars of one stop this order in the motorcade; those not named follow in the order they had.

    Raises:
        PlanningError: ``row_missing`` where one is gone, or of another stop than the first.
    """
    if vehicle_ids:
        first = asked(session, Vehicle, vehicle_ids[0])
        put_in_order(session, Vehicle, vehicle_ids, visit_id=first.visit_id, stop_id=first.stop_id)


def add_ride(session: Session, /, vehicle_id: str, *, entry_id: str) -> str:
    """Put a car on the way of an entry, last in the motorcade there, and return the ride's id.

    Raises:
        PlanningError: ``row_missing``; ``car_already_there``.
    """
    vehicle = asked(session, Vehicle, vehicle_id)
    asked(session, Entry, entry_id, visit_id=vehicle.visit_id)
    if session.scalar(select(Ride.id).where(Ride.vehicle_id == vehicle_id, Ride.entry_id == entry_id)):
        raise PlanningError("car_already_there", field="vehicle_id")
    return _ride(session, vehicle, entry_id).id


def delete_ride(session: Session, /, ride_id: str) -> None:
    """Take a car off the way of an entry; its riders there are without a car.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Ride, ride_id))


def order_rides(session: Session, /, entry_id: str, ride_ids: Sequence[str]) -> None:
    """Give the cars of an entry's way this order; those not named follow in the order they had.

    Raises:
        PlanningError: ``row_missing``.
    """
    asked(session, Entry, entry_id)
    put_in_order(session, Ride, ride_ids, entry_id=entry_id)


def seat_rider(session: Session, /, ride_id: str, *, member_id: str) -> str:
    """Put a member into a car on one way, after those who sit there; return the rider's id.

    Nobody sits in two cars on one way: who sat in another comes over. More riders than seats are taken, for
    plans change before cars do; the window and the lists say so.

    Raises:
        PlanningError: ``row_missing``.
    """
    ride = asked(session, Ride, ride_id)
    asked(session, Member, member_id, visit_id=ride.visit_id)
    return _seat(session, ride, member_id)


def seat_riders(session: Session, /, ride_id: str, *, member_ids: Sequence[str]) -> None:
    """Put several members into a car on one way, as :func:`seat_rider` does; who sits there stays.

    Raises:
        PlanningError: ``row_missing``.
    """
    for member_id in dict.fromkeys(member_ids):
        seat_rider(session, ride_id, member_id=member_id)


def unseat_rider(session: Session, /, rider_id: str) -> None:
    """Take a member out of a car on one way.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Rider, rider_id))


def copy_rides(session: Session, /, entry_id: str, *, entry_ids: Sequence[str]) -> None:
    """Put the cars of one entry's way, with their riders and order, on the ways of other entries too.

    A car that drives there already takes the riders in; who sits in another car there comes over; other cars
    and riders there stay.

    Raises:
        PlanningError: ``row_missing``.
    """
    source = asked(session, Entry, entry_id)
    rides = session.scalars(
        select(Ride).where(Ride.entry_id == entry_id).order_by(Ride.position, Ride.id)
    ).all()
    for target_id in dict.fromkeys(entry_ids):
        asked(session, Entry, target_id, visit_id=source.visit_id)
        if target_id == entry_id:
            continue
        copies = [_copied(session, ride, target_id) for ride in rides]
        put_in_order(session, Ride, copies, entry_id=target_id)


def _copied(session: Session, ride: Ride, entry_id: str) -> str:
    here = select(Ride).where(Ride.vehicle_id == ride.vehicle_id, Ride.entry_id == entry_id)
    vehicle = asked(session, Vehicle, ride.vehicle_id)
    copy = session.scalars(here.order_by(Ride.id)).first() or _ride(session, vehicle, entry_id)
    riders = session.scalars(select(Rider).where(Rider.ride_id == ride.id).order_by(Rider.position, Rider.id))
    seated = [_seat(session, copy, rider.member_id) for rider in riders.all()]
    put_in_order(session, Rider, seated, ride_id=copy.id)
    return copy.id


def _ride(session: Session, vehicle: Vehicle, entry_id: str) -> Ride:
    place = next_position(session, Ride, entry_id=entry_id)
    return fresh(
        session, Ride, visit_id=vehicle.visit_id, vehicle_id=vehicle.id, entry_id=entry_id, position=place
    )


def _seat(session: Session, ride: Ride, member_id: str) -> str:
    same_way = select(Ride.id).where(Ride.entry_id == ride.entry_id)
    present = session.scalars(
        select(Rider).where(Rider.ride_id.in_(same_way), Rider.member_id == member_id).order_by(Rider.id)
    ).all()
    row = next((rider for rider in present if rider.ride_id == ride.id), present[0] if present else None)
    for other in present:
        if other is not row:
            delete_row(session, other)
    if row is None:
        place = next_position(session, Rider, ride_id=ride.id)
        row = fresh(
            session, Rider, visit_id=ride.visit_id, ride_id=ride.id, member_id=member_id, position=place
        )
    elif row.ride_id != ride.id:
        row.position = next_position(session, Rider, ride_id=ride.id)
        row.ride_id = ride.id
    return row.id


def _set(session: Session, row: Vehicle, fields: dict[str, Any]) -> None:
    change(session, row, fields, columns=_COLUMNS, required={"name"})
    if not 0 <= row.seats <= MOST_SEATS:
        raise PlanningError("number_wanted", field="seats", least=0, most=MOST_SEATS)
