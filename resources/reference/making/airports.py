"""Make ``airports.xz`` after ``cities.xz``.

    python -m resources.reference.making.airports SOURCE

SOURCE is the file ``airports.csv`` of the Python package ``airportsdata``.
"""

import csv
import sys
from pathlib import Path

from app.domain.geo import distance_km
from app.domain.zones import known_zones
from app.reference.cities import City, every_city
from resources.reference.making.pack import HERE, keys_of, own_rows, write

#: The airports that delegations use most come first among those that a text may mean.
FIRST = (HERE / "hubs.txt").read_text("utf-8").split()
KOREAN = {
    "ICN": "인천국제공항",
    "GMP": "김포국제공항",
    "PUS": "김해국제공항",
    "CJU": "제주국제공항",
    "TAE": "대구국제공항",
    "CJJ": "청주국제공항",
    "MWX": "무안국제공항",
    "YNY": "양양국제공항",
    "KWJ": "광주공항",
    "RSU": "여수공항",
    "USN": "울산공항",
    "KPO": "포항경주공항",
    "HIN": "사천공항",
    "KUV": "군산공항",
    "WJU": "원주공항",
}
#: The city that an airport serves, where the source names the village that it stands in.
CITY = {"ICN": "Seoul", "GMP": "Seoul", "IAD": "Washington", "DCA": "Washington", "NRT": "Tokyo"}
#: What everybody calls an airport whose official name says it otherwise, or not at all.
CALLED = {row["code"]: row["names"].split("|") for row in own_rows("called.csv")}
NEAR = 120.0  # km; farther away, a city of the same name is another


def main(source: Path) -> None:
    """Read the source and write the register."""
    with source.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["iata"] and row["tz"] in known_zones()]
    cities: dict[tuple[str, str], list[City]] = {}
    for city in every_city():
        cities.setdefault((city.country_code, city.name), []).append(city)
    found = []
    for row in rows:
        row["city"] = CITY.get(row["iata"], row["city"])
        served = _city(row, cities)
        found.append((_rank(row, served), row, served.native_name if served else ""))
    found.sort(key=lambda each: each[0])
    rows = [row for _rank_of, row, _native in found]
    zones = sorted({row["tz"] for row in rows})
    write(
        "airports",
        [
            keys_of(
                [
                    row["iata"],
                    row["name"],
                    row["city"],
                    native,
                    KOREAN.get(row["iata"], ""),
                    row["icao"],
                    *CALLED.get(row["iata"], ()),
                ]
            )
            for _rank_of, row, native in found
        ],
        (
            [row["iata"] for row in rows],
            [row["name"] for row in rows],
            [KOREAN.get(row["iata"], "") for row in rows],
            [row["city"] for row in rows],
            [row["country"] for row in rows],
            [str(zones.index(row["tz"])) for row in rows],
            [f"{float(row['lat']):.4f}" for row in rows],
            [f"{float(row['lon']):.4f}" for row in rows],
            zones,
        ),
    )


def _city(row: dict[str, str], cities: dict[tuple[str, str], list[City]]) -> City | None:
    for city in cities.get((row["country"], row["city"]), ()):
        away = distance_km((city.latitude, city.longitude), (float(row["lat"]), float(row["lon"])))
        if away < NEAR:
            return city
    return None


def _rank(row: dict[str, str], city: City | None) -> tuple[int, bool, int, str]:
    code = row["iata"]
    place = FIRST.index(code) if code in FIRST else len(FIRST)
    return place, "International" not in row["name"], -(city.population if city else 0), code


if __name__ == "__main__":
    main(Path(sys.argv[1]))
