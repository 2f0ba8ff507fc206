"""Places: what can be done to them, and what is read of them."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from app.domain.errors import PlanningError
from app.planning.verbs.entries import create_entry
from app.planning.verbs.places import create_place, delete_place, edit_place, merge_places
from app.planning.views.places import place_detail, place_rows
from app.planning.workspace import Workspace
from tests.helpers.filling import row_id
from tests.helpers.planner import VISIT, at, contents, planner


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path, "filled", "filled.aide")) as opened:
        yield opened


def add_entry(space: Workspace, place_id: str, day: int = 2) -> str:
    verb = partial(create_entry, visit_id=VISIT, title="Call", place_id=place_id)
    times = {"start_wall": at(day, 9), "end_wall": at(day, 10)}
    return space.do("Add", partial(verb, **times, start_zone="Europe/Paris", end_zone="Europe/Paris"))


def test_a_place_is_added_with_what_was_said(space: Workspace) -> None:
    before = space.ask(contents)
    key = space.do(
        "Add",
        partial(create_place, name=" ESTEC ", zone="Europe/Amsterdam", country_code="nl", latitude=52.2),
    )
    detail = space.ask(place_detail, key)
    assert (detail.name, detail.zone, detail.country_code) == ("ESTEC", "Europe/Amsterdam", "NL")
    assert (detail.latitude, detail.longitude, detail.badge_minutes) == (52.2, None, None)
    space.undo()
    assert space.ask(contents) == before


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "  "}, "field_empty"),
        ({"zone": ""}, "field_empty"),
        ({"zone": "Europe/Noordwijk"}, "zone_unknown"),
        ({"zone": "europe/paris"}, "zone_unknown"),
        ({"country_code": "XX"}, "choice_unknown"),
        ({"country_code": "Netherlands"}, "text_too_long"),
        ({"latitude": 90.1}, "number_out_of_range"),
        ({"latitude": float("nan")}, "number_out_of_range"),
        ({"longitude": -180.5}, "number_out_of_range"),
        ({"badge_minutes": -1}, "number_out_of_range"),
        ({"badge_minutes": 5000}, "number_out_of_range"),
        ({"organisation_id": "nobody"}, "reference_missing"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    space: Workspace, fields: dict[str, Any], code: str
) -> None:
    before = space.ask(contents)
    with pytest.raises(PlanningError) as caught:
        space.do("Edit", partial(edit_place, place_id="place-0", **fields))
    assert (caught.value.code, caught.value.field) == (code, next(iter(fields)))
    with pytest.raises(PlanningError) as caught:
        space.do("Add", partial(create_place, **({"name": "New", "zone": "Europe/Paris"} | fields)))
    assert (caught.value.code, caught.value.field) == (code, next(iter(fields)))
    assert space.ask(contents) == before


def test_the_range_may_be_reached_and_emptied(space: Workspace) -> None:
    edges: dict[str, Any] = {"latitude": -90.0, "longitude": 180.0, "badge_minutes": 0}
    space.do("Edit", partial(edit_place, place_id="place-0", **edges))
    assert space.ask(place_detail, "place-0").longitude == 180.0
    space.do("Edit", partial(edit_place, place_id="place-0", **dict.fromkeys(edges), country_code=""))
    detail = space.ask(place_detail, "place-0")
    assert (detail.latitude, detail.longitude, detail.badge_minutes) == (None, None, None)


def test_another_zone_of_a_place_moves_no_entry(space: Workspace) -> None:
    entry = add_entry(space, "place-0")
    before = space.ask(contents)["entry"]
    space.do("Edit", partial(edit_place, place_id="place-0", zone="Asia/Seoul"))
    assert space.ask(contents)["entry"] == before
    assert before[0]["id"] == entry


def test_deleting_a_place_leaves_the_entries(filled: Workspace) -> None:
    before = filled.ask(contents)
    key = row_id("place", 0)
    filled.do("Delete", partial(delete_place, place_id=key))
    after = filled.ask(contents)
    assert key not in {row["id"] for row in after["place"]}
    assert all(row["place_id"] != key for table in ("entry", "lodging") for row in after[table])
    assert len(after["entry"]) == len(before["entry"])
    filled.undo()
    assert filled.ask(contents) == before


def test_merging_takes_the_references_and_fills_what_is_empty(space: Workspace) -> None:
    add_entry(space, "place-0")
    said: dict[str, Any] = {"street": "8 rue Mario Nikis", "latitude": 48.8, "longitude": 2.3, "zone": "UTC"}
    space.do("Edit", partial(edit_place, place_id="place-0", **said))
    space.do("Edit", partial(edit_place, place_id="place-1", latitude=10.0, badge_minutes=0))
    before = space.ask(contents)
    space.do("Merge", partial(merge_places, place_id="place-0", into_id="place-1"))
    detail = space.ask(place_detail, "place-1")
    assert (detail.name, detail.street, detail.zone) == ("Place 1", "8 rue Mario Nikis", "Europe/Paris")
    assert (detail.latitude, detail.longitude, detail.badge_minutes) == (48.8, 2.3, 0)
    assert [entry.title for entry in detail.entries] == ["Call"]
    assert [row.id for row in space.ask(place_rows)] == ["place-1"]
    space.undo()
    assert space.ask(contents) == before


def test_a_place_is_not_merged_into_itself_or_nothing(space: Workspace) -> None:
    for into, code in (("place-0", "same_row"), ("gone", "row_missing")):
        with pytest.raises(PlanningError) as caught:
            space.do("Merge", partial(merge_places, place_id="place-0", into_id=into))
        assert caught.value.code == code


def test_a_place_that_is_gone(space: Workspace) -> None:
    for verb in (edit_place, delete_place):
        with pytest.raises(PlanningError, match="row_missing"):
            space.do("Edit", partial(verb, place_id="gone"))
    with pytest.raises(PlanningError, match="row_missing"):
        space.ask(place_detail, "gone")


def test_the_list_counts_the_entries_of_each_place(space: Workspace) -> None:
    first, second = add_entry(space, "place-1", 3), add_entry(space, "place-1", 5)
    space.do("Edit", partial(edit_place, place_id="place-1", organisation_id="org", city="Paris"))
    rows = space.ask(place_rows)
    assert [(row.id, row.used, row.organisation) for row in rows] == [
        ("place-0", 0, ""),
        ("place-1", 2, "AGY"),
    ]
    there = space.ask(place_detail, "place-1").entries
    assert [entry.id for entry in there] == [second, first]
    assert (there[0].visit_id, there[0].visit) == (VISIT, "Small visit")


def test_the_views_ask_as_much_of_many_as_of_few(space: Workspace) -> None:
    def queries() -> list[int]:
        counted = [0]

        def count(*_args: object) -> None:
            counted[0] += 1

        found = []
        for view in (place_rows, partial(place_detail, place_id="place-0")):

            def asked(connection: Any, view: Any = view) -> None:
                event.listen(connection, "before_cursor_execute", count)
                try:
                    view(connection)
                finally:
                    event.remove(connection, "before_cursor_execute", count)

            counted[0] = 0
            space.ask(asked)
            found.append(counted[0])
        return found

    few = queries()
    for day in range(2, 20):
        add_entry(space, "place-0", day)
        space.do("Add", partial(create_place, name=f"Hall {day}", zone="Europe/Paris"))
    assert queries() == few
