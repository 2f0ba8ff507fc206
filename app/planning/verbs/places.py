"""What can be done to places: the venues that entries, lodgings and cars point at.

A place belongs to no visit: what is mended here is right in every visit of the file. Its zone is where its
clocks stand; an entry keeps the zone that it was planned in, so mending a place never moves an entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.data.cascade import delete_row
from app.data.models import Place
from app.domain.errors import PlanningError
from app.domain.zones import known_zones
from app.planning.merging import merge_rows
from app.planning.rows import asked, change, fresh, own_columns
from app.reference.countries import COUNTRY_CODES

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Place)
_REQUIRED = ("name", "zone")
_RANGES = {"latitude": (-90.0, 90.0), "longitude": (-180.0, 180.0), "badge_minutes": (0, 24 * 60)}


def create_place(session: Session, /, *, name: str, zone: str, **fields: Any) -> str:
    """Add a place and return its id. ``fields`` are the further columns of a place.

    Raises:
        PlanningError: what :func:`edit_place` refuses.
    """
    place = fresh(session, Place, name="", zone="")
    _change(session, place, {"name": name, "zone": zone, **fields})
    return place.id


def edit_place(session: Session, /, place_id: str, **fields: Any) -> None:
    """Set columns of a place; no entry moves where its zone is changed.

    Degrees are WGS 84; ``country_code`` is of two letters (ISO 3166) or empty.

    Raises:
        PlanningError: ``row_missing``; ``zone_unknown`` where no zone has that name; ``choice_unknown``
            for a country; ``number_out_of_range``; what :func:`app.planning.rows.change` refuses.
    """
    _change(session, asked(session, Place, place_id), fields)


def delete_place(session: Session, /, place_id: str) -> None:
    """Delete a place; whatever pointed at it stays, without a place.

    Raises:
        PlanningError: ``row_missing``.
    """
    delete_row(session, asked(session, Place, place_id))


def merge_places(session: Session, /, place_id: str, *, into_id: str) -> None:
    """Make two places one: what pointed at ``place_id`` points at ``into_id``, and ``place_id`` is deleted.

    The place that stays keeps all it says; where it says nothing, it takes what the other said.

    Raises:
        PlanningError: ``row_missing``; ``same_row`` where both are the same place.
    """
    gone, kept = asked(session, Place, place_id), asked(session, Place, into_id)
    if gone is kept:
        raise PlanningError("same_row", field="into_id")
    merge_rows(session, gone, kept)


def _change(session: Session, place: Place, fields: dict[str, Any]) -> None:
    if isinstance(country := fields.get("country_code"), str):
        fields = {**fields, "country_code": country.strip().upper()}
    change(session, place, fields, columns=_COLUMNS, required=_REQUIRED)
    if "zone" in fields and place.zone not in known_zones():
        raise PlanningError("zone_unknown", field="zone", zone=place.zone)
    if fields.get("country_code") and place.country_code not in COUNTRY_CODES:
        raise PlanningError("choice_unknown", field="country_code")
    for name, (least, most) in _RANGES.items():
        value = getattr(place, name)
        if name in fields and value is not None and not least <= value <= most:
            raise PlanningError("number_out_of_range", field=name)
