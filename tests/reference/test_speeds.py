"""The table of speeds: as shipped, as staff edit it, and as nobody should leave it."""

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import DataError
from app.domain.ways import estimate
from app.domain.words import LegMode
from app.reference.speeds import PATH, paces
from app.wording.errors import sentence

NASA, GODDARD, CAPITOL = (38.8829, -77.0163), (38.9917, -76.8483), (38.8899, -77.0091)
HEAD = "mode,band,up_to_km,speed_kmh,detour,fixed_minutes,source,checked_on\n"


def test_every_row_says_where_it_is_from_and_when_somebody_looked() -> None:
    with PATH.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["mode"] for row in rows] == ["walk", *["car"] * 3, *["coach"] * 3]
    for row in rows:
        assert row["source"]
        assert date.fromisoformat(row["checked_on"]) >= date(2026, 11, 24)


def test_ways_that_people_know() -> None:
    drive, walk = estimate(NASA, GODDARD, paces()), estimate(NASA, CAPITOL, paces())
    coach = estimate(NASA, GODDARD, paces(), driven=LegMode.COACH)
    assert drive is not None
    assert walk is not None
    assert coach is not None
    assert (drive.mode, walk.mode) == (LegMode.CAR, LegMode.WALK)
    assert 35 <= drive.minutes <= 55 < coach.minutes <= 75
    assert 15 <= walk.minutes <= 25


def test_what_staff_write_is_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "speeds.csv"
    path.write_text(f"\ufeff{HEAD}car,city,50,60,1,0,we,2026-11-24\n", "utf-8")
    first = estimate(NASA, GODDARD, paces(path))
    path.write_text(f"{HEAD}car,city,50,20,1,0,we,2026-11-24\n", "utf-8")
    os.utime(path, (1, 1))
    second = estimate(NASA, GODDARD, paces(path))
    assert first is not None
    assert second is not None
    assert (first.minutes, second.minutes) == (20, 60)


@pytest.mark.parametrize(
    "row",
    [
        "bicycle,city,5,20,1.3,5,we,2026-11-24",
        "car,city,5,0,1.3,5,we,2026-11-24",
        "car,city,far,20,1.3,5,we,2026-11-24",
        "car,city,5,20,nan,5,we,2026-11-24",
        "car,city",
        "car,city,5,20,1.3,5,we,\ncar,suburb,5,40,1.3,5,we,",
    ],
)
def test_a_row_that_is_wrong_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "speeds.csv"
    path.write_text(f"{HEAD}{row}\n", "utf-8")
    with pytest.raises(DataError, match="table_unreadable") as caught:
        paces(path)
    line = 2 + row.count("\n")
    assert f"line {line}" in sentence(caught.value)


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="table_unreadable"):
        paces(tmp_path / "none.csv")
