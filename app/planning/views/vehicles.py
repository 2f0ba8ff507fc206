"""The cars of a visit as rows, and one car as its fields show it."""

from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, Select, func, select

from app.data.models import Ride, Stop, Vehicle
from app.domain.errors import PlanningError
from app.planning.views.visits import Choice


@dataclass(frozen=True, slots=True)
class VehicleRow:
    """A car with its driver; ``rides`` counts its ways. ``stop`` is the name of its city."""

    id: str
    visit_id: str
    stop_id: str | None
    position: int
    name: str
    kind: str
    seats: int
    plate: str
    driver: str
    driver_phone: str
    stop: str
    stop_position: int
    rides: int


def vehicle_rows(connection: Connection, visit_id: str) -> tuple[VehicleRow, ...]:
    """Return the cars of a visit, by city and in the order of the motorcade; one query."""
    query = _query().where(Vehicle.visit_id == visit_id)
    return tuple(VehicleRow(**row) for row in connection.execute(query).mappings())


def vehicle_detail(connection: Connection, vehicle_id: str) -> VehicleRow:
    """Return one car.

    Raises:
        PlanningError: ``row_missing``.
    """
    row = connection.execute(_query().where(Vehicle.id == vehicle_id)).mappings().one_or_none()
    if row is None:
        raise PlanningError("row_missing", table="vehicle")
    return VehicleRow(**row)


def stop_choices(connection: Connection, visit_id: str) -> tuple[Choice, ...]:
    """Return the cities of a visit in order, to choose one from."""
    query = select(Stop.id, Stop.city, Stop.native_city).where(Stop.visit_id == visit_id)
    return tuple(Choice(*row) for row in connection.execute(query.order_by(Stop.position, Stop.id)))


def _query() -> Select[*tuple[Any, ...]]:
    own = [field.name for field in fields(VehicleRow) if field.name in Vehicle.__table__.c]
    rides = (
        select(func.count())
        .select_from(Ride.__table__)
        .where(Ride.vehicle_id == Vehicle.id)
        .correlate(Vehicle.__table__)
        .scalar_subquery()
    )
    return (
        select(
            *(Vehicle.__table__.c[name] for name in own),
            func.coalesce(Stop.city, "").label("stop"),
            func.coalesce(Stop.position, 999).label("stop_position"),
            rides.label("rides"),
        )
        .join(Stop.__table__, Stop.id == Vehicle.stop_id, isouter=True)
        .order_by(func.coalesce(Stop.position, 999), Vehicle.position, Vehicle.id)
    )
