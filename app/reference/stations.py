"""Railway stations: the greater ones of Germany, and the main stations of cities that visits go to.

Where they come from stands in ``resources/reference/CREDITS.md``. A station that is missing is typed by hand.
"""

from dataclasses import dataclass

from app.reference.register import Register

_STATIONS = Register("stations")


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
    """Return the stations that somebody may mean by what is typed: a name, or the city."""
    return tuple(_station(row) for row in _STATIONS.find(text, limit))


def every_station() -> tuple[Station, ...]:
    """Return all stations."""
    return tuple(_station(row) for row in range(len(_STATIONS.columns[0])))


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
