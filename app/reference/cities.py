"""The cities of the world of 15,000 people or more, all capitals, and small towns that science travels to.

From GeoNames; who made it and how stands in ``resources/reference/CREDITS.md``.
"""

from dataclasses import dataclass

from app.reference.register import Register

_CITIES = Register("cities")


@dataclass(frozen=True, slots=True)
class City:
    """A city. ``native_name`` is its name in Hangul, empty where the source has none.

    ``region`` is the state or province, in the source's spelling; ``zone`` an IANA name;
    ``country_code`` of two letters (ISO 3166); degrees are WGS 84; ``population`` in thousands.
    """

    name: str
    native_name: str
    region: str
    country_code: str
    zone: str
    latitude: float
    longitude: float
    population: int


def find_cities(text: str, limit: int = 12) -> tuple[City, ...]:
    """Return the cities that somebody may mean by what is typed, the likeliest and largest first."""
    return tuple(_city(row) for row in _CITIES.find(text, limit))


def cities_called(text: str, limit: int = 12) -> tuple[City, ...]:
    """Return the cities that have exactly the name that is typed, in any language of the source."""
    return tuple(_city(row) for row in _CITIES.find(text, limit) if _CITIES.is_called(row, text))


def every_city() -> tuple[City, ...]:
    """Return all cities, the largest first."""
    return tuple(_city(row) for row in range(len(_CITIES.columns[0])))


def _city(row: int) -> City:
    names, native, region, country, zone, latitude, longitude, population, regions, zones = _CITIES.columns
    return City(
        name=names[row],
        native_name=native[row],
        region=regions[int(region[row])],
        country_code=country[row],
        zone=zones[int(zone[row])],
        latitude=float(latitude[row]),
        longitude=float(longitude[row]),
        population=int(population[row]),
    )
