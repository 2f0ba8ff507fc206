"""A field of a time zone."""

from app.domain.errors import AideError, PlanningError
from app.planning.finding import find_zones
from app.ui.forms.pick import PickField
from app.ui.forms.record import Record


class ZoneField(PickField):
    """A time zone by its IANA name, found by any part of it."""

    def __init__(self, record: Record, column: str, label: str) -> None:
        super().__init__(record, column, label, find_zones, named=column)

    def unknown(self, text: str) -> AideError:
        return PlanningError("zone_unknown", field=self.column, zone=text)
