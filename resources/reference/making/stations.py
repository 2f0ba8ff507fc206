"""Make ``stations.xz`` after ``cities.xz``.

    python -m resources.reference.making.stations SOURCE

SOURCE is the file ``full.ndjson`` of the npm package ``db-stations``; our own list stands beside this file.
"""

import json
import sys
from pathlib import Path

from app.domain.geo import distance_km
from app.reference.cities import City, every_city
from resources.reference.making.pack import keys_of, own_rows, write

GREAT = 3  # the railway's own classes, of which 1 is the greatest
NEAR = 100.0  # km from a station to the city that it serves; farther away, one of the two is mistyped


def main(source: Path) -> None:
    """Read the source and our own list, and write the register: ours first, then by class."""
    rows = own_rows("stations.csv") + _german(source)
    cities: dict[str, list[City]] = {}
    for city in every_city():
        cities.setdefault(city.country_code, []).append(city)
    served = [_city(row, cities[row["country"]]) for row in rows]
    write(
        "stations",
        [
            keys_of([row["name"], row["native"], row["city"], city.native_name, _otherwise(row["name"])])
            for row, city in zip(rows, served, strict=True)
        ],
        (
            [row["name"] for row in rows],
            [row["native"] for row in rows],
            [row["city"] for row in rows],
            [row["country"] for row in rows],
            [city.zone for city in served],
            [row["latitude"] for row in rows],
            [row["longitude"] for row in rows],
        ),
    )


def _otherwise(name: str) -> str:
    """Return a name with the word that the railway writes now short, now in full: Hbf, Hauptbahnhof."""
    short, full = "Hbf", "Hauptbahnhof"
    return name.replace(short, full) if short in name else name.replace(full, short)


def _german(source: Path) -> list[dict[str, str]]:
    stations = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    great = [each for each in stations if (each.get("category") or GREAT + 1) <= GREAT]
    great.sort(key=lambda each: (each["category"], -each["weight"], each["name"]))
    return [
        {
            "name": each["name"],
            "native": "",
            "city": each["address"]["city"],
            "country": "DE",
            "latitude": f"{each['location']['latitude']:.4f}",
            "longitude": f"{each['location']['longitude']:.4f}",
        }
        for each in great
    ]


def _city(row: dict[str, str], cities: list[City]) -> City:
    """Return the city of a station's name, else the nearest one; its clocks are the station's."""
    here = float(row["latitude"]), float(row["longitude"])

    def away(city: City) -> float:
        return distance_km(here, (city.latitude, city.longitude))

    named = [city for city in cities if city.name == row["city"] and away(city) < NEAR]
    nearest = min(named or cities, key=away)
    if away(nearest) > NEAR:
        raise ValueError(f"no city near {row['name']}")
    return nearest


if __name__ == "__main__":
    main(Path(sys.argv[1]))
