"""The airports that have an IATA code: 7,800, the great ones first.

From airportsdata; who made it and how stands in ``resources/reference/CREDITS.md``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.reference.cities import City
from app.reference.register import Register
from app.reference.served import find_serving

_AIRPORTS = Register("airports")


@dataclass(frozen=True, slots=True)
class Airport:
    """An airport. ``code`` is IATA's, of three letters; ``native_name`` is for Korean airports alone.

    ``zone`` is an IANA name; ``country_code`` of two letters (ISO 3166); degrees are WGS 84.
    """

    code: str
    name: str
    native_name: str
    city: str
    country_code: str
    zone: str
    latitude: float
    longitude: float


def find_airports(text: str, limit: int = 12) -> tuple[Airport, ...]:
    """Return the airports that somebody may mean by a code, a name, or any name of the city."""
    return tuple(_airport(row) for row in find_serving(_AIRPORTS, text, limit, _serving))


def airport(code: str) -> Airport | None:
    """Return the airport of an IATA code, written in any case; ``None`` where there is none."""
    codes = _AIRPORTS.columns[0]
    wanted = code.strip().upper()
    return _airport(codes.index(wanted)) if wanted in codes else None


def every_airport() -> tuple[Airport, ...]:
    """Return all airports, the great ones first."""
    return tuple(_airport(row) for row in range(len(_AIRPORTS.columns[0])))


def _serving(cities: Sequence[City]) -> Iterator[int]:
    meant = {(city.name, city.country_code) for city in cities}
    pairs = zip(_AIRPORTS.columns[3], _AIRPORTS.columns[4], strict=True)
    return (row for row, pair in enumerate(pairs) if pair in meant)


def _airport(row: int) -> Airport:
    code, name, native, city, country, zone, latitude, longitude, zones = _AIRPORTS.columns
    return Airport(
        code=code[row],
        name=name[row],
        native_name=native[row],
        city=city[row],
        country_code=country[row],
        zone=zones[int(zone[row])],
        latitude=float(latitude[row]),
        longitude=float(longitude[row]),
    )
