"""The table of boarding: as shipped, as staff edit it, and as nobody should leave it."""

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import DataError
from app.domain.ways import Boarding
from app.domain.words import LegMode
from app.reference.boarding import PATH, boardings
from app.wording.errors import sentence

HEAD = "mode,before_minutes,after_minutes,source,checked_on\n"


def test_every_row_says_where_it_is_from_and_when_somebody_looked() -> None:
    with PATH.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["mode"] for row in rows] == ["flight", "train", "ferry"]
    for row in rows:
        assert row["source"]
        assert date.fromisoformat(row["checked_on"]) >= date(2026, 12, 1)


def test_a_flight_takes_longer_to_board_than_a_train() -> None:
    found = boardings()
    assert found[LegMode.FLIGHT].before_minutes > found[LegMode.TRAIN].before_minutes > 0
    assert LegMode.CAR not in found


def test_what_staff_write_is_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "boarding.csv"
    path.write_text(f"{HEAD}flight,90,20,we,2026-12-01\n", "utf-8")
    assert boardings(path) == {LegMode.FLIGHT: Boarding(LegMode.FLIGHT, 90, 20)}
    path.write_text(f"{HEAD}flight,60,0,we,2026-12-01\n", "utf-8")
    os.utime(path, (1, 1))
    assert boardings(path) == {LegMode.FLIGHT: Boarding(LegMode.FLIGHT, 60, 0)}


@pytest.mark.parametrize("row", ["rocket,90,20,we,", "flight,-5,20,we,", "flight,soon,20,we,", "flight,90"])
def test_a_row_that_is_wrong_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "boarding.csv"
    path.write_text(f"{HEAD}{row}\n", "utf-8")
    with pytest.raises(DataError, match="table_unreadable") as caught:
        boardings(path)
    assert "line 2" in sentence(caught.value)


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="table_unreadable"):
        boardings(tmp_path / "none.csv")
