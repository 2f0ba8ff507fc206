"""Stops and parties of a visit: made, changed, put in order, deleted."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import PlanningError
from app.planning.verbs.parties import (
    create_party,
    delete_party,
    edit_party,
    order_parties,
    set_party_members,
)
from app.planning.verbs.stops import create_stop, delete_stop, edit_stop, order_stops
from app.planning.views.visit import is_outside_visit, party_rows, stop_detail, stop_rows, visit_detail
from app.planning.workspace import Workspace
from tests.helpers.planner import PARTIES, VISIT, contents, planner


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened


def _add(space: Workspace, city: str, zone: str = "Europe/Paris", **fields: Any) -> str:
    return space.do("Add", partial(create_stop, visit_id=VISIT, city=city, zone=zone, **fields))


def test_a_stop_follows_the_one_before(space: Workspace) -> None:
    before = space.ask(contents)
    paris = _add(space, "Paris", leaves_on=date(2026, 3, 5), arrives_on=date(2026, 3, 1))
    noordwijk = _add(space, "Noordwijk", "Europe/Amsterdam", country_code="nl")
    assert space.ask(stop_detail, noordwijk).arrives_on == date(2026, 3, 5)
    assert space.ask(stop_detail, noordwijk).country_code == "NL"
    space.do("Order", partial(order_stops, visit_id=VISIT, stop_ids=[noordwijk, paris]))
    assert [row.city for row in space.ask(stop_rows, VISIT)] == ["Noordwijk", "Paris"]
    space.do("Delete", partial(delete_stop, stop_id=paris))
    assert [row.city for row in space.ask(stop_rows, VISIT)] == ["Noordwijk"]
    for _step in range(4):
        space.undo()
    assert space.ask(contents) == before


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"zone": "Mars/Olympus"}, "zone_unknown", "zone"),
        ({"leaves_on": date(2026, 2, 1)}, "day_order", "leaves_on"),
        ({"arrives_on": date(2026, 4, 1)}, "day_order", "arrives_on"),
        ({"latitude": 90.5}, "number_out_of_range", "latitude"),
        ({"city": " "}, "field_empty", "city"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    space: Workspace, fields: dict[str, Any], code: str, field: str
) -> None:
    stop = _add(space, "Paris")
    before = space.ask(contents)
    with pytest.raises(PlanningError) as caught:
        space.do("Edit", partial(edit_stop, stop_id=stop, **fields))
    assert (caught.value.code, caught.value.field) == (code, field)
    assert space.ask(contents) == before


def test_a_party_and_its_members(space: Workspace) -> None:
    before = space.ask(contents)
    made = space.do("Add", partial(create_party, visit_id=VISIT, name="Gäste"))
    space.do("Who", partial(set_party_members, party_id=made, member_ids=frozenset({"member-0", "member-2"})))
    space.do("Who", partial(set_party_members, party_id=made, member_ids=frozenset({"member-1", "member-2"})))
    space.do("Name", partial(edit_party, party_id=made, name="Besuch"))
    space.do("Order", partial(order_parties, visit_id=VISIT, party_ids=[made]))
    first = space.ask(party_rows, VISIT)[0]
    assert (first.name, set(first.member_ids)) == ("Besuch", {"member-1", "member-2"})
    with pytest.raises(PlanningError, match="reference_missing"):
        space.do("Who", partial(set_party_members, party_id=made, member_ids=frozenset({"nobody"})))
    space.do("Delete", partial(delete_party, party_id=made))
    assert {row.id for row in space.ask(party_rows, VISIT)} == set(PARTIES)
    for _step in range(6):
        space.undo()
    assert space.ask(contents) == before


@pytest.mark.parametrize(
    ("zone", "first", "last", "outside"),
    [
        ("Europe/Paris", 0, 0, False),
        ("Asia/Tokyo", -1, 0, True),  # that day is over there when the visit begins at home
        ("Pacific/Honolulu", -1, 0, False),  # beyond the date line it is still the day before
        ("Europe/Paris", 0, 400, True),
        ("Europe/Paris", -9, -8, True),
    ],
)
def test_days_outside_of_the_visits_are_told_by_their_instants(
    space: Workspace, zone: str, first: int, last: int, *, outside: bool
) -> None:
    starts_on = space.ask(visit_detail, VISIT).starts_on
    arrives_on, leaves_on = (starts_on + timedelta(days=days) for days in (first, last))
    stop = space.ask(stop_detail, _add(space, "There", zone, arrives_on=arrives_on, leaves_on=leaves_on))
    assert space.ask(is_outside_visit, stop) is outside
