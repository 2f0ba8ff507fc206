"""Cities, airports and stations in one search, for a field in which somebody types where a thing is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.reference.airports import Airport, find_airports
from app.reference.cities import City, find_cities
from app.reference.stations import Station, find_stations

_CODE_LETTERS = 3


class SpotKind(StrEnum):
    """What a spot is."""

    CITY = "city"
    AIRPORT = "airport"
    STATION = "station"


@dataclass(frozen=True, slots=True)
class Spot:
    """A city, an airport or a station. ``city`` is the city itself, or the one that is served.

    ``code`` is an airport's, of IATA; ``region`` a city's. The rest as in their own tables.
    """

    kind: SpotKind
    name: str
    native_name: str
    code: str
    city: str
    region: str
    country_code: str
    zone: str
    latitude: float
    longitude: float

    @property
    def id(self) -> str:
        """Its key: no two spots of one kind have one name at one place."""
        return f"{self.kind}/{self.name}/{self.latitude}/{self.longitude}"


def find_spots(text: str, kinds: Sequence[SpotKind] = tuple(SpotKind), limit: int = 12) -> tuple[Spot, ...]:
    """Return what somebody may mean by what is typed, the kinds in the order asked for.

    Each kind has its share of the places, and what the others leave. An airport whose code was typed comes
    first.
    """
    found = {kind: [_spot(row) for row in _FINDERS[kind](text, limit)] for kind in kinds}
    shares = dict.fromkeys(kinds, 0)
    while sum(shares.values()) < limit and any(shares[kind] < len(found[kind]) for kind in kinds):
        for kind in kinds:
            if shares[kind] < len(found[kind]) and sum(shares.values()) < limit:
                shares[kind] += 1
    listed = [spot for kind in kinds for spot in found[kind][: shares[kind]]]
    code = text.strip().upper()
    if len(code) == _CODE_LETTERS:
        listed.sort(key=lambda spot: spot.code != code)
    return tuple(listed)


def _spot(row: City | Airport | Station) -> Spot:
    kind = _KINDS[type(row)]
    return Spot(
        kind=kind,
        name=row.name,
        native_name=row.native_name,
        code=row.code if isinstance(row, Airport) else "",
        city=row.name if isinstance(row, City) else row.city,
        region=row.region if isinstance(row, City) else "",
        country_code=row.country_code,
        zone=row.zone,
        latitude=row.latitude,
        longitude=row.longitude,
    )


_KINDS: Mapping[type, SpotKind] = {
    City: SpotKind.CITY,
    Airport: SpotKind.AIRPORT,
    Station: SpotKind.STATION,
}
_FINDERS: Mapping[SpotKind, Callable[[str, int], Sequence[City | Airport | Station]]] = {
    SpotKind.CITY: find_cities,
    SpotKind.AIRPORT: find_airports,
    SpotKind.STATION: find_stations,
}
