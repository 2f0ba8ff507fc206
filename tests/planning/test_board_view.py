"""The board as a view: the programme's own lines, with all that blocks, lanes and clashes are drawn from."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, timedelta
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.orm import Session

from app.data.models import Entry, EntryParty, Leg, Participation, Place, Ride, Vehicle
from app.domain.words import EntryKind, LegMode
from app.planning.verbs.entries import edit_entry, set_leg
from app.planning.views.board import board, board_lines
from app.planning.views.programme import Line, programme
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from tests.helpers.planner import PARTIES, VISIT, at, planner


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened


def _plant(session: Session, count: int) -> None:
    """Plant entries of an hour, each for both parties, with three people, a car and, every third, a leg."""
    session.add(Vehicle(id="car", visit_id=VISIT, name="Car 1"))
    session.get_one(Place, "place-0").latitude = 48.8
    for number in range(count):
        key, start = f"e{number}", at(1, 8) + timedelta(hours=number)
        session.add(
            Entry(
                id=key, visit_id=VISIT, title=key, start_wall=start, start_zone="UTC",
                end_wall=start + timedelta(hours=1), end_zone="UTC", start_utc=start,
                end_utc=start + timedelta(hours=1), place_id="place-0",
                tied_to_id=None if number == 0 else "e0", tied_minutes=-60 * number,
            )
        )  # fmt: skip
        session.add_all(EntryParty(visit_id=VISIT, entry_id=key, party_id=party) for party in PARTIES)
        session.add_all(
            Participation(visit_id=VISIT, entry_id=key, member_id=f"member-{member}") for member in range(3)
        )
        session.add(Ride(visit_id=VISIT, entry_id=key, vehicle_id="car"))
        if number % 3 == 0:
            session.add(Leg(visit_id=VISIT, entry_id=key, from_code="CDG", number="7", estimated=True))


def _queries(space: Workspace, view: Any, *args: Any) -> int:
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.extend([statement] * statement.startswith("SELECT"))  # not the BEGIN

    def counted(connection: Connection) -> None:
        event.listen(connection, "before_cursor_execute", note)
        view(connection, *args)

    space.ask(counted)
    return len(seen)


def test_forty_lines_take_as_many_queries_as_one(space: Workspace) -> None:
    space.do("Plant", _plant, 40)
    assert _queries(space, board, VISIT) == 10
    assert _queries(space, board_lines, VISIT, ["e0"]) == 5
    assert _queries(space, board_lines, VISIT, [f"e{number}" for number in range(40)]) == 5


def test_a_line_knows_its_lanes_people_cars_place_and_tie(space: Workspace) -> None:
    space.do("Plant", _plant, 4)
    lines = space.ask(board_lines, VISIT, ["e3", "gone", "e1"])
    assert [line.id for line in lines] == ["e1", "e3"]
    first, last = lines
    assert (first.place, first.latitude, first.longitude, first.badge_minutes) == (
        "Place 0",
        48.8,
        None,
        None,
    )
    assert (first.parties, first.party_ids) == (PARTIES, frozenset(PARTIES))
    assert first.member_ids == {"member-0", "member-1", "member-2"}
    assert first.participants == 3
    assert first.vehicle_ids == {"car"}
    assert (first.tied_to_id, first.tied_minutes) == ("e0", -60)
    assert (first.mode, first.carrier, first.number, first.from_code, first.estimated) == (
        None, "", "", "", False,
    )  # fmt: skip
    assert (last.mode, last.number, last.from_code, last.estimated) == (LegMode.CAR, "7", "CDG", True)


def test_the_version_of_a_line_rises_with_its_entry(space: Workspace) -> None:
    space.do("Plant", _plant, 1)
    (before,) = space.ask(board_lines, VISIT, ["e0"])
    space.do("Rename", edit_entry, "e0", title="Call")
    (after,) = space.ask(board_lines, VISIT, ["e0"])
    assert after.version > before.version


def test_the_parties_stand_in_their_order_with_their_members(space: Workspace) -> None:
    found = space.ask(board, VISIT)
    assert [(party.id, party.member_ids) for party in found.parties] == [
        (PARTIES[0], frozenset({"member-0", "member-2"})),
        (PARTIES[1], frozenset({"member-1"})),
    ]
    assert (found.head.starts_on, found.head.ends_on) == (date(2026, 3, 1), date(2026, 3, 31))
    assert (found.lines, found.stays) == ((), ())


def test_the_board_of_the_sample_is_its_programme(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "sample", "sample.aide")) as space:
        visit = space.ask(the_visit, None)
        found, whole = space.ask(board, visit), space.ask(programme, visit)
        assert found.head == whole.head
        same = attrgetter(*(column.name for column in fields(Line)))
        for line, other in zip(found.lines, whole.lines, strict=True):
            assert same(line) == same(other)
            assert line.order == other.order
            assert (line.mode is None) == (line.kind is not EntryKind.TRAVEL)
        assert [stay.country_code for stay in found.stays] == ["KR", "US", "FR", "NL", "DE"]
        assert space.ask(board_lines, visit, [line.id for line in found.lines]) == found.lines


def test_what_a_leg_says_stands_on_the_line(space: Workspace) -> None:
    space.do("Plant", _plant, 1)
    space.do("Leg", set_leg, "e0", mode=LegMode.TRAIN, carrier="Eurostar", to_name="Amsterdam", to_code="")
    (line,) = space.ask(board_lines, VISIT, ["e0"])
    assert (line.mode, line.carrier, line.to_name, line.from_name) == (
        LegMode.TRAIN, "Eurostar", "Amsterdam", "",
    )  # fmt: skip
