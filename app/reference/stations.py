"""Railway stations: the greater ones of Germany, and the main stations of cities that visits go to.

Where they come from stands in ``resources/reference/CREDITS.md``. A station that is missing is typed by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from app.domain.geo import distance_km
from app.reference.cities import City
from app.reference.register import Register
from app.reference.served import find_serving

_STATIONS = Register("stations")
_IN_CITY_KM = 8.0


@dataclass(frozen=True, slots=True)
class Station:
    """A railway station. ``native_name`` is its name in Hangul, empty where we have none.

    ``zone`` is an IANA name; ``country_code`` of two letters (ISO 3166); degrees are WGS 84, good to a few
    hundred metres.
    """

    name: str
    native_name: str
    city: str
    country_code: str
    zone: str
    latitude: float
    longitude: float


def find_stations(text: str, limit: int = 12) -> tuple[Station, ...]:
    """Return the stations that somebody may mean by what is typed: a name, or any name of the city."""
    return tuple(_station(row) for row in find_serving(_STATIONS, text, limit, _serving))


@cache
def every_station() -> tuple[Station, ...]:
    """Return all stations."""
    return tuple(_station(row) for row in range(len(_STATIONS.columns[0])))


def _serving(cities: Sequence[City]) -> Iterator[int]:
    # By where they are: the German ones are kept under the German names of their cities.
    return (
        row
        for row, station in enumerate(every_station())
        for city in cities
        if station.country_code == city.country_code
        and distance_km((station.latitude, station.longitude), (city.latitude, city.longitude)) < _IN_CITY_KM
    )


def _station(row: int) -> Station:
    name, native, city, country, zone, latitude, longitude = _STATIONS.columns
    return Station(
        name=name[row],
        native_name=native[row],
        city=city[row],
        country_code=country[row],
        zone=zone[row],
        latitude=float(latitude[row]),
        longitude=float(longitude[row]),
    )
